import { Card } from '../../ui/card.tsx';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Scorecard } from './queries.ts';
import { words } from './words.ts';

type Line = Pick<Scorecard['funds'][number], 'source' | 'sourceTitle' | 'plannedYuan' | 'arrivedYuan' | 'spentYuan'>;

const totalOf = (lines: readonly Line[], sourceTitle: string): Line => ({
  source: 'total',
  sourceTitle,
  plannedYuan: lines.reduce((sum, line) => sum + line.plannedYuan, 0),
  arrivedYuan: lines.reduce((sum, line) => sum + line.arrivedYuan, 0),
  spentYuan: lines.reduce((sum, line) => sum + line.spentYuan, 0),
});

/** The matching funds of a year by source: planned, arrived, spent (row 11.1). `onRecords` leads to where they are recorded. */
export function FundsCard({ funds, onRecords }: { readonly funds: readonly Line[]; readonly onRecords: () => void }) {
  const say = useSay();
  const amount = (key: string, title: string, of: (line: Line) => number): Column<Line> => ({
    key,
    title,
    isNumber: true,
    cell: (line) => (line.source === 'total' ? <b>{numberText(of(line))}</b> : numberText(of(line))),
  });
  const columns: readonly Column<Line>[] = [
    {
      key: 'source',
      title: say(words.source),
      isHeading: true,
      cell: ({ source, sourceTitle }) => <span className={source === 'total' ? 'font-bold' : ''}>{sourceTitle}</span>,
    },
    amount('planned', `${say(words.planned)}（${say(words.yuan)}）`, ({ plannedYuan }) => plannedYuan),
    amount('arrived', `${say(words.arrived)}（${say(words.yuan)}）`, ({ arrivedYuan }) => arrivedYuan),
    amount('spent', `${say(words.spentFunds)}（${say(words.yuan)}）`, ({ spentYuan }) => spentYuan),
  ];
  const rows = funds.length > 1 ? [...funds, totalOf(funds, say(words.total))] : funds;
  return (
    <Card
      title={say(words.funds)}
      aside={
        <button type="button" className="link min-h-6" onClick={onRecords}>
          {say(words.toRecords)}
        </button>
      }
    >
      {funds.length === 0 ? (
        <p className="text-soft">{say(words.noFunds)}</p>
      ) : (
        <Table caption={say(words.funds)} columns={columns} rows={rows} keyOf={({ source }) => source} />
      )}
    </Card>
  );
}
