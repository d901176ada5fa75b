import type { BusinessDate } from '#core/kernel/dates.ts';
import { type GrantList, grantColumns, readGrantList } from '#policy/zibo-2020/grant-list.ts';
import { readTable, type TableFault } from './read-table.ts';

/** Reads and judges an uploaded list of grants; nothing is kept. */
export async function checkGrants(
  bytes: Buffer,
  kind: 'csv' | 'xlsx',
  today: BusinessDate,
): Promise<{ readonly ok: true; readonly list: GrantList } | { readonly ok: false; readonly fault: TableFault }> {
  const table = await readTable(bytes, kind);
  return table.ok ? { ok: true, list: readGrantList(table.rows, today) } : table;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A kept row under the column names people know. */
export function rowInColumns(row: Readonly<Record<string, unknown>>): Record<string, string> {
  const values = [row.number, row.title, row.owner, row.address, row.grantDate, row.agencyName];
  return Object.fromEntries(grantColumns.map((column, i) => [column, textOf(values[i])]));
}
