import { performance } from 'node:perf_hooks';
import type { Instant } from '#core/kernel/dates.ts';
import { refused } from '#core/kernel/refusal.ts';
import { openPool } from '#server/db/pool.ts';
import { withTx } from '#server/db/transaction.ts';
import { disputedMatters, holdMatters } from '#server/stores/claims.ts';
import { type City, inCity, morning } from '../../tests/reliability/city.ts';
import { copyAgency } from '../../tests/reliability/copies.ts';
import { opened, payee, won } from '../../tests/support/claims.ts';
import type { World } from '../../tests/support/world.ts';
import { plain, printTable, quantile, verdict } from '../report.ts';
import { placeHolds } from './seed.ts';

const targetMs = 50;
const undone = refused({
  kind: 'conflict',
  code: 'undone',
  clause: 'operational',
  says: { zh: '测量后撤销', en: 'undone after the measurement' },
});

type Probe = { readonly title: string; readonly matters: (round: number) => readonly string[]; readonly disputes: number };

/** A few matters of a claim, some of which others hold already, out of as many as are held. */
const probes = (held: number): readonly Probe[] => [
  { title: '1件，无人申领', matters: (round) => [`2030${String(round).padStart(9, '0')}`], disputes: 0 },
  { title: '1件，他人已申领', matters: (round) => [`2019${String(100 + ((round * 7919) % held)).padStart(9, '0')}`], disputes: 1 },
  {
    title: '200件，其中100件他人已申领',
    matters: (round) =>
      Array.from({ length: 200 }, (_, n) =>
        n < 100 ? `2019${String(100 + ((round * 7919 + n * 613) % held)).padStart(9, '0')}` : `2030${String(n).padStart(9, '0')}`,
      ),
    disputes: 100,
  },
];

async function measure(
  city: City,
  template: { fact: string; kase: string; account: string },
  { held, rounds }: { held: number; rounds: number },
): Promise<void> {
  const [rival] = await copyAgency(city.owner, city.template({ facts: [template.fact], kases: [template.kase], payee: template.account }), {
    count: 1,
    marker: 'TALLY',
  });
  if (!rival) throw new Error('nobody asks');
  await placeHolds(city, held);
  const pool = openPool(city.url, { size: 1 });
  const scope = { person: rival.person, organisation: rival.organisation, office: 'agency', district: '370303' };
  const kase = rival.kases[0] ?? '';
  const rows: string[][] = [];
  for (const { title, matters, disputes } of probes(held)) {
    const times: number[] = [];
    for (let round = 0; round < rounds + 5; round += 1) {
      const wanted = matters(round).map((matter) => ({ kind: 'invention_grant', matter }));
      await withTx(pool, scope, async (tx) => {
        await tx.run('update kase set version = version + 1 where id = $1', [kase]); // matters are held while the claim moves
        const began = performance.now();
        const missed = await holdMatters(tx, {
          kase,
          agency: rival.organisation,
          clause: '9.5.tier',
          matters: wanted,
          at: morning as Instant,
        });
        const found = await disputedMatters(tx, kase);
        if (round >= 5) times.push(performance.now() - began); // by then the plans are made
        if (missed !== 0 || found.length !== disputes) throw new Error(`${title}: ${missed} missed, ${found.length} in dispute`);
        return undone;
      });
    }
    times.sort((a, b) => a - b);
    rows.push([title, plain(quantile(times, 0.5)), plain(quantile(times, 0.99)), verdict(quantile(times, 0.99) < targetMs)]);
  }
  await pool.end();
  console.log(`查重：记下申领的事项并找出争议，已有${held}件在申领中（目标：${targetMs} 毫秒内，按 p99）`);
  printTable(['一次申领', 'p50 毫秒', 'p99 毫秒', '目标'], rows);
}

/** The duplicate check against a million held matters. */
export const measureMatters = ({ isQuick }: { readonly isQuick: boolean }): Promise<void> =>
  inCity(
    async (small) => {
      const world = small as World;
      const fact = await won(world, '（2021）鲁03民初TALLY号');
      return { fact, account: await payee(world), kase: (await opened(world, '9.4')).id };
    },
    (city) => measure(city, city.told, isQuick ? { held: 50_000, rounds: 20 } : { held: 1_000_000, rounds: 400 }),
  );
