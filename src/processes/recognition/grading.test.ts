import { describe, expect, it } from 'vitest';
import type { Case } from '#core/process/define.ts';
import { moved, refusedCodes, told } from '../../../tests/support/pure.ts';
import { experts, opening, recognition, scored, signed, usual, wholePlan, zoneFact } from '../../../tests/support/pure-recognition.ts';

const readings = { excellentScoreMinimum: 85, qualifiedScoreMinimum: 60 };
const reason = { reason: '理由不少于五个字' };

const proposing = (kase: Case, input: object) =>
  ({
    kase,
    act: { as: 'centre_officer', event: 'propose_grade', input: { vetoes: [], reason: '', ...input }, facts: { readings } },
  }) as const;
const proposed = (kase: Case, input: object): Case => moved(recognition, kase, proposing(kase, input).act).next;
const refusedProposal = (kase: Case, input: object) => refusedCodes(recognition, kase, proposing(kase, input).act);
const clean = { recognitionZone: zoneFact(), openObjections: 0, upheldObjections: 0 };

/** On its way to the decision with the grade as computed. */
const undecided = (kase: Case, input: object): Case =>
  told(recognition, proposed(kase, input), [
    { as: 'centre_approver', event: 'approve_grade', facts: usual },
    { as: 'clock', event: 'notice_ends', at: '2021-03-08T16:00:00.000Z' },
  ]);

describe('The score', () => {
  it('adds part one of the pinned plan to the experts’ parts, without the highest and the lowest sheet', () => {
    const { scores, sheets } = scored([0, 0.5, 0.5, 0.5, 1]).data as { scores: object; sheets: { isCounted: boolean }[] };
    // tasks (1 + 0.5) / 2, indicators (1 + 0.5) / 2: 45 of 60
    expect(scores).toEqual({ one: 45, two: 12.5, three: 7.5, total: 65 });
    expect(sheets.map(({ isCounted }) => isCounted)).toEqual([false, true, true, true, false]);
  });

  it('is not opened before everybody has sealed', () => {
    const drawn = told(recognition, signed(), [
      { as: 'centre_officer', event: 'draw_panel', input: { size: 5 }, facts: { ...usual, experts } },
    ]);
    expect(refusedCodes(recognition, drawn, { as: 'centre_officer', event: 'open_scores', facts: { sheets: [] } })).toEqual([
      'sheets_missing',
    ]);
  });

  it('is given by as many experts as the reading asks for at least', () => {
    const drawing = (panelMinimum: number) => ({
      as: 'centre_officer' as const,
      event: 'draw_panel',
      input: { size: 5 },
      facts: { ...usual, experts, readings: { panelMinimum } },
    });
    expect(refusedCodes(recognition, signed(), drawing(7))).toEqual(['invalid_input']);
    expect(moved(recognition, signed(), drawing(5)).next.data).toMatchObject({ panel: { size: 5 } });
  });

  it('is never given by an expert tied to the building unit, an agency or an enterprise of the zone', () => {
    const tied = { ...experts[0], person: 'tied', ties: [{ creditCode: 'A', name: '东园管理委员会', kind: '任职' }] } as never;
    const facts = { ...usual, experts: [...experts, tied] };
    const { data } = moved(recognition, signed(), { as: 'centre_officer', event: 'draw_panel', input: { size: 5 }, facts }).next;
    expect(data).toMatchObject({
      parties: ['东园管理委员会'],
      panel: { excluded: [{ person: 'tied', why: '与“东园管理委员会”有任职关系' }] },
    });
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
    expect(proposed(kase, { grade: 'excellent', reason: '承担全国试点并获通报表扬。' }).data).toMatchObject({
      proposal: { grade: 'excellent', computed: 'qualified' },
    });
  });

  it('takes one of three values, and vetoes from the list alone', () => {
    for (const grade of ['good', 'basically_qualified', '', null]) expect(refusedProposal(scored(), { grade })).toEqual(['invalid_input']);
    expect(refusedProposal(scored(), { grade: 'unqualified', vetoes: ['disliked'], reason: '理由不少于十个字的理由' })).toContain(
      'invalid_input',
    );
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
    const { effects } = moved(recognition, proposed(scored(), { grade: 'qualified' }), {
      as: 'centre_approver',
      event: 'approve_grade',
      facts: usual,
    });
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
    expect(effects[0]).toMatchObject({
      grade: { zone: opening.zone, year: 2020, planVersion: 2, grade, computed: grade, reason: null, proposedBy: 'centre_officer-1' },
    });
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
    expect(refusedCodes(recognition, again, { as: 'centre_approver', event: 'decide', facts: { ...upheld, upheldObjections: 2 } })).toEqual(
      ['objection_upheld'],
    );
  });

  it('is not to be had once the title is lost; while it stands the recognition does not end without one', () => {
    const kase = scored();
    const end = (isTitleHeld: boolean) =>
      ({
        as: 'centre_approver',
        event: 'end_without_title',
        input: reason,
        facts: { recognitionZone: zoneFact({ isTitleHeld }) },
      }) as const;
    expect(refusedCodes(recognition, kase, end(true))).toEqual(['title_stands']);
    expect(moved(recognition, kase, end(false)).next).toMatchObject({ state: 'ended', data: { ended: reason.reason } });
  });
});
