import type { Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

export type PendingEvent = { readonly id: number; readonly process: string; readonly kase: string; readonly event: string };

export const addPendingEvent = (tx: Tx, row: Omit<PendingEvent, 'id'> & { readonly causedBy: string; readonly at: Instant }) =>
  tx.run(`insert into pending_event (process, kase, event, caused_by, created_at) values ($1, $2, $3, $4, $5)`, [
    row.process,
    row.kase,
    row.event,
    row.causedBy,
    row.at,
  ]);

export const listPendingEvents = (tx: Tx, limit: number) =>
  tx.rows<PendingEvent>(`select id, process, kase, event from pending_event order by id limit $1`, [limit]);

export const removePendingEvent = (tx: Tx, id: number) => tx.run(`delete from pending_event where id = $1`, [id]);
