import type { Tx } from '#server/db/transaction.ts';

/** What an earlier use of an idempotency key left. */
export type Earlier = { readonly request_print: Buffer; readonly status: number | null; readonly response: Buffer | null };

/**
 * Claims a key for this transaction. A parallel use of the same key waits here until the first one ends.
 * Returns the earlier use when there was one that committed. What was asked is kept as a keyed hash: a plain one of a
 * password, a score or an account number could be tried out.
 */
export async function claimKey(tx: Tx, actor: string, key: string, requestPrint: Buffer): Promise<Earlier | undefined> {
  const claimed = await tx.run(`insert into idempotency (actor, key, request_hash) values ($1, $2, $3) on conflict do nothing`, [
    actor,
    key,
    requestPrint,
  ]);
  if (claimed === 1) return undefined;
  const earlier = await tx.one<Earlier>(
    `select request_hash as request_print, status, response from idempotency where actor = $1 and key = $2`,
    [actor, key],
  );
  if (!earlier) throw new Error('an idempotency key was claimed and is not there');
  // A replay acknowledges what an earlier commit did: wait until that commit is as safe as our own (reliability.md, finding 3).
  await tx.run(`select pg_logical_emit_message(true, 'jixia.barrier', '')`);
  return earlier;
}

export function storeResponse(
  tx: Tx,
  stored: { readonly actor: string; readonly key: string; readonly status: number; readonly response: Buffer },
): void {
  tx.write(`update idempotency set status = $3, response = $4 where actor = $1 and key = $2`, [
    stored.actor,
    stored.key,
    stored.status,
    stored.response,
  ]);
}

/** Appends one entry to the audit chain. The last statement but the response: it holds a stream's lock. */
export function appendAudit(
  tx: Tx,
  entry: { readonly stream: number; readonly kind: string; readonly subject: string | null; readonly body: Buffer },
): void {
  tx.write(`select app.append_audit($1, $2, $3, $4)`, [entry.stream, entry.kind, entry.subject, entry.body]);
}
