import { type Fen, fen } from '#core/kernel/money.ts';
import { naturalOrder, textOrder } from './canonical.ts';
import { amountOf, type Bound, type Cap, type Clause, type RowBase } from './clause.ts';
import { allMet, isUnknownObstacle, obstacleOf } from './condition.ts';
import { shareOf } from './shares.ts';

/** A row on its way through the rules. The engine narrows `amount` and `code`; `full` stays what the row alone would give. */
export type Line<Row extends RowBase> = {
  readonly clause: Clause<Row>;
  readonly row: Row;
  readonly obstacle: number;
  /** How its open facts are read. */
  readonly bound: Bound;
  readonly full: Fen;
  amount: Fen;
  code: string;
  /** The line that took its place, or the rule that cut it; for explanations. */
  because: string | null;
};

/** What was determined before. A fact in it is not supported again; its money uses up the cap. */
export type Prior = {
  readonly agency: string;
  readonly clause: string;
  readonly year: number;
  readonly yuan: number;
  readonly facts: readonly string[];
};

/** Whether a line still stands: it is supported as far as the rules applied so far go. */
export const stands = (line: { readonly code: string }): boolean => line.code === 'OK' || line.code === 'OK_CAPPED';

/** Takes a line out, with the code and the reason. */
export function strike<Row extends RowBase>(line: Line<Row>, code: string, because: string): void {
  line.code = code;
  line.amount = fen(0);
  line.because = because;
}

/** Lines of one clause from its rows: conditions and amounts, nothing across rows yet. */
export const openLines = <Row extends RowBase>(
  clause: Clause<Row>,
  rows: readonly Row[],
  boundOf: (row: Row) => Bound,
): readonly Line<Row>[] => rows.map((row) => openLine(clause, row, boundOf(row)));

function openLine<Row extends RowBase>(clause: Clause<Row>, row: Row, bound: Bound): Line<Row> {
  const obstacle = obstacleOf(clause.conditions, row);
  const isStanding = obstacle === allMet || (isUnknownObstacle(obstacle) && bound === 'high');
  const full = isStanding ? shareOf(amountOf(clause.amount, row, bound), row.shares, row.agency) : fen(0);
  const code = isStanding ? 'OK' : (clause.conditions[obstacle]?.code ?? 'UNKNOWN');
  return { clause, row, obstacle, bound, full, amount: full, code, because: null };
}

/** Order in which rival lines queue: day, then fact as people number it, then the order of the partners. */
export function queueOrder<Row extends RowBase>(a: Line<Row>, b: Line<Row>): number {
  const left = a.clause.queueDay?.(a.row) ?? a.row.day;
  const right = b.clause.queueDay?.(b.row) ?? b.row.day;
  return textOrder(left, right) || naturalOrder(a.row.factId, b.row.factId) || partnerIndex(a) - partnerIndex(b);
}

const partnerIndex = <Row extends RowBase>({ row }: Line<Row>): number => row.shares.findIndex(({ agency }) => agency === row.agency);

/** Groups in order of first appearance. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * The same matter twice within one clause: the first row stands, later ones are duplicates. A row of another year
 * that would have stood in its own year also makes a later row a duplicate; `yearCode` is the refusal for the year.
 * Read against the claimant, a row of another year that is open stood in its year.
 */
export function strikeDuplicates<Row extends RowBase>(lines: readonly Line<Row>[], yearCode: string): void {
  const groups = groupBy(lines, ({ clause, row }) => {
    const identity = clause.identity?.(row) ?? null;
    return identity === null ? null : `${clause.key}\u0000${identity}`;
  });
  for (const group of groups.values()) {
    const queue = group.sort(queueOrder);
    const first = queue.find((line) => stands(line) || stoodElsewhere(line, yearCode));
    if (!first) continue;
    for (const line of queue) {
      if (stands(line) && line.row.factId !== first.row.factId) strike(line, 'DUPLICATE', first.row.factId);
    }
  }
}

/** How the walk ends for a row refused for its year, were the year left out of account; refused (0) for any other row. */
export function obstacleElsewhere<Row extends RowBase>({ clause, row, obstacle }: Line<Row>, yearCode: string): number {
  if (clause.conditions[obstacle]?.code !== yearCode) return 0;
  return obstacleOf(
    clause.conditions.filter((condition) => condition.code !== yearCode),
    row,
  );
}

function stoodElsewhere<Row extends RowBase>(line: Line<Row>, yearCode: string): boolean {
  const obstacle = obstacleElsewhere(line, yearCode);
  return obstacle === allMet || (line.bound === 'low' && isUnknownObstacle(obstacle));
}

