import { readFileSync } from 'node:fs';

/**
 * Runs in a process of its own, with little memory and little time: whatever a file does here, the server goes on.
 * Reads the file on standard input, prints `{ rows }` as JSON; `kind` is the first argument, the most rows the second.
 */
const [kind, most] = process.argv.slice(2);
const bytes = readFileSync(0);

const asText = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : '';
};

/** Exports of Chinese offices are UTF-8 or GB18030; what is not the one is read as the other. */
function decode(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('gb18030').decode(file);
  }
}

async function readCsv(): Promise<unknown[][]> {
  const { parse } = await import('csv-parse/sync');
  return parse(decode(bytes), { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, to: Number(most) + 1 });
}

async function readXlsx(): Promise<unknown[][]> {
  const { readSheet } = await import('read-excel-file/node');
  return (await readSheet(bytes)) as unknown[][];
}

const rows = (await (kind === 'csv' ? readCsv() : readXlsx())).slice(0, Number(most) + 1).map((row) => row.map(asText));
process.stdout.write(JSON.stringify({ rows }));
