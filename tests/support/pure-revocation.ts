import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import type { RectificationFact } from '#core/process/title-facts.ts';
import { revocation as definition } from '#processes/revocation/process.ts';
import { begun, told } from './pure.ts';
import { paper, readings, titleFact, yearFact } from './pure-rectification.ts';

/** The process as the kit handles it. */
export const revocation = definition as unknown as AnyProcess;

const zone = titleFact().id;

export const failedFact = (more: Partial<RectificationFact> = {}): RectificationFact => ({
  id: '00000000-0000-4000-8000-000000000003',
  number: 'ZG-2021-00001',
  zone,
  isFailed: true,
  year: 2020,
  consequence: null,
  ...more,
});

/** A zone that failed its rectification. */
export const usual: Facts = {
  titleZone: titleFact({ status: 'rectifying' }),
  gradedYear: yearFact({ isSecondInARow: true }),
  rectification: failedFact(),
  readings,
};

export const failed = { zone, ground: 'failed_rectification', basis: failedFact().id };
export const second = { zone, ground: 'second_unqualified', basis: yearFact().recognition };
export const deceit = { zone, ground: 'deceit', found: '经查，申报所列服务机构有三家系虚构。', evidence: [paper] };

export const notice = (more: object = {}) => ({
  facts: '整改期满复核，培训仍未补办。',
  grounds: '整改后仍不合格，依第十四条拟取消资格。',
  hearingUntil: '2021-03-08',
  evidence: [],
  ...more,
});

export const views = { says: '培训因场地原因推迟，已另行安排。', evidence: [paper] };

export const hearing = (more: object = {}) => ({
  heldOn: '2021-03-01',
  place: '市中心会议室',
  presider: '吴七',
  attendees: ['赵一', '孙三'],
  views: '培训因场地原因推迟，请求再给时间。',
  recordFile: 'b'.repeat(64),
  ...more,
});

export const proposal = (outcome: 'revoke' | 'keep' = 'revoke', more: object = {}) => ({
  outcome,
  reasons: '整改后主要指标仍未达到，事实清楚。',
  answer: '推迟的理由不能成立，不予采纳。',
  ...more,
});

/** Opened by the clock on a failed rectification, or by an officer on a finding of deceit. */
export const opened = (input: object = failed, facts = usual): Case =>
  begun(revocation, { as: (input as { ground: string }).ground === 'deceit' ? 'centre_officer' : 'clock', input, facts });
/** With the notice out and the time to be heard running. */
export const noticed = (input: object = failed): Case =>
  told(revocation, opened(input), [
    { as: 'centre_officer', event: 'draft_notice', input: notice(), facts: usual },
    { as: 'centre_approver', event: 'issue_notice', input: { documentNumber: '淄知告〔2021〕1号' }, facts: usual },
  ]);
/** With a time to be heard that ran out in silence. */
export const silent = (input: object = failed): Case => told(revocation, noticed(input), [{ as: 'clock', event: 'hearing_period_ends' }]);
export const proposed = (outcome: 'revoke' | 'keep' = 'revoke', kase = silent()): Case =>
  told(revocation, kase, [{ as: 'centre_officer', event: 'propose', input: proposal(outcome) }]);
/** On public notice. */
export const published = (kase = proposed()): Case => told(revocation, kase, [{ as: 'centre_approver', event: 'publish', facts: usual }]);
/** The notice over, waiting for the decision. */
export const undecided = (kase = published()): Case =>
  told(revocation, kase, [{ as: 'clock', event: 'notice_ends', at: '2021-03-08T16:00:00.000Z' }]);
