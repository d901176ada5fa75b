import { addDays, type BusinessDate, type Instant, instant, weekdayOf } from '#core/kernel/dates.ts';
import { addWorkdays, calendarOf, isWorkday } from '#core/kernel/workdays.ts';
import { calendars } from '#policy/calendar/index.ts';

const calendar = calendarOf(calendars);

/** A moment of a day in Zibo, such as `09:30`. */
export const momentOf = (day: BusinessDate, time: string): Instant => instant(`${day}T${time}:00+08:00`);

/** The `n`th workday after a day; 0 gives the day itself or the next workday. */
export const workdayAfter = (day: BusinessDate, n: number): BusinessDate => addWorkdays(calendar, day, n).day;

/** The `n`th workday before a day, the day itself not counted. */
export function workdayBefore(day: BusinessDate, n: number): BusinessDate {
  let reached = day;
  for (let left = n; left > 0;) {
    reached = addDays(reached, -1);
    if (isWorkday(calendar, reached).isWorkday) left -= 1;
  }
  return reached;
}

/** A day so many workdays before today. */
export type Back = (n: number) => BusinessDate;

const tuesday = 2;
const friday = 5;

/** Days between two days, both included, on which grants are announced. */
export function grantDaysBetween(from: BusinessDate, to: BusinessDate): readonly BusinessDate[] {
  const days: BusinessDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (weekdayOf(day) === tuesday || weekdayOf(day) === friday) days.push(day);
  }
  return days;
}
