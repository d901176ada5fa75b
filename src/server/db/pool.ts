import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.INT8, Number); // every bigint column here stays below 2^53
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text); // days stay text: no time zone may touch them
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export type Pool = pg.Pool;

/** Opens the pool the program works with. Statements longer than `statementMs` are cut off by the server. */
export function openPool(url: string, options: { readonly size?: number; readonly statementMs?: number } = {}): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size ?? 12,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'jixia',
    options: `-c statement_timeout=${options.statementMs ?? 15_000} -c idle_in_transaction_session_timeout=20000 -c timezone=UTC`,
  });
  pool.on('error', () => {}); // an idle connection lost its server; the next query reports it
  // A connection in use that is lost fails its query; unheard, the event itself would end the program.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
