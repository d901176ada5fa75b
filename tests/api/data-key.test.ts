import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openPool } from '#server/db/pool.ts';
import { type KeySource, openVault } from '#server/vault/open-vault.ts';
import { testDatabase } from '../support/database.ts';
import { testKey } from '../support/vault.ts';

const { ownerUrl } = await testDatabase();
const owner = openPool(ownerUrl, { size: 3, statementMs: 0 });
const [one, other] = [testKey(1), testKey(2)].map((key) => key.toString('base64')) as [string, string];
const folders: string[] = [];
let dataDir = '';
const own = () => path.join(dataDir, 'data-key');
const open = (more: Partial<KeySource> = {}) => openVault(owner, { dataDir, ...more });
const keysOnRecord = async () => (await owner.query<{ id: Buffer }>(`select id from data_key order by n`)).rows.map(({ id }) => id);

beforeEach(async () => {
  await owner.query(`truncate data_key`);
  dataDir = mkdtempSync(path.join(tmpdir(), 'jixia-key-'));
  folders.push(dataDir);
});

afterAll(async () => {
  await owner.end();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('A start without a word about keys', () => {
  it('makes a key in the data folder, readable by the program alone, and takes the same one the next time', async () => {
    const first = await open();
    expect(Buffer.from(readFileSync(own(), 'utf8'), 'base64url')).toHaveLength(32);
    expect(statSync(own()).mode & 0o777).toBe(0o600);
    expect((await open()).keyId).toEqual(first.keyId);
    expect(await keysOnRecord()).toEqual([first.keyId]);
  });

  it('is refused when the key is gone, makes no other one, and says what to do', async () => {
    await open();
    rmSync(own());
    await expect(open()).rejects.toThrow(/^找不到 .*data-key（收款账号的密钥）.*请从备份恢复这个文件，或用 JIXIA_DATA_KEY 给出原来的密钥$/);
    expect(existsSync(own())).toBe(false);
  });

  it('is refused with the data folder of another database', async () => {
    const { keyId } = await open();
    writeFileSync(own(), other);
    await expect(open()).rejects.toThrow(
      new RegExp(`data-key 不是这个数据库的密钥：收款账号是用编号 ${keyId.toString('hex')} 的密钥加密的`),
    );
    writeFileSync(own(), 'scribble');
    await expect(open()).rejects.toThrow('应为32字节的密钥');
  });

  it('of two programs in the same instant leaves one key in force: the second is refused', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'jixia-key-'));
    folders.push(elsewhere);
    const starts = await Promise.allSettled([open(), open({ dataDir: elsewhere })]);
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await keysOnRecord()).toHaveLength(1);
  });
});

describe('A start with a key', () => {
  it('takes it from the setting or from a file, and makes none', async () => {
    const file = path.join(dataDir, 'mounted');
    writeFileSync(file, `${one}\n`);
    const [named, mounted] = [await open({ JIXIA_DATA_KEY: one }), await open({ JIXIA_DATA_KEY_FILE: file })];
    expect(named.keyId).toEqual(mounted.keyId);
    expect(existsSync(own())).toBe(false);
  });

  it('is refused when it is not the one this database was sealed with, and nothing is put in force', async () => {
    const { keyId } = await open({ JIXIA_DATA_KEY: one });
    await expect(open({ JIXIA_DATA_KEY: other })).rejects.toThrow(
      /^JIXIA_DATA_KEY 不是这个数据库的密钥：.*请给出原来的密钥；要换密钥，新的在前、原来的在后，用逗号分开$/,
    );
    expect(await keysOnRecord()).toEqual([keyId]);
  });

  it('is refused when its file is missing or holds none', async () => {
    const file = path.join(dataDir, 'mounted');
    await expect(open({ JIXIA_DATA_KEY_FILE: file })).rejects.toThrow(`JIXIA_DATA_KEY_FILE 指定的文件 ${file} 不存在`);
    writeFileSync(file, 'secret');
    await expect(open({ JIXIA_DATA_KEY_FILE: file })).rejects.toThrow(`JIXIA_DATA_KEY_FILE（${file}）：应为32字节的密钥`);
  });

  it('before the old one puts the new one in force; afterwards the new one is enough, and the old one alone is refused', async () => {
    await open({ JIXIA_DATA_KEY: one });
    const { keyId } = await open({ JIXIA_DATA_KEY: `${other},${one}` });
    expect((await open({ JIXIA_DATA_KEY: other })).keyId).toEqual(keyId);
    await expect(open({ JIXIA_DATA_KEY: one })).rejects.toThrow('不是这个数据库的密钥');
  });
});
