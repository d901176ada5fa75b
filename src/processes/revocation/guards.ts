import { both } from '#core/kernel/words.ts';
import type { Guard, Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import type { RevocationData } from './data.ts';
import { earliestHearingEnd, hearingWorkdays } from './timing.ts';

type RevocationGuard = Guard<RevocationData>;
export type RevocationSight = Sight<RevocationData>;

const statusNow = ({ facts }: Pick<Sight<unknown>, 'facts'>) => known(facts, 'titleZone')?.status ?? 'revoked';

export const titleHeld: RevocationGuard = {
  code: 'title_not_held',
  clause: '14.3d',
  asks: ['titleZone'],
  says: both('示范区资格已取消，不能再次取消', 'The title is revoked already'),
  met: (sight) => statusNow(sight) !== 'revoked',
};

export const titleLost: RevocationGuard = {
  code: 'title_stands',
  clause: '14.3d',
  asks: ['titleZone'],
  says: both('示范区资格仍在，程序不能终止', 'The zone holds its title; the procedure goes on'),
  met: (sight) => statusNow(sight) === 'revoked',
};

/** The notice may have waited for its signature: the time to be heard is counted again on the day it goes out. */
export const timeToBeHeard: RevocationGuard = {
  code: 'hearing_period_short',
  clause: '14.3d',
  asks: ['readings'],
  says: ({ facts, today }) =>
    both(
      `陈述、申辩和申请听证的期限不少于${hearingWorkdays(facts)}个工作日，截止日最早为${earliestHearingEnd(facts, today)}；请退回重拟`,
      `At least ${hearingWorkdays(facts)} workdays to be heard, ${earliestHearingEnd(facts, today)} at the earliest; send it back`,
    ),
  met: ({ data, facts, today }) => (data.hearingUntil ?? '') >= earliestHearingEnd(facts, today),
};

/** Nobody loses a title unheard: statement, hearing, waiver, or a time that ran out in silence, which admits nothing. */
export const wasHeard: RevocationGuard = {
  code: 'not_heard',
  clause: '14.3d',
  says: both('建设单位还没有陈述、申辩的机会，不能取消资格', 'The building unit was not heard yet'),
  met: ({ data }) => data.heard !== null && data.notice?.issuedOn !== null,
};

export const outcomeIs = (outcome: 'revoke' | 'keep'): RevocationGuard => ({
  code: 'proposal_differs',
  clause: '14.3d',
  says: both('经办人提出的不是这一意见；如不同意，请退回', 'The officer proposed otherwise; send it back if you disagree'),
  met: ({ data }) => data.proposal?.outcome === outcome,
});
