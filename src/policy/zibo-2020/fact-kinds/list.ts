import type { BusinessDate } from '#core/kernel/dates.ts';
import { readDay } from '../grant-list.ts';
import { type Column, columnsOf } from './columns.ts';
import { beforeLicence, type FactContext, type FactKind, type JudgedList } from './fact-kind.ts';
import { foundFalseWords } from './found-false.ts';

type Table = readonly (readonly string[])[];
type Fault = JudgedList['faults'][number];

/** A row that may become a fact. */
export type ReadyRow = {
  readonly data: unknown;
  readonly matter: string;
  readonly validOn: string;
  readonly counterparties: readonly string[];
};

/** A judged list with everything a fact needs but its id. */
export type ReadyList = { readonly rows: readonly ReadyRow[]; readonly faults: readonly Fault[]; readonly rowCount: number };

const headOf = (table: Table): readonly string[] => (table[0] ?? []).map((name) => name.normalize('NFKC').replace(/\s/g, ''));

const squeezed = (title: string): string => title.normalize('NFKC').replace(/\s/g, '');

type Place = { readonly column: Column; readonly at: number };

function placesOf(kind: FactKind, table: Table): { readonly places: readonly Place[]; readonly missing: readonly string[] } {
  const head = headOf(table);
  const found = columnsOf(kind).map((column) => ({ column, at: head.indexOf(squeezed(column.title)) }));
  return {
    places: found.filter(({ at }) => at !== -1),
    missing: found.filter(({ column, at }) => at === -1 && column.isRequired).map(({ column }) => column.title),
  };
}

type Reading = { readonly row: number; readonly cells: readonly string[]; readonly places: readonly Place[] };

/** The form a row fills in, and the cells that can not be read. */
function formOf({ row, cells, places }: Reading): { readonly form: Record<string, unknown>; readonly faults: readonly Fault[] } {
  const form: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const { column, at } of places) {
    const cell = (cells[at] ?? '').trim();
    if (cell === '') continue;
    const value = column.read(cell);
    if (value === undefined) {
      const says = column.expects.startsWith('存在') ? '日期不存在，请写成 2021-04-06' : `应填${column.expects}`;
      faults.push({ row, column: column.title, value: cell.slice(0, 100), says, isWarning: false });
    } else form[column.field] = value;
  }
  return { form, faults };
}

type Judge = (reading: Reading) => { readonly ready?: ReadyRow; readonly faults: readonly Fault[] };

/** Judges one row by the form and the checks of its kind. */
const judgeOf =
  (kind: FactKind, context: FactContext): Judge =>
  (reading) => {
    const { row, cells, places } = reading;
    const faultAt = (field: string, says: string, isWarning: boolean): Fault => {
      const place = places.find(({ column }) => column.field === field);
      const title = place?.column.title ?? columnsOf(kind).find((column) => column.field === field)?.title ?? field;
      return { row, column: title, value: place ? (cells[place.at] ?? '').slice(0, 100) : '', says, isWarning };
    };
    const { form, faults } = formOf(reading);
    if (faults.length > 0) return { faults };
    const parsed = kind.form.safeParse(form);
    if (!parsed.success) return { faults: parsed.error.issues.map(({ path, message }) => faultAt(String(path[0]), message, false)) };
    const data = kind.keep(parsed.data);
    const found = kind.checks(data, context).map(({ field, says, isWarning }) => faultAt(field, says.zh, isWarning));
    return found.some(({ isWarning }) => !isWarning) ? { faults: found } : { faults: found, ready: readyOf(kind, data) };
  };

const readyOf = (kind: FactKind, data: Readonly<Record<string, unknown>>): ReadyRow => ({
  data,
  matter: kind.matter(data),
  validOn: kind.validOn(data),
  counterparties: kind.counterparties(data),
});

function noHead(kind: FactKind, missing: readonly string[]): ReadyList {
  const all = columnsOf(kind).filter(({ isRequired }) => isRequired);
  const says = `首行缺少列：${missing.join('、')}；应有${all.map(({ title }) => title).join('、')}`;
  return { rows: [], rowCount: 0, faults: [{ row: 1, column: missing[0] ?? '', value: '', says, isWarning: false }] };
}

