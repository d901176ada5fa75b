import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Result, Sheet } from './data.ts';
import { applicationWords, groupWords } from './words.ts';

function useColumns(): readonly Column<Sheet>[] {
  const say = useSay();
  return [
    {
      key: 'name',
      title: say(applicationWords.expert),
      isHeading: true,
      className: 'whitespace-nowrap',
      cell: ({ name, isCounted }) => (
        <>
          <span className={isCounted ? '' : 'text-soft'}>{name}</span>{' '}
          {!isCounted && <Badge tone="quiet">{say(applicationWords.notCounted)}</Badge>}
        </>
      ),
    },
    ...Object.entries(groupWords).map(([id, title]): Column<Sheet> => ({
      key: id,
      title: say(title),
      isNumber: true,
      cell: ({ groups, isCounted }) => <span className={isCounted ? '' : 'text-soft'}>{numberText(groups[id] ?? 0)}</span>,
    })),
    {
      key: 'total',
      title: say(applicationWords.total),
      isNumber: true,
      cell: ({ total, isCounted }) => (isCounted ? <b>{numberText(total)}</b> : <s className="text-soft">{numberText(total)}</s>),
    },
  ];
}

/** The scores as they were opened: every sheet by group, which were left out, and the mean of the rest. */
export function ResultCard({ result }: { readonly result: Result }) {
  const say = useSay();
  const columns = useColumns();
  return (
    <Card id="result" title={say(applicationWords.result)}>
      <div className="mb-5 flex flex-wrap items-end gap-x-10 gap-y-3">
        <p>
          <span className="block text-sm text-soft">{say(applicationWords.score)}</span>
          <span className="font-serif text-[2.5rem] leading-none font-bold text-teal">{result.score.toFixed(2)}</span>
        </p>
        <p>
          <span className="block text-sm text-soft">{say(applicationWords.planScore)}</span>
          <span className="font-serif text-2xl leading-none font-bold">{result.planScore.toFixed(2)}</span>
        </p>
        <p className="text-sm text-soft">{say(applicationWords.scoreWhy)}</p>
      </div>
      <div className="-mx-2 overflow-x-auto">
        <Table
          caption={say(applicationWords.result)}
          columns={columns}
          rows={result.sheets}
          keyOf={({ name }, index) => `${index}/${name}`}
        />
      </div>
      <details className="mt-4">
        <summary className="text-sm text-soft">{say(applicationWords.remark)}</summary>
        <dl className="mt-3 grid gap-3">
          {result.sheets.map(({ name, remark }, index) => (
            <div key={`${String(index)}/${name}`}>
              <dt className="text-sm text-soft">{name}</dt>
              <dd className="whitespace-pre-wrap">{remark}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}
