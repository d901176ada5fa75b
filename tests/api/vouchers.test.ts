import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Reply } from '../support/caller.ts';
import { payee } from '../support/claims.ts';
import { readyForFacts } from '../support/facts.ts';
import { inventedCode, listedEnterprise } from '../support/form.ts';
import { answerText, bookFaults, lineOf, payables, releasedBatch, upload } from '../support/payments.ts';
import { Kase } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { balanceOf, issuedVoucher, moneyForVouchers, presented, tryPresent, type Voucher } from '../support/vouchers.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let voucher: Voucher;
let account = '';
let other = '';
const reason = { reason: '没有接受过这项服务' };

beforeAll(async () => {
  await readyForFacts(world);
  await placeZone(world);
  account = await payee(world, 'agency2');
  other = await payee(world, 'agency3');
  await moneyForVouchers(world);
  voucher = await issuedVoucher(world);
});

afterAll(async () => {
  assert.deepEqual(await bookFaults(world), []);
  assert.deepEqual(world.faults, []);
});

const present = (amountFen: number, more: object = {}) => tryPresent(world, voucher.code, { amountFen, payee: account, ...more });
const use = (amountFen: number) => presented(world, voucher.code, { amountFen, payee: account });
const problemOf = ({ status, problem }: Reply<unknown>) => [status, problem.code, problem.refusals[0]?.field ?? null];

describe('An invoice', () => {
  const invoice = { invoiceNumber: '0370 0210', invoiceFen: 150_000 };

  it('is redeemed up to its total, however it is typed and whatever was given back', async () => {
    const first = await presented(world, voucher.code, { amountFen: 100_000, payee: account, ...invoice });
    const tooMuch = await present(50_001, { ...invoice, invoiceNumber: '０３７００２１０' });
    expect([problemOf(tooMuch), tooMuch.problem.detail]).toEqual([
      [422, 'invoice_used_up', 'amountFen'],
      expect.stringContaining('还能抵用500.00元'),
    ]);
    expect(problemOf(await present(1, { ...invoice, invoiceFen: 150_001 }))).toEqual([422, 'invoice_differs', 'invoiceFen']);
    const rest = await presented(world, voucher.code, { amountFen: 50_000, payee: account, ...invoice });
    expect(problemOf(await present(1, invoice))).toEqual([422, 'invoice_used_up', 'amountFen']);
    for (const kase of [first, rest]) await kase.do('agency2', 'cancel', { reason: '发票开错，重新开具' });
    const again = await presented(world, voucher.code, { amountFen: 150_000, payee: account, ...invoice });
    await again.do('agency2', 'cancel', { reason: '发票开错，重新开具' });
    expect(await balanceOf(voucher)).toBe(5_000_000);
  });

  it('presented ten times at once counts once', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => present(150_000, invoice)));
    expect(replies.map(({ ok, problem }) => (ok ? 'presented' : problem.code)).sort()).toEqual([
      ...Array.from({ length: 9 }, () => 'invoice_used_up'),
      'presented',
    ]);
    const winner = replies.find(({ ok }) => ok);
    assert.ok(winner);
    await new Kase(world, winner.data).do('agency2', 'cancel', { reason: '试验完毕，退回券上' });
  });
});

