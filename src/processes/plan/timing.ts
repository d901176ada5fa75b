import { type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import { calendarOf, workdaysBetween } from '#core/kernel/workdays.ts';
import { calendars } from '#policy/calendar/index.ts';

const calendar = calendarOf(calendars);

/** Workdays by which a report on `today` is later than "in time" allows; 0 when it is in time (I-36). */
export const lateWorkdays = (changedOn: BusinessDate, today: BusinessDate, allowed: number): number =>
  Math.max(0, workdaysBetween(calendar, changedOn, today) - allowed);

/** The first year of recognition a change counts for: the year it happened in, unless that year is being evaluated already (I-36). */
export const countsFrom = (changedOn: BusinessDate, reviewedYear: number | null): number =>
  Math.max(yearOf(changedOn), reviewedYear === null ? 0 : reviewedYear + 1);
