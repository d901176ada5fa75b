import type { Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** What one case causes in another: an event of it, or its opening with these words (then `kase` is null and `event` is open). */
export type PendingEvent = {
  readonly id: number;
  readonly process: string;
  readonly kase: string | null;
  readonly event: string;
  readonly input: unknown;
};

export const addPendingEvent = (
  tx: Tx,
  row: { readonly process: string; readonly kase: string; readonly event: string; readonly causedBy: string; readonly at: Instant },
) =>
  tx.run(`insert into pending_event (process, kase, event, caused_by, created_at) values ($1, $2, $3, $4, $5)`, [
    row.process,
    row.kase,
    row.event,
    row.causedBy,
    row.at,
  ]);

export const addPendingOpening = (
  tx: Tx,
  row: { readonly process: string; readonly input: unknown; readonly causedBy: string; readonly at: Instant },
) =>
  tx.run(`insert into pending_event (process, event, input, caused_by, created_at) values ($1, 'open', $2, $3, $4)`, [
    row.process,
    JSON.stringify(row.input),
    row.causedBy,
    row.at,
  ]);

export const listPendingEvents = (tx: Tx, limit: number) =>
  tx.rows<PendingEvent>(`select id, process, kase, event, input from pending_event order by id limit $1`, [limit]);

export const removePendingEvent = (tx: Tx, id: number) => tx.run(`delete from pending_event where id = $1`, [id]);
