import type { RowsPart } from '../ui/schema/rows.tsx';
import { fieldsOf, kindOf, type Schema, type Tree } from '../ui/schema/schema.ts';

/** A list of records in the form into which rows of a spreadsheet can be pasted. */
export type Table = {
  /** `section.field`, as the form keeps the list. */
  readonly path: string;
  readonly schema: Schema;
  /** Which of its rows stand in this place, and what a new one begins with; absent: all of them. */
  readonly part?: RowsPart;
};

type Rows = readonly unknown[];

/** The tables of a section, by its fields. */
export const tablesOf = (section: string, schema: Schema): readonly Table[] =>
  fieldsOf(schema)
    .filter(([name, field]) => kindOf(name, field) === 'rows')
    .map(([name, field]) => ({ path: `${section}.${name}`, schema: field }));

const isOwn = ({ part }: Table, row: unknown): boolean => part?.holds(row) ?? true;

/** The rows of the list that stand in this place. */
export const ownRows = (table: Table, list: Rows): Rows => list.filter((row) => isOwn(table, row));

/** The list with pasted rows behind its own: each begins as a row added by hand does. */
export const withRowsAdded = ({ part }: Table, list: Rows, pasted: readonly Tree[]): Rows =>
  pasted.reduce<Rows>((rows, row) => [...rows, { ...part?.start(rows), ...row }], list);

/** The list with the rows of this place replaced; those that stand elsewhere stay. */
export const withRowsReplaced = (table: Table, list: Rows, pasted: readonly Tree[]): Rows =>
  withRowsAdded(table, table.part ? list.filter((row) => !isOwn(table, row)) : [], pasted);

/** The list with the rows of this place filled from row `index` on, cell by cell; what does not fit is added. */
export function withRowsFilled(table: Table, list: Rows, index: number, pasted: readonly Tree[]): Rows {
  const places = list.flatMap((row, at) => (at >= index && isOwn(table, row) ? [at] : []));
  const filled = list.map((row, at) => {
    const cells = places.includes(at) ? pasted[places.indexOf(at)] : undefined;
    return cells ? { ...(row as Tree), ...cells } : row;
  });
  return withRowsAdded(table, filled, pasted.slice(places.length));
}
