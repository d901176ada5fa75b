import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, declaration, determined, filed, opened, payee, sheet, won, year } from '../support/claims.ts';
import { answer } from '../support/facts.ts';
import { bookFaults, lineOf, payables, reservationFaults } from '../support/payments.ts';
import { Kase, pastDeadline } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { draftOf, placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const reason = { reason: '理由不少于五个字' };
let account = '';
let cases = 0;

beforeAll(async () => {
  await placeZone(world);
  account = await payee(world);
  await appropriated(world, '9.4', 1_000_000);
});

afterEach(async () => {
  assert.deepEqual([...(await bookFaults(world)), ...(await reservationFaults(world))], []);
  assert.deepEqual(world.faults, []);
});

/** A won case on record; its id. */
const fact = (yuan: number) => {
  cases += 1;
  return won(world, `（2021）鲁03民初${cases}号`, { agencyFeeYuan: yuan });
};
const claimOf = async (yuan: number): Promise<Kase> => {
  await fact(yuan);
  return filed(world, '9.4', [account]);
};
async function proposed(kase: Kase): Promise<Kase> {
  await kase.do('officer', 'check', await sheet(kase));
  await kase.do('officer', 'propose_computed');
  return kase;
}
const amountOf = async (kase: Kase) => ((await kase.stored()).data as { proposal: { amountFen: number } | null }).proposal?.amountFen;
const agency = () => world.as('agency');

/** Corrects the fee of a fact. */
async function correct(id: string, agencyFeeYuan: number): Promise<string> {
  const { data } = good(await (await agency()).call('readFact', { params: { id } }));
  const changed = { data: { ...data, agencyFeeYuan } as never, reason: '发票金额填写有误' };
  return good(await (await agency()).call('correctFact', { params: { id }, body: changed })).id;
}

describe('What changes after the proposal', () => {
  it('in the facts, stops the approval and, after the notice, the determination; both are made anew', async () => {
    const first = await fact(10_000);
    const kase = await proposed(await filed(world, '9.4', [account]));
    const second = await correct(first, 9_000);
    const problem = await kase.refused('approver', 'approve', {}, { status: 422, code: 'facts_changed' });
    expect(problem.detail).toContain('请退回重新提出');
    await kase.do('approver', 'send_back', reason);
    await proposed(kase);
    expect(await amountOf(kase)).toBe(900_000);
    await kase.do('approver', 'approve');
    await correct(second, 8_000);
    await pastDeadline(kase);
    await kase.refused('approver', 'determine_payment', {}, { status: 422, code: 'facts_changed' });
    await kase.do('approver', 'reopen', reason);
    await proposed(kase);
    await determined(kase);
    expect((await payables(world)).map(({ amountFen }) => amountFen)).toEqual([800_000]);
    expect(await lineOf(world, '9.4')).toEqual([1_000_000, 992_000, 0, 8_000]);
  });

  it('in a reading of the plan, stops it too', async () => {
    const kase = await proposed(await claimOf(10_000));
    const ruling = new Kase(world, good(await (await world.as('officer')).open('ruling', draftOf('custodyTimes', 'sum_of_modes'))));
    await ruling.do('approver', 'put_in_force');
    await kase.refused('approver', 'approve', {}, { status: 422, code: 'facts_changed' });
    await kase.do('approver', 'send_back', reason);
    await proposed(kase);
    await determined(kase);
    expect(kase.state).toBe('determined');
  });

  it('by the word of the other side, leaves it open and nothing is decided', async () => {
    const id = await fact(10_000);
    const kase = await proposed(await filed(world, '9.4', [account]));
    good(await answer(await world.as('enterprise'), id, false));
    const problem = await kase.refused('approver', 'approve', {}, { status: 422, code: 'not_entitled' });
    expect(problem.detail).toContain('尚不能判定');
    good(await answer(await world.as('enterprise'), id, true));
    await kase.do('approver', 'approve');
    await pastDeadline(kase);
    await kase.do('approver', 'determine_payment');
  });

  it('by a fact nobody has looked at, is checked first', async () => {
    const kase = await claimOf(10_000);
    await kase.do('officer', 'check', await sheet(kase));
    await fact(10_000);
    await kase.refused('officer', 'propose_computed', {}, { status: 422, code: 'facts_not_checked' });
    await kase.do('officer', 'give_back', reason);
    await kase.do('agency', 'refile', declaration([account]));
    await proposed(kase);
    expect(await amountOf(kase)).toBe(2_000_000);
    await determined(kase);
  });
});

const objector = { name: '某某', contact: '13900001234', facts: '所列判决与该机构无关，系另一机构代理。' };

describe('An objection to the notice of a support', () => {
  const objected = async (kase: Kase): Promise<Kase> => {
    const { rows } = await world.owner.query<{ id: string }>(
      `select id from public_notice where kase = $1 order by published_at desc limit 1`,
      [kase.id],
    );
    return new Kase(world, good(await world.anybody().open('objection', { notice: rows[0]?.id, ...objector })));
  };
  const answered = async (objection: Kase, outcome: string) => {
    await objection.do('officer', 'propose_answer', { outcome, answer: '经核查代理合同与发票，结论如下。' });
    await objection.do('approver', 'answer');
  };

  it('names agency, clause and amount in public, and neither contract nor account', async () => {
    const kase = await proposed(await claimOf(7_000));
    await kase.do('approver', 'approve');
    const { rows } = await world.owner.query<{ id: string }>(`select id from public_notice where kase = $1`, [kase.id]);
    const { text } = await world.anybody().ask({ url: `/notices/${rows[0]?.id}` });
    expect(text).toContain('7,000元');
    expect(text).toContain(world.orgs.first.name);
    for (const secret of ['6222', '2222', '鲁03民初', world.orgs.plant.name]) expect(text).not.toContain(secret);
    await pastDeadline(kase);
    await kase.do('approver', 'determine_payment');
  });

  it('holds the decision until it is answered; dismissed it lets it go on', async () => {
    const kase = await proposed(await claimOf(6_000));
    await kase.do('approver', 'approve');
    const objection = await objected(kase);
    await pastDeadline(kase);
    await kase.refused('approver', 'determine_payment', {}, { status: 422, code: 'objection_open' });
    await kase.refused('approver', 'revise_after_objection', reason, { status: 422, code: 'no_objection_upheld' });
    await objection.refresh();
    await answered(objection, 'dismissed');
    await kase.do('approver', 'determine_payment');
    expect(kase.state).toBe('determined');
  });

  it('upheld it ends the claim: money and matters are free again, and the agency is told its remedies', async () => {
    const kase = await proposed(await claimOf(5_000));
    const before = await lineOf(world, '9.4');
    await kase.do('approver', 'approve');
    await answered(await objected(kase), 'upheld');
    await kase.do('approver', 'revise_after_objection', reason);
    await world.jobs();
    expect(kase.state).toBe('refused');
    expect((await lineOf(world, '9.4'))[1]).toBe((before[1] ?? 0) + 5_000);
    const { rows } = await world.owner.query(`select 1 from matter_hold where kase = $1 and released_at is null`, [kase.id]);
    expect(rows).toEqual([]);
    expect(JSON.stringify(good(await (await agency()).call('listMessages')))).toContain('可依法申请行政复议或者提起行政诉讼');
    const { rows: notice } = await world.owner.query(`select 1 from public_notice where kase = $1 and ended_at is null`, [kase.id]);
    expect(notice).toEqual([]);
    await expect(objected(kase)).rejects.toThrow('notice_closed');
  });
});

describe('Repeated and stale commands', () => {
  it('of filing and of deciding give the same bytes and happen once', async () => {
    await fact(4_000);
    const kase = await opened(world, '9.4');
    const twice = async (who: 'agency' | 'approver', event: string, input: unknown) => {
      const key = randomUUID();
      const { version } = kase;
      const [first, again] = await Promise.all([0, 1].map(() => kase.try(who, event, input, { key, version })));
      const third = await kase.try(who, event, input, { key, version });
      expect([first?.status, again?.status, third.status]).toEqual([200, 200, 200]);
      expect(again?.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true);
      expect(third.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true);
    };
    await twice('agency', 'file', declaration([account]));
    await proposed(kase);
    await kase.refused('officer', 'take_back', {}, { status: 412, code: 'stale_version', rest: { version: kase.version - 1 } });
    await kase.do('approver', 'approve');
    await pastDeadline(kase);
    const before = (await payables(world)).length;
    await kase.refused('approver', 'determine_payment', {}, { status: 412, code: 'stale_version', rest: { version: kase.version - 1 } });
    await twice('approver', 'determine_payment', {});
    expect((await payables(world)).length).toBe(before + 1);
    const journal = good(await (await world.as('auditor')).call('readJournal', { query: { case: kase.id } })).entries;
    expect(journal.map(({ kind }) => kind)).toEqual(['reserve', 'grant_cash']);
  });

  it('two approvers who decide in the same moment pay once', async () => {
    const kase = await proposed(await claimOf(3_000));
    await kase.do('approver', 'approve');
    await pastDeadline(kase);
    const { version } = kase;
    const replies = await Promise.all(
      (['approver', 'approver2'] as const).map((who) => kase.try(who, 'determine_payment', {}, { version })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await payables(world)).filter((one) => one.case === kase.id)).toHaveLength(1);
  });
});

describe('The history of support', () => {
  it('uses up the cap of 200,000 over all claims of the year, and nothing is given for the same matter again', async () => {
    const given = async () =>
      good(await (await agency()).call('readSupportHistory', { query: {} }))
        .rows.filter(({ ended }) => ended === null)
        .reduce((sum, { amountFen }) => sum + amountFen, 0) / 100;
    const used = await given();
    for (let i = 0; i < 2; i += 1) await fact(50_000);
    const most = await proposed(await filed(world, '9.4', [account]));
    await determined(most);
    expect([used > 50_000, await given()]).toEqual([true, used + 100_000]);
    await fact(50_000);
    const rest = await proposed(await filed(world, '9.4', [account]));
    expect(await amountOf(rest)).toBe((100_000 - used) * 100);
    await determined(rest);
    expect(await given()).toBe(200_000);
    await fact(50_000);
    const beyond = await opened(world, '9.4');
    await beyond.do('agency', 'file', declaration([account]));
    await beyond.do('officer', 'check', await sheet(beyond));
    await beyond.refused('officer', 'propose_computed', {}, { status: 422, code: 'not_entitled' });
    await beyond.do('officer', 'propose_refusal', { reasons: ['conditions_not_met'], explanation: '年度累计支持已达上限。' });
    await beyond.do('approver', 'confirm_refusal');
    expect(await given()).toBe(200_000);
  });

  it('is told to its agency, the city and finance, exported in full, and to no other agency', async () => {
    const own = good(await (await agency()).call('readSupportHistory', { query: {} })).rows;
    for (const who of ['officer', 'approver', 'auditor', 'finance'] as const)
      expect(good(await (await world.as(who)).call('readSupportHistory', { query: { agency: world.orgs.first.id } })).rows, who).toEqual(
        own,
      );
    const other = await world.as('agency2');
    expect(good(await other.call('readSupportHistory', { query: { agency: world.orgs.first.id } })).rows).toEqual([]);
    const { text } = await (await world.as('auditor')).call('exportSupport', { query: { year, clause: '9.4' } });
    expect(text.split('\r\n').filter((row) => row !== '')).toHaveLength(own.length + 2);
    expect(text).toContain(`共${own.length}行`);
  });
});
