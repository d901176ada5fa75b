import { beforeAll, describe, expect, it } from 'vitest';
import { carryOnRun } from '#server/cases/runs.ts';
import { good } from '../support/caller.ts';
import { appropriated, determined, filed, payee, proposed, sheet, won, year } from '../support/claims.ts';
import { Kase } from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { draftOf, placeAgencies, placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const accounts: Partial<Record<Username, string>> = {};
const reason = '部分服务没有完成，酌减';
let cases = 0;

/** A won case with this fee, which is 100 % of it. */
const earns = (who: Username, yuan: number): Promise<string> => {
  cases += 1;
  return won(world, `（2021）鲁03民初${cases}号`, { agencyFeeYuan: yuan }, who);
};

async function claimOf(who: Username, yuan: number): Promise<Kase> {
  await earns(who, yuan);
  return filed(world, '9.4', [accounts[who] ?? ''], who);
}

/** A claim for the fee, for which so much was given. */
async function decided(who: Username, feeYuan: number, yuan: number): Promise<Kase> {
  const kase = await claimOf(who, feeYuan);
  await proposed(kase, yuan, yuan < feeYuan ? reason : '');
  await determined(kase);
  return kase;
}

const discretion = async () => good(await (await world.as('auditor')).call('listDiscretion', { query: { year } }));
const similarIn = async (kase: Kase) => ((await kase.stored()).data as { proposal: { similar: unknown } }).proposal.similar;

let whole: Kase;
let low: Kase;
let near: Kase;
let later: Kase;

beforeAll(async () => {
  await placeZone(world);
  await placeAgencies(world, 'second', 'outside');
  for (const who of ['agency', 'agency2', 'agency3'] as const) accounts[who] = await payee(world, who);
  await appropriated(world, '9.4', 1_000_000);
  whole = await decided('agency', 32_000, 32_000);
  low = await decided('agency2', 40_000, 30_000);
  near = await decided('agency3', 20_000, 19_800);
  later = await claimOf('agency2', 25_000);
});

describe('Decisions of one clause and year, side by side', () => {
  it('lie as counted by hand: 75, 99 and 100 per cent, the median 99', async () => {
    const { groups } = await discretion();
    expect(groups).toMatchObject([{ clause: '9.4', year, count: 3, lowest: 7500, median: 9900, highest: 10_000 }]);
  });

  it('stand apart from five percentage points on, with what was computed, what was given, and why', async () => {
    const { rows, apartPercent } = await discretion();
    expect(apartPercent).toBe(5);
    expect(rows).toMatchObject([
      { case: low.id, share: 7500, median: 9900, ceilingFen: 4_000_000, computedFen: 4_000_000, amountFen: 3_000_000, reason },
    ]);
  });

  it('stand apart from another difference on once that is ruled', async () => {
    const draft = draftOf('discretionApartPercent', 1);
    await new Kase(world, good(await (await world.as('officer')).open('ruling', draft))).do('approver', 'put_in_force');
    expect((await discretion()).rows.map((row) => row.case)).toEqual([low.id, whole.id]);
  });

  it('are before the officer who proposes the next one, and kept with the proposal as they were', async () => {
    const { groups } = good(await (await world.as('officer')).call('listDiscretion', { query: { year } }));
    expect(groups).toMatchObject([{ count: 3, lowest: 7500, median: 9900, highest: 10_000 }]);
    await later.do('officer', 'check', await sheet(later));
    await later.do('officer', 'propose', { yuan: 25_000, reason: '' });
    expect(await similarIn(later)).toEqual({ count: 3, lowest: 7500, median: 9900, highest: 10_000 });
    expect(await similarIn(whole)).toEqual({ count: 0, lowest: 0, median: 0, highest: 0 });
  });

  it('count no more once they were taken back', async () => {
    await low.do('officer', 'propose_recovery', { findings: '经查判决书系伪造，申领不实。', documentNumber: '淄知追〔2021〕1号' });
    await low.do('approver', 'order_recovery');
    const { groups, rows } = await discretion();
    expect(groups).toMatchObject([{ count: 2, lowest: 9900, median: 9900, highest: 10_000 }]);
    expect(rows.map((row) => row.case)).toEqual([whole.id]);
  });
});

describe('Who is entitled but unpaid', () => {
  const unclaimed = async () => {
    const { rows } = good(await (await world.as('officer')).call('listUnclaimed', { query: { year } }));
    return rows.map(({ agency, clause, yuan }) => [agency, clause, yuan]);
  };
  const forecast = async () => {
    const { lines } = good(await (await world.as('finance')).call('readBudget', { query: { year } }));
    return Object.fromEntries(lines.map(({ item, forecastFen }) => [item, forecastFen]));
  };

  it('is named with what is left: beside a claim that was granted, and after one that was refused', async () => {
    await earns('agency', 10_000);
    await later.do('officer', 'take_back');
    await later.do('officer', 'propose_refusal', { reasons: ['evidence_insufficient'], explanation: '缺少生效证明，经补正仍未提交。' });
    await later.do('approver', 'confirm_refusal');
    const live = await claimOf('agency3', 15_000);
    good(await (await world.as('officer')).call('startRun', { body: { year } }));
    while (await carryOnRun(world.house.pool, world.house.clock));
    expect(live.state).toBe('filed');
    expect(near.state).toBe('determined');
    expect(await unclaimed()).toEqual([
      [world.orgs.second.id, '9.4', 25_000],
      [world.orgs.first.id, '9.4', 10_000],
    ]);
  });

  it('is what the budget reckons with: 35,000 yuan on one line, nothing on the others', async () => {
    expect(await forecast()).toEqual({ '9.1': 0, '9.2': 0, '9.3': 0, '9.4': 3_500_000, '9.5': 0 });
  });

  it('is more again by what a live claim asked, once it is withdrawn', async () => {
    const [live] = good(await (await world.as('agency3')).list('claim', { state: 'filed' })).rows;
    const kase = new Kase(world, { ...good(await (await world.as('agency3')).read('claim', live?.id ?? '')) } as never);
    await kase.do('agency3', 'withdraw', { reason: '材料需要重新整理' });
    expect(await unclaimed()).toContainEqual([world.orgs.outside.id, '9.4', 15_000]);
    expect(await forecast()).toMatchObject({ '9.4': 5_000_000 });
  });

  it('left no fault behind', () => {
    expect(world.faults).toEqual([]);
  });
});
