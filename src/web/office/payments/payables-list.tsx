import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { PayableView } from '#contract/payments.ts';
import { originOf } from '../../case/payment/data.ts';
import { Amount } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { BatchBar } from './batch-bar.tsx';
import { choose, payablesWith } from './payable.ts';
import { words } from './words.ts';

type Choice = { readonly chosen: ReadonlySet<string>; readonly onChoose: (rows: readonly PayableView[], isIn: boolean) => void };

function useColumns(choice: Choice | null): readonly Column<PayableView>[] {
  const say = useSay();
  const language = useLanguage();
  const box: Column<PayableView> = {
    key: 'choose',
    title: '',
    className: 'w-8',
    cell: (row) =>
      row.blocked === null && (
        <label className="-m-2 inline-flex p-2">
          <input
            type="checkbox"
            aria-label={say(words.choose(`${row.title} ${row.payeeName}`))}
            checked={choice?.chosen.has(row.id) ?? false}
            onChange={(event) => choice?.onChoose([row], event.target.checked)}
            className="size-5 accent-teal"
          />
        </label>
      ),
  };
  return [
    ...(choice ? [box] : []),
    {
      key: 'about',
      title: say(words.about),
      isHeading: true,
      cell: ({ case: id, title }) => (
        <Link href={paths.case(originOf(title), id)} className="link">
          {title}
        </Link>
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
    {
      key: 'since',
      title: say(words.since),
      className: 'text-sm text-soft whitespace-nowrap',
      cell: ({ createdAt }) => momentText(createdAt, language),
    },
    {
      key: 'standing',
      title: say(words.standing),
      cell: ({ blocked }) =>
        blocked === null ? <Badge>{say(words.payable)}</Badge> : <span className="text-sm text-gold">{blocked}</span>,
    },
    { key: 'amount', title: say(words.amount), isNumber: true, cell: ({ amountFen }) => <Amount fen={amountFen} /> },
  ];
}

/** Filters of the list; they live in the address. */
function useFilter() {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string) =>
    setSearch((now) => (value ? now.set(name, value) : now.delete(name), now), { replace: true });
  return { q: search.get('q') ?? '', isReadyOnly: search.has('ready'), set };
}

function Filters({ filter, children }: { readonly filter: ReturnType<typeof useFilter>; readonly children: ReactNode }) {
  const say = useSay();
  return (
    <search className="no-print mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <input
        type="search"
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        value={filter.q}
        onChange={(event) => filter.set('q', event.target.value)}
        className="control max-w-80"
      />
      <label className="flex min-h-10 items-center gap-2">
        <input
          type="checkbox"
          checked={filter.isReadyOnly}
          onChange={(event) => filter.set('ready', event.target.checked ? '1' : '')}
          className="size-4.5 accent-teal"
        />
        {say(words.readyOnly)}
      </label>
      {children}
    </search>
  );
}

const firstRows = 100;

/** Sums to be paid; whoever makes batches chooses among them, one by one or all that match. */
export function PayablesList({ rows, canChoose }: { readonly rows: readonly PayableView[]; readonly canChoose: boolean }) {
  const say = useSay();
  const filter = useFilter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isWhole, setIsWhole] = useState(false);
  const onChoose = (some: readonly PayableView[], isIn: boolean) => setChosen((now) => choose(now, some, isIn));
  const columns = useColumns(canChoose ? { chosen, onChoose } : null);
  const matching = payablesWith(rows, filter.q);
  const found = filter.isReadyOnly ? matching.filter(({ blocked }) => blocked === null) : matching;
  const ready = found.filter(({ blocked }) => blocked === null);
  const shown = isWhole ? found : found.slice(0, firstRows);
  // What became unpayable since it was chosen falls out by itself.
  const picked = rows.filter(({ id, blocked }) => blocked === null && chosen.has(id));
  return (
    <>
      <Filters filter={filter}>
        {canChoose && ready.length > 0 && (
          <Button size="small" onClick={() => onChoose(ready, true)}>
            {say(words.chooseAll(ready.length))}
          </Button>
        )}
      </Filters>
      {found.length === 0 ? (
        <Empty title={say(words.noMatch)} />
      ) : (
        <div className="rounded-xl border border-line bg-card">
          <Table caption={say(words.title)} columns={columns} rows={shown} keyOf={({ id }) => id} isSticky />
        </div>
      )}
      {found.length > shown.length && (
        <Button kind="bare" className="mt-2" onClick={() => setIsWhole(true)}>
          {say(words.showAll(found.length))}
        </Button>
      )}
      {canChoose && <BatchBar chosen={picked} skipped={matching.length - ready.length} onNone={() => setChosen(new Set())} />}
    </>
  );
}
