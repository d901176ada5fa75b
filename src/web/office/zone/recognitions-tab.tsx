import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { CaseRow } from '#contract/cases.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { casesQuery, dataOf } from '../../api/query.ts';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Column, rowLinkClass, Table } from '../../ui/table.tsx';
import { gradeTones } from './forecast.tsx';
import { words } from './words.ts';

type Props = { readonly zone: string; readonly name: string; readonly since: string };
type Grade = { readonly year: number; readonly grade: string; readonly gradeTitle: string; readonly decidedOn: string };

const gradesQuery = (year: number) => ({
  queryKey: ['recognitions', year],
  queryFn: () => dataOf(api.call('listRecognitions', { query: { year } })),
});

/** The published grades of a zone, by year. */
function useGrades({ zone, since }: Props): readonly Grade[] {
  const { today } = useSigned();
  const first = Number(since.slice(0, 4));
  const years = Array.from({ length: Number(today.slice(0, 4)) - first + 1 }, (_, at) => first + at);
  const answers = useQueries({ queries: years.map(gradesQuery) });
  return answers.flatMap(({ data = [] }, at) =>
    data
      .filter((row) => row.zone === zone)
      .map(({ grade, gradeTitle, decidedOn }) => ({ year: years[at] ?? 0, grade, gradeTitle, decidedOn })),
  );
}

/** The recognitions of a zone, each with its grade once that is decided. */
export function RecognitionsTab(props: Props) {
  const say = useSay();
  const grades = useGrades(props);
  const columns = useColumns(grades);
  const cases = useInfiniteQuery(casesQuery('recognition', { q: props.name, limit: 50 }));
  return (
    <Answer query={cases} lines={5}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows);
        if (rows.length === 0) return <Empty title={say(words.noRecognitions)}>{say(words.noRecognitionsNext)}</Empty>;
        return (
          <div className="rounded-xl border border-line bg-card">
            <Table caption={say(words.recognitions)} columns={columns} rows={rows} keyOf={({ id }) => id} />
          </div>
        );
      }}
    </Answer>
  );
}

/** The summary of a recognition ends with its year. */
const yearIn = ({ summary }: CaseRow): number => Number(/(\d{4})年度认定$/.exec(summary)?.[1] ?? 0);

function useColumns(grades: readonly Grade[]): readonly Column<CaseRow>[] {
  const say = useSay();
  const language = useLanguage();
  const gradeOf = (row: CaseRow) => grades.find(({ year }) => year === yearIn(row));
  return [
    {
      key: 'year',
      title: say(words.year),
      isHeading: true,
      cell: (row) => (
        <>
          <Link href={paths.case('recognition', row.id)} className={rowLinkClass}>
            {yearIn(row)}
          </Link>
          <span className="block text-sm text-soft">{row.number}</span>
        </>
      ),
    },
    {
      key: 'grade',
      title: say(words.grade),
      cell: (row) => {
        const grade = gradeOf(row);
        return grade && <Badge tone={gradeTones[grade.grade] ?? 'quiet'}>{grade.gradeTitle}</Badge>;
      },
    },
    { key: 'on', title: say(words.decidedOn), cell: (row) => dayText(gradeOf(row)?.decidedOn ?? '', language) },
    {
      key: 'state',
      title: say(words.stateNow),
      cell: ({ stateTitle, isFinal }) => <Badge tone={isFinal ? 'quiet' : 'teal'}>{stateTitle}</Badge>,
    },
  ];
}
