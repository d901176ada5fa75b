import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { Answer } from '../../api/answer.tsx';
import { zoneRecognitionsQuery } from '../../case/recognition/past-years.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Column, rowLinkClass, Table } from '../../ui/table.tsx';
import { gradeTones } from './forecast.tsx';
import { words } from './words.ts';

type Row = AnswerOf<NamedEndpoints['listZoneRecognitions']>['rows'][number];

/** The recognitions of a zone, each with its grade once that is decided. */
export function RecognitionsTab({ zone }: { readonly zone: string }) {
  const say = useSay();
  const columns = useColumns();
  const recognitions = useQuery(zoneRecognitionsQuery(zone));
  return (
    <Answer query={recognitions} lines={5}>
      {({ rows }) => {
        if (rows.length === 0) return <Empty title={say(words.noRecognitions)}>{say(words.noRecognitionsNext)}</Empty>;
        return (
          <div className="rounded-xl border border-line bg-card">
            <Table caption={say(words.recognitions)} columns={columns} rows={rows} keyOf={(row) => row.case} />
          </div>
        );
      }}
    </Answer>
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    {
      key: 'year',
      title: say(words.year),
      isHeading: true,
      cell: (row) => (
        <>
          <Link href={paths.case('recognition', row.case)} className={rowLinkClass}>
            {row.year}
          </Link>
          <span className="block text-sm text-soft">{row.caseNumber}</span>
        </>
      ),
    },
    {
      key: 'grade',
      title: say(words.grade),
      cell: ({ result }) => result && <Badge tone={gradeTones[result.grade] ?? 'quiet'}>{result.gradeTitle}</Badge>,
    },
    { key: 'on', title: say(words.decidedOn), cell: ({ result }) => dayText(result?.decidedOn ?? '', language) },
    {
      key: 'state',
      title: say(words.stateNow),
      cell: ({ stateTitle, isFinal }) => <Badge tone={isFinal ? 'quiet' : 'teal'}>{stateTitle}</Badge>,
    },
  ];
}
