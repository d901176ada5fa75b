import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from '#server/db/pool.ts';
import { storedSecret } from '#server/db/stored-secret.ts';
import { inTx, systemScope } from '#server/db/transaction.ts';
import { keyInForce, lockDataKey, putKeyInForce } from '#server/stores/sealing.ts';
import { keyRule, readKeys } from './keys.ts';
import { sealOldValues } from './seal-old.ts';
import { type Vault, vaultOf } from './vault.ts';

/** Where the key comes from: given as text or in a file; with neither, the data folder keeps one. */
export type KeySource = {
  readonly JIXIA_DATA_KEY?: string | undefined;
  readonly JIXIA_DATA_KEY_FILE?: string | undefined;
  readonly dataDir: string;
};

type Named = { readonly text: string; /** As the operator knows it. */ readonly source: string };

function namedKey({ JIXIA_DATA_KEY: text, JIXIA_DATA_KEY_FILE: file, dataDir }: KeySource, isKnown: boolean): Named {
  if (text !== undefined) return { text, source: 'JIXIA_DATA_KEY' };
  if (file !== undefined && !existsSync(file)) throw new Error(`JIXIA_DATA_KEY_FILE 指定的文件 ${file} 不存在，请放回密钥文件或改正路径`);
  if (file !== undefined) return { text: readFileSync(file, 'utf8'), source: `JIXIA_DATA_KEY_FILE（${file}）` };
  const own = path.join(dataDir, 'data-key');
  if (isKnown && !existsSync(own))
    throw new Error(
      `找不到 ${own}（收款账号的密钥）。没有它，已登记的账号无法读出：请从备份恢复这个文件，或用 JIXIA_DATA_KEY 给出原来的密钥`,
    );
  return { text: storedSecret(own, 32), source: own };
}

function vaultFrom({ text, source }: Named, known: Buffer | undefined): Vault {
  const keys = readKeys(text);
  if (!keys) throw new Error(`${source}：${keyRule}`);
  const vault = vaultOf(keys);
  if (known && !vault.has(known))
    throw new Error(
      `${source} 不是这个数据库的密钥：收款账号是用编号 ${known.toString('hex')} 的密钥加密的，现在给出的是 ${vault.keyId.toString('hex')}。请给出原来的密钥；要换密钥，新的在前、原来的在后，用逗号分开`,
    );
  return vault;
}

/**
 * Opens the vault of this database and seals with its first key whatever is not yet. `owner` connects as the owner.
 * @throws Error in one sentence when the key is missing, none, or not the one this database was sealed with.
 */
export async function openVault(owner: Pool, source: KeySource): Promise<Vault> {
  const vault = await inTx(owner, systemScope, async (tx) => {
    await lockDataKey(tx);
    const known = await keyInForce(tx);
    const found = vaultFrom(namedKey(source, known !== undefined), known);
    if (!known?.equals(found.keyId)) putKeyInForce(tx, found.keyId);
    return found;
  });
  await sealOldValues(owner, vault);
  return vault;
}
