import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { FactView } from '#contract/facts.ts';
import { Answer } from '../../api/answer.tsx';
import { paths } from '../../paths.ts';
import { useRowKeys } from '../../queue/use-row-keys.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayText, momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { type Column, rowLinkClass, Table } from '../../ui/table.tsx';
import { FactFilters } from './fact-filters.tsx';
import { headlineOf } from './fact.ts';
import { Overview } from './overview.tsx';
import { type FactFilter, factsQuery, useKinds } from './query.ts';
import { FactStanding } from './standing.tsx';
import { useAddress } from '../use-address.ts';
import { words } from './words.ts';

function useColumns(): readonly Column<FactView>[] {
  const say = useSay();
  const language = useLanguage();
  const { find, formNamed } = useKinds();
  return [
    {
      key: 'fact',
      title: say(words.fact),
      isHeading: true,
      cell: (fact) => (
        <>
          <Link href={paths.fact(fact.id)} className={`${rowLinkClass} wrap-anywhere`}>
            {headlineOf(formNamed(fact.kind), fact, language)}
          </Link>
          <span className="block text-sm text-soft">{find(fact.kind)?.title}</span>
        </>
      ),
    },
    { key: 'standing', title: say(words.standing), cell: (fact) => <FactStanding fact={fact} /> },
    { key: 'day', title: say(words.happened), className: 'whitespace-nowrap', cell: ({ validOn }) => dayText(validOn, language) },
    { key: 'known', title: say(words.recorded), className: 'whitespace-nowrap', cell: ({ knownFrom }) => momentText(knownFrom, language) },
  ];
}

/** The filter as the address has it; what can not be a year is none. */
function filterOf(search: URLSearchParams, agency: string | undefined): FactFilter {
  const kind = search.get('kind');
  const year = Number(search.get('year'));
  return {
    ...(kind ? { kind } : {}),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2100 ? { year } : {}),
    ...(search.get('history') ? { history: '1' } : {}),
    ...(agency ? { agency } : {}),
  };
}

function NoFacts({ isFiltered, isOwn }: { readonly isFiltered: boolean; readonly isOwn: boolean }) {
  const say = useSay();
  if (isFiltered) return <Empty title={say(words.noMatch)}>{say(words.noMatchNext)}</Empty>;
  return (
    <Empty title={say(words.none)}>
      <p>{say(isOwn ? words.noneNext : words.noneReader)}</p>
      {isOwn && (
        <p className="mt-5">
          <Link href={paths.addFact} className={buttonClass('plain')}>
            {say(words.add)}
          </Link>
        </p>
      )}
    </Empty>
  );
}

/** Facts of an agency, newest first, narrowed by kind and year. The filter lives in the address. */
export function FactList({ agency }: { readonly agency?: string }) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const columns = useColumns();
  const { search } = useAddress();
  const filter = filterOf(search, agency);
  const facts = useInfiniteQuery(factsQuery(filter));
  useRowKeys(list);
  const rows = facts.data?.pages.flatMap((page) => page.rows) ?? [];
  const isFiltered = filter.kind !== undefined || filter.year !== undefined;
  return (
    <Answer query={facts} lines={9}>
      {({ pages }) => {
        const counts = pages[0]?.counts ?? [];
        return (
          <>
            <FactFilters filter={filter} counts={counts} />
            {!isFiltered && counts.length > 0 && <Overview counts={counts} />}
            {rows.length === 0 ? (
              <NoFacts isFiltered={isFiltered} isOwn={agency === undefined} />
            ) : (
              <div ref={list}>
                <div className="rounded-xl border border-line bg-card">
                  <Table caption={say(words.list)} columns={columns} rows={rows} keyOf={({ id }) => id} isSticky />
                </div>
                <LoadMore
                  shown={rows.length}
                  hasMore={facts.hasNextPage}
                  isBusy={facts.isFetchingNextPage}
                  onMore={() => void facts.fetchNextPage()}
                />
              </div>
            )}
          </>
        );
      }}
    </Answer>
  );
}
