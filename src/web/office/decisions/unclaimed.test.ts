import { describe, expect, it } from 'vitest';
import type { OfferView } from '#contract/money.ts';
import { offersWith, unclaimedSums } from './unclaimed.ts';

const offer = (agency: string, paidAs: OfferView['paidAs'], yuan: number): OfferView => ({
  agency,
  agencyName: `${agency}所`,
  clause: '9.4',
  cite: '第九条（四）',
  title: '维权胜诉',
  paidAs,
  yuan,
  says: '',
  missing: [],
  waits: null,
  claim: null,
});
const rows = [offer('甲', 'cash', 50_000), offer('甲', 'voucher', 30_000), offer('乙', 'cash', 20_000)];

describe('Entitled but unpaid', () => {
  it('keeps vouchers apart from money and counts an agency once', () => {
    expect(unclaimedSums(rows)).toEqual({ agencies: 2, cashYuan: 70_000, voucherYuan: 30_000 });
  });

  it('is found by agency and clause', () => {
    expect(offersWith(rows, '乙')).toHaveLength(1);
    expect(offersWith(rows, '胜诉')).toHaveLength(3);
    expect(offersWith(rows, '')).toBe(rows);
  });
});
