import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import type { Filter } from './round.ts';

const lookAgainMs = 1500;
const mostLooks = 20;

/** The round of a year. While its cases are being made it looks again by itself, and gives up after half a minute. */
export const roundQuery = (year: number, filter: Filter) =>
  queryOptions({
    queryKey: ['recognition-round', year, filter],
    queryFn: () => dataOf(api.call('readRecognitionRound', { params: { year }, query: filter })),
    placeholderData: (before) => (before?.year === year ? before : undefined),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.round && data.unopened > 0 && dataUpdateCount < mostLooks ? lookAgainMs : false,
  });
