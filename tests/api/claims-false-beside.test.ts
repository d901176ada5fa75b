import { beforeAll, describe, expect, it, vi } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, declaration, determined, filed, opened, payee, sheet } from '../support/claims.ts';
import { add, answer, readyForFacts } from '../support/facts.ts';
import { findings } from '../support/false-claims.ts';
import { Kase } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { draftOf, placeZone } from '../support/zone.ts';

const world: World = await openWorld();
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
let campaign: Kase;
let tier: Kase;

const held = async (kase: Kase) =>
  (await world.owner.query<{ matter: string }>(`select matter from matter_hold where kase = $1 and released_at is null`, [kase.id])).rows;

/** One grant stands behind a campaign that is decided and behind the tier that is still being checked. */
beforeAll(async () => {
  await readyForFacts(world);
  await placeZone(world);
  await appropriated(world, '9.5', 1_000_000);
  const atOnce = draftOf('laterTier', 'pay_difference'); // the campaign is decided within the year
  await new Kase(world, good(await (await world.as('officer')).open('ruling', atOnce))).do('approver', 'put_in_force');
  const agency = await world.as('agency');
  const paper = await world.paper('agency');
  await add(agency, 'invention_grant', { grantFile: paper });
  const result = await add(agency, 'campaign_result', {
    campaign: 'zero_clearing',
    baseCount: 0,
    endCount: 1,
    mandateFile: paper,
    baseListFile: paper,
    endListFile: paper,
    countyFile: paper,
  });
  good(await answer(await world.as('approver2'), result));
  campaign = await filed(world, '9.5.campaign', []);
  await campaign.do('officer', 'check', await sheet(campaign));
  await campaign.do('officer', 'propose_computed');
  await determined(campaign, 'issue_voucher');
  tier = await opened(world, '9.5.tier');
  await tier.do('agency', 'file', declaration([await payee(world)]));
});

describe('A matter found false', () => {
  it('is held by no claim of the agency any more, whatever the clause, and by none again', async () => {
    const matters = (await held(tier)).map(({ matter }) => ({ kind: 'invention_grant', matter }));
    expect(matters).toHaveLength(1);
    await campaign.do('officer', 'propose_recovery', { ...findings, falseMatters: matters });
    await campaign.do('approver', 'order_recovery');
    expect(await held(tier)).toEqual([]);
    await tier.do('officer', 'check', await sheet(tier));
    expect(await held(tier)).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});
