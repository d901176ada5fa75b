import { businessDate } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import { noticeTime } from '#policy/zibo-2020/time-limits.ts';
import type { RevocationData } from './data.ts';

const awaits = {
  owner: both('建设单位', 'the building unit'),
  centre: both('市中心', 'the centre'),
  public: both('社会公众', 'the public'),
};

/** What a revocation awaits (row 14.3d; I-39). */
export const states = {
  drafting: { title: both('待拟取消告知书', 'Notice to be drafted'), awaits: awaits.centre },
  notice_approval: { title: both('待签发取消告知书', 'Notice approval'), awaits: awaits.centre },
  hearing_period: {
    title: both('陈述申辩期', 'Right to be heard'),
    awaits: awaits.owner,
    deadline: {
      fires: 'hearing_period_ends',
      lastDay: {
        of: ({ hearingUntil }: RevocationData) => (hearingUntil === null ? null : businessDate(hearingUntil)),
        source: both('告知书写明的陈述、申辩和申请听证期限（I-39）', 'the last day to be heard that the notice names (I-39)'),
      },
    },
  },
  hearing: { title: both('待听证', 'Hearing'), awaits: awaits.centre },
  proposal: { title: both('待提出处理意见', 'Proposal'), awaits: awaits.centre },
  proposal_approval: { title: both('待审定处理意见', 'Proposal approval'), awaits: awaits.centre },
  public_notice: { title: both('公示中', 'Public notice'), awaits: awaits.public, deadline: noticeTime },
  decision: { title: both('待决定', 'Decision'), awaits: awaits.centre },
  revoked: { title: both('资格已取消', 'Title revoked'), isFinal: true },
  kept: { title: both('不予取消，资格保留', 'Title kept'), isFinal: true },
  ended: { title: both('已终止', 'Ended'), isFinal: true },
} as const;

export type State = keyof typeof states;

/** Where a revocation can still be ended because the title is lost already. */
export const openStates: State[] = [
  'drafting',
  'notice_approval',
  'hearing_period',
  'hearing',
  'proposal',
  'proposal_approval',
  'public_notice',
  'decision',
];