/** What a matter clashes with: a decision that found it false, or an earlier row of the table. */
function clashOf(matter: string, earlier: number | undefined, { foundFalse = {} }: FactContext): string | null {
  const decision = foundFalse[matter];
  if (decision !== undefined) return foundFalseWords(matter, decision).zh;
  return earlier === undefined ? null : `与第${earlier}行重复`;
}

/** Judges a table of any kind, row by row. A head row with the form's field names is needed, in any order; empty rows are passed over. */
export function readFactList(kind: FactKind, table: Table, context: FactContext): ReadyList {
  if (kind.readList) return ownList(kind, table, context);
  const { places, missing } = placesOf(kind, table);
  if (missing.length > 0) return noHead(kind, missing);
  const judge = judgeOf(kind, context);
  const matterTitle = columnsOf(kind).find(({ field }) => field === kind.matterField)?.title ?? kind.matterField;
  const seen = new Map<string, number>();
  const rows: ReadyRow[] = [];
  const faults: Fault[] = [];
  let rowCount = 0;
  for (const [index, cells] of table.entries()) {
    if (index === 0 || cells.every((value) => value.trim() === '')) continue;
    rowCount += 1;
    const row = index + 1;
    const judged = judge({ row, cells, places });
    faults.push(...judged.faults);
    if (!judged.ready) continue;
    const { matter } = judged.ready;
    const clash = clashOf(matter, seen.get(matter), context);
    if (clash !== null) faults.push({ row, column: matterTitle, value: matter.slice(0, 100), says: clash, isWarning: false });
    else {
      seen.set(matter, row);
      rows.push(judged.ready);
    }
  }
  return { rows, faults, rowCount };
}

/** A kind that judges its own tables; what the agency's licence says and what was found false is added. */
function ownList(kind: FactKind, table: Table, context: FactContext): ReadyList {
  const list = kind.readList?.(table, context.today) ?? { rows: [], faults: [], rowCount: 0 };
  const { foundFalse = {} } = context;
  const read = list.rows.map(({ data }) => readyOf(kind, data as Readonly<Record<string, unknown>>));
  const rows = read.filter(({ matter }) => foundFalse[matter] === undefined);
  const early =
    context.qualifiedFrom === null || rows.every(({ validOn }) => validOn >= (context.qualifiedFrom ?? ''))
      ? []
      : earlyRows(table, context);
  const added = [...early, ...falseRows(kind, table, foundFalse)];
  const faults = added.length === 0 ? list.faults : [...list.faults, ...added].sort((a, b) => a.row - b.row);
  return { rows, faults, rowCount: list.rowCount };
}

/** Letters and digits of a number, however it is written. */
const plainOf = (cell: string): string =>
  cell
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** Rows of a kind's own table that name a matter found false. */
function falseRows(kind: FactKind, table: Table, foundFalse: Readonly<Record<string, string>>): readonly Fault[] {
  const found = Object.entries(foundFalse).map(([matter, decision]) => ({ matter, decision, plain: plainOf(matter) }));
  if (found.length === 0) return [];
  const title = columnsOf(kind).find(({ field }) => field === kind.matterField)?.title ?? kind.matterField;
  const at = headOf(table).indexOf(squeezed(title));
  const byName = new Map(found.map((one) => [one.plain, one]));
  return table.flatMap((cells, index) => {
    const one = index === 0 ? undefined : byName.get(plainOf(cells[at] ?? '').replace(/^(CN|ZL)/, ''));
    if (!one) return [];
    const { matter, decision } = one;
    return [{ row: index + 1, column: title, value: cells[at] ?? '', says: foundFalseWords(matter, decision).zh, isWarning: false }];
  });
}

const grantDayTitle = '授权公告日';

function earlyRows(table: Table, context: FactContext): readonly Fault[] {
  const at = headOf(table).indexOf(grantDayTitle);
  return table.flatMap((cells, index) => {
    const value = cells[at] ?? '';
    const day: BusinessDate | null = index === 0 ? null : readDay(value);
    const fault = day === null ? null : beforeLicence('grantDate', day, context);
    return fault ? [{ row: index + 1, column: grantDayTitle, value, says: fault.says.zh, isWarning: true }] : [];
  });
}
