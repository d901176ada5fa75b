import { fen } from '#core/kernel/money.ts';
import type { Clause, RowBase } from './clause.ts';
import { groupBy, type Line, stands, strike } from './lines.ts';

/** What one agency gets under one clause in one year, before it is written out. Amounts are fen. */
export type Item<Row extends RowBase> = {
  readonly agency: string;
  readonly clause: Clause<Row>;
  readonly lines: readonly Line<Row>[];
  readonly code: string;
  /** null while a missing fact leaves it open. */
  readonly eligible: boolean | null;
  readonly ceiling: number;
  /** What it would be without caps. */
  readonly uncapped: number;
  /** Every condition is met although another support takes its place. */
  readonly isDisplaced: boolean;
  readonly isHeld: boolean;
};

const displacing = new Set(['ONCE_ONLY', 'SAME_MATTER']);

/** Items in the order given for agencies and clauses; none where an agency has no row under a clause. */
export function itemsOf<Row extends RowBase>(
  lines: readonly Line<Row>[],
  agencies: readonly string[],
  clauses: readonly Clause<Row>[],
): Item<Row>[] {
  const groups = groupBy(lines, ({ clause, row }) => `${row.agency}\u0000${clause.key}`);
  return agencies.flatMap((agency) =>
    clauses.flatMap((clause) => {
      const own = groups.get(`${agency}\u0000${clause.key}`);
      return own ? [itemOf(own)] : [];
    }),
  );
}

/** Sums up the lines of one agency under one clause. */
export function itemOf<Row extends RowBase>(lines: readonly Line<Row>[]): Item<Row> {
  const { clause, row } = lines[0] as Line<Row>;
  const standing = lines.filter(stands);
  const ceiling = standing.reduce((sum, { amount }) => sum + amount, 0);
  const code = standing.length > 0 ? (standing.some(isCut) ? 'OK_CAPPED' : 'OK') : refusalOf(lines);
  return {
    agency: row.agency,
    clause,
    lines,
    code,
    eligible: standing.length > 0 ? true : code === 'UNKNOWN' ? null : false,
    ceiling,
    uncapped: standing.reduce((sum, { full }) => sum + full, 0),
    isDisplaced: displacing.has(code),
    isHeld: standing.some((line) => line.row.isHeld),
  };
}

const isCut = ({ code }: { readonly code: string }): boolean => code === 'OK_CAPPED';

/** Where nothing stands, the line that came furthest gives the reason. */
function refusalOf<Row extends RowBase>(lines: readonly Line<Row>[]): string {
  const rank = ({ code, obstacle }: Line<Row>): number =>
    code === 'ONCE_ONLY' ? 10_001 : displacing.has(code) ? 10_000 : code === 'UNKNOWN' ? 5_000 : code === 'DUPLICATE' ? 2_000 : obstacle;
  return lines.reduce((best, line) => (rank(line) > rank(best) ? line : best)).code;
}

/** The item with all its standing lines taken out because another one takes its place. */
export function displace<Row extends RowBase>(item: Item<Row>, because: string): Item<Row> {
  if (item.eligible !== true) return item;
  for (const line of item.lines) if (stands(line)) strike(line, 'ONCE_ONLY', because);
  return itemOf(item.lines);
}

/** Of two items for the same agency only the higher stands; at equal sums the one named first. */
export function keepHigher<Row extends RowBase>(items: readonly Item<Row>[], pair: readonly [string, string]): Item<Row>[] {
  const [first, second] = pair;
  const otherOf: Readonly<Record<string, string>> = { [first]: second, [second]: first };
  return items
    .map((item) => {
      const { agency, clause, ceiling } = item;
      const rival = items.find((one) => one.eligible === true && one.agency === agency && one.clause.key === otherOf[clause.key]);
      return rival && (clause.key === first ? rival.ceiling > ceiling : rival.ceiling >= ceiling) ? { item, rival } : item;
    })
    .map((entry) => ('rival' in entry ? displace(entry.item, entry.rival.clause.cite) : entry));
}

/** Only the numbered item with the highest sum stands; at equal sums the first. `fixedItem` stands whatever its sum. */
export function keepOneItem<Row extends RowBase>(items: readonly Item<Row>[], fixedItem: (agency: string) => string | null): Item<Row>[] {
  const winnerOf = new Map<string, string>();
  for (const [agency, own] of groupBy(items, (item) => item.agency)) {
    const sums = [...groupBy(own, (item) => item.clause.item)].map(([item, parts]) => ({
      item,
      sum: parts.reduce((sum, { ceiling }) => sum + ceiling, 0),
    }));
    const best = sums.reduce((kept, one) => (one.sum > kept.sum ? one : kept));
    winnerOf.set(agency, fixedItem(agency) ?? best.item);
  }
  return items.map((item) => {
    const winner = winnerOf.get(item.agency) ?? item.clause.item;
    return winner === item.clause.item ? item : displace(item, winner);
  });
}

/** Sums of cash and vouchers by agency, in whole yuan; vouchers are never money. */
export function totalsOf<Row extends RowBase>(items: readonly Item<Row>[], agencies: readonly string[]) {
  const totals = agencies.map((agency) => {
    const own = items.filter((item) => item.agency === agency && item.eligible === true);
    const sum = (paidAs: string) =>
      Math.floor(fen(own.filter(({ clause }) => clause.paidAs === paidAs).reduce((s, { ceiling }) => s + ceiling, 0)) / 100);
    return [agency, { cash: sum('cash'), voucher: sum('voucher'), total: sum('cash') + sum('voucher') }] as const;
  });
  return Object.fromEntries(totals);
}
