import { describe, expect, test } from 'vitest';
import type { NearestChange } from '#core/policy/nearest.ts';
import { type CaseFileInput, type ClauseKey, readCaseFile } from './case-file.ts';
import { exampleCase, type ExampleInput } from './example-world.ts';
import { nearestFor } from './nearest.ts';

type FactInput = CaseFileInput['facts'][number];
const fileOf = (input: ExampleInput) => {
  const reading = readCaseFile(exampleCase(input));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.file;
};
const advice = (clause: ClauseKey, facts: readonly FactInput[], more: Partial<CaseFileInput> = {}): readonly NearestChange[] =>
  nearestFor(fileOf({ facts: [...facts], ...more }), 'A1', clause);
const sentences = (...given: Parameters<typeof advice>): readonly string[] => advice(...given).map(({ says }) => says);

const loan = (more: object = {}): FactInput => ({
  id: 'L1',
  type: 'pledge_loan',
  agency: 'A1',
  contractNo: '1',
  disbursedDate: '2021-02-08',
  bankInCity: true,
  insuredByGovBankInsurer: true,
  ...more,
});
const security: FactInput = { id: 'S1', type: 'ip_securitization', agency: 'A1', productName: 'p', completedDate: '2021-05-20' };
const batch = (count: number, more: object = {}): FactInput => ({
  id: 'F1',
  type: 'invention_grants',
  agency: 'A1',
  count,
  grantDate: '2021-04-06',
  ownerCity: '370300',
  applicationYear: 2017,
  serialFrom: 5_000_001,
  enterprise: 'E1',
  ...more,
});
const result = (campaign: 'zero_clearing' | 'doubling', more: object = {}): FactInput => ({
  id: 'P1',
  type: 'campaign_result',
  agency: 'A1',
  enterprise: 'E1',
  campaign,
  confirmedDate: '2021-06-18',
  ...more,
});
const finding = (more: object = {}): FactInput => ({
  id: 'N1',
  type: 'abnormal_filing',
  agency: 'A1',
  date: '2021-05-10',
  malicious: true,
  status: 'confirmed',
  patents: 1,
  ...more,
});
const win = (more: object = {}): FactInput => ({
  id: 'C1',
  type: 'litigation',
  agency: 'A1',
  client: 'E1',
  caseNo: '1',
  effectiveDate: '2021-06-30',
  patentCase: true,
  foreignRelated: false,
  majorInfluence: true,
  outcome: 'won',
  final: true,
  agencyFeeYuan: 80_000,
  ...more,
});
const contract = (mode: 'full' | 'single' = 'single'): FactInput => ({
  id: 'K1',
  type: 'custody_contract',
  agency: 'A1',
  mode,
  startDate: '2021-01-01',
  endDate: null,
});
const recognition: FactInput = { id: 'R1', type: 'custody_recognition', agency: 'A1', year: 2021, areas: ['x'], result: 'outstanding' };

