import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type BusinessDate } from '#core/kernel/dates.ts';
import { good } from '../support/caller.ts';
import { appropriated, declaration, payee, sheet, won } from '../support/claims.ts';
import { states as revocationStates } from '#processes/revocation/states.ts';
import { document, recheck } from '../support/pure-rectification.ts';
import { hearing, notice, proposal, views } from '../support/pure-revocation.ts';
import { revocationAfter } from '../support/rectification.ts';
import { alone, openedAlone } from '../support/strangers.ts';
import { type Kase, pastDeadline } from '../support/story.ts';
import * as years from '../support/three-years.ts';
import { openWorld, type World } from '../support/world.ts';
import { draftOf } from '../support/zone.ts';

const world: World = await openWorld();
let zone: years.Zone;
let rectification: Kase;
let revocation: Kase;

/** The plan's own year is over before the story is: it is extended, as the centre may. */
async function extended(): Promise<void> {
  for (const [key, value] of [
    ['policyTo', '2023-12-31'],
    ['runOffUntil', '2024-06-30'],
  ] as const) {
    const ruling = await openedAlone(world, 'officer', { process: 'ruling', input: draftOf(key, value) });
    await alone(ruling, 'approver', 'put_in_force');
  }
}

beforeAll(async () => {
  await extended();
  zone = await years.newZone(world, 'west');
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

describe('A zone whose year is unqualified', () => {
  it('gets its plan and its notice with a last day', async () => {
    await years.planInForce(zone);
    world.setNow('2022-02-14T01:00:00.000Z');
    const year = await years.roundOpened(zone, { year: 2021, firstDay: '2022-02-14', lastDay: '2022-03-11' });
    await years.judged(year, 'west', { grade: 'unqualified', share: 0.4 });
    await alone(year, 'approver', 'decide');
    rectification = await years.rectifying(year, '2022-05-31');
    expect((await years.titleOf(zone))?.status).toBe('rectifying');
  });

  it('can not be revoked before the recheck', async () => {
    const opening = { zone: zone.id, ground: 'failed_rectification', basis: rectification.id };
    const reply = await (await world.as('officer')).open('revocation', opening);
    expect([reply.status, reply.problem.refusals[0]?.clause]).toEqual([422, '14.3d']);
    expect((await years.titleOf(zone))?.status).toBe('rectifying');
  });

  it('that lets the last day pass is marked and nothing more; the recheck finds it unqualified still', async () => {
    await pastDeadline(rectification);
    expect(rectification.state).toBe('rectifying');
    expect((await rectification.stored()).data.overdueOn).not.toBeNull();
    await alone(rectification, 'officer', 'begin_recheck', { input: { reason: '期限已满，没有整改报告' } });
    await alone(rectification, 'officer', 'record_recheck', { input: recheck('unqualified', { seenOn: world.house.clock.today() }) });
    await alone(rectification, 'approver', 'find_unqualified', { input: document(2) });
    await world.jobs();
    expect((await years.titleOf(zone))?.status).toBe('rectifying'); // failed, and not revoked by that
    revocation = await revocationAfter(world, rectification);
  });
});

describe('Its revocation', () => {
  /** Decided before the building unit was heard: refused with its clause, and with the state that says what is waited for. */
  async function notBeforeTheHearing(): Promise<void> {
    const { title } = revocationStates[revocation.state as keyof typeof revocationStates];
    const problem = await revocation.refused('approver', 'revoke', document(4), { status: 409, code: 'wrong_state' });
    expect([problem.clause, problem.detail]).toEqual(['14.3d', `当前处于“${title.zh}”，不能办理“决定取消资格”`]);
  }

  it('is told and heard before anything is decided', async () => {
    const until = addDays(world.house.clock.today(), 12);
    await alone(revocation, 'officer', 'draft_notice', { input: notice({ hearingUntil: until }) });
    await alone(revocation, 'approver', 'issue_notice', { input: document(3) });
    await revocation.refused('officer', 'propose', proposal(), { status: 409, code: 'wrong_state' });
    await notBeforeTheHearing();
    await alone(revocation, 'west', 'state_views', { input: { ...views, evidence: [] } });
    await alone(revocation, 'west', 'request_hearing', { input: { reason: '请求当面说明培训推迟的情况' } });
    await notBeforeTheHearing();
    const record = await world.paper('officer');
    await alone(revocation, 'officer', 'record_hearing', { input: hearing({ recordFile: record, heldOn: world.house.clock.today() }) });
    expect((await years.titleOf(zone))?.status).toBe('rectifying');
  });

  it('is proposed by one person, published, and decided by another', async () => {
    await alone(revocation, 'officer', 'propose', { input: proposal() });
    await alone(revocation, 'approver', 'publish');
    await pastDeadline(revocation);
    await alone(revocation, 'approver', 'revoke', { input: document(4) });
    await world.jobs();
    expect(await years.titleOf(zone)).toEqual({ status: 'revoked', since: world.house.clock.today() });
  });

  it('ends the life of the zone: no plan, no report, no round, no recommendation', async () => {
    const west = await world.as('west');
    expect((await west.open('plan', { zone: zone.id })).problem.code).toBe('title_revoked');
    const report = { state: 'done', on: world.house.clock.today(), spentYuan: 0 } as never;
    expect((await west.call('reportTask', { params: { id: zone.id, no: '1.1' }, body: report })).problem.code).toBe('title_revoked');
    world.setNow('2023-02-13T01:00:00.000Z');
    const window = { year: 2022, firstDay: '2023-02-13', lastDay: '2023-03-10' };
    expect(good(await (await world.as('officer')).call('openRecognitionRound', { body: window })).zones).toBe(0);
    const listed = good(await (await world.as('officer')).call('readDistrictBonus', { query: { year: 2022 } }));
    expect(listed.rows).toEqual([]); // not held on 31 December
  });
});

describe('What an agency of the zone claims afterwards', () => {
  const opened = () => openedAlone(world, 'agency', { process: 'claim', input: { year: 2022, clause: '9.4' } });

  it('stands for a fact of the day before, up to the determined sum; a fact of the day itself is refused', async () => {
    const { since = '' } = (await years.titleOf(zone)) ?? {};
    const account = await payee(world);
    await appropriated(world, '9.4', 200_000, { year: 2022 });
    await won(world, '（2022）鲁03民初71号', { effectiveDate: since });
    const offers = good(await (await world.as('agency')).call('listOffers', { query: { year: 2022 } }));
    expect(offers.rows.filter(({ clause }) => clause === '9.4')).toEqual([]);
    const kase = await opened();
    const problem = await kase.refused('agency', 'file', declaration([account]), { status: 422, code: 'title_revoked' });
    expect([problem.clause, problem.detail, kase.state]).toEqual(['14.3d', expect.stringContaining('资格已经取消'), 'draft']);

    await won(world, '（2022）鲁03民初70号', { effectiveDate: addDays(since as BusinessDate, -1) });
    await alone(kase, 'agency', 'file', { input: declaration([account]) });
    await alone(kase, 'officer', 'check', { input: await sheet(kase) });
    await alone(kase, 'officer', 'propose_computed');
    const { entries, proposal: proposed } = (await kase.stored()).data as { entries: { title: string }[]; proposal: { amountFen: number } };
    expect([entries.map(({ title }) => title), proposed.amountFen]).toEqual([[expect.stringContaining('70号')], 3_200_000]);
    await alone(kase, 'approver', 'approve');
    await pastDeadline(kase);
    await alone(kase, 'approver', 'determine_payment');
    expect(kase.state).toBe('determined');
  });
});
