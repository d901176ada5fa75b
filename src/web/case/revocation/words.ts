import { both } from '#core/kernel/words.ts';

/** What the page of a revocation says about its parts. */
export const words = {
  ended: both('本案已终止', 'The case has ended'),
  ground: both('事由', 'Ground'),
  basis: both('所依据的案件', 'Case it rests on'),
  found: both('查明的事实', 'What was found'),
  evidence: both('证据', 'Evidence'),
  papers: both('材料', 'Papers'),
  notice: both('取消告知书', 'Notice of the intended revocation'),
  draft: both('待签发', 'to be issued'),
  issuedOn: (day: string) => both(`${day}签发`, `issued on ${day}`),
  documentNumber: both('文号', 'Document no.'),
  facts: both('事实', 'Facts'),
  grounds: both('理由和依据', 'Grounds'),
  hearingUntil: both('陈述申辩和申请听证截止日', 'To be heard until'),
  heard: both('陈述、申辩与听证', 'The right to be heard'),
  nothingSaid: both('建设单位没有提出意见', 'The building unit has said nothing'),
  notYet: both('期限未满', 'The time still runs'),
  statement: (day: string, by: string) => both(`${day}陈述、申辩（${by}）`, `Statement of ${day} (${by})`),
  request: (day: string) => both(`${day}申请听证`, `Hearing asked for on ${day}`),
  record: both('听证笔录', 'Record of the hearing'),
  heldOn: both('听证日期', 'Held on'),
  place: both('地点', 'Place'),
  presider: both('主持人', 'Presider'),
  attendees: both('参加人', 'Attendees'),
  recordedBy: both('登记人', 'Recorded by'),
  said: both('建设单位的意见', 'What the building unit said'),
  proposal: both('处理意见', 'Proposal'),
  reasons: both('理由', 'Reasons'),
  answer: both('对陈述、申辩的采纳情况', 'Answer to what was said'),
  reopened: both('曾退回重新提出', 'Was made anew'),
  decision: both('决定', 'Decision'),
  revoked: both('取消资格', 'Title revoked'),
  kept: both('不予取消', 'Title kept'),
  decidedOn: (day: string) => both(`${day}决定`, `decided on ${day}`),
  effectiveFrom: both('自何日起', 'From'),
  remedies: both('救济', 'Remedies'),
  never: both('资格以欺骗手段取得，自始无效', 'Got by deceit: the title never stood'),
};

/** What the openings of a rectification and of a revocation say where there is nothing to choose. */
export const titleOpeningWords = {
  noZone: both('没有保有资格的示范区', 'No zone holds a title'),
  noYear: both('没有已认定的年度', 'No year is graded yet'),
  noBasis: both('没有可依据的案件；骗取资格的不需要', 'No case to rest on; deceit needs none'),
};

/** What was granted on a title that never stood. */
export const supportWords = {
  title: both('按该资格已给的支持', 'Support granted on this title'),
  lead: both(
    '资格自始无效，但不自动追回：机构可能是善意的。请逐件进入申领案卷，提出追回由审定人决定；认为不应追回的，由审定人注明理由“不予追回”。',
    'The title never stood, yet nothing is taken back by itself: agencies may have acted in good faith. Look at each claim and propose its recovery; the approver orders it, or drops it with a reason.',
  ),
  done: both('每一件都已审查。', 'Every one was looked at.'),
  openOnly: (n: number) => both(`只看尚未审查的（${n}件）`, `Only those nobody has begun (${n})`),
  none: both('没有按该资格给过支持。', 'Nothing was granted on it.'),
  noneOpen: both('没有尚未审查的。', 'None is left to begin.'),
  claim: both('申领', 'Claim'),
  amount: both('金额', 'Amount'),
  paid: (yuan: string) => both(`已付${yuan}元`, `${yuan} yuan paid`),
  held: (yuan: string) => both(`停付${yuan}元`, `${yuan} yuan held`),
  recovery: both('追回', 'Recovery'),
  standing: {
    not_begun: both('尚未审查', 'Not begun'),
    proposed: both('已提出，待审定', 'Proposed'),
    ordered: both('已决定追回', 'Ordered'),
    repaid: both('已追回', 'Repaid'),
    dropped: both('审查后不追回', 'Not recovered'),
  },
  demanded: (yuan: string) => both(`尚欠${yuan}元`, `${yuan} yuan still to come`),
  begin: both('去提出追回', 'Propose the recovery'),
  beginVoucher: both('去提出追回（余额作废）', 'Propose the recovery (cancels the rest)'),
  beginOn: (number: string) => both(`${number}：去提出追回`, `${number}: propose the recovery`),
  voucher: (number: string) => both(`服务券${number}`, `Voucher ${number}`),
  used: both('已用完', 'used up'),
  left: (yuan: string, day: string) =>
    both(
      `余额${yuan}元，已不能兑用；不作废的，${day}到期回收`,
      `${yuan} yuan left, no longer redeemable; lapses on ${day} unless cancelled`,
    ),
  ended: { expired: both('已到期', 'expired'), cancelled: both('已作废', 'cancelled') },
};
