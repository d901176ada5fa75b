import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import type { SupportView } from '#contract/money.ts';
import { Answer } from '../../api/answer.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { historyOfCaseQuery } from './queries.ts';
import { words } from './words.ts';

function useColumns(own: string): readonly Column<SupportView>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    {
      key: 'clause',
      title: say(words.clause),
      isHeading: true,
      cell: ({ clauseTitle, year, zoneName }) => (
        <>
          {clauseTitle}
          <span className="block text-sm text-soft">{[say(words.ofYear(year)), zoneName].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'amount',
      title: say(words.given),
      isNumber: true,
      cell: ({ amountFen, paidAs, ended, decidedOn }) => (
        <>
          <span className={ended ? 'text-soft line-through' : ''}>
            <Amount fen={amountFen} isShort />
          </span>
          {paidAs === 'voucher' && <span className="text-sm text-soft"> {say(words.voucher)}</span>}
          <span className="block text-sm whitespace-nowrap text-soft">{dayText(decidedOn, language)}</span>
          {ended && <span className="block text-sm text-red">{say(words.taken(ended))}</span>}
        </>
      ),
    },
    {
      key: 'case',
      title: say(words.case),
      cell: ({ case: id, number }) =>
        id === own ? (
          say(words.thisOne)
        ) : (
          <Link href={paths.case('claim', id)} className="link whitespace-nowrap">
            {number}
          </Link>
        ),
    },
  ];
}

/** What the agency was given before, whatever the clause, year or zone: nothing is supported twice (第九条（六）). */
export function HistoryCard({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const history = useQuery(historyOfCaseQuery(view.id));
  const columns = useColumns(view.id);
  return (
    <Card id="history" title={say(words.history)}>
      <p className="mb-3 text-sm text-soft">{say(words.historyWhy)}</p>
      <Answer query={history} lines={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="text-soft">{say(words.noHistory)}</p>
          ) : (
            <div className="-mx-2">
              <Table caption={say(words.history)} columns={columns} rows={rows} keyOf={(row) => row.case} />
            </div>
          )
        }
      </Answer>
    </Card>
  );
}
