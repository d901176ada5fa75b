import { infiniteQueryOptions, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { FactView } from '#contract/facts.ts';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { rememberFileName } from '../../ui/files.tsx';
import { formOf, type KindInfo } from './fact.ts';

/** How a list of facts is narrowed. */
export type FactFilter = {
  readonly kind?: string;
  readonly year?: number;
  readonly agency?: string;
  readonly history?: '1';
};

function rememberFiles(facts: readonly FactView[]): void {
  for (const { files } of facts) for (const [hash, name] of Object.entries(files)) rememberFileName(hash, name);
}

export const kindsQuery = queryOptions({
  queryKey: ['fact-kinds'],
  queryFn: () => dataOf(api.call('describeFactKinds')),
  staleTime: 3_600_000,
});

export const factsQuery = (filter: FactFilter) =>
  infiniteQueryOptions({
    queryKey: ['facts', filter],
    queryFn: ({ pageParam }) => dataOf(api.call('listFacts', { query: pageParam ? { ...filter, after: pageParam } : filter })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const factQuery = (id: string) =>
  queryOptions({
    queryKey: ['fact', id],
    queryFn: async () => {
      const fact = await dataOf(api.call('readFact', { params: { id } }));
      rememberFiles([fact, ...fact.history]);
      return fact;
    },
  });

export const confirmationsQuery = (isAnswered: boolean) =>
  infiniteQueryOptions({
    queryKey: ['fact-confirmations', isAnswered],
    queryFn: async ({ pageParam }) => {
      const query = { ...(isAnswered ? { answered: '1' as const } : {}), ...(pageParam ? { after: pageParam } : {}) };
      const page = await dataOf(api.call('listFactsToConfirm', { query }));
      rememberFiles(page.rows);
      return page;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const touched = new Set(['facts', 'fact', 'fact-confirmations', 'determination', 'offers', 'imports']);

/** Asks again for everything that rests on facts. */
export function useFactsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ predicate: ({ queryKey }) => touched.has(String(queryKey[0])) }), [queries]);
}

/** Looks up a kind's description and form by its name; nothing while they are on their way. */
export function useKinds() {
  const { data, error, refetch } = useQuery(kindsQuery);
  const find = useCallback((name: string): KindInfo | undefined => data?.find((kind) => kind.name === name), [data]);
  const formNamed = useCallback(
    (name: string) => {
      const kind = find(name);
      return kind ? formOf(kind) : {};
    },
    [find],
  );
  return { kinds: data, error, refetch, find, formNamed };
}
