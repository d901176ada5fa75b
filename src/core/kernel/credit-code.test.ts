import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCodeCheck, organisationCodeCheck, readCreditCode } from './credit-code.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const character = fc.constantFrom(...alphabet);
const text = (length: number, from = character) => fc.array(from, { minLength: length, maxLength: length }).map((each) => each.join(''));

/** A well-formed code with a right organisation code. */
const anyCode = fc
  .tuple(text(2), text(6, fc.constantFrom(...alphabet.slice(0, 10))), text(8))
  .map(([head, area, organisation]) => `${head}${area}${organisation}${organisationCodeCheck(organisation)}`)
  .map((first17) => first17 + creditCodeCheck(first17));

const replaceAt = (code: string, at: number, by: string) => code.slice(0, at) + by + code.slice(at + 1);

describe('unified social credit code (forms.md 2.1)', () => {
  it.each(['91350100M000100Y43', '91370305MA3T001210', '91370303MA3AA0A18Y'])('%s is valid, without a warning', (code) => {
    expect(readCreditCode(code)).toEqual({ ok: true, value: code });
  });

  it.each([
    ['91350100M000100Y4Z', '不含字符“Z”'],
    ['91370303MA3AA0A18Z', '不含字符“Z”'],
    ['91370303MAIOA0A18Y', '不含字符“I”'],
    ['91370303MA3AA0A18', '现为17位'],
    ['91370303MA3AA0A18YY', '现为19位'],
    ['91370303MA3AA0A18X', '校验位不符'],
    ['9137030AMA3AA0A18Y', '第3至8位应为数字'],
    ['', '现为0位'],
  ])('%s is refused: %s', (code, reason) => {
    expect(readCreditCode(code)).toMatchObject({ ok: false, says: expect.stringContaining(reason) });
  });

  it('remainder 0 gives check character 0; without the last modulo the code would be refused', () => {
    const first17 = '91370305MA3T00121';
    expect(creditCodeCheck(first17)).toBe('0');
    const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    const remainder = weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(first17[i] ?? ''), 0) % 31;
    expect(remainder).toBe(0);
    expect(alphabet[31 - remainder]).toBeUndefined();
  });

  it('the example of the standard sums to 1640 and gets check character 3', () => {
    expect(creditCodeCheck('91350100M000100Y4')).toBe('3');
  });

  it('a wrong organisation code (GB 11714) is a warning, not a refusal', () => {
    const first17 = '91370303MA3AA0A17';
    const code = first17 + creditCodeCheck(first17);
    expect(readCreditCode(code)).toEqual({ ok: true, value: code, warning: expect.stringContaining('主体标识码') });
  });

  it('the organisation code of the example of the standard has check digit 4', () => {
    expect(organisationCodeCheck('M000100Y')).toBe('4');
  });

  it('blanks, hyphens, lower case and full-width characters give the same value', () => {
    for (const typed of [
      ' 9137 0303 ma3a a0a1 8y ',
      '91370303-MA3AA0A18-Y',
      '９１３７０３０３ＭＡ３ＡＡ０Ａ１８Ｙ',
      '91370303\u3000MA3AA0A18Y',
    ]) {
      expect(readCreditCode(typed)).toEqual({ ok: true, value: '91370303MA3AA0A18Y' });
    }
  });

  it('any well-formed code reads back as itself', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(readCreditCode(code)).toEqual({ ok: true, value: code });
        expect(readCreditCode(code.toLowerCase())).toEqual({ ok: true, value: code });
      }),
    );
  });

  it('any single changed character is refused', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(17), character, (code, at, by) => {
        fc.pre(code[at] !== by);
        expect(readCreditCode(replaceAt(code, at, by)).ok).toBe(false);
      }),
    );
  });

  it('any two neighbouring characters exchanged are refused', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(16), (code, at) => {
        const [a = '', b = ''] = code.slice(at, at + 2);
        fc.pre(a !== b);
        expect(readCreditCode(replaceAt(replaceAt(code, at, b), at + 1, a)).ok).toBe(false);
      }),
    );
  });
});
