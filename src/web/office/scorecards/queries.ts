import { queryOptions } from '@tanstack/react-query';
import type { AnswerOf, Sent } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';

export type ScorecardQuery = NonNullable<Sent<NamedEndpoints['listScorecards']>['query']>;
export type ScorecardRow = AnswerOf<NamedEndpoints['listScorecards']>['rows'][number];

/** The scorecards of a year, as far as they are asked for. */
export const scorecardsQuery = (query: ScorecardQuery) =>
  queryOptions({ queryKey: ['scorecards', query], queryFn: () => dataOf(api.call('listScorecards', { query })) });
