import type { NumberReading } from './credit-code.ts';

/** What a Chinese patent protects, as the type digit of its application number says. */
export type PatentKind = 'invention' | 'utility_model' | 'design';

/** An application number in its one spelling: 13 characters since 2003-10-01, 9 before, with the check character. */
export type PatentNumber = {
  readonly value: string;
  readonly kind: PatentKind;
  readonly year: number;
};

const kinds: Readonly<Record<string, PatentKind>> = {
  '1': 'invention',
  '2': 'utility_model',
  '3': 'design',
  '8': 'invention',
  '9': 'utility_model',
};

/** Check character of an application number: weights 2 to 9, then 2 again, sum modulo 11, ten is X. */
export function patentCheck(digits: string): string {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * ((i % 8) + 2), 0);
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
}

/** Builds a number from its parts, as generators and case files need it. `serial` has seven digits. */
export function composePatentNumber(applicationYear: number, typeDigit: 1 | 2 | 3 | 8 | 9, serial: number): string {
  const body = `${applicationYear}${typeDigit}${String(serial).padStart(7, '0')}`;
  return body + patentCheck(body);
}

/** `2017106018623` as people print it: `201710601862.3`. */
export const printPatentNumber = (value: string): string => `${value.slice(0, -1)}.${value.slice(-1)}`;

const refuse = (says: string) => ({ ok: false, says }) as const;

/** Two-digit years ran from 85 (1985) to 03 (2003). */
const centuryOf = (twoDigits: string): number => (twoDigits <= '03' ? 2000 : 1900);

/** A number of either length with its check character; type, year and check are still to be looked at. */
function readWhole(value: string, isModern: boolean): NumberReading & { readonly number?: PatentNumber } {
  const kind = kinds[value.charAt(isModern ? 4 : 2)];
  if (!kind) return refuse('申请号中的专利类型位不存在');
  const twoDigits = value.slice(0, 2);
  const year = isModern ? Number(value.slice(0, 4)) : centuryOf(twoDigits) + Number(twoDigits);
  if (year < (isModern ? 2003 : 1985)) return refuse('申请号中的年份不存在');
  if (patentCheck(value.slice(0, -1)) !== value.slice(-1)) return refuse('申请号校验位不符，请逐位核对');
  return { ok: true, value, number: { value, kind, year } };
}

/** Reads an application or patent number as people type it: ZL, CN, dots, blanks, full-width digits and case do not matter. */
export function readPatentNumber(typed: string): NumberReading & { readonly number?: PatentNumber } {
  const value = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.．。·-]/g, '')
    .replace(/^(ZL|CN)+/, '');
  if (/^\d{7,9}[ABCUYSD]\d?$/.test(value)) return refuse('这是公布（公告）号，请填写申请号');
  if (/^(\d{12}|\d{8})$/.test(value)) return refuse('申请号缺少末位校验位');
  if (/^\d{12}[\dX]$/.test(value)) return readWhole(value, true);
  if (/^\d{8}[\dX]$/.test(value)) return readWhole(value, false);
  return refuse('申请号应为12位数字加校验位（2003年10月以前为8位加校验位）');
}
