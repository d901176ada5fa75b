import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import type { ListQuery, Result } from '#contract/client.ts';
import type { Problem } from '#contract/problems.ts';
import { rememberFileName } from '../ui/files.tsx';
import { api } from './client.ts';

/** A problem thrown through react-query, which knows errors only. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The data of an answer. @throws ProblemError when there is none. */
export async function dataOf<Data>(answer: Promise<Result<Data>>): Promise<Data> {
  const result = await answer;
  if (!result.ok) throw new ProblemError(result.problem);
  return result.data;
}

/** Only what may pass by itself is tried again. */
const isPassing = (error: unknown) => error instanceof ProblemError && (error.problem.code === 'network' || error.problem.status === 503);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && isPassing(error),
    },
  },
});

const signedKey = 'jixia-signed';

/** Whether this browser was signed in when it last looked: then the first data is worth asking for at once. */
export const wasSignedIn = (): boolean => localStorage.getItem(signedKey) === '1';

async function readSession() {
  const session = await dataOf(api.call('readSession', {}, { isQuiet: true }));
  localStorage.setItem(signedKey, session ? '1' : '0');
  return session;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
});

export const dutiesQuery = infiniteQueryOptions({
  queryKey: ['duties'],
  queryFn: ({ pageParam }) => dataOf(api.call('listDuties', { query: pageParam ? { after: pageParam } : {} })),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
});

export const processesQuery = queryOptions({
  queryKey: ['processes'],
  queryFn: () => dataOf(api.call('describeProcesses')),
  staleTime: 3_600_000,
});

export const casesQuery = (process: string, query: ListQuery) =>
  infiniteQueryOptions({
    queryKey: ['cases', process, query],
    queryFn: ({ pageParam }) => dataOf(api.list(process, pageParam ? { ...query, after: pageParam } : query)),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const caseQuery = (process: string, id: string) =>
  queryOptions({
    queryKey: ['case', process, id],
    queryFn: async () => {
      const view = await dataOf(api.read(process, id));
      for (const [hash, name] of Object.entries(view.files)) rememberFileName(hash, name);
      return view;
    },
  });

export const callsQuery = queryOptions({ queryKey: ['calls'], queryFn: () => dataOf(api.call('listCalls')) });
export const readingsQuery = queryOptions({ queryKey: ['readings'], queryFn: () => dataOf(api.call('listReadings')) });
export const zonesQuery = queryOptions({ queryKey: ['zones'], queryFn: () => dataOf(api.call('listZones')) });
export const messagesQuery = queryOptions({ queryKey: ['messages'], queryFn: () => dataOf(api.call('listMessages')) });
