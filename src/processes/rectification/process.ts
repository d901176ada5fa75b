import { both } from '#core/kernel/words.ts';
import { applicant, atTheCentre, inTheCounty } from '#core/people/offices.ts';
import { defineProcess } from '#core/process/define.ts';
import { summaryOf } from '#core/process/summary.ts';
import { checklist } from './checklist.ts';
import * as county from './county.ts';
import { RectificationData } from './data.ts';
import * as extension from './extension.ts';
import * as notice from './notice.ts';
import * as recheck from './recheck.ts';
import { type State, states } from './states.ts';
import * as work from './work.ts';

const issued: State[] = ['rectifying', 'county_opinion', 'county_approval', 'recheck', 'recheck_approval', 'kept', 'failed', 'ended'];
const decided: State[] = ['kept', 'failed'];

/** After an unqualified year: notice with a last day, report finding by finding, county, recheck (rows 14.3a, 14.3c, 14.3d; F9). */
export const rectification = defineProcess({
  name: 'rectification',
  title: both('限期整改', 'Rectification'),
  clause: '14.3c',
  prefix: 'ZG',
  data: RectificationData,
  readers: [applicant, ...inTheCounty, ...atTheCentre],
  sees: [
    { part: 'findings', who: atTheCentre },
    { part: 'findings', who: [applicant, ...inTheCounty], inStates: issued },
    { part: 'deadline', who: atTheCentre },
    { part: 'deadline', who: [applicant, ...inTheCounty], inStates: issued },
    { part: 'proposedExtension', who: atTheCentre },
    { part: 'opinion', who: [...inTheCounty, ...atTheCentre] },
    { part: 'opinion', who: [applicant], inStates: ['recheck', 'recheck_approval', ...decided] },
    { part: 'recheck', who: atTheCentre },
    { part: 'recheck', who: [applicant, ...inTheCounty], inStates: decided },
  ],
  opens: notice.opens,
  initial: 'drafting',
  states,
  events: {
    draft_notice: notice.draftNotice,
    issue_notice: notice.issueNotice,
    send_back_notice: notice.sendBackNotice,
    save_report: work.saveReport,
    file_report: work.fileReport,
    rectification_overdue: work.rectificationOverdue,
    ask_extension: extension.askExtension,
    propose_extension: extension.proposeExtension,
    extend: extension.extend,
    refuse_extension: extension.refuseExtension,
    county_check: county.countyCheck,
    county_sign: county.countySign,
    send_back: county.sendBack,
    county_overdue: county.countyOverdue,
    begin_recheck: recheck.beginRecheck,
    record_recheck: recheck.recordRecheck,
    count_as_failed: recheck.countAsFailed,
    keep_title: recheck.keepTitle,
    find_unqualified: recheck.findUnqualified,
    send_back_recheck: recheck.sendBackRecheck,
    title_lost: recheck.endWithTitle,
  },
  checklist,
  summary: summaryOf<RectificationData>()(['zoneName', 'year'], ({ zoneName, year }) =>
    both(`${zoneName} ${year}年度不合格限期整改`, `${zoneName}: rectification after an unqualified ${year}`),
  ),
});
