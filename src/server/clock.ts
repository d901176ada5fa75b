import { type BusinessDate, businessDateOf, type Instant } from '#core/kernel/dates.ts';

/** Time is handed around, never looked up. `now` is the time of the business; `machine` runs sessions and limits. */
export type Clock = {
  readonly now: () => Instant;
  readonly today: () => BusinessDate;
  readonly machine: () => Date;
};

/** A clock that can be moved: demonstration mode only. */
export type MovableClock = Clock & {
  readonly offsetMs: () => number;
  readonly setOffsetMs: (offset: number) => void;
};

/** Builds the clock from the machine's; the only caller that has one is main. */
export function clockFrom(machine: () => Date, initialOffsetMs = 0): MovableClock {
  let offset = initialOffsetMs;
  const now = () => new Date(machine().getTime() + offset).toISOString() as Instant;
  return {
    now,
    today: () => businessDateOf(now()),
    machine,
    offsetMs: () => offset,
    setOffsetMs: (value) => {
      offset = value;
    },
  };
}
