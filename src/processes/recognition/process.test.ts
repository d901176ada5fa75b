import { describe, expect, it } from 'vitest';
import type { AnyProcess, Case } from '#core/process/define.ts';
import { open } from '#core/process/open.ts';
import { changesOf } from '../../../tests/support/form.ts';
import { actorIn, begun, mayStillDo, moved, occasion, refusedCodes, strangersDo, tableOf, told } from '../../../tests/support/pure.ts';
import { countyOpinion, planFact, reportOf, usual, wholePlan, zoneFact } from '../../../tests/support/pure-recognition.ts';
import { scoreGroups } from './score-sheet.ts';
import { recognition as definition } from './process.ts';

const recognition = definition as unknown as AnyProcess;
const words = { zone: zoneFact().id, year: 2020, firstDay: '2021-03-01', lastDay: '2021-03-31' };
const readings = { excellentScoreMinimum: 85, qualifiedScoreMinimum: 60 };
const reason = { reason: '理由不少于五个字' };

const opened = (facts = usual): Case => begun(recognition, { as: 'clock', input: words, facts });
const written = (report = reportOf()): Case => told(recognition, opened(), [{ as: 'applicant', event: 'fill_in', input: { changes: changesOf(report) } }]);
const filed = (): Case => told(recognition, written(), [{ as: 'applicant', event: 'file', facts: usual }]);
const checked = (more: object = {}): Case => told(recognition, filed(), [{ as: 'county_reviewer', event: 'county_check', input: countyOpinion(more) }]);
const signed = (planProgress = planFact()): Case =>
  told(recognition, checked(), [{ as: 'county_approver', event: 'county_sign', facts: { ...usual, planProgress } }]);

const sheet = (share: number) => ({
  scores: Object.fromEntries(scoreGroups.flatMap(({ indicators }) => indicators.map(({ id, weight }) => [id, Math.round(weight * share * 2) / 2]))),
  remark: '材料齐全，成效属实。',
  hasNoConflict: true,
});
const experts = Array.from({ length: 5 }, (_, i) => ({ person: `expert-${i}`, name: `专家${i}`, field: '', ties: [], offices: [] }));

/** Scored by the whole panel with these shares of every weight. */
function scored(shares: readonly number[] = [0.5, 0.5, 0.5, 0.5, 0.5], plan = planFact()): Case {
  const drawn = told(recognition, signed(plan), [{ as: 'centre_officer', event: 'draw_panel', input: { size: 5 }, facts: { ...usual, experts } }]);
  const judged = experts.reduce(
    (kase, { person }, i) =>
      told(recognition, kase, [
        { as: actorIn('expert', { person }), event: 'declare_clear', input: { hasNoConflict: true } },
        { as: actorIn('expert', { person }), event: 'seal_sheet', input: sheet(shares[i] ?? 0) },
      ]),
    drawn,
  );
  const sheets = experts.map(({ person, name }, i) => ({ expert: person, name, sheet: sheet(shares[i] ?? 0) }));
  return told(recognition, judged, [{ as: 'centre_officer', event: 'open_scores', facts: { sheets } }]);
}

const proposing = (kase: Case, input: object) =>
  ({ kase, act: { as: 'centre_officer', event: 'propose_grade', input: { vetoes: [], reason: '', ...input }, facts: { readings } } }) as const;
const proposed = (kase: Case, input: object): Case => moved(recognition, kase, proposing(kase, input).act).next;
const refusedProposal = (kase: Case, input: object) => refusedCodes(recognition, kase, proposing(kase, input).act);
const clean = { recognitionZone: zoneFact(), openObjections: 0, upheldObjections: 0 };

/** On its way to the decision with the grade as computed. */
const undecided = (kase: Case, input: object): Case =>
  told(recognition, proposed(kase, input), [
    { as: 'centre_approver', event: 'approve_grade', facts: usual },
    { as: 'clock', event: 'notice_ends', at: '2021-03-08T16:00:00.000Z' },
  ]);

