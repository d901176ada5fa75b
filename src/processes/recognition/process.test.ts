import { describe, expect, it } from 'vitest';
import type { Case } from '#core/process/define.ts';
import { open } from '#core/process/open.ts';
import { actorIn, mayStillDo, moved, occasion, refusedCodes, strangersDo, tableOf, told } from '../../../tests/support/pure.ts';
import {
  checked,
  countyOpinion,
  filed,
  opened,
  opening,
  planFact,
  recognition,
  reportOf,
  signed,
  usual,
  written,
  zoneFact,
} from '../../../tests/support/pure-recognition.ts';

const reason = { reason: '理由不少于五个字' };

describe('A yearly recognition', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(recognition)).toMatchInlineSnapshot(`
      "self_assessment: applicant: fill_in refresh_progress file
      self_assessment: centre_officer: go_on_without
      self_assessment: centre_approver: end_without_title
      self_assessment: clock: self_assessment_overdue title_lost
      county_opinion: county_reviewer: county_check
      county_opinion: centre_approver: end_without_title
      county_opinion: clock: county_overdue title_lost
      county_approval: county_approver: county_sign county_return send_back
      county_approval: centre_approver: end_without_title
      county_approval: clock: county_overdue title_lost
      panel_forming: centre_officer: draw_panel
      panel_forming: centre_approver: end_without_title
      panel_forming: clock: title_lost
      evaluation: centre_officer: replace_recused open_scores
      evaluation: centre_approver: end_without_title
      evaluation: expert: declare_clear recuse seal_sheet
      evaluation: clock: title_lost
      grading: centre_officer: propose_grade
      grading: centre_approver: end_without_title
      grading: clock: title_lost
      grade_approval: centre_approver: approve_grade send_back_grade end_without_title
      grade_approval: clock: title_lost
      public_notice: centre_approver: revise_after_objection end_without_title
      public_notice: clock: notice_ends title_lost
      decision: centre_approver: revise_after_objection decide end_without_title
      decision: clock: title_lost
      decided: nobody, nothing
      ended: nobody, nothing"
    `);
  });

  it('is touched by nobody of another organisation, district or panel but the centre and the clock', () => {
    expect(strangersDo(recognition).filter((line) => !/: (centre_officer|centre_approver|clock): /.test(line))).toEqual([]);
  });

  it('is checked and signed, proposed and decided by two persons', () => {
    expect(mayStillDo(recognition, 'county_approval', { role: 'county_approver', did: 'county_check' })).toEqual([]);
    for (const state of ['grade_approval', 'public_notice', 'decision']) {
      expect(mayStillDo(recognition, state, { role: 'centre_approver', did: 'propose_grade' }), state).toEqual(['end_without_title']);
    }
  });

  it('belongs to the building unit although another office opens it, and ends its window with the last day', () => {
    const kase = opened();
    expect(kase).toMatchObject({ owner: 'owner', district: '370303', state: 'self_assessment' });
    expect(kase.deadline).toMatchObject({ day: '2021-03-31', at: '2021-03-31T16:00:00.000Z', fires: 'self_assessment_overdue' });
  });

  it.each([
    ['no zone', { recognitionZone: null }, {}, 'no_such_zone'],
    ['a zone without its title', { recognitionZone: zoneFact({ isTitleHeld: false }) }, {}, 'title_not_held'],
    ['a year that has a result', { recognitionZone: zoneFact({ isGraded: true }) }, {}, 'already_graded'],
    ['a year that is under way', { recognitionZone: zoneFact({ isUnderWay: true }) }, {}, 'already_open'],
    ['a year to come', {}, { year: 2022 }, 'year_not_begun'],
    ['a year before the designation', { recognitionZone: zoneFact({ designatedOn: '2021-01-04' as never }) }, {}, 'before_designation'],
    ['a window that is over', {}, { firstDay: '2021-02-01', lastDay: '2021-02-26' }, 'window_over'],
    ['a window that ends before it begins', {}, { firstDay: '2021-03-31', lastDay: '2021-03-01' }, 'invalid_input'],
  ])('is not opened for %s', (_name, facts, input, code) => {
    const attempt = { input: { ...opening, ...input }, actor: actorIn('centre_officer') };
    const outcome = open(recognition, attempt, occasion({ ...usual, ...facts }), { id: 'x', number: 'x', policy: 'x' });
    expect(outcome.ok ? 'opened' : outcome.refusals[0]?.code).toBe(code);
  });

  it.each(['applicant', 'county_reviewer', 'county_approver', 'centre_approver', 'expert', 'auditor'] as const)(
    'is not opened by %s',
    (role) => {
      const outcome = open(recognition, { input: opening, actor: actorIn(role) }, occasion(usual), { id: 'x', number: 'x', policy: 'x' });
      expect(outcome.ok ? 'opened' : outcome.refusals[0]?.code).toBe('not_allowed');
    },
  );
});

