import { type AnswerItem, determineCase } from '#policy/zibo-2020/answer.ts';
import { type CaseFile, type CaseFileInput, type ClauseKey, readCaseFile } from '#policy/zibo-2020/case-file.ts';
import { exampleCase } from '#policy/zibo-2020/example-world.ts';

/** One fact as people write it. */
export type FactInput = CaseFileInput['facts'][number];

/** What a story says beyond its facts. */
export type Scene = Partial<CaseFileInput>;

/** A checked case file in the standard scene of the worked examples. */
export function fileOf(facts: readonly FactInput[], more: Scene = {}): CaseFile {
  const reading = readCaseFile(exampleCase({ ...more, facts: [...facts] }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.file;
}

/** All items, each with its explanation. */
export const itemsOf = (facts: readonly FactInput[], more: Scene = {}): readonly AnswerItem[] =>
  determineCase(fileOf(facts, more), { explain: true }).items;

/** The item of one clause. */
export const itemOf = (clause: ClauseKey, facts: readonly FactInput[], more: Scene = {}, agency = 'A1'): AnswerItem | undefined =>
  itemsOf(facts, more).find((item) => item.clause === clause && item.agency === agency);

/** Each item as agency, clause, code and yuan. */
export const verdictsOf = (facts: readonly FactInput[], more: Scene = {}): readonly string[] =>
  itemsOf(facts, more).map(({ agency, clause, code, ceilingYuan }) => `${agency} ${clause} ${code} ${ceilingYuan}`);

/** What a line's conditions say that is not simply met: outcome and statement. */
export const doubtsOf = (item: AnswerItem | undefined): readonly string[] =>
  (item?.trace?.lines ?? []).flatMap(({ conditions }) =>
    conditions.filter(({ outcome }) => outcome !== 'met').map(({ outcome, missing }) => `${outcome} ${missing?.join(' ') ?? ''}`.trim()),
  );

/** An agency licensed since 2015, in zone Z1 since its designation. */
export const agency = (id: string, more: object = {}) => ({
  id,
  patentQualification: [{ from: '2015-03-01', to: null }],
  zoneMembership: [{ zone: 'Z1', from: '2020-11-02', to: null }],
  ...more,
});
/** Agencies A1 and A2 in the same position. */
export const two = [agency('A1'), agency('A2')];

/** Parts of A1 (lead) and A2. */
export const parts = (first: number | null = 50, second: number | null = 50) => ({
  agency: undefined,
  agencies: [
    { id: 'A1', sharePercent: first },
    { id: 'A2', sharePercent: second },
  ],
});

const by = { agency: 'A1' } as const;

/** An insured loan of a local bank. */
export const loan = (id = 'L1', more: object = {}): FactInput => ({
  id,
  type: 'pledge_loan',
  ...by,
  contractNo: id,
  disbursedDate: '2021-02-08',
  bankInCity: true,
  insuredByGovBankInsurer: true,
  ...more,
});
/** A securitisation. */
export const security = (id = 'S1', more: object = {}): FactInput => ({
  id,
  type: 'ip_securitization',
  ...by,
  productName: id,
  completedDate: '2021-05-20',
  ...more,
});
/** A custody contract over the whole year. */
export const contract = (id = 'K1', more: object = {}): FactInput => ({
  id,
  type: 'custody_contract',
  ...by,
  rightsHolder: 'E1',
  mode: 'full',
  startDate: '2021-01-01',
  endDate: '2021-12-31',
  ...more,
});
/** The centre's recognition for the year. */
export const recognition = (id = 'R1', more: object = {}): FactInput => ({
  id,
  type: 'custody_recognition',
  ...by,
  year: 2021,
  decidedDate: '2021-07-01',
  areas: ['x'],
  result: 'outstanding',
  ...more,
});
/** A provincial honour. */
export const honour = (id = 'H1', more: object = {}): FactInput => ({
  id,
  type: 'brand_honour',
  ...by,
  level: 'provincial',
  name: id,
  awardedDate: '2021-03-18',
  ...more,
});
/** A new certificate. */
export const certificate = (id = 'P1', more: object = {}): FactInput => ({
  id,
  type: 'agent_certificate',
  ...by,
  person: id,
  certificateNo: id,
  issuedDate: '2021-04-12',
  ...more,
});
/** A foreign-related patent case won for enterprise E1. */
export const win = (id = 'C1', more: object = {}): FactInput => ({
  id,
  type: 'litigation',
  ...by,
  client: 'E1',
  caseNo: id,
  effectiveDate: '2021-06-30',
  patentCase: true,
  foreignRelated: true,
  majorInfluence: false,
  outcome: 'won',
  final: true,
  agencyFeeYuan: 80_000,
  ...more,
});
/** Grants of the city for enterprise E1; batches F1, F2 … have numbers apart from each other. */
export const batch = (id: string, count: number, more: object = {}): FactInput => ({
  id,
  type: 'invention_grants',
  ...by,
  count,
  grantDate: '2021-04-06',
  ownerCity: '370300',
  applicationYear: 2017,
  serialFrom: Number(id.slice(1)) * 1_000,
  enterprise: 'E1',
  ...more,
});
/** A campaign result for enterprise E1. */
export const result = (id: string, campaign: 'doubling' | 'zero_clearing' | null = 'doubling', more: object = {}): FactInput => ({
  id,
  type: 'campaign_result',
  ...by,
  enterprise: 'E1',
  campaign,
  confirmedDate: '2021-06-18',
  ...more,
});
/** A confirmed malicious finding on three patents. */
export const finding = (id = 'N1', more: object = {}): FactInput => ({
  id,
  type: 'abnormal_filing',
  ...by,
  date: '2021-05-10',
  malicious: true,
  status: 'confirmed',
  patents: 3,
  ...more,
});
