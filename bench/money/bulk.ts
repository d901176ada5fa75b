import { performance } from 'node:perf_hooks';
import type { BulkRunView } from '#contract/bulk.ts';
import { type City, inCity, morning } from '../../tests/reliability/city.ts';
import { copyAgency } from '../../tests/reliability/copies.ts';
import { openLanes } from '../../tests/reliability/lanes.ts';
import { bodyOf, get, post } from '../../tests/reliability/requests.ts';
import { appropriated, declaration, opened, payee, sheet, won } from '../../tests/support/claims.ts';
import type { World } from '../../tests/support/world.ts';
import type { Child } from '../child.ts';
import { plain, printTable, quantile } from '../report.ts';

const order = { process: 'claim', event: 'propose_computed', input: {}, filter: { state: 'checked' } };

/** A claim that was checked and waits for its proposal; money is there for it. */
async function ready(small: Pick<World, 'as' | 'paper' | 'owner'>) {
  const world = small as World;
  await appropriated(world, '9.4', 900_000_000);
  const fact = await won(world, '（2021）鲁03民初TALLY号');
  const account = await payee(world);
  const kase = await opened(world, '9.4');
  await kase.do('agency', 'file', declaration([account]));
  await kase.do('officer', 'check', await sheet(kase));
  return { fact, account, kase: kase.id };
}

/** Reads of the page beside a run, one after the other until it is over: does the program still answer? */
async function measure(city: City, served: Child, told: Awaited<ReturnType<typeof ready>>, count: number): Promise<void> {
  await copyAgency(city.owner, city.template({ facts: [told.fact], kases: [told.kase], payee: told.account }), { count, marker: 'TALLY' });
  await city.owner.query('vacuum analyze');
  const port = await served.ask<number>('open', { url: city.url, files: city.files, at: morning });
  const lanes = await openLanes(port, 1);
  const { cookie } = city.members.officer;
  const ask = async <T>(shot: ReturnType<typeof get>) => {
    const [answer] = await lanes.fire([shot]);
    return { data: bodyOf<T>(answer), ms: answer?.ms ?? Number.NaN };
  };
  const preview = await ask<{ ready: number }>(post(cookie, '/bulk/preview', order));
  const start = await ask<{ id: string }>(post(cookie, '/bulk', order));
  const began = performance.now();
  const reads: number[] = [];
  for (let said = 0; await served.ask<boolean>('carryOn'); said += 1) {
    const { data, ms } = await ask<BulkRunView>(get(cookie, `/bulk/${start.data.id}`));
    reads.push(ms);
    if (said % 20 === 0) console.log(`  已办${data.done + data.refused}/${data.total}，${plain((performance.now() - began) / 1000)}秒`);
  }
  const seconds = (performance.now() - began) / 1000;
  const { data } = await ask<BulkRunView>(get(cookie, `/bulk/${start.data.id}`));
  lanes.close();
  if (data.done !== preview.data.ready || data.refused > 0)
    throw new Error(`${data.done} of ${preview.data.ready} done, ${data.refusals[0]?.says ?? ''}`);
  reads.sort((a, b) => a - b);
  console.log(`按条件选出的${data.total}件申领一次决定（按计算金额提出；逐件经同一道门，单线逐件办理）`);
  printTable(
    ['件数', '预览 毫秒', '下达 毫秒', '办完 秒', '件/秒', '其间读进度 p50/p99 毫秒'],
    [
      [
        String(data.total),
        plain(preview.ms, 0),
        plain(start.ms, 0),
        plain(seconds),
        plain(data.total / seconds),
        `${plain(quantile(reads, 0.5))} / ${plain(quantile(reads, 0.99))}`,
      ],
    ],
  );
}

/** One decision on many claims, chosen by filter. */
export const measureBulk = (count: number): Promise<void> => inCity(ready, (city, served) => measure(city, served, city.told, count));
