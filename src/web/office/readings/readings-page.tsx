import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { api } from '../../api/client.ts';
import { ErrorView } from '../../api/problem-view.tsx';
import { caseQuery, dataOf, readingsQuery } from '../../api/query.ts';
import { useSigned } from '../../session/session.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { paths } from '../../paths.ts';
import { type Filter, filterOf, filters, isShown, type Reading } from './reading.ts';
import { type Pending, ReadingRow } from './reading-row.tsx';
import { RulingDialog } from './ruling-dialog.tsx';
import { words } from './words.ts';

/** Rulings that are drafted and wait for another person, at the questions they answer. */
function usePending(): readonly Pending[] {
  const drafted = useQuery({
    queryKey: ['cases', 'ruling', 'drafted'],
    queryFn: () => dataOf(api.list('ruling', { state: 'drafted', limit: 100 })),
  });
  const cases = useQueries({ queries: (drafted.data?.rows ?? []).map(({ id }) => caseQuery('ruling', id)) });
  return cases.flatMap(({ data }) => {
    if (!data || data.state !== 'drafted') return [];
    const { key, value, effectiveFrom } = data.data as { key: string; value: unknown; effectiveFrom: string };
    return [{ id: data.id, key, value, effectiveFrom }];
  });
}

function Filters({
  readings,
  pending,
  chosen,
}: {
  readonly readings: readonly Reading[];
  readonly pending: ReadonlySet<string>;
  readonly chosen: Filter;
}) {
  const say = useSay();
  return (
    <nav aria-label={say(words.filter)} className="mb-5 flex flex-wrap gap-2">
      {filters.map((filter) => (
        <Link
          key={filter}
          href={filter === '' ? paths.readings : `${paths.readings}?status=${filter}`}
          aria-current={filter === chosen ? 'true' : undefined}
          className="inline-flex min-h-10 items-center gap-2 rounded-full border border-line bg-card px-4 text-ink no-underline hover:border-teal aria-[current]:border-teal aria-[current]:bg-mist aria-[current]:font-semibold"
        >
          {say(words[filter === '' ? 'all' : filter])}
          <span className="text-sm text-soft tabular-nums">{readings.filter((reading) => isShown(reading, filter, pending)).length}</span>
        </Link>
      ))}
    </nav>
  );
}

/** `/app/readings`: the register of readings; centre officers draft rulings from here. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const [search] = useSearchParams();
  const [drafting, setDrafting] = useState<Reading | null>(null);
  const { data, error, refetch } = useQuery(readingsQuery);
  const pending = usePending();
  useTitle(say(words.title));
  const filter = filterOf(search.get('status'));
  const pendingKeys = new Set(pending.map(({ key }) => key));
  const shown = (data ?? []).filter((reading) => isShown(reading, filter, pendingKeys));
  const canDraft = office.role === 'centre_officer';
  return (
    <>
      <header className="mb-5">
        <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
        <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
      </header>
      {error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={10} />}
      {data && <Filters readings={data} pending={pendingKeys} chosen={filter} />}
      {data && shown.length === 0 && <Empty title={say(words.none)} />}
      {shown.length > 0 && (
        <ul className="rounded-xl border border-line bg-card">
          {shown.map((reading) => (
            <ReadingRow
              key={reading.key}
              reading={reading}
              pending={pending.filter(({ key }) => key === reading.key)}
              onDraft={canDraft ? () => setDrafting(reading) : null}
            />
          ))}
        </ul>
      )}
      {drafting && <RulingDialog reading={drafting} onClose={() => setDrafting(null)} />}
    </>
  );
}
