import { addDays, type BusinessDate, businessDate, yearOf } from '#core/kernel/dates.ts';
import type { FactKindName } from '#policy/zibo-2020/fact-kinds/index.ts';
import { workdayBefore } from './days.ts';
import { mainSpan } from './evidence.ts';
import { personName } from './names.ts';
import { enterprises, organisationOf } from './organisations.ts';
import type { ToldFact, Word } from './told-fact.ts';

/** The days of a year of support that facts are dated by. */
export type Days = {
  readonly year: number;
  /** A day of the time in which the year's facts happened; 0 is the first, 1 the last. */
  readonly on: (share: number) => BusinessDate;
};

const dayMs = 86_400_000;

/** Workdays before today at which the agencies put their facts on record. */
export const factsAgo = 24;

/** Facts of the main year happen between the day both zones were there and the day they are put on record. */
export function daysOf(today: BusinessDate): Days {
  const { mainFrom } = mainSpan(today);
  const last = workdayBefore(today, factsAgo + 1);
  const end = last < `${yearOf(mainFrom)}-12-31` ? last : businessDate(`${yearOf(mainFrom)}-12-31`);
  const length = Math.round((Date.parse(end) - Date.parse(mainFrom)) / dayMs);
  return { year: yearOf(mainFrom), on: (share) => addDays(mainFrom, Math.floor(share * length)) };
}

const companyOf = (key: string) => {
  const found = enterprises.find((one) => one.key === key);
  if (!found) throw new RangeError(`no such company: ${key}`);
  return found;
};

type More = { readonly lacks?: readonly string[]; readonly word?: Word; readonly data?: Readonly<Record<string, unknown>> };

const told = (
  key: string,
  agency: string,
  kind: FactKindName,
  { data, lacks = [], word }: More & { readonly data: Readonly<Record<string, unknown>> },
): ToldFact => ({ key, agency, kind, data, lacks, word: word ?? null });

const yes = (by: string): Word => ({ by, isConfirmed: true });

/** A loan to a company at one agency's hands; in the scheme, of the bank that has an account here, unless told otherwise. */
function loan({ year, on }: Days, n: number, [agency, company]: readonly [string, string], more: More = {}): ToldFact {
  const { name, creditCode } = companyOf(company);
  const bank = organisationOf('bank');
  const day = on(n / 12);
  return told(`loan-${n}`, agency, 'pledge_loan', {
    ...more,
    data: {
      contractNo: `虚构贷字〔${year}〕${n}号`,
      enterpriseName: name,
      enterpriseCode: creditCode,
      bankName: bank.name,
      bankCode: bank.creditCode,
      bankInCity: true,
      insuredByGovBankInsurer: true,
      insurerName: '稷门科技保险公司（虚构）',
      policyNo: `虚构保单${year}-${n}`,
      pledgeNo: `Y${year}98${String(n).padStart(7, '0')}`,
      loanYuan: 2_000_000 + n * 350_000,
      serviceDate: day,
      signedDate: day,
      disbursedDate: day,
      isRenewal: false,
      ...more.data,
    },
  });
}

const loans = (days: Days): readonly ToldFact[] => [
  loan(days, 1, ['agency1', 'enterprise1'], { word: yes('bank') }),
  loan(days, 2, ['agency1', 'enterprise2'], { word: yes('bank') }),
  loan(days, 3, ['agency1', 'enterprise3'], { word: yes('bank'), data: { insuredByGovBankInsurer: false } }),
  loan(days, 4, ['agency2', 'enterprise9'], { word: yes('bank') }),
  loan(days, 5, ['agency2', 'enterprise10']),
  loan(days, 6, ['agency2', 'enterprise11'], {
    word: { by: 'bank', isConfirmed: false, remark: '本行没有发放过这笔贷款，合同编号也不是本行的编号。' },
  }),
  loan(days, 7, ['agency5', 'enterprise12'], { word: yes('bank'), data: { insuredByGovBankInsurer: false } }),
  loan(days, 8, ['agency4', 'enterprise4'], { data: { bankName: '滨州芳洲银行（虚构）', bankCode: null, bankInCity: false } }),
  loan(days, 9, ['agency12', 'enterprise5'], { word: yes('bank') }),
  loan(days, 10, ['agency6', 'enterprise17'], { word: yes('bank') }),
  loan(days, 11, ['agency3', 'enterprise4'], { word: yes('bank') }),
];

