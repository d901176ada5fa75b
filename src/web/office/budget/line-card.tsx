import { Link } from 'wouter';
import type { BudgetLineView } from '#contract/money.ts';
import { Amount } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Bar, type BarPart } from '../../ui/bar.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { shareText, yuanText } from '../../ui/money.ts';
import { paths } from '../../paths.ts';
import { claimsOf, gapOf, isSettleable } from './budget.ts';
import { words } from './words.ts';

type Sums = Pick<BudgetLineView, 'spentFen' | 'reservedFen' | 'availableFen' | 'unfundedFen'>;

/** What became of the money of one line, or of all: spent, kept, left; and what is asked beyond it. */
export function MoneyBar({ sums, title }: { readonly sums: Sums; readonly title: string }) {
  const say = useSay();
  const part = (key: string, label: string, amount: number, look: BarPart['look']): BarPart => ({
    key,
    label,
    amount,
    look,
    says: <Amount fen={amount} isShort />,
  });
  const parts = [
    part('spent', say(words.spent), sums.spentFen, 'done'),
    part('reserved', say(words.reserved), sums.reservedFen, 'kept'),
    part('available', say(words.available), sums.availableFen, 'free'),
    ...(sums.unfundedFen > 0 ? [part('unfunded', say(words.unfunded), sums.unfundedFen, 'short')] : []),
  ];
  return <Bar label={say(words.barOf(title))} parts={parts} />;
}

function Outlook({ line }: { readonly line: BudgetLineView }) {
  const say = useSay();
  const gap = gapOf(line);
  return (
    <ul className="mt-3 grid gap-0.5 text-[0.9375rem]">
      {line.waiting > 0 && <li className="text-red">{say(words.waiting(line.waiting))}</li>}
      {line.forecastFen > 0 && (
        <li title={say(words.forecastWhy)}>
          <span className="text-soft">{say(words.forecast)} </span>
          <Amount fen={line.forecastFen} isShort />
          <span className="text-sm text-soft"> · {say(words.forecastWhy)}</span>
        </li>
      )}
      <li className={gap > 0 ? 'font-semibold' : 'text-soft'}>{say(gap > 0 ? words.gap(yuanText(gap, true)) : words.enough)}</li>
      {isSettleable(line) && <li className="text-gold">{say(words.possible(shareText(line.possibleRate)))}</li>}
    </ul>
  );
}

/** One item of 第九条 in one year. Who may draft gets the buttons. */
export function LineCard({
  line,
  onAppropriate,
  onSettle,
}: {
  readonly line: BudgetLineView;
  readonly onAppropriate: (() => void) | null;
  readonly onSettle: (() => void) | null;
}) {
  const say = useSay();
  const { year, item, title, appropriatedFen, rate } = line;
  return (
    <li className="border-b border-line px-5 py-5 last:border-0 sm:px-7">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="mr-auto font-serif text-lg font-bold">{title}</h2>
        {rate !== null && <Badge tone="gold">{say(words.rate(shareText(rate)))}</Badge>}
        <p>
          <span className="text-sm text-soft">{say(words.appropriated)} </span>
          <b>
            <Amount fen={appropriatedFen} isShort />
          </b>
        </p>
      </div>
      <MoneyBar sums={line} title={title} />
      <div className="mt-1 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <Outlook line={line} />
        <p className="no-print flex flex-wrap gap-2">
          <Link href={`${paths.cases('claim')}?q=${encodeURIComponent(claimsOf(year, item))}`} className={buttonClass('bare', 'small')}>
            {say(words.claims)}
          </Link>
          {onAppropriate && (
            <Button size="small" onClick={onAppropriate}>
              {say(words.appropriate)}
            </Button>
          )}
          {onSettle && isSettleable(line) && (
            <Button size="small" onClick={onSettle}>
              {say(words.settle)}
            </Button>
          )}
        </p>
      </div>
    </li>
  );
}
