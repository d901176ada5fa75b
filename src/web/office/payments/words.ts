import { both } from '#core/kernel/words.ts';

/** What the page of sums to be paid says. */
export const words = {
  title: both('应付与兑付', 'Payments'),
  lead: both(
    '已核定、还没有付的每一笔。编制、复核、付款是三个不同的人。',
    'Every sum decided and not yet paid. Three persons make, check and release a batch.',
  ),
  live: both('在办批次', 'Batches under way'),
  allBatches: both('全部批次', 'All batches'),
  noBatches: both('没有在办的批次。', 'No batch is under way.'),
  none: both('没有待付的款项', 'Nothing to be paid'),
  noneNext: both(
    '市中心核定支付或结算服务券后，款项出现在这里。',
    'Sums appear here once the centre determines a payment or settles a voucher.',
  ),
  noMatch: both('没有符合筛选的款项', 'Nothing matches'),
  search: both('查找案号、收款人、银行或尾号', 'Search case, payee, bank or last digits'),
  readyOnly: both('只看可付的', 'Payable now only'),
  owed: both('应付合计', 'Owed in all'),
  ready: (n: number) => both(`可付${n}笔`, `${n} payable now`),
  blocked: (n: number, why: string, sum: string) => both(`${n}笔不能付：${why}（${sum}元）`, `${n} not payable: ${why} (${sum} yuan)`),
  about: both('支持案卷', 'Support'),
  payee: both('收款人', 'Payee'),
  since: both('应付起', 'Owed since'),
  amount: both('金额', 'Amount'),
  standing: both('状态', 'State'),
  payable: both('可付', 'Payable'),
  choose: (title: string) => both(`选择${title}`, `Choose ${title}`),
  chooseAll: (n: number) => both(`选择符合筛选的全部${n}笔`, `Choose all ${n} that match`),
  chooseNone: both('取消选择', 'Choose none'),
  chosen: (n: number, sum: string) => both(`已选${n}笔，合计${sum}元`, `${n} chosen, ${sum} yuan in all`),
  make: both('编制兑付批次', 'Make a batch'),
  makeAsk: (n: number, sum: string) =>
    both(
      `把所选${n}笔编成一个批次，合计${sum}元。编好后请另一人复核。`,
      `${n} payments, ${sum} yuan in all, become one batch. Somebody else then checks it.`,
    ),
  skipped: (n: number) => both(`另有${n}笔不能付，没有选入。`, `${n} more can not be paid and are left out.`),
  tooMany: (most: number) => both(`一个批次最多${most}笔。`, `A batch takes ${most} at most.`),
  showAll: (n: number) => both(`显示全部${n}笔`, `Show all ${n}`),
  tail: (tail: string) => both(`尾号${tail}`, `ending ${tail}`),
};
