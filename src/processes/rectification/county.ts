import { both } from '#core/kernel/words.ts';
import { eventsOf } from '#core/process/define.ts';
import { tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { CountyOpinion, Nothing, Reason, type RectificationData } from './data.ts';
import { clock, countyApprover, countyReviewer } from './people.ts';
import type { State } from './states.ts';

const event = eventsOf<State, RectificationData>();

export const countyCheck = event({
  title: both('提出督导意见', 'Write the opinion'),
  clause: '14.3c',
  from: ['county_opinion'],
  to: 'county_approval',
  who: [countyReviewer],
  input: CountyOpinion,
  manner: 'next',
  apply: ({ data, today, actor }, opinion) => ({
    ...data,
    opinion: { ...opinion, reviewedOn: today, reviewer: actor.name, signedOn: null },
  }),
  effects: (sight) => [tellCounty(sight, 'county_approver', '督导意见已提出，请签发', 'the opinion is written; please sign')],
});

export const countySign = event({
  title: both('签发督导意见', 'Sign the opinion'),
  clause: '14.3c',
  from: ['county_approval'],
  to: 'recheck',
  who: [countyApprover],
  input: Nothing,
  manner: 'next',
  apply: ({ data, today }) => ({ ...data, opinion: data.opinion && { ...data.opinion, signedOn: today } }),
  effects: (sight) => [
    tellOwner(sight, '区县督导意见已报市中心，等待复核', 'the county has given its opinion; the recheck follows'),
    tellCentre(sight, 'centre_officer', '区县督导意见已报，请复核', 'the county has given its opinion; please recheck'),
  ],
});

export const sendBack = event({
  title: both('退回审核人', 'Send back to the reviewer'),
  clause: 'operational',
  from: ['county_approval'],
  to: 'county_opinion',
  who: [countyApprover],
  input: Reason,
  effects: (sight) => [tellCounty(sight, 'county_reviewer', '签发人退回，请重新提出意见', 'sent back; please write it again')],
});

export const countyOverdue = event({
  title: both('督导意见超期', 'County overdue'),
  clause: 'operational',
  from: ['county_opinion', 'county_approval'],
  to: 'same',
  who: [clock],
  input: Nothing,
  effects: (sight) => [
    tellCounty(sight, 'county_reviewer', '督导意见已超期，请尽快办理；超期不视为同意', 'the opinion is overdue; silence is not approval'),
    tellCentre(sight, 'centre_officer', '区县督导意见超期，请督促或径行复核', 'the county is overdue'),
  ],
});