describe('what may still happen before the last day, clause by clause', () => {
  test('one more insured loan', () => {
    expect(sentences('9.1.loan', [])).toEqual(['再完成1笔政银保质押贷款（8月24日前放款），即可得 10000 元']);
    expect(sentences('9.1.loan', [loan()])).toEqual(['再完成1笔政银保质押贷款（8月24日前放款），即可得 20000 元']);
  });

  test('a local loan opens the door to securitisation', () => {
    expect(sentences('9.1.sec', [security])).toEqual(['完成一笔本市银行专利质押贷款（8月24日前放款），即可得 100000 元']);
    expect(sentences('9.1.sec', [security, loan()])).toEqual([]);
  });

  test('custody needs a contract and the recognition', () => {
    expect(sentences('9.2', [contract()])).toEqual(['取得市中心对当年成绩显著的认定，即可得 10000 元']);
    expect(sentences('9.2', [recognition])).toEqual(['签订完全式托管合同（8月24日前），即可得 50000 元']);
    expect(sentences('9.2', [contract(), recognition])).toEqual(['签订完全式托管合同（8月24日前），即可得 50000 元']);
    expect(sentences('9.2', [contract('full'), recognition])).toEqual([]);
    expect(sentences('9.2', [])).toEqual(['取得市中心对当年成绩显著的认定，并且签订完全式托管合同（8月24日前），即可得 50000 元']);
    expect(sentences('9.2', [contract()], { overrides: { custodyMap: 'grade' } })).toEqual([
      '取得市中心对当年成绩显著的认定，即可得 10000 元',
    ]);
  });

  test('an honour of either level, the national one where the provincial one is there', () => {
    expect(sentences('9.3.honour', [])).toEqual([
      '取得一项国家级品牌或资质（8月24日前），即可得 200000 元',
      '取得一项省级品牌或资质（8月24日前），即可得 100000 元',
    ]);
    const provincial: FactInput = {
      id: 'H1',
      type: 'brand_honour',
      agency: 'A1',
      level: 'provincial',
      name: 'x',
      awardedDate: '2021-03-01',
    };
    expect(sentences('9.3.honour', [provincial])).toEqual(['取得一项国家级品牌或资质（8月24日前），即可得 200000 元']);
  });

  test('one more certificate', () => {
    expect(sentences('9.3.cert', [])).toEqual(['再有一人取得专利代理师证书（8月24日前），即可得 10000 元']);
  });

  test('so many more grants, each step on its own, and no more than 200', () => {
    expect(sentences('9.5.tier', [])).toEqual(['再有71件我市发明专利授权（8月24日前），即可得 10000 元']);
    expect(sentences('9.5.tier', [batch(100)])).toEqual(['再有21件我市发明专利授权（8月24日前），即可得 30000 元']);
    expect(sentences('9.5.tier', [batch(121)])).toEqual(['再有79件我市发明专利授权（8月24日前），即可得 50000 元']);
    expect(sentences('9.5.tier', [batch(200)])).toEqual([]);
    expect(advice('9.5.tier', [], { overrides: { tierMinimums: [200, 300, 400] } })).toMatchObject([{ steps: 200, yuan: 10_000 }]);
    expect(advice('9.5.tier', [], { overrides: { tierMinimums: [201, 300, 400] } })).toEqual([]);
  });

  test('grants for the enterprise of a campaign result, each enterprise once', () => {
    expect(sentences('9.5.campaign', [result('doubling')])).toEqual(['为企业 E1 再有5件发明专利授权（8月24日前），即可得 50000 元']);
    expect(sentences('9.5.campaign', [result('doubling'), batch(2)])).toEqual([
      '为企业 E1 再有3件发明专利授权（8月24日前），即可得 50000 元',
    ]);
    const two = [result('zero_clearing'), result('zero_clearing', { id: 'P2' }), result('doubling', { id: 'P3', enterprise: 'E2' })];
    expect(advice('9.5.campaign', two).map(({ steps, yuan }) => [steps, yuan])).toEqual([
      [1, 10_000],
      [5, 50_000],
    ]);
    const partners = [{ id: 'A1', sharePercent: 100 }];
    expect(advice('9.5.campaign', [result('doubling', { agency: undefined, agencies: partners })])).toHaveLength(1);
    expect(advice('9.5.campaign', [finding()])).toEqual([]);
  });

  test('nothing can be planned for a case at court', () => {
    expect(sentences('9.4', [])).toEqual([]);
  });
});

describe('the last day that counts', () => {
  const until = (more: Partial<CaseFileInput>) => sentences('9.3.cert', [], more)[0]?.match(/（(.*)前）/)?.[1];
  test('is the end of the plan or of the year, whichever comes first, today included', () => {
    expect(until({})).toBe('8月24日');
    expect(until({ asOf: '2021-08-24' })).toBe('8月24日');
    expect(until({ asOf: '2021-08-25' })).toBeUndefined();
    expect(until({ overrides: { policyTo: '2022-06-30' } })).toBe('12月31日');
    expect(until({ overrides: { policyTo: '2021-12-31' } })).toBe('12月31日');
    expect(until({ year: 2020, asOf: '2020-12-01' })).toBe('12月31日');
    expect(until({ year: 2020, overrides: { yearBasis: 'policy_year', policyTo: '2021-09-30' } })).toBe('8月24日');
  });

  test('follows a ruling of the centre, and so do the sums', () => {
    const rulings = {
      policyTo: { value: '2021-11-05', status: 'confirmed' as const },
      tierMinimums: { value: [70, 120, 200], status: 'replaced' as const },
    };
    expect(nearestFor(fileOf({ asOf: '2021-09-01', facts: [batch(68)] }), 'A1', '9.5.tier', rulings)).toEqual([
      { steps: 2, yuan: 10_000, says: '再有2件我市发明专利授权（11月5日前），即可得 10000 元' },
    ]);
  });
});

