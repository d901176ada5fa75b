import { describe, expect, it } from 'vitest';
import type { Facts } from '#core/process/facts.ts';
import { open } from '#core/process/open.ts';
import { actorIn, mayStillDo, moved, occasion, refusedCodes, strangersDo, tableOf, told, tried } from '../../../tests/support/pure.ts';
import {
  document,
  drafted,
  issued,
  notice,
  opened,
  opening,
  reason,
  rectification,
  running,
  titleFact,
  usual,
  yearFact,
} from '../../../tests/support/pure-rectification.ts';

const late = '2021-06-02T01:00:00.000Z';

describe('A rectification', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(rectification)).toMatchInlineSnapshot(`
      "drafting: centre_officer: draft_notice
      drafting: clock: title_lost
      notice_approval: centre_approver: issue_notice send_back_notice
      notice_approval: clock: title_lost
      rectifying: applicant: save_report file_report ask_extension
      rectifying: centre_officer: propose_extension begin_recheck count_as_failed
      rectifying: centre_approver: extend refuse_extension
      rectifying: clock: rectification_overdue title_lost
      county_opinion: county_reviewer: county_check
      county_opinion: centre_officer: begin_recheck
      county_opinion: clock: county_overdue title_lost
      county_approval: county_approver: county_sign send_back
      county_approval: centre_officer: begin_recheck
      county_approval: clock: county_overdue title_lost
      recheck: centre_officer: record_recheck
      recheck: clock: title_lost
      recheck_approval: centre_approver: keep_title find_unqualified send_back_recheck
      recheck_approval: clock: title_lost
      kept: nobody, nothing
      failed: nobody, nothing
      ended: nobody, nothing"
    `);
  });

  it('is touched by nobody of another organisation or district but the centre and the clock', () => {
    expect(strangersDo(rectification).filter((line) => !/: (centre_officer|centre_approver|clock): /.test(line))).toEqual([]);
  });

  it('is drafted and issued, written and signed, rechecked and decided by two persons', () => {
    const still = (state: string, role: 'centre_approver' | 'county_approver', did: string) =>
      mayStillDo(rectification, state, { role, did });
    expect(still('notice_approval', 'centre_approver', 'draft_notice')).toEqual([]);
    expect(still('rectifying', 'centre_approver', 'propose_extension')).toEqual([]);
    expect(still('county_approval', 'county_approver', 'county_check')).toEqual([]);
    for (const did of ['record_recheck', 'count_as_failed']) expect(still('recheck_approval', 'centre_approver', did)).toEqual([]);
  });

  it('belongs to the building unit although the clock opens it, and knows what was short of the plan', () => {
    expect(opened()).toMatchObject({ owner: 'owner', district: '370303', state: 'drafting', deadline: null });
    expect(opened().data).toMatchObject({ year: 2020, shortfalls: [{ subject: '任务2 供求对接' }], suggestedDeadline: '2021-06-01' });
  });

  it.each([
    ['no zone', { titleZone: null }, 'no_such_zone'],
    ['a zone that lost its title', { titleZone: titleFact({ status: 'revoked' }) }, 'title_not_held'],
    ['a year that was not graded', { gradedYear: null }, 'year_not_graded'],
    ['a year of another zone', { gradedYear: yearFact({ zone: 'another' }) }, 'year_not_graded'],
    ['a qualified year', { gradedYear: yearFact({ grade: 'qualified' }) }, 'not_unqualified'],
    ['a result that is dealt with already', { gradedYear: yearFact({ consequence: 'ZG-2021-00001' }) }, 'same_finding'],
  ] satisfies [string, Facts, string][])('is not opened for %s', (_name, facts, code) => {
    const attempt = { input: opening, actor: actorIn('centre_officer') };
    const outcome = open(rectification, attempt, occasion({ ...usual, ...facts }), { id: 'x', number: 'x', policy: 'x' });
    expect(outcome.ok ? [] : outcome.refusals.map((one) => [one.code, one.clause])).toEqual([[code, '14.3c']]);
  });

  it.each(['applicant', 'county_reviewer', 'centre_approver', 'auditor'] as const)('is not opened by %s', (role) => {
    const outcome = open(rectification, { input: opening, actor: actorIn(role) }, occasion(usual), { id: 'x', number: 'x', policy: 'x' });
    expect(outcome.ok ? 'opened' : outcome.refusals[0]?.code).toBe('not_allowed');
  });
});

describe('The notice', () => {
  const drafting = (more: object) =>
    tried(rectification, opened(), { as: 'centre_officer', event: 'draft_notice', input: notice(more), facts: usual });

  it.each([
    ['without a last day', { deadline: undefined }, 'invalid_input', '整改通知必须写明整改截止日'],
    ['with an empty last day', { deadline: '' }, 'invalid_input', '整改通知必须写明整改截止日'],
    ['with a day that is over', { deadline: '2021-03-01' }, 'deadline_over', '整改截止日须在今天以后'],
    ['beyond six months', { deadline: '2021-09-02' }, 'deadline_too_far', '最晚为2021-09-01'],
    ['without findings', { findings: [] }, 'invalid_input', '请列明整改事项'],
  ])('%s is refused, with the clause and what to do', (_name, more, code, says) => {
    const outcome = drafting(more);
    expect(outcome.ok ? [] : outcome.refusals.map((one) => [one.code, one.clause, one.says.zh.includes(says)])).toEqual([
      [code, '14.3c', true],
    ]);
  });

  it('may give until the last day of the sixth month', () => {
    expect(drafting({ deadline: '2021-09-01' }).ok).toBe(true);
  });

  it('that waited too long for its signature goes back for another day', () => {
    const sign = (at: string) => ({ as: 'centre_approver', event: 'issue_notice', input: document(), facts: usual, at }) as const;
    expect(refusedCodes(rectification, drafted(), sign(late))).toEqual(['deadline_moved_on']);
    expect(told(rectification, drafted(), [{ as: 'centre_approver', event: 'send_back_notice', input: reason }]).state).toBe('drafting');
  });

  it('waits for another rectification of the zone that is not decided', () => {
    const facts = { ...usual, titleZone: titleFact({ otherRectification: 'ZG-2021-00007' }) };
    const sign = { as: 'centre_approver', event: 'issue_notice', input: document(), facts } as const;
    expect(refusedCodes(rectification, drafted(), sign)).toEqual(['other_rectification_running']);
  });

  it('puts the title under rectification from its day and ends with its last day', () => {
    const { next, effects } = moved(rectification, drafted(), {
      as: 'centre_approver',
      event: 'issue_notice',
      input: document(),
      facts: usual,
    });
    expect(next.deadline).toMatchObject({ day: '2021-06-01', at: '2021-06-01T16:00:00.000Z', fires: 'rectification_overdue' });
    expect(effects[0]).toMatchObject({ kind: 'set zone status', title: { status: 'rectifying', from: '2021-03-01', isDeceit: false } });
    expect(next.data).toMatchObject({ notice: { county: '张店区', consequence: expect.stringContaining('取消示范区资格') } });
  });
});

describe('A title that is lost on the way', () => {
  it('ends the rectification, and only then', () => {
    const end = (facts: Facts) => tried(rectification, issued(), { as: 'clock', event: 'title_lost', facts });
    const stands = end(running);
    expect(stands.ok ? [] : stands.refusals.map(({ code }) => code)).toEqual(['title_stands']);
    expect(end({ titleZone: titleFact({ status: 'revoked' }) })).toMatchObject({ next: { state: 'ended' } });
  });
});
