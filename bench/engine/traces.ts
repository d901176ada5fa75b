/**
 * All trace objects of 6,000 agencies, ours beside a loop written by hand. Garbage decides such a measurement, so it
 * runs in a process of its own, collects before every sample and takes turns in who goes first. Prints JSON.
 */
import { compileBulk } from '#core/policy/bulk.ts';
import { compileBulkTrace } from '#core/policy/bulk-trace.ts';
import { resolveSettings } from '#core/policy/settings.ts';
import { populationRules } from '#policy/zibo-2020/09-population.ts';
import { supportSettings } from '#policy/zibo-2020/settings-support.ts';
import { handTraces } from './hand.ts';
import { median } from './rounds.ts';
import { makeWorld, sizes } from './world.ts';

const rounds = 101;
const passes = 12;
const collect = (globalThis as { gc?: () => void }).gc ?? (() => {});

const { agencies } = makeWorld();
const set = populationRules(resolveSettings(supportSettings).values);
const compiled = compileBulk(set);
const explain = compileBulkTrace(set, compiled);
const amounts = new Float64Array(sizes.agencies * (set.rules.length + 1));
const reasons = new Uint8Array(sizes.agencies * set.rules.length);

const byHand = () => handTraces(agencies);
const byEngine = () => {
  compiled.walk(agencies, amounts, reasons, compiled.numbers);
  return agencies.map((year, i) => explain(year, amounts, reasons, i));
};
if (JSON.stringify(byHand()) !== JSON.stringify(byEngine())) throw new Error('traces differ');

let kept: unknown;
/**
 * Milliseconds of processor time of one pass, all threads, the collector's too, from a clean heap. Time on the clock
 * would measure whoever else is on the machine.
 */
function sample(run: () => unknown): number {
  kept = undefined;
  collect();
  const start = process.cpuUsage();
  for (let i = 0; i < passes; i += 1) kept = run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / passes;
}

for (let i = 0; i < 30; i += 1) kept = [byHand(), byEngine()];
const times: [hand: number, own: number][] = [];
for (let round = 0; round < rounds; round += 1) {
  const isHandFirst = round % 2 === 0;
  const first = sample(isHandFirst ? byHand : byEngine);
  const second = sample(isHandFirst ? byEngine : byHand);
  times.push(isHandFirst ? [first, second] : [second, first]);
}
const ratios = times.map(([hand, own]) => own / hand).sort((a, b) => a - b);
const part = (share: number) => ratios[Math.floor(share * (rounds - 1))] ?? 0;
console.log(
  JSON.stringify({
    ratio: part(0.5),
    low: part(0.25),
    high: part(0.75),
    handMs: median(times.map(([hand]) => hand)),
    ms: median(times.map(([, own]) => own)),
    kept: Array.isArray(kept),
  }),
);
