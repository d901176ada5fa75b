import { type BusinessDate, isBusinessDate, weekdayOf, yearOf } from '#core/kernel/dates.ts';
import { type PatentNumber, readPatentNumber } from '#core/kernel/patent-number.ts';

/** The columns of the patent office's export, in the names people see. */
export const grantColumns = ['申请号', '名称', '申请人', '地址', '授权公告日', '代理机构'] as const;
type Column = (typeof grantColumns)[number];

/** One grant as it will be kept (rows 9.5a, 9.5b; I-11, I-12). */
export type GrantRow = {
  /** Application number with check character, 13 or 9 characters: the key of the matter. */
  readonly number: string;
  readonly title: string;
  readonly owner: string;
  readonly address: string;
  readonly grantDate: BusinessDate;
  readonly agencyName: string;
  /** `370300` when the first owner's address is in the city, null when it can not be told from the address. */
  readonly ownerCity: string | null;
};

/** What is wrong with a cell; a warning lets the row in. `row` counts as the spreadsheet does: the head is row 1. */
export type GrantFault = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly says: string;
  readonly isWarning: boolean;
};

export type GrantList = { readonly rows: readonly GrantRow[]; readonly faults: readonly GrantFault[]; readonly rowCount: number };

type Cells = Readonly<Record<Column, string>>;

/** Days as exports write them: 2021-04-06, 2021/4/6, 2021.4.6, 20210406, 2021年4月6日. */
export function readDay(typed: string): BusinessDate | null {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(typed.normalize('NFKC').replace(/\s/g, '').split('T')[0] ?? '');
  if (!match) return null;
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return isBusinessDate(day) ? (day as BusinessDate) : null;
}

const districtsOfCity = /淄博|淄川|张店|博山|临淄|周村|桓台|高青|沂源/;
const otherPlace = /(北京|上海|天津|重庆|[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,4}市)/;

/** Whether the first owner's address lies in Zibo (I-11); null when the address names no place at all. */
export function cityOfAddress(address: string): string | null {
  if (districtsOfCity.test(address)) return '370300';
  return otherPlace.test(address) ? '000000' : null;
}

type Judged = { readonly row?: GrantRow; readonly faults: readonly GrantFault[] };

/** Notes what is wrong with a cell of one row. */
type Note = (column: Column, says: string, isWarning?: boolean) => void;

/** The number of a row, if it is an invention's and stands in no earlier row. */
function judgeNumber(cells: Cells, seen: ReadonlyMap<string, number>, note: Note): PatentNumber | undefined {
  const read = readPatentNumber(cells.申请号);
  if (!read.ok) note('申请号', read.says);
  const number = read.ok ? read.number : undefined;
  if (number && number.kind !== 'invention') note('申请号', '不是发明专利（类型位应为1或8），不计入');
  const earlier = number && seen.get(number.value);
  if (earlier !== undefined) note('申请号', `与第${earlier}行重复`);
  return number;
}

/** The day of the announcement, if it exists and can be. */
function judgeDay(cells: Cells, number: PatentNumber | undefined, today: BusinessDate, note: Note): BusinessDate | null {
  const grantDate = readDay(cells.授权公告日);
  if (grantDate === null) {
    note('授权公告日', '日期不存在，请写成 2021-04-06');
    return null;
  }
  if (grantDate > today) note('授权公告日', '授权公告日晚于今天');
  if (number && yearOf(grantDate) < number.year) note('授权公告日', '授权公告日早于申请年份');
  const weekday = weekdayOf(grantDate);
  if (weekday !== 2 && weekday !== 5) note('授权公告日', '授权公告通常在周二或周五，请核对', true);
  return grantDate;
}

/** Where the first owner sits; what is not in the city is kept and warned about, for it does not count. */
function judgeOwner(cells: Cells, note: Note): string | null {
  if (cells.申请人 === '') note('申请人', '申请人为空');
  const ownerCity = cityOfAddress(cells.地址);
  if (ownerCity === null) note('地址', '看不出所在城市，是否本市专利待核', true);
  if (ownerCity === '000000') note('地址', '第一专利权人不在本市，不计入数量', true);
  return ownerCity;
}

function judgeRow(cells: Cells, row: number, seen: Map<string, number>, today: BusinessDate): Judged {
  const faults: GrantFault[] = [];
  const note: Note = (column, says, isWarning = false) => faults.push({ row, column, value: cells[column].slice(0, 100), says, isWarning });
  const number = judgeNumber(cells, seen, note);
  const grantDate = judgeDay(cells, number, today, note);
  const ownerCity = judgeOwner(cells, note);
  if (!number || !grantDate || faults.some(({ isWarning }) => !isWarning)) return { faults };
  seen.set(number.value, row);
  const { 名称: title, 申请人: owner, 地址: address, 代理机构: agencyName } = cells;
  return { faults, row: { number: number.value, title, owner, address, grantDate, agencyName, ownerCity } };
}

/** Judges a whole list, row by row. A head row with the six column names is needed, in any order; empty rows are passed over. */
export function readGrantList(table: readonly (readonly string[])[], today: BusinessDate): GrantList {
  const head = (table[0] ?? []).map((name) => name.normalize('NFKC').replace(/\s/g, ''));
  const places = grantColumns.map((column) => head.indexOf(column));
  const missing = grantColumns.filter((_, i) => places[i] === -1);
  if (missing.length > 0) {
    const says = `首行缺少列：${missing.join('、')}；应有${grantColumns.join('、')}`;
    return { rows: [], rowCount: 0, faults: [{ row: 1, column: missing[0] ?? '', value: '', says, isWarning: false }] };
  }
  const seen = new Map<string, number>();
  const rows: GrantRow[] = [];
  const faults: GrantFault[] = [];
  let rowCount = 0;
  for (const [index, values] of table.entries()) {
    if (index === 0 || values.every((value) => value.trim() === '')) continue;
    rowCount += 1;
    const cells = Object.fromEntries(grantColumns.map((column, i) => [column, (values[places[i] ?? -1] ?? '').trim()])) as Cells;
    const judged = judgeRow(cells, index + 1, seen, today);
    faults.push(...judged.faults);
    if (judged.row) rows.push(judged.row);
  }
  return { rows, faults, rowCount };
}
