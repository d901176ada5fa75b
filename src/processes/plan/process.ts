import { both } from '#core/kernel/words.ts';
import { applicant, atTheCentre, inTheCounty } from '#core/people/offices.ts';
import { defineProcess } from '#core/process/define.ts';
import { summaryOf } from '#core/process/summary.ts';
import * as centre from './centre.ts';
import { checklist } from './checklist.ts';
import { PlanContent } from './content.ts';
import * as county from './county.ts';
import { PlanData } from './data.ts';
import * as filing from './filing.ts';
import { opens } from './opening.ts';
import { states } from './states.ts';

/** The construction plan of a zone and every change of it: the building unit reports, the county reviews, the centre consents (rows 6.0, 14.2b). */
export const plan = defineProcess({
  name: 'plan',
  title: both('建设方案及调整', 'Construction plan and its changes'),
  clause: '14.2b',
  prefix: 'FA',
  data: PlanData,
  form: PlanContent,
  readers: [applicant, ...inTheCounty, ...atTheCentre],
  sees: [
    { part: 'opinion', who: [...inTheCounty, ...atTheCentre] },
    {
      part: 'opinion',
      who: [applicant],
      inStates: ['returned', 'county_rejected', 'centre_review', 'centre_approval', 'consented', 'refused'],
    },
    { part: 'check', who: atTheCentre },
    { part: 'check', who: [applicant, ...inTheCounty], inStates: ['consented', 'refused'] },
  ],
  opens,
  initial: 'draft',
  states,
  events: {
    fill_in: filing.fillIn,
    file: filing.file,
    withdraw: filing.withdraw,
    county_check: county.countyCheck,
    endorse: county.endorse,
    county_return: county.countyReturn,
    county_reject: county.countyReject,
    send_back: county.sendBack,
    county_overdue: county.countyOverdue,
    amend: county.amend,
    resubmit: filing.resubmit,
    amendment_overdue: filing.amendmentOverdue,
    centre_check: centre.centreCheck,
    consent: centre.consent,
    refuse: centre.refuse,
    send_back_check: centre.sendBackCheck,
  },
  checklist,
  checklistAsks: ['zonePlan', 'planEffect', 'readings'],
  summary: summaryOf<PlanData>()(['zoneName', 'base'], ({ zoneName, base }) =>
    base === 0
      ? both(`${zoneName}建设方案`, `${zoneName}: construction plan`)
      : both(`${zoneName}建设方案调整（第${base}版起）`, `${zoneName}: change of the plan (from version ${base})`),
  ),
});
