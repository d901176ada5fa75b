import { type BusinessDate, businessDateOf, endOfDay, type Instant } from '#core/kernel/dates.ts';
import { addWorkdays, type Calendar, workdaysBetween } from '#core/kernel/workdays.ts';
import type { AnyProcess, Case, Deadline, RunningClock, TimeLimit } from './define.ts';
import { type Facts, known } from './facts.ts';

/** What the time limit of a state depends on when the state is entered. */
export type Entry = {
  readonly at: Instant;
  readonly clocks: Case['clocks'];
  readonly data: unknown;
  readonly facts: Facts;
};

const limitOf = (process: AnyProcess, state: string): TimeLimit<string> | undefined => process.states[state]?.deadline;

/** Whether entering `state` asks for the readings of the plan: a clock that was started keeps its length and asks for none. */
export function asksReadings(process: AnyProcess, state: string, clocks: Case['clocks']): boolean {
  const limit = limitOf(process, state);
  return limit?.reading !== undefined && !(limit.clock !== undefined && clocks[limit.clock]);
}

/** Workdays as the reading in force has it. @throws Error where it is no number of days: a fault of the process or of the register. */
function workdaysRead(facts: Facts, reading: string): number {
  const workdays = known(facts, 'readings')[reading];
  if (!Number.isSafeInteger(workdays) || Number(workdays) < 1) throw new Error(`the reading ${reading} is no number of workdays`);
  return Number(workdays);
}

/** The last day the case names, as long as it counts: always where no reading could take its place, else while it is not over. */
function namedDay({ lastDay, reading }: TimeLimit<string>, { data, at }: Entry): BusinessDate | null {
  const named = lastDay?.of(data as never) ?? null;
  return named !== null && reading !== undefined && named < businessDateOf(at) ? null : named;
}

/**
 * The deadline of a state entered at `at`, and the clocks with the state's own among them: the day the case names, or the
 * end of the n-th working day, the day of entry not counted, n being what the reading says today or what is left of the clock.
 */
export function entering(process: AnyProcess, state: string, entry: Entry, calendar: Calendar): Pick<Case, 'deadline' | 'clocks'> {
  const limit = limitOf(process, state);
  const { clocks, at } = entry;
  if (!limit) return { deadline: null, clocks };
  const { fires, reading, clock } = limit;
  const named = namedDay(limit, entry);
  if (named !== null) return { deadline: dayNamed(named, fires), clocks };
  if (reading === undefined) return { deadline: null, clocks };
  const running = (clock !== undefined && clocks[clock]) || { workdays: workdaysRead(entry.facts, reading), used: 0 };
  const deadline = { ...daysCounted(running, at, calendar), fires };
  return { deadline, clocks: clock === undefined ? clocks : { ...clocks, [clock]: running } };
}

const dayNamed = (day: BusinessDate, fires: string): Deadline => ({ at: endOfDay(day), day, isProvisional: false, fires, workdays: null });

function daysCounted({ workdays, used }: RunningClock, at: Instant, calendar: Calendar): Omit<Deadline, 'fires'> {
  const { day, isProvisional } = addWorkdays(calendar, businessDateOf(at), Math.max(workdays - used, 1));
  return { at: endOfDay(day), day, isProvisional, workdays };
}

/** The clocks of a case after it leaves its state on `today`: what was used is kept, so that a stopped clock goes on. */
export function clocksAfterLeaving(process: AnyProcess, kase: Case, today: BusinessDate, calendar: Calendar): Case['clocks'] {
  const clock = limitOf(process, kase.state)?.clock;
  const running = clock === undefined ? undefined : kase.clocks[clock];
  if (clock === undefined || !running) return kase.clocks;
  const spent = Math.max(workdaysBetween(calendar, businessDateOf(kase.stateSince), today), 0);
  return { ...kase.clocks, [clock]: { ...running, used: running.used + spent } };
}
