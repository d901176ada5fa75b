import { type Fen, wholeYuan, yuan } from '#core/kernel/money.ts';

/** All of it, in hundredths of a per cent. */
export const wholeRate = 10_000;

/**
 * What a ceiling gives when its line is settled at a share: whole yuan, rounded down (I-28, I-46). A fixed sum ranks first
 * and is never cut.
 */
export function atRate(ceiling: Fen, rate: number | null, isFixed: boolean): Fen {
  if (rate === null || isFixed) return ceiling;
  return yuan(Math.floor((wholeYuan(ceiling) * rate) / wholeRate));
}
