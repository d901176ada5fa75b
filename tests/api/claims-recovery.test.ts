import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appropriated, determined, filed, opened, payee, sheet, won } from '../support/claims.ts';
import { readyForFacts } from '../support/facts.ts';
import { overtaken } from '../support/overtaken.ts';
import { batch, bookFaults, lineOf, payables, releasedBatch, reservationFaults, settled, totals } from '../support/payments.ts';
import type { Kase } from '../support/story.ts';
import { issuedVoucher, moneyForVouchers, presented, type Voucher } from '../support/vouchers.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const reason = { reason: '理由不少于五个字' };
const findings = { findings: '经查判决书系伪造，申领不实。', documentNumber: '淄知追〔2021〕1号' };
const repayment = (yuan: number) => ({ yuan, receivedOn: '2021-06-01', bankReference: 'B-1' });
let account = '';
let cases = 0;

beforeAll(async () => {
  await readyForFacts(world);
  await placeZone(world);
  account = await payee(world);
  await appropriated(world, '9.4', 100_000);
});

afterEach(async () => {
  assert.deepEqual([...(await bookFaults(world)), ...(await reservationFaults(world))], []);
  assert.deepEqual(world.faults, []);
});

async function determinedClaim(): Promise<Kase> {
  cases += 1;
  await won(world, `（2021）鲁03民初${cases}号`, { agencyFeeYuan: 20_000 });
  const kase = await filed(world, '9.4', [account]);
  await kase.do('officer', 'check', await sheet(kase));
  await kase.do('officer', 'propose_computed');
  await determined(kase);
  return kase;
}

async function ordered(kase: Kase): Promise<void> {
  await kase.do('officer', 'propose_recovery', findings);
  await kase.do('approver', 'order_recovery');
}

describe('A support that was false', () => {
  it('and is not paid yet is cancelled: nobody is owed anything and the line has its money again', async () => {
    const kase = await determinedClaim();
    await ordered(kase);
    expect(await payables(world)).toEqual([]);
    expect(await lineOf(world, '9.4')).toEqual([100_000, 100_000, 0, 0]);
    await kase.refused('finance', 'record_repayment', repayment(1), { status: 422, code: 'above_demand' });
    await kase.do('officer', 'close_recovery');
    expect((await kase.view('agency')).data).toMatchObject({ recovery: { documentNumber: findings.documentNumber } });
  });

  it('and lies in a batch is taken back only when the batch has given it free', async () => {
    const kase = await determinedClaim();
    const held = await batch(
      world,
      (await payables(world)).map(({ id }) => id),
    );
    await kase.do('officer', 'propose_recovery', findings);
    await kase.refused('approver', 'order_recovery', {}, { status: 409, code: 'payables_taken' });
    await held.do('finance', 'drop', reason);
    await kase.do('approver', 'order_recovery');
    expect(await payables(world)).toEqual([]);
  });

  it('and is paid is owed back to the fen, and closed when all of it has come', async () => {
    const kase = await determinedClaim();
    const ids = (await payables(world)).map(({ id }) => id);
    const made = await batch(world, ids);
    await made.do('finance2', 'check', await totals(made));
    const owing = `update ledger_account set balance = $2 from (select set_config('app.posting', gen_random_uuid()::text, true)) s where key = 'payable/' || $1`;
    const gone = await overtaken(world, [[owing, [ids[0], 0]]], () =>
      made.refused('finance3', 'release', {}, { status: 409, code: 'nothing_owed' }),
    );
    expect(gone.detail).toContain('请刷新');
    await world.owner.query(owing, [ids[0], 6_000_000]);
    await made.do('finance3', 'release');
    await settled(made);
    await kase.refresh();
    expect(kase.state).toBe('paid');
    await ordered(kase);
    expect(await lineOf(world, '9.4')).toEqual([100_000, 40_000, 0, 60_000]);
    await kase.refused('officer', 'close_recovery', {}, { status: 422, code: 'still_demanded' });
    await kase.refused('finance', 'record_repayment', repayment(60_001), { status: 422, code: 'above_demand' });
    const report = { reportedTo: '市财政局', reportedOn: '2021-06-01', documentNumber: '淄知报〔2021〕1号' };
    await kase.refused('officer', 'record_report', { ...report, reportedOn: '2031-06-01' }, { status: 422, code: 'reported_later' });
    await kase.refused('approver', 'record_report', report, { status: 403, code: 'not_allowed' });
    await kase.do('officer', 'record_report', report);
    expect((await kase.view('auditor')).data).toMatchObject({ recovery: { reports: [report] } });
    await kase.do('finance', 'record_repayment', repayment(5_000));
    expect(await lineOf(world, '9.4')).toEqual([100_000, 45_000, 0, 55_000]);
    const rest = await Promise.all([55_000, 55_000].map((yuan) => kase.try('finance', 'record_repayment', repayment(yuan))));
    expect(rest.map(({ status }) => status).sort()).toEqual([200, 412]);
    await kase.refresh();
    await kase.refused('finance2', 'record_repayment', repayment(1), { status: 422, code: 'above_demand' });
    await kase.do('officer', 'close_recovery');
    expect([kase.state, await lineOf(world, '9.4')]).toEqual(['recovered', [100_000, 100_000, 0, 0]]);
    await kase.refused('officer', 'propose_recovery', findings, { status: 409, code: 'wrong_state' });
  });

  it('and is not taken back after all goes on where it was: paid in the meantime it is paid', async () => {
    const kase = await determinedClaim();
    await kase.do('officer', 'propose_recovery', findings);
    await settled(
      await releasedBatch(
        world,
        (await payables(world)).map(({ id }) => id),
      ),
    );
    await kase.refresh();
    expect(kase.state).toBe('recovery_proposed');
    await kase.refused('approver', 'drop_recovery_unpaid', reason, { status: 422, code: 'all_paid' });
    await kase.do('approver', 'drop_recovery_paid', reason);
    expect(kase.state).toBe('paid');
  });
});

