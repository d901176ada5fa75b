import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { BarView, FindingView } from '#contract/false-claims.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { Badge } from '../../ui/badge.tsx';
import { dayText, momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { words } from './words.ts';

const barsQuery = { queryKey: ['claim-bars'], queryFn: () => dataOf(api.call('listBars')) };

const findingsQuery = infiniteQueryOptions({
  queryKey: ['fact-findings'],
  queryFn: ({ pageParam }) => dataOf(api.call('listFindings', { query: pageParam ? { after: pageParam } : {} })),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
});

/** The agency, with the way to the recovery that decided it. */
function Decided({ row }: { readonly row: Pick<BarView, 'agencyName' | 'case' | 'number' | 'documentNumber'> }) {
  return (
    <>
      {row.agencyName}
      <span className="block text-sm text-soft">
        <Link href={paths.case('claim', row.case)} className="link">
          {row.number}
        </Link>{' '}
        {row.documentNumber}
      </span>
    </>
  );
}

function useBarColumns(): readonly Column<BarView>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    { key: 'agency', title: say(words.agency), isHeading: true, cell: (row) => <Decided row={row} /> },
    {
      key: 'span',
      title: say(words.barSpan),
      cell: ({ from, to }) => say(words.span(dayText(from, language), dayText(to, language))),
    },
    {
      key: 'standing',
      title: say(words.standing),
      cell: ({ isStanding, endedAt }) => (
        <Badge tone={isStanding ? 'red' : 'quiet'}>{say(isStanding ? words.barring : endedAt === null ? words.over : words.lifted)}</Badge>
      ),
    },
    {
      key: 'reason',
      title: say(words.reason),
      className: 'md:w-1/3',
      cell: ({ reason, endedAt, endedBecause }) => (
        <>
          {reason}
          {endedAt && <span className="block text-sm">{say(words.because(momentText(endedAt, language), endedBecause ?? ''))}</span>}
        </>
      ),
    },
  ];
}

function useFindingColumns(): readonly Column<FindingView>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    { key: 'agency', title: say(words.agency), isHeading: true, cell: (row) => <Decided row={row} /> },
    {
      key: 'matter',
      title: say(words.matter),
      cell: ({ kindTitle, matter, fact }) => (
        <>
          {fact === null ? (
            <span className="wrap-anywhere">{matter}</span>
          ) : (
            <Link href={paths.fact(fact)} className="link wrap-anywhere">
              {matter}
            </Link>
          )}
          <span className="block text-sm text-soft">{kindTitle}</span>
        </>
      ),
    },
    {
      key: 'standing',
      title: say(words.standing),
      cell: ({ at, restoredAt }) => (
        <>
          <Badge tone={restoredAt === null ? 'red' : 'quiet'}>{say(restoredAt === null ? words.foundFalse : words.restored)}</Badge>
          <span className="block text-sm text-soft">{momentText(restoredAt ?? at, language)}</span>
        </>
      ),
    },
    {
      key: 'findings',
      title: say(words.findings),
      className: 'md:w-1/3',
      cell: ({ findings, restoredAt, restoredBecause }) => (
        <>
          {findings}
          {restoredAt && (
            <span className="block text-sm">{say(words.because(momentText(restoredAt, language), restoredBecause ?? ''))}</span>
          )}
        </>
      ),
    },
  ];
}

function Bars() {
  const say = useSay();
  const bars = useQuery(barsQuery);
  const columns = useBarColumns();
  return (
    <section>
      <h2 className="mb-2 font-serif text-lg font-bold">{say(words.bars)}</h2>
      <Answer query={bars} lines={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="text-soft">{say(words.noBars)}</p>
          ) : (
            <div className="rounded-xl border border-line bg-card">
              <Table caption={say(words.bars)} columns={columns} rows={rows} keyOf={(row) => row.case} />
            </div>
          )
        }
      </Answer>
    </section>
  );
}

function Findings() {
  const say = useSay();
  const findings = useInfiniteQuery(findingsQuery);
  const columns = useFindingColumns();
  const rows = findings.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section>
      <h2 className="mb-2 font-serif text-lg font-bold">{say(words.falseFacts)}</h2>
      <Answer query={findings} lines={5}>
        {() =>
          rows.length === 0 ? (
            <p className="text-soft">{say(words.noFalseFacts)}</p>
          ) : (
            <>
              <div className="rounded-xl border border-line bg-card">
                <Table
                  caption={say(words.falseFacts)}
                  columns={columns}
                  rows={rows}
                  keyOf={(row) => `${row.case}/${row.kind}/${row.matter}`}
                />
              </div>
              <LoadMore
                shown={rows.length}
                hasMore={findings.hasNextPage}
                isBusy={findings.isFetchingNextPage}
                onMore={() => void findings.fetchNextPage()}
              />
            </>
          )
        }
      </Answer>
    </section>
  );
}

/** Which agencies may not claim until when, and which facts were found false; every one with its decision. */
export function FalseClaims() {
  const say = useSay();
  return (
    <>
      <p className="mb-4 max-w-prose text-soft">{say(words.falseLead)}</p>
      <div className="grid grid-cols-1 gap-6">
        <Bars />
        <Findings />
      </div>
    </>
  );
}
