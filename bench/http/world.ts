import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { CaseView } from '#contract/cases.ts';
import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { OfficeRole, OrganisationKind } from '#core/people/roles.ts';
import { buildApp } from '#server/app.ts';
import { inTx, systemScope } from '#server/db/transaction.ts';
import type { House } from '#server/http/house.ts';
import { hashToken, newToken } from '#server/sign-in/sessions.ts';
import { insertOffice, insertOrganisation, insertPerson } from '#server/stores/people.ts';
import { insertSession } from '#server/stores/sessions.ts';
import { type Caller, callerOf, good } from '../../tests/support/caller.ts';
import { changesOf, completeForm, inventedCode } from '../../tests/support/form.ts';

/** The business time of the measurement: a working morning in the plan's own year. */
export const businessMorning = '2021-03-01T01:00:00.000Z';

/** Cookies of the two who are measured, and the two cases that are copied. */
export type World = { readonly reviewer: string; readonly applicant: string; readonly filed: string; readonly draft: string };

type Member = {
  readonly kind: OrganisationKind;
  readonly role: OfficeRole;
  readonly district: string | null;
  readonly creditCode: string | null;
};

/** An organisation, a person in it, and a session of that person. Returns the cookie. */
async function enter(house: House, username: string, { kind, role, district, creditCode }: Member): Promise<string> {
  const [organisation, person, office] = [randomUUID(), randomUUID(), randomUUID()];
  const at = house.clock.now() as Instant;
  const administrator = { person: null, organisation: null, office: 'administrator', district: null };
  await inTx(house.pool, administrator, async (tx) => {
    const name = `${username}单位`;
    await insertOrganisation(tx, {
      id: organisation,
      kind,
      name,
      credit_code: creditCode,
      agency_code: null,
      district,
      address: '',
      is_invented: true,
      created_at: at,
    });
    await insertPerson(tx, { id: person, username, name: username, email: null, passwordHash: 'none', isInvented: true, at });
    await insertOffice(tx, { id: office, person, organisation, role, from: '2020-01-01' as BusinessDate });
  });
  const token = newToken();
  const now = house.clock.machine();
  const expiresAt = new Date(now.getTime() + 12 * 3_600_000);
  const session = { tokenHash: hashToken(token), id: randomUUID(), person, office, now, expiresAt, address: '127.0.0.1', device: 'bench' };
  await inTx(house.pool, systemScope, (tx) => insertSession(tx, session));
  return `jixia=${token}`;
}

/** Opens an application under a call and writes the whole form into it. */
async function draftUnder(call: string, applicant: Caller, file: string): Promise<CaseView> {
  const { id } = good(await applicant.open('application', { call }));
  const form = completeForm({ name: '东园管理委员会', creditCode: inventedCode(1), district: '370303', file });
  good(await applicant.send({ process: 'application', id, event: 'fill_in' }, { changes: changesOf(form) }, { version: 1 }));
  return good(await applicant.read('application', id));
}

/** Does through the API what a small city would: a call announced, one application filed, one complete and not filed. */
export async function makeWorld(house: House): Promise<World> {
  const app = await buildApp(house);
  await delay(1200); // a start that took long looks like an overloaded server for a second
  const centre = { kind: 'centre', district: null, creditCode: null } as const;
  const officer = callerOf(app, { cookie: await enter(house, 'officer', { ...centre, role: 'centre_officer' }) });
  const approver = callerOf(app, { cookie: await enter(house, 'approver', { ...centre, role: 'centre_approver' }) });
  const reviewer = await enter(house, 'reviewer', { kind: 'county', role: 'county_reviewer', district: '370303', creditCode: null });
  const cookie = await enter(house, 'applicant', { kind: 'builder', role: 'applicant', district: '370303', creditCode: inventedCode(1) });
  const applicant = callerOf(app, { cookie });
  const announce = async (title: string) => {
    const call = { title, year: 2021, places: 2, firstDay: '2021-03-01', lastDay: '2021-03-31' };
    const { id, version } = good(await officer.open('call', call));
    good(await approver.send({ process: 'call', id, event: 'announce' }, {}, { version }));
    return id;
  };
  const bytes = new TextEncoder().encode(`%PDF-1.4\n%%EOF\n`);
  const { hash } = good(await applicant.call('uploadFile', { file: { name: '文件.pdf', bytes } }));
  const filed = await draftUnder(await announce('第一批'), applicant, hash);
  good(await applicant.send({ process: 'application', id: filed.id, event: 'file' }, {}, { version: filed.version }));
  const draft = await draftUnder(await announce('第二批'), applicant, hash);
  await app.close();
  return { reviewer, applicant: cookie, filed: filed.id, draft: draft.id };
}

/** Copies rows that hang on a case to its copies; `more` changes further columns. */
const hangOn = (table: string, more = '') =>
  `insert into ${table} select r.* from ${table} t, unnest($2::uuid[]) with ordinality m(id, n),
     lateral jsonb_populate_record(t, jsonb_build_object('kase', m.id${more})) r where t.kase = $1`;

const ids = (count: number) => Array.from({ length: count }, () => randomUUID());

/** Copies a case with everything that hangs on it. */
export async function copyCase(owner: pg.Client, from: string, to: readonly string[]): Promise<void> {
  const number = randomBytes(3).toString('hex');
  await owner.query(
    `insert into kase select r.* from kase k, unnest($2::uuid[]) with ordinality m(id, n),
       lateral jsonb_populate_record(k, jsonb_build_object('id', m.id, 'number', '${number}-' || m.n)) r where k.id = $1`,
    [from, to],
  );
  for (const table of ['case_event', 'filing', 'duty', 'attachment_use']) await owner.query(hangOn(table), [from, to]);
  await owner.query(hangOn('receipt', `, 'code', '${number}-' || m.n`), [from, to]);
}

/** Copies of the filed case, for reading. */
export async function copyFiled(owner: pg.Client, filed: string, count: number): Promise<readonly string[]> {
  const made = ids(count);
  await copyCase(owner, filed, made);
  return made;
}

/** Copies of the complete draft, each under a call of its own: an applicant files once in a call. */
export async function copyDrafts(owner: pg.Client, draft: string, count: number): Promise<readonly string[]> {
  const { rows } = await owner.query<{ parent: string }>('select parent from kase where id = $1', [draft]);
  const call = rows[0]?.parent ?? '';
  const [calls, drafts] = [ids(count), ids(count)];
  await copyCase(owner, call, calls);
  await owner.query(hangOn('call_window'), [call, calls]);
  await copyCase(owner, draft, drafts);
  await owner.query(
    `update kase k set parent = m.call, data = jsonb_set(k.data, '{call}', to_jsonb(m.call))
     from unnest($1::uuid[], $2::uuid[]) m(id, call) where k.id = m.id`,
    [drafts, calls],
  );
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  return drafts;
}
