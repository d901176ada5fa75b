import pg from 'pg';
import { GatheringSocket } from './gathering-socket.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, Number); // every bigint column here stays below 2^53
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text); // days stay text: no time zone may touch them
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export type Pool = pg.Pool;

/** How long a request queues for a connection. When many come in the same second, a late answer is better than none. */
const queueMs = 20_000;

/** Whether something failed because no connection came free in time: too much at once, no fault. */
export const isQueueTooLong = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';

/** Opens the pool the program works with. Statements longer than `statementMs` are cut off by the server. */
export function openPool(url: string, options: { readonly size?: number; readonly statementMs?: number } = {}): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size ?? 12,
    connectionTimeoutMillis: queueMs,
    idleTimeoutMillis: 60_000,
    application_name: 'jixia',
    pipeline: true, // a statement need not wait for the answer to the one before it
    stream: () => new GatheringSocket(),
    options: `-c statement_timeout=${options.statementMs ?? 15_000} -c idle_in_transaction_session_timeout=20000 -c timezone=UTC`,
  });
  pool.on('error', () => {}); // an idle connection lost its server; the next query reports it
  // A connection in use that is lost fails its query; unheard, the event itself would end the program.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
