import { performance } from 'node:perf_hooks';
import pg from 'pg';
import type { BusinessDate } from '#core/kernel/dates.ts';
import { openPool, type Pool } from '#server/db/pool.ts';
import { reading, type Tx } from '#server/db/transaction.ts';
import { scorecardRows } from '#server/stores/scorecards.ts';
import { startThrowaway } from '../../tests/reliability/throwaway.ts';
import { median, plain, printTable, spread, verdict } from '../report.ts';
import { placeRegister, type Size, year } from './seed.ts';

const today = `${year}-09-06` as BusinessDate;
const targetScans = 2;

/**
 * One pass over every record with the columns a scorecard is made of, as the same office under the same row-level
 * security; the facts that are counted are records as well. Never by an index.
 */
const scan = async (tx: Tx): Promise<void> => {
  await tx.run(
    `select set_config('enable_indexscan', 'off', true), set_config('enable_indexonlyscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
  );
  await tx.rows(`select count(zone), sum(code), max(starts), max(ends), max(reported_on) from task_standing`);
  await tx.rows(`select count(zone), count(source), max(year), sum(target), sum(actual) from indicator_standing`);
  await tx.rows(`select count(kind), count(agency), count(matter), max(valid_on) from fact where known_to is null`);
};

const sequentially = (tx: Tx) =>
  tx.run(
    `select set_config('enable_indexscan', 'off', true), set_config('enable_indexonlyscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
  );

type Timed = { readonly before?: (tx: Tx) => Promise<unknown>; readonly work: (tx: Tx) => Promise<unknown> };

const timed = async (pool: Pool, { before, work }: Timed): Promise<number> => {
  let ms = 0;
  await reading(pool, { person: null, organisation: null, office: 'centre_officer', district: null }, async (tx) => {
    await before?.(tx);
    const began = performance.now();
    await work(tx);
    ms = performance.now() - began;
  });
  return ms;
};

/** Scans and scorecards in turn; each round gives one of each. */
async function rounds(pool: Pool, count: number): Promise<{ readonly scans: readonly number[]; readonly cards: readonly number[] }> {
  const [scans, cards]: [number[], number[]] = [[], []];
  for (let round = -3; round < count; round += 1) {
    const one = await timed(pool, { before: sequentially, work: scan });
    const other = await timed(pool, { work: (tx) => scorecardRows(tx, year, today) });
    if (round < 0) continue; // by then the plans are made and the pages are in memory
    scans.push(one);
    cards.push(other);
  }
  return { scans, cards };
}

/** The scorecards of all zones against scans of the records they are made of. */
export async function measureScorecards({ isQuick }: { readonly isQuick: boolean }): Promise<void> {
  const sizes: readonly Size[] = [0, 20_000].map((grants) => ({
    zones: isQuick ? 300 : 3_000,
    tasks: 40,
    indicators: 9,
    years: 3,
    grants,
  }));
  const server = await startThrowaway();
  const table: string[][] = [];
  try {
    for (const size of sizes) {
      const { appUrl, ownerUrl, drop } = await server.database();
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      await placeRegister(owner, size);
      await owner.end();
      const pool = openPool(appUrl, { size: 1 });
      const { scans, cards } = await rounds(pool, isQuick ? 5 : 25);
      await pool.end();
      await drop();
      const ratio = median(cards) / median(scans);
      const records = size.zones * (size.tasks + size.indicators * size.years);
      table.push([
        `${size.zones}个，${records}条，另有授权${size.grants}件`,
        spread(cards),
        spread(scans),
        plain(ratio),
        verdict(ratio <= targetScans),
      ]);
    }
  } finally {
    await server.stop();
  }
  console.log(`全部示范区的进展与预测，对比读一遍任务、指标和计入的事实记录（同样的列、同样的行级安全；目标：不超过 ${targetScans} 遍）`);
  printTable(['示范区', '进展与预测 毫秒', '读一遍 毫秒', '遍数', '目标'], table);
}
