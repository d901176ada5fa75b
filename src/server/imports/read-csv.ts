const quote = 0x22;
const comma = 0x2c;
const lf = 0x0a;
const cr = 0x0d;

/** A quoted field that is never closed, or is followed by something else than a comma: not a table we can read. */
export class MalformedCsv extends Error {}

/** The quoted field that begins at `at`, and the place after its closing quote. */
function quotedField(text: string, at: number): { readonly value: string; readonly end: number } {
  let value = '';
  let from = at + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close === -1) throw new MalformedCsv('a quote is not closed');
    value += text.slice(from, close);
    if (text.charCodeAt(close + 1) !== quote) return { value, end: close + 1 };
    value += '"';
    from = close + 2;
  }
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x3000;

/** The first place from `at` on that is not a blank. */
function pastBlanks(text: string, at: number): number {
  let place = at;
  while (isBlank(text.charCodeAt(place))) place += 1;
  return place;
}

/** The place of the comma or line end that ends a plain field. */
function endOfPlain(text: string, at: number): number {
  for (let place = at; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === comma || code === lf || code === cr) return place;
  }
  return text.length;
}

function fieldAt(text: string, at: number): { readonly value: string; readonly end: number } {
  const start = pastBlanks(text, at);
  if (text.charCodeAt(start) !== quote) {
    const end = endOfPlain(text, start);
    return { value: text.slice(start, end).trim(), end };
  }
  const { value, end } = quotedField(text, start);
  const after = pastBlanks(text, end);
  const next = text.charCodeAt(after);
  if (after < text.length && next !== comma && next !== lf && next !== cr) throw new MalformedCsv('text after a closing quote');
  return { value: value.trim(), end: after };
}

/** The place after a line end. */
const pastLineEnd = (text: string, end: number): number =>
  text.charCodeAt(end) === cr && text.charCodeAt(end + 1) === lf ? end + 2 : end + 1;

/** The cells of one line, and the place after it. */
function rowAt(text: string, at: number): { readonly row: readonly string[]; readonly end: number } {
  const row: string[] = [];
  for (let place = at; ;) {
    const { value, end } = fieldAt(text, place);
    row.push(value);
    if (text.charCodeAt(end) !== comma) return { row, end: pastLineEnd(text, end) };
    place = end + 1;
  }
}

/**
 * The rows of a CSV text (RFC 4180): cells trimmed, lines that are empty passed over, at most `most` rows. Lists have a hundred
 * thousand rows, so it is written to be quick: a plain cell is one slice.
 * @throws MalformedCsv where quotes do not pair.
 */
export function readCsv(text: string, most: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length && rows.length < most) {
    const { row, end } = rowAt(text, at);
    if (row.length > 1 || row[0] !== '') rows.push(row);
    at = end;
  }
  return rows;
}
