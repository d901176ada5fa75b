import { describe, expect, it } from 'vitest';
import type { VoucherView } from '#contract/money.ts';
import { codeOf, daysBetween, isAskable, isEnding, sumsOf, vouchersWith } from './voucher.ts';

const voucher: VoucherView = {
  id: '1',
  number: 'Q-2021-00001',
  code: 'ABCD-EFGH',
  case: '1',
  holderName: '稷下专利事务所',
  clause: '9.2',
  clauseTitle: '第九条（二） 专利托管',
  year: 2021,
  valueFen: 30_000_00,
  balanceFen: 10_000_00,
  issuedOn: '2021-05-06',
  validTo: '2022-05-06',
  state: 'issued',
  uses: [],
};

describe('A voucher', () => {
  it('is found by its code, typed or scanned as a link', () => {
    expect(codeOf('ABCD-EFGH')).toBe('ABCD-EFGH');
    expect(codeOf('https://jixia.example/app/vouchers?code=ABCD-EFGH&x=1')).toBe('ABCD-EFGH');
    expect(codeOf('/app/vouchers?present=1&code=AB%2DCD')).toBe('AB-CD');
    expect(codeOf('?code=%E0%A4%A')).toBe('%E0%A4%A');
  });

  it('is asked for only once enough of the code is there', () => {
    expect(['ABC', 'A-B-C', 'ABCD', 'x'.repeat(61)].map(isAskable)).toEqual([false, false, true, false]);
  });

  it('is shown as ending while there is something to lose', () => {
    expect(daysBetween('2022-02-28', '2022-03-01')).toBe(1);
    expect(isEnding(voucher, '2022-03-06')).toBe(false);
    expect(isEnding(voucher, '2022-03-07')).toBe(true);
    expect(isEnding({ ...voucher, balanceFen: 0 }, '2022-05-01')).toBe(false);
    expect(isEnding({ ...voucher, state: 'expired' }, '2022-05-07')).toBe(false);
  });

  it('is filtered by state and by words, and added up', () => {
    const rows = [voucher, { ...voucher, id: '2', number: 'Q-2021-00002', state: 'expired' as const, balanceFen: 0 }];
    expect(vouchersWith(rows, { state: 'expired', q: '' })).toHaveLength(1);
    expect(vouchersWith(rows, { state: '', q: '00001' })).toHaveLength(1);
    expect(vouchersWith(rows, { state: '', q: '稷下' })).toHaveLength(2);
    expect(sumsOf(rows)).toEqual({ valueFen: 60_000_00, balanceFen: 10_000_00 });
  });
});
