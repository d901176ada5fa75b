import { Link, useSearchParams } from 'wouter';
import type { VoucherView } from '#contract/money.ts';
import { Amount } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { yuanText } from '../../ui/money.ts';
import { type Column, rowLinkClass, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { stateTones } from './voucher-card.tsx';
import { sumsOf, vouchersWith } from './voucher.ts';
import { stateWords, words } from './words.ts';

function useColumns(): readonly Column<VoucherView>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    {
      key: 'number',
      title: say(words.number),
      isHeading: true,
      cell: ({ case: id, number, clauseTitle, year }) => (
        <>
          <Link href={paths.case('claim', id)} className={rowLinkClass}>
            {number}
          </Link>
          <span className="block text-sm text-soft">
            {clauseTitle} · {year}
          </span>
        </>
      ),
    },
    { key: 'holder', title: say(words.holder), cell: ({ holderName }) => holderName },
    { key: 'value', title: say(words.value), isNumber: true, cell: ({ valueFen }) => <Amount fen={valueFen} isShort /> },
    { key: 'left', title: say(words.left), isNumber: true, cell: ({ balanceFen }) => <Amount fen={balanceFen} isShort /> },
    { key: 'until', title: say(words.validTo), className: 'whitespace-nowrap', cell: ({ validTo }) => dayText(validTo, language) },
    { key: 'uses', title: say(words.uses), isNumber: true, cell: ({ uses }) => uses.length },
    { key: 'state', title: say(words.state), cell: ({ state }) => <Badge tone={stateTones[state]}>{say(stateWords[state])}</Badge> },
  ];
}

/** Every voucher of the city, for the centre and the auditor; filters in the address. */
export function AllVouchers({ rows }: { readonly rows: readonly VoucherView[] }) {
  const say = useSay();
  const columns = useColumns();
  const [search, setSearch] = useSearchParams();
  const [state, q] = [search.get('state') ?? '', search.get('q') ?? ''];
  const set = (name: string, value: string) =>
    setSearch((now) => (value ? now.set(name, value) : now.delete(name), now), { replace: true });
  const found = vouchersWith(rows, { state, q });
  const sums = sumsOf(found);
  return (
    <>
      <search className="mb-3 flex flex-wrap items-center gap-2.5">
        <input
          type="search"
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          value={q}
          onChange={(event) => set('q', event.target.value)}
          className="control max-w-72"
        />
        <select
          aria-label={say(words.state)}
          value={state}
          onChange={(event) => set('state', event.target.value)}
          className="control w-auto"
        >
          <option value="">{say(words.allStates)}</option>
          {Object.entries(stateWords).map(([key, title]) => (
            <option key={key} value={key}>
              {say(title)}
            </option>
          ))}
        </select>
        <p aria-live="polite" className="text-sm text-soft">
          {say(words.count(found.length, yuanText(sums.valueFen, true), yuanText(sums.balanceFen, true)))}
        </p>
      </search>
      {found.length === 0 ? (
        <Empty title={say(words.noMatch)} />
      ) : (
        <div className="rounded-xl border border-line bg-card">
          <Table caption={say(words.title)} columns={columns} rows={found} keyOf={({ id }) => id} isSticky />
        </div>
      )}
    </>
  );
}
