import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type Count, type KindInfo, tallyOf } from './fact.ts';
import { useKinds } from './query.ts';
import { useAddress } from '../use-address.ts';
import { words } from './words.ts';

/** Years side by side; older ones are reached through the filter. */
const mostYears = 4;

/** How many facts of each kind in each year; every number narrows the list to what it counts. */
export function Overview({ counts }: { readonly counts: readonly Count[] }) {
  const say = useSay();
  const { change } = useAddress();
  const { kinds = [] } = useKinds();
  const { years, of } = tallyOf(counts);
  const numberOf = (kind: KindInfo, year: number | null) => {
    const count = of(year, kind.name);
    if (count === 0) return year === null ? '0' : <span className="text-soft">–</span>;
    return (
      <button
        type="button"
        aria-label={`${kind.title} ${year ?? ''} ${count}`}
        className="link min-h-6"
        onClick={() => change({ kind: kind.name, year: year === null ? null : String(year) })}
      >
        {numberText(count)}
      </button>
    );
  };
  const columns: readonly Column<KindInfo>[] = [
    { key: 'kind', title: say(words.kind), isHeading: true, cell: ({ title }) => title },
    ...years.slice(0, mostYears).map((year) => ({
      key: String(year),
      title: String(year),
      isNumber: true,
      cell: (kind: KindInfo) => numberOf(kind, year),
    })),
    { key: 'all', title: say(words.sum), isNumber: true, cell: (kind) => numberOf(kind, null) },
  ];
  return (
    <details open className="mb-6 rounded-xl border border-line bg-card">
      <summary className="px-5 py-3 font-semibold">{say(words.overview)}</summary>
      <Table
        caption={say(words.overview)}
        columns={columns}
        rows={kinds.filter(({ name }) => of(null, name) > 0)}
        keyOf={({ name }) => name}
      />
    </details>
  );
}
