import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePatentNumber, patentCheck, printPatentNumber, readPatentNumber } from './patent-number.ts';

const typeDigit = fc.constantFrom(1, 2, 3, 8, 9);
const anyModern = fc
  .tuple(fc.integer({ min: 2003, max: 2099 }), typeDigit, fc.integer({ min: 0, max: 9_999_999 }))
  .map(([year, type, serial]) => ({ year, type, value: composePatentNumber(year, type as 1 | 2 | 3 | 8 | 9, serial) }));
const anyOld = fc
  .tuple(fc.integer({ min: 1985, max: 2003 }), typeDigit, fc.integer({ min: 0, max: 99_999 }))
  .map(([year, type, serial]) => ({ year, type, body: `${String(year).slice(2)}${type}${String(serial).padStart(5, '0')}` }))
  .map(({ year, type, body }) => ({ year, type, value: body + patentCheck(body) }));

const kindOf = { 1: 'invention', 2: 'utility_model', 3: 'design', 8: 'invention', 9: 'utility_model' } as Readonly<Record<number, string>>;
const fullWidth = (text: string) => [...text].map((c) => (c === ' ' ? '\u3000' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('');
const replaceAt = (value: string, at: number, by: string) => value.slice(0, at) + by + value.slice(at + 1);

describe('Chinese application numbers (forms.md 2.2)', () => {
  it.each([
    ['201710601862.3', 'invention', 2017],
    ['201310699744.2', 'invention', 2013],
    ['201811000003.X', 'invention', 2018],
    ['201811000001.0', 'invention', 2018],
    ['95115608.X', 'invention', 1995],
  ] as const)('%s is valid, an %s filed in %i', (typed, kind, year) => {
    const value = typed.replace('.', '');
    expect(readPatentNumber(typed)).toEqual({ ok: true, value, number: { value, kind, year } });
    expect(printPatentNumber(value)).toBe(typed);
  });

  it.each([
    ['201811000003.0', '校验位不符'],
    ['201810000003.0', '校验位不符'],
    ['201811000003', '缺少末位校验位'],
    ['95115608', '缺少末位校验位'],
    ['201841000003.0', '专利类型位不存在'],
    ['200211000003.0', '年份不存在'],
    ['84115608.0', '年份不存在'],
    ['04115608.0', '年份不存在'],
    ['CN106789012B', '公布（公告）号'],
    ['CN1234567A', '公布（公告）号'],
    ['CN 304567890 S', '公布（公告）号'],
    ['2018110000031234', '应为12位数字加校验位'],
    ['一种装置', '应为12位数字加校验位'],
    ['', '应为12位数字加校验位'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(readPatentNumber(typed)).toMatchObject({ ok: false, says: expect.stringContaining(reason) });
  });

  it('any composed number reads back with its year and kind', () => {
    fc.assert(
      fc.property(anyModern, ({ year, type, value }) => {
        expect(readPatentNumber(value)).toEqual({ ok: true, value, number: { value, kind: kindOf[type], year } });
      }),
    );
  });

  it('any number of the years 1985 to 2003 reads back with its year and kind', () => {
    fc.assert(
      fc.property(anyOld, ({ year, type, value }) => {
        expect(readPatentNumber(value)).toEqual({ ok: true, value, number: { value, kind: kindOf[type], year } });
      }),
    );
  });

  it('any single changed character is refused: every weight is prime to 11, so the check can always tell', () => {
    fc.assert(
      fc.property(fc.oneof(anyModern, anyOld), fc.nat(12), fc.constantFrom(...'0123456789X'), ({ value }, at, by) => {
        fc.pre(at < value.length && value[at] !== by);
        expect(readPatentNumber(replaceAt(value, at, by)).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('any two neighbouring digits exchanged are refused', () => {
    fc.assert(
      fc.property(anyModern, fc.nat(10), ({ value }, at) => {
        const [a = '', b = ''] = value.slice(at, at + 2);
        fc.pre(a !== b);
        expect(readPatentNumber(replaceAt(replaceAt(value, at, b), at + 1, a)).ok).toBe(false);
      }),
    );
  });

  it('a check character taken from another number is refused unless it happens to be the same', () => {
    fc.assert(
      fc.property(anyModern, anyModern, (one, other) => {
        const mixed = one.value.slice(0, -1) + other.value.slice(-1);
        expect(readPatentNumber(mixed).ok).toBe(one.value.slice(-1) === other.value.slice(-1));
      }),
    );
  });
});

describe('the spellings people use', () => {
  it.each([
    'ZL201811000003.X',
    'ZL 2018 1 1000003.X',
    'zl201811000003.x',
    'CN201811000003.X',
    'CN 201811000003.X',
    '201811000003X',
    '201811000003。X',
    '201811000003·X',
    '201811000003-X',
    ' 201811000003.X\n',
    '２０１８１１０００００３．Ｘ',
    'ＺＬ２０１８１１０００００３．Ｘ',
  ])('“%s” is the patent 201811000003.X', (typed) => {
    expect(readPatentNumber(typed)).toMatchObject({ ok: true, value: '201811000003X' });
  });

  it('prefix, dot, blanks, case and width never change which patent is meant', () => {
    const prefix = fc.constantFrom('', 'ZL', 'CN', 'zl', 'Cn', 'ZL ', 'CN ');
    fc.assert(
      fc.property(fc.oneof(anyModern, anyOld), prefix, fc.boolean(), fc.boolean(), ({ value }, before, isDotted, isFullWidth) => {
        const typed = before + (isDotted ? printPatentNumber(value) : value);
        expect(readPatentNumber(isFullWidth ? fullWidth(typed) : typed)).toMatchObject({ ok: true, value });
      }),
    );
  });
});
