import { wanYuan, yuan } from '#core/kernel/money.ts';
import type { Bound, Clause, RowBase } from '#core/policy/clause.ts';
import { type Line, openLines } from '#core/policy/lines.ts';
import { met, type Truth } from '#core/policy/truth.ts';

/** A row of a made-up clause: whether its year and its one condition hold, what it is worth, what it is called. */
export type Row = RowBase & {
  readonly year: Truth;
  readonly holds: Truth;
  readonly yuan: number;
  readonly name: string | null;
  readonly key: string;
};
/** A row with everything in order. */
export const row = (factId: string, more: Partial<Row> = {}): Row => ({
  factId,
  agency: 'A',
  day: '2021-03-01',
  shares: [{ agency: more.agency ?? 'A', percent: 100 }],
  matters: [],
  isHeld: false,
  year: met,
  holds: met,
  yuan: 100,
  name: factId,
  key: factId,
  ...more,
});
const condition = (code: string, test: (row: Row) => Truth) => ({ code, says: code, fails: code, test });
/** A made-up clause: so many yuan for each row. */
export const clause = (more: Partial<Clause<Row>> = {}): Clause<Row> => ({
  key: 'k',
  cite: '第一条',
  title: '题',
  says: '文',
  item: '1',
  paidAs: 'cash',
  isListed: true,
  settings: [],
  conditions: [condition('YEAR', ({ year }) => year), condition('NO', ({ holds }) => holds)],
  amount: { kind: 'perItem', each: wanYuan(100), atMost: (one) => yuan(one.yuan) },
  identity: ({ name }) => name,
  examples: [],
  ...more,
});
/** Its lines from rows. */
export const open = (rows: readonly Row[], more: Partial<Clause<Row>> = {}, bound: Bound = 'low') => [
  ...openLines(clause(more), rows, () => bound),
];
/** Each line as fact, code and yuan. */
export const state = (lines: readonly Line<Row>[]) => lines.map(({ row: { factId }, code, amount }) => `${factId} ${code} ${amount / 100}`);
/** Two agencies with equal parts. */
export const half = [
  { agency: 'A', percent: 50 },
  { agency: 'B', percent: 50 },
];