describe('matters still open', () => {
  test('a confirmed finding may be withdrawn, others are no obstacle', () => {
    expect(sentences('9.5.tier', [batch(71), finding()])).toEqual(['非正常申请认定 N1 经复核撤回，即可得 10000 元']);
    expect(sentences('9.5.tier', [batch(200), finding({ status: 'pending' })])).toEqual([]);
    expect(sentences('9.5.tier', [batch(71), finding({ status: null })], { asOf: '2021-09-01' })).toEqual([]);
    expect(sentences('9.5.tier', [batch(71), finding({ agency: undefined, agencies: [{ id: 'A1' }] })])).toHaveLength(1);
  });

  test('a judgment may become final, an influence may be found major', () => {
    expect(sentences('9.4', [win({ final: false })])).toEqual(['案件 C1 的裁判生效，即可得 50000 元']);
    expect(sentences('9.4', [win({ majorInfluence: false })])).toEqual(['市中心认定案件 C1 具有重大影响，即可得 50000 元']);
    expect(sentences('9.4', [win({ majorInfluence: false, final: false })])).toEqual([
      '案件 C1 的裁判生效，并且市中心认定案件 C1 具有重大影响，即可得 50000 元',
    ]);
    expect(sentences('9.4', [win()])).toEqual([]);
  });

  test('an empty field may be filled in, each field of each clause', () => {
    const filled = (clause: ClauseKey, fact: FactInput, field: string) =>
      sentences(clause, [fact], { asOf: '2021-09-01' }).map((says) => says.replace(` ${field} `, ' … '));
    const wanted = (id: string, yuan: number) => [`补填 ${id} 的 … 且对申请有利，即可得 ${yuan} 元`];
    for (const field of ['bankInCity', 'insuredByGovBankInsurer']) {
      expect([field, filled('9.1.loan', loan({ [field]: null }), field)]).toEqual([field, wanted('L1', 10_000)]);
    }
    for (const field of ['final', 'patentCase', 'majorInfluence', 'outcome', 'agencyFeeYuan']) {
      expect([field, filled('9.4', win({ [field]: null }), field)]).toEqual([field, wanted('C1', 50_000)]);
    }
    expect(filled('9.4', win({ foreignRelated: null, majorInfluence: undefined }), 'foreignRelated')).toHaveLength(2);
    expect(filled('9.5.tier', batch(71, { ownerCity: null }), 'ownerCity')).toEqual(wanted('F1', 10_000));
    const list = { id: 'F2', type: 'invention_grant_list' as const, agency: 'A1', grantDate: '2021-04-06', patentNos: ['2017106018623'] };
    expect(sentences('9.5.tier', [batch(70), list], { asOf: '2021-09-01' })).toEqual([
      '补填 F2 的 ownerCity 且对申请有利，即可得 10000 元',
    ]);
    expect(sentences('9.5.tier', [batch(71), finding({ malicious: null, status: 'confirmed' })], { asOf: '2021-09-01' })).toHaveLength(2);
  });

  test('facts of other agencies are left alone', () => {
    const office = {
      patentQualification: [{ from: '2015-03-01', to: null }],
      zoneMembership: [{ zone: 'Z1', from: '2020-11-02', to: null }],
    };
    const agencies = ['A1', 'A2'].map((id) => ({ id, ...office }));
    expect(sentences('9.4', [win({ agency: 'A2', final: false }), win({ id: 'C2', agency: 'A2', final: null })], { agencies })).toEqual([]);
  });
});
