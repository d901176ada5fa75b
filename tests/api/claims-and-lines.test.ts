import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, filed, payee, sheet, won } from '../support/claims.ts';
import { bookFaults, lineOf, reservationFaults } from '../support/payments.ts';
import type { Kase } from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const accounts: Partial<Record<Username, string>> = {};
const reason = { reason: '理由不少于五个字' };

beforeAll(async () => {
  await placeZone(world);
  for (const org of ['second', 'outside'] as const)
    await world.owner.query(
      `insert into zone_membership (id, agency, zone, from_day, known_from) select gen_random_uuid(), $1, id, '2020-11-02', '-infinity' from zone`,
      [world.orgs[org].id],
    );
  for (const who of ['agency', 'agency2', 'agency3'] as const) accounts[who] = await payee(world, who);
});

afterEach(async () => {
  assert.deepEqual([...(await bookFaults(world)), ...(await reservationFaults(world))], []);
  assert.deepEqual(world.faults, []);
});

let cases = 0;
const wonCase = (who: Username, yuan: number) => {
  cases += 1;
  return won(world, `（2021）鲁03民初${cases}号`, { agencyFeeYuan: yuan }, who);
};
const claimOn = (who: Username): Promise<Kase> => filed(world, '9.4', [accounts[who] ?? ''], who);

/** What a claim asks of its line and what is reserved for it, in yuan. */
async function commitmentOf({ id }: Kase): Promise<readonly number[]> {
  const { rows } = await world.owner.query<{ asked: number; reserved: number }>(
    `select asked::int / 100 as asked, reserved::int / 100 as reserved from commitment where kase = $1`,
    [id],
  );
  return rows.flatMap(({ asked, reserved }) => [asked, reserved]);
}

const journalOf = async ({ id }: Kase) =>
  good(await (await world.as('auditor')).call('readJournal', { query: { case: id } })).entries.map(({ kind }) => kind);

describe('A check that leaves matters out', () => {
  let large: Kase;

  it('lowers what the claim asks of its line at once, and what is free reaches the claim that waits', async () => {
    await appropriated(world, '9.4', 50_000);
    await wonCase('agency', 30_000);
    await wonCase('agency', 20_000);
    await wonCase('agency2', 20_000);
    large = await claimOn('agency');
    const waiting = await claimOn('agency2');
    expect([await commitmentOf(large), await commitmentOf(waiting)]).toEqual([
      [50_000, 50_000],
      [20_000, 0],
    ]);
    const all = await sheet(large);
    await large.do('officer', 'check', all);
    expect(await journalOf(large)).toEqual(['reserve']);
    const [first, second] = all.entries as [{ id: string }, { id: string }];
    const out = { id: second.id, verdict: 'not', remark: '判决尚未生效' };
    await large.do('officer', 'check', { ...all, entries: [{ ...first, verdict: 'met', remark: '' }, out] });
    const [asked = 0] = await commitmentOf(large);
    expect([20_000, 30_000]).toContain(asked);
    expect(await lineOf(world, '9.4')).toEqual([50_000, 50_000 - asked, asked, 0]);
    expect(await journalOf(large)).toEqual(['reserve', 'release_reservation', 'reserve']);
    await world.jobs();
    expect(await commitmentOf(waiting)).toEqual([20_000, 20_000]);
    await large.refused('officer', 'propose', { yuan: asked + 1, reason: '' }, { status: 422, code: 'above_ceiling' });
    await large.do('officer', 'propose', { yuan: asked, reason: '' });
    await large.do('officer', 'take_back');
  });

  it('asks again for what counts after all, and waits in its old place when the money is gone', async () => {
    await large.do('officer', 'check', await sheet(large));
    expect(await commitmentOf(large)).toEqual([50_000, 0]);
    await large.refused('officer', 'propose_computed', {}, { status: 422, code: 'budget_short' });
    await appropriated(world, '9.4', 20_000);
    expect(await commitmentOf(large)).toEqual([50_000, 50_000]);
    await large.do('agency', 'withdraw', reason);
  });

  it('that finds nothing left keeps no money for the claim', async () => {
    await wonCase('agency3', 10_000);
    const kase = await claimOn('agency3');
    await kase.do('officer', 'check', await sheet(kase, 'not'));
    expect(await commitmentOf(kase)).toEqual([0, 0]);
    await kase.refused('officer', 'propose_computed', {}, { status: 422, code: 'not_entitled' });
    await kase.do('agency3', 'withdraw', reason);
  });
});
