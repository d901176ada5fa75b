import { both } from '#core/kernel/words.ts';

/** What the page of the budget says. */
export const words = {
  title: both('预算执行', 'Budget'),
  lead: both(
    '每项安排了多少、付出多少、为在办的申领留了多少、还有多少可用，以及按事实还会来多少。',
    'For each item: what was appropriated, spent, kept for live claims and is left, and what the facts say is still to come.',
  ),
  spent: both('已核定支出', 'Spent'),
  reserved: both('已为申领留出', 'Kept for claims'),
  available: both('可用', 'Available'),
  appropriated: both('预算安排', 'Appropriated'),
  unfunded: both('缺口', 'Short'),
  waiting: (n: number) => both(`${n}件在办申领等待资金`, `${n} claim${n === 1 ? '' : 's'} wait for money`),
  forecast: both('预计还有', 'Still to come'),
  forecastWhy: both('按最近一次年度核算，已应得而未申领', 'Earned by the last yearly run and not claimed yet'),
  gap: (sum: string) => both(`全部足额支付还差${sum}元`, `${sum} yuan more would pay all in full`),
  enough: both('足够支付在办和预计的申领', 'Enough for what is asked and forecast'),
  rate: (share: string) => both(`已公布按${share}结算`, `Settled at ${share}`),
  possible: (share: string) => both(`现有资金可按${share}结算`, `Could be settled at ${share}`),
  total: both('合计', 'All lines'),
  appropriate: both('拟定预算安排', 'Draft an appropriation'),
  settle: both('拟定结算比例', 'Draft a settlement'),
  claims: both('查看申领', 'Its claims'),
  appropriations: both('预算安排记录', 'Appropriations'),
  settlements: both('比例结算记录', 'Settlements'),
  export: both('导出支持清单', 'Export support'),
  pending: (n: number) => both(`${n}件安排或结算待审定`, `${n} draft${n === 1 ? '' : 's'} wait for the approver`),
  none: both('这一年度还没有预算', 'No budget for this year yet'),
  noneNext: both('点“拟定预算安排”开始；审定入账后才能为申领留出资金。', 'Draft an appropriation; claims are funded once it is in force.'),
  noneReader: both('由市中心经办人拟定、审定人入账。', 'The centre’s officer drafts it and the approver puts it in force.'),
  barOf: (title: string) => both(`${title}的资金`, `Money of ${title}`),
};
