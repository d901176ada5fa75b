import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, determined, filed, payee, sheet, won } from '../support/claims.ts';
import { bookFaults, lineOf } from '../support/payments.ts';
import type { Kase } from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const codes = { agency: world.orgs.first.creditCode ?? '', agency2: world.orgs.second.creditCode ?? '' };
type Partner = keyof typeof codes;
const accounts: Partial<Record<Partner, string>> = {};

beforeAll(async () => {
  await placeZone(world);
  for (const who of ['agency', 'agency2'] as const) accounts[who] = await payee(world, who);
  await world.owner.query(
    `insert into zone_membership (id, agency, zone, from_day, known_from) select gen_random_uuid(), $1, id, '2020-11-02', '-infinity' from zone`,
    [world.orgs.second.id],
  );
  await appropriated(world, '9.4', 1_000_000);
});

afterEach(async () => {
  assert.deepEqual([...(await bookFaults(world)), ...world.faults], []);
});

type Part = readonly [who: Partner, percent: number | null];
const declared = (...parts: readonly Part[]) => parts.map(([who, percent]) => ({ creditCode: codes[who], percent }));
const sixtyForty = declared(['agency', 60], ['agency2', 40]);

/** A won case as one partner records it. */
const caseOf = (who: Partner, caseNo: string, more: object) => won(world, caseNo, { agencyFeeYuan: 33_333, ...more }, who);
const claimOf = (who: Partner): Promise<Kase> => filed(world, '9.4', [accounts[who] ?? ''], who as Username);
const checked = async (kase: Kase): Promise<Kase> => {
  await kase.do('officer', 'check', await sheet(kase));
  return kase;
};
const proposedAmount = async (kase: Kase) => {
  await kase.do('officer', 'propose_computed');
  return ((await kase.stored()).data as { proposal: { computedFen: number } }).proposal.computedFen / 100;
};
const isDisputed = (kase: Kase) => kase.refused('officer', 'propose_computed', {}, { status: 422, code: 'matter_disputed' });
const drop = (kase: Kase, who: Partner) => kase.do(who, 'withdraw', { reason: '更正登记后重新申领' });

/** Takes the facts off the record, so that the next story begins without them. */
const forget = () => world.owner.query(`update fact set known_to = known_from, withdrawn_because = '测试' where known_to is null`);

describe('Two agencies that did one matter together', () => {
  it('and declared the same parts, both get theirs: one ceiling to the yuan, the rest to the lead', async () => {
    await caseOf('agency', '（2021）鲁03民初1号', { shares: sixtyForty });
    // Written another way, in another order of partners but with the same lead.
    const spelled = sixtyForty.map(({ creditCode, percent }) => ({ creditCode: ` ${creditCode.toLowerCase()}`, percent }));
    await caseOf('agency2', '(2021)鲁03民初1号', { shares: spelled });
    const lead = await checked(await claimOf('agency'));
    const other = await checked(await claimOf('agency2'));
    expect([await proposedAmount(lead), await proposedAmount(other)]).toEqual([20_000, 13_333]);
    await determined(lead);
    await determined(other);
    expect(await lineOf(world, '9.4')).toEqual([1_000_000, 1_000_000 - 33_333, 0, 33_333]);
    await forget();
  });

  it('the second goes on after the first is determined, whenever it files', async () => {
    await caseOf('agency', '（2021）鲁03民初2号', { shares: sixtyForty });
    const lead = await checked(await claimOf('agency'));
    await proposedAmount(lead);
    await determined(lead);
    await caseOf('agency2', '（2021）鲁03民初2号', { shares: sixtyForty });
    const other = await checked(await claimOf('agency2'));
    expect(await proposedAmount(other)).toBe(13_333);
    await determined(other);
    await forget();
  });

  it('a partner that has no right passes nothing on: the other keeps its own part', async () => {
    await caseOf('agency', '（2021）鲁03民初3号', { shares: sixtyForty });
    await caseOf('agency2', '（2021）鲁03民初3号', { shares: sixtyForty, isFinal: false });
    const [lead, other] = [await checked(await claimOf('agency')), await checked(await claimOf('agency2'))];
    await other.refused('officer', 'propose_computed', {}, { status: 422, code: 'not_entitled' });
    expect(await proposedAmount(lead)).toBe(20_000);
    await lead.do('officer', 'take_back');
    await drop(lead, 'agency');
    await drop(other, 'agency2');
    await forget();
  });

  it('are in dispute again from the moment one of them declares otherwise', async () => {
    await caseOf('agency', '（2021）鲁03民初4号', { shares: sixtyForty });
    const id = await caseOf('agency2', '（2021）鲁03民初4号', { shares: sixtyForty });
    const [lead, other] = [await checked(await claimOf('agency')), await checked(await claimOf('agency2'))];
    expect(await proposedAmount(lead)).toBe(20_000);
    const partner = await world.as('agency2');
    const { data } = good(await partner.call('readFact', { params: { id } }));
    const shares = declared(['agency', 50], ['agency2', 50]);
    good(await partner.call('correctFact', { params: { id }, body: { data: { ...data, shares } as never, reason: '份额填写有误' } }));
    await lead.refused('approver', 'approve', {}, { status: 422, code: 'matter_disputed' });
    await lead.do('officer', 'take_back');
    await drop(lead, 'agency');
    await drop(other, 'agency2');
    await forget();
  });
});

