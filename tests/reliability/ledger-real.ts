import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Instant } from '#core/kernel/dates.ts';
import { fen } from '#core/kernel/money.ts';
import { accountKey, accountOf, type Side } from '#core/ledger/accounts.ts';
import type { Entry, EntryKind } from '#core/ledger/entries.ts';
import { openPool, type Pool } from '#server/db/pool.ts';
import { type Scope, speakTo } from '#server/db/transaction.ts';
import { postEntry, type Posted } from '#server/stores/ledger.ts';
import { type AskingOffice, scopeIn } from './ledger-offices.ts';

/** A ledger on a database of its own: as the program posts to it, and as the owner who may break it. */
export type LedgerDatabase = {
  readonly pool: Pool;
  readonly owner: pg.Client;
  readonly agency: string;
  readonly rival: string;
  /** Two cases of the agency and one of its rival. */
  readonly kases: readonly [string, string];
  readonly rivalKase: string;
  readonly close: () => Promise<void>;
};

/** What came of asking the database to post: posted, refused for want of money, or an error by its code. */
export type Outcome = 'posted' | 'insufficient' | `error ${string}`;

export const at = '2021-03-01T01:00:00.000Z' as Instant;

const insertKase = `insert into kase (id, number, process, state, data, version, summary, owner, opened_at, state_since, policy)
  values ($1::uuid, $1::text, 'claim', 'draft', '{}', 1, '', $2, now(), now(), 'x')`;

/** Opens a migrated database and puts two agencies with their cases into it. */
export async function openLedger(urls: { readonly appUrl: string; readonly ownerUrl: string }, size = 12): Promise<LedgerDatabase> {
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  owner.on('error', () => {}); // the database is dropped under it at the end
  await owner.connect();
  const pool = openPool(urls.appUrl, { size });
  const [agency, rival, first, second, rivalKase] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  for (const [id, name] of [
    [agency, '甲代理（虚构）'],
    [rival, '乙代理（虚构）'],
  ])
    await owner.query(`insert into organisation (id, kind, name, created_at) values ($1, 'agency', $2, now())`, [id, name]);
  for (const [kase, organisation] of [
    [first, agency],
    [second, agency],
    [rivalKase, rival],
  ])
    await owner.query(insertKase, [kase, organisation]);
  const close = async () => {
    await pool.end();
    await owner.end();
  };
  return { pool, owner, agency, rival, kases: [first, second], rivalKase, close };
}

/** Empties the ledger as only a superuser can: triggers set aside. Not by `truncate`, after which every connection plans anew. */
export async function emptyLedger({ owner }: LedgerDatabase): Promise<void> {
  await owner.query(`set session_replication_role = replica`);
  await owner.query(`delete from posting; delete from journal; delete from ledger_account`);
  await owner.query(`set session_replication_role = origin`);
}

const codeOf = (error: unknown): Outcome => {
  if (error instanceof pg.DatabaseError) return `error ${error.code ?? ''}`;
  throw error;
};

const quote = (value: string | null) => pg.escapeLiteral(value ?? '');

/** Begins a transaction in an office on a connection of the program, in one round trip. */
export async function beginIn(client: pg.PoolClient, { person, organisation, office }: Scope): Promise<void> {
  await client.query(
    `begin; select set_config('app.person', ${quote(person)}, true), set_config('app.organisation', ${quote(organisation)}, true), set_config('app.office', ${quote(office)}, true)`,
  );
}

/** Does one thing in a transaction of its own; tries nothing twice, unlike the program. */
async function once(real: LedgerDatabase, scope: Scope, work: (client: pg.PoolClient) => Promise<boolean>): Promise<Outcome> {
  const client = await real.pool.connect();
  try {
    await beginIn(client, scope);
    const isPosted = await work(client);
    await client.query('commit'); // also when nothing was posted: then nothing may be left behind
    return isPosted ? 'posted' : 'insufficient';
  } catch (error) {
    await client.query('rollback');
    return codeOf(error);
  } finally {
    client.release();
  }
}

