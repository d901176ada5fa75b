import { type ScorecardView, taskStateTitles } from '#contract/plans.ts';
import { both, type Language } from '#core/kernel/words.ts';
import { chapters, fundingSources, type PlanContent } from '#processes/plan/content.ts';
import { changeWords, differenceOf, type PlanChange } from '#processes/plan/difference.ts';
import { grades, type Thresholds } from '#processes/recognition/scoring.ts';
import type { BusinessDate } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { ScorecardRow } from '#server/stores/scorecards.ts';
import { type Forecast, forecastOf, partOneOfShares, type Scorecard } from './plan-scorecard.ts';
import { forecastWarnings, type Warning, warningsOf } from './plan-warnings.ts';
import { settingsOn } from './readings.ts';
import { districtName } from './words.ts';

/** From which totals on a zone is excellent or qualified, as the readings of the day have it. */
export async function thresholdsOn(tx: Tx, today: BusinessDate): Promise<Thresholds> {
  const { values } = await settingsOn(tx, today);
  return { excellent: values.excellentScoreMinimum, qualified: values.qualifiedScoreMinimum };
}

/** Changes of a plan, each with its sentence. */
export const changesView = (changes: readonly PlanChange[], language: Language) =>
  changes.map((change) => ({ change, says: changeWords(change)[language] }));

/** The changes from one version to another, each with its sentence. */
export const differenceView = (before: unknown, after: unknown, language: Language) =>
  changesView(differenceOf(before as PlanContent | null, after as PlanContent), language);

/** Said where no version of a plan counts for a year. */
export const noPlan = both('该年度还没有经同意的建设方案', 'No consented plan counts for this year');

function forecastView(forecast: Forecast | null, language: Language): ScorecardView['forecast'] {
  if (!forecast) return null;
  const says = both(
    `第一部分现为${forecast.partOne}分（满分60分）；其余两部分按同样比例估计，预计总分${forecast.total}分`,
    `Part one stands at ${forecast.partOne} of 60 points; rated alike in the other parts, ${forecast.total} in all`,
  );
  return { ...forecast, gradeTitle: grades[forecast.grade][language], says: says[language] };
}

const warningView = ({ code, about, says }: Warning, language: Language) => ({ code, about, says: says[language] });

/** When and how a scorecard is looked at. */
export type Looking = { readonly year: number; readonly today: BusinessDate; readonly thresholds: Thresholds; readonly language: Language };

/** A scorecard in the reader's words, with the forecast and what gives cause for concern. */
export function scorecardView(card: Scorecard, { year, today, thresholds, language }: Looking): Omit<ScorecardView, 'zone' | 'name'> {
  const forecast = card.partOne === null ? null : forecastOf(card.partOne, thresholds);
  return {
    year,
    version: card.version,
    consentedOn: card.consentedOn,
    countsFrom: card.countsFrom,
    tasks: card.tasks.map(({ milestones: _shown, ...task }) => ({
      ...task,
      chapterTitle: chapters[task.chapter].title[language],
      stateTitle: taskStateTitles[task.state][language],
    })),
    indicators: card.indicators.map((indicator) => ({ ...indicator, from: indicator.from[language] })),
    funds: card.funds.map((funds) => ({
      ...funds,
      sourceTitle: fundingSources[funds.source as keyof typeof fundingSources]?.[language] ?? funds.source,
    })),
    counts: card.counts,
    forecast: forecastView(forecast, language),
    warnings: warningsOf(card, year, today, thresholds).map((warning) => warningView(warning, language)),
  };
}

const counted = (code: string, count: number, zh: string, en: string): readonly Warning[] =>
  count > 0 ? [{ code, about: null, says: both(`${count}项${zh}`, `${count} ${en}`) }] : [];

/** Part one of a row of sums; null without a plan for the year or with nothing of it in the year. */
function partOneOfRow(row: ScorecardRow): number | null {
  if (row.version === null) return null;
  const points = row.tasks_done + row.tasks_going_on / 2;
  return partOneOfShares([row.tasks > 0 ? points / row.tasks : null, row.indicators > 0 ? row.share / row.indicators : null]);
}

/** A row of sums in the reader's words, with its forecast. */
export function scorecardRowView(row: ScorecardRow, { thresholds, language }: Looking) {
  const partOne = partOneOfRow(row);
  const forecast = partOne === null ? null : forecastOf(partOne, thresholds);
  const warnings: readonly Warning[] = [
    ...(row.version === null ? [{ code: 'no_plan_version', about: null, says: noPlan }] : []),
    ...(forecast ? forecastWarnings(forecast, thresholds) : []),
    ...counted('task_overdue', row.tasks_overdue, '任务逾期', 'tasks overdue'),
    ...counted('task_not_begun', row.tasks_late_start, '任务应开始而未开始', 'tasks not begun in time'),
  ];
  return {
    zone: row.zone,
    name: row.name,
    district: row.district,
    districtName: districtName(row.district, language),
    status: row.status,
    version: row.version,
    tasks: row.tasks,
    tasksDone: row.tasks_done,
    tasksGoingOn: row.tasks_going_on,
    tasksOverdue: row.tasks_overdue,
    indicators: row.indicators,
    plannedYuan: row.planned_yuan,
    arrivedYuan: row.arrived_yuan,
    spentYuan: row.spent_yuan,
    forecast: forecastView(forecast, language),
    warnings: warnings.map((warning) => warningView(warning, language)),
  };
}
