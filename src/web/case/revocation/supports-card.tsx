import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import type { TitleSupport } from '#contract/revocations.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { yuanText } from '../../ui/money.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { supportWords as words } from './words.ts';

const tones: Readonly<Record<TitleSupport['recovery'], Tone>> = {
  not_begun: 'gold',
  proposed: 'teal',
  ordered: 'teal',
  repaid: 'good',
  dropped: 'quiet',
};

function VoucherLine({ voucher }: { readonly voucher: NonNullable<TitleSupport['voucher']> }) {
  const say = useSay();
  const language = useLanguage();
  const { number, balanceFen, validTo, ended } = voucher;
  const left = balanceFen === 0 ? words.used : words.left(yuanText(balanceFen), dayText(validTo, language));
  const stands = ended ? words.ended[ended] : left;
  return (
    <span className="block text-sm text-soft">
      {say(words.voucher(number))} · {say(stands)}
    </span>
  );
}

function Sums({ row }: { readonly row: TitleSupport }) {
  const say = useSay();
  return (
    <>
      <Amount fen={row.amountFen} />
      {row.paidFen > 0 && <span className="block text-sm text-soft">{say(words.paid(yuanText(row.paidFen)))}</span>}
      {row.unpaidFen > 0 && <span className="block text-sm text-soft">{say(words.held(yuanText(row.unpaidFen)))}</span>}
    </>
  );
}

function Standing({ row, canBegin }: { readonly row: TitleSupport; readonly canBegin: boolean }) {
  const say = useSay();
  const { recovery, demandedFen, case: id, number } = row;
  return (
    <>
      <Badge tone={tones[recovery]}>{say(words.standing[recovery])}</Badge>
      {demandedFen > 0 && <span className="block text-sm text-soft">{say(words.demanded(yuanText(demandedFen)))}</span>}
      {recovery === 'not_begun' && canBegin && (
        <Link href={paths.case('claim', id)} className="link mt-1 block min-h-6 font-semibold" aria-label={say(words.beginOn(number))}>
          {say(row.voucher === null ? words.begin : words.beginVoucher)}
        </Link>
      )}
    </>
  );
}

function useColumns(canBegin: boolean): readonly Column<TitleSupport>[] {
  const say = useSay();
  return [
    {
      key: 'claim',
      title: say(words.claim),
      isHeading: true,
      cell: ({ case: id, number, agencyName, clauseTitle, voucher }) => (
        <>
          <Link href={paths.case('claim', id)} className="link">
            {number}
          </Link>
          <span className="block">{agencyName}</span>
          <span className="block text-sm text-soft">{clauseTitle}</span>
          {voucher && <VoucherLine voucher={voucher} />}
        </>
      ),
    },
    { key: 'amount', title: say(words.amount), isNumber: true, cell: (row) => <Sums row={row} /> },
    { key: 'standing', title: say(words.recovery), cell: (row) => <Standing row={row} canBegin={canBegin} /> },
  ];
}

function Rows({
  rows,
  notBegun,
  canBegin,
}: {
  readonly rows: readonly TitleSupport[];
  readonly notBegun: number;
  readonly canBegin: boolean;
}) {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const isOpenOnly = search.has('open');
  const shown = isOpenOnly ? rows.filter(({ recovery }) => recovery === 'not_begun') : rows;
  const columns = useColumns(canBegin);
  const narrow = (isIn: boolean) => setSearch((now) => (isIn ? now.set('open', '1') : now.delete('open'), now), { replace: true });
  return (
    <>
      <p className="mb-3 text-soft">{say(notBegun > 0 ? words.lead : words.done)}</p>
      {rows.length > 0 && (
        <label className="no-print mb-3 flex min-h-10 items-center gap-2">
          <input type="checkbox" checked={isOpenOnly} onChange={(event) => narrow(event.target.checked)} className="size-4.5 accent-teal" />
          {say(words.openOnly(notBegun))}
        </label>
      )}
      {shown.length === 0 ? (
        <p className="text-soft">{say(rows.length === 0 ? words.none : words.noneOpen)}</p>
      ) : (
        <div className="-mx-2">
          <Table caption={say(words.title)} columns={columns} rows={shown} keyOf={(row) => row.case} />
        </div>
      )}
    </>
  );
}

const lookers = new Set(['centre_officer', 'centre_approver', 'auditor']);

/** What was granted on a title that never stood, claim by claim, each with its own recovery; for the centre and the auditor. */
export function SupportsCard({ revocation }: { readonly revocation: string }) {
  const say = useSay();
  const { office } = useSigned();
  const isLooker = lookers.has(office.role);
  const supports = useQuery({
    queryKey: ['title-supports', revocation],
    queryFn: () => dataOf(api.call('listTitleSupports', { params: { id: revocation } })),
    enabled: isLooker,
  });
  if (!isLooker) return null;
  return (
    <Card title={say(words.title)}>
      <Answer query={supports} lines={4}>
        {({ rows, notBegun }) => <Rows rows={rows} notBegun={notBegun} canBegin={office.role === 'centre_officer'} />}
      </Answer>
    </Card>
  );
}
