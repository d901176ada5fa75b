import { fen } from '#core/kernel/money.ts';
import { textOrder } from './canonical.ts';
import type { RowBase } from './clause.ts';
import { type Line, type Prior, queueOrder, stands, strike } from './lines.ts';

/** Which support of one matter stands: the higher one, or the one determined (else dated) first (I-26). */
export type MatterChoice = 'highest' | 'first_determined';

/** A fact that supports one clause within a matter; its lines are the partners' parts. */
type Contender<Row extends RowBase> = {
  readonly lines: readonly Line<Row>[];
  readonly first: Line<Row>;
  readonly clauseIndex: number;
  readonly sum: number;
};

const contenderKey = <Row extends RowBase>({ clause, row }: Line<Row>): string => `${clause.key}\u0000${row.factId}`;

/** Matters in which a fact is put before the others, whatever the choice says: matter to fact. */
export type Preferred = ReadonlyMap<string, string>;

/** A line that lost, and the matter it lost in. */
export type LostLine<Row extends RowBase> = { readonly line: Line<Row>; readonly matter: string };

/** Who stands in each matter that several facts claim. Returns the lines that lose. */
export function strikeSameMatter<Row extends RowBase>(
  lines: readonly Line<Row>[],
  priors: readonly Prior[],
  { choice, preferred }: { readonly choice: MatterChoice; readonly preferred?: Preferred },
): readonly LostLine<Row>[] {
  const matters = [...new Set(lines.flatMap(({ row }) => row.matters))].sort();
  const clauseOrder = [...new Set(lines.map(({ clause }) => clause.key))];
  return matters.flatMap((matter) => {
    const claiming = lines.filter(({ row }) => row.matters.includes(matter));
    const before = claiming.filter((line) => isDetermined(line, priors));
    const rivals = contendersOf(claiming.filter(stands), clauseOrder).sort(choice === 'highest' ? byHeight : byDay);
    const ranked = preferredFirst(rivals, preferred?.get(matter));
    const isClosed = before.length > 0 && choice === 'first_determined';
    const winner = isClosed ? undefined : ranked[0];
    const lost = ranked.slice(isClosed ? 0 : 1).flatMap((contender) => contender.lines);
    for (const line of lost) strike(line, 'SAME_MATTER', holderOf(winner, before));
    if (winner) topUp(winner, before);
    return lost.map((line) => ({ line, matter }));
  });
}

/** The fact that holds the matter: the winner's, else the one determined before; one of them there is. */
const holderOf = <Row extends RowBase>(winner: Contender<Row> | undefined, before: readonly Line<Row>[]): string =>
  (winner?.first ?? (before[0] as Line<Row>)).row.factId;

const preferredFirst = <Row extends RowBase>(rivals: readonly Contender<Row>[], fact: string | undefined): readonly Contender<Row>[] => {
  const isFirst = ({ first }: Contender<Row>) => first.row.factId === fact;
  return [...rivals.filter(isFirst), ...rivals.filter((rival) => !isFirst(rival))];
};

const isDetermined = <Row extends RowBase>({ clause, row }: Line<Row>, priors: readonly Prior[]): boolean =>
  priors.some((prior) => prior.clause === clause.key && prior.yuan > 0 && prior.facts.includes(row.factId));

function contendersOf<Row extends RowBase>(lines: readonly Line<Row>[], clauseOrder: readonly string[]): Contender<Row>[] {
  const byKey = new Map<string, Line<Row>[]>();
  for (const line of lines) byKey.set(contenderKey(line), [...(byKey.get(contenderKey(line)) ?? []), line]);
  return [...byKey.values()].map((group) => {
    const first = group[0] as Line<Row>;
    const sum = group.reduce((total, { amount }) => total + amount, 0);
    return { lines: group, first, clauseIndex: clauseOrder.indexOf(first.clause.key), sum };
  });
}

const byDay = <Row extends RowBase>(a: Contender<Row>, b: Contender<Row>): number =>
  textOrder(a.first.row.day, b.first.row.day) || a.clauseIndex - b.clauseIndex || queueOrder(a.first, b.first);

const byHeight = <Row extends RowBase>(a: Contender<Row>, b: Contender<Row>): number =>
  b.sum - a.sum || a.clauseIndex - b.clauseIndex || byDay(a, b);

/** The matter was supported lower before: only the difference is still open. */
function topUp<Row extends RowBase>(winner: Contender<Row>, before: readonly Line<Row>[]): void {
  let paid = before.reduce((sum, { full }) => sum + full, 0);
  for (const line of winner.lines) {
    const taken = Math.min(line.amount, paid);
    if (taken === 0) continue;
    paid -= taken;
    if (taken === line.amount) strike(line, 'SAME_MATTER', holderOf(undefined, before));
    else {
      line.amount = fen(line.amount - taken);
      line.code = 'OK_CAPPED';
      line.because = '同一事项此前已核定，只补差额';
    }
  }
}
