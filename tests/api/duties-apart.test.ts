import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, filed, opened, payee, sheet, won, year } from '../support/claims.ts';
import { bookFaults, batch, payables, settled, totals } from '../support/payments.ts';
import { Kase, pastDeadline, type Who } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const asOfficer: Who = ['both', 'centre_officer'];
const asApprover: Who = ['both', 'centre_approver'];
const reason = { reason: '理由不少于五个字' };
const refusal = { reasons: ['evidence_insufficient'], explanation: '缺少生效证明，经补正仍未提交。' };
const findings = { findings: '经查判决书系伪造，申领不实。', documentNumber: '淄知追〔2021〕1号' };
const appropriation = { year, item: '9.1', direction: 'add', yuan: 1_000, documentNumber: '淄财〔2021〕1号', reason: '年度预算安排' };

let account = '';
let cases = 0;
beforeAll(async () => {
  await placeZone(world);
  account = await payee(world);
  await appropriated(world, '9.4', 150_000);
});

afterAll(async () => {
  assert.deepEqual(await bookFaults(world), []);
  assert.deepEqual(world.faults, []);
});

async function filedClaim(): Promise<Kase> {
  cases += 1;
  await won(world, `（2021）鲁03民初${cases}号`, { agencyFeeYuan: 10_000 });
  return filed(world, '9.4', [account]);
}

/** The person who holds both offices tries all of these, in the second one, and may none. */
async function barred(kase: Kase, events: Readonly<Record<string, unknown>>, who: Who = asApprover): Promise<void> {
  for (const [event, input] of Object.entries(events)) {
    const problem = await kase.refused(who, event, input, { status: 403, code: 'same_person' });
    expect(problem.detail).toContain('须由另一人办理');
  }
}

const decisions = { determine_payment: {}, issue_voucher: {}, reopen: reason, revise_after_objection: reason };

/** Lets others bring a claim to its end, while whoever handled it before tries every decision on the way. */
async function toTheEnd(kase: Kase): Promise<void> {
  await barred(kase, { approve: {}, send_back: reason });
  await kase.do('approver', 'approve');
  await barred(kase, { revise_after_objection: reason });
  await pastDeadline(kase);
  await barred(kase, decisions);
  await kase.do('approver2', 'determine_payment');
}

describe('Whoever checked or proposed a claim decides nothing of it', () => {
  it('having checked it', async () => {
    const kase = await filedClaim();
    await kase.do(asOfficer, 'check', await sheet(kase));
    await kase.do('officer', 'propose_computed');
    await toTheEnd(kase);
    expect(kase.state).toBe('determined');
  });

  it('having proposed the amount, chosen or computed', async () => {
    for (const [event, input] of [
      ['propose', { yuan: 9_000, reason: '案情较为简单' }],
      ['propose_computed', {}],
    ] as const) {
      const kase = await filedClaim();
      await kase.do('officer', 'check', await sheet(kase));
      await kase.do(asOfficer, event, input);
      await toTheEnd(kase);
      expect(kase.state).toBe('determined');
    }
  });

  it('having done so long ago, before it was taken back and others did it anew', async () => {
    const kase = await filedClaim();
    await kase.do(asOfficer, 'check', await sheet(kase));
    await kase.do(asOfficer, 'propose_computed');
    await kase.do(asOfficer, 'take_back');
    await kase.do('officer', 'check', await sheet(kase));
    await kase.do('officer', 'propose_computed');
    await toTheEnd(kase);
    expect(kase.state).toBe('determined');
  });

  it('nor does who once decided it and then checks and proposes it', async () => {
    const kase = await filedClaim();
    await kase.do('officer', 'check', await sheet(kase));
    await kase.do('officer', 'propose_computed');
    await kase.do(asApprover, 'approve');
    await pastDeadline(kase);
    await kase.do(asApprover, 'reopen', reason);
    await kase.do(asOfficer, 'check', await sheet(kase));
    await kase.do(asOfficer, 'propose_computed');
    await toTheEnd(kase);
    expect(kase.state).toBe('determined');
  });

  it('having proposed to refuse it', async () => {
    const kase = await filedClaim();
    await kase.do(asOfficer, 'propose_refusal', refusal);
    await barred(kase, { confirm_refusal: {}, send_back: reason });
    await kase.do('approver', 'confirm_refusal');
    expect(kase.state).toBe('refused');
  });

  it('having proposed to take it back', async () => {
    const kase = await filedClaim();
    await kase.do('officer', 'check', await sheet(kase));
    await kase.do('officer', 'propose_computed');
    await kase.do('approver', 'approve');
    await pastDeadline(kase);
    await kase.do('approver', 'determine_payment');
    await kase.do(asOfficer, 'propose_recovery', findings);
    await barred(kase, { order_recovery: {}, drop_recovery_paid: reason, drop_recovery_unpaid: reason, drop_recovery_voucher: reason });
    await kase.do('approver', 'drop_recovery_unpaid', reason);
    expect(kase.state).toBe('determined');
  });
});

