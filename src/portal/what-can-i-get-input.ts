import { both, type Words } from '#core/kernel/words.ts';
import type { Known, QuickInput, QuickWin } from '#policy/zibo-2020/quick-case.ts';

/** A query string as the server hands it over; only text is looked at. */
export type Asked = Readonly<Record<string, unknown>>;

/** What is wrong with one field of the form. */
export type QuickFault = { readonly field: string; readonly says: Words };

export type QuickRead =
  | { readonly kind: 'empty' }
  | { readonly kind: 'faulty'; readonly faults: readonly QuickFault[] }
  | { readonly kind: 'asked'; readonly input: QuickInput };

/** How many cases won the form has room for. */
export const winRows = [1, 2, 3] as const;

/** Largest number each field takes. */
export const most = {
  grants: 9999,
  insured: 99,
  plain: 50,
  sec: 9,
  certs: 99,
  zero_grants: 999,
  double_grants: 999,
  fee: 100_000_000,
} as const;

/** Two invented years, one click away: an agency in a zone with a yes and several noes, and one outside. */
export const workedExamples = {
  inside:
    '/what-can-i-get?zone=y&since=2020-11-02&qualified=y&grants=130&abnormal=none&insured=2&plain=1&custody=advisory&recognised=n&honour=provincial&after=y&certs=1&fee1=32000&foreign1=y&major1=n&final1=n&client1=y&double_grants=6',
  outside: '/what-can-i-get?zone=n&qualified=y&grants=130&abnormal=none&insured=2',
} as const;

/** One field as it was typed; empty when it is absent. */
export const typedIn = (asked: Asked, name: string): string => {
  const value = asked[name];
  return typeof value === 'string' ? value.trim().slice(0, 40) : '';
};

/** Reads the query of the form. Full-width digits and separators are understood; whatever is left empty is nothing. */
export function readQuick(asked: Asked, currentYear: number): QuickRead {
  if (
    typedIn(asked, 'zone') === '' &&
    !Object.keys(asked).some((name) => name !== 'lang' && name !== 'year' && typedIn(asked, name) !== '')
  )
    return { kind: 'empty' };
  const faults: QuickFault[] = [];
  const input = readFields(asked, currentYear, faults);
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'asked', input };
}

const plain = (text: string) => text.normalize('NFKC').replace(/[,\s，件笔元]/g, '');

function numberIn(asked: Asked, name: string, limit: number, faults: QuickFault[]): number | null {
  const text = plain(typedIn(asked, name));
  if (text === '') return null;
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isInteger(value) && value <= limit) return value;
  faults.push({
    field: name,
    says: both(`请填写0至${limit.toLocaleString('zh-CN')}的整数`, `A whole number from 0 to ${limit.toLocaleString('en')}`),
  });
  return null;
}

const pick = <const Value extends string>(asked: Asked, name: string, values: readonly [Value, ...Value[]]): Value =>
  values.find((value) => value === typedIn(asked, name)) ?? values[0];

const known = (asked: Asked, name: string): Known => {
  const text = typedIn(asked, name);
  return text === 'y' ? true : text === 'n' ? false : null;
};

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

function zoneSinceIn(asked: Asked, faults: QuickFault[]): string | null {
  if (typedIn(asked, 'zone') !== 'y') return null;
  const text = typedIn(asked, 'since');
  if (isDay(text)) return text;
  faults.push({
    field: 'since',
    says: both('请填写入驻示范区的日期，如 2021-03-01', 'Give the day of moving into the zone, such as 2021-03-01'),
  });
  return null;
}

function winIn(asked: Asked, row: number, faults: QuickFault[]): readonly QuickWin[] {
  const names = [`fee${row}`, `foreign${row}`, `major${row}`, `final${row}`, `client${row}`];
  if (names.every((name) => typedIn(asked, name) === '')) return [];
  return [
    {
      feeYuan: numberIn(asked, `fee${row}`, most.fee, faults),
      isForeignRelated: known(asked, `foreign${row}`),
      hasMajorInfluence: known(asked, `major${row}`),
      isFinal: known(asked, `final${row}`),
      isClientInZone: known(asked, `client${row}`),
    },
  ];
}

function readFields(asked: Asked, currentYear: number, faults: QuickFault[]): QuickInput {
  const count = (name: 'grants' | 'insured' | 'plain' | 'sec' | 'certs') => numberIn(asked, name, most[name], faults) ?? 0;
  const grants = count('grants');
  const zeroClearing = numberIn(asked, 'zero_grants', most.zero_grants, faults);
  const doubling = numberIn(asked, 'double_grants', most.double_grants, faults);
  if (grants > 0 && (zeroClearing ?? 0) + (doubling ?? 0) > grants) {
    faults.push({
      field: 'grants',
      says: both('全年授权件数不应少于下面两家企业的件数之和', 'The year’s grants include those of the two enterprises below'),
    });
  }
  const year = Number(typedIn(asked, 'year'));
  return {
    year: Number.isInteger(year) && year >= 2020 && year <= 2100 ? year : currentYear,
    zoneSince: zoneSinceIn(asked, faults),
    isQualified: typedIn(asked, 'qualified') !== 'n',
    grants,
    abnormal: pick(asked, 'abnormal', ['none', 'malicious', 'other', 'unknown']),
    insuredLoans: count('insured'),
    plainLoans: count('plain'),
    securitizations: count('sec'),
    custody: pick(asked, 'custody', ['none', 'full', 'advisory', 'single']),
    isRecognised: known(asked, 'recognised'),
    honour: pick(asked, 'honour', ['none', 'national', 'provincial', 'municipal']),
    isHonourAfterEntry: typedIn(asked, 'after') !== 'n',
    certificates: count('certs'),
    wins: winRows.flatMap((row) => winIn(asked, row, faults)),
    zeroClearing,
    doubling,
  };
}
