import { addDays, type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import { both, type Words } from '#core/kernel/words.ts';
import type { Thresholds } from '#processes/recognition/scoring.ts';
import { type Forecast, forecastOf, type FundsLine, type IndicatorLine, type Scorecard, type TaskLine } from './plan-scorecard.ts';

export type Warning = { readonly code: string; readonly about: string | null; readonly says: Words };

/** How far behind the year an indicator or the funds may be before it is said. */
const slack = 0.2;
/** How long before its end a task that has not begun is named. */
const soonDays = 30;

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** How much of the year is over on a day: 0 before it, 1 after it. */
export function elapsedOf(year: number, today: BusinessDate): number {
  if (yearOf(today) !== year) return yearOf(today) > year ? 1 : 0;
  const [first, now, next] = [Date.parse(`${year}-01-01`), Date.parse(today), Date.parse(`${year + 1}-01-01`)];
  return (now - first) / (next - first);
}

function taskWarnings(task: TaskLine, today: BusinessDate): readonly Warning[] {
  if (task.state === 'done') return [];
  const name = `任务${task.no}“${task.title}”`;
  const warn = (code: string, zh: string, en: string): Warning => ({
    code,
    about: task.no,
    says: both(`${name}${zh}`, `Task ${task.no}: ${en}`),
  });
  if (task.end < today) return [warn('task_overdue', `应于${task.end}完成，尚未完成`, `was due on ${task.end}`)];
  const passed = task.milestones.filter(({ on }) => on < today && (task.reportedOn === null || task.reportedOn < on));
  return [
    ...(task.state === 'not_started' && task.start < today
      ? [warn('task_not_begun', `应于${task.start}开始，尚未开始`, `was to begin on ${task.start}`)]
      : []),
    ...passed.map(({ on, what }) =>
      warn('milestone_passed', `的节点“${what}”（${on}）已过，此后没有进展填报`, `nothing reported since its milestone of ${on}`),
    ),
    ...(task.state === 'going_on' && task.end <= addDays(today, soonDays)
      ? [warn('task_due_soon', `应于${task.end}完成，只剩不到${soonDays}天`, `is due on ${task.end}`)]
      : []),
  ];
}

function indicatorWarnings({ no, name, unit, target, actual, share }: IndicatorLine, elapsed: number): readonly Warning[] {
  const warn = (code: string, zh: string, en: string): Warning => ({
    code,
    about: no,
    says: both(`指标${no}“${name}”${zh}`, `Indicator ${no}: ${en}`),
  });
  if (actual === null) return elapsed >= 0.5 ? [warn('indicator_unreported', '本年度尚无数据', 'nothing on record for the year')] : [];
  return share + slack < elapsed
    ? [
        warn(
          'indicator_behind',
          `现为${actual}${unit}，是年度目标${target}${unit}的${percent(actual / target)}，而全年已过${percent(elapsed)}`,
          `${actual} of ${target}, with ${percent(elapsed)} of the year gone`,
        ),
      ]
    : [];
}

/** Whole yuan as people read them: 4,080,000. */
const grouped = (yuan: number): string => yuan.toLocaleString('en-US');

function fundsWarnings(funds: readonly FundsLine[], elapsed: number): readonly Warning[] {
  const sum = (amount: (line: FundsLine) => number) => funds.reduce((total, line) => total + amount(line), 0);
  const [planned, arrived, spent] = [sum((line) => line.plannedYuan), sum((line) => line.arrivedYuan), sum((line) => line.spentYuan)];
  return [
    ...(planned > 0 && arrived / planned + slack < elapsed
      ? [
          {
            code: 'funds_behind',
            about: null,
            says: both(
              `配套资金计划${grouped(planned)}元，到位${grouped(arrived)}元（${percent(arrived / planned)}）`,
              `${grouped(arrived)} of ${grouped(planned)} yuan of matching funds have arrived`,
            ),
          },
        ]
      : []),
    ...(spent > arrived
      ? [
          {
            code: 'funds_overspent',
            about: null,
            says: both(
              `支出${grouped(spent)}元，多于到位的${grouped(arrived)}元，请核对`,
              `${grouped(spent)} yuan spent of ${grouped(arrived)} that arrived`,
            ),
          },
        ]
      : []),
  ];
}

/** What the forecast grade is short of, in words; nothing while it is excellent. */
export function forecastWarnings(forecast: Forecast, { excellent, qualified }: Thresholds): readonly Warning[] {
  if (forecast.grade === 'excellent') return [];
  const isFailing = forecast.grade === 'unqualified';
  const line = isFailing ? qualified : excellent;
  const short = Math.round((line - forecast.total) * 100) / 100;
  return [
    {
      code: isFailing ? 'forecast_unqualified' : 'forecast_not_excellent',
      about: null,
      says: isFailing
        ? both(
            `按目前进展预计${forecast.total}分，低于合格线${line}分，差${short}分`,
            `${forecast.total} points expected, ${short} short of qualified`,
          )
        : both(
            `按目前进展预计${forecast.total}分，距优秀线${line}分还差${short}分`,
            `${forecast.total} points expected, ${short} short of excellent`,
          ),
    },
  ];
}

/** Everything a scorecard gives cause to say early, the gravest first. */
export function warningsOf(card: Scorecard, year: number, today: BusinessDate, thresholds: Thresholds): readonly Warning[] {
  const elapsed = elapsedOf(year, today);
  return [
    ...(card.partOne === null ? [] : forecastWarnings(forecastOf(card.partOne, thresholds), thresholds)),
    ...card.tasks.flatMap((task) => taskWarnings(task, today)),
    ...card.indicators.flatMap((indicator) => indicatorWarnings(indicator, elapsed)),
    ...fundsWarnings(card.funds, elapsed),
  ];
}
