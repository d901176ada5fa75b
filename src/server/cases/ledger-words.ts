import { both, type Language, type Words } from '#core/kernel/words.ts';
import type { AccountKind } from '#core/ledger/accounts.ts';
import type { EntryKind } from '#core/ledger/entries.ts';

const entries: Readonly<Record<EntryKind, Words>> = {
  appropriate: both('安排预算', 'Appropriation'),
  withdraw_appropriation: both('调减预算', 'Appropriation withdrawn'),
  reserve: both('为申领留出资金', 'Reserved for a claim'),
  release_reservation: both('释放留出的资金', 'Reservation released'),
  grant_cash: both('核定支持资金', 'Support granted'),
  issue_voucher: both('发放服务券', 'Voucher issued'),
  present_voucher: both('出示服务券', 'Voucher presented'),
  accept_voucher_use: both('服务券结算', 'Voucher use settled'),
  return_voucher_use: both('金额退回券上', 'Returned to the voucher'),
  lapse_voucher: both('服务券失效', 'Voucher lapsed'),
  pay_out: both('送银行付款', 'Sent to the bank'),
  confirm_paid: both('银行已付', 'Paid by the bank'),
  bounce_payment: both('银行退回', 'Returned by the bank'),
  cancel_payable: both('取消应付', 'Payable cancelled'),
  demand_back: both('要求退回', 'Demanded back'),
  repay: both('退款到账', 'Repaid'),
  reversal: both('冲正', 'Reversal'),
};

const accounts: Readonly<Record<AccountKind, Words>> = {
  appropriated: both('预算安排', 'Appropriated'),
  available: both('可用预算', 'Available'),
  reserved: both('已留出', 'Reserved'),
  spent: both('已用预算', 'Spent'),
  granted: both('支持支出', 'Granted'),
  payable: both('应付', 'Payable'),
  voucher: both('未用服务券', 'Voucher outstanding'),
  presented: both('已出示待结算', 'Presented'),
  in_transit: both('在途（银行）', 'With the bank'),
  treasury: both('已付出', 'Treasury'),
  receivable: both('应收退款', 'Receivable'),
};

/** The ledger's entries and accounts in people's words; a line is named by year and item of 第九条. */
export const ledgerWords = {
  entries,
  account: (key: string, language: Language): string => {
    const [kind = '', ...rest] = key.split('/');
    const title = (accounts as Readonly<Record<string, Words>>)[kind]?.[language] ?? kind;
    return rest.length === 2 ? `${title} ${rest[0]}·${rest[1]}` : title;
  },
} as const;
