import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BudgetLineView } from '#contract/money.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { dataOf, processesQuery } from '../../api/query.ts';
import { budgetQuery } from '../../case/claim/queries.ts';
import { OpenForm } from '../../case/open-dialog.tsx';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Amount } from '../../ui/amount.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { shareText } from '../../ui/money.ts';
import type { Tree } from '../../ui/schema/schema.ts';
import { paths } from '../../paths.ts';
import { useYear, YearPicker } from '../year.tsx';
import { coveringYuan, gapOf, totalsOf } from './budget.ts';
import { LineCard, MoneyBar } from './line-card.tsx';
import { words } from './words.ts';

const readers = new Set(['centre_officer', 'centre_approver', 'auditor', 'finance']);

type Drafting = { readonly process: 'appropriation' | 'settlement'; readonly line: BudgetLineView };

/** What a draft starts with: the line, and what it lacks or could be settled at. */
const startOf = ({ process, line }: Drafting) => {
  const of = { year: line.year, item: line.item };
  if (process === 'settlement') return { ...of, rate: Math.max(1, line.possibleRate) };
  const gap = gapOf(line);
  return { ...of, direction: 'add', ...(gap > 0 ? { yuan: coveringYuan(gap) } : {}) };
};

/** A share typed in hundredths of a per cent, said as people read it. */
const shareNote = ({ rate }: Tree) =>
  typeof rate === 'number' ? { rate: <p className="mt-1 text-sm text-soft">= {shareText(rate)}</p> } : {};

function Draft({ drafting, onClose }: { readonly drafting: Drafting; readonly onClose: () => void }) {
  const processes = useQuery(processesQuery);
  const info = processes.data?.find(({ name }) => name === drafting.process);
  const { year, item } = drafting.line;
  if (!info) return null;
  return (
    <OpenForm info={info} onClose={onClose} start={startOf(drafting)} keepAs={`${drafting.process}/${year}/${item}`} notes={shareNote} />
  );
}

const draftsQuery = (process: string) => ({
  queryKey: ['cases', process, { state: 'drafted' }, 'count'],
  queryFn: () => dataOf(api.list(process, { state: 'drafted', limit: 100 })),
});

/** Drafts that wait for the approver, and the records of both processes. */
function Records() {
  const say = useSay();
  const appropriations = useQuery(draftsQuery('appropriation'));
  const settlements = useQuery(draftsQuery('settlement'));
  const waiting = (appropriations.data?.rows.length ?? 0) + (settlements.data?.rows.length ?? 0);
  return (
    <p className="no-print flex flex-wrap items-center gap-x-1 gap-y-1">
      {waiting > 0 && <span className="mr-2 text-sm text-gold">{say(words.pending(waiting))}</span>}
      <Link href={paths.cases('appropriation')} className={buttonClass('bare', 'small')}>
        {say(words.appropriations)}
      </Link>
      <Link href={paths.cases('settlement')} className={buttonClass('bare', 'small')}>
        {say(words.settlements)}
      </Link>
    </p>
  );
}

function Lines({ lines }: { readonly lines: readonly BudgetLineView[] }) {
  const say = useSay();
  const { office } = useSigned();
  const [drafting, setDrafting] = useState<Drafting | null>(null);
  const canDraft = office.role === 'centre_officer';
  const totals = totalsOf(lines);
  const isEmpty = totals.appropriatedFen === 0 && totals.unfundedFen === 0 && totals.forecastFen === 0;
  return (
    <>
      {isEmpty ? (
        <div className="mb-5">
          <Empty title={say(words.none)}>{say(canDraft ? words.noneNext : words.noneReader)}</Empty>
        </div>
      ) : (
        <section className="mb-5 rounded-xl bg-mist px-5 py-5 sm:px-7">
          <p className="mb-3 flex flex-wrap items-baseline gap-x-4">
            <span className="mr-auto font-semibold">{say(words.total)}</span>
            <span className="text-sm text-soft">{say(words.appropriated)}</span> <Amount fen={totals.appropriatedFen} isBig isShort />
          </p>
          <MoneyBar sums={totals} title={say(words.total)} />
        </section>
      )}
      <ul className="rounded-xl border border-line bg-card">
        {lines.map((line) => (
          <LineCard
            key={line.item}
            line={line}
            onAppropriate={canDraft ? () => setDrafting({ process: 'appropriation', line }) : null}
            onSettle={canDraft ? () => setDrafting({ process: 'settlement', line }) : null}
          />
        ))}
      </ul>
      {drafting && <Draft drafting={drafting} onClose={() => setDrafting(null)} />}
    </>
  );
}

/** `/app/budget`: how the money of a year stands, item by item. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const { year } = useYear();
  const isReader = readers.has(office.role);
  const budget = useQuery({ ...budgetQuery(year), enabled: isReader });
  useTitle(say(words.title));
  if (!isReader) return <NotFound />;
  return (
    <>
      <header className="mb-5">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <h1 className="mr-auto font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
          <a href={api.href('exportSupport', { query: { year } })} download className={buttonClass('bare')}>
            <Icon name="download" />
            {say(words.export)}
          </a>
          <YearPicker />
        </div>
        <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
        <div className="mt-2">
          <Records />
        </div>
      </header>
      <Answer query={budget} lines={10}>
        {({ lines }) => <Lines lines={lines} />}
      </Answer>
    </>
  );
}
