import { z } from 'zod';
import { creditCode, day, field, line, wholeYuanField, yesNo } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import {
  beforeLicence,
  codeOf,
  defineFactKind,
  doubtful,
  keyOf,
  notYet,
  orUnknown,
  paper,
  presentedBy,
  sharesField,
  wrong,
} from './fact-kind.ts';
import type { Standing } from './standing.ts';

const disbursed = both('放款日', 'Day of the payout');
const signed = both('贷款合同签订日', 'Day the loan was signed');

const form = z.object({
  contractNo: field(line(60), both('贷款合同编号', 'Loan contract no.'), {
    clause: '9.1a',
    help: both('一份合同分几次放款也只算一笔', 'One contract is one loan, however often it is drawn'),
  }),
  enterpriseName: field(line(100), both('借款企业', 'Borrower')),
  enterpriseCode: field(creditCode(), both('借款企业信用代码', 'Credit code of the borrower')),
  bankName: field(line(100), both('放款银行', 'Bank')),
  bankCode: field(orUnknown(creditCode()), both('放款银行信用代码', 'Credit code of the bank'), {
    help: both('填写后由该银行在系统中确认放款', 'The bank is then asked to confirm the payout'),
  }),
  bankInCity: field(orUnknown(yesNo()), both('是否本市银行', 'Bank of this city'), {
    help: both('在本市有营业场所并记账的分支机构', 'A branch with premises here that books the loan'),
  }),
  insuredByGovBankInsurer: field(orUnknown(yesNo()), both('是否政银保质押贷款', 'In the government-bank-insurance scheme')),
  insurerName: field(orUnknown(line(100)), both('保险机构', 'Insurer')),
  insurerCode: field(orUnknown(creditCode()), both('保险机构信用代码', 'Credit code of the insurer')),
  policyNo: field(orUnknown(line(60)), both('保单号', 'Policy no.')),
  pledgeNo: field(orUnknown(line(60)), both('质押登记号', 'Pledge registration no.')),
  loanYuan: field(orUnknown(wholeYuanField()), both('贷款金额', 'Loan'), { unit: both('元', 'yuan') }),
  serviceDate: field(orUnknown(day()), both('服务合同签订日', 'Day the service contract was signed')),
  signedDate: field(orUnknown(day()), signed),
  disbursedDate: field(day(), disbursed),
  isRenewal: field(orUnknown(yesNo()), both('是否续贷或借新还旧', 'Renewal without new money')),
  shares: sharesField(),
  serviceContractFile: paper(both('融资服务合同', 'Service contract')),
  loanContractFile: paper(both('贷款合同', 'Loan contract')),
  payoutFile: paper(both('放款凭证', 'Payout slip')),
  pledgeFile: paper(both('质押登记通知书', 'Pledge registration notice')),
  policyFile: paper(both('保险单', 'Insurance policy')),
  schemeFile: paper(both('政银保项目确认', 'Confirmation of the scheme')),
});

type Data = z.output<typeof form>;

const datesOf = ({ serviceDate, signedDate, disbursedDate }: Data) => [
  signedDate !== null && disbursedDate < signedDate
    ? wrong('disbursedDate', '放款日不能早于合同签订日', 'The payout can not be before the signing')
    : null,
  serviceDate !== null && disbursedDate < serviceDate
    ? wrong('serviceDate', '服务合同应签订在放款之前', 'The service contract must be older than the payout')
    : null,
];

/**
 * Whether the loan is one to decide on: not denied by the other side, and known to be new money that the agency's service
 * came before (I-21). Where that is open, so is everything that turns on the loan.
 */
const isSure = ({ serviceDate, isRenewal }: Data, standing: Standing): boolean =>
  standing !== 'disputed' && serviceDate !== null && isRenewal !== null;

/** 第九条（一）前段：帮助企业取得的专利质押贷款。 */
export const pledgeLoan = defineFactKind({
  name: 'pledge_loan',
  title: both('专利质押贷款', 'Patent pledge loan'),
  clause: '9.1a',
  form,
  enteredBy: ['agency'],
  confirmedBy: 'bank',
  requiredFiles: ['serviceContractFile', 'loanContractFile', 'payoutFile', 'pledgeFile', 'policyFile'],
  requiredFields: ['serviceDate', 'isRenewal'],
  keep: (typed): Data => ({
    ...typed,
    enterpriseCode: codeOf(typed.enterpriseCode),
    bankCode: typed.bankCode && codeOf(typed.bankCode),
    insurerCode: typed.insurerCode && codeOf(typed.insurerCode),
  }),
  matterField: 'contractNo',
  matter: ({ contractNo }) => keyOf(contractNo),
  validOn: ({ disbursedDate }) => disbursedDate,
  counterparties: ({ bankCode, insurerCode }) => [bankCode, insurerCode],
  checks: (data, context) => [
    notYet('disbursedDate', disbursed, data.disbursedDate, context.today),
    ...datesOf(data),
    beforeLicence('disbursedDate', data.disbursedDate, context),
    data.isRenewal
      ? wrong('isRenewal', '续贷、借新还旧没有新增资金，不计为一笔', 'A renewal without new money is no loan of its own')
      : null,
    data.pledgeNo !== null && !/^Y\d{13}$/.test(keyOf(data.pledgeNo))
      ? doubtful('pledgeNo', '质押登记号一般为Y加13位数字，请核对', 'Usually Y and 13 digits; please check')
      : null,
  ],
  toCaseFile: (scene, rows) =>
    rows.map(({ matter, data, validOn, standing }) => ({
      id: `质押贷款 ${matter}`,
      type: 'pledge_loan',
      ...presentedBy(scene, data.shares),
      enterprise: data.enterpriseCode,
      contractNo: matter,
      signedDate: data.signedDate,
      disbursedDate: validOn,
      bankInCity: isSure(data, standing) ? data.bankInCity : null,
      insuredByGovBankInsurer: isSure(data, standing) ? data.insuredByGovBankInsurer : null,
      loanYuan: data.loanYuan,
    })),
});
