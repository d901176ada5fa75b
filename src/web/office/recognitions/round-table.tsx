import { useState } from 'react';
import { Link } from 'wouter';
import { GradeMark } from '../../case/recognition/grade-card.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { useSay } from '../../ui/language.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { type Column, rowLinkClass, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import type { RoundRow } from './round.ts';
import { words } from './words.ts';

const shownAtOnce = 100;

function Stands({ row }: { readonly row: RoundRow }) {
  const say = useSay();
  const { state, stateTitle, awaits } = row;
  return (
    <>
      <Badge tone={state === null || state === 'ended' || state === 'decided' ? 'quiet' : 'teal'}>{stateTitle}</Badge>
      {awaits && <span className="mt-0.5 block text-sm text-soft">{say(words.heldBy(awaits))}</span>}
    </>
  );
}

function Due({ deadline, isOverdue }: Pick<RoundRow, 'deadline' | 'isOverdue'>) {
  const say = useSay();
  if (deadline) return <Deadline due={deadline} />;
  return isOverdue ? <Badge tone="red">{say(words.overdue)}</Badge> : null;
}

/** The score, or what the plan leads one to expect, told apart. */
function Score({ total, forecast, planVersion }: Pick<RoundRow, 'total' | 'forecast' | 'planVersion'>) {
  const say = useSay();
  if (total !== null) return <b>{total.toFixed(2)}</b>;
  if (planVersion === null) return <Badge tone="gold">{say(words.noPlan)}</Badge>;
  return forecast ? (
    <span className="text-soft" title={forecast.says}>
      {say(words.forecast)} {forecast.total.toFixed(2)}
      <span className="block text-sm">{forecast.gradeTitle}</span>
    </span>
  ) : null;
}

type Props = { readonly caption: string; readonly rows: readonly RoundRow[]; readonly onOpen: ((row: RoundRow) => void) | null };

function useColumns(onOpen: Props['onOpen']): readonly Column<RoundRow>[] {
  const say = useSay();
  return [
    {
      key: 'zone',
      title: say(words.zone),
      isHeading: true,
      cell: (row) => (
        <>
          {row.case ? (
            <Link href={paths.case('recognition', row.case)} className={rowLinkClass}>
              {row.name}
            </Link>
          ) : (
            <span className="font-semibold">{row.name}</span>
          )}
          <span className="block text-sm text-soft">
            {row.number} · {row.districtName}
          </span>
        </>
      ),
    },
    {
      key: 'stands',
      title: say(words.stands),
      cell: (row) => (
        <>
          <Stands row={row} />
          {row.case === null && onOpen && (
            <Button size="small" className="mt-1.5" onClick={() => onOpen(row)}>
              {say(words.openOne)}
            </Button>
          )}
        </>
      ),
    },
    { key: 'deadline', title: say(words.deadline), cell: (row) => <Due {...row} /> },
    { key: 'score', title: say(words.score), isNumber: true, className: 'whitespace-nowrap', cell: (row) => <Score {...row} /> },
    { key: 'grade', title: say(words.grade), cell: ({ grade }) => grade && <GradeMark grade={grade} /> },
  ];
}

/** Every zone of a year: where it stands, who holds it, until when, and with what result. */
export function RoundTable({ caption, rows, onOpen }: Props) {
  const columns = useColumns(onOpen);
  const [most, setMost] = useState(shownAtOnce);
  const shown = rows.slice(0, most);
  return (
    <>
      <div className="rounded-xl border border-line bg-card">
        <Table caption={caption} columns={columns} rows={shown} keyOf={({ zone }) => zone} isSticky />
      </div>
      <LoadMore shown={shown.length} hasMore={rows.length > most} isBusy={false} onMore={() => setMost(most + shownAtOnce)} />
    </>
  );
}
