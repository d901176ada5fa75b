import { creditCodeCheck, organisationCodeCheck } from '#core/kernel/credit-code.ts';
import { composePatentNumber } from '#core/kernel/patent-number.ts';
import type { FactKindName } from './index.ts';

/** A credit code with true check characters that nobody was ever given. */
export function sampleCode(serial: number): string {
  const organisation = `JX7${String(serial).padStart(5, '0')}`;
  const body = `91370303${organisation}${organisationCodeCheck(organisation)}`;
  return body + creditCodeCheck(body);
}

const enterprise = sampleCode(1);
const bank = sampleCode(2);

/** A form of each kind with nothing wrong in it, dated in the plan's own time; for tests and worked examples. */
export const sampleForms: Readonly<Record<FactKindName, Readonly<Record<string, unknown>>>> = {
  pledge_loan: {
    contractNo: 'QS-2021-001',
    enterpriseName: '丙新材料股份有限公司',
    enterpriseCode: enterprise,
    bankName: '齐商银行',
    bankCode: bank,
    bankInCity: true,
    insuredByGovBankInsurer: true,
    loanYuan: 3_000_000,
    signedDate: '2021-02-01',
    disbursedDate: '2021-02-08',
    serviceDate: '2021-01-20',
    isRenewal: false,
  },
  ip_securitization: { productName: '淄博知识产权一期', originator: '丙新材料股份有限公司', completedDate: '2021-05-20' },
  custody_contract: {
    contractNo: 'TG-2021-1',
    rightsHolderName: '丙新材料股份有限公司',
    rightsHolderCode: enterprise,
    mode: 'full',
    startDate: '2021-01-01',
    endDate: '2021-12-31',
  },
  custody_recognition: {
    year: 2021,
    documentNo: '淄知中心〔2021〕7号',
    decidedDate: '2021-05-28',
    areas: ['pledge_financing'],
    result: 'outstanding',
  },
  brand_honour: { name: '知识产权品牌服务机构', level: 'national', awardedBy: '国家知识产权局', awardedDate: '2021-03-18' },
  agent_certificate: { certificateNo: '3712345', person: '孙三', idTail: '12301X', issuedDate: '2021-04-12' },
  litigation: {
    caseNo: '（2021）鲁03民初1号',
    clientName: '丙新材料股份有限公司',
    clientCode: enterprise,
    effectiveDate: '2021-05-10',
    isPatentCase: true,
    isForeignRelated: true,
    hasMajorInfluence: false,
    outcome: 'won',
    isFinal: true,
    agencyFeeYuan: 80_000,
  },
  invention_grant: {
    number: composePatentNumber(2019, 1, 1),
    title: '一种新材料',
    owner: '丙新材料股份有限公司',
    address: '山东省淄博市张店区产业园路1号',
    grantDate: '2021-04-06',
    agencyName: '甲知识产权代理有限公司',
  },
  campaign_result: {
    campaign: 'doubling',
    enterpriseName: '丙新材料股份有限公司',
    enterpriseCode: enterprise,
    baseCount: 4,
    endCount: 9,
    confirmedDate: '2021-05-25',
  },
  abnormal_filing: {
    noticeNo: '国知办函〔2021〕99号',
    date: '2021-04-30',
    status: 'confirmed',
    isMalicious: true,
    patents: 12,
    ruleVersion: 'notice411',
  },
};
