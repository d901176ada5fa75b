/** Random cases with the independent reading's answers, written once: a mutant is then judged without deciding them again. */
import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { cases, casesWithGaps, casesWithPriors, crowded, honourGaps } from '../properties/naive/cases.ts';
import { naiveItems } from '../properties/naive/complete.ts';

const seed = 20_200_825;
const parts = [
  { arbitrary: cases, numRuns: 130, hasGaps: false },
  { arbitrary: crowded, numRuns: 200, hasGaps: false },
  { arbitrary: casesWithPriors, numRuns: 150, hasGaps: false },
  { arbitrary: casesWithGaps, numRuns: 100, hasGaps: true },
  { arbitrary: honourGaps, numRuns: 30, hasGaps: true },
] as const;

const corpus = parts.flatMap(({ arbitrary, numRuns, hasGaps }) =>
  fc.sample(arbitrary, { seed, numRuns }).map((input) => ({ input, hasGaps, items: naiveItems(input) })),
);
mkdirSync('node_modules/.cache/mutation', { recursive: true });
writeFileSync('node_modules/.cache/mutation/corpus.json', JSON.stringify(corpus));