const alike = { shares: sixtyForty };
const differing: readonly [what: string, one: object, other: object][] = [
  ['other parts', alike, { shares: declared(['agency', 50], ['agency2', 50]) }],
  ['another lead', alike, { shares: declared(['agency2', 40], ['agency', 60]) }],
  ['another fee, so that the parts make no one ceiling', alike, { ...alike, agencyFeeYuan: 50_000 }],
  ['another day', alike, { ...alike, effectiveDate: '2021-02-11' }],
  ['no parts at all', alike, {}],
  ['no parts at all on either side', {}, {}],
];

describe('A matter stays in dispute where the two declared', () => {
  it.each(differing)('%s', async (what, one, other) => {
    const caseNo = `（2021）鲁03知民初${differing.findIndex(([name]) => name === what) + 1}号`;
    await caseOf('agency', caseNo, one);
    await caseOf('agency2', caseNo, other);
    const claims = { agency: await checked(await claimOf('agency')), agency2: await checked(await claimOf('agency2')) };
    for (const [who, kase] of Object.entries(claims)) {
      const problem = await isDisputed(kase);
      expect(problem?.detail).toContain('份额、日期和金额须一致');
      const seen = JSON.stringify(await kase.view(who as Partner));
      const rival = who === 'agency' ? world.orgs.second : world.orgs.first;
      expect(seen).not.toContain(rival.name);
      expect(seen).not.toContain(rival.id);
    }
    for (const [who, kase] of Object.entries(claims)) await drop(kase, who as Partner);
    await forget();
  });

  it('parts that are open: nothing is determined before all are declared', async () => {
    const open = { shares: declared(['agency', null], ['agency2', null]) };
    await caseOf('agency', '（2021）鲁03民初90号', open);
    await caseOf('agency2', '（2021）鲁03民初90号', open);
    const [lead, other] = [await checked(await claimOf('agency')), await checked(await claimOf('agency2'))];
    const problem = await lead.refused('officer', 'propose_computed', {}, { status: 422, code: 'not_entitled' });
    expect(problem?.detail).toContain('份额');
    await drop(lead, 'agency');
    await drop(other, 'agency2');
    await forget();
  });

  it('a third agency that declared nothing is in dispute with both partners, and they with it', async () => {
    await caseOf('agency', '（2021）鲁03民初91号', alike);
    await caseOf('agency2', '（2021）鲁03民初91号', alike);
    await world.owner.query(
      `insert into zone_membership (id, agency, zone, from_day, known_from) select gen_random_uuid(), $1, id, '2020-11-02', '-infinity' from zone`,
      [world.orgs.outside.id],
    );
    await won(world, '（2021）鲁03民初91号', { agencyFeeYuan: 33_333 }, 'agency3');
    const claims = [
      await claimOf('agency'),
      await claimOf('agency2'),
      await filed(world, '9.4', [await payee(world, 'agency3')], 'agency3'),
    ];
    for (const kase of claims) await isDisputed(await checked(kase));
    await (claims[2] as Kase).do('agency3', 'withdraw', { reason: '误报，撤回' });
    expect(await proposedAmount(claims[0] as Kase)).toBe(20_000);
  });
});
