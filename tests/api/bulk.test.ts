import { beforeAll, describe, expect, it } from 'vitest';
import { carryOnBulk } from '#server/cases/bulk.ts';
import { good } from '../support/caller.ts';
import { appropriated, filed, payee, sheet, won } from '../support/claims.ts';
import { bookFaults, lineOf, payables } from '../support/payments.ts';
import { type Kase, pastDeadline } from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeAgencies, placeZone } from '../support/zone.ts';

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
  await placeAgencies(world, 'second');
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

  it('publishes every approved claim at once: it is said before, and can not be undone', async () => {
    await claims[1]?.do('officer', 'check', await sheet(claims[1]));
    await claims[1]?.do(['both', 'centre_officer'], 'propose_computed');
    const approver = await world.as('approver');
    const approval = { ...order, event: 'approve' };
    const mine = good(await (await world.as('both', 'centre_approver')).call('previewBulk', { body: approval }));
    expect(mine).toMatchObject({ total: 2, ready: 1, skipped: [{ says: '前面的环节由您本人办理', count: 1 }] });
    expect(good(await approver.call('previewBulk', { body: approval }))).toMatchObject({ ready: 2, skipped: [], isUndoable: false });
    const { id } = good(await approver.call('startBulk', { body: approval }));
    await finish();
    expect(good(await approver.call('readBulk', { params: { id } }))).toMatchObject({ state: 'done', done: 2, undoUntil: null });
    expect(await states()).toEqual(['noticed', 'noticed']);
    const shown = await world.owner.query(`select from public_notice where kind = 'support' and ended_at is null`);
    expect(shown.rowCount).toBe(2);
    await world.jobs();
    const told = good(await (await world.as('agency2')).call('listMessages'));
    expect(told.some(({ says }) => says.includes('已审定，正在公示'))).toBe(true);
    const undo = await approver.call('undoBulk', { params: { id } });
    expect([undo.status, undo.problem.code]).toEqual([409, 'not_undoable']);
    expect(await states()).toEqual(['noticed', 'noticed']);
  });

  it('determines every claim whose notice is over, each from its own reservation, and the books balance', async () => {
    for (const kase of claims) await kase.refresh();
    await pastDeadline(claims[1] as Kase);
    expect(await states()).toEqual(['determination', 'determination']);
    await world.owner.query(`update kase set hands = hands || jsonb_build_object('propose', jsonb_build_array($2::text)) where id = $1`, [
      claims[0]?.id,
      world.person('approver2'),
    ]);
    const determination = { ...order, event: 'determine_payment' };
    const [own, other] = await Promise.all([world.as('approver2'), world.as('approver')]);
    expect(good(await own.call('previewBulk', { body: determination }))).toMatchObject({ ready: 1, isUndoable: false });
    const { id } = good(await other.call('startBulk', { body: determination }));
    await finish();
    expect(good(await other.call('readBulk', { params: { id } }))).toMatchObject({ total: 2, done: 2, refused: 0, undoUntil: null });
    expect(await states()).toEqual(['determined', 'determined']);
    expect(await lineOf(world, '9.4')).toEqual([100_000, 36_000, 0, 64_000]);
    expect((await payables(world)).map(({ amountFen }) => amountFen)).toEqual([3_200_000, 3_200_000]);
    expect(await bookFaults(world)).toEqual([]);
    expect((await other.call('undoBulk', { params: { id } })).problem.code).toBe('not_undoable');
  });

  it('left no fault behind in all of this', () => {
    expect(world.faults).toEqual([]);
  });
});
