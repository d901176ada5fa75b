import { Link } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { type Priorities, type Priority, standingOf } from './priorities.ts';
import { words } from './words.ts';

export type Choice = { readonly row: Priority; readonly level: string };
type Props = { readonly told: Priorities; readonly onRecommend: ((choice: Choice) => void) | null };

const points = (value: number): string => value.toFixed(2);

type StandingProps = Choice & Pick<Props, 'onRecommend'> & { readonly title: string };

/** One zone and level: the title it holds or its latest case, and the button that opens one. */
function Standing({ row, level, title, onRecommend }: StandingProps) {
  const say = useSay();
  const { held, latest, isFree } = standingOf(row, level);
  if (held !== null) return <span className="font-semibold text-teal">{say(words.held(held))}</span>;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {latest ? (
        <Link href={paths.case('recommendation', latest.case)} className="link inline-flex min-h-6 items-center">
          {latest.number} {latest.stateTitle}
        </Link>
      ) : (
        !onRecommend && <span className="text-soft">{say(words.notRecommended)}</span>
      )}
      {onRecommend && isFree && (
        <Button size="small" onClick={() => onRecommend({ row, level })} aria-label={say(words.recommendFor(row.name, title))}>
          {say(words.recommend)}
        </Button>
      )}
    </div>
  );
}

/** Zones in their order, with what was done for each level. */
export function PriorityTable({ told, onRecommend }: Props) {
  const say = useSay();
  const columns: readonly Column<Priority>[] = [
    { key: 'rank', title: say(words.rank), cell: ({ rank }) => <b>{rank}</b> },
    {
      key: 'zone',
      title: say(words.zone),
      isHeading: true,
      cell: ({ name, number, districtName, operatorName }) => (
        <>
          <b>{name}</b>
          <span className="block text-sm text-soft">
            {number} · {districtName} · {operatorName}
          </span>
        </>
      ),
    },
    { key: 'grade', title: say(words.grade), className: 'whitespace-nowrap', cell: ({ gradeTitle }) => gradeTitle },
    {
      key: 'total',
      title: say(words.total),
      cell: ({ scores }) => (
        <>
          <b>{points(scores.total)}</b>
          <span className="block text-sm text-soft lg:whitespace-nowrap">
            {say(words.parts(points(scores.one), points(scores.two), points(scores.three)))}
          </span>
        </>
      ),
    },
    ...told.levels.map(({ name, title }): Column<Priority> => ({
      key: name,
      title,
      cell: (row) => <Standing row={row} level={name} title={title} onRecommend={onRecommend} />,
    })),
  ];
  return (
    <div className="rounded-xl border border-line bg-card">
      <Table caption={say(words.title)} columns={columns} rows={told.rows} keyOf={({ zone }) => zone} />
    </div>
  );
}
