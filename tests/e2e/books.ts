import pg from 'pg';
import { checkBooks, plantDrift, runningUrl } from '../../tools/books.ts';

/** The books of the server under test, looked at from outside. */
export type Books = {
  /** What is wrong with them, in words; nothing when they balance. */
  readonly faults: readonly string[];
  /** What the same checks say once a fen was put where it does not belong: never nothing. */
  readonly planted: readonly string[];
  /** How many entries of each kind there are. */
  readonly entries: Readonly<Record<string, number>>;
};

/** Reads the books past the program, as `npm run books` does, and tries the checks on a fault that is taken back at once. */
export async function books(): Promise<Books> {
  const client = new pg.Client({ connectionString: runningUrl(process.env.JIXIA_E2E_DATA ?? '') });
  await client.connect();
  const faults = async () => (await checkBooks(client)).flatMap((check) => check.faults);
  try {
    await client.query('begin isolation level repeatable read');
    const { rows } = await client.query<{ kind: string; n: number }>(`select kind, count(*)::integer as n from journal group by kind`);
    const found = await faults();
    await plantDrift(client);
    return { faults: found, planted: await faults(), entries: Object.fromEntries(rows.map(({ kind, n }) => [kind, n])) };
  } finally {
    await client.query('rollback');
    await client.end();
  }
}
