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

/**
 * What stores speak to. Every statement is prepared once per connection under a name of its own. Statements go to the
 * server as soon as they are said and are done in that order, whether their answers are awaited one by one or together:
 * what does not depend on each other is asked in one breath.
 */
export type Tx = {
  rows<T extends object = Row>(text: string, values?: readonly unknown[]): Promise<T[]>;
  one<T extends object = Row>(text: string, values?: readonly unknown[]): Promise<T | undefined>;
  /** Runs a statement and says how many rows it touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>;
  /** Says a statement whose answer nobody needs. Where it fails, the transaction fails: at its commit at the latest. */
  write(text: string, values?: readonly unknown[]): void;
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

const unheard = (fault: unknown): never => {
  throw fault;
};

/**
 * Speaks to one connection; also used outside transactions for single definer-function calls. `onFault` hears of a failed
 * `write`; without it such a fault ends the program.
 */
export function speakTo(client: pg.ClientBase | Pool, onFault: (fault: unknown) => void = unheard): Tx {
  const say = (text: string, values: readonly unknown[] = []) => client.query({ name: nameOf(text), text, values: values as unknown[] });
  return {
    rows: async <T extends object>(text: string, values?: readonly unknown[]) => (await say(text, values)).rows as T[],
    one: async <T extends object>(text: string, values?: readonly unknown[]) => (await say(text, values)).rows[0] as T | undefined,
    run: async (text, values) => (await say(text, values)).rowCount ?? 0,
    write: (text, values) => void say(text, values).catch(onFault),
  };
}

const settings = `select set_config('app.person', $1, true), set_config('app.organisation', $2, true), set_config('app.office', $3, true), set_config('app.district', $4, true)`;

/** A transaction that was begun, with the fault of the first statement nobody waited for. */
type Begun = { readonly tx: Tx; readonly fault: () => unknown };

/** Begins without waiting: the first statement travels along. Were there no transaction, there would be no scope, and nothing to see or do. */
function beginOn(client: pg.ClientBase, scope: Scope, isReadOnly = false): Begun {
  let first: unknown;
  const note = (fault: unknown) => {
    first ??= fault;
  };
  const tx = speakTo(client, note);
  tx.write(isReadOnly ? 'begin read only' : 'begin');
  tx.write(settings, [scope.person ?? '', scope.organisation ?? '', scope.office, scope.district ?? '']);
  return { tx, fault: () => first };
}

const retried = new Set(['40001', '40P01']);
const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false && 'refusals' in value;

const sqlState = (error: unknown): string | undefined => (error instanceof pg.DatabaseError ? error.code : undefined);

type Try<T> = TxOutcome<T> | { readonly outcome: 'again' };

/** What a commit came to. @throws the fault of a statement nobody waited for: the server then rolled back, whatever was asked. */
function checkEnd(command: string, begun: Begun): void {
  const fault = begun.fault();
  if (fault !== undefined) throw fault;
  if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`);
}

/** A connection goes back to the pool only after a clean end; anything else destroys it, so that no open transaction leaks. */
async function attempt<T>(pool: Pool, scope: Scope, work: (tx: Tx) => Promise<T | Refused>): Promise<Try<T>> {
  const client = await pool.connect();
  const begun = beginOn(client, scope);
  let isClean = false;
  let isCommitting = false;
  try {
    const value = await work(begun.tx);
    if (isRefused(value)) {
      await client.query('rollback');
      isClean = begun.fault() === undefined;
      return { outcome: 'refused', refused: value };
    }
    isCommitting = true;
    const { command } = await client.query('commit');
    isCommitting = false;
    checkEnd(command, begun);
    isClean = true;
    return { outcome: 'committed', value };
  } catch (error) {
    const cause = begun.fault() ?? error; // what failed first; the rest only says that the transaction is over
    const state = sqlState(cause);
    if (state !== undefined && retried.has(state)) return { outcome: 'again' };
    if (isCommitting && state === undefined) return { outcome: 'unknown', error: cause };
    throw cause;
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
  const begun = beginOn(client, scope, true);
  let isClean = false;
  try {
    const value = await work(begun.tx);
    const { command } = await client.query('commit');
    checkEnd(command, begun);
    isClean = true;
    return value;
  } catch (error) {
    throw begun.fault() ?? error;
  } finally {
    client.release(!isClean);
  }
}