describe('Whoever drafted what moves a budget line', () => {
  it('does not put an appropriation in force', async () => {
    const kase = new Kase(world, good(await (await world.as('both', 'centre_officer')).open('appropriation', appropriation)));
    await barred(kase, { put_in_force: {}, drop: reason });
    await kase.refused('officer2', 'put_in_force', {}, { status: 403, code: 'not_allowed' });
    await kase.do('approver', 'put_in_force');
    expect(kase.state).toBe('in_force');
  });

  it('does not publish a settlement', async () => {
    await won(world, '（2021）鲁03民初900号', { agencyFeeYuan: 50_000 });
    await won(world, '（2021）鲁03民初901号', { agencyFeeYuan: 50_000 });
    const withdraw = { ...appropriation, item: '9.4', direction: 'withdraw', yuan: 50_000 };
    const less = new Kase(world, good(await (await world.as('officer')).open('appropriation', withdraw)));
    await less.do('approver', 'put_in_force');
    const claim = await filed(world, '9.4', [account]);
    const input = { year, item: '9.4', rate: 3000, documentNumber: '淄知结〔2021〕1号', reason: '预算不足，按比例结算' };
    const kase = new Kase(world, good(await (await world.as('both', 'centre_officer')).open('settlement', input)));
    await barred(kase, { publish: {}, drop: reason });
    await kase.refused('officer2', 'publish', {}, { status: 403, code: 'not_allowed' });
    await kase.do('approver', 'publish');
    expect(kase.state).toBe('published');
    await claim.do('agency', 'withdraw', reason);
  });
});

describe('Whoever made, checked or released a batch', () => {
  const made = async () =>
    batch(
      world,
      (await payables(world)).slice(0, 1).map(({ id }) => id),
    );

  it('takes no other step of it, in any order', async () => {
    const kase = await made();
    await barred(kase, { check: await totals(kase) }, 'finance');
    await kase.do('finance2', 'check', await totals(kase));
    for (const who of ['finance', 'finance2'] as const) await barred(kase, { release: {}, send_back: reason }, who);
    await kase.do('finance3', 'send_back', reason);
    await kase.do('finance3', 'check', await totals(kase));
    for (const who of ['finance', 'finance2', 'finance3'] as const) await barred(kase, { release: {} }, who);
    await kase.do('finance', 'drop', reason);
    expect(kase.state).toBe('dropped');
  });

  it('needs two others, and then the money goes', async () => {
    const kase = await made();
    await kase.do('finance3', 'check', await totals(kase));
    await kase.do('finance2', 'release');
    await settled(kase);
    expect(kase.state).toBe('settled');
    for (const who of ['officer', 'approver', 'auditor'] as const)
      expect((await (await world.as(who)).open('payment', { payables: [account] })).problem.code).toBe('not_allowed');
  });
});

describe('An agency', () => {
  it('checks and decides nothing of its own, and nobody of the centre files for it', async () => {
    const kase = await opened(world, '9.4');
    for (const event of ['check', 'propose', 'approve', 'determine_payment', 'order_recovery', 'record_repayment'])
      await kase.refused('agency', event, {}, { status: 403, code: 'not_allowed' });
    await kase.refused('officer', 'file', {}, { status: 403, code: 'not_allowed' });
    await kase.refused('agency2', 'file', {}, { status: 404, code: 'not_found' });
    await kase.do('agency', 'withdraw', reason);
    expect(kase.state).toBe('withdrawn');
  });
});
