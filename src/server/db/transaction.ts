import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Refused } from '#core/kernel/refusal.ts';
import type { Actor } from '#core/people/actor.ts';
import type { Pool } from './pool.ts';

/** On whose behalf a transaction reads and writes; row-level security looks at it. */
export type Scope = {
  readonly person: string | null;
  readonly organisation: string | null;
  readonly office: string;
  readonly district: string | null;
};

/** The program itself: signing in, delivering messages. Never chosen by a request. */
export const systemScope: Scope = { person: null, organisation: null, office: 'system', district: null };

export const scopeOf = ({ person, organisation, role, district }: Actor): Scope => ({
  person,
  organisation,
  office: role,
  district,
});

type Row = Record<string, unknown>;

/** What stores speak to. Every statement is prepared once per connection under a name of its own. */
export type Tx = {
  rows<T extends object = Row>(text: string, values?: readonly unknown[]): Promise<T[]>;
  one<T extends object = Row>(text: string, values?: readonly unknown[]): Promise<T | undefined>;
  /** Runs a statement and says how many rows it touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>;
};

/** Committed for certain, refused for certain (nothing happened), or not known: the connection broke at the commit. */
export type TxOutcome<T> =
  | { readonly outcome: 'committed'; readonly value: T }
  | { readonly outcome: 'refused'; readonly refused: Refused }
  | { readonly outcome: 'unknown'; readonly error: unknown };

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `s${names.size}`;
    names.set(text, name);
  }
  return name;
}

/** Speaks to one connection; also used outside transactions for single definer-function calls. */
export function speakTo(client: pg.ClientBase | Pool): Tx {
  const query = (text: string, values: readonly unknown[] = []) => client.query({ name: nameOf(text), text, values: values as unknown[] });
  return {
    rows: async <T extends object>(text: string, values?: readonly unknown[]) => (await query(text, values)).rows as T[],
    one: async <T extends object>(text: string, values?: readonly unknown[]) => (await query(text, values)).rows[0] as T | undefined,
    run: async (text, values) => (await query(text, values)).rowCount ?? 0,
  };
}

const quote = (value: string | null) => (value === null ? "''" : pg.escapeLiteral(value));

/** Begin and scope in one round trip. */
const opening = ({ person, organisation, office, district }: Scope, isReadOnly: boolean) =>
  `begin${isReadOnly ? ' read only' : ''}; select set_config('app.person', ${quote(person)}, true), set_config('app.organisation', ${quote(organisation)}, true), set_config('app.office', ${quote(office)}, true), set_config('app.district', ${quote(district)}, true)`;

const retried = new Set(['40001', '40P01']);
const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false && 'refusals' in value;

const sqlState = (error: unknown): string | undefined => (error instanceof pg.DatabaseError ? error.code : undefined);

type Try<T> = TxOutcome<T> | { readonly outcome: 'again' };

/** A connection goes back to the pool only after a clean end; anything else destroys it, so that no open transaction leaks. */
async function attempt<T>(pool: Pool, scope: Scope, work: (tx: Tx) => Promise<T | Refused>): Promise<Try<T>> {
  const client = await pool.connect();
  let isClean = false;
  let isCommitting = false;
  try {
    await client.query(opening(scope, false));
    const value = await work(speakTo(client));
    if (isRefused(value)) {
      await client.query('rollback');
      isClean = true;
      return { outcome: 'refused', refused: value };
    }
    isCommitting = true;
    await client.query('commit');
    isClean = true;
    return { outcome: 'committed', value };
  } catch (error) {
    const state = sqlState(error);
    if (state !== undefined && retried.has(state)) return { outcome: 'again' };
    if (isCommitting && state === undefined) return { outcome: 'unknown', error };
    throw error;
  } finally {
    client.release(!isClean);
  }
}

/**
 * Runs one unit of work. Conflicts (40001, 40P01) are tried again up to five times.
 * @throws whatever the work throws, after the transaction is gone; a refusal is returned, not thrown.
 */
export async function withTx<T>(pool: Pool, scope: Scope, work: (tx: Tx) => Promise<T | Refused>): Promise<TxOutcome<T>> {
  for (let round = 1; ; round += 1) {
    const result = await attempt(pool, scope, work);
    if (result.outcome !== 'again') return result;
    if (round >= 5) throw new Error('the transaction met conflicts five times');
    await delay(Math.random() * 20 * round);
  }
}

/** Like `withTx` for work that can not be refused. @throws Error when the outcome is not known. */
export async function inTx<T>(pool: Pool, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await withTx<T>(pool, scope, work);
  if (result.outcome === 'committed') return result.value;
  throw result.outcome === 'unknown' ? result.error : new Error('unexpected refusal');
}

/** Reads under a scope. */
export async function reading<T>(pool: Pool, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isClean = false;
  try {
    await client.query(opening(scope, true));
    const value = await work(speakTo(client));
    await client.query('commit');
    isClean = true;
    return value;
  } finally {
    client.release(!isClean);
  }
}
