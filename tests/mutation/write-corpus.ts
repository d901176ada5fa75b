/**
 * Random cases with the independent reading's answers, written once: a mutant is then judged without deciding them again.
 * Out of many only those are kept that show several things the kept ones have not shown yet.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { cases, casesWithPriors, crowded } from '../properties/naive/cases.ts';
import { casesWithGaps, honourGaps } from '../properties/naive/cases-with-gaps.ts';
import { naiveItems } from '../properties/naive/complete.ts';
import type { Case, NaiveItem } from '../properties/naive/facts.ts';
import { halves } from '../properties/naive/halves.ts';

const seed = 20_200_825;
const parts = [
  { arbitrary: cases, numRuns: 4_000, hasGaps: false },
  { arbitrary: crowded, numRuns: 4_000, hasGaps: false },
  { arbitrary: halves, numRuns: 4_000, hasGaps: false },
  { arbitrary: casesWithPriors, numRuns: 4_000, hasGaps: false },
  { arbitrary: casesWithGaps, numRuns: 1_000, hasGaps: true },
  { arbitrary: honourGaps, numRuns: 100, hasGaps: true },
] as const;

type Entry = { readonly input: Case; readonly hasGaps: boolean; readonly items: readonly NaiveItem[] };

const least = 3;
const seen = new Set<string>();

/** What a case shows: each sum, each outcome under each reading it sets, and each two outcomes of one agency that passed the gate. */
function featuresOf({ input, hasGaps, items }: Entry): readonly string[] {
  const readings = Object.entries(input.overrides ?? {}).map(([key, value]) => `${key}=${String(value)}`);
  const own = items.map(({ agency, clause, code, ceilingYuan, isHeld }) => {
    const outcome = `${clause} ${code} ${hasGaps}`;
    return { agency, outcome, features: [`${outcome} ${ceilingYuan} ${isHeld}`, ...readings.map((reading) => `${outcome} ${reading}`)] };
  });
  const late = own.filter(({ outcome }) => !/OUTSIDE_YEAR|NOT_IN_FORCE|NOT_IN_ZONE|QUALIFIED|ZONE_/.test(outcome));
  const pairs = late.flatMap((one, i) =>
    late.slice(i + 1).flatMap((other) => (other.agency === one.agency ? [`${one.outcome} | ${other.outcome}`] : [])),
  );
  return [...own.flatMap(({ features }) => features), ...pairs];
}

function isNew(entry: Entry): boolean {
  const fresh = featuresOf(entry).filter((feature) => !seen.has(feature));
  if (fresh.length < least) return false;
  for (const feature of fresh) seen.add(feature);
  return true;
}

const drawn = parts.flatMap(({ arbitrary, numRuns, hasGaps }) =>
  fc.sample<Case>(arbitrary, { seed, numRuns }).map((input): Entry => ({ input, hasGaps, items: naiveItems(input) })),
);
const corpus = drawn.filter(isNew);
mkdirSync('node_modules/.cache/mutation', { recursive: true });
writeFileSync('node_modules/.cache/mutation/corpus.json', JSON.stringify(corpus));
