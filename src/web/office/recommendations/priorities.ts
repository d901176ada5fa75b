import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';

export type Priorities = AnswerOf<NamedEndpoints['listPriorities']>;
export type Priority = Priorities['rows'][number];

/** The priority list of a year; the latest one with results when none is named. */
export const prioritiesQuery = (year: number | null) => ({
  queryKey: ['priorities', year],
  queryFn: () => dataOf(api.call('listPriorities', year === null ? {} : { query: { year } })),
});

/** How a zone stands for one level: the title it holds, its latest case, and whether one can be opened. */
export function standingOf({ levels, recommendations }: Priority, level: string) {
  const held = levels.find((one) => one.level === level)?.held ?? null;
  const isOpen = levels.some((one) => one.level === level && one.isOpen);
  return { held, latest: recommendations.findLast((one) => one.level === level), isFree: held === null && !isOpen };
}
