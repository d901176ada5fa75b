import { bestMix } from '#policy/zibo-2020/best-mix.ts';
import { type CaseFile, clauseKeys } from '#policy/zibo-2020/case-file.ts';
import { nearestFor } from '#policy/zibo-2020/nearest.ts';
import type { Rulings } from './readings.ts';

/** An agency's case file and the rulings in effect. */
export type NearestQuestion = { readonly file: CaseFile; readonly agency: string; readonly rulings: Rulings };

/** What would earn an agency support or more of it this year, clause by clause, and what the best legal mix leaves out. */
export function nearestOf({ file, agency, rulings }: NearestQuestion) {
  return {
    nearest: clauseKeys.flatMap((clause) =>
      nearestFor(file, agency, clause, rulings)
        .slice(0, 2)
        .map((change) => ({ clause, ...change })),
    ),
    leftOut: bestMix(file, rulings)
      .leftOut.filter((part) => part.agency === agency)
      .map(({ clause, facts, yuan, says }) => ({ clause, facts: [...facts], yuan, says })),
  };
}

export type NearestAnswer = ReturnType<typeof nearestOf>;
