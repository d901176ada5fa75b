import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, declaration, determined, filed, opened, payee, sheet, won, year } from '../support/claims.ts';
import { add } from '../support/facts.ts';
import { bookFaults, lineOf, reservationFaults } from '../support/payments.ts';
import { Kase } from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeAgencies, placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const reason = { reason: '理由不少于五个字' };
const accounts: Partial<Record<Username, string>> = {};
const agencies = ['agency', 'agency2', 'agency3'] as const;

beforeAll(async () => {
  await placeZone(world);
  await placeAgencies(world, 'second', 'outside');
  for (const who of agencies) accounts[who] = await payee(world, who);
});

afterEach(async () => {
  assert.deepEqual([...(await bookFaults(world)), ...(await reservationFaults(world))], []);
  assert.deepEqual(world.faults, []);
});

let cases = 0;
async function claimOf(who: Username, yuan: number): Promise<Kase> {
  cases += 1;
  await won(world, `（2021）鲁03民初${cases}号`, { agencyFeeYuan: yuan }, who);
  return filed(world, '9.4', [accounts[who] ?? ''], who);
}

const draft = async (process: string, input: object) => (await world.as('officer')).open(process, input);
const withdrawal = (item: string, yuan: number) => ({
  year,
  item,
  direction: 'withdraw',
  yuan,
  documentNumber: '淄财〔2021〕2号',
  reason: '年度预算调减',
});
const settlement = (item: string, rate: number) => ({
  year,
  item,
  rate,
  documentNumber: '淄知结〔2021〕1号',
  reason: '预算不足，按比例结算',
});
const waiting = async (item: string) => {
  const { lines } = good(await (await world.as('finance')).call('readBudget', { query: { year } }));
  const { unfundedFen = 0, waiting: count = 0, possibleRate = 0 } = lines.find((one) => one.item === item) ?? {};
  return [unfundedFen / 100, count, possibleRate];
};
const asked = async (kase: Kase) =>
  (
    await world.owner.query<{ asked: number; reserved: number }>(`select asked::int, reserved::int from commitment where kase = $1`, [
      kase.id,
    ])
  ).rows[0];
const check = async (kase: Kase) => kase.do('officer', 'check', await sheet(kase));

describe('A line that is short', () => {
  const claims: Kase[] = [];

  it('lets claims wait in the order of filing; nothing of them can be proposed', async () => {
    await appropriated(world, '9.4', 50_000);
    for (const [i, who] of agencies.entries()) claims.push(await claimOf(who, [40_000, 20_000, 30_000][i] ?? 0));
    expect(await lineOf(world, '9.4')).toEqual([50_000, 10_000, 40_000, 0]);
    expect(await waiting('9.4')).toEqual([50_000, 2, 5555]);
    for (const kase of claims) await check(kase);
    const problem = await claims[1]?.refused('officer', 'propose_computed', {}, { status: 422, code: 'budget_short' });
    expect(problem?.detail).toContain('请追加预算，或先按统一比例结算');
  });

  it('is not taken below what is reserved', async () => {
    const kase = new Kase(world, good(await draft('appropriation', withdrawal('9.4', 10_001))));
    await kase.refused('approver', 'put_in_force', {}, { status: 409, code: 'budget_short' });
    await kase.do('officer', 'drop', reason);
    await new Kase(world, good(await draft('appropriation', withdrawal('9.4', 10_000)))).do('approver', 'put_in_force');
    expect(await lineOf(world, '9.4')).toEqual([40_000, 0, 40_000, 0]);
  });

  it('funds those who wait in the order of filing when money is added', async () => {
    await appropriated(world, '9.4', 20_000);
    expect(await asked(claims[1] as Kase)).toEqual({ asked: 2_000_000, reserved: 2_000_000 });
    expect(await asked(claims[2] as Kase)).toEqual({ asked: 3_000_000, reserved: 0 });
    await claims[1]?.do('officer', 'propose_computed');
    await claims[2]?.refused('officer', 'propose_computed', {}, { status: 422, code: 'budget_short' });
  });

  it('funds one who waits from what another gives back', async () => {
    await claims[0]?.do('agency', 'withdraw', reason);
    await world.jobs();
    expect(await asked(claims[2] as Kase)).toEqual({ asked: 3_000_000, reserved: 3_000_000 });
    expect(await lineOf(world, '9.4')).toEqual([60_000, 10_000, 50_000, 0]);
    await claims[2]?.do('officer', 'propose_computed');
    for (const kase of claims.slice(1)) await determined(kase);
    expect(await lineOf(world, '9.4')).toEqual([60_000, 10_000, 0, 50_000]);
  });

  it('gives the last yuan once when two ask for it at the same moment', async () => {
    const drafts: (readonly [Username, Kase])[] = [];
    for (const who of ['agency2', 'agency3'] as const) {
      cases += 1;
      await won(world, `（2021）鲁03民初${cases}号`, { agencyFeeYuan: 10_000 }, who);
      drafts.push([who, await opened(world, '9.4', who)]);
    }
    await Promise.all(drafts.map(([who, kase]) => kase.do(who, 'file', declaration([accounts[who] ?? '']))));
    expect(await lineOf(world, '9.4')).toEqual([60_000, 0, 10_000, 50_000]);
    expect(await waiting('9.4')).toEqual([10_000, 1, 5000]);
    for (const [who, kase] of drafts) await kase.do(who, 'withdraw', reason);
    expect(await lineOf(world, '9.4')).toEqual([60_000, 10_000, 0, 50_000]);
  });

  it('reserves for a claim once when it is filed again in the moment in which money comes', async () => {
    for (let round = 0; round < 4; round += 1) {
      const free = (await lineOf(world, '9.4'))[1] ?? 0;
      await new Kase(world, good(await draft('appropriation', withdrawal('9.4', free)))).do('approver', 'put_in_force');
      const kase = await claimOf('agency2', 10_000);
      await kase.do('officer', 'give_back', reason);
      const more = new Kase(world, good(await draft('appropriation', { ...withdrawal('9.4', 100_000), direction: 'add' })));
      await Promise.all([more.do('approver', 'put_in_force'), kase.do('agency2', 'refile', declaration([accounts.agency2 ?? '']))]);
      expect(await reservationFaults(world), `round ${round}`).toEqual([]);
      await kase.do('agency2', 'withdraw', reason);
    }
    expect((await lineOf(world, '9.4'))[2]).toBe(0);
  });
});

