import type { Language } from '#core/kernel/words.ts';
import { fieldsOf, type Kind, kindOf, type Schema, titleOf } from '../ui/schema/schema.ts';

/** A cell whose words were not understood and which is left empty: row from 1 as pasted, name of the column, what stood there. */
export type Unread = { readonly row: number; readonly title: string; readonly text: string };

/** Rows read from pasted text. */
export type Pasted = {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly unread: readonly Unread[];
  readonly hasHeading: boolean;
};

/** A cell with its end: in quotation marks, where a doubled mark is one and breaks belong to the cell, or bare. */
const cellPattern = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;

/** Splits text copied from a spreadsheet: tabs, line breaks, and quoted cells that hold either. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.replaceAll('\r', '').matchAll(cellPattern)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? bare ?? '').trim());
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((one) => one !== ''));
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s（）()【】[\]]/g, '')
    .toLowerCase();
const yes = new Set(['是', '有', '对', '√', '✓', 'y', 'yes', 'true', '1', '区内']);
const no = new Set(['否', '无', '没有', '×', 'n', 'no', 'false', '0', '区外']);

function choiceOf(schema: Schema, text: string): unknown {
  const wanted = plain(text);
  return (schema.enum ?? []).find((value) => {
    const labels = schema.labels?.[String(value)];
    return plain(String(value)) === wanted || (labels && (plain(labels.zh) === wanted || plain(labels.en) === wanted));
  });
}

function kindsOf(schema: Schema, text: string): unknown {
  const parts = text.split(/[、,，;；/\n]+/).filter((part) => part.trim() !== '');
  const known = parts.map((part) => choiceOf(schema.items ?? {}, part)).filter((one) => one !== undefined);
  return known.length === parts.length ? [...new Set(known)] : undefined;
}

/** Chinese and dotted days as `YYYY-MM-DD`; anything else stays as typed for the server to name. */
function dayOf(text: string): string {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC'));
  return found ? `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}` : text;
}

function numberOf(text: string): unknown {
  const bare = text.normalize('NFKC').replace(/[,\s元人件%]/g, '');
  return bare !== '' && Number.isFinite(Number(bare)) ? Number(bare) : undefined;
}

function yesNoOf(text: string): unknown {
  const word = plain(text);
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

/** How a cell of each kind is read; kinds that are not listed take the text as it is. */
const readers: Partial<Record<Kind, (text: string, schema: Schema) => unknown>> = {
  whole: numberOf,
  number: numberOf,
  'yes-no': yesNoOf,
  choice: (text, schema) => choiceOf(schema, text),
  kinds: (text, schema) => kindsOf(schema, text),
  date: dayOf,
};

/** One cell as its field wants it; undefined when the words are not understood. */
export function readCell(name: string, schema: Schema, text: string): unknown {
  const read = readers[kindOf(name, schema)];
  return read ? read(text, schema) : text;
}

/** The fields of a row that a spreadsheet can hold in one cell. */
export const columnsIn = (item: Schema) => fieldsOf(item).filter(([name, field]) => kindOf(name, field) !== 'rows');

/** Fields by column: from a heading row if the first row is one, else in the form's own order. */
function columnsOf(item: Schema, first: readonly string[], language: Language) {
  const fields = columnsIn(item);
  const named = first.map((title) =>
    fields.find(([name, field]) =>
      [titleOf(name, field, language), field.title ?? '', name].some((one) => plain(one) === plain(title) && title !== ''),
    ),
  );
  const hasHeading = named.filter(Boolean).length >= Math.min(2, first.length);
  return { columns: hasHeading ? named : fields, hasHeading };
}

/** Rows of a table field from text copied in Excel or WPS. `from` is the column the first cell belongs to. */
export function rowsFromText(text: string, item: Schema, language: Language, from = 0): Pasted {
  const cells = cellsOf(text);
  const { columns, hasHeading } = columnsOf(item, cells[0] ?? [], language);
  const shift = hasHeading ? 0 : from;
  const unread: Unread[] = [];
  const rows = cells.slice(hasHeading ? 1 : 0).map((row, index) => {
    const record: Record<string, unknown> = {};
    for (const [at, typed] of row.entries()) {
      const column = columns[at + shift];
      if (!column || typed === '') continue;
      const value = readCell(column[0], column[1], typed);
      if (value === undefined) unread.push({ row: index + 1, title: titleOf(column[0], column[1], language), text: typed });
      else record[column[0]] = value;
    }
    return record;
  });
  return { rows, unread, hasHeading };
}
