import { readFileSync } from 'node:fs';
import { businessDate } from '#core/kernel/dates.ts';
import type { FactContext } from '#policy/zibo-2020/fact-kinds/fact-kind.ts';
import { factKindNamed } from '#policy/zibo-2020/fact-kinds/index.ts';
import { readFactList } from '#policy/zibo-2020/fact-kinds/list.ts';
import { decodeText } from './decode-text.ts';
import { rowsInStretch, stretchOf, summaryOf } from './judged.ts';
import { readCsv } from './read-csv.ts';

/**
 * Runs in a process of its own, with little memory and little time: whatever a file does here, the server goes on.
 * Reads the file on standard input, judges it, and prints one line of JSON that sums it up, then the good rows in
 * stretches, a line each. Arguments: format, most rows, kind of fact, what the checks need to know.
 */
const [format, most, kindName, known] = process.argv.slice(2);
const bytes = readFileSync(0);

const asText = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : '';
};

async function readXlsx(): Promise<readonly (readonly string[])[]> {
  const { readSheet } = await import('read-excel-file/node');
  return (await readSheet(bytes)).map((row) => row.map(asText));
}

const table = format === 'csv' ? readCsv(decodeText(bytes), Number(most) + 2) : await readXlsx();
const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
if (table.length - 1 > Number(most)) print({ isTooLong: true });
else {
  const context = JSON.parse(known ?? '{}') as FactContext;
  const kind = factKindNamed(kindName ?? '');
  const list = readFactList(kind, table, { ...context, today: businessDate(context.today) });
  print(summaryOf(kind, table[0] ?? [], list));
  for (let from = 0; from < list.rows.length; from += rowsInStretch) print(stretchOf(list, from));
}
