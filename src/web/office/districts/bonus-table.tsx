import type { BonusRowView } from '#contract/bonus.ts';
import { useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { bonusWords as words } from './words.ts';

/** One entry per district, with the zones that bring its points. */
export function BonusTable({ rows, caption }: { readonly rows: readonly BonusRowView[]; readonly caption: string }) {
  const say = useSay();
  const columns: readonly Column<BonusRowView>[] = [
    { key: 'district', title: say(words.district), isHeading: true, cell: ({ districtName }) => <b>{districtName}</b> },
    { key: 'count', title: say(words.count), isNumber: true, cell: ({ zones }) => zones.length },
    {
      key: 'zones',
      title: say(words.zones),
      className: 'md:w-1/2',
      cell: ({ zones }) => (
        <ul>
          {zones.map(({ zone, number, name, gradeTitle }) => (
            <li key={zone}>
              {name} <span className="text-sm whitespace-nowrap text-soft">{number}</span>{' '}
              {gradeTitle ?? <span className="whitespace-nowrap text-gold">{say(words.ungraded)}</span>}
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'points', title: say(words.points), isNumber: true, cell: ({ points }) => <b>{points}</b> },
  ];
  return (
    <div className="rounded-xl border border-line bg-card">
      <Table caption={caption} columns={columns} rows={rows} keyOf={({ district }) => district} />
    </div>
  );
}
