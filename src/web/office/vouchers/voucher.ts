import type { VoucherView } from '#contract/money.ts';

/** The code in what was typed or scanned: a scanner may give the whole link. */
export function codeOf(typed: string): string {
  const found = /[?&]code=([^&#\s]+)/.exec(typed);
  if (!found?.[1]) return typed;
  try {
    return decodeURIComponent(found[1]);
  } catch {
    return found[1];
  }
}

/** Whether a code is long enough to be worth asking for. */
export const isAskable = (code: string): boolean => code.replace(/[^0-9A-Za-z]/g, '').length >= 4 && code.length <= 60;

/** Whole days from one civil day to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Days before the end from which a voucher is shown as ending. */
const endingDays = 60;

export const isEnding = ({ state, balanceFen, validTo }: Pick<VoucherView, 'state' | 'balanceFen' | 'validTo'>, today: string): boolean =>
  state === 'issued' && balanceFen > 0 && daysBetween(today, validTo) <= endingDays;

/** Vouchers in a state, or with words in number, holder or clause. */
export function vouchersWith(
  rows: readonly VoucherView[],
  { state, q }: { readonly state: string; readonly q: string },
): readonly VoucherView[] {
  const key = q.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (state === '' || row.state === state) &&
      (key === '' || [row.number, row.holderName, row.clauseTitle].some((text) => text.toLowerCase().includes(key))),
  );
}

/** Sums of vouchers: issued, used, left, and what ended unused. */
export const sumsOf = (rows: readonly VoucherView[]) => ({
  valueFen: rows.reduce((sum, { valueFen }) => sum + valueFen, 0),
  balanceFen: rows.reduce((sum, { balanceFen }) => sum + balanceFen, 0),
});
