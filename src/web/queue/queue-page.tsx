import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { Duty } from '#contract/cases.ts';
import { Answer } from '../api/answer.tsx';
import { dutiesQuery, processesQuery } from '../api/query.ts';
import { useSigned } from '../session/session.tsx';
import { Badge } from '../ui/badge.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Deadline } from '../ui/deadline.tsx';
import { Empty } from '../ui/empty.tsx';
import { useSay } from '../ui/language.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { type Column, rowLinkClass, Table } from '../ui/table.tsx';
import { useTitle } from '../shell/use-title.ts';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { useRowKeys } from './use-row-keys.ts';

function useColumns(): readonly Column<Duty>[] {
  const say = useSay();
  return [
    {
      key: 'matter',
      title: say(words.matter),
      isHeading: true,
      cell: ({ process, id, summary, number, processTitle }) => (
        <>
          <Link href={paths.case(process, id)} className={rowLinkClass}>
            {summary}
          </Link>
          <span className="block text-sm text-soft">
            {processTitle} {number}
          </span>
        </>
      ),
    },
    {
      key: 'todo',
      title: say(words.todo),
      cell: ({ eventTitle }) => <span className="font-semibold text-teal md:whitespace-nowrap">{eventTitle}</span>,
    },
    {
      key: 'unit',
      title: say(words.unit),
      cell: ({ ownerName, districtName }) => (
        <>
          {ownerName}
          {districtName && <span className="text-sm text-soft"> {districtName}</span>}
        </>
      ),
    },
    { key: 'state', title: say(words.state), cell: ({ stateTitle }) => <Badge tone="quiet">{stateTitle}</Badge> },
    { key: 'deadline', title: say(words.deadline), cell: ({ deadline }) => deadline && <Deadline due={deadline} /> },
  ];
}

function NoDuties() {
  const say = useSay();
  const { office } = useSigned();
  const { data = [] } = useQuery(processesQuery);
  const open = data.filter(({ opens }) => opens.roles.includes(office.role));
  return (
    <Empty title={say(words.noDuties)}>
      <p>{say(words.noDutiesNext)}</p>
      {open.length > 0 && (
        <>
          <p className="mt-5 mb-3">{say(words.startOne)}</p>
          <p className="flex flex-wrap justify-center gap-3">
            {open.map(({ name, opens }) => (
              <Link key={name} href={`${paths.cases(name)}?new=1`} className={buttonClass('plain')}>
                {opens.title}
              </Link>
            ))}
          </p>
        </>
      )}
    </Empty>
  );
}

/** What waits for me, soonest legal deadline first. */
export function QueuePage() {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const columns = useColumns();
  const duties = useInfiniteQuery(dutiesQuery);
  useRowKeys(list);
  useTitle(say(words.queue));
  const rows = duties.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = duties.data?.pages[0]?.total ?? 0;
  return (
    <>
      <header className="mb-5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.queue)}</h1>
        {total > 0 && (
          <p className="text-soft">
            {say(words.duties(total))} · {say(words.soonestFirst)}
          </p>
        )}
        {total > 1 && <p className="ml-auto hidden text-sm text-soft pointer-fine:block">{say(words.keys)}</p>}
      </header>
      <Answer query={duties} lines={9}>
        {() =>
          rows.length === 0 ? (
            <NoDuties />
          ) : (
            <div ref={list}>
              <div className="rounded-xl border border-line bg-card">
                <Table
                  caption={say(words.queue)}
                  columns={columns}
                  rows={rows}
                  keyOf={({ process, id, event }) => `${process}/${id}/${event}`}
                  isSticky
                />
              </div>
              <LoadMore
                shown={rows.length}
                hasMore={duties.hasNextPage}
                isBusy={duties.isFetchingNextPage}
                onMore={() => void duties.fetchNextPage()}
              />
            </div>
          )
        }
      </Answer>
    </>
  );
}
