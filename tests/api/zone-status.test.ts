import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '#core/policy/canonical.ts';
import { caseFileOf } from '#server/cases/case-file.ts';
import { determineAgency } from '#server/cases/determination.ts';
import { reading } from '#server/db/transaction.ts';
import { won } from '../support/claims.ts';
import { scopeOfPerson } from '../support/raw.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const year = 2021;
type Knowing = Parameters<typeof caseFileOf>[2];
const before: Knowing = { now: '2021-07-05T01:00:00.000Z' as Knowing['now'], today: '2021-07-05' as Knowing['today'] };
const after: Knowing = { now: '2021-07-20T01:00:00.000Z' as Knowing['now'], today: '2021-07-20' as Knowing['today'] };
let zone = '';

/** A case won the day before, on and after 15 June; each is worth its own sum. */
beforeAll(async () => {
  zone = await placeZone(world);
  world.setNow('2021-07-01T01:00:00.000Z');
  await won(world, '（2021）鲁03民初1号', { effectiveDate: '2021-06-14', agencyFeeYuan: 1_000 });
  await won(world, '（2021）鲁03民初2号', { effectiveDate: '2021-06-15', agencyFeeYuan: 2_000 });
  await won(world, '（2021）鲁03民初3号', { effectiveDate: '2021-06-16', agencyFeeYuan: 4_000 });
});

/** Every test decides anew on a title that stands. */
beforeEach(async () => {
  await world.owner.query(`delete from zone_status where zone = $1 and seq > 1`, [zone]);
});

/** Decides on the title, as known from 10 July on. */
const decide = (seq: number, status: string, from: string, isDeceit = false) =>
  world.owner.query(
    `insert into zone_status (zone, seq, status, from_day, is_deceit, known_from) values ($1, $2, $3, $4, $5, '2021-07-10T01:00:00Z')`,
    [zone, seq, status, from, isDeceit],
  );

/** What an agency's own office sees: nothing here is reserved to the centre. */
const asAgency = <T>(work: Parameters<typeof reading<T>>[2]) => reading(world.house.pool, scopeOfPerson(world, 'agency'), work);
const caseFile = (known: Knowing) => asAgency((tx) => caseFileOf(tx, { agency: world.orgs.first.id, year, rulings: {} }, known));
const item = async (known: Knowing) => {
  const { items } = await asAgency((tx) => determineAgency(tx, world.orgs.first.id, year, known));
  const found = items.find(({ clause }) => clause === '9.4');
  return found && [found.eligible, found.ceilingYuan, found.paymentHold === true];
};
const bytes = async (known: Knowing) => canonicalJson(await caseFile(known));
const historyIn = async (known: Knowing) => (await caseFile(known)).zones.map(({ statusHistory }) => statusHistory);

describe('A title that is revoked', () => {
  it('supports the facts of the days before, none of the day itself and later', async () => {
    expect(await item(after)).toEqual([true, 7_000, false]);
    await decide(2, 'revoked', '2021-06-15');
    expect(await item(after)).toEqual([true, 1_000, false]);
  });

  it.each([
    ['2021-06-14', [false, 0, false]],
    ['2021-06-16', [true, 3_000, false]],
    ['2021-06-17', [true, 7_000, false]],
  ])('from %s on, by the day', async (day, expected) => {
    await decide(2, 'revoked', day);
    expect(await item(after)).toEqual(expected);
  });

  it('changes nothing of what was known before: the same bytes, the same sum', async () => {
    const [earlier, sum] = [await bytes(before), await item(before)];
    await decide(2, 'revoked', '2021-06-15');
    expect([await bytes(before), await item(before)]).toEqual([earlier, sum]);
    expect(await bytes({ ...before, now: after.now })).not.toBe(earlier);
  });

  it('is not the title of another zone: without a decision the day of designation is all there is', async () => {
    expect(await historyIn(after)).toEqual([[{ from: '2020-11-02', status: 'designated' }]]);
  });
});

describe('A title under rectification', () => {
  it('counts, with the payment held until it is kept', async () => {
    await decide(2, 'rectifying', '2021-06-15');
    expect(await item(after)).toEqual([true, 7_000, true]);
    await decide(3, 'designated', '2021-07-12');
    expect(await item(after)).toEqual([true, 7_000, false]);
    expect(await historyIn(after)).toEqual([
      [
        { from: '2020-11-02', status: 'designated' },
        { from: '2021-06-15', status: 'rectifying' },
        { from: '2021-07-12', status: 'designated' },
      ],
    ]);
  });

  it('that fails supports what happened before the revocation', async () => {
    await decide(2, 'rectifying', '2021-06-10');
    await decide(3, 'revoked', '2021-06-16');
    expect(await item(after)).toEqual([true, 3_000, false]);
  });
});

describe('A title got by deceit', () => {
  it('never stood: no fact of any day is supported, while what was known before stays as it was', async () => {
    const earlier = await bytes(before);
    await decide(2, 'revoked', '2021-07-10', true);
    expect(await item(after)).toEqual([false, 0, false]);
    expect(await historyIn(after)).toEqual([[{ from: '2020-11-02', status: 'revoked' }]]);
    expect(await bytes(before)).toBe(earlier);
  });
});
