import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import * as facts from '../support/facts.ts';
import { planContent } from '../support/plan.ts';
import { consentedPlan } from '../support/plan-story.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let zone = '';

beforeAll(async () => {
  zone = await placeZone(world, '2020-11-02');
  await consentedPlan(world, zone, planContent(), {});
  await facts.readyForFacts(world);
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

const counts = async (year = 2021) =>
  good(await (await world.as('reviewer')).call('readScorecard', { params: { id: zone }, query: { year } })).counts;
const agency = () => world.as('agency');

describe('What the system counts of a zone for its indicators', () => {
  it('is nothing before anything is on record', async () => {
    expect(await counts()).toEqual({
      agencies: 1,
      staff: null,
      invention_grants: 0,
      scheme_loans: 0,
      custody_contracts: 0,
      certificates: 0,
      won_cases: 0,
    });
  });

  it('are grants and certificates of the year, each once', async () => {
    await facts.add(await agency(), 'invention_grant');
    await facts.add(await agency(), 'agent_certificate');
    expect(await counts()).toMatchObject({ invention_grants: 1, certificates: 1 });
    expect(await counts(2022)).toMatchObject({ invention_grants: 0, certificates: 0 });
  });

  it('are loans of the scheme only, and not one the bank denied', async () => {
    await facts.add(await agency(), 'pledge_loan', { contractNo: '贷2021-01', insuredByGovBankInsurer: false });
    expect((await counts()).scheme_loans).toBe(0);
    const loan = await facts.add(await agency(), 'pledge_loan', { contractNo: '贷2021-02' });
    expect((await counts()).scheme_loans).toBe(1);
    good(await facts.answer(await world.as('bank'), loan, false));
    expect((await counts()).scheme_loans).toBe(0);
  });

  it('are custody contracts in every year in which they run', async () => {
    await facts.add(await agency(), 'custody_contract', { contractNo: '托2020-01', startDate: '2020-06-01', endDate: '2021-03-31' });
    await facts.add(await agency(), 'custody_contract', { contractNo: '托2020-02', startDate: '2020-06-01', endDate: '2020-12-31' });
    await facts.add(await agency(), 'custody_contract', { contractNo: '托2021-01', startDate: '2021-02-01', endDate: null });
    expect((await counts()).custody_contracts).toBe(2);
    await facts.add(await agency(), 'custody_contract', { contractNo: '托2020-03', startDate: '2020-01-01', endDate: '2020-11-01' });
    expect((await counts()).custody_contracts).toBe(2);
  });

  it('leave out the agency’s facts from before it moved in and after it moved out, and what was withdrawn', async () => {
    await world.owner.query(`update zone_membership set from_day = '2021-04-07' where zone = $1`, [zone]);
    expect(await counts()).toMatchObject({ invention_grants: 0, certificates: 1, custody_contracts: 1 });
    await world.owner.query(`update zone_membership set from_day = '2020-11-02', to_day = '2021-04-11' where zone = $1`, [zone]);
    expect(await counts()).toMatchObject({ agencies: 0, invention_grants: 1, certificates: 0, custody_contracts: 2 });
    await world.owner.query(`update zone_membership set to_day = null where zone = $1`, [zone]);
    const grants = good(await (await agency()).call('listFacts', { query: { kind: 'invention_grant' } as never })).rows;
    good(await (await agency()).call('withdrawFact', { params: { id: grants[0]?.id ?? '' }, body: { reason: '登记有误' } }));
    expect((await counts()).invention_grants).toBe(0);
  });

  it('are numbers for whoever may read the zone, and the facts behind them for nobody more', async () => {
    expect((await (await world.as('east')).call('listFacts', { query: {} as never })).status).toBe(403);
    expect((await (await world.as('signer2')).call('readScorecard', { params: { id: zone }, query: { year: 2021 } })).status).toBe(404);
  });
});
