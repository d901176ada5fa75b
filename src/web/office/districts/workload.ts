import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';

export type Workload = AnswerOf<NamedEndpoints['readWorkload']>;
export type WorkloadRow = Workload['rows'][number];
export type Handled = AnswerOf<NamedEndpoints['listWorkloadCases']>['rows'][number];

/** Which of a row's cases are looked at. */
export type About = 'all' | 'open' | 'overdue' | 'returned' | 'objected';

/** What the address narrows the table to. */
export type WorkloadFilter = { readonly year: number; readonly process?: string; readonly district?: string };

export const workloadQuery = (filter: WorkloadFilter) => ({
  queryKey: ['workload', filter],
  queryFn: () => dataOf(api.call('readWorkload', { query: filter })),
});

export const handledQuery = (filter: WorkloadFilter & { readonly about: About }) => ({
  queryKey: ['workload', 'cases', filter],
  queryFn: ({ pageParam }: { readonly pageParam: string }) =>
    dataOf(api.call('listWorkloadCases', { query: pageParam ? { ...filter, after: pageParam } : filter })),
  initialPageParam: '',
  getNextPageParam: ({ next }: { readonly next: string | null }) => next,
});

/** The filter as it stands in the address. */
export function filterOf(search: URLSearchParams, year: number): WorkloadFilter {
  const [process, district] = [search.get('process'), search.get('district')];
  return { year, ...(process ? { process } : {}), ...(district ? { district } : {}) };
}
