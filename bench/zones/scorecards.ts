import { existsSync, readFileSync } from 'node:fs';
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
  await tx.rows(`select count(zone), sum(code), max(starts), max(ends), max(reported_on) from task_standing`);
  await tx.rows(`select count(zone), count(source), max(year), sum(target), sum(actual) from indicator_standing`);
  await tx.rows(`select count(kind), count(agency), count(matter), max(valid_on) from fact where known_to is null`);
};

const cards = (tx: Tx) => scorecardRows(tx, year, today);

const sequentially = (tx: Tx) =>
  tx.run(
    `select set_config('enable_indexscan', 'off', true), set_config('enable_indexonlyscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
  );

const msPerTick = 10;

/** Processor time of this process and of its database session in milliseconds; a machine without /proc tells only the first. */
function cpuMs(session: number): number {
  const { user, system } = process.cpuUsage();
  const file = `/proc/${session}/stat`;
  if (!existsSync(file)) return (user + system) / 1000;
  const text = readFileSync(file, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (user + system) / 1000 + (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

/** What something took, round by round by the clock, and of the processor in all. */
type Taken = { readonly ms: number[]; cpu: number };

type Task = { readonly before?: (tx: Tx) => Promise<unknown>; readonly work: (tx: Tx) => Promise<unknown> };

const timed = (pool: Pool, taken: Taken, { before, work }: Task): Promise<void> =>
  reading(pool, { person: null, organisation: null, office: 'centre_officer', district: null }, async (tx) => {
    const session = (await tx.one<{ pid: number }>('select pg_backend_pid() as pid'))?.pid ?? 0;
    await before?.(tx);
    const [cpu, began] = [cpuMs(session), performance.now()];
    await work(tx);
    taken.ms.push(performance.now() - began);
    taken.cpu += cpuMs(session) - cpu;
  });

/** Scans and scorecards in turn; the first rounds make the plans and bring the pages into memory. */
async function rounds(pool: Pool, count: number): Promise<{ readonly scans: Taken; readonly all: Taken }> {
  const fresh = (): Taken => ({ ms: [], cpu: 0 });
  for (let round = 0; round < 3; round += 1) {
    await timed(pool, fresh(), { before: sequentially, work: scan });
    await timed(pool, fresh(), { work: cards });
  }
  const [scans, all] = [fresh(), fresh()];
  for (let round = 0; round < count; round += 1) {
    await timed(pool, scans, { before: sequentially, work: scan });
    await timed(pool, all, { work: cards });
  }
  return { scans, all };
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
  const count = isQuick ? 5 : 40;
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
      const { scans, all } = await rounds(pool, count);
      await pool.end();
      await drop();
      const ratio = median(all.ms) / median(scans.ms);
      const records = size.zones * (size.tasks + size.indicators * size.years);
      table.push([
        `${size.zones}个，${records}条，另有授权${size.grants}件`,
        spread(all.ms),
        spread(scans.ms),
        plain(ratio),
        verdict(ratio <= targetScans),
        `${plain(all.cpu / count)} / ${plain(scans.cpu / count)}`,
        plain(all.cpu / scans.cpu),
      ]);
    }
  } finally {
    await server.stop();
  }
  console.log(`全部示范区的进展与预测，对比读一遍任务、指标和计入的事实记录（同样的列、同样的行级安全；目标：不超过 ${targetScans} 遍）`);
  printTable(['示范区', '进展与预测 毫秒', '读一遍 毫秒', '遍数', '目标', '占用处理器 毫秒', '占用之比'], table);
}
