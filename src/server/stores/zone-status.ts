import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** One entry of a title's history, in the order in which it was decided. */
export type ZoneStatusRow = {
  readonly zone: string;
  readonly status: 'designated' | 'rectifying' | 'revoked';
  readonly from: BusinessDate;
  /** Withdrawn because it was got by deceit: the title never stood (I-06). */
  readonly isDeceit: boolean;
};

/** How the titles of these zones stood, as it was known at a moment; each zone's entries in the order of their decisions. */
export const zoneStatusesKnown = (tx: Tx, zones: readonly string[], known: Instant) =>
  tx.rows<ZoneStatusRow>(
    `select zone, status, from_day as "from", is_deceit as "isDeceit" from zone_status
     where zone = any ($1::uuid[]) and known_from <= $2 order by zone, seq`,
    [zones, known],
  );
