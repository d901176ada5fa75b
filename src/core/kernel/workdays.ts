import { type BusinessDate, businessDate, yearOf } from './dates.ts';

/** Days off and make-up working days of one calendar year, as the State Council planned them. Data, replaced by a new `version`. */
export type YearCalendar = {
  readonly year: number;
  /** Year and edition, `2020.2` for the second: a deadline can name the table it was counted with. */
  readonly version: string;
  readonly source: string;
  /** Days off by the plan, weekend days among them; other weekends are off without being listed. */
  readonly holidays: readonly string[];
  /** Weekend days that are worked (调休上班). */
  readonly makeUpWorkdays: readonly string[];
};

/** Year tables made ready for counting by `calendarOf`. */
export type Calendar = {
  /** Version of the table of each year that has one. */
  readonly versions: ReadonlyMap<number, string>;
  /** Days, numbered from 1970-01-01, that differ from plain weekdays: true is worked, false is off. */
  readonly exceptions: ReadonlyMap<number, boolean>;
};

/** A day a period ends on; provisional if a year it was counted through has no table yet (forms.md 3). */
export type DueDay = { readonly day: BusinessDate; readonly isProvisional: boolean };

const dayMs = 86_400_000;
const numberOf = (day: BusinessDate): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
const dayOf = (number: number): BusinessDate => businessDate(new Date(number * dayMs).toISOString().slice(0, 10));

/** 1970-01-01 was a Thursday, so day 2 was a Saturday; before 1970 the remainder is negative. */
const isWeekend = (number: number): boolean => (((number - 2) % 7) + 7) % 7 < 2;
const isWorked = (calendar: Calendar, number: number): boolean => calendar.exceptions.get(number) ?? !isWeekend(number);

/** Makes year tables ready for counting; do it once, not per deadline. @throws RangeError if a table contradicts itself or comes twice. */
export function calendarOf(years: readonly YearCalendar[]): Calendar {
  const versions = new Map<number, string>();
  const exceptions = new Map<number, boolean>();
  for (const { year, version, holidays, makeUpWorkdays } of years) {
    if (versions.has(year)) throw new RangeError(`two calendars for ${year}`);
    versions.set(year, version);
    for (const text of holidays) exceptions.set(numberWithin(year, text), false);
    for (const text of makeUpWorkdays) {
      const number = numberWithin(year, text);
      if (!isWeekend(number) || exceptions.has(number)) throw new RangeError(`not a make-up working day: ${text}`);
      exceptions.set(number, true);
    }
  }
  return { versions, exceptions };
}

function numberWithin(year: number, text: string): number {
  const day = businessDate(text);
  if (yearOf(day) !== year) throw new RangeError(`${text} is not a day of ${year}`);
  return numberOf(day);
}

/** Whether a day is worked. Without a table for its year weekdays are worked, weekends not, and the answer is provisional. */
export function isWorkday(calendar: Calendar, day: BusinessDate): { readonly isWorkday: boolean; readonly isProvisional: boolean } {
  return { isWorkday: isWorked(calendar, numberOf(day)), isProvisional: !calendar.versions.has(yearOf(day)) };
}

/**
 * The `n`th workday after `from`; `from` itself is not counted.
 * `n` = 0 gives `from` or, if that is a day off, the next workday: a period that grants no time still never ends on a day off.
 * @throws RangeError if `n` is negative or fractional.
 */
export function addWorkdays(calendar: Calendar, from: BusinessDate, n: number): DueDay {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of workdays: ${n}`);
  if (n === 0) return moveToWorkday(calendar, from);
  const start = numberOf(from);
  let reached = start;
  for (let left = n; left > 0;) {
    reached += 1;
    if (isWorked(calendar, reached)) left -= 1;
  }
  return dueDay(calendar, start + 1, reached);
}

/** Workdays after `from` up to and including `to`; exchanging the two days changes the sign, so an overdue day counts negative. */
export function workdaysBetween(calendar: Calendar, from: BusinessDate, to: BusinessDate): number {
  if (to < from) return 0 - workdaysBetween(calendar, to, from);
  const last = numberOf(to);
  let count = 0;
  for (let number = numberOf(from) + 1; number <= last; number += 1) {
    if (isWorked(calendar, number)) count += 1;
  }
  return count;
}

/** How many days from `first` on were worked up to and including each of `days` days: the difference of two is the workdays between. */
export function workdayTotals(calendar: Calendar, first: BusinessDate, days: number): readonly number[] {
  const start = numberOf(first);
  let total = 0;
  return Array.from({ length: days }, (_, index) => (total += isWorked(calendar, start + index) ? 1 : 0));
}

/** Where a period in calendar days ends: on `day`, or on the next workday if `day` is off. */
export function moveToWorkday(calendar: Calendar, day: BusinessDate): DueDay {
  const first = numberOf(day);
  let reached = first;
  while (!isWorked(calendar, reached)) reached += 1;
  return dueDay(calendar, first, reached);
}

/** The day reached, provisional if any year between the first day looked at and it has no table. */
function dueDay(calendar: Calendar, first: number, reached: number): DueDay {
  const day = dayOf(reached);
  let isProvisional = false;
  for (let year = new Date(first * dayMs).getUTCFullYear(); year <= yearOf(day); year += 1) isProvisional ||= !calendar.versions.has(year);
  return { day, isProvisional };
}
