import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { businessDateOf, type Instant } from '#core/kernel/dates.ts';
import { good } from '../support/caller.ts';
import { appropriated, determined, filed, payee, sheet, won } from '../support/claims.ts';
import { readyForFacts } from '../support/facts.ts';
import { batch, bookFaults, payables, releasedBatch, settled, totals } from '../support/payments.ts';
import { document, notice, recheck } from '../support/pure-rectification.ts';
import { notice as intended } from '../support/pure-revocation.ts';
import * as story from '../support/rectification.ts';
import { Kase } from '../support/story.ts';
import { issuedVoucher, moneyForVouchers, ripeForVoucher, tryPresent, type Voucher } from '../support/vouchers.ts';
import { openWorld, type World } from '../support/world.ts';

/** A city with one zone that was unqualified, an agency in it, and money for its won cases. */
async function city() {
  const world: World = await openWorld();
  world.setNow('2021-03-01T01:00:00.000Z');
  const named = await story.unqualifiedZone(world, 'east');
  const account = await payee(world);
  await appropriated(world, '9.4', 200_000);
  return { world, ...named, account };
}
type City = Awaited<ReturnType<typeof city>>;

const soundBooks = async ({ world }: City) => {
  assert.deepEqual(await bookFaults(world), []);
  assert.deepEqual(world.faults, []);
};

/** A claim for one won case, up to the proposal of the computed sum. */
async function proposedFor({ world, account }: City, caseNo: string, effectiveDate: string): Promise<Kase> {
  await won(world, caseNo, { effectiveDate, agencyFeeYuan: 10_000 });
  const kase = await filed(world, '9.4', [account]);
  await kase.do('officer', 'check', await sheet(kase));
  await kase.do('officer', 'propose_computed');
  return kase;
}

async function paidFor(given: City, caseNo: string, effectiveDate = '2021-02-10'): Promise<Kase> {
  const kase = await proposedFor(given, caseNo, effectiveDate);
  await determined(kase);
  return kase;
}

const rowOf = async (world: World, kase: Kase) => (await payables(world)).find((one) => one.case === kase.id);
const blockOf = async (world: World, kase: Kase) => (await rowOf(world, kase))?.blocked ?? null;
const idOf = async (world: World, kase: Kase) => (await rowOf(world, kase))?.id ?? '';

/** The notice of the rectification out, its last day so many months away. */
async function rectifying({ world, zone, recognition }: City, deadline = '2021-08-31'): Promise<Kase> {
  const kase = new Kase(world, good(await (await world.as('officer')).open('rectification', { zone, recognition })));
  await kase.do('officer', 'draft_notice', notice({ deadline }));
  await kase.do('approver', 'issue_notice', document());
  return kase;
}

async function rechecked(kase: Kase, result: 'qualified' | 'unqualified'): Promise<void> {
  const today = businessDateOf(kase.world.now() as Instant);
  await kase.do('east', 'save_report', await story.reportOf(kase.world, 'east'));
  await kase.do('east', 'file_report');
  await kase.do('reviewer', 'county_check', { finding: 'true', says: '整改情况属实。' });
  await kase.do('signer', 'county_sign');
  await kase.do('officer', 'record_recheck', recheck(result, { seenOn: today }));
  await kase.do('approver', result === 'qualified' ? 'keep_title' : 'find_unqualified', document(2));
  await kase.world.jobs();
}

/** Heard in silence and revoked. */
async function revoked(kase: Kase, hearingUntil: string): Promise<void> {
  await kase.do('officer', 'draft_notice', intended({ hearingUntil }));
  await kase.do('approver', 'issue_notice', document(3));
  await story.undecidedRevocation(kase);
  await kase.do('approver', 'revoke', document(4));
  await kase.world.jobs();
}

