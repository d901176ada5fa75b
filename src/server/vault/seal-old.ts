import type { Pool } from '#server/db/pool.ts';
import { inTx, speakTo, systemScope, type Tx } from '#server/db/transaction.ts';
import * as stores from '#server/stores/sealing.ts';
import type { Place, Vault } from './vault.ts';

/** Does a batch again and again, each in a transaction of its own, until there is nothing left: a stop in between loses one batch. */
async function untilNothing(owner: Pool, batch: (tx: Tx) => Promise<number>): Promise<void> {
  while ((await inTx(owner, systemScope, batch)) > 0);
}

const sealedAgain = (vault: Vault, place: Place, { plain, sealed }: stores.KeptValue): Buffer =>
  vault.seal(place, plain ?? vault.open(place, sealed ?? Buffer.alloc(0)));

async function sealAccounts(tx: Tx, vault: Vault): Promise<number> {
  const rows = await stores.accountsNotUnder(tx, vault.keyId);
  const sealed = rows.map((row) => sealedAgain(vault, `payee_account/${row.id}`, row));
  await stores.keepAccounts(
    tx,
    rows.map(({ id }) => id),
    sealed,
  );
  return rows.length;
}

/** Accounts as a file for the bank names them: before the amount, at the end of a line. */
const accountsIn = (file: Buffer): readonly string[] =>
  [...file.toString('utf8').matchAll(/,(\d{8,32}),\d+\.\d\d\r\n/g)].map(([, one]) => one ?? '');

async function sealFiles(tx: Tx, vault: Vault): Promise<number> {
  const rows = await stores.filesNotUnder(tx, vault.keyId);
  for (const { id, plain } of rows) {
    for (const account of new Set(plain ? accountsIn(plain) : []))
      await stores.hideInNotes(tx, id, { account, shown: `尾号${account.slice(-4)}` });
  }
  const sealed = rows.map((row) => sealedAgain(vault, `payment_file/${row.id}`, row));
  await stores.keepFiles(
    tx,
    rows.map(({ id }) => id),
    sealed,
  );
  return rows.length;
}

type Prints = {
  readonly plain: (tx: Tx) => Promise<readonly stores.PlainHash[]>;
  readonly keep: (tx: Tx, places: readonly string[], prints: readonly Buffer[]) => Promise<number>;
};

async function printHashes(tx: Tx, vault: Vault, { plain, keep }: Prints): Promise<number> {
  const rows = await plain(tx);
  await keep(
    tx,
    rows.map(({ place }) => place),
    rows.map(({ hash }) => vault.print(hash)),
  );
  return rows.length;
}

/**
 * Seals what an older version of the program left plain, and seals again what lies under an older key; `owner` connects as
 * the owner of the database. May be stopped at any moment and run any number of times: what is done is not done again.
 */
export async function sealOldValues(owner: Pool, vault: Vault): Promise<void> {
  const hasPlain = await inTx(owner, systemScope, stores.mayBePlain);
  if (hasPlain) {
    const answers = { plain: stores.plainAnswerHashes, keep: stores.keepAnswerPrints };
    const requests = { plain: stores.plainRequestHashes, keep: stores.keepRequestPrints };
    await untilNothing(owner, (tx) => printHashes(tx, vault, answers));
    await untilNothing(owner, (tx) => printHashes(tx, vault, requests));
  }
  await untilNothing(owner, (tx) => sealAccounts(tx, vault));
  await untilNothing(owner, (tx) => sealFiles(tx, vault));
  if (!hasPlain) return;
  await stores.rewriteSealed(speakTo(owner));
  await inTx(owner, systemScope, stores.declareSealed);
}
