import type { OfferView } from '#contract/money.ts';

/** Sums of what was earned and not claimed; vouchers are not money and are never added to it. */
export const unclaimedSums = (rows: readonly OfferView[]) => ({
  agencies: new Set(rows.map(({ agency }) => agency)).size,
  cashYuan: rows.filter(({ paidAs }) => paidAs === 'cash').reduce((sum, { yuan }) => sum + yuan, 0),
  voucherYuan: rows.filter(({ paidAs }) => paidAs === 'voucher').reduce((sum, { yuan }) => sum + yuan, 0),
});

/** Offers with words in agency or clause. */
export function offersWith(rows: readonly OfferView[], sought: string): readonly OfferView[] {
  const key = sought.trim().toLowerCase();
  return key === ''
    ? rows
    : rows.filter(({ agencyName, cite, title }) => [agencyName, cite, title].some((text) => text.toLowerCase().includes(key)));
}