describe('While a zone rectifies', async () => {
  const here = await city();
  const { world } = here;
  let before: Kase;
  let meanwhile: Kase;
  let rectification: Kase;
  let made: Kase;
  let voucher: Kase;

  beforeAll(async () => {
    before = await paidFor(here, '（2021）鲁03民初1号');
    const other = await paidFor(here, '（2021）鲁03民初2号');
    made = await batch(world, [await idOf(world, other)]);
    await made.do('finance2', 'check', await totals(made));
    rectification = await rectifying(here);
    meanwhile = await paidFor(here, '（2021）鲁03民初3号');
    await readyForFacts(world);
    await moneyForVouchers(world);
    voucher = await ripeForVoucher(world);
  });
  afterAll(() => soundBooks(here));

  it('facts count and sums are determined, but nothing is paid: neither what was owed before nor what is determined now', async () => {
    expect(meanwhile.state).toBe('determined');
    for (const kase of [before, meanwhile]) {
      expect(await blockOf(world, kase)).toContain('整改');
      expect((await kase.view('agency')).checks.map(({ title }) => title)).toContain('暂缓拨付');
      const reply = await (await world.as('finance')).open('payment', { payables: [await idOf(world, kase)] });
      expect(reply.problem).toMatchObject({ status: 422, code: 'not_payable' });
      await kase.refused('officer', 'release_hold', {}, { status: 422, code: 'still_held' });
    }
  });

  it('a batch made before does not leave either', async () => {
    const problem = await made.refused('finance3', 'release', {}, { status: 409, code: 'payables_held' });
    expect([problem?.clause, problem?.detail]).toEqual(['14.3c', expect.stringContaining('请作废本批次')]);
    await made.do('finance', 'drop', { reason: '有暂缓拨付的款项' });
  });

  it('no voucher is issued, as good as money as it is (I-07)', async () => {
    const problem = await voucher.refused('approver', 'issue_voucher', {}, { status: 422, code: 'payment_held' });
    expect([problem.clause, problem.detail]).toEqual(['14.3c', expect.stringContaining('暂缓发券')]);
  });

  it('and kept, every sum is released through its own claim, told, and paid', async () => {
    await rechecked(rectification, 'qualified');
    for (const kase of [before, meanwhile]) expect(await blockOf(world, kase)).toBeNull();
    await before.refresh();
    const timeline = (await before.view('agency')).timeline.map(({ event }) => event);
    expect(timeline.at(-1)).toBe('release_hold');
    await settled(
      await releasedBatch(
        world,
        (await payables(world)).map(({ id }) => id),
      ),
    );
    expect(await payables(world)).toEqual([]);
    expect((await before.stored()).state).toBe('paid');
    await voucher.do('approver', 'issue_voucher');
    expect(voucher.state).toBe('voucher_issued');
  });
});

describe('After a revocation', async () => {
  const here = await city();
  const { world, zone } = here;
  let before: Kase;
  let code = '';
  let account = '';
  const present = (more: object = {}) => tryPresent(world, code, { amountFen: 100_000, payee: account, ...more });

  beforeAll(async () => {
    before = await paidFor(here, '（2021）鲁03民初1号');
    await readyForFacts(world);
    account = await payee(world, 'agency2');
    await moneyForVouchers(world);
    ({ code } = await issuedVoucher(world));
    const rectification = await rectifying(here);
    await rechecked(rectification, 'unqualified');
    assert.match((await blockOf(world, before)) ?? '', /整改/);
    await revoked(await story.revocationAfter(world, rectification), '2021-06-30');
  });
  afterAll(() => soundBooks(here));

  it('facts before the day stand: what was held is paid', async () => {
    expect(await blockOf(world, before)).toBeNull();
    await settled(await releasedBatch(world, [await idOf(world, before)]));
    expect((await before.stored()).state).toBe('paid');
  });

  it('a fact of the day before is supported, one of the day itself is not', async () => {
    const { rows } = await world.owner.query<{ day: string; eve: string }>(
      `select status_since::text as day, (status_since - 1)::text as eve from zone where id = $1`,
      [zone],
    );
    const { day = '', eve = '' } = rows[0] ?? {};
    world.setNow(`${day}T08:00:00.000Z`);
    await won(world, '（2021）鲁03民初8号', { effectiveDate: day, agencyFeeYuan: 10_000 });
    const kase = await proposedFor(here, '（2021）鲁03民初9号', eve);
    const { entries, proposal } = (await kase.stored()).data as { entries: { title: string }[]; proposal: { amountFen: number } };
    expect([entries.map(({ title }) => title), proposal.amountFen]).toEqual([[expect.stringContaining('9号')], 1_000_000]);
  });

  it('a voucher serves what was contracted before and nothing else', async () => {
    const { rows } = await world.owner.query<{ day: string; eve: string }>(
      `select status_since::text as day, (status_since - 1)::text as eve from zone where id = $1`,
      [zone],
    );
    for (const contractedOn of [undefined, rows[0]?.day]) {
      const { problem } = await present({ contractedOn });
      expect([problem.status, problem.code, problem.clause, problem.refusals[0]?.field]).toEqual([
        422,
        'contracted_too_late',
        '14.3d',
        'contractedOn',
      ]);
    }
    expect((await present({ contractedOn: rows[0]?.eve })).status).toBe(201);
  });
});

