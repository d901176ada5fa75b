import type { Instant } from '#core/kernel/dates.ts';
import type { Recipient } from '#core/process/effects.ts';
import type { Tx } from '#server/db/transaction.ts';

export type OutboxBody = { readonly recipient: Recipient; readonly zh: string; readonly en: string; readonly process: string | null };
export type OutboxRow = { readonly id: number; readonly kase: string | null; readonly body: OutboxBody; readonly created_at: Instant };

/** Puts a message into the outbox; `from` holds it back until then. */
export const addToOutbox = (
  tx: Tx,
  kase: string | null,
  body: OutboxBody,
  ...[at, from = null]: readonly [at: Instant, from?: Instant | null]
) =>
  tx.write(`insert into outbox (kase, body, created_at, next_try_at) values ($1, $2, $3, coalesce($4::timestamptz, '-infinity'))`, [
    kase,
    JSON.stringify(body),
    at,
    from,
  ]);

/** Messages of a case that were held back and are not to go any more. */
export const dropHeldMessages = (tx: Tx, kase: string, from: Instant) =>
  tx.run(`delete from outbox where kase = $1 and next_try_at = $2`, [kase, from]);

/** Takes messages nobody else is working on; they stay locked until the transaction ends. */
export const takeFromOutbox = (tx: Tx, now: Date, limit: number) =>
  tx.rows<OutboxRow>(`select id, kase, body, created_at from outbox where next_try_at <= $1 order by id limit $2 for update skip locked`, [
    now,
    limit,
  ]);

export const removeFromOutbox = (tx: Tx, id: number) => tx.run(`delete from outbox where id = $1`, [id]);

/** One row per reader; a message delivered twice stays one. */
export const insertMessages = (tx: Tx, row: OutboxRow, people: readonly string[]) =>
  tx.run(
    `insert into message (person, outbox_id, kase, process, zh, en, at) select p, $2, $3, $4, $5, $6, $7 from unnest($1::uuid[]) p
     on conflict (person, outbox_id) do nothing`,
    [people, row.id, row.kase, row.body.process, row.body.zh, row.body.en, row.created_at],
  );

export const listMessages = (tx: Tx) =>
  tx.rows<{ id: number; kase: string | null; process: string | null; zh: string; en: string; at: Instant; read_at: Instant | null }>(
    `select id, kase, process, zh, en, at, read_at from message where person = app.person() order by id desc limit 100`,
  );

export const countUnread = async (tx: Tx): Promise<number> =>
  (await tx.one<{ n: number }>(`select count(*) as n from message where person = app.person() and read_at is null`))?.n ?? 0;

export const markRead = (tx: Tx, upTo: number, at: Instant) =>
  tx.run(`update message set read_at = $2 where person = app.person() and id <= $1 and read_at is null`, [upTo, at]);
