import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { Answer } from '../../api/answer.tsx';
import { discretionQuery } from '../../case/claim/queries.ts';
import { Amount } from '../../ui/amount.tsx';
import { Spread } from '../../ui/bar.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import { shareText } from '../../ui/money.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { words } from './words.ts';

type Told = AnswerOf<NamedEndpoints['listDiscretion']>;
type Group = Told['groups'][number];
type Outlier = Told['rows'][number];

const whole = 10_000;

function useGroupColumns(): readonly Column<Group>[] {
  const say = useSay();
  return [
    { key: 'clause', title: say(words.clause), isHeading: true, cell: ({ clauseTitle }) => clauseTitle },
    { key: 'year', title: say(words.year), cell: ({ year }) => year },
    { key: 'count', title: say(words.count), isNumber: true, cell: ({ count }) => count },
    {
      key: 'spread',
      title: say(words.spread),
      className: 'md:w-2/5',
      cell: ({ lowest, median, highest }) => (
        <>
          <Spread lowest={lowest} median={median} highest={highest} most={whole} />
          <span className="text-sm text-soft">{say(words.range(shareText(lowest), shareText(median), shareText(highest)))}</span>
        </>
      ),
    },
  ];
}

function useOutlierColumns(): readonly Column<Outlier>[] {
  const say = useSay();
  return [
    {
      key: 'agency',
      title: say(words.agency),
      isHeading: true,
      cell: ({ agencyName, case: id, number }) => (
        <>
          {agencyName}
          <Link href={paths.case('claim', id)} className="link block w-fit text-sm">
            {number}
          </Link>
        </>
      ),
    },
    {
      key: 'clause',
      title: say(words.clause),
      cell: ({ clauseTitle, year }) => (
        <>
          {clauseTitle} <span className="text-sm text-soft">{year}</span>
        </>
      ),
    },
    {
      key: 'share',
      title: say(words.share),
      cell: ({ share, median }) => (
        <>
          <b>{shareText(share)}</b>
          <span className="block text-sm text-soft">{say(words.against(shareText(median)))}</span>
        </>
      ),
    },
    {
      key: 'amounts',
      title: say(words.amounts),
      isNumber: true,
      cell: ({ amountFen, computedFen }) => (
        <>
          <Amount fen={amountFen} isShort />
          <span className="block text-sm text-soft">
            <Amount fen={computedFen} isShort />
          </span>
        </>
      ),
    },
    {
      key: 'reason',
      title: say(words.reason),
      className: 'md:w-1/3',
      cell: ({ reason }) => reason ?? <span className="text-gold">{say(words.noReason)}</span>,
    },
  ];
}

function Shown({ told }: { readonly told: Told }) {
  const say = useSay();
  const groupColumns = useGroupColumns();
  const outlierColumns = useOutlierColumns();
  if (told.groups.length === 0) return <Empty title={say(words.noGroups)}>{say(words.noGroupsNext)}</Empty>;
  return (
    <div className="grid grid-cols-1 gap-6">
      <section>
        <h2 className="mb-2 font-serif text-lg font-bold">{say(words.outliers)}</h2>
        {told.rows.length > 0 && <p className="mb-2 text-sm text-soft">{say(words.apart(told.apartPercent))}</p>}
        {told.rows.length === 0 ? (
          <p className="text-soft">{say(words.noOutliers(told.apartPercent))}</p>
        ) : (
          <div className="rounded-xl border border-line bg-card">
            <Table caption={say(words.outliers)} columns={outlierColumns} rows={told.rows} keyOf={(row) => row.case} />
          </div>
        )}
      </section>
      <section>
        <h2 className="mb-2 font-serif text-lg font-bold">{say(words.groups)}</h2>
        <div className="rounded-xl border border-line bg-card">
          <Table caption={say(words.groups)} columns={groupColumns} rows={told.groups} keyOf={({ clause, year }) => `${clause}/${year}`} />
        </div>
      </section>
    </div>
  );
}

/** How decisions compare with their like: every "up to" sum as a share of what was computed. */
export function Discretion({ year }: { readonly year: number }) {
  const say = useSay();
  const discretion = useQuery(discretionQuery(year));
  return (
    <>
      <p className="mb-4 max-w-prose text-soft">{say(words.discretionLead)}</p>
      <Answer query={discretion}>{(told) => <Shown told={told} />}</Answer>
    </>
  );
}
