import assert from 'node:assert/strict';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { document, reason } from '../support/pure-rectification.ts';
import { hearing, notice, proposal, views } from '../support/pure-revocation.ts';
import * as yearly from '../support/recognition.ts';
import * as story from '../support/rectification.ts';
import { overtaken } from '../support/overtaken.ts';
import { announcedCall, Kase, pastDeadline } from '../support/story.ts';
import { refusedToOthers } from '../support/strangers.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { draftOf } from '../support/zone.ts';

const world: World = await openWorld();

beforeEach(() => world.setNow('2021-03-01T01:00:00.000Z'));
afterAll(() => assert.deepEqual(world.faults, []));

const statusOf = async (zone: unknown) =>
  (await world.owner.query<{ status: string }>(`select status from zone where id = $1`, [zone])).rows[0]?.status;
const lastEntryOf = async (zone: unknown) =>
  (
    await world.owner.query(
      `select status, from_day::text as "from", is_deceit as "isDeceit" from zone_status where zone = $1 order by seq desc limit 1`,
      [zone],
    )
  ).rows[0];
const registered = async (zone: unknown) => good(await (await world.as('east')).call('listZones')).find(({ id }) => id === zone);
const zoneOf = async (kase: Kase) => (await kase.stored()).data.zone as string;
const told = async (who: Username, kase: Kase) =>
  good(await (await world.as(who)).call('listMessages'))
    .filter((one) => one.kase === kase.id)
    .map(({ says }) => says)
    .join();
const paper = async (who: Username) => [{ title: '材料', attachment: await world.paper(who) }];

const officers = ['officer', 'officer2', 'both'] as const;
const approvers = ['approver', 'approver2', 'both'] as const;

/** The revocation of a zone that failed its rectification. */
const afterFailure = async (builder: yearly.Builder): Promise<Kase> =>
  story.revocationAfter(world, await story.decidedRectification(world, builder, 'unqualified'));

