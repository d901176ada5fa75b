import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Answer } from '../../api/answer.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { type Handled, handledQuery } from './workload.ts';
import type { Chosen } from './workload-table.tsx';
import { workloadWords as words } from './words.ts';

function Marks({ row: { isOverdue, isReturned, isObjected } }: { readonly row: Handled }) {
  const say = useSay();
  return (
    <span className="flex flex-wrap gap-1">
      {isOverdue && <Badge tone="red">{say(words.overdue)}</Badge>}
      {isReturned && <Badge tone="gold">{say(words.returned)}</Badge>}
      {isObjected && <Badge tone="red">{say(words.objected)}</Badge>}
    </span>
  );
}

function useColumns(): readonly Column<Handled>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    {
      key: 'matter',
      title: say(words.matter),
      isHeading: true,
      cell: ({ process, id, number, summary }) => (
        <>
          <Link href={paths.case(process, id)} className="link">
            {summary}
          </Link>
          <span className="block text-sm text-soft">{number}</span>
        </>
      ),
    },
    { key: 'received', title: say(words.receivedOn), cell: ({ receivedOn }) => dayText(receivedOn, language) },
    { key: 'left', title: say(words.leftOn), cell: ({ leftOn }) => (leftOn ? dayText(leftOn, language) : say(words.stillThere)) },
    { key: 'days', title: say(words.workdays), isNumber: true, cell: ({ days }) => days },
    { key: 'marks', title: say(words.marks), cell: (row) => <Marks row={row} /> },
  ];
}

/** The cases behind a figure of the table. */
export function WorkloadCases({ chosen, year, onClose }: { readonly chosen: Chosen; readonly year: number; readonly onClose: () => void }) {
  const say = useSay();
  const { row, about } = chosen;
  const cases = useInfiniteQuery(handledQuery({ year, process: row.process, district: row.district, about }));
  const columns = useColumns();
  const what = `${row.districtName} · ${row.processTitle} · ${say(about === 'all' ? words.received : words[about])}`;
  return (
    <Dialog title={what} onClose={onClose} width="wide">
      <Answer query={cases}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          return (
            <>
              <Table caption={what} columns={columns} rows={rows} keyOf={({ id }) => id} />
              <LoadMore
                shown={rows.length}
                hasMore={cases.hasNextPage}
                isBusy={cases.isFetchingNextPage}
                onMore={() => void cases.fetchNextPage()}
              />
            </>
          );
        }}
      </Answer>
    </Dialog>
  );
}
