import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { payee } from '../support/claims.ts';
import { readyForFacts } from '../support/facts.ts';
import { bookFaults, lineOf, payables, releasedBatch, reservationFaults, settled } from '../support/payments.ts';
import type { Kase } from '../support/story.ts';
import { issuedVoucher, moneyForVouchers, presented } from '../support/vouchers.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const findings = { findings: '经查托管合同系伪造，申领不实。', documentNumber: '淄知追〔2021〕1号' };
const repayment = (yuan: number) => ({ yuan, receivedOn: '2021-06-10', bankReference: 'B-1' });
let claim: Kase;

/** A used voucher is taken back before the bank has paid anything to anybody. */
beforeAll(async () => {
  await readyForFacts(world);
  await placeZone(world);
  await moneyForVouchers(world, 100_000);
  const voucher = await issuedVoucher(world);
  claim = voucher.kase;
  const used = await presented(world, voucher.code, { amountFen: 2_000_000, payee: await payee(world, 'agency2') });
  await used.do('enterprise', 'confirm');
  await used.do('officer', 'settle');
  await claim.do('officer', 'propose_recovery', findings);
  await claim.do('approver', 'order_recovery');
});

afterEach(async () => {
  assert.deepEqual([...(await bookFaults(world)), ...(await reservationFaults(world))], []);
  assert.deepEqual(world.faults, []);
});

describe('A repayment that comes before the provider of a used voucher is paid', () => {
  it('is refused in words that say what comes first, and leaves nothing behind', async () => {
    const problem = await claim.refused('finance', 'record_repayment', repayment(20_000), { status: 409, code: 'paid_out_too_little' });
    expect(problem.detail).toContain('财政至今付出的净额（0.00元）');
    expect(problem.detail).toContain('请先把应付款项编批付出、登记银行回单，再登记这笔退款');
    expect(await lineOf(world, '9.2')).toEqual([100_000, 80_000, 0, 20_000]);
  });

  it('is not recorded either while the payment is only on its way', async () => {
    const batch = await releasedBatch(
      world,
      (await payables(world)).map(({ id }) => id),
    );
    const problem = await claim.refused('finance', 'record_repayment', repayment(20_000), { status: 409, code: 'paid_out_too_little' });
    expect(problem.detail).toContain('（0.00元）');
    await settled(batch);
  });

  it('is recorded in full once the provider is paid, and the books balance', async () => {
    await claim.do('finance', 'record_repayment', repayment(15_000));
    await claim.do('finance', 'record_repayment', repayment(5_000));
    await claim.do('officer', 'close_recovery');
    expect([claim.state, await lineOf(world, '9.2')]).toEqual(['recovered', [100_000, 100_000, 0, 0]]);
  });
});