const securitization = ({ year, on }: Days, n: number, [agency, company]: readonly [string, string]): ToldFact =>
  told(`product-${n}`, agency, 'ip_securitization', {
    data: {
      productName: `稷门知识产权资产支持计划第${n}期（虚构${year}）`,
      originator: companyOf(company).name,
      exchangeNo: `虚构备案${year}-0${n}`,
      sizeYuan: 120_000_000,
      completedDate: on(0.5 + n / 10),
      role: '牵头筛选底层专利、出具价值评估意见并维护存续期清单。',
    },
  });

/** A custody contract over the whole year. */
function custody({ year, on }: Days, [agency, company, mode]: readonly [string, string, string], word?: Word): ToldFact {
  const { name, creditCode } = companyOf(company);
  return told(`contract-${agency}`, agency, 'custody_contract', {
    ...(word ? { word } : {}),
    data: {
      contractNo: `虚构托管〔${year}〕${agency.replace('agency', '')}号`,
      rightsHolderName: name,
      rightsHolderCode: creditCode,
      mode,
      startDate: on(0),
      endDate: `${year}-12-31`,
      scope: '年费监控、权利维护、竞争对手预警和每季度一次的专利盘点。',
      patents: 36,
      feeYuan: 48_000,
    },
  });
}

const custodies = (days: Days): readonly ToldFact[] => [
  custody(days, ['agency1', 'enterprise1', 'full'], yes('enterprise1')),
  custody(days, ['agency2', 'enterprise9', 'full'], yes('enterprise9')),
  custody(days, ['agency3', 'enterprise2', 'single'], yes('enterprise2')),
  custody(days, ['agency4', 'enterprise2', 'advisory'], yes('enterprise2')),
  custody(days, ['agency5', 'enterprise10', 'full']),
];

const honourNames = {
  national: '全国知识产权服务品牌机构（演示）',
  provincial: '全省知识产权服务品牌机构（演示）',
  municipal: '全市知识产权服务示范机构（演示）',
} as const;

type HonourLine = readonly [agency: string, level: keyof typeof honourNames, share: number];

const honour = ({ year, on }: Days, [agency, level, share]: HonourLine): ToldFact =>
  told(`honour-${agency}`, agency, 'brand_honour', {
    data: {
      name: honourNames[level],
      level,
      awardedBy: '服务品牌评审委员会（虚构）',
      documentNo: `虚构品牌〔${year}〕${agency.replace('agency', '')}号`,
      awardedDate: on(share),
    },
  });

const honours = (days: Days): readonly ToldFact[] =>
  (
    [
      ['agency1', 'national', 0.3],
      ['agency3', 'municipal', 0.35],
      ['agency5', 'provincial', 0.4],
      ['agency11', 'provincial', 0.45],
      ['agency12', 'provincial', 0.5],
    ] as const
  ).map((line) => honour(days, line));

/** Who earned a certificate, by the key of the fact; the accounts they are paid into bear the same names. */
export const certified: Readonly<Record<string, { readonly agency: string; readonly name: string }>> = {
  'certificate-1': { agency: 'agency3', name: personName(250) },
  'certificate-2': { agency: 'agency3', name: personName(251) },
  'certificate-3': { agency: 'agency4', name: personName(252) },
  'certificate-4': { agency: 'agency12', name: personName(253) },
};

const certificates = ({ on }: Days): readonly ToldFact[] =>
  Object.entries(certified).map(([key, { agency, name }], n) =>
    told(key, agency, 'agent_certificate', {
      lacks: key === 'certificate-4' ? ['insuranceFile'] : [],
      data: {
        certificateNo: `990000${n + 1}`,
        person: name,
        idTail: `${n}0123X`.padStart(6, '0'),
        issuedDate: on(0.2 + n / 10),
        employedSince: on(0),
      },
    }),
  );

