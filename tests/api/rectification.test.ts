import assert from 'node:assert/strict';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { countyOpinion, document, notice, reason, recheck, work } from '../support/pure-rectification.ts';
import * as yearly from '../support/recognition.ts';
import * as story from '../support/rectification.ts';
import { Kase, pastDeadline, type Who } from '../support/story.ts';
import { refusedToOthers } from '../support/strangers.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { draftOf } from '../support/zone.ts';

const world: World = await openWorld();

beforeEach(() => world.setNow('2021-03-01T01:00:00.000Z'));
afterAll(() => assert.deepEqual(world.faults, []));

const statusOf = async (zone: unknown) =>
  (await world.owner.query(`select status, status_since::text as since from zone where id = $1`, [zone])).rows[0];
const historyOf = async (zone: unknown) =>
  (
    await world.owner.query<{ line: string }>(`select status || ' ' || from_day as line from zone_status where zone = $1 order by seq`, [
      zone,
    ])
  ).rows.map(({ line }) => line);
const zoneOf = async (kase: Kase) => (await kase.stored()).data.zone as string;
const told = async (who: Username, kase: Kase) =>
  good(await (await world.as(who)).call('listMessages'))
    .filter((one) => one.kase === kase.id)
    .map(({ says }) => says);

const officers = ['officer', 'officer2', 'both'] as const;
const approvers = ['approver', 'approver2', 'both'] as const;