/** Settles a line at the most that is possible; gives each claim's share in yuan, exact and as it is reserved. */
async function settled(item: string, claims: readonly Kase[], most: number) {
  const ceilings: number[] = [];
  for (const kase of claims) ceilings.push(((await asked(kase))?.asked ?? 0) / 100);
  const tooHigh = await draft('settlement', settlement(item, most + 1));
  expect(tooHigh.problem).toMatchObject({ status: 422, code: 'rate_too_high' });
  await new Kase(world, good(await draft('settlement', settlement(item, most)))).do('approver', 'publish');
  const shares = ceilings.map((ceiling) => ({ exact: (ceiling * most) / 10_000, share: Math.floor((ceiling * most) / 10_000) }));
  for (const [i, kase] of claims.entries()) {
    const fen = (shares[i]?.share ?? 0) * 100;
    expect(await asked(kase)).toEqual({ asked: fen, reserved: fen });
  }
  return shares;
}

describe('A settlement by one share', () => {
  const claims: Kase[] = [];
  let certificate: Kase;

  it('pays fixed sums first and whole, and everybody else the same share, rounded down to the yuan', async () => {
    const paper = await world.paper('agency');
    const papers = {
      certificateFile: paper,
      labourContractFile: paper,
      insuranceFile: paper,
      declarationFile: paper,
      issuedDate: '2021-02-12',
    };
    await add(await world.as('agency'), 'agent_certificate', { certificateNo: '3712340', person: '孙三', ...papers });
    for (const [i, who] of agencies.entries()) {
      const own = await world.paper(who);
      const honour = {
        name: `品牌服务机构${i}`,
        level: i === 2 ? 'provincial' : 'national',
        awardedDate: '2021-02-18',
        awardFile: own,
        entryFile: own,
      };
      await add(await world.as(who), 'brand_honour', honour);
    }
    await appropriated(world, '9.3', 100_001);
    for (const who of agencies) claims.push(await filed(world, '9.3.honour', [accounts[who] ?? ''], who));
    certificate = await filed(world, '9.3.cert', [await payee(world, 'agency', { name: '孙三', isPerson: true })]);
    expect(await waiting('9.3')).toEqual([410_000, 3, 1800]);
    await settled('9.3', claims, 1800);
    expect(await asked(certificate)).toEqual({ asked: 1_000_000, reserved: 1_000_000 });
    expect(await lineOf(world, '9.3')).toEqual([100_001, 1, 100_000, 0]);
    expect((await waiting('9.3'))[1]).toBe(0);
    expect((await world.anybody().ask({ url: '/notices' })).text).toContain('按比例结算');
  });

  it('leaves on the line what rounding leaves', async () => {
    const free = (await lineOf(world, '9.4'))[1] ?? 0;
    await new Kase(world, good(await draft('appropriation', withdrawal('9.4', free - 30_001)))).do('approver', 'put_in_force');
    const late = [await claimOf('agency2', 12_345), await claimOf('agency3', 6_789)];
    const [, , most = 0] = await waiting('9.4');
    const shares = await settled('9.4', late, most);
    expect(shares.some(({ exact, share }) => exact !== share)).toBe(true);
    expect((await lineOf(world, '9.4'))[1]).toBe(30_001 - shares.reduce((sum, { share }) => sum + share, 0));
  });

  it('is published once a line and year, and only where it is short', async () => {
    expect((await draft('settlement', settlement('9.3', 1))).problem.code).toBe('rate_decided');
    expect((await draft('settlement', settlement('9.1', 1))).problem.code).toBe('line_not_short');
  });

  it('is what can be proposed from then on, also for who files later', async () => {
    const [first] = claims as [Kase];
    await check(first);
    const most = ((await asked(first))?.reserved ?? 0) / 100;
    await first.refused('officer', 'propose', { yuan: most + 1, reason: '' }, { status: 422, code: 'above_ceiling' });
    await first.do('officer', 'propose_computed');
    await determined(first);
    const { rows } = good(await (await world.as('agency')).call('readSupportHistory', { query: {} }));
    expect(rows.find(({ clause }) => clause === '9.3.honour')).toMatchObject({ amountFen: most * 100, computedFen: most * 100 });
    await check(certificate);
    await certificate.do('officer', 'propose_computed');
    await determined(certificate);
    expect((await lineOf(world, '9.3'))[3]).toBe(most + 10_000);
  });
});

describe('The budget', () => {
  it('is read by the city and by finance, with every case behind it', async () => {
    for (const process of ['appropriation', 'settlement']) {
      const own = good(await (await world.as('officer')).list(process)).rows;
      expect(own.length, process).toBeGreaterThan(0);
      for (const who of ['approver', 'auditor', 'finance'] as const) {
        expect(
          good(await (await world.as(who)).list(process)).rows.map(({ id }) => id),
          `${process} as ${who}`,
        ).toEqual(own.map(({ id }) => id));
        expect((await (await world.as(who)).read(process, own[0]?.id ?? '')).status, `${process} as ${who}`).toBe(200);
      }
    }
  });
});
