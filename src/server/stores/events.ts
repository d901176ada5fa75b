import type { Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** One event of a case as the log keeps it. */
export type StoredEvent = {
  readonly kase: string;
  readonly seq: number;
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: Instant;
  readonly person: string | null;
  readonly personName: string;
  readonly office: string;
  readonly organisationName: string;
  readonly isQuiet: boolean;
  readonly body: Buffer;
  readonly prev: Buffer;
  readonly hash: Buffer;
};

export async function lastEventHash(tx: Tx, kase: string): Promise<Buffer | undefined> {
  return (await tx.one<{ hash: Buffer }>(`select hash from case_event where kase = $1 order by seq desc limit 1`, [kase]))?.hash;
}

export function insertEvent(tx: Tx, event: StoredEvent): void {
  tx.write(
    `insert into case_event (kase, seq, event, from_state, to_state, at, person, person_name, office, organisation_name, is_quiet, body, prev, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      event.kase,
      event.seq,
      event.event,
      event.from,
      event.to,
      event.at,
      event.person,
      event.personName,
      event.office,
      event.organisationName,
      event.isQuiet,
      event.body,
      event.prev,
      event.hash,
    ],
  );
}

/** A line of the timeline. */
export type TimelineRow = {
  readonly seq: number;
  readonly event: string;
  readonly to_state: string;
  readonly at: Instant;
  readonly person_name: string;
  readonly office: string;
  readonly organisation_name: string;
};

/** The timeline of a case; quiet events (fields saved) are left out. */
export const timelineOf = (tx: Tx, kase: string): Promise<TimelineRow[]> =>
  tx.rows<TimelineRow>(
    `select seq, event, to_state, at, person_name, office, organisation_name from case_event where kase = $1 and not is_quiet order by seq`,
    [kase],
  );

export function insertFiling(
  tx: Tx,
  filing: { readonly kase: string; readonly at: Instant; readonly body: Buffer; readonly hash: Buffer },
): void {
  tx.write(`insert into filing (kase, n, at, body, hash) select $1, coalesce(max(n), 0) + 1, $2, $3, $4 from filing where kase = $1`, [
    filing.kase,
    filing.at,
    filing.body,
    filing.hash,
  ]);
}

export const filingsOf = (tx: Tx, kase: string) =>
  tx.rows<{ n: number; at: Instant; hash: string }>(`select n, at, encode(hash, 'hex') as hash from filing where kase = $1 order by n`, [
    kase,
  ]);

export const findFiling = (tx: Tx, kase: string, n: number) =>
  tx.one<{ n: number; at: Instant; hash: string; body: Buffer }>(
    `select n, at, encode(hash, 'hex') as hash, body from filing where kase = $1 and n = $2`,
    [kase, n],
  );

export function insertReceipt(
  tx: Tx,
  receipt: {
    readonly code: string;
    readonly kase: string;
    readonly number: string;
    readonly title: string;
    readonly at: Instant;
    readonly seq: number;
    readonly hash: Buffer;
  },
): void {
  tx.write(`insert into receipt (code, kase, number, title, at, event_seq, event_hash) values ($1, $2, $3, $4, $5, $6, $7)`, [
    receipt.code,
    receipt.kase,
    receipt.number,
    receipt.title,
    receipt.at,
    receipt.seq,
    receipt.hash,
  ]);
}

export const receiptsOf = (tx: Tx, kase: string) =>
  tx.rows<{ code: string; number: string; title: string; at: Instant; hash: string }>(
    `select code, number, title, at, encode(event_hash, 'hex') as hash from receipt where kase = $1 order by event_seq`,
    [kase],
  );

/** Every event of the case a receipt belongs to, in order, with what proves the chain. */
export const chainOfReceipt = (tx: Tx, code: string) =>
  tx.rows<{ readonly seq: number; readonly prev: Buffer; readonly body: Buffer; readonly hash: Buffer }>(
    `select e.seq, e.prev, e.body, e.hash from case_event e join receipt r on r.kase = e.kase where r.code = $1 order by e.seq`,
    [code],
  );

/** A receipt with the event it stands for, read as the program: whoever holds the code may check it. */
export const findReceipt = (tx: Tx, code: string) =>
  tx.one<{
    number: string;
    title: string;
    at: Instant;
    event_hash: Buffer;
    body: Buffer;
    prev: Buffer;
    hash: Buffer;
    seq: number;
    total: number;
  }>(
    `select r.number, r.title, r.at, r.event_hash, e.body, e.prev, e.hash, e.seq,
       (select count(*) from case_event x where x.kase = r.kase) as total
     from receipt r join case_event e on e.kase = r.kase and e.seq = r.event_seq where r.code = $1`,
    [code],
  );