describe('A voucher that was got by false words', () => {
  let voucher: Voucher;
  let provider = '';
  beforeAll(async () => {
    await moneyForVouchers(world, 100_000);
    provider = await payee(world, 'agency2');
    voucher = await issuedVoucher(world);
  });
  const use = (amountFen: number) => presented(world, voucher.code, { amountFen, payee: provider });

  it('is cancelled when nothing of it is in the air, and what was used of it is owed back by its holder', async () => {
    const { kase } = voucher;
    const used = await use(2_000_000);
    await used.do('enterprise', 'confirm');
    await used.do('officer', 'settle');
    const open = await use(1_000_000);
    await kase.do('officer', 'propose_recovery', findings);
    await kase.refused('approver', 'order_recovery', {}, { status: 409, code: 'voucher_in_use' });
    await open.do('enterprise', 'deny', reason);
    await kase.do('approver', 'order_recovery');
    expect(await lineOf(world, '9.2')).toEqual([100_000, 80_000, 0, 20_000]);
    await kase.refused('finance', 'record_repayment', repayment(20_001), { status: 422, code: 'above_demand' });
    await kase.do('finance', 'record_repayment', repayment(20_000));
    await kase.do('officer', 'close_recovery');
    expect(await lineOf(world, '9.2')).toEqual([100_000, 100_000, 0, 0]);
    await expect(use(1)).rejects.toThrow('voucher_expired');
    expect((await payables(world)).map(({ amountFen }) => amountFen)).toEqual([2_000_000]);
  });

  it('and whose time was over before is owed back as far as it was used, not as it was issued', async () => {
    const again = await opened(world, '9.2');
    await again.do('agency', 'file', { payees: [], otherSupport: 'none', otherSupportDetails: '', isTrue: true });
    await again.do('officer', 'check', await sheet(again));
    await again.do('officer', 'propose_computed');
    await determined(again, 'issue_voucher');
    const issued = await world.owner.query<{ id: string; code: string }>(`select id, code from voucher where kase = $1`, [again.id]);
    const late = await presented(world, issued.rows[0]?.code ?? '', { amountFen: 500_000, payee: provider });
    await late.do('enterprise', 'confirm');
    await late.do('officer', 'settle');
    world.setNow('2023-01-01T01:00:00.000Z');
    await world.jobs();
    expect(await lineOf(world, '9.2')).toEqual([100_000, 95_000, 0, 5_000]);
    await again.refresh();
    await ordered(again);
    await again.refused('finance', 'record_repayment', repayment(5_001), { status: 422, code: 'above_demand' });
    await again.do('finance', 'record_repayment', repayment(5_000));
    await again.do('officer', 'close_recovery');
    expect(await lineOf(world, '9.2')).toEqual([100_000, 100_000, 0, 0]);
  });
});
