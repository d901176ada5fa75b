import { Nothing } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { countyApprover, countyEvents } from '#core/process/county.ts';
import { eventsOf } from '#core/process/define.ts';
import { tellCentre, tellOwner } from '#core/process/tell.ts';
import { CountyOpinion, type RectificationData } from './data.ts';
import type { State } from './states.ts';

export const { countyCheck, sendBack, countyOverdue } = countyEvents<State, RectificationData, CountyOpinion>({
  clause: '14.3c',
  reviewsIn: 'county_opinion',
  signsIn: 'county_approval',
  called: both('督导意见', 'opinion'),
  writes: both('提出督导意见', 'Write the opinion'),
  opinion: CountyOpinion,
  put: (data, opinion) => ({ ...data, opinion: { ...opinion, signedOn: null } }),
  overdue: both('督导意见超期', 'County overdue'),
  centreMay: both('请督促或径行复核', 'urge it or recheck without waiting'),
});

export const countySign = eventsOf<State, RectificationData>()({
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
