import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { OfferView } from '#contract/money.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { Amount } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayText, numberText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { offersWith, unclaimedSums } from './unclaimed.ts';
import { words } from './words.ts';

const unclaimedQuery = (year: number) => ({
  queryKey: ['unclaimed', year],
  queryFn: () => dataOf(api.call('listUnclaimed', { query: { year } })),
});

function useColumns(): readonly Column<OfferView>[] {
  const say = useSay();
  return [
    { key: 'agency', title: say(words.agency), isHeading: true, cell: ({ agencyName }) => <b>{agencyName}</b> },
    { key: 'support', title: say(words.support), cell: ({ title }) => title },
    {
      key: 'amount',
      title: say(words.amount),
      isNumber: true,
      cell: ({ yuan, paidAs }) => (
        <>
          <Amount fen={yuan * 100} isShort />
          {paidAs === 'voucher' && <span className="text-sm text-soft"> {say(words.voucher)}</span>}
        </>
      ),
    },
    {
      key: 'why',
      title: say(words.why),
      className: 'md:w-2/5',
      cell: ({ says, missing }) => (
        <>
          {says}
          {missing.length > 0 && <span className="block text-sm text-gold">{say(words.missing(missing.join('、')))}</span>}
        </>
      ),
    },
    {
      key: 'claim',
      title: say(words.claim),
      cell: ({ claim }) =>
        claim ? (
          <Link href={paths.case('claim', claim.id)} className="link whitespace-nowrap">
            {claim.number} {claim.stateTitle}
          </Link>
        ) : (
          <Badge tone="gold">{say(words.notClaimed)}</Badge>
        ),
    },
  ];
}

function Rows({ rows }: { readonly rows: readonly OfferView[] }) {
  const say = useSay();
  const columns = useColumns();
  const [sought, setSought] = useState('');
  const found = offersWith(rows, sought);
  const { agencies, cashYuan, voucherYuan } = unclaimedSums(found);
  return (
    <>
      <search className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <input
          type="search"
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          className="control max-w-72"
        />
        <p aria-live="polite" className="text-sm text-soft">
          {say(words.sums(agencies, numberText(cashYuan), numberText(voucherYuan)))}
        </p>
      </search>
      <div className="rounded-xl border border-line bg-card">
        <Table
          caption={say(words.unclaimed)}
          columns={columns}
          rows={found}
          keyOf={({ agency, clause }) => `${agency}/${clause}`}
          isSticky
        />
      </div>
    </>
  );
}

function Shown({ told }: { readonly told: AnswerOf<NamedEndpoints['listUnclaimed']> }) {
  const say = useSay();
  const language = useLanguage();
  if (told.run === null)
    return (
      <Empty title={say(words.noRun)}>
        <p className="mb-4">{say(words.noRunNext)}</p>
        <Link href={paths.runs} className={buttonClass('primary')}>
          {say(words.toRuns)}
        </Link>
      </Empty>
    );
  return (
    <>
      {told.asOf && (
        <p className="mb-3 text-sm">
          <Link href={`${paths.runs}?run=${told.run}`} className="link">
            {say(words.asOf(dayText(told.asOf, language)))}
          </Link>
        </p>
      )}
      {told.rows.length === 0 ? <Empty title={say(words.nobody)}>{say(words.nobodyNext)}</Empty> : <Rows rows={told.rows} />}
    </>
  );
}

/** Who has earned support and not claimed it, by the last yearly run. */
export function Unclaimed({ year }: { readonly year: number }) {
  const say = useSay();
  const unclaimed = useQuery(unclaimedQuery(year));
  return (
    <>
      <p className="mb-4 max-w-prose text-soft">{say(words.unclaimedLead)}</p>
      <Answer query={unclaimed}>{(told) => <Shown told={told} />}</Answer>
    </>
  );
}
