import { describe, expect, it } from 'vitest';
import { centreCheck } from '../../../tests/support/plan.ts';
import { moved, refusedCodes, told } from '../../../tests/support/pure.ts';
import { checked, consent, data, inForce, later, plan, zone } from '../../../tests/support/pure-plan.ts';
import { contentOf } from './content.ts';
import { countsFrom, lateWorkdays } from './timing.ts';

describe('At the centre', () => {
  it('the consent puts the next version in force, in one act', () => {
    const { next, effects } = moved(plan, checked(), consent());
    expect(next.state).toBe('consented');
    expect(effects[0]).toEqual({
      kind: 'adopt plan',
      when: 'with',
      zone,
      base: 1,
      content: contentOf(later),
      isEditorial: false,
      countsFrom: 2021,
      documentNumber: '淄知方〔2021〕1号',
    });
  });

  it('counts for the next year once the year is being evaluated, by the day of the consent', () => {
    expect(data(moved(plan, checked(), consent(inForce({ reviewedYear: 2021 }))).next).consent).toMatchObject({
      countsFrom: 2022,
      version: 2,
    });
    expect(data(moved(plan, checked(), consent(inForce({ reviewedYear: 2020 }))).next).consent?.countsFrom).toBe(2021);
  });

  it.each([
    [
      'the base is in force no more',
      inForce({ current: { version: 2, content: contentOf(later), consentedOn: '2021-03-02' as never } }),
      'plan_moved_on',
    ],
    ['the title is gone', inForce({ isRevoked: true }), 'title_revoked'],
  ])('does not consent when %s', (_name, given, code) => {
    expect(refusedCodes(plan, checked(), consent(given))).toEqual([code]);
  });

  it('can only decide what was proposed, refuses with remedies, and may send back', () => {
    expect(refusedCodes(plan, checked(), { as: 'centre_approver', event: 'refuse' })).toEqual(['proposal_differs']);
    const back = told(plan, checked(), [
      { as: 'centre_approver', event: 'send_back_check', input: { reason: '请补充理由' } },
      { as: 'centre_officer', event: 'centre_check', input: centreCheck({ opinion: 'refuse', reasons: '目标降低过多' }) },
    ]);
    expect(refusedCodes(plan, back, consent())).toEqual(['proposal_differs']);
    const { next, effects } = moved(plan, back, { as: 'centre_approver', event: 'refuse' });
    expect([next.state, data(next).ended]).toEqual(['refused', '目标降低过多']);
    expect(JSON.stringify(effects)).toMatch(/行政复议或者提起行政诉讼/);
  });
});

describe('In time', () => {
  it.each([
    ['2021-03-01', '2021-03-22', 0],
    ['2021-03-01', '2021-03-23', 1],
    ['2021-04-30', '2021-05-25', 0],
    ['2021-04-30', '2021-05-26', 1],
  ])('a change of %s reported on %s is %i workdays late', (changedOn, today, late) => {
    expect(lateWorkdays(changedOn as never, today as never, 15)).toBe(late);
  });

  it('counts for the year it happened in, and for the next once that year is being evaluated', () => {
    expect(countsFrom('2021-12-31' as never, null)).toBe(2021);
    expect(countsFrom('2022-01-01' as never, null)).toBe(2022);
    expect(countsFrom('2021-12-31' as never, 2020)).toBe(2021);
    expect(countsFrom('2021-12-31' as never, 2021)).toBe(2022);
  });
});