describe('A zone after an unqualified year', () => {
  it('keeps its title when it rectifies, each step refused to everybody else', async () => {
    const zone = await yearly.placedZone(world, 'east');
    await yearly.placedPlan(world, zone, 'nothing');
    const year = await yearly.undecidedRecognition(await yearly.scoredRecognition(world, 'east', { zone, share: 0.5 }), 'unqualified');
    await year.do('approver', 'decide');
    await world.jobs();
    const kase = await story.causedCase(world, 'rectification', { field: 'recognition', id: year.id });
    const number = (await year.stored()).number;
    expect((await kase.stored()).data).toMatchObject({ zone, year: 2020, recognitionNumber: number });
    expect((await kase.view('officer')).data.shortfalls).toHaveLength(4);
    world.setNow('2021-03-10T01:00:00.000Z');

    await refusedToOthers(kase, 'draft_notice', notice(), officers);
    await kase.do(['both', 'centre_officer'], 'draft_notice', notice());
    await kase.refused(['both', 'centre_approver'], 'issue_notice', document(), { status: 403, code: 'same_person' });
    for (const who of ['east', 'reviewer'] as const) expect((await kase.view(who)).hidden, who).toContain('findings');
    await refusedToOthers(kase, 'issue_notice', document(), approvers);
    await kase.do('approver', 'issue_notice', document());
    expect(await statusOf(zone)).toEqual({ status: 'rectifying', since: '2021-03-10' });
    const page = await world.anybody().ask({ url: `/zones/${zone}` });
    expect([page.status, page.text.includes('限期整改')]).toEqual([200, true]);
    await world.jobs();
    expect((await told('east', kase)).join()).toContain('2021-06-01前逐项整改');
    expect((await told('reviewer', kase)).join()).toContain('请督导');
    expect((await told('agency', kase)).join()).toContain('事实照计，款项复核之前暂缓拨付');
    expect(await told('agency2', kase)).toEqual([]);

    const report = await story.reportOf(world, 'east');
    await refusedToOthers(kase, 'save_report', report, ['east']);
    await kase.do('east', 'save_report', { rows: [report.rows[0]] });
    await kase.refused('east', 'file_report', {}, { status: 422, code: 'report_incomplete' });
    await kase.do('east', 'save_report', { rows: [report.rows[1]] });
    expect((await kase.do('east', 'file_report')).receipt).not.toBeNull();
    expect((await kase.view('reviewer')).data).toMatchObject({ work: [{ finding: '1' }, { finding: '2' }] });
    expect((await (await world.as('reviewer')).ask({ url: `/api/files/${await world.paper('east')}?case=${kase.id}` })).status).toBe(200);

    await refusedToOthers(kase, 'county_check', countyOpinion(), ['reviewer', 'countyboth']);
    await kase.do(['countyboth', 'county_reviewer'], 'county_check', countyOpinion());
    await kase.refused(['countyboth', 'county_approver'], 'county_sign', {}, { status: 403, code: 'same_person' });
    await kase.do('signer', 'county_sign');

    const seen = recheck('qualified', { seenOn: '2021-03-10' });
    await refusedToOthers(kase, 'record_recheck', seen, officers);
    await kase.do(['both', 'centre_officer'], 'record_recheck', seen);
    await kase.refused(['both', 'centre_approver'], 'keep_title', document(2), { status: 403, code: 'same_person' });
    expect((await kase.view('east')).hidden).toContain('recheck');
    await refusedToOthers(kase, 'keep_title', document(2), approvers);
    await kase.do('approver', 'keep_title', document(2));
    expect(await statusOf(zone)).toEqual({ status: 'designated', since: '2021-03-10' });
    expect(await historyOf(zone)).toEqual(['designated 2020-11-02', 'rectifying 2021-03-10', 'designated 2021-03-10']);
    expect((await kase.view('east')).data).toMatchObject({ recheck: { result: 'qualified' }, decision: { result: 'qualified' } });
  });

  it('is read by other building units, agencies and counties nowhere', async () => {
    const kase = await story.issuedRectification(world, 'west');
    for (const who of ['east', 'south', 'reviewer', 'signer', 'agency', 'enterprise', 'expert1'] as const)
      expect([403, 404], who).toContain((await (await world.as(who)).read('rectification', kase.id)).status);
    expect((await kase.view('auditor')).data).toMatchObject({ deadline: '2021-06-01' });
  });

  it('that fails is not revoked by that: the revocation is opened, the title still held', async () => {
    const kase = await story.decidedRectification(world, 'south', 'unqualified');
    expect(await statusOf(await zoneOf(kase))).toMatchObject({ status: 'rectifying' });
    expect((await story.revocationAfter(world, kase)).state).toBe('drafting');
  });

  it('that is unqualified again in a later year begins a new rectification, or is revoked where the reading says so', async () => {
    const zone = await yearly.placedZone(world, 'east');
    await yearly.placedPlan(world, zone, 'nothing');
    await story.placedYear(world, zone, 2019);
    const year = await yearly.undecidedRecognition(await yearly.scoredRecognition(world, 'east', { zone, share: 0.5 }), 'unqualified');
    const ruling = new Kase(
      world,
      good(await (await world.as('officer')).open('ruling', draftOf('secondUnqualifiedYear', 'revoke_if_consecutive'))),
    );
    await ruling.do('approver', 'put_in_force');
    await year.do('approver', 'decide');
    await world.owner.query(`delete from reading where key = 'secondUnqualifiedYear'`);
    const { rows } = await world.owner.query(`select process, input from pending_event where caused_by = $1`, [year.id]);
    expect(rows).toEqual([{ process: 'revocation', input: { zone, ground: 'second_unqualified', basis: year.id } }]);
    await world.owner.query(`delete from pending_event`);
  });
});

