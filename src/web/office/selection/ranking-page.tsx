import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useParams } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import type { Words } from '#core/kernel/words.ts';
import { api } from '../../api/client.ts';
import { ErrorView } from '../../api/problem-view.tsx';
import { caseQuery, dataOf } from '../../api/query.ts';
import { useTitle } from '../../shell/use-title.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { type Ranking, rankingCsv, type RankingRow, saveFile } from './ranking.ts';
import { RankingTable } from './ranking-table.tsx';
import { type Candidate, type Sensitivity, sensitivityOf } from './sensitivity.ts';
import { inspectionWords, words } from './words.ts';

/** More applications than this are shown without the hint on firmness: each needs its own file. */
const mostStudied = 40;

const rankingQuery = (id: string) => ({
  queryKey: ['ranking', id],
  queryFn: () => dataOf(api.call('readRanking', { params: { id } })),
  refetchInterval: 20_000,
});

function candidateOf(kase: CaseView): Candidate | null {
  const result = kase.data.result as { sheets?: Candidate['sheets']; planScore?: number } | null | undefined;
  return result?.sheets ? { id: kase.id, sheets: result.sheets, planScore: result.planScore ?? 0 } : null;
}

/** The files behind the ranking: what the reader may do with each, and how firm its place is. */
function useFiles(rows: readonly RankingRow[]) {
  const studied = rows.length <= mostStudied ? rows : [];
  const queries = useQueries({ queries: studied.map((row) => caseQuery('application', row.case)) });
  const cases = queries.map(({ data }) => data).filter((data): data is CaseView => data !== undefined);
  const isWhole = cases.length === rows.length && rows.length > 1;
  const candidates = cases.map(candidateOf).filter((one): one is Candidate => one !== null);
  const firmness = useMemo<ReadonlyMap<string, Sensitivity>>(
    () => (isWhole && candidates.length === rows.length ? sensitivityOf(candidates) : new Map()),
    // oxlint-disable-next-line react/exhaustive-deps -- opened scores never change; the set of files does
    [isWhole, rows.map((row) => row.case).join()],
  );
  return { cases: new Map(cases.map((one) => [one.id, one])), firmness };
}

/** `/app/calls/:id/ranking`: the live ranking of a call, and the decisions on it. */
export function Page() {
  const say = useSay();
  const { id } = useParams<{ id: string }>();
  const ranking = useQuery(rankingQuery(id));
  useTitle(say(words.title));
  if (!ranking.data)
    return ranking.error ? <ErrorView error={ranking.error} onRetry={() => void ranking.refetch()} /> : <Skeleton lines={9} />;
  return <Meeting id={id} ranking={ranking.data} />;
}

const columns: readonly (readonly [Words, (row: RankingRow, say: (words: Words) => string) => string | number | null])[] = [
  [words.rank, ({ rank }) => rank],
  [words.number, ({ number }) => number],
  [words.name, ({ name }) => name],
  [words.district, ({ districtName }) => districtName],
  [words.score, ({ score }) => score],
  [words.planScore, ({ planScore }) => planScore],
  [words.lowest, ({ lowest }) => lowest],
  [words.highest, ({ highest }) => highest],
  [words.inspection, ({ inspection }, say) => say(inspectionWords[inspection ?? ''] ?? words.none)],
  [words.state, ({ stateTitle }) => stateTitle],
];

/** The rows on the screen as a table file. */
const tableOf = (rows: readonly RankingRow[], say: (words: Words) => string): string =>
  rankingCsv(
    columns.map(([title]) => say(title)),
    rows.map((row) => columns.map(([, cell]) => cell(row, say))),
  );

function Heading({ ranking }: { readonly ranking: Ranking }) {
  const say = useSay();
  return (
    <header className="mb-5 flex flex-wrap items-baseline gap-x-4 gap-y-2">
      <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{ranking.title}</h1>
      <p className="flex flex-wrap items-baseline gap-2">
        <Badge>{say(words.places(ranking.places))}</Badge>
        <Badge tone="quiet">{say(words.scoredOf(ranking.rows.length))}</Badge>
      </p>
      <span className="no-print ml-auto flex flex-wrap gap-2">
        <Button size="small" onClick={() => saveFile(`${ranking.title}.csv`, tableOf(ranking.rows, say))}>
          <Icon name="download" size={16} />
          {say(words.export)}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          <Icon name="print" size={16} />
          {say(words.print)}
        </Button>
      </span>
      <p className="w-full max-w-prose text-soft">{say(words.lead)}</p>
    </header>
  );
}

function Meeting({ id, ranking }: { readonly id: string; readonly ranking: Ranking }) {
  const say = useSay();
  const queries = useQueryClient();
  const { cases, firmness } = useFiles(ranking.rows);
  const [decided, setDecided] = useState<{ readonly id: string; readonly event: string } | null>(null);
  const kase = decided && cases.get(decided.id);
  const row = decided && ranking.rows.find((one) => one.case === decided.id);
  const close = () => setDecided(null);
  const renew = async () => {
    close();
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['ranking', id] }),
      queries.invalidateQueries({ queryKey: ['case', 'application'] }),
      queries.invalidateQueries({ queryKey: ['duties'] }),
    ]);
  };
  return (
    <>
      <Heading ranking={ranking} />
      {ranking.rows.length === 0 ? (
        <Empty title={say(words.empty)}>{say(words.emptyWhy)}</Empty>
      ) : (
        <RankingTable ranking={ranking} cases={cases} firmness={firmness} onAct={(one, event) => setDecided({ id: one, event })} />
      )}
      {kase && row && decided && (
        <DecisionDialog kase={kase} row={row} places={ranking.places} event={decided.event} onClose={close} onDone={renew} />
      )}
    </>
  );
}
