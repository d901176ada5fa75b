import type { BusinessDate } from '#core/kernel/dates.ts';
import { addWorkdays, calendarOf } from '#core/kernel/workdays.ts';
import { type Facts, known } from '#core/process/facts.ts';
import { calendars } from '#policy/calendar/index.ts';

const calendar = calendarOf(calendars);

/** Workdays a building unit has at least, to speak or to ask for a hearing (I-39). */
export const hearingWorkdays = (facts: Facts): number => Number(known(facts, 'readings').hearingRequestWorkdays);

/** The first day on which the time to be heard may end for a notice of `today`. */
export const earliestHearingEnd = (facts: Facts, today: BusinessDate): BusinessDate =>
  addWorkdays(calendar, today, hearingWorkdays(facts)).day;
