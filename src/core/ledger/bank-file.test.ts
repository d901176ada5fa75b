import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fen, fen } from '#core/kernel/money.ts';
import { bankBody, bankColumns, type BankLine, bankLineText, controlLine, plainYuan } from './bank-file.ts';

const line = (more: Partial<BankLine> = {}): BankLine => ({
  reference: 'DF-2021-00001-0001',
  name: '某某知识产权代理有限公司',
  bank: '齐商银行张店支行',
  account: '6222000011112222',
  amount: fen(3_200_000),
  ...more,
});

describe('An amount for the bank', () => {
  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [99, '0.99'],
    [100, '1.00'],
    [3_200_005, '32000.05'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('%i fen is written %s, without separators and never rounded', (amount, text) => {
    expect(plainYuan(fen(amount))).toBe(text);
  });

  it('is read back to the same fen, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        const [whole = '', rest = ''] = plainYuan(amount as Fen).split('.');
        expect(BigInt(whole) * 100n + BigInt(rest)).toBe(BigInt(amount));
      }),
    );
  });
});

describe('The file for the bank', () => {
  it('has a head and one line a payment, between Windows line ends, and none at its end', () => {
    expect(bankBody([line(), line({ reference: 'DF-2021-00001-0002', amount: fen(1) })])).toBe(
      [
        '附言编号,收款户名,开户银行,收款账号,金额',
        'DF-2021-00001-0001,某某知识产权代理有限公司,齐商银行张店支行,6222000011112222,32000.00',
        'DF-2021-00001-0002,某某知识产权代理有限公司,齐商银行张店支行,6222000011112222,0.01',
      ].join('\r\n'),
    );
    expect(controlLine(2, fen(3_200_001), 'ab')).toBe('合计,2,32000.01,SHA-256,ab');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠A', '\t=1'])('never begins a cell with a formula: %s', (name) => {
    const [row = []] = parse(bankLineText(line({ name })), { relax_column_count: true }) as string[][];
    expect(row[1]).toBe(`'${name}`);
  });

  it('keeps every cell as it was, with commas, quotes and line ends in it', () => {
    const text = fc.string({ maxLength: 20 }).filter((one) => !/^[=+\-@\t\r＝＋－＠]/.test(one));
    fc.assert(
      fc.property(text, text, (name, bank) => {
        const [row = []] = parse(bankLineText(line({ name, bank })), { relax_column_count: true }) as string[][];
        expect(row).toEqual(['DF-2021-00001-0001', name, bank, '6222000011112222', '32000.00']);
        expect(row).toHaveLength(bankColumns.length);
      }),
    );
  });
});
