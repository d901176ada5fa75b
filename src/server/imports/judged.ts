import { type Column, columnsOf } from '#policy/zibo-2020/fact-kinds/columns.ts';
import type { FactKind, JudgedList } from '#policy/zibo-2020/fact-kinds/fact-kind.ts';
import type { ReadyList, ReadyRow } from '#policy/zibo-2020/fact-kinds/list.ts';

/** What the check of a list says before its rows: how many, what is wrong, the first few as they will be kept. */
export type Summary = {
  readonly rowCount: number;
  readonly goodCount: number;
  readonly errorCount: number;
  readonly warningCount: number;
  readonly faults: JudgedList['faults'];
  readonly sample: readonly Readonly<Record<string, string>>[];
};

const mostFaults = 500;
const sampleRows = 5;

/** At most so many faults, refusals before warnings, in the order of the rows. */
function fewFaults(faults: JudgedList['faults']): JudgedList['faults'] {
  if (faults.length <= mostFaults) return faults;
  const errors = faults.filter(({ isWarning }) => !isWarning).slice(0, mostFaults);
  const warnings = faults.filter(({ isWarning }) => isWarning).slice(0, mostFaults - errors.length);
  return [...errors, ...warnings].sort((a, b) => a.row - b.row);
}

function cellOf(value: unknown): string {
  if (value === true) return '是';
  if (value === false) return '否';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A row under the column names people know; only columns that the list has. */
const inColumns = (columns: readonly Column[], { data }: ReadyRow): Record<string, string> =>
  Object.fromEntries(columns.map(({ field, title, show }) => [title, show(cellOf((data as Readonly<Record<string, unknown>>)[field]))]));

/** Sums a judged list up. */
export function summaryOf(kind: FactKind, head: readonly string[], list: ReadyList): Summary {
  const { faults, rows, rowCount } = list;
  const names = head.map((name) => name.normalize('NFKC').replace(/\s/g, ''));
  const columns = columnsOf(kind).filter(({ title }) => names.includes(title.normalize('NFKC').replace(/\s/g, '')));
  const errorCount = faults.reduce((sum, { isWarning }) => sum + (isWarning ? 0 : 1), 0);
  return {
    rowCount,
    goodCount: rows.length,
    errorCount,
    warningCount: faults.length - errorCount,
    faults: fewFaults(faults),
    sample: rows.slice(0, sampleRows).map((row) => inColumns(columns, row)),
  };
}

/** Rows in one line of output and one row of the database: large enough to be quick, small enough to be nothing in memory. */
export const rowsInStretch = 2_000;

/** A stretch of good rows as they are kept until the list is decided on: matter, day, data, who may confirm. */
export const stretchOf = ({ rows }: ReadyList, from: number): readonly (readonly [string, string, unknown, readonly string[]])[] =>
  rows.slice(from, from + rowsInStretch).map(({ matter, validOn, data, counterparties }) => [matter, validOn, data, counterparties]);
