import { z } from 'zod';
import { field, line } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

const ById = z.object({ id: z.uuid() });
const Year = z.coerce.number().int().min(2020).max(2100);
const city = ['centre_officer', 'centre_approver', 'auditor'] as const;
const cityAndFinance = [...city, 'finance'] as const;

const BudgetLineView = z.object({
  year: z.int(),
  item: z.string(),
  title: z.string(),
  appropriatedFen: z.int(),
  availableFen: z.int(),
  reservedFen: z.int(),
  spentFen: z.int(),
  /** What live claims ask beyond what is reserved for them, and how many wait. */
  unfundedFen: z.int(),
  waiting: z.int(),
  /** Earned by the last yearly run and not claimed yet: what is still coming. */
  forecastFen: z.int(),
  rate: z.int().nullable(),
  /** The share at which all live claims can be paid; 10000 when the line is not short. */
  possibleRate: z.int(),
});
export type BudgetLineView = z.infer<typeof BudgetLineView>;

const SupportView = z.object({
  case: z.string(),
  number: z.string(),
  agency: z.string(),
  agencyName: z.string(),
  clause: z.string(),
  clauseTitle: z.string(),
  year: z.int(),
  zoneName: z.string().nullable(),
  paidAs: z.enum(['cash', 'voucher']),
  ceilingFen: z.int(),
  computedFen: z.int(),
  amountFen: z.int(),
  reason: z.string().nullable(),
  decidedOn: z.string(),
  ended: z.string().nullable(),
});
export type SupportView = z.infer<typeof SupportView>;

const OfferView = z.object({
  agency: z.string(),
  agencyName: z.string(),
  clause: z.string(),
  cite: z.string(),
  title: z.string(),
  paidAs: z.enum(['cash', 'voucher']),
  yuan: z.int(),
  says: z.string(),
  missing: z.array(z.string()),
  waits: z.string().nullable(),
  /** The claim under way or decided for it, if any; `waits` says why it is determined later, though it may be claimed now. */
  claim: z.object({ id: z.string(), number: z.string(), state: z.string(), stateTitle: z.string() }).nullable(),
});
export type OfferView = z.infer<typeof OfferView>;

/** While it stands the agency opens and files no claim: its last day, the decision and the number of its case (I-47). */
const Bar = z.object({ until: z.string(), documentNumber: z.string(), number: z.string() });
export type Bar = z.infer<typeof Bar>;

