import { type BusinessDate, businessDate } from '#core/kernel/dates.ts';
import { both, type Words } from '#core/kernel/words.ts';
import type { PlanContent, Task } from '#processes/plan/content.ts';
import { sources } from '#processes/plan/sources.ts';
import { type Grade, gradeOf, indicatorShare, partOneScore, partWeights, type Thresholds } from '#processes/recognition/scoring.ts';
import type { Tx } from '#server/db/transaction.ts';
import {
  type IndicatorReportRow,
  latestIndicatorReports,
  latestTaskReports,
  planVersionFor,
  type TaskReportRow,
} from '#server/stores/plans.ts';
import { zoneCounts } from '#server/stores/scorecards.ts';
import { fundsOf } from '#server/stores/zone-records.ts';

/** What was reported and counted of a zone for a year. */
export type Reported = {
  readonly tasks: ReadonlyMap<string, TaskReportRow>;
  readonly indicators: ReadonlyMap<string, IndicatorReportRow>;
  /** What the system counts itself, by source. */
  readonly counts: Readonly<Record<string, number | null>>;
};

export type TaskLine = {
  readonly no: string;
  readonly chapter: Task['chapter'];
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly state: 'not_started' | 'going_on' | 'done';
  readonly moneyYuan: number;
  readonly spentYuan: number;
  readonly reportedOn: string | null;
  readonly note: string | null;
  readonly milestones: NonNullable<Task['milestones']>;
};

export type IndicatorLine = {
  readonly no: string;
  readonly name: string;
  readonly unit: string;
  readonly target: number;
  readonly actual: number | null;
  /** From 0 to 1; more than the target counts as the target. */
  readonly share: number;
  readonly isCounted: boolean;
  readonly from: Words;
};

export type FundsLine = { readonly source: string; readonly plannedYuan: number; readonly arrivedYuan: number; readonly spentYuan: number };

/** First and last day of a year. */
const spanOf = (year: number): readonly [BusinessDate, BusinessDate] => [businessDate(`${year}-01-01`), businessDate(`${year}-12-31`)];

/** A task with the latest report on it. */
function taskLine(task: Task, report: TaskReportRow | undefined): TaskLine {
  const { no, chapter, title, start, end, moneyYuan, milestones = [] } = task;
  const line = { no, chapter, title, start, end, moneyYuan, milestones };
  if (!report) return { ...line, state: 'not_started', spentYuan: 0, reportedOn: null, note: null };
  return {
    ...line,
    state: report.state,
    spentYuan: report.spent_yuan,
    reportedOn: report.on_day,
    note: report.note === '' ? null : report.note,
  };
}

/** Tasks that a year is about: begun by its end, and not done before it. */
export function tasksOf(content: PlanContent, year: number, { tasks }: Pick<Reported, 'tasks'>): readonly TaskLine[] {
  const [first, last] = spanOf(year);
  const wasDone = ({ end, state, reportedOn }: TaskLine) => end < first && state === 'done' && reportedOn !== null && reportedOn < first;
  return content.tasks.rows
    .filter(({ start }) => start <= last)
    .map((task) => taskLine(task, tasks.get(task.no)))
    .filter((line) => !wasDone(line));
}

function sourceWords(source: keyof typeof sources, report: IndicatorReportRow | undefined): Words {
  if (source !== 'reported') return sources[source].title;
  return report
    ? both(`${report.person_name}填报于${report.on_day}`, `Reported on ${report.on_day}`)
    : both('尚未填报', 'Not reported yet');
}

/** Indicators with a target in the year, each with its value and where that comes from. */
export function indicatorsOf(
  content: PlanContent,
  year: number,
  { indicators, counts }: Pick<Reported, 'indicators' | 'counts'>,
): readonly IndicatorLine[] {
  return content.indicators.rows.flatMap(({ no, name, unit, source, targets }): IndicatorLine[] => {
    const target = targets.find((one) => one.year === year)?.value;
    if (target === undefined) return [];
    const report = indicators.get(no);
    const actual = (source === 'reported' ? report?.value : counts[source]) ?? null;
    const share = indicatorShare({ target, actual });
    return [{ no, name, unit, target, actual, share, isCounted: source !== 'reported', from: sourceWords(source, report) }];
  });
}

/** Everything reported and counted for a year up to its end. */
export async function reportedOf(tx: Tx, zone: string, year: number, today: BusinessDate): Promise<Reported> {
  const [, last] = spanOf(year);
  const tasks = await latestTaskReports(tx, zone, last);
  const indicators = await latestIndicatorReports(tx, zone, year);
  return {
    tasks: new Map(tasks.map((row) => [row.no, row])),
    indicators: new Map(indicators.map((row) => [row.no, row])),
    counts: await zoneCounts(tx, zone, year, today),
  };
}

/** A forecast: part one as it stands, and the whole if the other parts were rated alike. */
export type Forecast = { readonly partOne: number; readonly total: number; readonly grade: Grade };

/** What a part one leads one to expect: the same share of all hundred points. */
export function forecastOf(partOne: number, thresholds: Thresholds): Forecast {
  const total = Math.round((partOne * 10_000) / partWeights.one) / 100;
  return { partOne, total, grade: gradeOf(total, thresholds) };
}

/** Part one of a plan in a year; null where nothing of the plan falls into it. */
export function partOneOf(content: PlanContent, year: number, reported: Reported): number | null {
  const [tasks, indicators] = [tasksOf(content, year, reported), indicatorsOf(content, year, reported)];
  return tasks.length + indicators.length === 0 ? null : partOneScore(tasks, indicators);
}

/** The same from sums: the mean share of each half stands for its rows. */
export const partOneOfShares = (halves: readonly (number | null)[]): number | null => {
  const known = halves.filter((half) => half !== null);
  return known.length === 0
    ? null
    : partOneScore(
        [],
        known.map((actual) => ({ target: 1, actual })),
      );
};

export type Scorecard = {
  readonly version: number;
  readonly consentedOn: BusinessDate;
  readonly countsFrom: number;
  readonly tasks: readonly TaskLine[];
  readonly indicators: readonly IndicatorLine[];
  readonly funds: readonly FundsLine[];
  readonly counts: Reported['counts'];
  readonly partOne: number | null;
};

function fundsLines(content: PlanContent, year: number, moved: Awaited<ReturnType<typeof fundsOf>>): readonly FundsLine[] {
  const planned = new Map(content.funding.rows.filter((row) => row.year === year).map(({ source, yuan }) => [source as string, yuan]));
  const bySource = new Map(moved.map((row) => [row.source, row]));
  return [...new Set([...planned.keys(), ...bySource.keys()])].sort().map((source) => ({
    source,
    plannedYuan: planned.get(source) ?? 0,
    arrivedYuan: bySource.get(source)?.arrived ?? 0,
    spentYuan: bySource.get(source)?.spent ?? 0,
  }));
}

/** The living scorecard of a zone and year; null while no version of a plan counts for the year. */
export async function scorecardOf(tx: Tx, zone: string, year: number, today: BusinessDate): Promise<Scorecard | null> {
  const version = await planVersionFor(tx, zone, year);
  if (!version) return null;
  const content = version.content as PlanContent;
  const reported = await reportedOf(tx, zone, year, today);
  return {
    version: version.version,
    consentedOn: version.consented_on,
    countsFrom: version.counts_from,
    tasks: tasksOf(content, year, reported),
    indicators: indicatorsOf(content, year, reported),
    funds: fundsLines(content, year, await fundsOf(tx, zone, year)),
    counts: reported.counts,
    partOne: partOneOf(content, year, reported),
  };
}
