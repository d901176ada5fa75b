import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { World } from './world.ts';

/** Something somebody else does to the database: a statement and its values. */
type Change = readonly [sql: string, values?: readonly unknown[]];

/**
 * Does `work` while somebody else's change is under way and not yet seen by anybody; the change is committed once `work` waits
 * for it. What only the database can refuse, because others were faster in the same instant, is refused so every time.
 * @throws Error when `work` ends without having met the change.
 */
export async function overtaken<T>(world: World, changes: readonly Change[], work: () => Promise<T>): Promise<T> {
  const other = new pg.Client({ connectionString: world.database.ownerUrl });
  await other.connect();
  try {
    await other.query('begin');
    for (const [sql, values = []] of changes) await other.query(sql, [...values]);
    let isOver = false;
    const done = work().finally(() => {
      isOver = true;
    });
    while (!(await somebodyWaits(world))) {
      if (isOver) throw new Error(`nothing waited for the change: ${JSON.stringify(await done)}`);
      await pause(10);
    }
    await other.query('commit');
    return await done;
  } finally {
    await other.end();
  }
}

const somebodyWaits = async ({ owner }: World): Promise<boolean> =>
  (await owner.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount !== 0;
