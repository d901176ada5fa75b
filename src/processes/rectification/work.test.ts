import { describe, expect, it } from 'vitest';
import type { Case } from '#core/process/define.ts';
import { moved, refusedCodes, told, tried } from '../../../tests/support/pure.ts';
import {
  countyOpinion,
  issued,
  overdue,
  readings,
  reason,
  rectification,
  reported,
  supervised,
  work,
} from '../../../tests/support/pure-rectification.ts';

const late = '2021-06-02T01:00:00.000Z';

describe('The work', () => {
  const save = (rows: object[], kase = issued()) => tried(rectification, kase, { as: 'applicant', event: 'save_report', input: { rows } });

  it('is saved in parts; what is not given stays as it was', () => {
    const first = told(rectification, issued(), [
      { as: 'applicant', event: 'save_report', input: { rows: [work('2')] } },
      { as: 'applicant', event: 'save_report', input: { rows: [{ finding: '1', measure: '正在办' }] } },
    ]);
    expect((first.data as { work: object[] }).work).toEqual([{ finding: '1', measure: '正在办', doneOn: null, evidence: [] }, work('2')]);
    expect(first.deadline?.day).toBe('2021-06-01');
    expect(refusedCodes(rectification, first, { as: 'applicant', event: 'file_report' })).toEqual(['report_incomplete']);
  });

  it.each([
    ['about no finding of the notice', [work('3')], 'no_such_finding'],
    ['twice about one finding', [work('1'), work('1')], 'finding_twice'],
    ['done on a day to come', [work('1', { doneOn: '2021-03-02' })], 'day_to_come'],
    ['of nothing at all', [], 'invalid_input'],
  ])('%s is not saved', (_name, rows, code) => {
    const outcome = save(rows);
    expect(outcome.ok ? [] : outcome.refusals.map((one) => one.code)).toEqual([code]);
  });

  it.each([
    ['the measure', { measure: '补' }],
    ['the day', { doneOn: null }],
    ['the evidence', { evidence: [] }],
  ])('is not filed where %s is missing', (_name, more) => {
    const short = told(rectification, issued(), [{ as: 'applicant', event: 'save_report', input: { rows: [work('1'), work('2', more)] } }]);
    const outcome = tried(rectification, short, { as: 'applicant', event: 'file_report' });
    expect(outcome.ok ? '' : outcome.refusals[0]?.says.zh).toContain('整改事项2还缺');
  });

  it('is filed with a receipt and goes to the county, two persons there, and to the recheck', () => {
    const { effects } = moved(
      rectification,
      told(rectification, issued(), [{ as: 'applicant', event: 'save_report', input: { rows: [work('1'), work('2')] } }]),
      { as: 'applicant', event: 'file_report' },
    );
    expect(effects.map(({ kind }) => kind)).toEqual(['freeze filing', 'issue receipt', 'notify']);
    expect(reported().deadline).toMatchObject({ fires: 'county_overdue' });
    expect(supervised()).toMatchObject({
      state: 'recheck',
      deadline: null,
      data: { opinion: { finding: 'true', signedOn: '2021-03-01' } },
    });
  });

  it('of a county that says nothing is reminded, not approved', () => {
    const { next } = moved(rectification, reported(), { as: 'clock', event: 'county_overdue' });
    expect([next.state, next.deadline]).toEqual(['county_opinion', null]);
    const back = told(rectification, reported(), [
      { as: 'county_reviewer', event: 'county_check', input: countyOpinion() },
      { as: 'county_approver', event: 'send_back', input: reason },
    ]);
    expect(back.state).toBe('county_opinion');
  });
});

describe('A deadline that passes', () => {
  it('is flagged to building unit, county and centre, and decides nothing', () => {
    const { next, effects } = moved(rectification, issued(), {
      as: 'clock',
      event: 'rectification_overdue',
      at: '2021-06-01T16:00:00.000Z',
    });
    expect([next.state, next.deadline]).toEqual(['rectifying', null]);
    expect(next.data).toMatchObject({ overdueOn: '2021-06-02' });
    expect(effects.map(({ kind }) => kind)).toEqual(['notify', 'notify', 'notify']);
  });

  it('still takes a late report', () => {
    const filed = told(rectification, overdue(), [
      { as: 'applicant', event: 'save_report', input: { rows: [work('1'), work('2')] }, at: late },
      { as: 'applicant', event: 'file_report', at: late },
    ]);
    expect(filed).toMatchObject({ state: 'county_opinion', data: { filedOn: '2021-06-02' } });
  });

  it('opens the recheck without a report; before it, and while the county has time, there is none', () => {
    const without = (kase: Case) => tried(rectification, kase, { as: 'centre_officer', event: 'begin_recheck', input: reason, at: late });
    for (const kase of [issued(), reported()]) {
      const outcome = without(kase);
      expect(outcome.ok ? [] : outcome.refusals.map((one) => [one.code, one.clause])).toEqual([['recheck_too_early', '14.3d']]);
    }
    expect(without(overdue())).toMatchObject({ next: { state: 'recheck', data: { withoutWaiting: reason.reason } } });
    const silent = moved(rectification, reported(), { as: 'clock', event: 'county_overdue' }).next;
    expect(without(silent)).toMatchObject({ next: { state: 'recheck' } });
  });

  it('counts as failed only where the reading says so, after it is over, and is decided by another person', () => {
    const counting = (kase: Case, overdueRectification: string) =>
      tried(rectification, kase, {
        as: 'centre_officer',
        event: 'count_as_failed',
        input: reason,
        facts: { readings: { ...readings, overdueRectification } },
        at: late,
      });
    const codes = (outcome: ReturnType<typeof counting>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));
    expect(codes(counting(overdue(), 'flag_then_centre_decides'))).toEqual(['overdue_only_flagged']);
    expect(codes(counting(issued(), 'counts_as_failed'))).toEqual(['recheck_too_early']);
    expect(counting(overdue(), 'counts_as_failed')).toMatchObject({
      next: { state: 'recheck_approval', data: { recheck: { result: 'unqualified', isCountedAsFailed: true } } },
    });
  });
});
