import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '#server/db/pool.ts';
import { sealOldValues } from '#server/vault/seal-old.ts';
import { vaultOf } from '#server/vault/vault.ts';
import { good } from '../support/caller.ts';
import { appropriated, declaration, determined, opened, payee, sheet, won } from '../support/claims.ts';
import { readyForFacts } from '../support/facts.ts';
import { answerText, batch as batchOf, bookFaults, payables, releasedBatch, settled, totals, upload } from '../support/payments.ts';
import { makeOld } from '../support/old-accounts.ts';
import { tablesHolding } from '../support/plain-text.ts';
import type { Kase } from '../support/story.ts';
import { testKey, testVault } from '../support/vault.ts';
import { issuedVoucher, moneyForVouchers, presented } from '../support/vouchers.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const accounts = { first: '6222111122223333', provider: '6217000044445555', third: '6228480402564890018' };
const numbers = Object.values(accounts);
const owner = openPool(world.database.ownerUrl, { size: 1, statementMs: 0 });
let batch: Kase;
let account = '';

const keptPlain = () => tablesHolding(world.owner, numbers);

async function paidClaim(caseNo: string, into: string): Promise<void> {
  await won(world, caseNo, { agencyFeeYuan: 10_000 });
  const kase = await opened(world, '9.4');
  await kase.do('agency', 'file', declaration([into]));
  await kase.do('officer', 'check', await sheet(kase));
  await kase.do('officer', 'propose_computed');
  await determined(kase);
}

/** From the first account to the last yuan: claims, a voucher and its use, a batch, an answer that repeats account numbers. */
beforeAll(async () => {
  await readyForFacts(world);
  await placeZone(world);
  await appropriated(world, '9.4', 100_000);
  await moneyForVouchers(world);
  account = await payee(world, 'agency', { account: accounts.first });
  await paidClaim('（2021）鲁03民初1号', account);
  await paidClaim('（2021）鲁03民初2号', await payee(world, 'agency', { account: accounts.third }));
  const voucher = await issuedVoucher(world);
  const use = await presented(world, voucher.code, {
    amountFen: 100,
    payee: await payee(world, 'agency2', { account: accounts.provider }),
  });
  await use.do('enterprise', 'confirm');
  await use.do('officer', 'settle');
  batch = await releasedBatch(
    world,
    (await payables(world)).map(({ id }) => id),
  );
  const refusal = `户名与账号${accounts.first}不符（卡号 6222 1111 2222 3333）`;
  const text = (await answerText(batch, 1)).replace('户名与账号不符', refusal);
  const { id, exceptions } = good(await upload(batch, text));
  assert.deepEqual(exceptions, []);
  await batch.do('finance', 'record_answer', { answer: id });
  await world.jobs();
});

afterAll(async () => {
  await owner.end();
  assert.deepEqual(await bookFaults(world), []);
  assert.deepEqual(world.faults, []);
});

describe('Account numbers in a dump of the database', () => {
  it('are found nowhere, after claims and vouchers were paid and a bank’s answer repeated one', async () => {
    expect(await keptPlain()).toEqual([]);
  });

  it('are found wherever they would lie: as text, in JSON, in bytes, in base64', async () => {
    const body = Buffer.from(JSON.stringify({ account: accounts.third }));
    await world.owner.query(`create table leak (t text, j jsonb, b bytea)`);
    for (const [column, value] of Object.entries({ t: `x${accounts.first}`, j: body.toString(), b: body })) {
      await world.owner.query(`insert into leak (${column}) values ($1)`, [value]);
      expect(await keptPlain(), column).toEqual(['leak']);
      await world.owner.query(`delete from leak`);
    }
    for (const before of ['', 'a', 'ab']) {
      await world.owner.query(`insert into leak (t) values ($1)`, [Buffer.from(`${before}${accounts.first} behind`).toString('base64')]);
      expect(await keptPlain(), `base64 after ${before.length} bytes`).toEqual(['leak']);
      await world.owner.query(`delete from leak`);
    }
    await world.owner.query(`drop table leak`);
  });

  it('can not be tried out from a hash: what is kept of requests, files and answers is keyed', async () => {
    const { rows } = await world.owner.query<{ hash: Buffer }>(
      `select hash from bank_answer union all select request_hash from idempotency`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { hash } of rows) expect(hash.subarray(0, 8)).toEqual(testVault.keyId);
    const file = (await (await world.as('finance')).call('readBankFile', { params: { id: batch.id } })).text;
    const sum = createHash('sha256').update(file).digest('hex');
    expect(await tablesHolding(world.owner, [sum, /SHA-256,(\w+)/.exec(file)?.[1] ?? ''])).toEqual([]);
  });

  it('stay readable for the payer, and the bank’s words keep the last four digits', async () => {
    const file = (await (await world.as('finance')).call('readBankFile', { params: { id: batch.id } })).text;
    for (const number of numbers) expect(file).toContain(`,${number},`);
    const { data } = await batch.stored();
    const notes = (data as { answers: { note: string }[] }).answers.map(({ note }) => note).filter((note) => note !== '');
    expect(notes).toEqual(['户名与账号尾号3333不符（卡号 尾号3333）']);
  });
});

