import type { Words } from '#core/kernel/words.ts';
import { Badge } from '../../ui/badge.tsx';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { SheetView } from './data.ts';
import { panelWords } from './words.ts';

type Props = {
  readonly caption: string;
  readonly sheets: readonly SheetView[];
  /** Names of the groups of the sheet, in their order. */
  readonly groups: Readonly<Record<string, Words>>;
};

function useColumns(groups: Props['groups']): readonly Column<SheetView>[] {
  const say = useSay();
  return [
    {
      key: 'name',
      title: say(panelWords.expert),
      isHeading: true,
      className: 'whitespace-nowrap',
      cell: ({ name, isCounted }) => (
        <>
          <span className={isCounted ? '' : 'text-soft'}>{name}</span>{' '}
          {!isCounted && <Badge tone="quiet">{say(panelWords.notCounted)}</Badge>}
        </>
      ),
    },
    ...Object.entries(groups).map(([id, title]): Column<SheetView> => ({
      key: id,
      title: say(title),
      isNumber: true,
      cell: ({ groups: sums, isCounted }) => <span className={isCounted ? '' : 'text-soft'}>{numberText(sums[id] ?? 0)}</span>,
    })),
    {
      key: 'total',
      title: say(panelWords.total),
      isNumber: true,
      cell: ({ total, isCounted }) => (isCounted ? <b>{numberText(total)}</b> : <s className="text-soft">{numberText(total)}</s>),
    },
  ];
}

/** The opened sheets: every expert's sums by group, which were left out, and the remarks. */
export function Sheets({ caption, sheets, groups }: Props) {
  const say = useSay();
  const columns = useColumns(groups);
  return (
    <>
      <div className="-mx-2 overflow-x-auto">
        <Table caption={caption} columns={columns} rows={sheets} keyOf={({ name }, index) => `${index}/${name}`} />
      </div>
      <details className="mt-4">
        <summary className="text-sm text-soft">{say(panelWords.remark)}</summary>
        <dl className="mt-3 grid gap-3">
          {sheets.map(({ name, remark }, index) => (
            <div key={`${String(index)}/${name}`}>
              <dt className="text-sm text-soft">{name}</dt>
              <dd className="whitespace-pre-wrap">{remark}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
