import type { Language } from '#core/kernel/words.ts';
import { grades } from '#processes/recognition/scoring.ts';
import { type Level, levels } from '#processes/recommendation/data.ts';
import type { Tx } from '#server/db/transaction.ts';
import { countUndecided, gradedZones, type PriorityRow, type RecommendedRow } from '#server/stores/recommendations.ts';

/** A zone on the priority list of a year with its place from 1; equal grade and score share a place. */
export type Priority = PriorityRow & { readonly rank: number };

/** The levels a zone can be recommended for, the lower first. */
export const levelNames = Object.keys(levels) as readonly Level[];

/** What a level is called in the reader's language. */
export const levelTitle = (level: string, language: Language): string => levels[level as Level]?.[language] ?? level;

const order = Object.keys(grades);
const isAsGood = (one: PriorityRow, other: PriorityRow): boolean => one.grade === other.grade && one.total === other.total;

/** Zones whose grade may be recommended, that hold their title and whose later grade, if any, may be recommended too. */
export function rankedOf(rows: readonly PriorityRow[], recommendable: readonly string[]): readonly Priority[] {
  const listed = rows
    .filter(({ is_title_held, grade, later_grade }) => {
      return is_title_held && recommendable.includes(grade) && (later_grade === null || recommendable.includes(later_grade));
    })
    .toSorted((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade) || b.total - a.total);
  return listed.map((row) => ({ ...row, rank: listed.findIndex((other) => isAsGood(other, row)) + 1 }));
}

/** It was tried for this level on this result or a later one, or has the title: nobody passes it over. */
const isServed = ({ cases }: PriorityRow, level: string, year: number): boolean =>
  cases.some(
    (kase) => kase.level === level && (kase.state === 'accepted' || (kase.year >= year && !['dropped', 'withdrawn'].includes(kase.state))),
  );

/** Names of the zones before this one that nobody has recommended for the level. */
export const passedOver = (list: readonly Priority[], own: Priority, level: string, year: number): readonly string[] =>
  list.filter((other) => other.rank < own.rank && !isServed(other, level, year)).map(({ name }) => name);

/** The list of a year: the order of 第十四条 with how many zones have no result yet. */
export async function priorityList(tx: Tx, year: number, recommendable: readonly string[]) {
  const rows = await gradedZones(tx, year);
  return { rows, list: rankedOf(rows, recommendable), undecided: await countUndecided(tx, year) };
}

/** A recommendation for this level that is not ended. */
export const liveCase = (cases: readonly RecommendedRow[], level: string, except: string | null): RecommendedRow | undefined =>
  cases.find((kase) => kase.level === level && kase.id !== except && ['unit_part', 'gathering', 'approval', 'sent'].includes(kase.state));
