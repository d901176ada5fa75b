import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { api } from '../../api/client.ts';
import { ErrorView } from '../../api/problem-view.tsx';
import { dataOf } from '../../api/query.ts';
import { Card } from '../../ui/card.tsx';
import { momentText, numberText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SelectField } from '../../ui/text-field.tsx';
import { codeText, type Difference, differencesOf, type Run, type RunHead, type RunRow } from './run.ts';
import { words } from './words.ts';

/** A run beside another finished run of the same year: the same digest, or which agencies differ and how. */
export function Compare({ run, runs }: { readonly run: Run; readonly runs: readonly RunHead[] }) {
  const say = useSay();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const others = runs.filter(({ id, year, state }) => id !== run.id && year === run.year && state === 'done');
  const chosen = others.find(({ id }) => id === search.get('with'));
  if (others.length === 0) return null;
  const options = others.map(({ id, startedAt, digest }) => ({
    value: id,
    label: `${momentText(startedAt, language)} · ${digest?.slice(0, 8) ?? ''}`,
  }));
  return (
    <Card title={say(words.compare)}>
      <div className="mb-4 max-w-96">
        <SelectField
          label={say(words.there)}
          none={say(words.choose)}
          value={chosen?.id ?? ''}
          options={options}
          onValue={(id) => setSearch((now) => (now.set('with', id), now), { replace: true })}
        />
      </div>
      {chosen &&
        (chosen.digest === run.digest ? <Notice tone="good">{say(words.same)}</Notice> : <Differences run={run} otherId={chosen.id} />)}
    </Card>
  );
}

function Differences({ run, otherId }: { readonly run: Run; readonly otherId: string }) {
  const say = useSay();
  const { data, error, refetch } = useQuery({
    queryKey: ['run', otherId],
    queryFn: () => dataOf(api.call('readRun', { params: { id: otherId } })),
  });
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  const found = differencesOf(run.rows, data.rows);
  return (
    <>
      <Notice tone="warn">
        {say(found.length > 0 ? words.differs(found.length) : words.factsOnly)}
        {run.readingsVersion !== data.readingsVersion && ` ${say(words.readingsDiffer)}`}
      </Notice>
      {found.length > 0 && <p className="mt-3 text-sm text-soft">{say(words.order)}</p>}
      <ul>
        {found.map((difference) => (
          <DifferenceRow key={difference.agency} difference={difference} />
        ))}
      </ul>
    </>
  );
}

const sumsOf = (row: RunRow | null) => (row ? `${numberText(row.cashYuan)} / ${numberText(row.voucherYuan)}` : '–');

function DifferenceRow({ difference: { name, here, there } }: { readonly difference: Difference }) {
  const say = useSay();
  const clauses = [...new Set([...(there?.items ?? []), ...(here?.items ?? [])].map(({ clause }) => clause))];
  const itemText = (row: RunRow | null, clause: string) => {
    const item = row?.items.find((one) => one.clause === clause);
    return item ? `${item.eligible === true ? `${numberText(item.ceilingYuan)} ` : ''}${codeText(item.code)}` : '–';
  };
  const citeOf = (clause: string) =>
    [...(here?.items ?? []), ...(there?.items ?? [])].find((item) => item.clause === clause)?.cite ?? clause;
  const changed = clauses.filter((clause) => itemText(there, clause) !== itemText(here, clause));
  return (
    <li className="border-b border-line py-3 last:border-0">
      <p className="flex flex-wrap justify-between gap-x-6">
        <b>{name}</b>
        <span className="tabular-nums">
          <span className="text-soft">
            {say(words.cash)} / {say(words.voucher)}：
          </span>
          {say(words.fromTo(sumsOf(there), sumsOf(here)))}
        </span>
      </p>
      <ul className="text-sm text-soft">
        {changed.map((clause) => (
          <li key={clause}>
            {citeOf(clause)}：{say(words.fromTo(itemText(there, clause), itemText(here, clause)))}
          </li>
        ))}
      </ul>
    </li>
  );
}
