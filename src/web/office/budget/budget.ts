import type { BudgetLineView } from '#contract/money.ts';

/** Sums of all lines of a year. */
export function totalsOf(lines: readonly BudgetLineView[]) {
  const sum = (of: (line: BudgetLineView) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    appropriatedFen: sum((line) => line.appropriatedFen),
    spentFen: sum((line) => line.spentFen),
    reservedFen: sum((line) => line.reservedFen),
    availableFen: sum((line) => line.availableFen),
    unfundedFen: sum((line) => line.unfundedFen),
    forecastFen: sum((line) => line.forecastFen),
    waiting: sum((line) => line.waiting),
  };
}

/** What must be added for everything asked and forecast to be paid in full; nothing where the line has enough. */
export const gapOf = ({
  unfundedFen,
  forecastFen,
  availableFen,
}: Pick<BudgetLineView, 'unfundedFen' | 'forecastFen' | 'availableFen'>): number => Math.max(0, unfundedFen + forecastFen - availableFen);

/** Whether the line can be settled by a share: it is short, and no share was published yet. */
export const isSettleable = ({ unfundedFen, rate, possibleRate }: Pick<BudgetLineView, 'unfundedFen' | 'rate' | 'possibleRate'>): boolean =>
  unfundedFen > 0 && rate === null && possibleRate < 10_000;

/** Fen as the whole yuan that cover it. */
export const coveringYuan = (fen: number): number => Math.ceil(fen / 100);

const numerals = ['一', '二', '三', '四', '五'] as const;

/** Words by which the claims of a line are found: their summary names year and item. */
export const claimsOf = (year: number, item: string): string => `${year}年度第九条（${numerals[Number(item.slice(2)) - 1] ?? ''}）`;
