import { type BusinessDate, businessDateOf, endOfDay, type Instant } from '#core/kernel/dates.ts';
import { addWorkdays, type Calendar, workdaysBetween } from '#core/kernel/workdays.ts';
import type { AnyProcess, Case, Deadline } from './define.ts';

/** What a deadline depends on when a state is entered. */
type Entry = { readonly at: Instant; readonly usedWorkdays: Readonly<Record<string, number>>; readonly data?: unknown };

/**
 * The deadline of entering `state` at `at`: the day the case names, if it is not over; else the end of the n-th working
 * day, the day of entry not counted.
 */
export function deadlineOf(process: AnyProcess, state: string, entry: Entry, calendar: Calendar): Deadline | null {
  const rule = process.states[state]?.deadline;
  if (!rule) return null;
  const named = rule.lastDay?.(entry.data as never) ?? null;
  if (named !== null && named >= businessDateOf(entry.at))
    return { at: endOfDay(named), day: named, isProvisional: false, fires: rule.fires };
  const used = rule.clock ? (entry.usedWorkdays[rule.clock] ?? 0) : 0;
  const { day, isProvisional } = addWorkdays(calendar, businessDateOf(entry.at), Math.max(rule.workdays - used, 1));
  return { at: endOfDay(day), day, isProvisional, fires: rule.fires };
}

/** The named clocks of a case after it leaves its state on `today`: what was used is kept, so a stopped clock goes on. */
export function usedAfterLeaving(
  process: AnyProcess,
  kase: Case,
  today: BusinessDate,
  calendar: Calendar,
): Readonly<Record<string, number>> {
  const clock = process.states[kase.state]?.deadline?.clock;
  if (!clock) return kase.usedWorkdays;
  const spent = Math.max(workdaysBetween(calendar, businessDateOf(kase.stateSince), today), 0);
  return { ...kase.usedWorkdays, [clock]: (kase.usedWorkdays[clock] ?? 0) + spent };
}
