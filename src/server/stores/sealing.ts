import type { Tx } from '#server/db/transaction.ts';

/** One value in its row: plain as it was once kept, or sealed under some key. Only the owner of the database reads both. */
export type KeptValue = { readonly id: string; readonly plain: Buffer | null; readonly sealed: Buffer | null };

/** Makes every other start wait until this one knows which key is in force. */
export const lockDataKey = (tx: Tx) => tx.run(`lock table data_key in exclusive mode`);

/** Id of the key in force; undefined in a database that never had one. */
export const keyInForce = async (tx: Tx): Promise<Buffer | undefined> =>
  (await tx.one<{ id: Buffer }>(`select id from data_key order by n desc limit 1`))?.id;

export const putKeyInForce = (tx: Tx, id: Buffer) => tx.write(`insert into data_key (id) values ($1)`, [id]);

/** Account numbers that are plain or sealed under another key than `key`, locked. */
export const accountsNotUnder = (tx: Tx, key: Buffer) =>
  tx.rows<KeptValue>(
    `select payee as id, convert_to(account, 'UTF8') as plain, sealed from payee_account
     where account is not null or substr(sealed, 1, 8) <> $1 limit 1000 for update`,
    [key],
  );

export const keepAccounts = (tx: Tx, ids: readonly string[], sealed: readonly Buffer[]) =>
  tx.run(
    `update payee_account a set account = null, sealed = v.sealed from unnest($1::uuid[], $2::bytea[]) v(id, sealed) where a.payee = v.id`,
    [ids, sealed],
  );

/** Files for the bank that are plain or sealed under another key than `key`, locked. */
export const filesNotUnder = (tx: Tx, key: Buffer) =>
  tx.rows<KeptValue>(
    `select kase as id, bytes as plain, sealed from payment_file where bytes is not null or substr(sealed, 1, 8) <> $1 limit 20 for update`,
    [key],
  );

export const keepFiles = (tx: Tx, ids: readonly string[], sealed: readonly Buffer[]) =>
  tx.run(
    `update payment_file f set bytes = null, hash = null, sealed = v.sealed from unnest($1::uuid[], $2::bytea[]) v(id, sealed) where f.kase = v.id`,
    [ids, sealed],
  );

/** Puts `shown` where the bank's notes on a batch say `account` in full. */
export const hideInNotes = (tx: Tx, kase: string, { account, shown }: { readonly account: string; readonly shown: string }) =>
  Promise.all([
    tx.run(`update bank_answer set lines = replace(lines::text, $2, $3)::jsonb where kase = $1 and strpos(lines::text, $2) > 0`, [
      kase,
      account,
      shown,
    ]),
    tx.run(`update kase set data = replace(data::text, $2, $3)::jsonb where id = $1 and strpos(data::text, $2) > 0`, [
      kase,
      account,
      shown,
    ]),
  ]);

/** A hash that is not keyed yet, named by where its row lies. */
export type PlainHash = { readonly place: string; readonly hash: Buffer };

export const plainAnswerHashes = (tx: Tx) =>
  tx.rows<PlainHash>(`select ctid::text as place, hash from bank_answer where length(hash) = 32 limit 5000 for update`);

export const keepAnswerPrints = (tx: Tx, places: readonly string[], prints: readonly Buffer[]) =>
  tx.run(
    `update bank_answer a set hash = v.print from unnest($1::text[], $2::bytea[]) v(place, print) where a.ctid = v.place::tid and length(a.hash) = 32`,
    [places, prints],
  );

export const plainRequestHashes = (tx: Tx) =>
  tx.rows<PlainHash>(
    `select ctid::text as place, request_hash as hash from idempotency where length(request_hash) = 32 limit 5000 for update`,
  );

export const keepRequestPrints = (tx: Tx, places: readonly string[], prints: readonly Buffer[]) =>
  tx.run(
    `update idempotency i set request_hash = v.print from unnest($1::text[], $2::bytea[]) v(place, print) where i.ctid = v.place::tid and length(i.request_hash) = 32`,
    [places, prints],
  );

/** What holds for new rows at once and for old ones when all are sealed, by table. */
const constraints = {
  payee_account: 'payee_account_sealed',
  payment_file: 'payment_file_sealed',
  bank_answer: 'bank_answer_printed',
  idempotency: 'idempotency_printed',
};

/** Whether old rows may still be plain: nobody has checked yet that all of them are sealed. */
export const mayBePlain = async (tx: Tx): Promise<boolean> =>
  (await tx.rows(`select from pg_constraint where conname = any ($1) and not convalidated`, [Object.values(constraints)])).length > 0;

/** Lets the database check that no row is plain any more. @throws when one is. */
export async function declareSealed(tx: Tx): Promise<void> {
  for (const [table, name] of Object.entries(constraints)) await tx.run(`alter table ${table} validate constraint ${name}`);
}

/** Rewrites the tables, so that the files of the server hold no plain value of before either. Not inside a transaction. */
export async function rewriteSealed(tx: Tx): Promise<void> {
  for (const table of Object.keys(constraints)) await tx.run(`vacuum (full) ${table}`);
}
