declare const fenBrand: unique symbol;

/** An amount of money in whole fen (1/100 yuan). Never negative: direction belongs to the posting, not to the sign. */
export type Fen = number & { readonly [fenBrand]: true };

/** Checks and brands a whole number of fen. @throws RangeError if it is negative, fractional or unsafe. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount in fen: ${amount}`);
  return amount as Fen;
}

/** Whole yuan as fen. @throws RangeError if it is negative, fractional or unsafe. */
export function yuan(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of yuan: ${amount}`);
  return fen(amount * 100);
}

/**
 * An amount as the plan prints it: `wanYuan(5)` is 5万元, that is 5,000,000 fen; `wanYuan(4.1)` is 4.1万元.
 * @throws RangeError if it is negative, unsafe or finer than a fen.
 */
export function wanYuan(amount: number): Fen {
  // 4.1 * 1,000,000 is a hair below 4,100,000 in binary; dividing back tells that from an amount finer than a fen.
  const whole = Math.round(amount * 1_000_000);
  if (whole / 1_000_000 !== amount) throw new RangeError(`not whole fen: ${amount} wan yuan`);
  return fen(whole);
}

/** Whole yuan of an amount; fen below one yuan are cut off (I-46). */
export const wholeYuan = (amount: Fen): number => Math.floor(amount / 100);

export const addFen = (a: Fen, b: Fen): Fen => fen(a + b);

/** What is left of `total` after `used`; zero, not negative, once it is spent. */
export const remainingFen = (total: Fen, used: Fen): Fen => fen(Math.max(total - used, 0));

export const lesserFen = (a: Fen, b: Fen): Fen => (a < b ? a : b);
