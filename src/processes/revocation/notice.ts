import { Reason } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { centreOfficer } from '#core/people/offices.ts';
import { eventsOf } from '#core/process/define.ts';
import { tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { Document, Notice, type RevocationData } from './data.ts';
import { timeToBeHeard, titleHeld } from './guards.ts';
import { issuer } from './people.ts';
import type { State } from './states.ts';
import { earliestHearingEnd, hearingWorkdays } from './timing.ts';

const event = eventsOf<State, RevocationData>();

export const draftNotice = event({
  title: both('拟取消告知书', 'Draft the notice'),
  clause: '14.3d',
  from: ['drafting'],
  to: 'notice_approval',
  who: [centreOfficer],
  input: Notice,
  asks: ['readings'],
  guards: [titleHeld],
  manner: 'next',
  accepts: ({ facts, today }, { hearingUntil }) =>
    hearingUntil >= earliestHearingEnd(facts, today)
      ? []
      : [
          {
            kind: 'guard',
            code: 'hearing_period_short',
            clause: '14.3d',
            field: 'hearingUntil',
            says: both(
              `陈述、申辩和申请听证的期限不少于${hearingWorkdays(facts)}个工作日，最早为${earliestHearingEnd(facts, today)}`,
              `At least ${hearingWorkdays(facts)} workdays, ${earliestHearingEnd(facts, today)} at the earliest`,
            ),
          },
        ],
  apply: ({ data }, notice) => ({
    ...data,
    notice: { ...notice, documentNumber: null, issuedOn: null },
    hearingUntil: notice.hearingUntil,
  }),
  effects: (sight) => [tellCentre(sight, 'centre_approver', '取消告知书已拟，请签发', 'the notice is drafted; please issue it')],
});

export const sendBackNotice = event({
  title: both('退回重拟', 'Send the notice back'),
  clause: 'operational',
  from: ['notice_approval'],
  to: 'drafting',
  who: [issuer],
  input: Reason,
  effects: (sight) => [tellCentre(sight, 'centre_officer', '取消告知书退回重拟', 'the notice is sent back')],
});

export const issueNotice = event({
  title: both('签发取消告知书', 'Issue the notice'),
  clause: '14.3d',
  from: ['notice_approval'],
  to: 'hearing_period',
  who: [issuer],
  input: Document,
  guards: [titleHeld, timeToBeHeard],
  manner: 'next',
  apply: ({ data, today }, { documentNumber }) => ({
    ...data,
    notice: data.notice && { ...data.notice, documentNumber, issuedOn: today },
  }),
  effects: (sight, { documentNumber }) => [
    tellOwner(
      sight,
      `${documentNumber}：拟取消示范区资格，事实和理由见案卷；${sight.data.hearingUntil}前可陈述、申辩，或申请听证；逾期视为没有意见，不视为同意`,
      `revocation is intended; you may speak or ask for a hearing until ${sight.data.hearingUntil}; silence admits nothing`,
    ),
    tellCounty(
      sight,
      'county_reviewer',
      `拟取消${sight.data.zoneName}的示范区资格，已告知建设单位`,
      'revocation is intended; the building unit is told',
    ),
  ],
});
