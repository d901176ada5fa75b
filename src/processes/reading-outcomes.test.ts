import { describe, expect, it } from 'vitest';
import type { AnyProcess } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import * as claims from '../../tests/support/pure-claim.ts';
import * as plans from '../../tests/support/pure-plan.ts';
import * as rectifications from '../../tests/support/pure-rectification.ts';
import * as revocations from '../../tests/support/pure-revocation.ts';
import { begun, moved, told, tried } from '../../tests/support/pure.ts';
import { claim as definition } from './claim/process.ts';

const claim = definition as unknown as AnyProcess;

/** The same facts with a reading decided otherwise. */
const ruled = (facts: Facts, key: string, value: number): Facts => ({ ...facts, readings: { ...facts.readings, [key]: value } });
/** What comes of a try: the sentence of its refusal, or nothing. */
const refusal = (outcome: ReturnType<typeof tried>): string | null => (outcome.ok ? null : (outcome.refusals[0]?.says.zh ?? ''));

/** The last day that a notice suggests when the rectification is opened on 1 March 2021. */
const suggestedDay = (months: number) =>
  (rectifications.opened(ruled(rectifications.usual, 'rectificationMonths', months)).data as { suggestedDeadline: string })
    .suggestedDeadline;

/** Drafts a notice with 1 June 2021 as its last day. */
const noticeUntilJune = (months: number) =>
  refusal(
    tried(rectifications.rectification, rectifications.opened(), {
      as: 'centre_officer',
      event: 'draft_notice',
      input: rectifications.notice({ deadline: '2021-06-01' }),
      facts: ruled(rectifications.usual, 'rectificationMonthsMaximum', months),
    }),
  );

/** Drafts the notice of a revocation on Monday, 1 March 2021: five workdays to be heard, to the 8th. */
const heardUntilTheEighth = (workdays: number) =>
  refusal(
    tried(revocations.revocation, revocations.opened(), {
      as: 'centre_officer',
      event: 'draft_notice',
      input: revocations.notice({ hearingUntil: '2021-03-08' }),
      facts: ruled(revocations.usual, 'hearingRequestWorkdays', workdays),
    }),
  );

/** Reports on Monday, 22 March 2021, a change of 1 March: fifteen workdays later. */
const lateBy = (workdays: number) => {
  const filing = plans.file({ changedOn: '2021-03-01' });
  const given = ruled(plans.facts(), 'planChangeReportWorkdays', workdays);
  const { next } = moved(plans.plan, plans.changed(), { ...filing, facts: given });
  return plans.data(next).report?.lateWorkdays;
};

/** Issues a voucher on 9 March 2021. */
function validUntil(months: number): string | null {
  const given = ruled({ ...claims.facts, entitlement: claims.entitled({ paidAs: 'voucher' }) }, 'voucherMonths', months);
  const kase = told(claim, begun(claim, { as: 'agency', input: { year: 2021, clause: '9.2' }, facts: given }), [
    { as: 'agency', event: 'file', input: claims.declared(given), facts: given },
    { as: 'centre_officer', event: 'check', input: claims.sheet(), facts: given },
    { as: 'centre_officer', event: 'propose_computed', facts: given },
    { as: 'centre_approver', event: 'approve', facts: given },
    { as: 'clock', event: 'notice_ends', at: '2021-03-08T16:00:00.000Z', facts: given },
    { as: 'centre_approver', event: 'issue_voucher', at: '2021-03-09T01:00:00.000Z', facts: given },
  ]);
  return (kase.data as { decision: { validTo: string | null } }).decision.validTo;
}

describe('A reading that is decided otherwise changes what comes of the same act', () => {
  it.each([
    ['rectificationMonths', suggestedDay, 3, '2021-06-01', 1, '2021-04-01'],
    ['rectificationMonthsMaximum', noticeUntilJune, 3, null, 2, '整改期限连同延期最长2个月，截止日最晚为2021-05-01'],
    ['hearingRequestWorkdays', heardUntilTheEighth, 5, null, 6, expect.stringContaining('不少于6个工作日')],
    ['planChangeReportWorkdays', lateBy, 15, 0, 10, 5],
    ['voucherMonths', validUntil, 12, '2022-03-09', 6, '2021-09-09'],
  ] as const)('%s', (_key, outcome: (value: number) => unknown, ...rows) => {
    const [usual, then, other, otherwise] = rows;
    expect(outcome(usual)).toEqual(then);
    expect(outcome(other)).toEqual(otherwise);
  });
});