describe('A yearly recognition', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(recognition)).toMatchInlineSnapshot(`
      "self_assessment: applicant: fill_in refresh_progress file
      self_assessment: centre_officer: go_on_without
      self_assessment: centre_approver: end_without_title
      self_assessment: clock: self_assessment_overdue
      county_opinion: county_reviewer: county_check
      county_opinion: centre_approver: end_without_title
      county_opinion: clock: county_overdue
      county_approval: county_approver: county_sign county_return send_back
      county_approval: centre_approver: end_without_title
      county_approval: clock: county_overdue
      panel_forming: centre_officer: draw_panel
      panel_forming: centre_approver: end_without_title
      evaluation: centre_officer: replace_recused open_scores
      evaluation: centre_approver: end_without_title
      evaluation: expert: declare_clear recuse seal_sheet
      grading: centre_officer: propose_grade
      grading: centre_approver: end_without_title
      grade_approval: centre_approver: approve_grade send_back_grade end_without_title
      public_notice: centre_approver: revise_after_objection end_without_title
      public_notice: clock: notice_ends
      decision: centre_approver: revise_after_objection decide end_without_title
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
    const attempt = { input: { ...words, ...input }, actor: actorIn('centre_officer') };
    const outcome = open(recognition, attempt, occasion({ ...usual, ...facts }), { id: 'x', number: 'x', policy: 'x' });
    expect(outcome.ok ? 'opened' : outcome.refusals[0]?.code).toBe(code);
  });

  it.each(['applicant', 'county_reviewer', 'county_approver', 'centre_approver', 'expert', 'auditor'] as const)('is not opened by %s', (role) => {
    const outcome = open(recognition, { input: words, actor: actorIn(role) }, occasion(usual), { id: 'x', number: 'x', policy: 'x' });
    expect(outcome.ok ? 'opened' : outcome.refusals[0]?.code).toBe('not_allowed');
  });
});

describe('The self-assessment', () => {
  it('is filled in beforehand with a row for every task and indicator of the plan', () => {
    expect((opened().data as { form: object }).form).toEqual({
      carriedOut: { tasks: [{ no: '1' }, { no: '2' }], indicators: [{ no: '1' }, { no: '2' }] },
    });
  });

  it('keeps what was written when the plan is looked at again, and adds what is new', () => {
    const more = { ...planFact(), tasks: [...planFact().tasks, { no: '3', title: '培训', state: 'done' as const, note: null }] };
    const kase = told(recognition, written(), [{ as: 'applicant', event: 'refresh_progress', facts: { planProgress: more } }]);
    const { form } = kase.data as { form: { carriedOut: { tasks: object[] } } };
    expect(form.carriedOut.tasks).toEqual([...reportOf().carriedOut.tasks, { no: '3' }]);
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
    const { next, effects } = moved(recognition, written(), { as: 'clock', event: 'self_assessment_overdue', at: '2021-03-31T16:00:00.000Z' });
    expect([next.state, next.deadline]).toEqual(['self_assessment', null]);
    expect(effects.every(({ kind }) => kind === 'notify') && effects.length === 3).toBe(true);
    expect(moved(recognition, next, { as: 'applicant', event: 'file', facts: usual, at: '2021-04-02T01:00:00.000Z' }).next.state).toBe('county_opinion');
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
    const back = told(recognition, checked({ opinion: 'return', says: '请补充证明材料。' }), [{ as: 'county_approver', event: 'county_return' }]);
    expect(back).toMatchObject({ state: 'self_assessment', deadline: { day: '2021-03-31' } });
    const again = told(recognition, back, [{ as: 'applicant', event: 'file', facts: usual }]);
    expect(
      refusedCodes(recognition, again, { as: 'county_reviewer', event: 'county_check', input: countyOpinion({ opinion: 'return' }) }),
    ).toEqual(['invalid_input']);
  });

  it('gives workdays to complete where the window is over', () => {
    const at = '2021-03-31T16:00:00.000Z';
    const late = checked({ opinion: 'return', says: '请补充证明材料。' });
    expect(moved(recognition, late, { as: 'county_approver', event: 'county_return', at }).next.deadline).toMatchObject({ day: '2021-04-16' });
  });

  it('says which numbers it doubts, and only numbers of the plan', () => {
    const check = (more: object) => refusedCodes(recognition, filed(), { as: 'county_reviewer', event: 'county_check', input: countyOpinion(more) });
    expect(check({ finding: 'partly' })).toEqual(['invalid_input']);
    expect(check({ finding: 'not', doubted: [{ no: '9', says: '没有材料' }] })).toEqual(['invalid_input']);
  });

  it('pins the plan version in force when it signs; what moves later changes nothing', () => {
    const kase = signed({ ...planFact(), version: { number: 3, consentedOn: '2021-02-26' as never } });
    expect(kase.data).toMatchObject({ pinnedOn: '2021-03-01', progress: { version: { number: 3 } } });
    expect(refusedCodes(recognition, checked(), { as: 'county_approver', event: 'county_sign', facts: { planProgress: null } })).toEqual(['no_plan_version']);
    expect(refusedCodes(recognition, checked(), { as: 'county_approver', event: 'county_return', facts: usual })).toEqual(['opinion_differs']);
  });
});

describe('The score', () => {
  it('adds part one of the pinned plan to the experts’ parts, without the highest and the lowest sheet', () => {
    const { scores, sheets } = scored([0, 0.5, 0.5, 0.5, 1]).data as { scores: object; sheets: { isCounted: boolean }[] };
    // tasks (1 + 0.5) / 2, indicators (1 + 0.5) / 2: 45 of 60
    expect(scores).toEqual({ one: 45, two: 12.5, three: 7.5, total: 65 });
    expect(sheets.map(({ isCounted }) => isCounted)).toEqual([false, true, true, true, false]);
  });

  it('is not opened before everybody has sealed', () => {
    const drawn = told(recognition, signed(), [{ as: 'centre_officer', event: 'draw_panel', input: { size: 5 }, facts: { ...usual, experts } }]);
    expect(refusedCodes(recognition, drawn, { as: 'centre_officer', event: 'open_scores', facts: { sheets: [] } })).toEqual(['sheets_missing']);
  });

  it('is never given by an expert tied to the building unit, an agency or an enterprise of the zone', () => {
    const tied = { ...experts[0], person: 'tied', ties: [{ creditCode: 'A', name: '东园管理委员会', kind: '任职' }] } as never;
    const facts = { ...usual, experts: [...experts, tied] };
    const { data } = moved(recognition, signed(), { as: 'centre_officer', event: 'draw_panel', input: { size: 5 }, facts }).next;
    expect(data).toMatchObject({ parties: ['东园管理委员会'], panel: { excluded: [{ person: 'tied', why: '与“东园管理委员会”有任职关系' }] } });
  });
});

describe('The grade', () => {
  it('is proposed as computed; another one needs its reason', () => {
    const kase = scored();
    expect(refusedProposal(kase, { grade: 'excellent' })).toEqual(['deviation_without_reason']);
    expect(refusedProposal(kase, { grade: 'unqualified', reason: '不够好' })).toEqual(['deviation_without_reason']);
    expect(proposed(kase, { grade: 'qualified' }).data).toMatchObject({
      proposal: { grade: 'qualified', computed: 'qualified', thresholds: { excellent: 85, qualified: 60 } },
    });
    expect(proposed(kase, { grade: 'excellent', reason: '承担全国试点并获通报表扬。' }).data).toMatchObject({ proposal: { grade: 'excellent', computed: 'qualified' } });
  });

  it('takes one of three values, and vetoes from the list alone', () => {
    for (const grade of ['good', 'basically_qualified', '', null]) expect(refusedProposal(scored(), { grade })).toEqual(['invalid_input']);
    expect(refusedProposal(scored(), { grade: 'unqualified', vetoes: ['disliked'], reason: '理由不少于十个字的理由' })).toContain('invalid_input');
  });

  it('with a veto is unqualified, and the veto needs what was found', () => {
    const best = scored([1, 1, 1, 1, 1], wholePlan());
    expect(best.data).toMatchObject({ scores: { total: 100 } });
    expect(refusedProposal(best, { grade: 'unqualified', vetoes: ['false_data'] })).toEqual(['veto_without_reason']);
    const vetoed = proposed(best, { grade: 'unqualified', vetoes: ['false_data'], reason: '经核查，贷款笔数虚报二十笔。' });
    expect(vetoed.data).toMatchObject({ proposal: { computed: 'unqualified' } });
  });

  it('is never proposed, approved or decided without a plan version', () => {
    const bare = (state: string): Case => {
      const kase = scored();
      return { ...kase, state, data: { ...(kase.data as object), progress: null } };
    };
    expect(refusedProposal(bare('grading'), { grade: 'qualified' })).toEqual(['no_plan_version']);
    const tries = { approve_grade: 'grade_approval', decide: 'decision' };
    for (const [event, state] of Object.entries(tries)) {
      expect(refusedCodes(recognition, bare(state), { as: 'centre_approver', event, facts: clean })).toEqual(['no_plan_version']);
    }
  });

  it('is published without a word of the scores', () => {
    const { effects } = moved(recognition, proposed(scored(), { grade: 'qualified' }), { as: 'centre_approver', event: 'approve_grade', facts: usual });
    const notice = effects.find(({ kind }) => kind === 'publish notice');
    expect(notice).toMatchObject({ notice: 'recognition' });
    expect(JSON.stringify(notice)).toContain('合格');
    expect(JSON.stringify(notice)).not.toMatch(/65|45|12\.5/);
  });

  it.each([
    ['excellent', scored([1, 1, 1, 1, 1], wholePlan()), ['record grade', 'notify', 'notify']],
    ['qualified', scored(), ['record grade', 'notify', 'notify']],
    ['unqualified', scored([0, 0, 0, 0, 0]), ['record grade', 'notify', 'notify', 'open case']],
  ])('%s is recorded once decided; only unqualified opens a rectification', (grade, kase, kinds) => {
    const { next, effects } = moved(recognition, undecided(kase, { grade }), { as: 'centre_approver', event: 'decide', facts: clean });
    expect(next.state).toBe('decided');
    expect(effects.map(({ kind }) => kind)).toEqual(kinds);
    expect(effects[0]).toMatchObject({ grade: { zone: words.zone, year: 2020, planVersion: 2, grade, computed: grade, reason: null, proposedBy: 'centre_officer-1' } });
  });

  it.each([
    ['an objection is open', { openObjections: 1 }, 'objection_open'],
    ['an objection was upheld', { upheldObjections: 1 }, 'objection_upheld'],
    ['the year has a result', { recognitionZone: zoneFact({ isGraded: true }) }, 'already_graded'],
    ['the title is lost', { recognitionZone: zoneFact({ isTitleHeld: false }) }, 'title_not_held'],
  ])('is not decided while %s', (_name, more, code) => {
    const kase = undecided(scored(), { grade: 'qualified' });
    expect(refusedCodes(recognition, kase, { as: 'centre_approver', event: 'decide', facts: { ...clean, ...more } })).toEqual([code]);
  });

  it('is proposed anew after an upheld objection, which then stands in the way no more', () => {
    const upheld = { ...clean, upheldObjections: 1 };
    const back = told(recognition, undecided(scored(), { grade: 'qualified' }), [
      { as: 'centre_approver', event: 'revise_after_objection', input: reason, facts: upheld },
    ]);
    expect(back).toMatchObject({ state: 'grading', data: { proposal: null, objectionsSettled: 1 } });
    const again = undecided(back, { grade: 'qualified' });
    expect(moved(recognition, again, { as: 'centre_approver', event: 'decide', facts: upheld }).next.state).toBe('decided');
    expect(refusedCodes(recognition, again, { as: 'centre_approver', event: 'decide', facts: { ...upheld, upheldObjections: 2 } })).toEqual(['objection_upheld']);
  });

  it('is not to be had once the title is lost; while it stands the recognition does not end without one', () => {
    const kase = scored();
    const end = (isTitleHeld: boolean) => ({ as: 'centre_approver', event: 'end_without_title', input: reason, facts: { recognitionZone: zoneFact({ isTitleHeld }) } }) as const;
    expect(refusedCodes(recognition, kase, end(true))).toEqual(['title_stands']);
    expect(moved(recognition, kase, end(false)).next).toMatchObject({ state: 'ended', data: { ended: reason.reason } });
  });
});
