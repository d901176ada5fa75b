import type { Tx } from '#server/db/transaction.ts';

/** A live session with the office it acts in. */
export type LiveSession = {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly username: string;
  readonly office: string | null;
  readonly second_factor_at: string | null;
  readonly has_second_factor: boolean;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly organisation_name: string | null;
  readonly district: string | null;
  readonly last_seen_at: string;
};

export const findSession = (tx: Tx, tokenHash: Buffer, now: Date) =>
  tx.one<LiveSession>(`select * from app.session_of($1, $2, interval '30 minutes')`, [tokenHash, now]);

export const insertSession = (
  tx: Tx,
  row: {
    readonly tokenHash: Buffer;
    readonly id: string;
    readonly person: string;
    readonly office: string | null;
    readonly now: Date;
    readonly expiresAt: Date;
    readonly address: string;
    readonly device: string;
  },
) =>
  tx.run(
    `insert into session (token_hash, id, person, office, created_at, last_seen_at, expires_at, address, device) values ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
    [row.tokenHash, row.id, row.person, row.office, row.now, row.expiresAt, row.address, row.device],
  );

export const touchSession = (tx: Tx, tokenHash: Buffer, now: Date) =>
  tx.run(`update session set last_seen_at = $2 where token_hash = $1`, [tokenHash, now]);

/** Changes the token at a step up, so that a token seen before it is worth nothing after. */
export const passedSecondFactor = (tx: Tx, oldHash: Buffer, newHash: Buffer, now: Date) =>
  tx.run(`update session set token_hash = $2, second_factor_at = $3 where token_hash = $1`, [oldHash, newHash, now]);

export const setSessionOffice = (tx: Tx, tokenHash: Buffer, office: string) =>
  tx.run(`update session set office = $2 where token_hash = $1`, [tokenHash, office]);

export const deleteSession = (tx: Tx, tokenHash: Buffer) => tx.run(`delete from session where token_hash = $1`, [tokenHash]);

export const deleteSessionById = (tx: Tx, id: string) => tx.run(`delete from session where id = $1`, [id]);

/** Ends every session of a person but one. */
export const deleteOtherSessions = (tx: Tx, person: string, keep: Buffer | null) =>
  tx.run(`delete from session where person = $1 and ($2::bytea is null or token_hash <> $2)`, [person, keep]);

/** Ends every session of somebody else, which only the program may: nothing but the answer may follow in the transaction. */
export const endSessionsOf = (tx: Tx, person: string) => {
  tx.write(`select set_config('app.office', 'system', true)`);
  return deleteOtherSessions(tx, person, null);
};

export const listSessions = (tx: Tx, person: string, now: Date) =>
  tx.rows<{ id: string; token_hash: Buffer; device: string; address: string; last_seen_at: string }>(
    `select id, token_hash, device, address, last_seen_at from session where person = $1 and expires_at > $2 order by last_seen_at desc`,
    [person, now],
  );

/** Failed tries since a moment, by account and by address. */
export const countFailures = async (tx: Tx, account: string, address: string, since: Date) => {
  const row = await tx.one<{ account: number; address: number }>(
    `select count(*) filter (where account = $1) as account, count(*) filter (where address = $2) as address
     from sign_in_attempt where at > $3 and not is_success and (account = $1 or address = $2)`,
    [account, address, since],
  );
  return row ?? { account: 0, address: 0 };
};

/** Keeps one try; returns its number. */
export const recordAttempt = async (
  tx: Tx,
  row: { readonly account: string; readonly address: string; readonly at: Date; readonly isSuccess: boolean },
): Promise<number> => {
  const kept = await tx.one<{ id: number }>(
    `insert into sign_in_attempt (account, address, at, is_success) values ($1, $2, $3, $4) returning id`,
    [row.account, row.address, row.at, row.isSuccess],
  );
  return kept?.id ?? 0;
};

/** Lets the tries of one account be counted one after the other. */
export const lockAttempts = (tx: Tx, account: string) =>
  tx.run(`select pg_advisory_xact_lock(hashtextextended('sign-in/' || $1::text, 0))`, [account]);

export const deleteAttempt = (tx: Tx, id: number) => tx.run(`delete from sign_in_attempt where id = $1`, [id]);

export const deleteAttempts = (tx: Tx, account: string) =>
  tx.run(`delete from sign_in_attempt where account = $1 and not is_success`, [account]);
