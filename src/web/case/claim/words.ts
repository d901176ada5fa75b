import { both, type Words } from '#core/kernel/words.ts';

/** What the page of a claim says. */
export const words = {
  amount: both('金额的来历', 'How the amount came about'),
  ceiling: both('引擎计算的上限', 'Ceiling computed by the rules'),
  ceilingFrom: (n: number) => both(`按已登记的${n}项事实计算`, `From the ${n} facts on record`),
  frozen: both('提出金额时的事实', 'On the facts of the day it was proposed'),
  rate: both('结算比例', 'Share of settlement'),
  rateNone: both('全额', 'In full'),
  rateWhy: both('该项预算没有按比例结算', 'The line is not settled by a share'),
  rateFixed: both('定额，不打折', 'Fixed sum, never cut'),
  ratePublished: both('已公布，全市该项统一', 'Published, one for all claims of the line'),
  computed: both('计算金额', 'Computed'),
  computedWhy: both('上限×比例，向下取整到元', 'Ceiling times share, rounded down to the yuan'),
  proposed: both('经办人提出', 'Proposed'),
  decided: both('审定人核定', 'Decided'),
  below: (share: string) => both(`为计算金额的${share}，理由：`, `${share} of what was computed, because: `),
  open: both('待补事实', 'a fact is missing'),
  openFact: both('查看或更正这项事实', 'See or correct this fact'),
  notYet: both('尚未办理', 'not yet'),
  afterDecision: both('审定后显示', 'shown once decided'),
  voucherUntil: (day: string) => both(`服务券，有效至${day}`, `Voucher, valid until ${day}`),
  asVoucher: both('发放服务券', 'Given as a voucher'),
  asCash: both('发放资金', 'Paid in money'),
  zone: (name: string) => both(`所在示范区：${name}`, `Zone: ${name}`),
  result: both('引擎结论', 'What the rules say'),
  unconfirmed: both('结果依据市中心尚未确认的口径：', 'Rests on readings the centre has not confirmed yet:'),
  entries: both('事实与证据', 'Facts and evidence'),
  entryCount: (n: number) => both(`${n}项`, `${n}`),
  noEntries: both('没有据以申领的事实', 'No facts'),
  noEntriesNext: both('先在“可得支持”登记事实并上传证据，再回来申领。', 'Enter facts with their evidence first, then come back.'),
  files: both('证据', 'Evidence'),
  noFiles: both('没有文件', 'no files'),
  missing: (list: string) => both(`缺：${list}`, `Missing: ${list}`),
  matters: both('事项', 'Matters'),
  allMatters: (n: number) => both(`全部${n}件`, `All ${n}`),
  disputed: both('待核验', 'To be verified'),
  disputedWhy: both(
    '另有机构也以这一事项申领。市中心判明之前，双方都不支持；判为不符的一方不计入。',
    'Another agency claims this matter too. Neither is supported before the centre has found whose it is.',
  ),
  checkedBy: (name: string, day: string) => both(`${name}于${day}核对`, `Checked by ${name} on ${day}`),
  leftOut: both('不计入的单个事项', 'Single matters left out'),
  declaration: both('申领声明', 'Declaration'),
  otherSupport: both('同一事项的其他支持', 'Other support for the same matter'),
  payees: both('收款账户', 'Accounts'),
  payeeCount: (n: number) => both(`${n}个账户`, `${n} account${n === 1 ? '' : 's'}`),
  isTrue: both('已声明所填属实，同意公示与核查', 'Declared true, and open to publication and checks'),
  history: both('该机构历年支持', 'Support this agency was given'),
  historyWhy: both('跨条款、跨年度、跨示范区，含已追回的', 'Over all clauses, years and zones, recovered ones included'),
  noHistory: both('还没有得到过支持。', 'None so far.'),
  clause: both('条款', 'Clause'),
  ofYear: (year: number) => both(`${year}年度`, `Year ${year}`),
  given: both('核定金额', 'Amount'),
  case: both('案卷', 'Case'),
  voucher: both('券', 'voucher'),
  taken: (why: string) => both(`已追回：${why}`, `Taken back: ${why}`),
  thisOne: both('本案', 'this case'),
  sums: both('兑付', 'Payment'),
  sumOwed: both('待付', 'Owed'),
  sumInBatch: both('付款中', 'Being paid'),
  sumPaid: both('已到账', 'Arrived'),
  sumCancelled: both('停付', 'Not paid'),
  bankReference: both('银行流水号', 'Bank reference'),
  tail: (tail: string) => both(`尾号${tail}`, `ending ${tail}`),
  journal: both('资金分录', 'Ledger entries'),
  journalWhy: both(
    '每一步都是一笔借贷相等的分录，不能修改，只能冲销',
    'Every step is a balanced entry; none is ever changed, only reversed',
  ),
  noJournal: both('还没有动用资金。', 'No money has moved yet.'),
  debit: both('借', 'Dr'),
  credit: both('贷', 'Cr'),
  postings: both('借贷明细', 'Postings'),
  refusal: both('不予支持', 'Refusal'),
  refusalProposed: both('拟不予支持', 'Refusal proposed'),
  remedies: both('救济途径', 'Remedies'),
  remediesAdded: both('以下救济途径由系统写入决定，不能删去：', 'These remedies are added to the decision; nobody can leave them out:'),
  remediesText: both(
    '对本决定不服的，可以自收到之日起60日内依法申请行政复议，也可以自收到之日起6个月内依法提起行政诉讼。',
    'You may ask for administrative review within 60 days of receipt, or go to court within 6 months.',
  ),
  returned: both('退回补正的意见', 'What to complete'),
  withdrawn: both('撤回的理由', 'Why it was withdrawn'),
  upheld: both('不予支持的理由', 'Why it is refused'),
  recovery: both('追回', 'Recovery'),
  findings: both('查明的情况', 'Findings'),
  document: both('决定文号', 'Document no.'),
  demanded: both('应退金额', 'To be paid back'),
};