describe('The self-assessment', () => {
  it('is filled in beforehand with a row for every task and indicator of the plan', () => {
    expect((opened().data as { form: object }).form).toEqual({
      carriedOut: { tasks: [{ no: '1' }, { no: '2' }], indicators: [{ no: '1' }, { no: '2' }] },
    });
  });

  it('keeps what was written when the plan is looked at again, and adds what is new', () => {
    const more = { ...planFact(), tasks: [...planFact().tasks, { no: '3', title: '培训', state: 'done' as const, note: null }] };
    const kase = told(recognition, written(), [
      { as: 'applicant', event: 'refresh_progress', facts: { planProgress: more, yearRecord: {} } },
    ]);
    const { form } = kase.data as { form: { carriedOut: { tasks: object[] } } };
    expect(form.carriedOut.tasks).toEqual([...reportOf().carriedOut.tasks, { no: '3' }]);
  });

  it('finds in its annex what the system has on record; what the building unit wrote otherwise stays', () => {
    const kase = opened({ ...usual, yearRecord: { grants: 70, wins: 1, staff: 110 } });
    const annexOf = ({ data }: Case) => (data as { form: { annex?: object } }).form.annex;
    expect(annexOf(kase)).toEqual({ grants: 70, wins: 1, staff: 110 });
    const later = told(recognition, kase, [
      { as: 'applicant', event: 'fill_in', input: { changes: [{ path: 'annex.staff', value: 120 }] } },
      { as: 'applicant', event: 'refresh_progress', facts: { ...usual, yearRecord: { grants: 82, wins: 1, staff: 115, custody: 4 } } },
    ]);
    expect(annexOf(later)).toEqual({ grants: 82, wins: 1, staff: 120, custody: 4 });
    expect((later.data as { recorded: object }).recorded).toMatchObject({ staff: 115 });
  });

  it('is not filed without a plan, incomplete, without its reasons, or before the window', () => {
    const filing = (kase: Case, more: object = {}, at?: string) =>
      refusedCodes(recognition, kase, { as: 'applicant', event: 'file', facts: { ...usual, ...more }, ...(at ? { at } : {}) });
    expect(filing(written(), { planProgress: null })).toEqual(['no_plan_version']);
    expect(filing(opened())).toEqual(['form_incomplete', 'reasons_missing']);
    expect(filing(written(reportOf(undefined, false)))).toEqual(['reasons_missing']);
    expect(filing(written(), {}, '2021-02-28T15:59:59.999Z')).toEqual(['window_not_open']);
    const first = { as: 'applicant', event: 'file', facts: usual, at: '2021-02-28T16:00:00.000Z' } as const;
    expect(moved(recognition, written(), first).next.state).toBe('county_opinion');
  });

  it('names every task and indicator for which the reason is missing', () => {
    const missing = written(reportOf(undefined, false));
    const outcome = recognition.events.file?.guards?.find(({ code }) => code === 'reasons_missing')?.says;
    const sight = { data: missing.data, facts: usual } as never;
    expect(typeof outcome === 'function' && outcome(sight).zh).toContain('任务2、指标2');
  });

  it('that spends more than arrived is not complete', () => {
    const report = reportOf();
    const broke = written({ ...report, annex: { ...report.annex, fundsSpentYuan: 800_001 } });
    expect(refusedCodes(recognition, broke, { as: 'applicant', event: 'file', facts: usual })).toEqual(['form_incomplete']);
  });

  it('that is late is reminded and still taken: silence is nothing', () => {
    const { next, effects } = moved(recognition, written(), {
      as: 'clock',
      event: 'self_assessment_overdue',
      at: '2021-03-31T16:00:00.000Z',
    });
    expect([next.state, next.deadline]).toEqual(['self_assessment', null]);
    expect(effects.every(({ kind }) => kind === 'notify') && effects.length === 3).toBe(true);
    expect(moved(recognition, next, { as: 'applicant', event: 'file', facts: usual, at: '2021-04-02T01:00:00.000Z' }).next.state).toBe(
      'county_opinion',
    );
  });

  it('is done without only after the time is over, by an officer with a reason', () => {
    const without = { as: 'centre_officer', event: 'go_on_without', input: reason, facts: usual } as const;
    expect(refusedCodes(recognition, opened(), without)).toEqual(['not_overdue']);
    const late = moved(recognition, opened(), { as: 'clock', event: 'self_assessment_overdue' }).next;
    expect(moved(recognition, late, without).next).toMatchObject({ state: 'county_opinion', data: { withoutReport: reason.reason } });
  });
});

describe('The county', () => {
  it('returns a report once, and then has to submit it', () => {
    const back = told(recognition, checked({ opinion: 'return', says: '请补充证明材料。' }), [
      { as: 'county_approver', event: 'county_return' },
    ]);
    expect(back).toMatchObject({ state: 'self_assessment', deadline: { day: '2021-03-31' } });
    const again = told(recognition, back, [{ as: 'applicant', event: 'file', facts: usual }]);
    expect(
      refusedCodes(recognition, again, { as: 'county_reviewer', event: 'county_check', input: countyOpinion({ opinion: 'return' }) }),
    ).toEqual(['invalid_input']);
  });

  it('gives workdays to complete where the window is over', () => {
    const at = '2021-03-31T16:00:00.000Z';
    const late = checked({ opinion: 'return', says: '请补充证明材料。' });
    expect(moved(recognition, late, { as: 'county_approver', event: 'county_return', at }).next.deadline).toMatchObject({
      day: '2021-04-16',
    });
  });

  it('says which numbers it doubts, and only numbers of the plan', () => {
    const check = (more: object) =>
      refusedCodes(recognition, filed(), { as: 'county_reviewer', event: 'county_check', input: countyOpinion(more) });
    expect(check({ finding: 'partly' })).toEqual(['invalid_input']);
    expect(check({ finding: 'not', doubted: [{ no: '9', says: '没有材料' }] })).toEqual(['invalid_input']);
  });

  it('pins the plan version in force when it signs; what moves later changes nothing', () => {
    const kase = signed({ ...planFact(), version: { number: 3, consentedOn: '2021-02-26' as never } });
    expect(kase.data).toMatchObject({ pinnedOn: '2021-03-01', progress: { version: { number: 3 } } });
    expect(refusedCodes(recognition, checked(), { as: 'county_approver', event: 'county_sign', facts: { planProgress: null } })).toEqual([
      'no_plan_version',
    ]);
    expect(refusedCodes(recognition, checked(), { as: 'county_approver', event: 'county_return', facts: usual })).toEqual([
      'opinion_differs',
    ]);
  });
});