const PayeeView = z.object({
  id: z.string(),
  name: z.string(),
  bank: z.string(),
  tail: z.string(),
  isPerson: z.boolean(),
  activeFrom: z.string(),
  isWaiting: z.boolean(),
  replaces: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export type PayeeView = z.infer<typeof PayeeView>;

const text = z.string();
const Party = z.object({ organisation: text, organisationName: text, creditCode: text, name: text, kind: text });

const accountNumber = () => field(z.string('请填写').regex(/^\d{8,32}$/, '账号为8至32位数字'), both('账号', 'Account no.'));
/** What goes into the bank's file stands on one line there: a line break in it would make the whole batch unreadable. */
const bankWord = () => line(100).regex(/^\P{Cc}*$/u, '不能换行或含控制字符');
const payeeFields = {
  name: field(bankWord(), both('户名', 'Name')),
  bank: field(bankWord(), both('开户银行', 'Bank')),
  account: accountNumber(),
};

const VoucherView = z.object({
  id: z.string(),
  number: z.string(),
  /** Shown to the holder alone. */
  code: z.string().nullable(),
  case: z.string(),
  holderName: z.string(),
  clause: z.string(),
  clauseTitle: z.string(),
  year: z.int(),
  valueFen: z.int(),
  balanceFen: z.int(),
  issuedOn: z.string(),
  validTo: z.string(),
  state: z.enum(['issued', 'used', 'expired', 'cancelled']),
  uses: z.array(
    z.object({
      case: z.string(),
      number: z.string(),
      stateTitle: z.string(),
      providerName: z.string(),
      amountFen: z.int(),
      presentedAt: z.string(),
    }),
  ),
});
export type VoucherView = z.infer<typeof VoucherView>;

const JournalView = z.object({
  id: z.string(),
  seq: z.int(),
  kind: z.string(),
  title: z.string(),
  at: z.string(),
  officeTitle: z.string(),
  reverses: z.string().nullable(),
  postings: z.array(z.object({ account: z.string(), title: z.string(), side: z.enum(['debit', 'credit']), amountFen: z.int() })),
});
export type JournalView = z.infer<typeof JournalView>;

/** A sum of a decision: to whom, and the bank's reference once it arrived. */
const SumView = z.object({
  id: z.string(),
  payeeName: z.string(),
  tail: z.string(),
  amountFen: z.int(),
  batch: z.object({ id: z.string(), number: z.string() }).nullable(),
  paidAt: z.string().nullable(),
  bankReference: z.string().nullable(),
  isCancelled: z.boolean(),
});

const Spread = { count: z.int(), lowest: z.int(), median: z.int(), highest: z.int() };

/** Budget, support, vouchers, payees and payments, beside the processes that move them. */
export const moneyEndpoints = {
  readBudget: endpoint({
    method: 'GET',
    path: '/budget',
    summary: both('预算执行与预测', 'Budget, as it stands and as it will'),
    clause: '9',
    who: cityAndFinance,
    query: z.object({ year: Year }),
    answer: z.object({ year: z.int(), lines: z.array(BudgetLineView) }),
  }),
  listOffers: endpoint({
    method: 'GET',
    path: '/offers',
    summary: both('已符合条件、可确认领取的支持', 'What an agency has earned and may confirm'),
    clause: '9',
    who: ['agency'],
    query: z.object({ year: Year }),
    answer: z.object({ year: z.int(), rows: z.array(OfferView), bar: Bar.nullable() }),
  }),
  listUnclaimed: endpoint({
    method: 'GET',
    path: '/unclaimed',
    summary: both('应得未领', 'Entitled but unpaid'),
    clause: '9',
    who: city,
    query: z.object({ year: Year }),
    answer: z.object({ year: z.int(), run: z.string().nullable(), asOf: z.string().nullable(), rows: z.array(OfferView) }),
  }),
  readSupportHistory: endpoint({
    method: 'GET',
    path: '/support-history',
    summary: both('历年支持', 'History of support'),
    clause: '9.6',
    who: ['agency', ...cityAndFinance],
    query: z.object({ agency: z.uuid().optional(), case: z.uuid().optional() }),
    answer: z.object({ rows: z.array(SupportView) }),
  }),
  exportSupport: endpoint({
    method: 'GET',
    path: '/support.csv',
    summary: both('导出支持清单', 'Export of all support'),
    clause: '9',
    who: cityAndFinance,
    query: z.object({ year: Year.optional(), clause: z.string().max(20).optional() }),
    givesFile: true,
  }),
  listDiscretion: endpoint({
    method: 'GET',
    path: '/discretion',
    summary: both('裁量离群清单', 'Decisions that stand apart from their like'),
    clause: '9',
    who: ['centre_officer', 'centre_approver', 'auditor'],
    query: z.object({ year: Year.optional() }),
    answer: z.object({
      apartPercent: z.int(),
      rows: z.array(SupportView.extend({ share: z.int(), median: z.int() })),
      groups: z.array(
        z.object({
          clause: z.string(),
          clauseTitle: z.string(),
          year: z.int(),
          ...Spread,
        }),
      ),
    }),
  }),
  readJournal: endpoint({
    method: 'GET',
    path: '/journal',
    summary: both('案卷的分录', 'Ledger entries of a case'),
    clause: '9',
    who: ['agency', ...cityAndFinance],
    query: z.object({ case: z.uuid() }),
    answer: z.object({ entries: z.array(JournalView), sums: z.array(SumView) }),
  }),
  listPayees: endpoint({
    method: 'GET',
    path: '/payees',
    summary: both('收款账户', 'Payees'),
    clause: '9',
    who: ['agency'],
    answer: z.object({ rows: z.array(PayeeView) }),
  }),
  addPayee: endpoint({
    method: 'POST',
    path: '/payees',
    summary: both('登记收款账户', 'Add a payee'),
    clause: '9',
    who: ['agency'],
    body: z.object({ ...payeeFields, isPerson: z.boolean() }),
    isCommand: true,
    status: 201,
    answer: PayeeView,
  }),
  changePayee: endpoint({
    method: 'POST',
    path: '/payees/{id}/change',
    summary: both('变更收款账户', 'Change a payee’s account'),
    clause: 'operational',
    who: ['agency'],
    params: ById,
    body: z.object({ ...payeeFields, code: field(z.string('请填写').regex(/^\d{6}$/, '六位数字'), both('动态验证码', 'Second factor')) }),
    isCommand: true,
    status: 201,
    answer: PayeeView,
  }),
  listVouchers: endpoint({
    method: 'GET',
    path: '/vouchers',
    summary: both('服务券', 'Vouchers'),
    clause: '9.2c',
    who: ['agency', ...city],
    answer: z.object({ rows: z.array(VoucherView) }),
  }),
  readVoucherQr: endpoint({
    method: 'GET',
    path: '/vouchers/{id}/qr.svg',
    summary: both('券码二维码', 'QR code of a voucher'),
    clause: '9.2c',
    who: ['agency'],
    params: ById,
    givesFile: true,
  }),
  lookUpVoucher: endpoint({
    method: 'GET',
    path: '/voucher-lookup',
    summary: both('按券码查余额', 'Look up a voucher by its code'),
    clause: '9.2c',
    who: ['agency', 'centre_officer', 'centre_approver'],
    query: z.object({ code: z.string().min(4).max(60) }),
    answer: z.object({ number: z.string(), holderName: z.string(), balanceFen: z.int(), validTo: z.string(), isEnded: z.boolean() }),
  }),
  listRelatedParties: endpoint({
    method: 'GET',
    path: '/related-parties',
    summary: both('关联方', 'Related parties'),
    clause: '9.2c',
    who: ['agency', ...city],
    answer: z.object({ rows: z.array(Party) }),
  }),
  addRelatedParty: endpoint({
    method: 'POST',
    path: '/related-parties',
    summary: both('登记关联方', 'Declare a related party'),
    clause: '9.2c',
    who: ['agency', 'centre_officer'],
    body: z.object({ organisation: z.uuid().optional(), creditCode: z.string().min(1).max(30), name: line(100), kind: line(40) }),
    isCommand: true,
    status: 201,
    answer: z.object({ id: z.string() }),
  }),
} as const;