/** What the check sheet says. */
export const sheetWords = {
  progress: (done: number, all: number) => both(`已核${done}项，共${all}项`, `${done} of ${all} checked`),
  allMet: both('全部属实', 'All as stated'),
  restMet: both('其余全部属实', 'The rest as stated'),
  keys: both('1属实 2不符 3待查，Tab到下一项', '1 met, 2 not, 3 unclear; Tab to the next'),
  remark: both('情况说明', 'Remark'),
  remarkNeeded: both('请写明情况', 'Say what was found'),
  notJudged: both('还没有核对', 'Not checked yet'),
  someOut: (n: number) =>
    both(n === 0 ? '个别事项不计入' : `个别事项不计入（${n}件）`, n === 0 ? 'Leave out single matters' : `Leave out single matters (${n})`),
  why: both('不计入的理由', 'Why it does not count'),
  find: both('查找事项', 'Find a matter'),
  overall: both('总体说明', 'Overall remark'),
  wholeOut: both('此项判为不符，其中事项全部不计入。', 'Not met: none of its matters counts.'),
  noMatter: both('没有找到', 'Nothing found'),
  more: (n: number) => both(`另有${n}件，请用查找缩小范围`, `${n} more; narrow the search`),
};

/** What the dialog of the proposal says. */
export const proposeWords = {
  filled: both('已按计算金额填入；低于它的须写明理由。', 'Filled in as computed; below it a reason is needed.'),
  fixed: both('本事项为定额，不能增减。', 'A fixed sum: neither more nor less.'),
  similar: both('同条款同年度已核定', 'Decided under the same clause and year'),
  similarText: (n: number, lowest: string, median: string, highest: string) =>
    both(
      `${n}件，为计算金额的${lowest}至${highest}，中位数${median}`,
      `${n}, from ${lowest} to ${highest} of what was computed; median ${median}`,
    ),
  similarNone: both('还没有', 'None yet'),
};

export const verdictWords = { met: both('属实', 'Met'), not: both('不符', 'Not met'), unclear: both('待查', 'Unclear') } as const;

export const confirmationWords = {
  confirmed: both('对方已确认', 'Confirmed'),
  denied: both('对方否认', 'Denied'),
  waiting: both('待对方确认', 'Awaiting confirmation'),
  not_needed: both('无须确认', 'No confirmation needed'),
} as const;

/** Labels of the declaration's and the refusal's values; the API describes inputs on offer only (docs/adr/0006-web.md). */
export const otherSupportWords: Readonly<Record<string, Words>> = {
  none: both('没有其他财政支持', 'No other public support'),
  other_level: both('有其他层级的支持', 'Support of another level'),
  same_level: both('有市级同一事项的支持', 'Support of the city for the same matter'),
};

export const refusalWords: Readonly<Record<string, Words>> = {
  conditions_not_met: both('不符合条件', 'Conditions not met'),
  evidence_insufficient: both('证据不足', 'Evidence insufficient'),
  matter_supported: both('同一事项已获支持', 'Matter supported already'),
  other_support: both('已享受同级其他支持', 'Other support of the same level'),
  dispute_lost: both('事项属于他人', 'Matter is somebody else’s'),
  false_claim: both('虚假申报', 'False claim'),
  out_of_time: both('超过申报期限', 'Out of time'),
};

/** What an entry of the ledger did, in plain words with its amount. */
export const journalWords: Readonly<Record<string, (amount: string) => Words>> = {
  reserve: (amount) => both(`从预算中为本申领留出${amount}`, `${amount} kept for this claim`),
  release_reservation: (amount) => both(`留出的${amount}退回预算`, `${amount} no longer kept, back to the line`),
  grant_cash: (amount) => both(`核定支持${amount}，记为应付`, `${amount} granted and owed`),
  issue_voucher: (amount) => both(`发放服务券${amount}`, `Voucher of ${amount} issued`),
  present_voucher: (amount) => both(`用券抵服务费${amount}，待确认`, `${amount} of the voucher presented`),
  accept_voucher_use: (amount) => both(`券的使用已结算，应付服务方${amount}`, `Use settled; ${amount} owed to the provider`),
  return_voucher_use: (amount) => both(`${amount}退回券上`, `${amount} back on the voucher`),
  lapse_voucher: (amount) => both(`券已到期，余额${amount}收回预算`, `Voucher over; ${amount} back to the line`),
  pay_out: (amount) => both(`送银行付款${amount}`, `${amount} sent to the bank`),
  confirm_paid: (amount) => both(`银行已付${amount}`, `The bank paid ${amount}`),
  bounce_payment: (amount) => both(`银行退回${amount}，重新记为应付`, `The bank returned ${amount}; owed again`),
  cancel_payable: (amount) => both(`停付${amount}，退回预算`, `${amount} not paid, back to the line`),
  demand_back: (amount) => both(`要求退回${amount}`, `${amount} demanded back`),
  repay: (amount) => both(`已退回${amount}，回到预算`, `${amount} came back to the line`),
  reversal: (amount) => both(`冲销前一笔${amount}`, `Reversal of ${amount}`),
};
