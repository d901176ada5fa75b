import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { useSigned } from '../../session/session.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/language.tsx';
import { Pairs } from '../../ui/pairs.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { BankCard } from './bank-card.tsx';
import { type Line, linesWith, originOf, outcomeOf, type PaymentParts, paymentOf } from './data.ts';
import { words } from './words.ts';

function TotalsCard({ parts }: { readonly parts: PaymentParts }) {
  const say = useSay();
  const { paid, refused } = outcomeOf(parts);
  const isAnswered = parts.answers.length > 0;
  const sum = ({ count, fen }: typeof paid) => (
    <>
      {say(words.pieces(count))} <Amount fen={fen} />
    </>
  );
  return (
    <Card title={say(words.totals)}>
      <Pairs
        pairs={[
          { key: 'count', label: say(words.count), value: say(words.pieces(parts.lines.length)) },
          { key: 'total', label: say(words.total), value: <Amount fen={parts.totalFen} isBig /> },
          ...(isAnswered ? [{ key: 'paid', label: say(words.paid), value: sum(paid) }] : []),
          ...(isAnswered ? [{ key: 'refused', label: say(words.refused), value: sum(refused) }] : []),
        ]}
      />
      {refused.count > 0 && <p className="mt-3 text-sm text-gold">{say(words.refusedWhy)}</p>}
    </Card>
  );
}

function useColumns({ answers }: PaymentParts): readonly Column<Line>[] {
  const say = useSay();
  const byReference = new Map(answers.map((one) => [one.reference, one]));
  const outcome: Column<Line> = {
    key: 'outcome',
    title: say(words.outcome),
    cell: ({ reference }) => {
      const found = byReference.get(reference);
      if (!found) return null;
      return (
        <>
          <Badge tone={found.isPaid ? 'teal' : 'red'}>{say(found.isPaid ? words.isPaid : words.isRefused)}</Badge>
          {found.note && <span className="block text-sm text-soft">{found.note}</span>}
        </>
      );
    },
  };
  return [
    {
      key: 'about',
      title: say(words.about),
      isHeading: true,
      cell: ({ reference, kase, title }) => (
        <>
          <code className="block font-mono text-sm">{reference}</code>
          <Link href={paths.case(originOf(title), kase)} className="link">
            {title}
          </Link>
        </>
      ),
    },
    {
      key: 'payee',
      title: say(words.payee),
      cell: ({ payeeName, bank, tail }) => (
        <>
          {payeeName}
          <span className="block text-sm text-soft">
            {bank} · {say(words.tail(tail))}
          </span>
        </>
      ),
    },
    { key: 'amount', title: say(words.amount), isNumber: true, cell: ({ amountFen }) => <Amount fen={amountFen} /> },
    ...(answers.length > 0 ? [outcome] : []),
  ];
}

const firstLines = 50;

function LinesCard({ parts }: { readonly parts: PaymentParts }) {
  const say = useSay();
  const [sought, setSought] = useState('');
  const [isWhole, setIsWhole] = useState(false);
  const columns = useColumns(parts);
  const found = linesWith(parts.lines, sought);
  const shown = isWhole ? found : found.slice(0, firstLines);
  return (
    <Card title={say(words.lines)} aside={<span className="text-sm text-soft">{say(words.pieces(found.length))}</span>}>
      {parts.lines.length > 8 && (
        <input
          type="search"
          aria-label={say(words.find)}
          placeholder={say(words.find)}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          className="control no-print mb-3 max-w-96"
        />
      )}
      {found.length === 0 ? (
        <p className="text-soft">{say(words.none)}</p>
      ) : (
        <div className="-mx-2">
          <Table caption={say(words.lines)} columns={columns} rows={shown} keyOf={({ reference }) => reference} />
        </div>
      )}
      {found.length > shown.length && (
        <Button kind="bare" size="small" className="mt-2" onClick={() => setIsWhole(true)}>
          {say(words.showAll(found.length))}
        </Button>
      )}
    </Card>
  );
}

const withBank = new Set(['released', 'settled']);
const readsAnswers = new Set(['finance', 'auditor']);

/** A batch: its totals, the bank's part, and every payment. */
export function PaymentData({ view }: { readonly view: CaseView }) {
  const { office } = useSigned();
  const parts = paymentOf(view);
  return (
    <>
      <TotalsCard parts={parts} />
      {withBank.has(view.state) && readsAnswers.has(office.role) && <BankCard view={view} />}
      <LinesCard parts={parts} />
    </>
  );
}
