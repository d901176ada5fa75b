import { both } from '#core/kernel/words.ts';

/** What the page of decisions says. */
export const words = {
  title: both('裁量与应得', 'Decisions'),
  tabs: both('查看', 'View'),
  discretion: both('裁量', 'Discretion'),
  unclaimed: both('应得未领', 'Entitled but unpaid'),
  discretionLead: both(
    '“不超过”的金额由市中心裁量。同一条款、同一年度的决定放在一起看：中位数在哪里，哪些偏离。偏离不等于错，理由写在后面。',
    'Sums "up to" a limit are the centre’s to decide. Decisions of one clause and year side by side: where the median lies, and which stand apart. Standing apart is no fault; the reason is beside it.',
  ),
  groups: both('同类决定', 'Decisions by clause and year'),
  outliers: both('偏离中位数的决定', 'Decisions apart from the median'),
  noGroups: both('还没有核定的决定', 'Nothing decided yet'),
  noGroupsNext: both('市中心核定支持后，同类决定在这里比较。', 'Decisions are compared here once support is determined.'),
  noOutliers: both('同类决定都与中位数一致。', 'Every decision agrees with the median of its like.'),
  clause: both('条款', 'Clause'),
  year: both('年度', 'Year'),
  count: both('件数', 'Decisions'),
  spread: both('占计算金额', 'Share of what was computed'),
  range: (lowest: string, median: string, highest: string) =>
    both(`${lowest}至${highest}，中位数${median}`, `${lowest} to ${highest}, median ${median}`),
  agency: both('机构', 'Agency'),
  share: both('占比', 'Share'),
  against: (median: string) => both(`同类中位数${median}`, `median ${median}`),
  amounts: both('核定／计算', 'Decided / computed'),
  reason: both('理由', 'Reason'),
  noReason: both('没有写明', 'none given'),
  unclaimedLead: both(
    '按最近一次年度核算，已符合条件而没有申领的支持：不用等机构来问，可以主动通知。',
    'By the last yearly run: support earned and not claimed. Nobody has to wait until the agency asks.',
  ),
  noRun: both('这一年度还没有做过核算', 'No yearly run for this year yet'),
  noRunNext: both('在“年度核算”做一次，这里就有结果。', 'Start one under "Determinations"; its result appears here.'),
  toRuns: both('去年度核算', 'To the determinations'),
  asOf: (day: string) => both(`按${day}的核算`, `By the run of ${day}`),
  nobody: both('没有应得未领的支持', 'Nothing is earned and unclaimed'),
  nobodyNext: both('已符合条件的都已申领。', 'Everything earned has been claimed.'),
  support: both('支持事项', 'Support'),
  amount: both('应得', 'Earned'),
  why: both('结论', 'Why'),
  missing: (list: string) => both(`还缺证据：${list}`, `Evidence missing: ${list}`),
  claim: both('申领', 'Claim'),
  notClaimed: both('未申领', 'Not claimed'),
  sums: (agencies: number, cash: string, voucher: string) =>
    both(
      `${agencies}家机构，资金${cash}元，服务券${voucher}元`,
      `${agencies} agenc${agencies === 1 ? 'y' : 'ies'}, ${cash} yuan in money, ${voucher} yuan in vouchers`,
    ),
  voucher: both('券', 'voucher'),
  search: both('查找机构或事项', 'Search agency or support'),
};
