import { businessDate } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import { countyTime } from '#policy/zibo-2020/time-limits.ts';
import type { RectificationData } from './data.ts';

const awaits = {
  owner: both('建设单位', 'the building unit'),
  county: both('区县知识产权管理部门', 'the county authority'),
  centre: both('市中心', 'the centre'),
};

/** What a rectification awaits (rows 14.3c, 14.3d; F9). */
export const states = {
  drafting: { title: both('待拟整改通知', 'Notice to be drafted'), awaits: awaits.centre },
  notice_approval: { title: both('待签发整改通知', 'Notice approval'), awaits: awaits.centre },
  rectifying: {
    title: both('整改中', 'Rectifying'),
    awaits: awaits.owner,
    deadline: {
      fires: 'rectification_overdue',
      lastDay: {
        of: ({ deadline }: RectificationData) => (deadline === null ? null : businessDate(deadline)),
        source: both('整改通知写明的期限（14.3c、I-38）', 'the last day the notice names (14.3c, I-38)'),
      },
    },
  },
  county_opinion: { title: both('待区县意见', 'County opinion'), awaits: awaits.county, deadline: countyTime },
  county_approval: { title: both('待区县签发', 'County approval'), awaits: awaits.county, deadline: countyTime },
  recheck: { title: both('待复核', 'Recheck'), awaits: awaits.centre },
  recheck_approval: { title: both('待审定复核结论', 'Recheck approval'), awaits: awaits.centre },
  kept: { title: both('整改合格，资格保留', 'Rectified, title kept'), isFinal: true },
  failed: { title: both('整改后仍不合格', 'Still unqualified'), isFinal: true },
  ended: { title: both('已终止', 'Ended'), isFinal: true },
} as const;

export type State = keyof typeof states;

/** Where a rectification can still be ended because the title is lost. */
export const openStates: State[] = [
  'drafting',
  'notice_approval',
  'rectifying',
  'county_opinion',
  'county_approval',
  'recheck',
  'recheck_approval',
];
