import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { City } from './city.ts';
import { momentOf } from './days.ts';
import { type Park, parks } from './parks.ts';

/** Something that happens in the city at a moment of its business time. */
export type Stop = { readonly at: Instant; readonly what: string; readonly run: (city: City) => Promise<void> };

export const stop = (day: BusinessDate, time: string, what: string, run: Stop['run']): Stop => ({ at: momentOf(day, time), what, run });

/** When a park files: each at a minute of its own, so that cases get the same numbers in every load. */
export const filingTime = (park: Park): string => `10:${10 + 3 * parks.indexOf(park)}`;

/** Stops that share a moment, the moments in order; stops of one moment do not depend on each other. */
export function momentsOf(stops: readonly Stop[]): readonly { readonly at: Instant; readonly stops: readonly Stop[] }[] {
  const moments = new Map<Instant, Stop[]>();
  for (const one of stops) moments.set(one.at, [...(moments.get(one.at) ?? []), one]);
  return [...moments].sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, list]) => ({ at, stops: list }));
}