describe('After a title turned out to be got by deceit', async () => {
  const here = await city();
  const { world, zone } = here;
  let paid: Kase;
  let unpaid: Kase;
  let open: Kase;
  let revocation: Kase;
  let voucher: Voucher;

  beforeAll(async () => {
    paid = await paidFor(here, '（2021）鲁03民初1号');
    await settled(await releasedBatch(world, [await idOf(world, paid)]));
    unpaid = await paidFor(here, '（2021）鲁03民初2号');
    await readyForFacts(world);
    await moneyForVouchers(world);
    voucher = await issuedVoucher(world);
    await won(world, '（2021）鲁03民初3号', { effectiveDate: '2021-02-11', agencyFeeYuan: 10_000 });
    open = await filed(world, '9.4', [here.account]);
    await open.do('officer', 'check', await sheet(open));
    revocation = await story.openedForDeceit(world, zone);
    await revoked(revocation, '2021-06-30');
  });
  afterAll(() => soundBooks(here));

  it('nothing unpaid is paid, and what was paid stands in the case for the centre to look at', async () => {
    expect(await blockOf(world, unpaid)).toContain('暂缓支付');
    await unpaid.refused('officer', 'release_hold', {}, { status: 422, code: 'still_held' });
    const checks = (await revocation.view('officer')).checks.map(({ explains }) => explains).join('\n');
    expect(checks).toContain(`须逐件审查是否追回：${paid.number}`);
    expect(checks).toContain(`取消后停付，逐件审查：${unpaid.number}`);
    expect((await paid.stored()).state).toBe('paid');
  });

  it('a voucher is good for nothing, whenever its service was contracted (I-06)', async () => {
    const account = await payee(world, 'agency2');
    for (const contractedOn of ['2021-02-01', undefined]) {
      const { problem } = await tryPresent(world, voucher.code, { amountFen: 100_000, payee: account, contractedOn });
      expect([problem.status, problem.code, problem.clause, problem.refusals[0]?.field]).toEqual([422, 'title_withdrawn', '14.3d', 'code']);
      expect(problem.detail).toContain('资格自始无效');
    }
  });

  it('an open claim is refused: no fact of any day is supported', async () => {
    const { problem } = await open.try('officer', 'propose_computed');
    const found = problem.refusals.find(({ code }) => code === 'not_entitled');
    expect([problem.status, found?.says]).toEqual([422, expect.stringContaining('示范区资格已被取消')]);
  });

  const listed = async (who: 'officer' | 'approver' | 'auditor' = 'officer') =>
    good(await (await world.as(who)).call('listTitleSupports', { params: { id: revocation.id } }));
  const standing = async () => (await listed()).rows.map(({ number, recovery }) => [number, recovery]);

  it('every support on the title is listed for the centre and the auditor, with what was paid, what is held and what is left of vouchers', async () => {
    for (const who of ['officer', 'approver', 'auditor'] as const) {
      const { rows, notBegun } = await listed(who);
      expect(notBegun).toBe(3);
      expect(rows.map(({ number, paidFen, unpaidFen, recovery }) => [number, paidFen, unpaidFen, recovery])).toEqual([
        [paid.number, 1_000_000, 0, 'not_begun'],
        [unpaid.number, 0, 1_000_000, 'not_begun'],
        [voucher.kase.number, 0, 0, 'not_begun'],
      ]);
      expect(rows.map((row) => row.voucher?.balanceFen)).toEqual([undefined, undefined, voucher.valueFen]);
    }
    expect((await tryPresent(world, voucher.code, { amountFen: 100, payee: await payee(world, 'agency2') })).ok).toBe(false);
  });

  it('each is taken back through its own claim or, where the agency acted in good faith, looked at and left', async () => {
    const findings = { findings: '支持依据的示范区资格自始无效。', documentNumber: '淄知追〔2021〕1号' };
    for (const kase of [paid, unpaid, voucher.kase]) {
      await kase.refresh();
      await kase.do('officer', 'propose_recovery', findings);
    }
    expect((await standing()).map(([, recovery]) => recovery)).toEqual(['proposed', 'proposed', 'proposed']);
    await paid.do('approver', 'drop_recovery_paid', { reason: '机构善意，服务真实，不予追回' });
    await unpaid.do('approver', 'order_recovery');
    await voucher.kase.do('approver', 'order_recovery');
    await unpaid.do('officer', 'close_recovery');
    const { rows, notBegun } = await listed();
    expect(notBegun).toBe(0);
    expect(rows.map(({ recovery, unpaidFen, demandedFen }) => [recovery, unpaidFen, demandedFen])).toEqual([
      ['dropped', 0, 0],
      ['repaid', 0, 0],
      ['ordered', 0, 0],
    ]);
    expect(rows[2]?.voucher).toMatchObject({ balanceFen: 0, ended: 'cancelled' });
    await paid.do('officer', 'propose_recovery', findings);
    await paid.do('approver', 'order_recovery');
    expect((await listed()).rows[0]).toMatchObject({ recovery: 'ordered', demandedFen: 1_000_000 });
  });

  it('a revocation that is not decided, and a case that is none, list nothing', async () => {
    const other = await story.unqualifiedZone(world, 'south');
    const open_ = await story.openedForDeceit(world, other.zone);
    for (const id of [open_.id, paid.id])
      expect(good(await (await world.as('officer')).call('listTitleSupports', { params: { id } }))).toEqual({ rows: [], notBegun: 0 });
  });
});
