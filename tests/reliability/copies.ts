import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { hashToken, newToken } from '#server/sign-in/sessions.ts';
import { inventedCode } from '../support/form.ts';

/** Whose rows are copied: an agency with one person, and what hangs on them. */
export type Template = {
  readonly organisation: string;
  readonly person: string;
  readonly office: string;
  readonly cookie: string;
  readonly payee: string;
  /** Ids of facts and cases, and texts that must differ from copy to copy; each becomes another. */
  readonly facts: readonly string[];
  readonly kases: readonly string[];
};

/** A copy: the same things under other names. */
export type Copy = {
  readonly organisation: string;
  readonly person: string;
  readonly cookie: string;
  readonly payee: string;
  readonly facts: readonly string[];
  readonly kases: readonly string[];
  /** What this copy's matters end with. */
  readonly serial: number;
};

type Table = { readonly name: string; readonly where: string; readonly by: keyof Template };

/** In the order in which one needs the other. */
const tables: readonly Table[] = [
  { name: 'organisation', where: 'id = any ($1)', by: 'organisation' },
  { name: 'person', where: 'id = any ($1)', by: 'person' },
  { name: 'office', where: 'id = any ($1)', by: 'office' },
  { name: 'session', where: 'person = any ($1)', by: 'person' },
  { name: 'qualification', where: 'agency = any ($1)', by: 'organisation' },
  { name: 'zone_membership', where: 'agency = any ($1)', by: 'organisation' },
  { name: 'payee', where: 'id = any ($1)', by: 'payee' },
  { name: 'payee_account', where: 'payee = any ($1)', by: 'payee' },
  { name: 'upload', where: 'organisation = any ($1)', by: 'organisation' },
  { name: 'fact', where: 'id = any ($1)', by: 'facts' },
  { name: 'fact_file', where: 'fact = any ($1)', by: 'facts' },
  { name: 'kase', where: 'id = any ($1)', by: 'kases' },
  { name: 'case_event', where: 'kase = any ($1)', by: 'kases' },
  { name: 'duty', where: 'kase = any ($1)', by: 'kases' },
  { name: 'filing', where: 'kase = any ($1)', by: 'kases' },
  { name: 'matter_hold', where: 'kase = any ($1)', by: 'kases' },
  { name: 'commitment', where: 'kase = any ($1)', by: 'kases' },
  { name: 'attachment_use', where: 'kase = any ($1)', by: 'kases' },
];

const tokenOf = (cookie: string): string => cookie.slice('jixia='.length);

/** The rows of the template as JSON text, table by table. */
async function rowsOf(owner: pg.Client, template: Template): Promise<readonly (readonly [table: string, rows: string])[]> {
  const found: [string, string][] = [];
  for (const { name, where, by } of tables) {
    const { rows } = await owner.query<{ text: string }>(
      `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as text from ${name} t where ${where}`,
      [[template[by]].flat()],
    );
    found.push([name, rows[0]?.text ?? '[]']);
  }
  return found;
}

/** Numbers of cases, and the names by which a person and an organisation are unique. */
async function uniqueNames(owner: pg.Client, { organisation, person, kases }: Template) {
  const { rows } = await owner.query<{ code: string; username: string; numbers: string[]; registered: string[] }>(
    `select credit_code as code, (select username from person where id = $2) as username,
       array(select number from kase where id = any ($3) order by id) as numbers,
       array(select id::text from zone_membership where agency = $1 union select id::text from qualification where agency = $1) as registered
     from organisation where id = $1`,
    [organisation, person, kases],
  );
  const [row] = rows;
  if (!row) throw new Error('there is no such agency');
  return row;
}

/**
 * Copies an agency so many times with its person, session, account, facts and cases: a matter that holds `marker` has the
 * serial number of its copy in that place, so that every copy claims something else.
 */
export async function copyAgency(
  owner: pg.Client,
  template: Template,
  { count, marker, from = 1000 }: { readonly count: number; readonly marker: string; readonly from?: number },
): Promise<readonly Copy[]> {
  const rows = await rowsOf(owner, template);
  const unique = await uniqueNames(owner, template);
  const { rows: sessions } = await owner.query<{ id: string }>('select id from session where person = $1', [template.person]);
  const salt = randomBytes(3).toString('hex');
  const copies: Copy[] = [];
  const made = new Map<string, string[]>(rows.map(([name]) => [name, []]));
  for (let n = 0; n < count; n += 1) {
    const serial = from + n;
    const [organisation, person, payee, token] = [randomUUID(), randomUUID(), randomUUID(), newToken()];
    const [facts, kases] = [template.facts.map(() => randomUUID()), template.kases.map(() => randomUUID())];
    const changes = new Map<string, string>([
      [template.organisation, organisation],
      [template.person, person],
      [template.payee, payee],
      [template.office, randomUUID()],
      ...sessions.map(({ id }) => [id, randomUUID()] as const),
      ...unique.registered.map((id) => [id, randomUUID()] as const),
      ...template.facts.map((id, at) => [id, facts[at] ?? ''] as const),
      ...template.kases.map((id, at) => [id, kases[at] ?? ''] as const),
      ...unique.numbers.map((number, at) => [number, `${salt}-${serial}-${at}`] as const),
      [unique.code, inventedCode(serial + 10_000)],
      [`"${unique.username}"`, `"${unique.username}-${salt}-${serial}"`],
      [hashToken(tokenOf(template.cookie)).toString('hex'), hashToken(token).toString('hex')],
      [marker, String(serial)],
    ]);
    const pattern = new RegExp([...changes.keys()].map((text) => text.replaceAll(/[^\w"-]/g, '\\$&')).join('|'), 'g');
    for (const [name, text] of rows) made.get(name)?.push(text.replaceAll(pattern, (one) => changes.get(one) ?? one).slice(1, -1));
    copies.push({ organisation, person, payee, cookie: `jixia=${token}`, facts, kases, serial });
  }
  for (const [name, lists] of made) {
    for (let at = 0; at < lists.length; at += 500) {
      const part = lists.slice(at, at + 500).filter((text) => text !== '');
      if (part.length === 0) continue;
      await owner.query(`insert into ${name} overriding user value select * from jsonb_populate_recordset(null::${name}, $1::jsonb)`, [
        `[${part.join(',')}]`,
      ]);
    }
  }
  return copies;
}