describe('A voucher', () => {
  it('is issued from a custody contract and a recognition, each vouched for by somebody else, and its code shown to its holder alone', async () => {
    expect(voucher).toMatchObject({ valueFen: 5_000_000, code: expect.stringMatching(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/) });
    expect(await lineOf(world, '9.2')).toEqual([1_000_000, 950_000, 0, 50_000]);
    for (const who of ['officer', 'auditor'] as const) {
      const { rows } = good(await (await world.as(who)).call('listVouchers'));
      expect(rows.map(({ number, code, validTo }) => [number, code, validTo])).toEqual([[voucher.number, null, '2022-06-09']]);
    }
    expect(good(await (await world.as('agency2')).call('listVouchers')).rows).toEqual([]);
    const qr = { params: { id: voucher.id } };
    expect((await (await world.as('agency')).call('readVoucherQr', qr)).text).toContain('<svg');
    expect((await (await world.as('agency2')).call('readVoucherQr', qr)).status).toBe(404);
  });

  it('is found by whoever is shown its code, however it is typed, and by nobody who guesses', async () => {
    const look = async (code: string) => (await world.as('agency3')).call('lookUpVoucher', { query: { code } });
    for (const code of [voucher.code, voucher.code.toLowerCase().replaceAll('-', ' '), ` ${voucher.code.replaceAll('-', '')} `])
      expect(good(await look(code))).toMatchObject({ number: voucher.number, balanceFen: 5_000_000, isEnded: false });
    for (const code of ['AAAA-AAAA-AAAA-AAAA', voucher.code.slice(0, -1), voucher.number]) expect((await look(code)).status).toBe(404);
  });

  it('is redeemed in parts: each is drawn at once, confirmed by the client, settled by the centre and owed to the provider', async () => {
    for (const [amount, left] of [
      [1_000_050, 3_999_950],
      [999_950, 3_000_000],
    ] as const) {
      const kase = await use(amount);
      expect(await balanceOf(voucher)).toBe(left);
      await kase.refused('officer', 'settle', {}, { status: 409, code: 'wrong_state' });
      await kase.refused('agency2', 'confirm', {}, { status: 403, code: 'not_allowed' });
      await kase.do('enterprise', 'confirm');
      await kase.do('officer', 'settle');
    }
    const owed = await payables(world);
    expect(owed.map(({ amountFen, tail, blocked }) => [amountFen, tail, blocked]).sort()).toEqual([
      [1_000_050, '2222', null],
      [999_950, '2222', null],
    ]);
    const batch = await releasedBatch(
      world,
      owed.map(({ id }) => id),
    );
    const { id: answer } = good(await upload(batch, await answerText(batch)));
    await batch.do('finance', 'record_answer', { answer });
    expect((await world.owner.query(`select process, event from pending_event`)).rows, 'a redemption has ended').toEqual([]);
    expect(await payables(world)).toEqual([]);
    expect(await lineOf(world, '9.2')).toEqual([1_000_000, 950_000, 0, 50_000]);
  });

  it('has the amount again when the client denies, the provider cancels or the centre rejects', async () => {
    const ends: readonly (readonly ['enterprise' | 'agency2' | 'officer', string, boolean])[] = [
      ['enterprise', 'deny', false],
      ['agency2', 'cancel', false],
      ['agency2', 'cancel', true],
      ['officer', 'reject', true],
    ];
    for (const [who, event, isConfirmed] of ends) {
      const kase = await use(3_000_000);
      expect(await balanceOf(voucher)).toBe(0);
      if (isConfirmed) await kase.do('enterprise', 'confirm');
      await kase.do(who, event, reason);
      expect([await balanceOf(voucher), kase.state], `${who} ${event}`).toEqual([3_000_000, 'returned']);
      await kase.refused('officer', 'settle', {}, { status: 409, code: 'wrong_state' });
    }
  });

  it('is handed in by no holder, relative or stranger to the code, and for no client that is none', async () => {
    const own = await tryPresent(world, voucher.code, { who: 'agency', payee: await payee(world), amountFen: 100 });
    expect(problemOf(own)).toEqual([422, 'own_voucher', 'code']);
    expect(problemOf(await present(100, { code: 'AAAA-AAAA-AAAA-AAAA' }))).toEqual([422, 'voucher_unknown', 'code']);
    expect(problemOf(await present(100, { clientCode: inventedCode(999) }))).toEqual([422, 'client_unknown', 'clientCode']);
    expect(problemOf(await present(100, { clientCode: world.orgs.first.creditCode }))).toEqual([422, 'client_unknown', 'clientCode']);
    expect(problemOf(await present(100, { payee: other }))).toEqual([422, 'payee_unknown', 'payee']);
    expect(problemOf(await present(3_000_001))).toEqual([409, 'voucher_spent', null]);
    expect(problemOf(await present(100, { contractFile: 'b'.repeat(64) }))).toEqual([422, 'unknown_file', null]);
    expect(await balanceOf(voucher)).toBe(3_000_000);
  });

  it('is seen in use by provider, client and centre, and by no other agency or enterprise', async () => {
    const kase = await use(100);
    for (const who of ['agency2', 'enterprise', 'officer', 'approver', 'auditor', 'finance'] as const)
      expect((await (await world.as(who)).read('redemption', kase.id)).status, who).toBe(200);
    for (const who of ['agency', 'agency3'] as const)
      expect((await (await world.as(who)).read('redemption', kase.id)).status, who).toBe(404);
    for (const who of ['bank', 'reviewer', 'expert1', 'east'] as const)
      expect((await (await world.as(who)).read('redemption', kase.id)).status, who).toBe(403);
    await kase.refused('agency3', 'cancel', reason, { status: 404, code: 'not_found' });
    await kase.do('enterprise', 'deny', reason);
  });

  it('handed in thirty times in the same instant is spent once, and all others are told the same', async () => {
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, i) => present(3_000_000, i % 2 ? { who: 'agency3', payee: other } : {})),
    );
    const lost = replies.filter(({ ok }) => !ok);
    expect(lost).toHaveLength(29);
    expect(new Set(lost.map(({ status, text, problem }) => `${status} ${text.replaceAll(problem.requestId ?? '–', 'ID')}`)).size).toBe(1);
    expect(lost[0]?.problem).toMatchObject({ status: 409, code: 'voucher_spent' });
    expect(await balanceOf(voucher)).toBe(0);
    const won = replies.find(({ ok }) => ok)?.data.id ?? '';
    const caller = await world.as('enterprise');
    good(await caller.send({ process: 'redemption', id: won, event: 'deny' }, reason, { version: 1 }));
    expect(await balanceOf(voucher)).toBe(3_000_000);
  });

  it('is not redeemed by a related company, whichever side declared the tie, nor for one', async () => {
    const tie = { creditCode: world.orgs.outside.creditCode ?? '', name: '外地公司', kind: '持股' };
    good(await (await world.as('agency')).call('addRelatedParty', { body: tie }));
    expect(problemOf(await present(100, { who: 'agency3', payee: other }))).toEqual([422, 'related_party', 'code']);
    const client = { creditCode: listedEnterprise.creditCode, name: listedEnterprise.name, kind: '同一控制' };
    good(await (await world.as('agency2')).call('addRelatedParty', { body: client }));
    expect(problemOf(await present(100))).toEqual([422, 'related_party', 'code']);
    await world.owner.query(`delete from related_party where organisation = $1`, [world.orgs.second.id]);
  });

  it('ends with its last day: what is left goes back to the line, what was handed in goes on, and what comes back later lapses too', async () => {
    world.setNow('2022-06-09T15:59:59.999Z');
    const settles = await use(1_000_000);
    const returns = await use(500_000);
    await world.jobs();
    expect(await balanceOf(voucher)).toBe(1_500_000);
    world.setNow('2022-06-09T16:00:00.000Z');
    expect(problemOf(await present(100))).toEqual([422, 'voucher_expired', 'code']);
    await world.jobs();
    const shown = good(await (await world.as('agency')).call('listVouchers')).rows[0];
    expect(shown).toMatchObject({ state: 'expired', balanceFen: 0 });
    expect(await lineOf(world, '9.2')).toEqual([1_000_000, 965_000, 0, 35_000]);

    for (const kase of [settles, returns]) await kase.refresh();
    await settles.do('enterprise', 'confirm');
    await settles.do('officer', 'settle');
    expect((await payables(world)).map(({ amountFen }) => amountFen)).toEqual([1_000_000]);
    await returns.do('enterprise', 'deny', reason);
    await world.jobs();
    expect(await balanceOf(voucher)).toBe(0);
    expect(await lineOf(world, '9.2')).toEqual([1_000_000, 970_000, 0, 30_000]);
    await world.jobs();
    expect(await lineOf(world, '9.2')).toEqual([1_000_000, 970_000, 0, 30_000]);
  });
});
