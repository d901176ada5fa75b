import { Nothing } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { applicant, centreOfficer, clock } from '#core/people/offices.ts';
import { eventsOf } from '#core/process/define.ts';
import { tellCentre, tellOwner } from '#core/process/tell.ts';
import { Hearing, HearingRequest, type RevocationData, Views, Waiver } from './data.ts';
import type { State } from './states.ts';

const event = eventsOf<State, RevocationData>();

export const stateViews = event({
  title: both('陈述、申辩', 'Make a statement'),
  clause: '14.3d',
  from: ['hearing_period'],
  to: 'same',
  who: [applicant],
  input: Views,
  manner: 'next',
  apply: ({ data, actor, today }, views) => ({ ...data, views: [...data.views, { ...views, on: today, by: actor.name }] }),
  effects: (sight) => [
    { kind: 'issue receipt', when: 'with' },
    tellCentre(sight, 'centre_officer', '建设单位提出陈述、申辩', 'the building unit has made a statement'),
  ],
});

export const requestHearing = event({
  title: both('申请听证', 'Ask for a hearing'),
  clause: '14.3d',
  from: ['hearing_period'],
  to: 'hearing',
  who: [applicant],
  input: HearingRequest,
  apply: ({ data, today }, request) => ({ ...data, hearingRequest: { ...request, on: today } }),
  effects: (sight) => [
    { kind: 'issue receipt', when: 'with' },
    tellCentre(sight, 'centre_officer', '建设单位申请听证，请组织', 'the building unit asks for a hearing; please hold it'),
  ],
});

/** What was said before stays; only the hearing and the rest of the time are given up. */
export const waiveHearing = event({
  title: both('放弃听证', 'Waive the hearing'),
  clause: '14.3d',
  from: ['hearing_period', 'hearing'],
  to: 'proposal',
  who: [applicant],
  input: Waiver,
  manner: 'grave',
  apply: ({ data }) => ({ ...data, heard: data.views.length > 0 ? ('statement' as const) : ('waived' as const) }),
  effects: (sight) => [tellCentre(sight, 'centre_officer', '建设单位放弃听证，请提出处理意见', 'no hearing is wanted; please propose')],
});

/** Who says nothing has admitted nothing: an officer still proposes and another person still decides. */
export const hearingPeriodEnds = event({
  title: both('陈述申辩期满', 'Time to be heard ends'),
  clause: '14.3d',
  from: ['hearing_period'],
  to: 'proposal',
  who: [clock],
  input: Nothing,
  apply: ({ data }) => ({ ...data, heard: data.views.length > 0 ? ('statement' as const) : ('silence' as const) }),
  effects: (sight) => [
    tellCentre(sight, 'centre_officer', '陈述申辩期满，请提出处理意见', 'the time to be heard is over; please propose'),
    tellOwner(sight, '陈述申辩期已满', 'the time to be heard is over'),
  ],
});

const fault = (field: string, code: string, zh: string, en: string): Refusal => ({
  kind: 'input',
  code,
  clause: '14.3d',
  field,
  says: both(zh, en),
});

export const recordHearing = event({
  title: both('登记听证', 'Record the hearing'),
  clause: '14.3d',
  from: ['hearing'],
  to: 'proposal',
  who: [centreOfficer],
  input: Hearing,
  manner: 'next',
  accepts: ({ data, today }, { heldOn, presider, attendees }) => [
    ...(heldOn > today || heldOn < (data.hearingRequest?.on ?? '')
      ? [fault('heldOn', 'day_outside', '听证日期须在申请以后、今天以前', 'The day must lie between the request and today')]
      : []),
    ...(attendees.includes(presider)
      ? [fault('presider', 'presider_takes_part', '主持人不能同时是参加人', 'Who presides does not take part')]
      : []),
  ],
  apply: ({ data, actor }, hearing) => ({ ...data, hearing: { ...hearing, recordedBy: actor.name }, heard: 'hearing' as const }),
  effects: (sight) => [tellOwner(sight, '听证笔录已登记，见案卷', 'the record of the hearing is in the case')],
});
