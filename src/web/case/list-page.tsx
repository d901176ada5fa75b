import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import type { CaseRow } from '#contract/cases.ts';
import type { ListQuery } from '#contract/client.ts';
import { api } from '../api/client.ts';
import { Answer } from '../api/answer.tsx';
import { casesQuery, processesQuery } from '../api/query.ts';
import { useRowKeys } from '../queue/use-row-keys.ts';
import { useSigned } from '../session/session.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { useTitle } from '../shell/use-title.ts';
import { Badge } from '../ui/badge.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Deadline } from '../ui/deadline.tsx';
import { Empty } from '../ui/empty.tsx';
import { momentText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { type Column, rowLinkClass, Table } from '../ui/table.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { ProcessInfo } from './process-info.ts';
import { Filters } from './filters.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { caseWords } from './words.ts';

function useColumns(process: string, canRank: boolean): readonly Column<CaseRow>[] {
  const say = useSay();
  const language = useLanguage();
  const name: Column<CaseRow> = {
    key: 'matter',
    title: say(words.matter),
    isHeading: true,
    cell: ({ id, summary, number }) => (
      <>
        <Link href={paths.case(process, id)} className={rowLinkClass}>
          {summary}
        </Link>
        <span className="block text-sm text-soft">{number}</span>
      </>
    ),
  };
  const unit: Column<CaseRow> = {
    key: 'unit',
    title: say(words.unit),
    cell: ({ ownerName, districtName }) => (
      <>
        {ownerName}
        {districtName && <span className="block text-sm text-soft">{districtName}</span>}
      </>
    ),
  };
  const ranking: Column<CaseRow> = {
    key: 'ranking',
    title: say(caseWords.ranking),
    cell: ({ id }) => (
      <Link href={paths.ranking(id)} className="link relative z-[1] inline-flex min-h-6 items-center">
        {say(caseWords.ranking)}
      </Link>
    ),
  };
  return [
    name,
    unit,
    {
      key: 'state',
      title: say(words.state),
      cell: ({ stateTitle, isFinal }) => <Badge tone={isFinal ? 'quiet' : 'teal'}>{stateTitle}</Badge>,
    },
    { key: 'deadline', title: say(words.deadline), cell: ({ deadline }) => deadline && <Deadline due={deadline} /> },
    {
      key: 'since',
      title: say(words.since),
      className: 'whitespace-nowrap text-sm text-soft',
      cell: ({ stateSince }) => momentText(stateSince, language),
    },
    ...(canRank ? [ranking] : []),
  ];
}

function queryOf(search: URLSearchParams): ListQuery {
  const take = (name: string) => {
    const value = search.get(name);
    return value ? { [name]: value } : {};
  };
  return { ...take('state'), ...take('district'), ...take('q'), ...take('parent') };
}

/** The cases of one process: filters in the address, an export equal to the view, and the way to open one. */
export function ListPage() {
  const { process } = useParams<{ process: string }>();
  const { office } = useSigned();
  const processes = useQuery(processesQuery);
  return (
    <Answer query={processes}>
      {(all) => {
        const info = all.find(({ name }) => name === process);
        return info?.readers.includes(office.role) ? <List key={process} info={info} /> : <NotFound />;
      }}
    </Answer>
  );
}

type HeadingProps = {
  readonly info: ProcessInfo;
  readonly query: ListQuery;
  readonly onOpen: (() => void) | null;
  readonly onBulk: (() => void) | null;
};

function Heading({ info, query, onOpen, onBulk }: HeadingProps) {
  const say = useSay();
  return (
    <header className="mb-5 flex flex-wrap items-center gap-3">
      <h1 className="mr-auto font-serif text-2xl font-bold sm:text-[1.75rem]">{info.title}</h1>
      <a href={api.exportHref(info.name, query)} download className={buttonClass('bare')} title={say(caseWords.exportHint)}>
        <Icon name="download" />
        {say(caseWords.export)}
      </a>
      {onBulk && <Button onClick={onBulk}>{say(caseWords.bulk)}</Button>}
      {onOpen && (
        <Button kind="primary" onClick={onOpen}>
          <Icon name="plus" />
          {info.opens.title}
        </Button>
      )}
    </header>
  );
}

function NoRows({ isFiltered }: { readonly isFiltered: boolean }) {
  const say = useSay();
  return (
    <Empty title={say(isFiltered ? caseWords.noMatch : caseWords.noRows)}>
      {say(isFiltered ? caseWords.noMatchNext : caseWords.noRowsNext)}
    </Empty>
  );
}

const ranks = new Set(['centre_officer', 'centre_approver', 'auditor']);

function List({ info }: { readonly info: ProcessInfo }) {
  const { office } = useSigned();
  const [search, setSearch] = useSearchParams();
  const list = useRef<HTMLDivElement>(null);
  const columns = useColumns(info.name, info.name === 'call' && ranks.has(office.role));
  const query = queryOf(search);
  const cases = useInfiniteQuery(casesQuery(info.name, query));
  useRowKeys(list);
  useTitle(info.title);
  const change = (name: string, value: string) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const rows = cases.data?.pages.flatMap((page) => page.rows) ?? [];
  const canOpen = info.opens.roles.includes(office.role);
  const inBulk = info.bulk.filter(({ roles }) => roles.includes(office.role));
  return (
    <>
      <Heading
        info={info}
        query={query}
        onOpen={canOpen ? () => change('new', '1') : null}
        onBulk={inBulk.length > 0 ? () => change('bulk', '1') : null}
      />
      <Filters info={info} query={query} onChange={change} onClear={() => setSearch({}, { replace: true })} />
      <Answer query={cases} lines={9}>
        {() =>
          rows.length === 0 ? (
            <NoRows isFiltered={Object.keys(query).length > 0} />
          ) : (
            <div ref={list}>
              <div className="rounded-xl border border-line bg-card">
                <Table caption={info.title} columns={columns} rows={rows} keyOf={({ id }) => id} isSticky />
              </div>
              <LoadMore
                shown={rows.length}
                hasMore={cases.hasNextPage}
                isBusy={cases.isFetchingNextPage}
                onMore={() => void cases.fetchNextPage()}
              />
            </div>
          )
        }
      </Answer>
      {inBulk.length > 0 && search.get('bulk') && (
        <BulkDialog info={info} events={inBulk} filter={query} onClose={() => change('bulk', '')} />
      )}
      {canOpen && search.get('new') && <OpenDialog info={info} onClose={() => change('new', '')} />}
    </>
  );
}
