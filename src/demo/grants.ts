import { addDays, type BusinessDate, businessDate, yearOf } from '#core/kernel/dates.ts';
import { composePatentNumber, printPatentNumber } from '#core/kernel/patent-number.ts';
import { grantDaysBetween } from './days.ts';
import { firstInventedSerial } from './numbers.ts';
import { enterprises, organisationOf } from './organisations.ts';
import { type Random, randomOf } from './random.ts';

const columns = ['申请号', '名称', '申请人', '地址', '授权公告日', '代理机构'] as const;

/** A row of a list of grants, in the order of its columns. */
export type GrantRow = Readonly<Record<(typeof columns)[number], string>>;

/** A list an agency uploads: how many grants to owners in the city, and how many to owners elsewhere. */
export type GrantList = {
  readonly agency: string;
  readonly inCity: number;
  readonly elsewhere: number;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
};

/** Grants in the city in the main year and the year before, and grants elsewhere in the main year. */
const countsByAgency: Readonly<Record<string, readonly [main: number, before: number, elsewhere: number]>> = {
  agency1: [226, 187, 6],
  agency2: [152, 131, 4],
  agency3: [119, 74, 3],
  agency4: [68, 55, 2],
  agency5: [23, 14, 0],
  agency6: [41, 36, 5],
  agency7: [12, 8, 0],
  agency8: [9, 11, 1],
  agency9: [5, 4, 0],
  agency10: [16, 12, 0],
  agency12: [31, 22, 1],
};

/** Which lists there are: the year before, and the main year from `mainFrom` to `mainTo`. */
export function grantLists(span: { readonly mainFrom: BusinessDate; readonly mainTo: BusinessDate }): {
  readonly main: readonly GrantList[];
  readonly before: readonly GrantList[];
} {
  const before = yearOf(span.mainFrom) - 1;
  const all = Object.entries(countsByAgency);
  return {
    main: all.map(([agency, [inCity, , elsewhere]]) => ({ agency, inCity, elsewhere, from: span.mainFrom, to: span.mainTo })),
    before: all.map(([agency, [, inCity]]) => ({
      agency,
      inCity,
      elsewhere: 0,
      from: businessDate(`${before}-01-01`),
      to: businessDate(`${before}-12-31`),
    })),
  };
}

const titles: readonly ((product: string) => string)[] = [
  (product) => `一种${product}的制备方法`,
  (product) => `用于${product}的在线检测装置及检测方法`,
  (product) => `${product}生产过程的能耗优化方法、系统及存储介质`,
  (product) => `一种低残留${product}及其应用`,
  (product) => `基于图像识别的${product}缺陷分级方法`,
  (product) => `一种可回收的${product}组件`,
];

const strangers = [
  ['潍坊云槎机械有限公司（虚构）', '山东省潍坊市奎文区云槎路9号'],
  ['滨州芳洲化学有限公司（虚构）', '山东省滨州市滨城区芳洲路21号'],
] as const;

/** Room for the serial numbers of one agency's list of one year; no two lists share a number. */
const seriesSize = 20_000;
const seriesOf = (agency: string, year: number): number =>
  firstInventedSerial + (Number(agency.replace('agency', '')) * 2 + (year % 2)) * seriesSize;

type Place = { readonly n: number; readonly day: BusinessDate; readonly isElsewhere: boolean };

function rowOf(list: GrantList, { n, day, isElsewhere }: Place, random: Random): GrantRow {
  const year = yearOf(day);
  const serial = seriesOf(list.agency, year) + n * 37 + random.between(0, 36);
  const company = random.pick(enterprises);
  const stranger = random.pick(strangers);
  return {
    申请号: printPatentNumber(composePatentNumber(year - random.between(1, 3), 1, serial)),
    名称: random.pick(titles)(company.product),
    申请人: isElsewhere ? stranger[0] : company.name,
    地址: isElsewhere ? stranger[1] : company.address,
    授权公告日: day,
    代理机构: organisationOf(list.agency).name,
  };
}

/** The rows of a list, oldest first. */
export function grantRows(list: GrantList): readonly GrantRow[] {
  const random = randomOf(`grants/${list.agency}/${yearOf(list.from)}`);
  const days = grantDaysBetween(list.from, list.to);
  const total = list.inCity + list.elsewhere;
  const step = list.elsewhere === 0 ? total : Math.floor(total / list.elsewhere);
  const isElsewhere = (n: number) => list.elsewhere > 0 && n % step === 3 && n < step * list.elsewhere;
  return Array.from({ length: total }, (_, n) => {
    const day = days[Math.floor((n * days.length) / total)];
    if (day === undefined) throw new RangeError(`no grant day from ${list.from} to ${list.to}`);
    return rowOf(list, { n, day, isElsewhere: isElsewhere(n) }, random);
  });
}

/** A list that was checked and not confirmed: most rows have something wrong with them. */
export function faultyRows(list: GrantList): readonly GrantRow[] {
  const good = grantRows(list).slice(-9);
  const [first, second] = good;
  if (!first || !second) throw new RangeError('too few rows to spoil');
  const number = (serial: number) => printPatentNumber(composePatentNumber(yearOf(list.to) - 2, 1, firstInventedSerial + 900_000 + serial));
  const fresh = good.map((row, n) => ({ ...row, 申请号: number(n) }));
  const spoil = (n: number, change: Partial<GrantRow>): GrantRow => ({ ...(fresh[n] ?? first), ...change });
  const lastDigitWrong = (value: string) => `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
  return [
    ...fresh.slice(0, 3),
    spoil(3, { 申请号: lastDigitWrong(number(3)) }),
    spoil(4, { 申请号: number(4).slice(0, -2) }),
    spoil(5, { 申请号: 'CN114000123B' }),
    spoil(6, { 授权公告日: `${yearOf(list.to)}-02-30` }),
    spoil(7, { 授权公告日: addDays(businessDate(fresh[7]?.授权公告日 ?? list.to), 1) }),
    spoil(8, { 地址: '' }),
    fresh[0] ?? first,
    first,
  ];
}

const quoted = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Rows as a CSV file in UTF-8, the way spreadsheets save it. */
export const csvOf = (rows: readonly GrantRow[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''),
  );
