import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { countyOpinion } from '../support/pure-recognition.ts';
import * as yearly from '../support/recognition.ts';
import { Kase, panelOf, pastDeadline, type Who } from '../support/story.ts';
import { refusedToOthers } from '../support/strangers.ts';
import { freeExperts, openWorld, type Username, type World } from '../support/world.ts';

const world: World = await openWorld();
const morning = '2021-03-01T01:00:00.000Z';
const reason = { reason: '理由不少于五个字' };

beforeEach(() => world.setNow(morning));
/** These stories end where a rectification begins; what becomes of it has its own. */
afterEach(() => world.owner.query(`delete from pending_event where process = 'rectification'`));

const zoneWith = async (builder: yearly.Builder, done: 'all' | 'half' | 'nothing') => {
  const zone = await yearly.placedZone(world, builder);
  await yearly.placedPlan(world, zone, done);
  return zone;
};

const resultOf = async (zone: string) =>
  (await world.owner.query<Record<string, unknown>>(`select * from recognition where zone = $1 and year = $2`, [zone, yearly.year])).rows;

const gradesNow = async () => good(await world.anybody().call('listRecognitions', { query: { year: yearly.year } }));

describe('A year that was excellent', () => {
  it('goes from the self-assessment to a recorded grade, each step refused to everybody else', async () => {
    const zone = await zoneWith('east', 'all');
    const kase = await yearly.filledRecognition(world, 'east', zone);
    await refusedToOthers(kase, 'file', {}, ['east']);
    expect((await kase.view('officer')).hidden).toContain('form');
    expect((await kase.do('east', 'file')).receipt).not.toBeNull();
    const filing = good(await (await world.as('reviewer')).call('readFiling', { params: { id: kase.id, n: 1 } }));
    expect(Object.keys(filing.form)).toContain('progress');

    await refusedToOthers(kase, 'county_check', countyOpinion(), ['reviewer', 'countyboth']);
    await kase.do(['countyboth', 'county_reviewer'], 'county_check', countyOpinion());
    await kase.refused(['countyboth', 'county_approver'], 'county_sign', {}, { status: 403, code: 'same_person' });
    await kase.do('signer', 'county_sign');
    expect((await kase.stored()).data).toMatchObject({ pinnedOn: '2021-03-01', progress: { version: { number: 1 } } });

    await refusedToOthers(kase, 'draw_panel', { size: 5 }, ['officer', 'officer2', 'both']);
    await kase.do('officer', 'draw_panel', { size: 5 });
    const { panel } = (await kase.stored()).data as { panel: { excluded: { person: string }[] } };
    expect(panel.excluded.map(({ person }) => person).sort()).toEqual(
      ['employed', 'shareholder'].map((name) => world.person(name as Username)).sort(),
    );

    const experts = await panelOf(kase);
    for (const expert of experts) {
      await kase.refused('officer', 'open_scores', {}, { status: 422, code: 'sheets_missing' });
      expect((await kase.view(expert)).hidden).toContain('form');
      await kase.do(expert, 'declare_clear', { hasNoConflict: true });
      expect((await kase.view(expert)).data.form).toMatchObject({ goingOn: { ideas: expect.any(String) } });
      const draft = good(await (await world.as(expert)).call('readScoreDraft', { params: { id: kase.id } }));
      expect([draft.process, (draft.groups as { id: string }[]).map(({ id }) => id)]).toEqual(['recognition', ['two', 'three']]);
      good(await (await world.as(expert)).call('saveScoreDraft', { params: { id: kase.id }, body: { sheet: { remark: '草稿' } } }));
      await kase.refused(
        expert,
        'seal_sheet',
        { ...yearly.sheetOf(1), scores: { ...yearly.sheetOf(1).scores, innovation: 7.5 } },
        { status: 422, code: 'invalid_input' },
      );
      await kase.do(expert, 'seal_sheet', yearly.sheetOf(0.8));
    }
    await kase.do('officer', 'open_scores');
    const scores = { one: 60, two: 20.5, three: 12, total: 92.5 };
    expect((await kase.view('approver')).data.scores).toEqual(scores);
    for (const who of ['east', 'reviewer', 'signer', experts[0] as Username] as const) {
      const view = await kase.view(who);
      expect(view.hidden, who).toContain('scores');
      expect(JSON.stringify(view), who).not.toContain('92.5');
    }

    const proposal = { grade: 'excellent', vetoes: [], reason: '' };
    await refusedToOthers(kase, 'propose_grade', proposal, ['officer', 'officer2', 'both']);
    await kase.do(['both', 'centre_officer'], 'propose_grade', proposal);
    await kase.refused(['both', 'centre_approver'], 'approve_grade', {}, { status: 403, code: 'same_person' });
    await refusedToOthers(kase, 'approve_grade', {}, ['approver', 'approver2', 'both']);
    await kase.do('approver', 'approve_grade');
    const { rows } = await world.owner.query<{ id: string; kind: string }>(`select id, kind from public_notice where kase = $1`, [kase.id]);
    expect(rows[0]?.kind).toBe('recognition');
    const page = await world.anybody().ask({ url: `/notices/${rows[0]?.id}` });
    expect([page.status, page.text.includes('优秀'), page.text.includes('92.5')]).toEqual([200, true, false]);

    await kase.refused('approver', 'decide', {}, { status: 409, code: 'wrong_state' });
    await pastDeadline(kase);
    await refusedToOthers(kase, 'decide', {}, ['approver', 'approver2', 'both']);
    await kase.refused(['both', 'centre_approver'], 'decide', {}, { status: 403, code: 'same_person' });
    await kase.do('approver', 'decide');
    expect(await resultOf(zone)).toMatchObject([
      {
        plan_version: 1,
        part_one: 6000,
        part_two: 2050,
        part_three: 1200,
        total: 9250,
        computed: 'excellent',
        grade: 'excellent',
        vetoes: [],
        reason: null,
      },
    ]);
    expect((await kase.view('east')).data).toMatchObject({ scores, proposal: { grade: 'excellent' } });
    const published = (await gradesNow()).find((row) => row.zone === zone);
    expect(published).toEqual({
      zone,
      number: expect.any(String),
      name: 'east示范区',
      districtName: '张店区',
      operatorName: '东园管理委员会',
      grade: 'excellent',
      gradeTitle: '优秀',
      decidedOn: '2021-03-09',
    });
    const { rows: pending } = await world.owner.query(`select * from pending_event where caused_by = $1`, [kase.id]);
    expect(pending).toEqual([]);
  });

  it('is read by other building units, agencies and counties neither in the case nor in the result', async () => {
    const zone = await zoneWith('west', 'all');
    const kase = await yearly.scoredRecognition(world, 'west', { zone, share: 1 });
    for (const who of ['east', 'south', 'reviewer', 'signer'] as const)
      expect((await (await world.as(who)).read('recognition', kase.id)).status, who).toBe(404);
    const members = await panelOf(kase);
    const stranger = freeExperts.find((name) => !members.includes(name)) as Username;
    expect((await (await world.as(stranger)).call('readScoreDraft', { params: { id: kase.id } })).status).toBe(404);
    for (const who of ['employed', 'shareholder'] as const)
      expect((await (await world.as(who)).read('recognition', kase.id)).status, who).toBe(404);
  });
});

