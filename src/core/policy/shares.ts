import { type Fen, fen } from '#core/kernel/money.ts';

/** One agency's part of a shared matter; `percent` is null while it has not been declared (I-27). */
export type Share = { readonly agency: string; readonly percent: number | null };

/** Percentages are compared in ten-thousandths, so that 33.34 + 33.33 + 33.33 is exactly 100. */
const scale = 10_000;

/** A percentage as a whole number of ten-thousandths of a percent. */
export const percentParts = (percent: number): number => Math.round(percent * scale);

/** Whether declared percentages make up the whole. */
export const isWholeShared = (shares: readonly Share[]): boolean =>
  shares.reduce((sum, { percent }) => sum + percentParts(percent ?? 0), 0) === 100 * scale;

const floorPart = (whole: number, percent: number): number => Number((BigInt(whole) * BigInt(percentParts(percent))) / BigInt(100 * scale));

/**
 * One agency's part of a whole number of things: rounded down, the rest to the lead, which is the agency listed
 * first (I-46). A partner that is refused does not pass its part on (I-27). Undeclared parts give 0.
 */
export function partOf(whole: number, shares: readonly Share[], agency: string): number {
  if (shares.length === 1) return whole;
  const others = shares.slice(1).reduce((sum, { percent }) => sum + floorPart(whole, percent ?? 0), 0);
  if (shares[0]?.agency === agency) return whole - others;
  return floorPart(whole, shares.find((share) => share.agency === agency)?.percent ?? 0);
}

/** One agency's part of an amount, in whole yuan. */
export const shareOf = (amount: Fen, shares: readonly Share[], agency: string): Fen =>
  fen(partOf(Math.floor(amount / 100), shares, agency) * 100);