describe('A rectification is refused', () => {
  it('a second time for the same result, also to two officers in the same moment', async () => {
    const named = await story.unqualifiedZone(world, 'east');
    const callers = await Promise.all([world.as('officer'), world.as('officer2')]);
    const replies = await Promise.all(callers.map((caller) => caller.open('rectification', named)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
    const lost = replies.find(({ ok }) => !ok)?.problem;
    expect([lost?.code, lost?.clause, lost?.detail]).toEqual(['same_finding', '14.3c', expect.stringContaining('不能就同一结果再次整改')]);
  });

  it('to a notice without a last day, with one that is over or beyond six months, each with its sentence', async () => {
    const kase = await story.openedRectification(world, 'south');
    for (const [deadline, code, says] of [
      [undefined, 'invalid_input', '必须写明整改截止日'],
      ['', 'invalid_input', '必须写明整改截止日'],
      ['2021-02-30', 'invalid_input', '日期不存在'],
      ['2021-03-01', 'deadline_over', '须在今天以后'],
      ['2021-09-02', 'deadline_too_far', '最晚为2021-09-01'],
    ] as const) {
      const problem = await kase.refused('officer', 'draft_notice', notice({ deadline }), { status: 422, code });
      expect([problem?.clause, problem?.detail], code).toEqual(['14.3c', expect.stringContaining(says)]);
    }
  });

  it('to whoever rechecks before a report or the last day', async () => {
    const kase = await story.issuedRectification(world, 'east');
    const early = await kase.refused('officer', 'begin_recheck', reason, { status: 422, code: 'recheck_too_early' });
    expect([early?.clause, early?.detail]).toEqual(['14.3d', expect.stringContaining('期限未满且未收到整改报告')]);
    await kase.refused('officer', 'record_recheck', recheck('qualified'), { status: 409, code: 'wrong_state' });
    await pastDeadline(kase);
    expect(kase.state).toBe('rectifying');
    await world.jobs();
    for (const who of ['east', 'reviewer', 'officer'] as const) expect((await told(who, kase)).join(), who).toMatch(/逾期|已满/);
    expect(await statusOf(await zoneOf(kase))).toMatchObject({ status: 'rectifying' });
    await kase.do('officer', 'begin_recheck', reason);
    expect(kase.state).toBe('recheck');
  });

  it('no late report: it is taken', async () => {
    const kase = await story.issuedRectification(world, 'south');
    await pastDeadline(kase);
    await kase.do('south', 'save_report', await story.reportOf(world, 'south'));
    await kase.do('south', 'file_report');
    expect((await kase.stored()).data).toMatchObject({ filedOn: '2021-06-02', overdueOn: '2021-06-02' });
  });

  it('to a file that was never uploaded, and to evidence about no finding', async () => {
    const kase = await story.issuedRectification(world, 'east');
    const invented = { rows: [work('1', { evidence: [{ title: '照片', attachment: 'f'.repeat(64) }] })] };
    await kase.refused('east', 'save_report', invented, { status: 422, code: 'unknown_file' });
    const problem = await kase.refused(
      'east',
      'save_report',
      { rows: [work('7', { evidence: [] })] },
      { status: 422, code: 'no_such_finding' },
    );
    expect([problem?.clause, problem?.refusals[0]?.field]).toEqual(['14.3c', 'rows.0.finding']);
  });

  it('to one of two who decide in the same moment', async () => {
    const kase = await story.supervisedRectification(world, 'east');
    const race = async (people: readonly [Who, Who], event: string, inputs: readonly [unknown, unknown]) => {
      const { version } = kase;
      const replies = await Promise.all(people.map((who, i) => kase.try(who, event, inputs[i], { version })));
      expect(replies.map(({ status }) => status).sort(), event).toEqual([200, 412]);
      await kase.refresh();
    };
    await race(['officer', 'officer2'], 'record_recheck', [recheck('qualified'), recheck('qualified', { reason: '各项都已整改到位。' })]);
    await race(['approver', 'approver2'], 'keep_title', [document(2), document(3)]);
    expect(await historyOf(await zoneOf(kase))).toHaveLength(3);
  });

  it('a second extension, one beyond six months, and one by a single person', async () => {
    const kase = await story.issuedRectification(world, 'east');
    const until = (day: string) => ({ until: day, reason: '设备采购延误一个月。' });
    await kase.refused('officer', 'propose_extension', until('2021-09-02'), { status: 422, code: 'deadline_too_far' });
    await kase.do('east', 'ask_extension', until('2021-08-31'));
    await kase.do(['both', 'centre_officer'], 'propose_extension', until('2021-08-31'));
    await kase.refused(['both', 'centre_approver'], 'extend', {}, { status: 403, code: 'same_person' });
    await kase.do('approver', 'extend');
    expect(await kase.stored()).toMatchObject({ deadline_day: '2021-08-31', deadline_at: '2021-08-31T16:00:00.000Z' });
    await kase.refused('officer', 'propose_extension', until('2021-09-01'), { status: 422, code: 'extended_before' });
  });
});
