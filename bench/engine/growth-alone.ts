/**
 * Agencies drawn and decided chunk by chunk, never all held. Given a size: that many once, to see the peak of memory.
 * Given none: every size in turns, microseconds for each agency, round by round; of the chunks of a round the slowest tenth
 * is left out, in which somebody else had the processor. Prints JSON.
 */
import { compileBulk } from '#core/policy/bulk.ts';
import { resolveSettings } from '#core/policy/settings.ts';
import { populationRules } from '#policy/zibo-2020/09-population.ts';
import { supportSettings } from '#policy/zibo-2020/settings-support.ts';
import { growthSizes } from './growth.ts';
import { agencyOf, generator } from './world.ts';

const chunk = 1_000;
const rounds = 11;
const set = populationRules(resolveSettings(supportSettings).values);
const { walk, numbers, reasons: names } = compileBulk(set);
const width = set.rules.length;
const amounts = new Float64Array(chunk * (width + 1));
const reasons = new Uint8Array(chunk * width);

let seed = 20_200_825;

/** Decides that many agencies, each time others; milliseconds of walking and tallying each chunk, drawing it apart. */
function pass(size: number): { readonly chunks: readonly number[]; readonly tally: Float64Array } {
  const r = generator((seed += 1));
  const chance = (p: number) => (r() < p ? 1 : 0);
  const tally = new Float64Array(names.length + 1);
  const chunks: number[] = [];
  for (let done = 0; done < size; done += chunk) {
    const agencies = Array.from({ length: chunk }, () => agencyOf(r, chance));
    const start = performance.now();
    walk(agencies, amounts, reasons, numbers);
    for (let o = width; o < amounts.length; o += width + 1) (tally[names.length] as number) += amounts[o] as number;
    for (const code of reasons) (tally[code] as number) += 1;
    chunks.push(performance.now() - start);
  }
  return { chunks, tally };
}

/** Microseconds for each agency over many passes of one size, the slowest tenth of the chunks left out. */
function timeOf(size: number): number {
  const passes = Math.max(1, 200_000 / size);
  const all = Array.from({ length: passes }, () => pass(size).chunks).flat();
  const usual = all.sort((a, b) => a - b).slice(0, Math.ceil(all.length * 0.9));
  return (usual.reduce((sum, ms) => sum + ms, 0) * 1000) / usual.length / chunk;
}

const only = Number(process.argv[2] ?? 0);
if (only > 0) {
  const { tally } = pass(only);
  const decided = tally.subarray(0, names.length).reduce((all, n) => all + n, 0);
  if (decided !== only * width) throw new Error(`${decided} reasons for ${only} agencies`);
  console.log(JSON.stringify({ sum: tally[names.length], peakMb: process.resourceUsage().maxRSS / 1024 }));
} else {
  pass(200_000);
  const times = growthSizes.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1) for (const [i, size] of growthSizes.entries()) times[i]?.push(timeOf(size));
  console.log(JSON.stringify(times));
}
