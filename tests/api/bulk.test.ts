import { beforeAll, describe, expect, it } from 'vitest';
import { carryOnBulk } from '#server/cases/bulk.ts';
import { good } from '../support/caller.ts';
import { appropriated, filed, payee, sheet, won } from '../support/claims.ts';
import type { Kase } from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const claims: Kase[] = [];

async function finish() {
  while (await carryOnBulk(world.house));
}

const states = async () => {
  const { rows } = await world.owner.query<{ state: string }>(`select state from kase where process = 'claim' order by number`);
  return rows.map(({ state }) => state);
};

const order = { process: 'claim', event: 'propose_computed', filter: {} };

beforeAll(async () => {
  await placeZone(world);
  await world.owner.query(
    `insert into zone_membership (id, agency, zone, from_day, known_from) select gen_random_uuid(), $1, id, '2020-11-02', '-infinity' from zone`,
    [world.orgs.second.id],
  );
  await appropriated(world, '9.4', 100_000);
  for (const [i, who] of (['agency', 'agency2'] as const satisfies readonly Username[]).entries()) {
    await won(world, `（2021）鲁03民初${i + 1}号`, {}, who);
    const kase = await filed(world, '9.4', [await payee(world, who)], who);
    claims.push(kase);
  }
  const [first] = claims;
  await first?.do('officer', 'check', await sheet(first));
});

describe('A decision on many claims', () => {
  it('is previewed with what is skipped and why', async () => {
    const officer = await world.as('officer2');
    expect(good(await officer.call('previewBulk', { body: order }))).toMatchObject({
      total: 2,
      ready: 1,
      skipped: [{ says: '处于“待核对”', count: 1 }],
      isUndoable: true,
    });
  });

  it('is done case by case with a result each, and undone before anybody is told', async () => {
    const officer = await world.as('officer2');
    await world.jobs();
    const { id } = good(await officer.call('startBulk', { body: order }));
    await finish();
    expect(good(await officer.call('readBulk', { params: { id } }))).toMatchObject({ state: 'done', total: 1, done: 1, refused: 0 });
    expect(await states()).toEqual(['proposed', 'filed']);
    const told = async () =>
      (await world.owner.query(`select count(*)::int as n from message where zh like '%请审定%'`)).rows[0]?.n as number;
    await world.jobs();
    expect(await told()).toBe(0);
    good(await officer.call('undoBulk', { params: { id } }));
    await finish();
    expect(good(await officer.call('readBulk', { params: { id } }))).toMatchObject({ state: 'undone', undone: 1 });
    expect(await states()).toEqual(['checked', 'filed']);
    expect((await world.owner.query(`select count(*)::int as n from outbox where next_try_at > now()`)).rows[0]?.n).toBe(0);
  });

  it('leaves a case alone that moved meanwhile, and says so', async () => {
    const [first] = claims;
    const officer = await world.as('officer2');
    const { id } = good(await officer.call('startBulk', { body: order }));
    await first?.refresh();
    await first?.do('officer', 'check', await sheet(first));
    await finish();
    const run = good(await officer.call('readBulk', { params: { id } }));
    expect(run).toMatchObject({ state: 'done', done: 0, refused: 1 });
    expect(run.refusals[0]?.says).toContain('别处已有更新');
  });

  it('is refused for what may not be decided in bulk, to other offices, and when nothing is left', async () => {
    const officer = await world.as('officer2');
    expect((await officer.call('previewBulk', { body: { ...order, event: 'check' } })).status).toBe(404);
    expect((await officer.call('previewBulk', { body: { ...order, event: 'approve' } })).status).toBe(403);
    const none = await officer.call('startBulk', { body: { ...order, filter: { state: 'draft' } } });
    expect([none.status, none.problem.code]).toEqual([409, 'nothing_to_do']);
    expect((await (await world.as('agency')).call('startBulk', { body: order })).status).toBe(403);
  });

  it('can not be undone once the fifteen minutes are over', async () => {
    const officer = await world.as('officer2');
    const { id } = good(await officer.call('startBulk', { body: order }));
    await finish();
    world.passMachine(15 * 60_000);
    expect((await officer.call('undoBulk', { params: { id } })).problem.code).toBe('too_late_to_undo');
  });

  it('left no fault behind in all of this', () => {
    expect(world.faults).toEqual([]);
  });
});
