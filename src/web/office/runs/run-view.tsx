import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ErrorView } from '../../api/problem-view.tsx';
import { dataOf } from '../../api/query.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText, momentText, numberText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pairs } from '../../ui/pairs.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Compare } from './compare.tsx';
import { codeText, csvOf, type Run, type RunHead, type RunItem, type RunRow, totalsOf } from './run.ts';
import { words } from './words.ts';

const pollMs = 1_000;

/** One run; asked for again every second while it is running, so that a reload loses nothing. */
export const runQuery = (id: string) => ({
  queryKey: ['run', id],
  queryFn: () => dataOf(api.call('readRun', { params: { id } })),
  refetchInterval: ({ state }: { readonly state: { readonly data?: Run | undefined } }) =>
    state.data?.state === 'running' ? pollMs : (false as const),
});

/** How far a run has come. */
export function Progress({ run: { state, done, agencies } }: { readonly run: RunHead }) {
  const say = useSay();
  if (state !== 'running') return <Badge tone={state === 'done' ? 'teal' : 'red'}>{say(words[state])}</Badge>;
  const says = say(words.progress(done, agencies));
  return (
    <div aria-live="polite">
      <progress value={done} max={Math.max(1, agencies)} aria-label={says} className="h-2.5 w-full max-w-80 accent-teal" />
      <p className="text-sm text-soft">{says}</p>
    </div>
  );
}

function saveCsv(run: Run): void {
  const url = URL.createObjectURL(new Blob([csvOf(run)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `第九条核算-${run.year}-${run.digest?.slice(0, 8) ?? ''}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/** A run: what it rests on, its totals, every agency, and how it compares with another run of the year. */
export function RunView({ id, runs }: { readonly id: string; readonly runs: readonly RunHead[] }) {
  const { data, error, refetch } = useQuery(runQuery(id));
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return (
    <div className="grid gap-6">
      <Head run={data} />
      {data.state === 'failed' && <Notice tone="bad">{data.id}</Notice>}
      {data.state === 'done' && <Results run={data} />}
      {data.state === 'done' && <Compare run={data} runs={runs} />}
    </div>
  );
}

function Head({ run }: { readonly run: Run }) {
  const say = useSay();
  const language = useLanguage();
  const pairs = [
    { key: 'asOf', label: say(words.asOf), value: dayText(run.asOf, language) },
    { key: 'known', label: say(words.knownAt), value: momentText(run.knownAt, language) },
    { key: 'started', label: say(words.startedAt), value: momentText(run.startedAt, language) },
    { key: 'version', label: say(words.version), value: <code>{run.readingsVersion}</code> },
    { key: 'digest', label: say(words.digest), value: <code className="wrap-anywhere">{run.digest ?? '–'}</code>, isWide: true },
  ];
  return (
    <Card title={say(words.ofYear(run.year))} aside={<Progress run={run} />}>
      <Pairs pairs={pairs} />
      <p className="mt-4 text-sm text-soft">{say(words.proves)}</p>
    </Card>
  );
}

function Results({ run }: { readonly run: Run }) {
  const say = useSay();
  const totals = totalsOf(run.rows);
  const columns = useColumns();
  return (
    <section>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <dl className="flex flex-wrap gap-x-10 gap-y-2">
          {(['cash', 'voucher'] as const).map((kind) => (
            <div key={kind}>
              <dt className="text-sm text-soft">
                {say(words[kind])} · {say(words.total)}
              </dt>
              <dd className="font-serif text-2xl font-bold tabular-nums">
                {numberText(totals[kind])} <span className="text-base font-normal">{say(words.yuan)}</span>
              </dd>
            </div>
          ))}
          <div>
            <dt className="text-sm text-soft">{say(words.open)}</dt>
            <dd className="font-serif text-2xl font-bold tabular-nums">{totals.open}</dd>
          </div>
        </dl>
        <Button onClick={() => saveCsv(run)}>{say(words.csv)}</Button>
      </div>
      <p className="mb-4 text-sm text-soft">{say(words.apart)}</p>
      <div className="rounded-xl border border-line bg-card">
        <Table caption={`${run.year} ${say(words.title)}`} columns={columns} rows={run.rows} keyOf={({ agency }) => agency} isSticky />
      </div>
    </section>
  );
}

function useColumns(): readonly Column<RunRow>[] {
  const say = useSay();
  return [
    { key: 'agency', title: say(words.agency), isHeading: true, cell: ({ name }) => <span className="font-semibold">{name}</span> },
    {
      key: 'cash',
      title: say(words.cash),
      isNumber: true,
      className: 'tabular-nums whitespace-nowrap',
      cell: ({ cashYuan }) => numberText(cashYuan),
    },
    {
      key: 'voucher',
      title: say(words.voucher),
      isNumber: true,
      className: 'tabular-nums whitespace-nowrap',
      cell: ({ voucherYuan }) => numberText(voucherYuan),
    },
    { key: 'open', title: say(words.open), isNumber: true, className: 'tabular-nums', cell: ({ openCount }) => openCount },
    { key: 'items', title: say(words.items), cell: ({ items }) => <Items items={items} /> },
  ];
}

/** Every clause an agency has facts for, with its sum or the reason there is none. */
function Items({ items }: { readonly items: readonly RunItem[] }) {
  const say = useSay();
  if (items.length === 0) return <span className="text-soft">{say(words.nothing)}</span>;
  return (
    <ul className="grid gap-0.5 text-sm">
      {items.map(({ clause, cite, eligible, code, ceilingYuan }) => (
        <li key={clause}>
          {cite} <b className="tabular-nums">{eligible === true && numberText(ceilingYuan)}</b>{' '}
          <span className={eligible === null ? 'text-gold' : 'text-soft'}>{codeText(code)}</span>
        </li>
      ))}
    </ul>
  );
}
