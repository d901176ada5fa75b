/**
 * Agencies drawn and decided chunk by chunk, never all held. Given a size: that many once, to see the peak of memory.
 * Given none: every size in turns, microseconds for each agency. Prints JSON.
 */
import { compileBulk } from '#core/policy/bulk.ts';
import { resolveSettings } from '#core/policy/settings.ts';
import { populationRules } from '#policy/zibo-2020/09-population.ts';
import { supportSettings } from '#policy/zibo-2020/settings-support.ts';
import { growthSizes } from './growth.ts';
import { median } from './rounds.ts';
import { agencyOf, generator } from './world.ts';

const chunk = 1_000;
const rounds = 11;
const set = populationRules(resolveSettings(supportSettings).values);
const { walk, numbers, reasons: names } = compileBulk(set);
const width = set.rules.length;
const amounts = new Float64Array(chunk * (width + 1));
const reasons = new Uint8Array(chunk * width);

let seed = 20_200_825;

/** Decides that many agencies, each time others; milliseconds of the walk and the tallying of sums and reasons, drawing them apart. */
function pass(size: number): { readonly ms: number; readonly sum: number; readonly tally: Float64Array } {
  const r = generator((seed += 1));
  const chance = (p: number) => (r() < p ? 1 : 0);
  const tally = new Float64Array(names.length);
  let [ms, sum] = [0, 0];
  for (let done = 0; done < size; done += chunk) {
    const agencies = Array.from({ length: chunk }, () => agencyOf(r, chance));
    const start = performance.now();
    walk(agencies, amounts, reasons, numbers);
    for (let o = width; o < amounts.length; o += width + 1) sum += amounts[o] as number;
    for (const code of reasons) (tally[code] as number) += 1;
    ms += performance.now() - start;
  }
  return { ms, sum, tally };
}

const only = Number(process.argv[2] ?? 0);
if (only > 0) {
  const { sum, tally } = pass(only);
  const decided = tally.reduce((all, n) => all + n, 0);
  if (decided !== only * width) throw new Error(`${decided} reasons for ${only} agencies`);
  console.log(JSON.stringify({ sum, peakMb: process.resourceUsage().maxRSS / 1024 }));
} else {
  pass(200_000);
  const times = growthSizes.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, size] of growthSizes.entries()) {
      const passes = Math.max(1, 200_000 / size);
      let ms = 0;
      for (let n = 0; n < passes; n += 1) ms += pass(size).ms;
      times[i]?.push((ms * 1000) / passes / size);
    }
  }
  console.log(JSON.stringify(times.map((own) => ({ micros: median(own), low: Math.min(...own), high: Math.max(...own) }))));
}
