import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '#server/db/transaction.ts';
import { everyScope, nobody, rowsAs, scopeOfPerson, wouldTouch } from '../support/raw.ts';
import * as story from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';

const world: World = await openWorld();
let call = '';
let east: story.Kase;

beforeAll(async () => {
  call = await story.announcedCall(world);
  await (await world.as('officer')).open('call', story.usualCall);
  east = await story.drawnPanel(world, 'east', call);
  await story.filedApplication(world, 'west', call);
  await story.draftedApplication(world, 'south', call);
  for (const [who, caseNo] of [
    ['agency', '（2021）鲁03民初1号'],
    ['agency2', '（2021）鲁03民初2号'],
  ] as const) {
    const body = {
      caseNo,
      clientName: '丙公司',
      clientCode: world.orgs.plant.creditCode ?? '',
      effectiveDate: '2021-02-01',
      isPatentCase: true,
    };
    const more = { isForeignRelated: true, hasMajorInfluence: false, outcome: 'won' as const, isFinal: true, agencyFeeYuan: 1 };
    await (await world.as(who)).call('addFact', { body: { kind: 'litigation', data: { ...body, ...more } } });
  }
  await world.jobs();
});

/** Tables whose rows are published: everybody reads them, the centre and the clock write them. */
const publishedTables = ['call_window', 'public_notice', 'reading', 'zone'];
const owned = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await world.owner.query<Row>(sql, values)).rows;
const tables = () =>
  owned<{ name: string; isForced: boolean }>(
    `select relname as name, relrowsecurity and relforcerowsecurity as "isForced" from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );

describe('Hand-written SQL as the program', () => {
  it('sees nothing at all while the scope is not set', async () => {
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    try {
      for (const { name, isForced } of await tables()) {
        if (!isForced || name === 'audit_stream' || name === 'data_key' || publishedTables.includes(name)) continue; // the heads of the audit streams are hashes, published on purpose
        expect((await client.query(`select 1 from ${name}`)).rowCount, name).toBe(0);
        expect(await rowsAs(world, nobody, `select 1 from ${name}`), name).toEqual([]);
      }
      await expect(client.query(`select 1 from data_key`)).rejects.toMatchObject({ code: '42501' }); // the owner's alone
    } finally {
      await client.end();
    }
  });

  it.each([
    ['an event', `update case_event set body = ''`],
    ['an event away', `delete from case_event`],
    ['the audit log', `update audit set body = ''`],
    ['all of the audit log', `truncate audit`],
    ['a filing', `update filing set body = ''`],
    ['a receipt', `delete from receipt`],
    ['a sheet', `update score_sheet set sheet = '{}'`],
    ['a reading', `update reading set value = '1'`],
    ['a trigger', `alter table case_event disable trigger all`],
    ['its own role', `set role postgres`],
    ['the policies', `drop policy reads on kase`],
  ])('can not change %s in any office', async (_name, sql) => {
    for (const [, scope] of everyScope(world)) await expect(wouldTouch(world, scope, sql)).rejects.toMatchObject({ code: '42501' });
  });

  type KaseRow = {
    id: string;
    owner: string | null;
    district: string | null;
    is_private: boolean;
    assigned: string[];
    process: string;
    state: string;
  };
  const city = ['clock', 'centre_officer', 'centre_approver', 'auditor'];

  /** Who may see a case, in one place and in words of our own. */
  const isOwn = (row: KaseRow, { person, organisation }: Scope): boolean =>
    (row.owner ?? 'nobody') === organisation || row.assigned.includes(person ?? 'nobody');
  const isAnnounced = (row: KaseRow): boolean => row.process === 'call' && row.state !== 'drafted';
  const isOfOffice = (row: KaseRow, { office, district }: Scope): boolean =>
    !row.is_private && (city.includes(office) || (office.startsWith('county') && row.district === (district ?? 'nowhere')));
  const maySee = (row: KaseRow, scope: Scope): boolean =>
    scope.office === 'system' || (scope.office !== 'nobody' && (isOwn(row, scope) || isAnnounced(row) || isOfOffice(row, scope)));

  /** Where an office sees other cases, or rows of other cases, than it should. */
  const misreadings = async (): Promise<string[]> => {
    const wrong: string[] = [];
    const all = await owned<KaseRow>(`select id, owner, district, is_private, assigned, process, state from kase order by id`);
    for (const [name, scope] of everyScope(world)) {
      const expected = all.filter((row) => maySee(row, scope)).map(({ id }) => id);
      const seen = (await rowsAs<KaseRow>(world, scope, `select id from kase order by id`)).map(({ id }) => id);
      if (seen.join() !== expected.join()) wrong.push(`kase as ${name}`);
      for (const table of ['case_event', 'filing', 'receipt', 'attachment_use']) {
        const children = await rowsAs<{ kase: string }>(world, scope, `select distinct kase from ${table}`);
        if (children.some(({ kase }) => !expected.includes(kase))) wrong.push(`${table} as ${name}`);
      }
    }
    return wrong;
  };

  it('sees in each office its own cases with their events, filings, receipts and files, and no other', async () => {
    expect((await owned(`select 1 from kase`)).length).toBeGreaterThan(4);
    expect(await misreadings()).toEqual([]);
  });

  it('turns red when a policy lets too much through', async () => {
    await owned(`create policy leak on kase for select to jixia_app using (app.office() = 'agency')`);
    expect(await misreadings()).toContain('kase as agency');
    await owned(`drop policy leak on kase`);
  });

  it('sees in each office its own facts, messages, sessions, people and keys, and no other', async () => {
    const own: Record<string, (scope: Scope) => string> = {
      // The other side of a deal reads the live facts that name it; see facts-confirm.test.ts.
      fact: ({ organisation }) =>
        `agency is distinct from '${organisation}' and not coalesce((select credit_code from organisation where id = '${organisation}') = any (counterparties), false)`,
      message: ({ person }) => `person is distinct from '${person}'`,
      session: ({ person }) => `person is distinct from '${person}'`,
      person: ({ person }) => `id is distinct from '${person}'`,
      idempotency: ({ person }) => `actor is distinct from '${person}'`,
    };
    const wider: Partial<Record<string, readonly Username[]>> = {
      person: ['administrator', 'auditor'],
      fact: ['officer', 'officer2', 'approver', 'approver2', 'both', 'auditor'],
    };
    for (const [table, foreign] of Object.entries(own)) {
      for (const name of [
        'officer',
        'officer2',
        'approver',
        'approver2',
        'both',
        'administrator',
        'reviewer',
        'east',
        'agency',
        'agency2',
        'enterprise',
        'bank',
        'finance',
        'auditor',
        'expert1',
      ] as const) {
        const scope = scopeOfPerson(world, name);
        const rows = await rowsAs(world, scope, `select 1 from ${table} where ${foreign(scope)}`);
        expect(rows.length > 0, `${table} as ${name}`).toBe(wider[table]?.includes(name) ?? false);
      }
    }
  });

  it('writes into no foreign case', async () => {
    for (const name of ['south', 'west', 'reviewer2', 'agency', 'enterprise', 'bank', 'finance', 'administrator', 'employed'] as const) {
      const scope = scopeOfPerson(world, name);
      expect(await wouldTouch(world, scope, `update kase set state = 'designated' where id = $1`, [east.id]), name).toBe(0);
      const insert = `insert into kase (id, number, process, state, data, version, summary, owner, opened_at, state_since, policy) select gen_random_uuid(), 'X', 'application', 'draft', '{}', 1, '', $1, now(), now(), 'x'`;
      await expect(wouldTouch(world, scope, insert, [world.orgs.east.id]), name).rejects.toMatchObject({ code: '42501' });
    }
  });

  /** Writes into what is published that an office outside the centre gets through. */
  const breaches = async (): Promise<string[]> => {
    const through: string[] = [];
    const writers = ['centre_officer', 'centre_approver', 'clock'];
    const writes = [`update call_window set places = 50`, `update public_notice set ended_at = now()`];
    const inserts = [
      `insert into call_window (kase, title, year, places, opens_at, closes_at) select id, 'x', 2021, 1, now(), now() + interval '1 day' from kase where process = 'call' and state = 'drafted'`,
      `insert into public_notice (id, kase, kind, title, body, published_at, first_day, last_day, closes_at) values (gen_random_uuid(), '${east.id}', 'designation', 'x', '[]', now(), '2021-03-01', '2021-03-02', now())`,
      `insert into zone (id, number, certificate, kase, name, district, site_kind, boundary, industries, operator_name, operator, designated_on, known_from, status_since) values (gen_random_uuid(), 'x', 'x', '${east.id}', 'x', 'x', 'x', 'x', '{}', 'x', '${world.orgs.east.id}', '2021-03-01', now(), '2021-03-01')`,
      `insert into reading (policy, key, value, source, effective_from, decided_at) values ('zibo-2020', 'policyTo', '"2099-12-31"', 'x', '2021-01-01', now())`,
    ];
    for (const [name, scope] of everyScope(world)) {
      if (writers.includes(scope.office)) continue;
      for (const sql of [...writes, ...inserts]) {
        const outcome = await wouldTouch(world, scope, sql).catch((error: { code: string }) => error.code);
        if (outcome !== '42501' && outcome !== 0) through.push(`${sql.slice(0, 20)} as ${name}: ${outcome}`);
      }
    }
    return through;
  };

  it('publishes, registers and rules only in the offices of the centre', async () => {
    expect(await breaches()).toEqual([]);
    const ruling = `insert into reading (policy, key, value, source, effective_from, decided_at) values ('zibo-2020', 'policyTo', '"2022-08-24"', 'x', '2021-01-01', now())`;
    expect(await wouldTouch(world, scopeOfPerson(world, 'approver'), ruling)).toBe(1);
  });

  it('turns red when any office may enter a zone into the register', async () => {
    await owned(`create policy leak on zone for insert to jixia_app with check (true)`);
    expect((await breaches()).length).toBeGreaterThan(5);
    await owned(`drop policy leak on zone`);
  });

  it('moves no case as the auditor, who reads them all', async () => {
    const auditor = scopeOfPerson(world, 'auditor');
    expect(await rowsAs(world, auditor, `select 1 from kase where id = $1`, [east.id])).toHaveLength(1);
    expect(await wouldTouch(world, auditor, `update kase set state = 'designated'`)).toBe(0);
  });

  it('writes no sheet, message or session in another’s name', async () => {
    const expert = scopeOfPerson(world, 'expert1');
    const other = world.person('expert2');
    await expect(
      wouldTouch(world, expert, `insert into score_sheet (kase, person, sheet, sealed_at) values ($1, $2, '{}', now())`, [east.id, other]),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      wouldTouch(world, expert, `insert into score_draft (kase, person, sheet, saved_at) values ($1, $2, '{}', now())`, [east.id, other]),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      wouldTouch(world, expert, `insert into message (person, outbox_id, zh, en, at) values ($1, 1, '', '', now())`, [other]),
    ).rejects.toMatchObject({ code: '42501' });
    expect(await wouldTouch(world, expert, `delete from session where person = $1`, [other])).toBe(0);
    expect(await wouldTouch(world, expert, `update person set password_hash = 'x' where id = $1`, [other])).toBe(0);
  });
});