describe('The database itself', () => {
  it('takes no plain account, file or hash any more, not even from its owner', async () => {
    for (const sql of [
      `insert into payee_account (payee, account) select id, '${accounts.first}' from payee limit 1`,
      `update payee_account set account = '${accounts.first}'`,
      `update payee_account set sealed = null`,
      `update payment_file set bytes = 'x'`,
      `update idempotency set request_hash = sha256('x')`,
      `update bank_answer set hash = sha256('x')`,
    ])
      await expect(world.owner.query(sql), sql).rejects.toMatchObject({ code: '23514' });
  });

  it('gives nobody but its owner a look at the keys’ ids', async () => {
    const { rows } = await world.owner.query(
      `select has_table_privilege('jixia_app', 'data_key', 'select, insert, update, delete') as may`,
    );
    expect(rows).toEqual([{ may: false }]);
  });

  it('that has one account’s secret copied to another payee is not believed: the batch is not paid', async () => {
    await settled(
      await releasedBatch(
        world,
        (await payables(world)).map(({ id }) => id),
      ),
    );
    await paidClaim('（2021）鲁03民初3号', account);
    const ids = (await payables(world)).map(({ id }) => id);
    await world.owner.query(
      `update payee_account set sealed = (select c.sealed from payee_account c join payee y on y.id = c.payee where y.tail = $2) where payee = $1`,
      [account, accounts.third.slice(-4)],
    );
    const kase = await batchOf(world, ids);
    await kase.do('finance2', 'check', await totals(kase));
    const released = await kase.try('finance3', 'release');
    expect(released.status).toBe(500);
    expect(world.faults.splice(0)).toHaveLength(1);
    expect(await payables(world)).toEqual([]);
    await world.owner.query(`update payee_account set sealed = $2 where payee = $1`, [
      account,
      testVault.seal(`payee_account/${account}`, accounts.first),
    ]);
  });
});

describe('A database of an older version', () => {
  const rowsOf = async (sql: string) => (await world.owner.query<Record<string, unknown>>(sql)).rows;
  const everything = async () => [
    await rowsOf(`select * from payee_account order by payee`),
    await rowsOf(`select * from payment_file order by kase`),
    await rowsOf(`select * from bank_answer order by id`),
  ];

  it('is sealed at the start, whole, and once is enough', async () => {
    await makeOld(world, accounts.first);
    expect(await keptPlain()).toEqual(['bank_answer', 'kase', 'payee_account', 'payment_file']);
    await sealOldValues(owner, testVault);
    expect(await keptPlain()).toEqual([]);
    expect(await rowsOf(`select conname from pg_constraint where not convalidated`)).toEqual([]);
    const before = await everything();
    await sealOldValues(owner, testVault);
    expect(await everything()).toEqual(before);
    expect((await (await world.as('finance')).call('readBankFile', { params: { id: batch.id } })).text).toContain(accounts.provider);
  });

  it('that was stopped half way goes on where it was', async () => {
    await makeOld(world, accounts.first);
    await world.owner.query(`alter table payment_file add constraint broken check (bytes is not null) not valid`);
    await expect(sealOldValues(owner, testVault)).rejects.toThrow('broken');
    expect(await keptPlain()).toEqual(['bank_answer', 'kase', 'payment_file']);
    await world.owner.query(`alter table payment_file drop constraint broken`);
    await sealOldValues(owner, testVault);
    expect(await keptPlain()).toEqual([]);
  });

  it('gets a new key by naming it before the old one: everything is sealed again and the old one is needed no more', async () => {
    await sealOldValues(owner, vaultOf([testKey(2), testKey(1)]));
    const renewed = vaultOf([testKey(2)]);
    for (const { payee: id, sealed } of await rowsOf(`select payee, sealed from payee_account`))
      expect(numbers).toContain(renewed.open(`payee_account/${id as string}`, sealed as Buffer).toString());
    for (const { kase, sealed } of await rowsOf(`select kase, sealed from payment_file`))
      expect(renewed.open(`payment_file/${kase as string}`, sealed as Buffer).toString()).toContain('附言编号');
    await sealOldValues(owner, vaultOf([testKey(1), testKey(2)]));
  });
});