describe('Other grades', () => {
  it('qualified: half the plan and middling sheets; the title is kept', async () => {
    const zone = await zoneWith('south', 'half');
    const kase = await yearly.scoredRecognition(world, 'south', { zone, share: 0.5 });
    expect((await kase.view('officer')).data.scores).toEqual({ one: 45, two: 12.5, three: 7.5, total: 65 });
    expect((await kase.view('officer')).checks.find(({ clause }) => clause === '14.1')?.explains).toContain('计算等次“合格”');
    expect((await kase.view('south')).checks.map(({ clause }) => clause)).toEqual(['14.2a', '13.1']);
    const problem = await kase.refused(
      'officer',
      'propose_grade',
      { grade: 'excellent', vetoes: [], reason: '' },
      { status: 422, code: 'deviation_without_reason' },
    );
    expect([problem.clause, problem.refusals[0]?.field]).toEqual(['14.1', 'reason']);
    for (const grade of ['good', '', 'Excellent']) {
      await kase.refused('officer', 'propose_grade', { grade, vetoes: [], reason: '' }, { status: 422, code: 'invalid_input' });
    }
    await yearly.undecidedRecognition(kase, 'qualified');
    await kase.do('approver', 'decide');
    expect(await resultOf(zone)).toMatchObject([{ grade: 'qualified', total: 6500 }]);
    expect((await world.owner.query(`select status from zone where id = $1`, [zone])).rows).toEqual([{ status: 'designated' }]);
    await world.jobs();
    const messages = good(await (await world.as('south')).call('listMessages'));
    expect(messages.filter(({ kase: id, says }) => id === kase.id && /认定为“合格”.*资格保留.*行政复议/.test(says))).toHaveLength(1);
  });

  it('unqualified: the opening of a rectification is noted with the decision, for the clock to carry out', async () => {
    const zone = await zoneWith('south', 'nothing');
    const kase = await yearly.scoredRecognition(world, 'south', { zone, share: 0.5 });
    expect((await kase.view('officer')).data.scores).toMatchObject({ one: 0, total: 20 });
    await yearly.undecidedRecognition(kase, 'unqualified');
    await kase.do('approver', 'decide');
    const { rows } = await world.owner.query(`select process, event, kase, input from pending_event where caused_by = $1`, [kase.id]);
    expect(rows).toEqual([{ process: 'rectification', event: 'open', kase: null, input: { zone, recognition: kase.id } }]);
  });

  it('a veto makes the best year unqualified, and says why', async () => {
    const zone = await zoneWith('east', 'all');
    const kase = await yearly.scoredRecognition(world, 'east', { zone, share: 1 });
    const veto = { grade: 'unqualified', vetoes: ['false_data'] };
    await kase.refused('officer', 'propose_grade', { ...veto, reason: '' }, { status: 422, code: 'veto_without_reason' });
    await kase.refused(
      'officer',
      'propose_grade',
      { ...veto, vetoes: ['other'], reason: '经核查贷款笔数虚报二十笔。' },
      { status: 422, code: 'invalid_input' },
    );
    await yearly.undecidedRecognition(kase, 'unqualified', { ...veto, reason: '经核查贷款笔数虚报二十笔。' });
    await kase.do('approver', 'decide');
    expect(await resultOf(zone)).toMatchObject([{ total: 10_000, computed: 'unqualified', grade: 'unqualified', vetoes: ['false_data'] }]);
  });
});

