import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api } from '../../api/client.ts';
import { ErrorView } from '../../api/problem-view.tsx';
import { dataOf } from '../../api/query.ts';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ClauseRow, IdleClauses } from './clause-line.tsx';
import { type GuideClause, type Item, linesOf, type Totals, totalsOf } from './determination.ts';
import { Money } from './money.tsx';
import { Offers } from './offers-view.tsx';
import { useYear } from './use-year.ts';
import { words } from './words.ts';

const determinationQuery = (year: number) => ({
  queryKey: ['determination', year],
  queryFn: () => dataOf(api.call('readDetermination', { query: { year } })),
});

/** What the engine finds one step away; asked after the determination, because it tries the rules many times. */
const nearestQuery = (year: number) => ({
  queryKey: ['determination', year, 'nearest'],
  queryFn: () => dataOf(api.call('readNearest', { query: { year } })),
});

/** Cash and vouchers side by side, and the year they belong to. */
function Summary({ totals, asOf }: { readonly totals: Totals; readonly asOf: string | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const { year, years, choose } = useYear();
  return (
    <div className="mb-5 grid gap-x-10 gap-y-4 max-sm:grid-cols-2 rounded-xl bg-mist px-5 py-5 sm:grid-cols-[auto_auto_1fr] sm:px-7">
      {(['cash', 'voucher'] as const).map((kind) => (
        <div key={kind}>
          <p className="text-sm text-soft">{say(words[kind])}</p>
          <Money yuan={totals[kind]} isBig />
        </div>
      ))}
      <div className="text-sm text-soft max-sm:col-span-2 sm:text-right">
        <label htmlFor={id}>{say(words.year)} </label>
        <select id={id} value={year} onChange={(event) => choose(event.target.value)} className="control w-auto! min-w-24">
          {years.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <p className="mt-2">{say(words.notSummed)}</p>
        {asOf && <p>{say(words.asOf(dayText(asOf, language)))}</p>}
      </div>
    </div>
  );
}

type Answer = { readonly answer: unknown; readonly clauses: unknown };

/** The items and clauses of an answer; nothing while it is on its way. */
function partsOf(data: Answer | undefined): { readonly items: readonly Item[]; readonly clauses: readonly GuideClause[] } {
  const answer = (data?.answer ?? {}) as { readonly items?: readonly Item[] };
  return { items: answer.items ?? [], clauses: (data?.clauses ?? []) as readonly GuideClause[] };
}

/** What the year gives under each clause of 第九条, and why. */
export function DeterminationView() {
  const say = useSay();
  const { year } = useYear();
  const { data, error, refetch } = useQuery(determinationQuery(year));
  const nearest = useQuery({ ...nearestQuery(year), enabled: data !== undefined });
  const steps = (clause: string) => (nearest.data?.nearest ?? []).filter((one) => one.clause === clause).map(({ says }) => says);
  const { items, clauses } = partsOf(data);
  const lines = linesOf(clauses, items);
  const active = lines.flatMap(({ clause, item }) => (item ? [{ clause, item }] : []));
  const idle = lines.filter(({ item }) => item === null);
  return (
    <>
      <Summary totals={totalsOf(items)} asOf={data?.asOf} />
      <Offers year={year} />
      {error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {active.length > 0 && (
        <ul aria-label={say(words.byClause)} className="rounded-xl border border-line bg-card">
          {active.map(({ clause, item }) => (
            <ClauseRow key={clause.key} clause={clause} item={item} nearest={steps(clause.key)} />
          ))}
        </ul>
      )}
      {idle.length > 0 && <IdleClauses clauses={idle.map(({ clause }) => clause)} nearestOf={steps} />}
    </>
  );
}
