import assert from 'node:assert/strict';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, good } from '../support/caller.ts';
import { appropriated, declaration, determined, opened, payee, sheet, won } from '../support/claims.ts';
import { add } from '../support/facts.ts';
import { answerText, batch, bookFaults, lineOf, payables, releasedBatch, settled, totals, upload } from '../support/payments.ts';
import type { Kase } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const reason = { reason: '账户信息有误' };
const hour = 3_600_000;
let agency: Caller;
let account = '';
let secret = '';

async function determinedClaim(clause: string, payees: readonly string[]): Promise<Kase> {
  const kase = await opened(world, clause);
  await kase.do('agency', 'file', declaration(payees));
  await kase.do('officer', 'check', await sheet(kase));
  await kase.do('officer', 'propose_computed');
  await determined(kase);
  return kase;
}

let cases = 0;
async function wonClaim(): Promise<Kase> {
  cases += 1;
  await won(world, `（2021）鲁03民初${cases}号`, { agencyFeeYuan: 10_000 });
  return determinedClaim('9.4', [account]);
}

/** Two persons with a certificate each: one claim, two sums. */
async function certificates(): Promise<Kase> {
  const paper = await world.paper('agency');
  const papers = {
    certificateFile: paper,
    labourContractFile: paper,
    insuranceFile: paper,
    declarationFile: paper,
    issuedDate: '2021-02-12',
  };
  const persons = ['孙三', '周四'];
  for (const [i, person] of persons.entries()) await add(agency, 'agent_certificate', { certificateNo: `371234${i}`, person, ...papers });
  const accounts = await Promise.all(
    persons.map((name, i) => payee(world, 'agency', { name, isPerson: true, account: `62220000222233${i}${i}` })),
  );
  return determinedClaim('9.3.cert', accounts);
}

beforeAll(async () => {
  await placeZone(world);
  agency = await world.as('agency');
  account = await payee(world);
  await appropriated(world, '9.4', 200_000);
  await appropriated(world, '9.3', 50_000);
});

afterAll(async () => {
  assert.deepEqual(await bookFaults(world), []);
  assert.deepEqual(world.faults, []);
});

const codeNow = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.machine().getTime() });
const pass = (ms: number) => world.setNow(new Date(Date.parse(world.now()) + ms).toISOString());
const idsOf = async (kase: Kase) => (await payables(world)).filter((one) => one.case === kase.id).map(({ id }) => id);
const stateOf = async (kase: Kase) => (await kase.stored()).state;