describe('A grade is refused', () => {
  it('without a plan version: the report can not be filed, nor the case go on without it', async () => {
    const zone = await yearly.placedZone(world, 'east');
    const kase = await yearly.filledRecognition(world, 'east', zone);
    const problem = await kase.refused('east', 'file', {}, { status: 422, code: 'no_plan_version' });
    expect([problem.clause, problem.detail]).toEqual(['14.2a', expect.stringContaining('没有经市中心同意的建设方案')]);
    await pastDeadline(kase);
    await kase.refused('officer', 'go_on_without', reason, { status: 422, code: 'no_plan_version' });
    await yearly.placedPlan(world, zone, 'all');
    await kase.refused('east', 'go_on_without', reason, { status: 403, code: 'not_allowed' });
    await kase.do('officer', 'go_on_without', reason);
  });

  it('without a plan version by the database too', async () => {
    const zone = await zoneWith('south', 'all');
    const kase = await yearly.scoredRecognition(world, 'south', { zone, share: 1 });
    await yearly.undecidedRecognition(kase, 'excellent');
    await world.owner.query(`update kase set data = jsonb_set(data, '{progress,version,number}', '7') where id = $1`, [kase.id]);
    const reply = await kase.try('approver', 'decide');
    expect([reply.status, (await kase.stored()).state]).toEqual([500, 'decision']);
    expect(await resultOf(zone)).toEqual([]);
    expect(world.faults.splice(0).join()).toContain('foreign key');
  });

  it('a second time in the same year, at the opening and at the decision', async () => {
    const zone = await zoneWith('south', 'all');
    const kase = await yearly.scoredRecognition(world, 'south', { zone, share: 1 });
    const officer = await world.as('officer2');
    const again = () => officer.open('recognition', { zone, ...yearly.window });
    expect((await again()).problem).toMatchObject({ status: 422, code: 'already_open', clause: '12.1' });
    await yearly.undecidedRecognition(kase, 'excellent');
    await kase.do('approver', 'decide');
    expect((await again()).problem).toMatchObject({ status: 422, code: 'already_graded', clause: '12.1' });
    await kase.refused('approver2', 'decide', {}, { status: 409, code: 'wrong_state' });
    expect(await resultOf(zone)).toHaveLength(1);
  });

  it('a second time by the database, where somebody was faster in the same instant', async () => {
    const zone = await zoneWith('east', 'all');
    const kase = await yearly.scoredRecognition(world, 'east', { zone, share: 1 });
    await yearly.undecidedRecognition(kase, 'excellent');
    const other = await yearly.openedRecognition(world, await zoneWith('west', 'all'));
    await world.owner.query('begin');
    await world.owner.query(
      `insert into recognition values ($1, $2, $3, 1, 0, 0, 0, 0, 'unqualified', 'unqualified', '{}', null, '2021-03-09', $4, $5, now())`,
      [zone, yearly.year, other.id, world.person('officer'), world.person('approver2')],
    );
    const waiting = kase.try('approver', 'decide');
    await new Promise((done) => setTimeout(done, 300));
    await world.owner.query('commit');
    const reply = await waiting;
    expect([reply.status, reply.problem?.code, reply.problem?.clause]).toEqual([409, 'already_graded', '12.1']);
    expect((await kase.stored()).state).toBe('decision');
    expect(await resultOf(zone)).toMatchObject([{ grade: 'unqualified' }]);
  });

  it('to one of two officers who propose, and of two approvers who decide, in the same moment', async () => {
    const zone = await zoneWith('east', 'all');
    const kase = await yearly.scoredRecognition(world, 'east', { zone, share: 1 });
    const both = async (people: readonly [Who, Who], event: string, inputs: readonly [unknown, unknown]) => {
      const { version } = kase;
      const replies = await Promise.all(people.map((who, i) => kase.try(who, event, inputs[i], { version })));
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
      await kase.refresh();
    };
    const other = { grade: 'qualified', vetoes: [], reason: '服务链还不完整，建议评为合格。' };
    await both(['officer', 'officer2'], 'propose_grade', [{ grade: 'excellent', vetoes: [], reason: '' }, other]);
    await both(['approver', 'approver2'], 'approve_grade', [{}, {}]);
    await pastDeadline(kase);
    await both(['approver', 'approver2'], 'decide', [{}, {}]);
    expect(await resultOf(zone)).toHaveLength(1);
  });

  it('while an objection is open; upheld, the grade is proposed anew', async () => {
    const zone = await zoneWith('west', 'all');
    const kase = await yearly.scoredRecognition(world, 'west', { zone, share: 1 });
    await kase.do('officer', 'propose_grade', { grade: 'excellent', vetoes: [], reason: '' });
    await kase.do('approver', 'approve_grade');
    const { rows } = await world.owner.query<{ id: string }>(`select id from public_notice where kase = $1`, [kase.id]);
    const objector = { name: '异议人', contact: '13900001234', facts: '所报培训场次与实际不符，附签到表。' };
    const objection = new Kase(world, good(await world.anybody().open('objection', { notice: rows[0]?.id, ...objector })));
    await pastDeadline(kase);
    await kase.refused('approver', 'decide', {}, { status: 422, code: 'objection_open' });
    await objection.do('officer', 'propose_answer', { outcome: 'upheld', answer: '经核查，培训场次确有虚报。' });
    await objection.do('approver2', 'answer');
    await kase.refused('approver', 'decide', {}, { status: 422, code: 'objection_upheld' });
    await kase.do('approver', 'revise_after_objection', { reason: '异议成立，重新拟定等次' });
    await yearly.undecidedRecognition(kase, 'qualified', { reason: '扣除虚报的培训场次后拟定为合格。' });
    await kase.do('approver', 'decide');
    expect(await resultOf(zone)).toMatchObject([{ computed: 'excellent', grade: 'qualified', reason: '扣除虚报的培训场次后拟定为合格。' }]);
  });

  it('to a zone that lost its title on the way; the case ends without one', async () => {
    const zone = await zoneWith('west', 'all');
    const kase = await yearly.scoredRecognition(world, 'west', { zone, share: 1 });
    await kase.refused('approver', 'end_without_title', reason, { status: 422, code: 'title_stands' });
    await yearly.undecidedRecognition(kase, 'excellent');
    await world.owner.query(`update zone set status = 'revoked' where id = $1`, [zone]);
    await kase.refused('approver', 'decide', {}, { status: 422, code: 'title_not_held' });
    await kase.do('approver', 'end_without_title', reason);
    expect((await (await world.as('officer')).open('recognition', { zone, ...yearly.window })).problem.code).toBe('title_not_held');
  });
});
