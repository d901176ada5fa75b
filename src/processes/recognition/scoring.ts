import { both } from '#core/kernel/words.ts';

/** The three grades of 第十四条; there is no fourth. */
export const grades = {
  excellent: both('优秀', 'Excellent'),
  qualified: both('合格', 'Qualified'),
  unqualified: both('不合格', 'Unqualified'),
} as const;
export type Grade = keyof typeof grades;

/** What takes a year's result away whatever its score: serious false data, and nothing else (I-37). */
export const vetoReasons = {
  false_data: both('自评数据严重失实', 'Seriously false data in the report'),
  false_evidence: both('证明材料造假', 'Forged evidence'),
} as const;
/** Most points of each part of 第十三条; a house rule (F8), the plan names no weights. */
export const partWeights = { one: 60, two: 25, three: 15 } as const;

/** A task of the plan as the zone reports it. Dropping one on its own counts for nothing: only a consented adjustment takes it out. */
export type TaskProgress = { readonly state: 'not_started' | 'going_on' | 'done' | 'dropped' };
/** An indicator of the plan: its target of the year and what was reached; null while nothing is known. */
export type IndicatorProgress = { readonly target: number; readonly actual: number | null };

/** Scores of the parts in points with two decimals; the total is their sum, exactly. */
export type Scores = { readonly one: number; readonly two: number; readonly three: number; readonly total: number };

/** Lowest scores of the two better grades, as the readings of the plan have them (I-37). */
export type Thresholds = { readonly excellent: number; readonly qualified: number };

const hundredths = (points: number): number => Math.round((points + Number.EPSILON) * 100);

const shareOfState = { done: 1, going_on: 0.5, not_started: 0, dropped: 0 } as const satisfies Record<TaskProgress['state'], number>;

/** How far a task has come, from 0 to 1. */
export const taskShare = ({ state }: TaskProgress): number => shareOfState[state];

/** How far an indicator has come, from 0 to 1; more than the target counts as the target, what is not known as nothing. */
export function indicatorShare({ target, actual }: IndicatorProgress): number {
  if (actual === null || !Number.isFinite(actual)) return 0;
  if (target <= 0) return actual >= target ? 1 : 0;
  return Math.min(1, Math.max(0, actual) / target);
}

const mean = (shares: readonly number[]): number => shares.reduce((sum, one) => sum + one, 0) / shares.length;

/**
 * Part one, the plan carried out (row 13.1): half for the tasks, half for the indicators, each weighted equally. Where a
 * plan has only one of the two, that one counts whole; where it has neither, nothing was carried out. Two decimals.
 */
export function partOneScore(tasks: readonly TaskProgress[], indicators: readonly IndicatorProgress[]): number {
  const halves = [tasks.map(taskShare), indicators.map(indicatorShare)].filter((shares) => shares.length > 0);
  return halves.length === 0 ? 0 : hundredths(partWeights.one * mean(halves.map(mean))) / 100;
}

/** The parts with their sum, added in hundredths so that no binary fraction moves a grade. */
export function scoresOf(parts: Omit<Scores, 'total'>): Scores {
  const total = hundredths(parts.one) + hundredths(parts.two) + hundredths(parts.three);
  return { ...parts, total: total / 100 };
}

/** The grade a total gives: on the threshold is above it (I-37). */
export function gradeOf(total: number, { excellent, qualified }: Thresholds): Grade {
  const reached = hundredths(total);
  if (reached >= hundredths(excellent)) return 'excellent';
  return reached >= hundredths(qualified) ? 'qualified' : 'unqualified';
}

/** The grade that is computed: a veto makes any score unqualified. */
export const computedGrade = (total: number, vetoes: readonly string[], thresholds: Thresholds): Grade =>
  vetoes.length > 0 ? 'unqualified' : gradeOf(total, thresholds);