/** A case won for a company. Two agencies report number 1; only one of them can have won it. */
function win({ year, on }: Days, [key, agency, company, n]: readonly [string, string, string, number], more: More = {}): ToldFact {
  const { name, creditCode } = companyOf(company);
  return told(key, agency, 'litigation', {
    ...more,
    data: {
      caseNo: `（${year}）虚03知民初${300 + n}号`,
      court: '稷门知识产权法庭（虚构）',
      clientName: name,
      clientCode: creditCode,
      effectiveDate: on(0.3 + n / 10),
      isPatentCase: true,
      isForeignRelated: true,
      hasMajorInfluence: false,
      outcome: 'won',
      isFinal: true,
      feeInvoiceNo: `虚构${year}${300 + n}`,
      ...more.data,
    },
  });
}

const wins = (days: Days): readonly ToldFact[] => [
  win(days, ['win-agency4', 'agency4', 'enterprise7', 1], { data: { agencyFeeYuan: 24_000 } }),
  win(days, ['win-agency5', 'agency5', 'enterprise10', 2], { word: yes('enterprise10'), data: { agencyFeeYuan: 28_000 } }),
  win(days, ['win-agency12', 'agency12', 'enterprise7', 1], {
    data: { agencyFeeYuan: 36_000, isForeignRelated: false, hasMajorInfluence: true },
  }),
];

/** What the agencies put on record about the main year, some weeks before today. */
export const agencyFacts = (days: Days): readonly ToldFact[] => [
  ...loans(days),
  securitization(days, 1, ['agency1', 'enterprise1']),
  securitization(days, 2, ['agency2', 'enterprise9']),
  ...custodies(days),
  ...honours(days),
  ...certificates(days),
  ...wins(days),
];

const recognition = ({ year, on }: Days, n: number, word: Word | null): ToldFact => ({
  key: `recognition-${n}`,
  agency: `agency${n}`,
  kind: 'custody_recognition',
  data: {
    year,
    documentNo: `虚构托管认定〔${year}〕${n}号`,
    decidedDate: on(0.9),
    areas: n % 2 === 0 ? ['pledge_financing', 'transfer'] : ['high_value', 'benchmarking'],
    result: 'outstanding',
  },
  lacks: [],
  word,
});

const finding = ({ year, on }: Days, n: number, word: Word | null): ToldFact => ({
  key: `finding-${n}`,
  agency: `agency${n}`,
  kind: 'abnormal_filing',
  data: {
    noticeNo: `虚构通报〔${year}〕${n}号`,
    date: on(0.7),
    status: 'confirmed',
    isMalicious: false,
    patents: 3,
    ruleVersion: 'order77',
  },
  lacks: [],
  word,
});

/** What the centre puts on record itself: one officer enters, an approver confirms. The last of each still waits. */
export const centreFacts = (days: Days): readonly ToldFact[] => [
  ...[1, 2, 3, 4].map((n) => recognition(days, n, yes('approver1'))),
  finding(days, 12, yes('approver1')),
];

/** Entered by the centre a few days ago, and not confirmed yet. */
export const centreFactsWaiting = (days: Days): readonly ToldFact[] => [recognition(days, 5, null), finding(days, 5, null)];

/** A campaign result that waits for the centre. */
export const doubling = ({ on }: Days): ToldFact => {
  const { name, creditCode } = companyOf('enterprise6');
  return told('campaign-agency1', 'agency1', 'campaign_result', {
    data: {
      campaign: 'doubling',
      enterpriseName: name,
      enterpriseCode: creditCode,
      baseCount: 4,
      endCount: 9,
      confirmedDate: on(1),
    },
  });
};

/** An enterprise without a patent got its first in the year before: told of one that is in the agency's list of that year. */
export const cleared = (year: number, owner: { readonly name: string; readonly creditCode: string }): ToldFact =>
  told('campaign-agency12', 'agency12', 'campaign_result', {
    word: yes('approver1'),
    data: {
      campaign: 'zero_clearing',
      enterpriseName: owner.name,
      enterpriseCode: owner.creditCode,
      baseCount: 0,
      endCount: 2,
      confirmedDate: `${year}-12-22`,
    },
  });
