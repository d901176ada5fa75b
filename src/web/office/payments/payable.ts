import type { PayableView } from '#contract/payments.ts';

/** Sums with words in what they are for, the payee, the bank or the last digits. */
export function payablesWith(rows: readonly PayableView[], sought: string): readonly PayableView[] {
  const key = sought.trim().toLowerCase();
  if (key === '') return rows;
  return rows.filter(({ title, payeeName, bank, tail }) => [title, payeeName, bank, tail].some((text) => text.toLowerCase().includes(key)));
}

export const totalOf = (rows: readonly PayableView[]): number => rows.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** Reasons why sums can not be paid now, with how many each holds back; the commonest first. */
export function blockedBy(rows: readonly PayableView[]): readonly { readonly why: string; readonly count: number; readonly fen: number }[] {
  const reasons = Map.groupBy(
    rows.filter((row) => row.blocked !== null),
    ({ blocked }) => blocked ?? '',
  );
  return [...reasons].map(([why, held]) => ({ why, count: held.length, fen: totalOf(held) })).toSorted((a, b) => b.count - a.count);
}

/** A batch takes so many at most. */
export const mostInBatch = 5000;

/** Adds rows to what is chosen, or takes them out of it. */
export function choose(chosen: ReadonlySet<string>, rows: readonly PayableView[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const { id } of rows) {
    if (isIn) next.add(id);
    else next.delete(id);
  }
  return next;
}
