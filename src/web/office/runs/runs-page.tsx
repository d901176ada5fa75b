import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { api } from '../../api/client.ts';
import { ErrorView } from '../../api/problem-view.tsx';
import { dataOf } from '../../api/query.ts';
import { useSigned } from '../../session/session.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, rowLinkClass, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import type { RunHead } from './run.ts';
import { Progress, RunView } from './run-view.tsx';
import { StartForm } from './start-form.tsx';
import { words } from './words.ts';

const pollMs = 1_000;

const runsQuery = {
  queryKey: ['runs'],
  queryFn: () => dataOf(api.call('listRuns')),
  refetchInterval: ({ state }: { readonly state: { readonly data?: readonly RunHead[] | undefined } }) =>
    state.data?.some((run) => run.state === 'running') ? pollMs : (false as const),
};

function useColumns(): readonly Column<RunHead>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    {
      key: 'year',
      title: say(words.year),
      isHeading: true,
      cell: ({ id, year }) => (
        <Link href={`${paths.runs}?run=${id}`} className={rowLinkClass}>
          {year}
        </Link>
      ),
    },
    { key: 'state', title: say(words.state), cell: (run) => <Progress run={run} /> },
    { key: 'known', title: say(words.knownAt), className: 'whitespace-nowrap', cell: ({ knownAt }) => momentText(knownAt, language) },
    {
      key: 'started',
      title: say(words.startedAt),
      className: 'whitespace-nowrap',
      cell: ({ startedAt }) => momentText(startedAt, language),
    },
    { key: 'version', title: say(words.version), cell: ({ readingsVersion }) => <code>{readingsVersion.slice(0, 8)}</code> },
    { key: 'digest', title: say(words.digest), cell: ({ digest }) => <code>{digest?.slice(0, 8) ?? '–'}</code> },
  ];
}

/** All runs, and for officers the form that starts one. */
function RunList({ runs, onStarted }: { readonly runs: readonly RunHead[]; readonly onStarted: (id: string) => void }) {
  const say = useSay();
  const columns = useColumns();
  const { office } = useSigned();
  const canStart = office.role === 'centre_officer';
  return (
    <>
      {canStart && <StartForm onStarted={onStarted} />}
      {runs.length === 0 ? (
        <Empty title={say(words.none)}>{say(canStart ? words.noneNext : words.noneReader)}</Empty>
      ) : (
        <section aria-label={say(words.runs)} className="rounded-xl border border-line bg-card">
          <Table caption={say(words.runs)} columns={columns} rows={runs} keyOf={({ id }) => id} />
        </section>
      )}
    </>
  );
}

/** `/app/runs`: yearly determinations over the stored facts; `?run=` shows one, `&with=` compares it. */
export function Page() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(runsQuery);
  useTitle(say(words.title));
  const chosen = search.get('run');
  return (
    <>
      <header className="mb-5">
        {chosen && (
          <Link href={paths.runs} className="link text-sm">
            ← {say(words.back)}
          </Link>
        )}
        <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
        <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
      </header>
      {error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data &&
        (chosen ? <RunView key={chosen} id={chosen} runs={data} /> : <RunList runs={data} onStarted={(id) => setSearch({ run: id })} />)}
    </>
  );
}
