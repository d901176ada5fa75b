import { both, type Words } from '#core/kernel/words.ts';
import type { NamedDay, TimeLimit } from '#core/process/define.ts';
import { timeLimitSettings } from './settings-time-limits.ts';

/** A reading of the plan that counts workdays: the only thing by which a state of a process says how long it lasts. */
export type ZiboWorkdays = keyof typeof timeLimitSettings;

/** The reading as people read it beside a time limit: its number in the register and its title, the unit left to the number of days. */
export function readingNamed(reading: ZiboWorkdays): Words {
  const { id, title } = timeLimitSettings[reading];
  return both(`${id} ${title.replace('（工作日）', '')}`, `reading ${id}`);
}

type Rest<Event extends string> = { readonly fires: Event; readonly clock?: string; readonly lastDay?: NamedDay };

/** A time limit of as many workdays as the reading says on the day the state is entered (I-48). */
export const within = <const Event extends string>(reading: ZiboWorkdays, rest: Rest<Event>): TimeLimit<Event> => ({
  ...rest,
  reading,
  source: readingNamed(reading),
});

/** The county's time, over both of its steps; it stands still while the case is with somebody else (I-34). */
export const countyTime = within('countyReviewWorkdays', { fires: 'county_overdue', clock: 'county' });

/** How long the public may read and object (I-35). */
export const noticeTime = within('publicNoticeWorkdays', { fires: 'notice_ends' });