describe('A batch', () => {
  it('is passed on only with the totals counted anew, to the fen', async () => {
    const kase = await batch(world, await idsOf(await wonClaim()));
    for (const wrong of [
      { count: 2, totalFen: 1_000_000 },
      { count: 1, totalFen: 1_000_001 },
      { count: 1, totalFen: 10_000 },
    ])
      await kase.refused('finance2', 'check', wrong, { status: 422, code: 'control_total_differs' });
    expect((await (await world.as('finance')).call('readBankFile', { params: { id: kase.id } })).status).toBe(404);
    await kase.do('finance2', 'check', await totals(kase));
    await kase.do('finance', 'drop', reason);
    expect(await payables(world)).toHaveLength(1);
  });

  it('has a sum to itself: two batches made in the same instant share nothing', async () => {
    const ids = (await payables(world)).map(({ id }) => id);
    const callers = await Promise.all((['finance', 'finance2', 'finance3'] as const).map((who) => world.as(who)));
    const replies = await Promise.all(callers.map((caller) => caller.open('payment', { payables: ids })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const { problem } of replies.filter(({ ok }) => !ok)) expect(['payables_taken', 'not_payable']).toContain(problem.code);
    const late = await (await world.as('finance')).open('payment', { payables: ids });
    expect(late.problem).toMatchObject({ status: 422, code: 'not_payable' });
    const won = replies.find(({ ok }) => ok)?.data;
    good(
      await (
        await world.as('finance')
      ).send({ process: 'payment', id: won?.id ?? '', event: 'drop' }, reason, { version: won?.version ?? 0 }),
    );
  });

  it('names accounts in full to the payer alone', async () => {
    const kase = await releasedBatch(
      world,
      (await payables(world)).map(({ id }) => id),
    );
    const file = await (await world.as('finance3')).call('readBankFile', { params: { id: kase.id } });
    expect(file.text).toMatch(/^附言编号,[^\r]+\r\nDF-[^\r]+,6222000011112222,10000\.00\r\n合计,1,10000\.00,SHA-256,[0-9a-f]{64}\r\n$/);
    for (const who of ['officer', 'approver', 'auditor', 'finance'] as const)
      expect((await (await world.as(who)).read('payment', kase.id)).text, who).not.toContain('6222000011112222');
    expect((await (await world.as('auditor')).call('readBankFile', { params: { id: kase.id } })).status).toBe(403);
    const { rows } = await world.owner.query(`select person from audit where kind = 'payment.download' and subject = $1`, [kase.id]);
    expect(rows).toEqual([{ person: world.person('finance3') }]);
    await settled(kase);
  });
});

describe('The bank’s answer', () => {
  it('with one sum refused pays the others; the refused one is owed again, and the claim is paid when it has arrived too', async () => {
    const claim = await certificates();
    const owed = await idsOf(claim);
    const first = await releasedBatch(world, owed);
    await settled(first, 1);
    expect(await stateOf(claim)).toBe('determined');
    const left = await payables(world);
    expect(left.map(({ case: kase, amountFen, blocked }) => [kase, amountFen, blocked])).toEqual([[claim.id, 1_000_000, null]]);
    const answers = good(await (await world.as('auditor')).call('listBankAnswers', { params: { id: first.id } })).rows;
    expect(answers).toMatchObject([{ paidCount: 1, paidFen: 1_000_000, refusedCount: 1, refusedFen: 1_000_000, exceptions: [] }]);

    const second = await releasedBatch(
      world,
      left.map(({ id }) => id),
    );
    await settled(second);
    expect(await stateOf(claim)).toBe('paid');
    expect(await payables(world)).toEqual([]);
    expect(await lineOf(world, '9.3')).toEqual([50_000, 30_000, 0, 20_000]);
    const journal = good(await (await world.as('auditor')).call('readJournal', { query: { case: first.id } })).entries;
    expect(journal.map(({ kind }) => kind)).toEqual(['pay_out', 'confirm_paid', 'bounce_payment']);
  });

  it('is refused whole when anything in it is not ours, and nothing is booked', async () => {
    const [one, two] = [await wonClaim(), await wonClaim()];
    const kase = await releasedBatch(world, [...(await idsOf(one)), ...(await idsOf(two))]);
    const lines = (await answerText(kase)).split('\r\n').filter((line) => line !== '');
    const [head = '', a = '', b = ''] = lines;
    const before = await kase.stored();
    const changes: Readonly<Record<string, readonly string[]>> = {
      'one byte of an amount': [head, a.replace('10000.00', '10000.01'), b],
      'one byte of an account': [head, a.replace('11112222', '11112223'), b],
      'lines swapped': [head, b, a],
      'a line copied': [head, a, b, b],
      'a line over another': [head, a, a],
      'a line missing': [head, a],
      'a foreign reference': [head, a.replace(kase.number, 'DF-2021-99999'), b],
      'a foreign line more': [head, a, b, a.replace(/^[^,]+/, 'DF-2021-99999-0001')],
      'a result that is none': [head, a.replace(',成功,', ',待处理,'), b],
      'a success without a number': [head, a.replace(/成功,[^,]*/, '成功,'), b],
    };
    for (const [name, text] of Object.entries(changes)) {
      const found = good(await upload(kase, text.join('\r\n')));
      expect([found.exceptions.length > 0, found.paidCount, found.refusedCount], name).toEqual([true, 0, 0]);
      await kase.refused('finance', 'record_answer', { answer: found.id }, { status: 422, code: 'answer_has_exceptions' });
    }
    expect(await kase.stored()).toEqual(before);
    expect(
      good(await (await world.as('auditor')).call('readJournal', { query: { case: kase.id } })).entries.map(({ kind }) => kind),
    ).toEqual(['pay_out']);
    await settled(kase);
    await kase.refused(
      'finance',
      'record_answer',
      { answer: good(await upload(kase, lines.join('\r\n'))).id },
      { status: 409, code: 'wrong_state' },
    );
    expect([await stateOf(one), await stateOf(two)]).toEqual(['paid', 'paid']);
  });

  it('is booked on its own batch and no other, and not before the batch was released', async () => {
    const [one, two] = [await wonClaim(), await wonClaim()];
    const mine = await releasedBatch(world, await idsOf(one));
    const other = await batch(world, await idsOf(two));
    const text = await answerText(mine);
    expect((await upload(other, text)).status).toBe(404);
    await other.do('finance2', 'check', await totals(other));
    await other.do('finance3', 'release');
    expect(good(await upload(other, text)).exceptions).toHaveLength(1);
    const answer = good(await upload(mine, text)).id;
    await other.refused('finance', 'record_answer', { answer }, { status: 422, code: 'answer_unknown' });
    await settled(mine);
    await settled(other);
  });
});

describe('A changed account', () => {
  const change = (id: string, more: object = {}) =>
    agency.call('changePayee', {
      params: { id },
      body: { name: '某某知识产权代理有限公司', bank: '齐商银行', account: '6222000099998888', code: codeNow(), ...more },
    });
  let early: Kase;
  let claim: Kase;
  let changed = '';

  it('needs the second factor, and is one’s own', async () => {
    secret = '';
    expect(
      (await agency.call('changePayee', { params: { id: account }, body: { name: '甲', bank: '乙', account: '62220000', code: '000000' } }))
        .status,
    ).toBe(401);
    secret = good(await agency.call('enrolSecondFactor')).secret;
    good(await agency.call('confirmSecondFactor', { body: { code: codeNow() } }));
    world.passMachine(60_000);
    expect((await change(account, { code: '000000' })).problem).toMatchObject({ status: 401, code: 'wrong_second_factor' });
    expect((await change(await payee(world, 'agency2'))).status).toBe(404);
  });

  it('is not got round by adding another account: that one waits and is told just the same', async () => {
    const body = { name: '另一户名', bank: '稷下银行', account: '6222000000007777', isPerson: false };
    const added = good(await agency.call('addPayee', { body }));
    expect(added).toMatchObject({ isWaiting: true, replaces: null });
    expect(Date.parse(added.activeFrom) - Date.parse(world.house.clock.now())).toBe(72 * 3_600_000);
    await world.jobs();
    expect(JSON.stringify(good(await agency.call('listMessages')))).toMatch(/新登记收款账户：另一户名（尾号7777），72小时后生效/);
  });

  it('is told to the agency at once and waits 72 hours, in which nothing is paid into the old one or the new', async () => {
    claim = await wonClaim();
    early = await batch(world, await idsOf(claim));
    await early.do('finance2', 'check', await totals(early));
    pass(1_000);
    world.passMachine(60_000);
    changed = good(await change(account)).id;
    await world.jobs();
    expect(JSON.stringify(good(await agency.call('listMessages')))).toMatch(/尾号2222.*尾号8888.*72小时后生效/);
    await early.refused('finance3', 'release', {}, { status: 409, code: 'payee_waiting' });
    await early.do('finance', 'drop', reason);
    const [row] = await payables(world);
    expect([row?.tail, row?.blocked]).toEqual(['8888', '收款账户变更，72小时等待期内']);
    expect((await (await world.as('finance')).open('payment', { payables: [row?.id] })).problem.code).toBe('not_payable');
    world.passMachine(60_000);
    expect((await change(account)).problem).toMatchObject({ status: 409, code: 'payee_replaced' });
    expect(good(await agency.call('listPayees')).rows.find(({ id }) => id === changed)).toMatchObject({
      isWaiting: true,
      replaces: account,
    });
  });

  it('is paid into when its time is over, not a second earlier', async () => {
    const since = Date.parse(good(await agency.call('listPayees')).rows.find(({ id }) => id === changed)?.activeFrom ?? '');
    world.setNow(new Date(since - 1).toISOString());
    expect((await payables(world))[0]?.blocked).not.toBeNull();
    world.setNow(new Date(since).toISOString());
    expect((await payables(world))[0]?.blocked).toBeNull();
    const kase = await releasedBatch(world, await idsOf(claim));
    expect(await answerText(kase)).toContain('6222000099998888');
    await settled(kase);
    expect(await stateOf(claim)).toBe('paid');
  });

  it('stops a batch that was made with the old one and slept through the 72 hours', async () => {
    account = changed;
    const late = await wonClaim();
    const kase = await batch(world, await idsOf(late));
    await kase.do('finance2', 'check', await totals(kase));
    pass(1_000);
    world.passMachine(60_000);
    good(await change(account, { name: '另一公司', account: '6230000099998888' }));
    pass(73 * hour);
    await kase.refused('finance3', 'release', {}, { status: 409, code: 'payee_waiting' });
    await kase.do('finance', 'drop', reason);
    await settled(await releasedBatch(world, await idsOf(late)));
    expect(await stateOf(late)).toBe('paid');
  });
});
