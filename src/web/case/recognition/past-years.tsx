import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Column, rowLinkClass, Table } from '../../ui/table.tsx';
import { paths } from '../../paths.ts';
import { GradeMark } from './grade-card.tsx';
import { pastWords } from './words.ts';

type Row = AnswerOf<NamedEndpoints['listZoneRecognitions']>['rows'][number];
type Graded = Row & { readonly result: NonNullable<Row['result']> };

export const zoneRecognitionsQuery = (zone: string) => ({
  queryKey: ['zone-recognitions', zone],
  queryFn: () => dataOf(api.call('listZoneRecognitions', { params: { id: zone } })),
});

/** The recognitions of one zone, newest first: year, grade, score by its parts, and the version of the plan it was measured against. */
export function PastYears({ zone }: { readonly zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const results = useQuery(zoneRecognitionsQuery(zone));
  const columns: readonly Column<Graded>[] = [
    {
      key: 'year',
      title: say(pastWords.year),
      isHeading: true,
      cell: ({ year, case: kase }) => (
        <Link href={paths.case('recognition', kase)} className={rowLinkClass}>
          {year}
        </Link>
      ),
    },
    { key: 'grade', title: say(pastWords.grade), cell: ({ result }) => <GradeMark grade={result.grade} /> },
    {
      key: 'score',
      title: say(pastWords.score),
      isNumber: true,
      cell: ({ result: { total, one, two, three } }) => (
        <>
          <b>{total.toFixed(2)}</b>
          <span className="block text-sm break-keep text-soft">
            {say(pastWords.parts(one.toFixed(2), two.toFixed(2), three.toFixed(2)))}
          </span>
        </>
      ),
    },
    { key: 'version', title: say(pastWords.version), cell: ({ result }) => say(pastWords.versionNo(result.planVersion)) },
    {
      key: 'day',
      title: say(pastWords.decidedOn),
      className: 'whitespace-nowrap',
      cell: ({ result }) => dayText(result.decidedOn, language),
    },
  ];
  return (
    <Answer query={results} lines={3}>
      {({ rows }) => {
        const graded = rows.filter((row): row is Graded => row.result !== null);
        return graded.length === 0 ? (
          <p className="text-soft">{say(pastWords.noPast)}</p>
        ) : (
          <Table caption={say(pastWords.past)} columns={columns} rows={graded} keyOf={({ year }) => String(year)} />
        );
      }}
    </Answer>
  );
}
