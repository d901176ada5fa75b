import { type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import type { PlanContent } from '#processes/plan/content.ts';
import { reportedIndicators } from './plan-told.ts';
import type { Pace } from './zones-told.ts';

/** A report on a task, as `POST /zones/{id}/tasks/{no}/reports` takes it, with its number. */
export type ToldTaskReport = {
  readonly no: string;
  readonly state: 'going_on' | 'done';
  readonly on: BusinessDate;
  readonly spentYuan: number;
  readonly note: string;
};

/** A report on an indicator, as its endpoint takes it, with its number. */
export type ToldIndicatorReport = {
  readonly no: string;
  readonly year: number;
  readonly value: number;
  readonly unit: string;
  readonly on: BusinessDate;
  readonly note: string;
};

type Task = PlanContent['tasks']['rows'][number];

/** How much of a task's time is over: below 0 before it begins, above 1 after its end. */
function timeGone({ start, end }: Task, on: BusinessDate): number {
  return (Date.parse(on) - Date.parse(start)) / (Date.parse(end) - Date.parse(start));
}

/** At which share of its time a task is done; never is null. A steady zone is late with every other pair of tasks. */
const doneAt: Readonly<Record<Pace, (place: number) => number | null>> = {
  diligent: () => 0.85,
  steady: (place) => (Math.floor(place / 2) % 2 === 0 ? 0.85 : 1.5),
  idle: (place) => (place === 0 ? 1.9 : null),
};

/** An idle zone begins every third of its tasks. */
const isBegun = (pace: Pace, place: number): boolean => pace !== 'idle' || place % 3 === 0;

/** Whether a task stands done on a day; null while it is not begun or not reported on. */
export function taskStateOn(task: Task, { pace, place, on }: { readonly pace: Pace; readonly place: number; readonly on: BusinessDate }) {
  const gone = timeGone(task, on);
  if (gone < 0 || !isBegun(pace, place)) return null;
  const share = doneAt[pace](place);
  return share !== null && gone >= share ? ('done' as const) : ('going_on' as const);
}

const notes = {
  going_on: ['已按计划推进，台账见附件。', '合同已签，正在实施。', '场地和人员到位，边做边完善。', '进度略慢，下月补上。'],
  done: ['全部完成，佐证已归档。', '已验收，企业签字确认。', '完成并公布结果。'],
} as const;

const thousand = 1000;

/** What a zone reports on its tasks on a day: every task that goes on, and once that it is done. */
export function taskReportsOn(
  { rows }: PlanContent['tasks'],
  { pace, on, before }: { readonly pace: Pace; readonly on: BusinessDate; readonly before: BusinessDate | null },
): readonly ToldTaskReport[] {
  return rows.flatMap((task, place): ToldTaskReport[] => {
    const state = taskStateOn(task, { pace, place, on });
    const wasDone = before !== null && taskStateOn(task, { pace, place, on: before }) === 'done';
    if (state === null || wasDone) return [];
    const share = state === 'done' ? 0.96 : Math.min(0.9, Math.max(0.05, timeGone(task, on) * 0.8));
    const spentYuan = Math.floor((task.moneyYuan * share) / thousand) * thousand;
    const ways = notes[state];
    return [{ no: task.no, state, on, spentYuan, note: ways[(place + Number(on.slice(5, 7))) % ways.length] ?? '' }];
  });
}

/** How much of its targets a zone reaches by the end of a year. */
const reached: Readonly<Record<Pace, number>> = { diligent: 1.06, steady: 0.74, idle: 0.27 };

const monthsOfYear = 12;

/** The value an indicator has reached on a day of its year: a share of the target that grows with the months; a per cent does not. */
export function valueOn({ unit, target }: { readonly unit: string; readonly target: number }, pace: Pace, on: BusinessDate): number {
  const months = unit === '%' ? 1 : Number(on.slice(5, 7)) / monthsOfYear;
  const value = Math.round(target * reached[pace] * months);
  return unit === '%' ? Math.min(100, value) : value;
}

/** What a zone reports on its own indicators on a day. */
export function indicatorReportsOn(
  { rows }: PlanContent['indicators'],
  { pace, on }: { readonly pace: Pace; readonly on: BusinessDate },
): readonly ToldIndicatorReport[] {
  const year = yearOf(on);
  return reportedIndicators.flatMap(({ no, unit }) => {
    const target = rows.find((row) => row.no === no)?.targets.find((one) => one.year === year)?.value;
    if (target === undefined) return [];
    return [{ no, year, value: valueOn({ unit, target }, pace, on), unit, on, note: '据活动台账和签到表汇总。' }];
  });
}
