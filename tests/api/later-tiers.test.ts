import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { composePatentNumber } from '#core/kernel/patent-number.ts';
import { carryOnBulk } from '#server/cases/bulk.ts';
import { good } from '../support/caller.ts';
import { appropriated, declaration, filed, opened, payee, sheet, year } from '../support/claims.ts';
import { add, readyForFacts } from '../support/facts.ts';
import { bookFaults, lineOf, reservationFaults } from '../support/payments.ts';
import { Kase, pastDeadline } from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { draftOf, placeAgencies, placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const agencies = ['agency', 'agency2', 'agency3'] as const satisfies readonly Username[];
type Agency = (typeof agencies)[number];
const accounts = new Map<Agency, string>();

beforeAll(async () => {
  await placeZone(world);
  await readyForFacts(world);
  for (const who of agencies) accounts.set(who, await payee(world, who));
  await placeAgencies(world, 'second', 'outside');
  await appropriated(world, '9.3', 1_000_000);
  await appropriated(world, '9.5', 1_000_000);
});

afterEach(async () => {
  assert.deepEqual([...(await bookFaults(world)), ...(await reservationFaults(world)), ...world.faults], []);
});

async function honour(who: Agency, level: 'provincial' | 'national', awardedDate: string): Promise<void> {
  const paper = await world.paper(who);
  await add(await world.as(who), 'brand_honour', { name: `${level}品牌`, level, awardedDate, awardFile: paper, entryFile: paper });
}

let grants = 0;
/** So many grants of this city on record, announced on one day. */
async function granted(who: Agency, count: number, on: string): Promise<void> {
  const numbers = Array.from({ length: count }, () => composePatentNumber(2018, 1, (grants += 1)));
  await world.owner.query(
    `insert into fact (id, agency, kind, matter, valid_on, data, entered_by, known_from)
     select gen_random_uuid(), $1, 'invention_grant', n, $2::date,
       jsonb_build_object('number', n, 'title', '一种材料', 'owner', '丙', 'address', '淄博市张店区', 'ownerCity', '370300', 'grantDate', $2::date::text), $3, $4
     from unnest($5::text[]) n`,
    [world.post(who)[0].id, on, world.person(who), world.house.clock.now(), numbers],
  );
}

const offers = async (who: Agency) => good(await (await world.as(who)).call('listOffers', { query: { year } })).rows;
const offer = async (who: Agency, clause: string) => (await offers(who)).find((one) => one.clause === clause);
const claim = (who: Agency, clause: string): Promise<Kase> => filed(world, clause, [accounts.get(who) ?? ''], who);

/** Checked, proposed as computed, approved and over its notice: only the determination is left. Returns the amount in yuan. */
async function ripe(kase: Kase): Promise<number> {
  await kase.do('officer', 'check', await sheet(kase));
  await kase.do('officer', 'propose_computed');
  await kase.do('approver', 'approve');
  await pastDeadline(kase);
  return ((await kase.stored()).data as { proposal: { amountFen: number } }).proposal.amountFen / 100;
}

const rule = async (value: string) =>
  new Kase(world, good(await (await world.as('officer')).open('ruling', draftOf('laterTier', value)))).do('approver', 'put_in_force');
const spent = async (item: string) => (await lineOf(world, item))[3];
const tooEarly = { status: 422, code: 'may_still_rise' } as const;

describe('A tier that may still rise within the year', () => {
  let provincial: Kase;

  it('is offered with a warning, may be claimed, checked, proposed and published, and waits for its determination', async () => {
    await honour('agency', 'provincial', '2021-03-18');
    expect(await offer('agency', '9.3.honour')).toMatchObject({
      yuan: 100_000,
      waits: '年内还可能升到200,000元，每年只核定一次：自2021年8月25日起核定',
    });
    provincial = await claim('agency', '9.3.honour');
    expect(await ripe(provincial)).toBe(100_000);
    const problem = await provincial.refused('approver', 'determine_payment', {}, tooEarly);
    expect(problem?.detail).toContain('自2021年8月25日起核定');
    expect((await provincial.view('agency')).checks.find(({ title }) => title === '一年一次')).toMatchObject({ status: 'to_be_judged' });
  });

  it('is refused row by row where many are determined at once', async () => {
    const approver = await world.as('approver2');
    const { id } = good(await approver.call('startBulk', { body: { process: 'claim', event: 'determine_payment', filter: {} } }));
    while (await carryOnBulk(world.house));
    const run = good(await approver.call('readBulk', { params: { id } }));
    expect(run).toMatchObject({ state: 'done', done: 0, refused: 1 });
    expect(run.refusals[0]?.says).toContain('自2021年8月25日起核定');
    await provincial.refresh();
  });

  it('reached the higher tier in the same year: the claim takes it in, and the top tier is determined at once', async () => {
    await honour('agency', 'national', '2021-06-08');
    expect(await offer('agency', '9.3.honour')).toMatchObject({ yuan: 200_000, waits: null });
    await provincial.do('approver', 'reopen', { reason: '又取得国家级品牌' });
    await provincial.do('officer', 'take_in');
    expect(await ripe(provincial)).toBe(200_000);
    await provincial.do('approver', 'determine_payment');
    expect(await spent('9.3')).toBe(200_000);
  });

  it('determined once is said to be determined: another claim of the year is refused in plain words', async () => {
    const again = await opened(world, '9.3.honour');
    const problem = await again.refused('agency', 'file', declaration([accounts.get('agency') ?? '']), {
      status: 422,
      code: 'already_settled',
    });
    expect(problem?.detail).toContain('每年只核定一次');
    await again.do('agency', 'withdraw', { reason: '本年度已经核定' });
  });

  it('counts grants the same way: 71 wait, 200 do not', async () => {
    await granted('agency', 71, '2021-03-02');
    const tier = await claim('agency', '9.5.tier');
    expect(await ripe(tier)).toBe(10_000);
    expect((await tier.refused('approver', 'determine_payment', {}, tooEarly))?.detail).toContain('50,000元');
    await granted('agency', 129, '2021-06-01');
    await tier.do('approver', 'reopen', { reason: '又有新的授权' });
    await tier.do('officer', 'take_in');
    expect(await ripe(tier)).toBe(50_000);
    await tier.do('approver', 'determine_payment');
    expect(await spent('9.5')).toBe(50_000);
  });

  it('does not hold up what is added up case by case or loan by loan', async () => {
    expect((await offers('agency')).filter(({ waits }) => waits !== null)).toEqual([]);
  });
});

describe('Where the centre reads that the difference is paid', () => {
  it('the lower tier is determined at once, the higher one with the difference, and history and books show both parts', async () => {
    await rule('pay_difference');
    await honour('agency2', 'provincial', '2021-03-18');
    expect(await offer('agency2', '9.3.honour')).toMatchObject({ yuan: 100_000, waits: null });
    const lower = await claim('agency2', '9.3.honour');
    expect(await ripe(lower)).toBe(100_000);
    await lower.do('approver', 'determine_payment');
    await honour('agency2', 'national', '2021-06-15');
    const open = await offer('agency2', '9.3.honour');
    expect(open).toMatchObject({ yuan: 100_000, says: '第九条（三）：全年200,000元，减去此前已核定的100,000元，本次100,000元。' });
    const higher = await claim('agency2', '9.3.honour');
    expect(((await higher.stored()).data as { entries: { title: string }[] }).entries.map(({ title }) => title)).toEqual([
      expect.stringContaining('NATIONAL'),
    ]);
    expect(await ripe(higher)).toBe(100_000);
    await higher.do('approver', 'determine_payment');
    const history = good(await (await world.as('agency2')).call('readSupportHistory', { query: {} })).rows;
    expect(history.map(({ amountFen }) => amountFen / 100)).toEqual([100_000, 100_000]);
    expect(await spent('9.3')).toBe(400_000);
    expect((await offer('agency2', '9.3.honour'))?.yuan).toBe(0);
  });

  it('holds for the steps of grants, in three parts, without counting a grant twice', async () => {
    const parts: number[] = [];
    for (const [count, on] of [
      [71, '2021-03-02'],
      [50, '2021-03-30'],
      [90, '2021-06-01'],
    ] as const) {
      await granted('agency2', count, on);
      const tier = await claim('agency2', '9.5.tier');
      const { entries } = (await tier.stored()).data as { entries: { matters: unknown[] }[] };
      expect(entries.flatMap(({ matters }) => matters)).toHaveLength(count);
      parts.push(await ripe(tier));
      await tier.do('approver', 'determine_payment');
    }
    expect(parts).toEqual([10_000, 20_000, 20_000]);
    expect(await spent('9.5')).toBe(100_000);
  });
});

describe('When the year of the plan is over', () => {
  it('what waited is determined from the day that was named, and not a day before', async () => {
    await rule('wait_for_year_end');
    await honour('agency3', 'provincial', '2021-04-20');
    const kase = await claim('agency3', '9.3.honour');
    expect(await ripe(kase)).toBe(100_000);
    world.setNow('2021-08-24T15:59:00.000Z');
    await kase.refused('approver', 'determine_payment', {}, tooEarly);
    world.setNow('2021-08-24T16:00:00.000Z');
    expect(await offer('agency3', '9.3.honour')).toMatchObject({ waits: null });
    await kase.do('approver', 'determine_payment');
    expect(await spent('9.3')).toBe(500_000);
  });
});