export type Asked = Omit<Posted, 'at'> & { readonly office: AskingOffice };

const scopeFor = (real: LedgerDatabase, office: AskingOffice): Scope => scopeIn(office, office === 'agency' ? real.agency : null);

/** Posts by the program's own store. */
export const ask = (real: LedgerDatabase, { office, ...posted }: Asked): Promise<Outcome> =>
  once(real, scopeFor(real, office), async (client) => (await postEntry(speakTo(client), { ...posted, at })) === 'posted');

/** Postings as the database takes them; they may be unsound. */
export type RawLine = { readonly account: string; readonly side: Side; readonly amount: number; readonly owner?: string };
export type RawAsked = {
  readonly id?: string;
  readonly kind: string;
  readonly kase?: string | null;
  readonly reverses?: string | null;
  readonly lines: readonly RawLine[];
  readonly office: AskingOffice;
};

export const rawLines = ({ postings }: Entry): RawLine[] =>
  postings.map(({ account, side, amount }) => ({ account: accountKey(account), side, amount }));

/** Posts by hand-written SQL, as an intruder in some office would. */
export const askRaw = (real: LedgerDatabase, { id = randomUUID(), kind, kase = null, reverses = null, lines, office }: RawAsked) =>
  once(real, scopeFor(real, office), async (client) => {
    const text = 'select app.post_entry($1, $2, $3, $4, $5, $6) as done';
    const values = [id, kind, kase, at, reverses, JSON.stringify(lines)];
    return (await client.query<{ done: boolean }>({ name: 'raw', text, values })).rows[0]?.done === true;
  });

/** Posts, and loses the connection before the commit. */
export async function askAndCrash(real: LedgerDatabase, { office, ...posted }: Asked): Promise<void> {
  const client = await real.pool.connect();
  client.on('error', () => {}); // that is what it is for
  await beginIn(client, scopeFor(real, office));
  await postEntry(speakTo(client), { ...posted, at });
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  client.release(true);
}

/** Holds accounts locked until every one of `work` waits for a lock, then lets all go at once. */
export async function releaseTogether<T>(real: LedgerDatabase, keys: readonly string[], work: readonly (() => Promise<T>)[]): Promise<T[]> {
  await real.owner.query('begin');
  await real.owner.query('select from ledger_account where key = any ($1) order by id for update', [keys]);
  const under = work.map((one) => one());
  const waiting = `select count(*)::integer as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await real.owner.query<{ n: number }>(waiting)).rows[0]?.n === work.length) break;
    await pause(1);
  }
  await real.owner.query('commit');
  return Promise.all(under);
}

export type StoredJournal = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly reverses: string | null;
  readonly kase: string | null;
  readonly entry: Entry;
};

/** Everything that was posted, in the order in which it took its accounts. */
export async function storedJournal({ owner }: LedgerDatabase): Promise<readonly StoredJournal[]> {
  const { rows } = await owner.query<Omit<StoredJournal, 'entry'> & { lines: readonly RawLine[] }>(
    `select j.id, j.kind, j.reverses, j.kase, jsonb_agg(jsonb_build_object('account', a.key, 'side', p.side, 'amount', p.amount) order by p.line_no) as lines
     from journal j left join posting p on p.journal = j.id left join ledger_account a on a.id = p.account group by j.id order by min(p.id)`,
  );
  return rows.map(({ lines, ...row }) => ({
    ...row,
    entry: {
      kind: row.kind,
      postings: lines.map(({ account, side, amount }) => ({ account: accountOf(account), side, amount: fen(amount) })),
    },
  }));
}

/** The balances as stored, by key; accounts that hold nothing are left out. */
export async function storedBalances({ owner }: LedgerDatabase): Promise<Readonly<Record<string, number>>> {
  const { rows } = await owner.query<{ key: string; balance: number }>(
    `select key, balance from ledger_account where balance <> 0 order by key`,
  );
  return Object.fromEntries(rows.map(({ key, balance }) => [key, balance]));
}