describe('A zone that failed its rectification', () => {
  it('is told, heard, put on notice and revoked, each step refused to everybody else', async () => {
    const kase = await afterFailure('east');
    const zone = await zoneOf(kase);
    const open = new Kase(world, good(await (await world.as('officer')).open('recognition', { zone, ...yearly.window, year: 2021 })));
    const intended = notice({ evidence: await paper('officer') });
    await refusedToOthers(kase, 'draft_notice', intended, officers);
    const short = await kase.refused('officer', 'draft_notice', notice({ hearingUntil: '2021-03-05' }), {
      status: 422,
      code: 'hearing_period_short',
    });
    expect([short?.clause, short?.detail]).toEqual(['14.3d', expect.stringContaining('不少于5个工作日')]);
    await kase.do(['both', 'centre_officer'], 'draft_notice', intended);
    await kase.refused(['both', 'centre_approver'], 'issue_notice', document(), { status: 403, code: 'same_person' });
    for (const who of ['east', 'reviewer'] as const) expect((await kase.view(who)).hidden, who).toContain('notice');
    await refusedToOthers(kase, 'issue_notice', document(), approvers);
    await kase.do('approver', 'issue_notice', document());
    await world.jobs();
    expect(await told('east', kase)).toContain('2021-03-08前可陈述、申辩，或申请听证；逾期视为没有意见，不视为同意');

    await refusedToOthers(kase, 'state_views', { ...views, evidence: [] }, ['east']);
    expect((await kase.do('east', 'state_views', { ...views, evidence: await paper('east') })).receipt).not.toBeNull();
    await refusedToOthers(kase, 'request_hearing', reason, ['east']);
    await kase.do('east', 'request_hearing', reason);
    await kase.refused('approver', 'revoke', document(2), { status: 409, code: 'wrong_state' });
    await kase.refused('officer', 'propose', proposal(), { status: 409, code: 'wrong_state' });
    const record = hearing({ recordFile: await world.paper('officer') });
    await refusedToOthers(kase, 'record_hearing', record, officers);
    await kase.do('officer2', 'record_hearing', record);

    await refusedToOthers(kase, 'propose', proposal(), officers);
    await kase.refused('officer', 'propose', proposal('revoke', { answer: '' }), { status: 422, code: 'answer_missing' });
    await kase.do('officer', 'propose', proposal());
    expect((await kase.view('east')).hidden).toContain('proposal');
    await kase.refused('approver', 'keep_title', document(2), { status: 422, code: 'proposal_differs' });
    await refusedToOthers(kase, 'publish', {}, ['approver', 'approver2']);
    await kase.do('approver', 'publish');
    const { rows } = await world.owner.query<{ id: string; kind: string }>(`select id, kind from public_notice where kase = $1`, [kase.id]);
    expect(rows[0]?.kind).toBe('revocation');
    const page = await world.anybody().ask({ url: `/notices/${rows[0]?.id}` });
    expect([page.status, page.text.includes('整改后仍不合格')]).toEqual([200, true]);
    await kase.refused('approver', 'revoke', document(2), { status: 409, code: 'wrong_state' });
    await pastDeadline(kase);

    await refusedToOthers(kase, 'revoke', document(2), ['approver', 'approver2']);
    await kase.do('approver', 'revoke', document(2));
    expect(await lastEntryOf(zone)).toEqual({ status: 'revoked', from: '2021-03-09', isDeceit: false });
    expect(await registered(zone)).toMatchObject({ status: 'revoked', statusSince: '2021-03-09', isVoid: false });
    expect((await kase.view('east')).data).toMatchObject({
      proposal: { outcome: 'revoke' },
      decision: { isRevoked: true, effectiveFrom: '2021-03-09', remedies: expect.stringContaining('行政复议') },
    });
    await world.jobs();
    await open.refresh();
    expect(open.state).toBe('ended');
    expect(await told('east', kase)).toMatch(/自2021-03-09起取消示范区资格.*行政复议/);
    expect(await told('reviewer', kase)).toContain('取消示范区资格');
    expect(await told('agency', kase)).toContain('此前的事实照计，当日及以后的不再支持');
    const register = await world.anybody().ask({ url: `/zones/${zone}` });
    expect(register.text).toContain('已取消');
    expect((await world.anybody().ask({ url: `/zones/${zone}/certificate` })).text).toContain('本证书失效');
    expect((await (await world.as('officer')).open('recognition', { zone, ...yearly.window })).problem.code).toBe('title_not_held');
    expect((await (await world.as('east')).open('plan', { zone })).problem.code).toBe('title_revoked');
  });

  it('that says nothing has admitted nothing: proposed and decided all the same, here to keep the title', async () => {
    const kase = await story.noticedRevocation(await afterFailure('south'));
    await pastDeadline(kase);
    expect((await kase.stored()).data).toMatchObject({ heard: 'silence' });
    await kase.do('officer', 'propose', proposal('keep'));
    await kase.refused('approver', 'publish', {}, { status: 422, code: 'proposal_differs' });
    await kase.do('approver', 'keep_title', document(4));
    expect(await lastEntryOf(await zoneOf(kase))).toEqual({ status: 'designated', from: '2021-03-09', isDeceit: false });
  });

  it('is not revoked while an objection is open; an upheld one, or new evidence, leads back to the proposal', async () => {
    const kase = await story.noticedRevocation(await afterFailure('west'));
    await kase.do('west', 'waive_hearing', { isWaived: true });
    await kase.do('officer', 'propose', proposal());
    await kase.do('approver', 'publish');
    const { rows } = await world.owner.query<{ id: string }>(`select id from public_notice where kase = $1`, [kase.id]);
    const objector = { name: '异议人', contact: '13900001234', facts: '培训已于上月补办，附签到表。' };
    const objection = new Kase(world, good(await world.anybody().open('objection', { notice: rows[0]?.id, ...objector })));
    await pastDeadline(kase);
    await kase.refused('approver', 'revoke', document(2), { status: 422, code: 'objection_open' });
    await objection.do('officer', 'propose_answer', { outcome: 'upheld', answer: '经核查，培训确已补办。' });
    await objection.do('approver2', 'answer');
    await kase.refused('approver', 'revoke', document(2), { status: 422, code: 'objection_upheld' });
    await kase.do('approver', 'revise_after_objection', { reason: '异议成立，重新提出处理意见' });
    await kase.do('officer', 'propose', proposal('keep'));
    await kase.do('approver', 'keep_title', document(4));
    expect(await statusOf(await zoneOf(kase))).toBe('designated');
  });

  it('is revoked once, however many decide in the same moment', async () => {
    const kase = await story.undecidedRevocation(await story.noticedRevocation(await afterFailure('east')));
    const { version } = kase;
    const replies = await Promise.all((['approver', 'approver2'] as const).map((who) => kase.try(who, 'revoke', document(2), { version })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { rows } = await world.owner.query(`select 1 from zone_status where zone = $1 and status = 'revoked'`, [await zoneOf(kase)]);
    expect(rows).toHaveLength(1);
  });

  it('is not revoked where the title went another way in the same instant', async () => {
    const kase = await story.undecidedRevocation(await story.noticedRevocation(await afterFailure('east')));
    const elsewhere = [`update zone set status = 'revoked' where id = $1`, [await zoneOf(kase)]] as const;
    const problem = await overtaken(world, [elsewhere], () =>
      kase.refused('approver', 'revoke', document(2), { status: 409, code: 'title_moved_on' }),
    );
    expect([problem.clause, problem.detail]).toEqual(['14.3d', expect.stringContaining('请刷新后再办')]);
  });
});

describe('A revocation is refused', () => {
  const opening = async (input: object) => (await (await world.as('officer')).open('revocation', input)).problem;

  it('before the recheck is decided', async () => {
    const kase = await story.supervisedRectification(world, 'east');
    const zone = await zoneOf(kase);
    const problem = await opening({ zone, ground: 'failed_rectification', basis: kase.id });
    expect(problem).toMatchObject({ status: 422, code: 'recheck_missing', clause: '14.3d' });
    expect(problem.detail).toContain('还没有经复核审定为仍不合格');
    expect(await statusOf(zone)).toBe('rectifying');
  });

  it('on no ground, a strange one, or one that is dealt with', async () => {
    const kase = await afterFailure('south');
    const { zone, basis } = (await kase.stored()).data as { zone: string; basis: string };
    expect((await opening({ zone, ground: 'failed_rectification', basis })).code).toBe('revocation_open');
    expect((await opening({ zone, ground: 'bad_luck' })).code).toBe('invalid_input');
    const other = await story.unqualifiedZone(world, 'west');
    expect((await opening({ zone: other.zone, ground: 'failed_rectification', basis })).code).toBe('no_such_rectification');
    expect((await opening({ zone: other.zone, ground: 'second_unqualified', basis: other.recognition })).code).toBe('new_cycle_first');
    expect((await opening({ zone: other.zone, ground: 'deceit', found: '经查系骗取资格，证据确凿。' })).code).toBe('evidence_missing');
  });

  it('by the database itself: to another office, another process, and a title that is gone', async () => {
    const zone = await yearly.placedZone(world, 'east');
    const set = (kase: string, office: string, status: string) =>
      world.owner.query(
        `with scope as (select set_config('app.office', $2, true)) select app.set_zone_status($1, $3, '2021-03-01', false, $4, now()) from scope`,
        [zone, office, status, kase],
      );
    const { id } = await story.openedForDeceit(world, zone);
    await expect(set(id, 'centre_officer', 'revoked')).rejects.toThrow(/may not change a title/);
    await expect(set(id, 'centre_approver', 'revoked')).rejects.toThrow(/may not change a title/);
    expect(await statusOf(zone)).toBe('designated');
    const release = (office: string) =>
      world.owner.query(`with scope as (select set_config('app.office', $2, true)) select app.release_hold($1) from scope`, [id, office]);
    for (const office of ['finance', 'clock']) await expect(release(office), office).rejects.toThrow(/may not release a sum/);
  });

  it('by the database to a case that may not decide it, and to a title that can not go that way', async () => {
    const revocation = await story.openedForDeceit(world, await yearly.placedZone(world, 'south'));
    const rectification = await story.openedRectification(world, 'south');
    /** As the program would, in the transaction that moves the case; taken back afterwards. */
    const set = async (kase: Kase, status: string) => {
      await world.owner.query('begin');
      try {
        await world.owner.query(`select set_config('app.office', 'centre_approver', true)`);
        await world.owner.query(`update kase set version = version where id = $1`, [kase.id]);
        const { rows } = await world.owner.query<{ is: boolean }>(
          `select app.set_zone_status($1, $2, '2021-03-01', false, $3, now()) as is`,
          [await zoneOf(kase), status, kase.id],
        );
        return rows[0]?.is;
      } finally {
        await world.owner.query('rollback');
      }
    };
    expect([await set(revocation, 'revoked'), await set(rectification, 'rectifying')]).toEqual([true, true]);
    expect([await set(revocation, 'designated'), await set(rectification, 'designated')]).toEqual([false, false]);
    await expect(set(rectification, 'revoked')).rejects.toThrow(/may not make the title revoked/);
    await expect(set(revocation, 'rectifying')).rejects.toThrow(/may not make the title rectifying/);
    await world.owner.query(`update zone set status = 'revoked' where id = $1`, [await zoneOf(rectification)]);
    expect(await set(rectification, 'rectifying')).toBe(false);
  });
});

describe('A title got by deceit', () => {
  it('needs no rectification but a hearing; it never stood', async () => {
    const zone = await yearly.placedZone(world, 'west');
    const kase = await story.openedForDeceit(world, zone);
    expect((await (await world.as('west')).read('revocation', kase.id)).data).toMatchObject({ hidden: ['found', 'findings'] });
    await story.noticedRevocation(kase);
    expect((await kase.view('west')).data).toMatchObject({ found: expect.stringContaining('虚构') });
    await kase.refused('approver', 'revoke', document(2), { status: 409, code: 'wrong_state' });
    await story.undecidedRevocation(kase);
    await kase.do('approver', 'revoke', document(2));
    expect(await lastEntryOf(zone)).toEqual({ status: 'revoked', from: '2021-03-17', isDeceit: true });
    expect(await registered(zone)).toMatchObject({ status: 'revoked', isVoid: true });
  });

  it('ends a rectification under way; who opened the case does not decide it', async () => {
    const running = await story.issuedRectification(world, 'south');
    const zone = await zoneOf(running);
    const both = await world.as('both', 'centre_officer');
    const found = '经查，申报材料中的租赁合同系伪造。';
    const kase = new Kase(world, good(await both.open('revocation', { zone, ground: 'deceit', found, evidence: await paper('both') })));
    await story.undecidedRevocation(await story.noticedRevocation(kase));
    await kase.refused(['both', 'centre_approver'], 'revoke', document(2), { status: 403, code: 'same_person' });
    await kase.do('approver', 'revoke', document(2));
    await world.jobs();
    await running.refresh();
    expect(running.state).toBe('ended');
  });
});

describe('Whoever lost a title', () => {
  it('may apply again at once, or after a year where the reading says so', async () => {
    const kase = await story.openedForDeceit(world, await yearly.placedZone(world, 'south'));
    await story.undecidedRevocation(await story.noticedRevocation(kase));
    await kase.do('approver', 'revoke', document(2));
    const call = await announcedCall(world);
    const south = await world.as('south');
    const ruling = new Kase(
      world,
      good(await (await world.as('officer')).open('ruling', draftOf('reapplyAfterRevocation', 'after_one_year'))),
    );
    await ruling.do('approver', 'put_in_force');
    const { problem } = await south.open('application', { call });
    expect(problem).toMatchObject({ status: 422, code: 'reapplied_too_early', clause: '14.3d' });
    expect(problem.detail).toContain('2022-03-17起方可重新申报');
    await world.owner.query(`delete from reading where key = 'reapplyAfterRevocation'`);
    expect((await south.open('application', { call })).status).toBe(201);
  });
});
