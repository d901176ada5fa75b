import type { Doubt } from './data.ts';

/** The doubts of an opinion in work; anything else in their place counts as none. */
export const doubtsIn = (value: Readonly<Record<string, unknown>>): readonly Doubt[] =>
  Array.isArray(value.doubted) ? (value.doubted as readonly Doubt[]) : [];

/** Marks a row as doubted, or takes the mark away with what was written. */
export function doubt(doubts: readonly Doubt[], no: string, isDoubted: boolean): readonly Doubt[] {
  if (!isDoubted) return doubts.filter((one) => one.no !== no);
  return doubts.some((one) => one.no === no) ? doubts : [...doubts, { no, says: '' }];
}

/** Says what is in doubt. */
export const sayDoubt = (doubts: readonly Doubt[], no: string, says: string): readonly Doubt[] =>
  doubts.map((one) => (one.no === no ? { ...one, says } : one));

/** Whether a doubt still lacks its words. */
export const lacksWords = ({ says }: Doubt): boolean => says.trim().length < 4;
