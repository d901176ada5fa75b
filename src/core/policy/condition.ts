import { met, notMet, type Truth, unknown } from './truth.ts';

/**
 * One requirement of a clause over one row of facts. The same value serves the fast walk and the explaining walk,
 * so the two can not disagree.
 */
export type Condition<Row> = {
  /** Refusal code when it is not met. */
  readonly code: string;
  /** The requirement, as a short Chinese statement. */
  readonly says: string;
  /** The sentence an applicant reads when it is not met. */
  readonly fails: string;
  /** Keys of the settings it reads. */
  readonly settings?: readonly string[];
  readonly test: (row: Row) => Truth;
  /** Names of the fields that are missing when it is unknown. */
  readonly missing?: (row: Row) => readonly string[];
  /** The fact it looked at, in words. */
  readonly shows?: (row: Row) => string;
};

/** How a walk over conditions ended: `allMet`, `unknownAt(i)` or the index of the first condition not met. */
export type Obstacle = number;

/** Every condition is met. */
export const allMet: Obstacle = -1;

/** Nothing is refused, but the condition at this index is the first unknown one. */
export const unknownAt = (index: number): Obstacle => -2 - index;

/** Whether the walk ended on a missing fact. */
export const isUnknownObstacle = (obstacle: Obstacle): boolean => obstacle < allMet;

/** Fast walk: the first refusal decides, else the first unknown, else all are met. Allocates nothing. */
export function obstacleOf<Row>(conditions: readonly Condition<Row>[], row: Row): Obstacle {
  let open: Obstacle = allMet;
  for (let i = 0; i < conditions.length; i += 1) {
    const truth = (conditions[i] as Condition<Row>).test(row);
    if (truth === notMet) return i;
    if (truth === unknown && open === allMet) open = unknownAt(i);
  }
  return open;
}

/** One condition with its outcome, as the explaining walk shows it. */
export type ConditionTrace = {
  readonly says: string;
  readonly outcome: 'met' | 'not_met' | 'unknown';
  readonly fact?: string;
  readonly missing?: readonly string[];
  readonly code?: string;
  readonly fails?: string;
};

/** Explaining walk: every condition with its outcome, the fact it saw and what is missing. */
export const explainConditions = <Row>(conditions: readonly Condition<Row>[], row: Row): readonly ConditionTrace[] =>
  conditions.map((condition) => explainCondition(condition, row));

function explainCondition<Row>(condition: Condition<Row>, row: Row): ConditionTrace {
  const truth = condition.test(row);
  const fact = condition.shows?.(row);
  const seen = { says: condition.says, ...(fact ? { fact } : {}) };
  if (truth === met) return { ...seen, outcome: 'met' };
  if (truth === unknown) return { ...seen, outcome: 'unknown', missing: condition.missing?.(row) ?? [] };
  return { ...seen, outcome: 'not_met', code: condition.code, fails: condition.fails };
}

/** Names of all fields whose absence leaves a condition open. */
export function missingFields<Row>(conditions: readonly Condition<Row>[], row: Row): readonly string[] {
  const names = new Set<string>();
  for (const condition of conditions) {
    if (condition.test(row) === unknown) for (const name of condition.missing?.(row) ?? []) names.add(name);
  }
  return [...names].sort();
}
