import { z } from 'zod';

const id = z.string().min(1).max(200);
const day = z.iso.date();
/** A missing or empty field is unknown, never a no. */
const flag = z.boolean().nullish();
const text = z.string().min(1).nullish();
const yuan = z.int().min(0).max(1_000_000_000_000).nullish();

/** Parts of a matter that several agencies share; the first one listed is the lead (I-27). */
export const sharing = z.array(z.object({ id, sharePercent: z.number().gt(0).max(100).nullish() })).min(1);

const base = {
  id,
  matter: id.nullish().describe('同一事项的名称：不同类型的事实若属同一事项，填同一名称'),
  agency: id.optional().describe('服务机构；几家共同完成的改填 agencies'),
  agencies: sharing.optional(),
};

const grants = {
  ...base,
  count: z.int().min(1).max(9_999_999),
  grantDate: day.describe('授权公告日'),
  ownerCity: text.describe('授权时第一权利人所在地区划代码'),
  applicationYear: z.int().min(2003).max(9999),
  serialFrom: z.int().min(0).max(9_999_999),
  enterprise: text,
  agencyAtFiling: text,
};

/** A batch of invention grants of one day. */
export const inventionGrants = z.object({ type: z.literal('invention_grants'), ...grants });

/** A batch of utility models: they never count, but people file them. */
export const utilityModelGrants = z.object({ type: z.literal('utility_model_grants'), ...grants });

/** Invention grants as numbers people typed. */
export const inventionGrantList = z.object({
  type: z.literal('invention_grant_list'),
  ...base,
  grantDate: day,
  ownerCity: text,
  patentNos: z.array(z.string()),
  enterprise: text,
});

/** A finding of the national office on filings through the agency (I-16). */
export const abnormalFiling = z.object({
  type: z.literal('abnormal_filing'),
  ...base,
  date: day,
  malicious: flag,
  status: z.enum(['pending', 'confirmed', 'withdrawn']).nullish(),
  patents: z.int().min(0).nullish(),
});

/** A confirmed campaign result for an enterprise: first patent, or doubled patents (I-14). */
export const campaignResult = z.object({
  type: z.literal('campaign_result'),
  ...base,
  enterprise: text,
  campaign: z.enum(['zero_clearing', 'doubling']).nullish(),
  confirmedDate: day,
});

/** A patent pledge loan that was paid out. */
export const pledgeLoan = z.object({
  type: z.literal('pledge_loan'),
  ...base,
  enterprise: text,
  contractNo: text,
  signedDate: day.nullish(),
  disbursedDate: day.describe('放款日'),
  bankInCity: flag,
  insuredByGovBankInsurer: flag,
  loanYuan: yuan,
});

/** An IP securitisation that was established. */
export const ipSecuritization = z.object({
  type: z.literal('ip_securitization'),
  ...base,
  productName: text,
  completedDate: day,
});

/** Modes of custody. */
export const custodyModes = ['full', 'advisory', 'single'] as const;

/** A custody contract; an open end is null. */
export const custodyContract = z.object({
  type: z.literal('custody_contract'),
  ...base,
  rightsHolder: text,
  mode: z.enum(custodyModes).nullish(),
  startDate: day,
  endDate: day.nullish(),
});

/** The centre's yearly decision on results of custody. Any result but `outstanding` earns nothing. */
export const custodyRecognition = z.object({
  type: z.literal('custody_recognition'),
  ...base,
  year: z.int(),
  decidedDate: day.nullish(),
  areas: z.array(z.string()).nullish(),
  result: text,
  grade: z.literal([1, 2, 3]).nullish(),
});

/** Levels of a brand or key qualification. */
export const honourLevels = ['national', 'provincial', 'municipal'] as const;

/** A brand or key qualification. */
export const brandHonour = z.object({
  type: z.literal('brand_honour'),
  ...base,
  level: z.enum(honourLevels).nullish(),
  name: text,
  awardedDate: day,
});

/** A national patent-attorney certificate newly obtained. */
export const agentCertificate = z.object({
  type: z.literal('agent_certificate'),
  ...base,
  person: text,
  certificateNo: text,
  issuedDate: day,
  claimedDate: day.nullish(),
});

/** A patent case with its outcome. */
export const litigation = z.object({
  type: z.literal('litigation'),
  ...base,
  client: text,
  caseNo: text,
  effectiveDate: day.describe('裁判生效日'),
  patentCase: flag,
  foreignRelated: flag,
  majorInfluence: flag,
  outcome: z.enum(['won', 'lost', 'settled']).nullish(),
  final: flag,
  /** Invoices may show fen; the ceiling is in whole yuan, rounded down. */
  agencyFeeYuan: z.number().min(0).max(1_000_000_000_000).nullish(),
});

/** Any fact of a case file. */
export const factSchema = z.discriminatedUnion('type', [
  inventionGrants,
  utilityModelGrants,
  inventionGrantList,
  abnormalFiling,
  campaignResult,
  pledgeLoan,
  ipSecuritization,
  custodyContract,
  custodyRecognition,
  brandHonour,
  agentCertificate,
  litigation,
]);

/** Any fact of a case file. */
export type Fact = z.infer<typeof factSchema>;

/** The facts of one type. */
export type FactOf<Type extends Fact['type']> = Extract<Fact, { type: Type }>;

/** A batch or list of grants. */
export type GrantFact = FactOf<'invention_grants' | 'utility_model_grants' | 'invention_grant_list'>;

/** Whether a fact is a batch or list of grants. */
export const isGrantFact = (fact: Fact): fact is GrantFact =>
  fact.type === 'invention_grants' || fact.type === 'utility_model_grants' || fact.type === 'invention_grant_list';

/** Names of the given fields that a fact leaves open. */
export const openFields = (fact: Fact, names: readonly string[]): readonly string[] =>
  names.filter((name) => {
    const value = (fact as Readonly<Record<string, unknown>>)[name];
    return value === undefined || value === null;
  });
