import { both } from '#core/kernel/words.ts';
import { applicant, atTheCentre, inTheCounty } from '#core/people/offices.ts';
import { defineProcess } from '#core/process/define.ts';
import { summaryOf } from '#core/process/summary.ts';
import { checklist } from './checklist.ts';
import { RevocationData } from './data.ts';
import * as decision from './decision.ts';
import * as hearing from './hearing.ts';
import { grounds } from './names.ts';
import * as notice from './notice.ts';
import { opens } from './opening.ts';
import { type State, states } from './states.ts';

const told: State[] = [
  'hearing_period',
  'hearing',
  'proposal',
  'proposal_approval',
  'public_notice',
  'decision',
  'revoked',
  'kept',
  'ended',
];
const published: State[] = ['public_notice', 'decision', 'revoked', 'kept'];

/** The end of a title: notice, right to be heard, proposal, public notice, decision (row 14.3d; I-06, I-39). */
export const revocation = defineProcess({
  name: 'revocation',
  title: both('取消资格', 'Revocation'),
  clause: '14.3d',
  prefix: 'QX',
  data: RevocationData,
  readers: [applicant, ...inTheCounty, ...atTheCentre],
  sees: [
    { part: 'found', who: atTheCentre },
    { part: 'found', who: [applicant, ...inTheCounty], inStates: told },
    { part: 'findings', who: atTheCentre },
    { part: 'findings', who: [applicant, ...inTheCounty], inStates: told },
    { part: 'notice', who: atTheCentre },
    { part: 'notice', who: [applicant, ...inTheCounty], inStates: told },
    { part: 'hearingUntil', who: atTheCentre },
    { part: 'hearingUntil', who: [applicant, ...inTheCounty], inStates: told },
    { part: 'proposal', who: atTheCentre },
    { part: 'proposal', who: [applicant, ...inTheCounty], inStates: published },
  ],
  opens,
  initial: 'drafting',
  states,
  events: {
    draft_notice: notice.draftNotice,
    issue_notice: notice.issueNotice,
    send_back_notice: notice.sendBackNotice,
    state_views: hearing.stateViews,
    request_hearing: hearing.requestHearing,
    waive_hearing: hearing.waiveHearing,
    hearing_period_ends: hearing.hearingPeriodEnds,
    record_hearing: hearing.recordHearing,
    propose: decision.propose,
    publish: decision.publish,
    keep_title: decision.keepTitle,
    send_back_proposal: decision.sendBackProposal,
    notice_ends: decision.noticeEnds,
    revise_after_objection: decision.reopen,
    revoke: decision.revoke,
    title_lost: decision.endWithTitle,
  },
  checklist,
  checklistAsks: ['zoneSupport'],
  summary: summaryOf<RevocationData>()(['zoneName', 'ground'], ({ zoneName, ground }) =>
    both(`${zoneName}取消资格（${grounds[ground].zh}）`, `${zoneName}: revocation (${grounds[ground].en})`),
  ),
});
