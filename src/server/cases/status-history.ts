import type { ZoneStatusRow } from '#server/stores/zone-status.ts';

type Entry = Pick<ZoneStatusRow, 'status' | 'from'>;

/**
 * How a title stood from day to day, out of decisions in their order: a later one goes before what was decided for its
 * day and the days after. A withdrawal for deceit holds from the first day on: the title never stood (I-06).
 */
export function statusHistoryOf(decisions: readonly Omit<ZoneStatusRow, 'zone'>[]): readonly Entry[] {
  return decisions.reduce<readonly Entry[]>((history, { status, from, isDeceit }) => {
    const day = isDeceit ? (history[0]?.from ?? from) : from;
    return [...history.filter((entry) => entry.from < day), { from: day, status }];
  }, []);
}
