import { both } from '#core/kernel/words.ts';
import { countyTime, within } from '#policy/zibo-2020/time-limits.ts';

const awaits = {
  owner: both('建设单位', 'the building unit'),
  county: both('区县知识产权管理部门', 'the county authority'),
  centre: both('市中心', 'the centre'),
};

/** What a plan or a change of it awaits: the county and the centre, always both (row 14.2b). */
export const states = {
  draft: { title: both('起草', 'Draft'), awaits: awaits.owner, isPrivate: true },
  county_review: { title: both('待区县审核', 'County review'), awaits: awaits.county, deadline: countyTime },
  county_approval: { title: both('待区县签发', 'County approval'), awaits: awaits.county, deadline: countyTime },
  returned: {
    title: both('待补正', 'Returned for completion'),
    awaits: awaits.owner,
    deadline: within('completionWorkdays', { fires: 'amendment_overdue' }),
  },
  centre_review: { title: both('待市中心审核', 'Centre review'), awaits: awaits.centre },
  centre_approval: { title: both('待市中心审定', 'Centre approval'), awaits: awaits.centre },
  consented: { title: both('已同意', 'Consented'), isFinal: true },
  refused: { title: both('不予同意', 'Refused'), isFinal: true },
  county_rejected: { title: both('区县审核不通过', 'Rejected by the county'), isFinal: true },
  withdrawn: { title: both('已撤回', 'Withdrawn'), isFinal: true },
} as const;

export type State = keyof typeof states;