/** Facts and yearly items determined before are not supported again (9.6). */
export function strikePriors<Row extends RowBase>(lines: readonly Line<Row>[], priors: readonly Prior[], year: number): void {
  const spent = new Set(priors.flatMap(({ facts }) => facts));
  const blocked = blockedGroups(lines, priors, { year, spent });
  for (const line of lines) {
    const isSpent = spent.has(line.row.factId) || blocked.has(onceGroup(line));
    if (isSpent && stands(line)) strike(line, 'ONCE_ONLY', '以前的核定');
  }
}

/** Once-keys an earlier determination has used: its facts' keys, and the yearly key where it paid anything. */
function blockedGroups<Row extends RowBase>(
  lines: readonly Line<Row>[],
  priors: readonly Prior[],
  { year, spent }: { readonly year: number; readonly spent: ReadonlySet<string> },
): ReadonlySet<string | null> {
  const used = lines.filter((line) => {
    const isYearly = line.clause.once?.key(line.row) === '';
    return spent.has(line.row.factId) || (isYearly && priors.some((prior) => isOwnPrior(line, prior, year)));
  });
  return new Set(used.map(onceGroup).filter((group) => group !== null));
}

const isOwnPrior = <Row extends RowBase>({ clause, row }: Line<Row>, prior: Prior, year: number): boolean =>
  prior.agency === row.agency && prior.clause === clause.key && prior.year === year && prior.yuan > 0;

const onceGroup = <Row extends RowBase>({ clause, row }: Line<Row>): string | null =>
  clause.once
    ? `${clause.key}\u0000${clause.once.within === 'agency' || clause.once.key(row) === '' ? row.agency : clause.once.within}\u0000${clause.once.key(row)}`
    : null;

/** Of the rows that compete under a once-rule, one stands. */
export function strikeRepeats<Row extends RowBase>(lines: readonly Line<Row>[]): void {
  for (const group of groupBy(lines.filter(stands), onceGroup).values()) {
    const queue = group.sort(queueOrder);
    const best = queue.reduce((kept, line) => (line.clause.once?.keep === 'highest' && line.amount > kept.amount ? line : kept));
    for (const line of queue) if (line.row.factId !== best.row.factId) strike(line, 'ONCE_ONLY', best.row.factId);
  }
}

/** Cuts what goes beyond each clause's cap, in order of day. What was determined before has used up its part. */
export function applyCaps<Row extends RowBase>(lines: readonly Line<Row>[], priors: readonly Prior[], year: number): void {
  const groups = groupBy(lines, ({ clause, row }) => (clause.cap ? `${clause.key}\u0000${clause.cap.subject(row)}` : null));
  for (const group of groups.values()) {
    const { clause, row } = group[0] as Line<Row>;
    const cap = clause.cap as Cap<Row>; // only lines of a clause with a cap were grouped
    const asked = { year, subjectOf: cap.subject, subject: cap.subject(row), key: clause.key };
    let left = Math.max(0, cap.limit - usedBefore(lines, priors, asked));
    for (const line of group.sort(queueOrder)) {
      const given = fen(Math.min(line.amount, left));
      if (given < line.amount) {
        line.code = 'OK_CAPPED';
        line.because = cap.says;
      }
      line.amount = given;
      left -= given;
    }
  }
}

type CapQuestion<Row extends RowBase> = {
  readonly year: number;
  readonly key: string;
  readonly subjectOf: (row: Row) => string;
  readonly subject: string;
};

/** Fen of a subject's cap that earlier determinations took. */
function usedBefore<Row extends RowBase>(
  lines: readonly Line<Row>[],
  priors: readonly Prior[],
  { year, key, subjectOf, subject }: CapQuestion<Row>,
): number {
  const own = lines.filter(({ clause }) => clause.key === key);
  let used = 0;
  for (const prior of priors) {
    if (prior.clause !== key || prior.year !== year) continue;
    const listed = own.filter((line) => prior.facts.includes(line.row.factId));
    const subjects = new Set(listed.map(({ row }) => subjectOf(row)));
    if (listed.length === 0) {
      // The facts are not in the file: the money counts against every cap this agency's cases draw on.
      if (own.some(({ row }) => row.agency === prior.agency && subjectOf(row) === subject)) {
        used += prior.yuan * 100;
      }
    } else if (subjects.has(subject)) {
      const part = listed
        .filter(({ row }) => row.agency === prior.agency && subjectOf(row) === subject)
        .reduce((sum, line) => sum + line.full, 0);
      used += subjects.size === 1 ? prior.yuan * 100 : Math.min(prior.yuan * 100, part);
    }
  }
  return used;
}
