import { wanYuan } from '#core/kernel/money.ts';
import type { Clause } from '#core/policy/clause.ts';
import { allMet, type Condition, obstacleOf } from '#core/policy/condition.ts';
import { met, notMet, truthOf, unknown } from '#core/policy/truth.ts';
import { example, type ExampleInput, type SupportExample } from './example-world.ts';
import { openFields } from './facts.ts';
import { gate, gateSettings } from './gate.ts';
import { type Row, rowsOf } from './rows.ts';

type Loan = Row<'pledge_loan'>;
type Securitization = Row<'ip_securitization'>;

const bankInCity: Condition<Loan> = {
  code: 'BANK_NOT_LOCAL',
  says: '放款银行是本市银行',
  fails: '放款的不是本市银行（在本市有营业场所并记账的分支机构）',
  test: ({ fact }) => truthOf(fact.bankInCity),
  missing: ({ fact }) => openFields(fact, ['bankInCity']),
  shows: ({ fact }) => `本市银行：${yesNo(fact.bankInCity)}`,
};

const insuredScheme: Condition<Loan> = {
  code: 'NOT_INSURED_SCHEME',
  says: '属于政银保专利权质押保险贷款',
  fails: '普通质押贷款不在支持范围，只有政银保贷款按笔支持',
  test: ({ fact }) => truthOf(fact.insuredByGovBankInsurer),
  missing: ({ fact }) => openFields(fact, ['insuredByGovBankInsurer']),
  shows: ({ fact }) => `政银保：${yesNo(fact.insuredByGovBankInsurer)}`,
};

const yesNo = (value: boolean | null | undefined) => (value === true ? '是' : value === false ? '否' : '未填');

/** Numbers and names as people type them, made comparable: width, brackets, blanks and case do not matter. */
export const comparable = (text: string | null | undefined): string | null => {
  const plain = (text ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〔［【[{]/g, '(')
    .replace(/[〕］】\]}]/g, ')')
    .toUpperCase();
  return plain === '' ? null : plain;
};

const loan = (id: string, more: object = {}) => ({
  id,
  type: 'pledge_loan' as const,
  agency: 'A1',
  enterprise: 'E1',
  contractNo: `HT-${id}`,
  signedDate: '2021-02-01',
  disbursedDate: '2021-02-08',
  bankInCity: true,
  insuredByGovBankInsurer: true,
  loanYuan: 3_000_000,
  ...more,
});
const loanCase = (title: string, facts: ExampleInput['facts'], yields: [string, number]): SupportExample =>
  example(title, { facts }, yields);

/** 第九条（一）前段：政银保专利质押贷款，每完成一笔最多1万元。 */
export const pledgeLoans: Clause<Loan, ExampleInput> = {
  key: '9.1.loan',
  cite: '第九条（一）',
  title: '专利质押融资',
  says: '区内有资质的机构帮助企业取得本市银行专利质押贷款，属于政银保的，每笔最高1万元，笔数不限。',
  item: '9.1',
  paidAs: 'cash',
  isListed: true,
  settings: gateSettings,
  conditions: [...gate, bankInCity, insuredScheme],
  amount: { kind: 'perItem', each: wanYuan(1) },
  identity: ({ fact }) => comparable(fact.contractNo),
  examples: [
    loanCase('一笔政银保贷款', [loan('L1')], ['OK', 10_000]),
    loanCase('三笔政银保贷款逐笔相加，没有上限', [loan('L1'), loan('L2'), loan('L3')], ['OK', 30_000]),
    loanCase('普通质押贷款不支持', [loan('L1', { insuredByGovBankInsurer: false })], ['NOT_INSURED_SCHEME', 0]),
    loanCase('外地银行放款不支持', [loan('L1', { bankInCity: false })], ['BANK_NOT_LOCAL', 0]),
    loanCase('同一合同分两次放款只算一笔', [loan('L1'), loan('L2', { contractNo: 'HT-L1' })], ['OK', 10_000]),
    loanCase('试用期最后一天放款仍算', [loan('L1', { disbursedDate: '2021-08-24' })], ['OK', 10_000]),
    loanCase('试用期满次日放款不算', [loan('L1', { disbursedDate: '2021-08-25' })], ['POLICY_NOT_IN_FORCE', 0]),
    loanCase('是否本市银行未填，先不核定', [loan('L1', { bankInCity: undefined })], ['UNKNOWN', 0]),
  ],
};

const hasLocalLoan: Condition<Securitization> = {
  code: 'GATE_NO_LOCAL_LOAN',
  says: '当年另有本市银行专利质押贷款',
  fails: '当年没有任何一笔计入的本市银行专利质押贷款，按现行口径证券化不予支持',
  settings: ['securitizationGate'],
  test: ({ world, agency }) => {
    if (world.settings.securitizationGate === 'none') return met;
    const loans = rowsOf(world, 'pledge_loan').filter((row) => row.agency === agency);
    const outcomes = loans.map((row) => obstacleOf([...gate, bankInCity], row));
    if (outcomes.includes(allMet)) return met;
    return outcomes.some((obstacle) => obstacle < allMet) ? unknown : notMet;
  },
  missing: () => ['bankInCity'],
};

const product = (id: string, more: object = {}) => ({
  id,
  type: 'ip_securitization' as const,
  agency: 'A1',
  productName: `产品${id}`,
  completedDate: '2021-05-20',
  ...more,
});

/** 第九条（一）后段：知识产权证券化，每完成一项最多10万元。 */
export const securitizations: Clause<Securitization, ExampleInput> = {
  key: '9.1.sec',
  cite: '第九条（一）',
  title: '知识产权证券化',
  says: '机构每完成一项知识产权证券化，最高10万元；按现行口径以当年至少一笔本市银行质押贷款为前提。',
  item: '9.1',
  paidAs: 'cash',
  isListed: true,
  settings: [...gateSettings, 'securitizationGate'],
  conditions: [...gate, hasLocalLoan],
  amount: { kind: 'perItem', each: wanYuan(10) },
  identity: ({ fact }) => comparable(fact.productName),
  examples: [
    example('有本市银行贷款在先', { facts: [product('S1'), loan('L1')] }, ['OK', 100_000]),
    example('普通质押贷款也能作前提', { facts: [product('S1'), loan('L1', { insuredByGovBankInsurer: false })] }, ['OK', 100_000]),
    example('当年没有本市银行贷款', { facts: [product('S1')] }, ['GATE_NO_LOCAL_LOAN', 0]),
    example('只有外地银行贷款', { facts: [product('S1'), loan('L1', { bankInCity: false })] }, ['GATE_NO_LOCAL_LOAN', 0]),
    example('口径改为不设前提', { facts: [product('S1')], overrides: { securitizationGate: 'none' } }, ['OK', 100_000]),
    example('两项证券化', { facts: [product('S1'), product('S2'), loan('L1')] }, ['OK', 200_000]),
  ],
};
