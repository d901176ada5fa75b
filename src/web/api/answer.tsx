import type { ReactNode } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorView } from './problem-view.tsx';

type Asked<Data> = { readonly data: Data | undefined; readonly error: Error | null; readonly refetch: () => unknown };

/** What a query brought: its data, or why there is none, or grey lines while it is on its way. */
export function Answer<Data>({
  query,
  lines = 8,
  children,
}: {
  readonly query: Asked<Data>;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={lines} />;
}
