import { useSay } from '../../ui/language.tsx';
import { shareText } from '../../ui/money.ts';
import { type Column, Table } from '../../ui/table.tsx';
import type { About, WorkloadRow } from './workload.ts';
import { workloadWords as words } from './words.ts';

export type Chosen = { readonly row: WorkloadRow; readonly about: About };

/** A figure that opens the cases it counts. */
function Figure({
  row,
  about,
  count,
  share,
  onChoose,
}: Chosen & { readonly count: number; readonly share?: number; readonly onChoose: (chosen: Chosen) => void }) {
  const say = useSay();
  const title = say(about === 'all' ? words.received : words[about]);
  if (count === 0) return <span className="text-soft">0</span>;
  return (
    <button type="button" onClick={() => onChoose({ row, about })} className="link inline-flex min-h-6 items-baseline gap-1">
      {count}
      {share !== undefined && <span className="text-sm">（{shareText(share)}）</span>}
      <span className="sr-only">{say(words.show(`${row.districtName}${row.processTitle}${title}`))}</span>
    </button>
  );
}

function Days({ row: { medianDays, p90Days } }: { readonly row: WorkloadRow }) {
  const say = useSay();
  if (medianDays === null) return <span className="text-soft">{say(words.notYet)}</span>;
  return (
    <>
      {say(words.median(String(medianDays)))}
      <span className="block text-sm text-soft">{say(words.p90(String(p90Days)))}</span>
    </>
  );
}

/** A line for each county and process; every figure leads to its cases. */
export function WorkloadTable({ rows, onChoose }: { readonly rows: readonly WorkloadRow[]; readonly onChoose: (chosen: Chosen) => void }) {
  const say = useSay();
  const figure = (about: About, count: (row: WorkloadRow) => number, share?: (row: WorkloadRow) => number): Column<WorkloadRow> => ({
    key: about,
    title: say(about === 'all' ? words.received : words[about]),
    isNumber: true,
    cell: (row) => <Figure row={row} about={about} count={count(row)} onChoose={onChoose} {...(share ? { share: share(row) } : {})} />,
  });
  const columns: readonly Column<WorkloadRow>[] = [
    {
      key: 'district',
      title: say(words.district),
      isHeading: true,
      cell: ({ districtName, processTitle }) => (
        <>
          <b>{districtName}</b>
          <span className="block text-sm text-soft">{processTitle}</span>
        </>
      ),
    },
    figure('all', ({ received }) => received),
    figure('open', ({ open }) => open),
    { key: 'days', title: say(words.days), cell: (row) => <Days row={row} /> },
    figure(
      'overdue',
      ({ overdue }) => overdue,
      ({ overdueShare }) => overdueShare,
    ),
    figure(
      'returned',
      ({ returned }) => returned,
      ({ returnShare }) => returnShare,
    ),
    figure(
      'objected',
      ({ objected }) => objected,
      ({ objectionShare }) => objectionShare,
    ),
  ];
  return (
    <div className="rounded-xl border border-line bg-card">
      <Table
        caption={say(words.title)}
        columns={columns}
        rows={rows}
        keyOf={({ district, process }) => `${district}/${process}`}
        isSticky
      />
    </div>
  );
}
