import { describe, expect, test } from 'vitest';
import { type PreCheckFacts, countProviders, missingKinds, overallOutcome, preCheck, type ServiceProvider } from './05-conditions.ts';
import { quickCase, quickDay, type QuickInput } from './quick-case.ts';
import { coveredKindNames, coveredKinds } from './service-kinds.ts';

const values = { policyFrom: '2020-08-25', policyTo: '2021-08-24', yearBasis: 'calendar' as const };
const nothing: QuickInput = {
  year: 2021,
  zoneSince: '2020-11-02',
  isQualified: true,
  grants: 0,
  abnormal: 'none',
  insuredLoans: 0,
  plainLoans: 0,
  securitizations: 0,
  custody: 'none',
  isRecognised: false,
  honour: 'none',
  isHonourAfterEntry: true,
  certificates: 0,
  wins: [],
  zeroClearing: null,
  doubling: null,
};
const make = (input: Partial<QuickInput>, today = '2021-03-01') => quickCase({ ...nothing, ...input }, { today, values });
const facts = (input: Partial<QuickInput>) => make(input).facts;
const by = { agency: '贵机构' };
const day = '2021-03-01';

describe('the facts behind plain numbers', () => {
  test('the scene: one zone, one agency, the clients as far as they are known', () => {
    const win = { feeYuan: 1, isForeignRelated: true, hasMajorInfluence: null, isFinal: false, isClientInZone: true };
    const { facts: found, ...scene } = make({
      wins: [win, { ...win, isClientInZone: false }, { ...win, isClientInZone: null, feeYuan: null }],
    });
    expect(scene).toEqual({
      year: 2021,
      asOf: day,
      zones: [{ id: '本示范区', statusHistory: [{ from: '2020-08-25', status: 'designated' }] }],
      agencies: [
        {
          id: '贵机构',
          patentQualification: [{ from: '1985-04-01', to: null }],
          zoneMembership: [{ zone: '本示范区', from: '2020-11-02', to: null }],
        },
      ],
      enterprises: [
        { id: '第1案委托人', city: '370300', zone: '本示范区' },
        { id: '第2案委托人', city: '370300', zone: null },
        { id: '第3案委托人', city: '370300' },
      ],
    });
    const litigation = {
      type: 'litigation',
      ...by,
      effectiveDate: day,
      patentCase: true,
      foreignRelated: true,
      majorInfluence: null,
      outcome: 'won',
      final: false,
    };
    expect(found).toEqual([
      { id: '第1件胜诉案', client: '第1案委托人', caseNo: '第1案', agencyFeeYuan: 1, ...litigation },
      { id: '第2件胜诉案', client: '第2案委托人', caseNo: '第2案', agencyFeeYuan: 1, ...litigation },
      { id: '第3件胜诉案', client: '第3案委托人', caseNo: '第3案', agencyFeeYuan: null, ...litigation },
    ]);
    expect(make({ zoneSince: null, isQualified: false })).toMatchObject({ agencies: [{ patentQualification: [], zoneMembership: [] }] });
    expect(make({ zoneSince: '2019-01-01' }).zones[0]?.statusHistory[0]?.from).toBe('2019-01-01');
    expect(make({ zoneSince: null }).zones[0]?.statusHistory[0]?.from).toBe('2020-08-25');
  });

  test('loans, securitisations and certificates, one fact each', () => {
    const loan = { type: 'pledge_loan', ...by, disbursedDate: day, bankInCity: true };
    expect(facts({ insuredLoans: 2, plainLoans: 1, securitizations: 1, certificates: 1 })).toEqual([
      { id: '第1笔政银保贷款', contractNo: '政银保贷款合同1', insuredByGovBankInsurer: true, ...loan },
      { id: '第2笔政银保贷款', contractNo: '政银保贷款合同2', insuredByGovBankInsurer: true, ...loan },
      { id: '第1笔普通质押贷款', contractNo: '普通质押贷款合同1', insuredByGovBankInsurer: false, ...loan },
      { id: '第1项证券化', type: 'ip_securitization', ...by, productName: '证券化产品1', completedDate: day },
      { id: '第1位新取得证书者', type: 'agent_certificate', ...by, person: '第1位取得证书者', certificateNo: '（第1本）', issuedDate: day },
    ]);
  });

  test('custody: a contract if there is one; the recognition if there is one, and open where it is not known', () => {
    const contract = { id: '托管合同', type: 'custody_contract', ...by, mode: 'single', startDate: day, endDate: null };
    const open = { id: '市中心的认定', type: 'custody_recognition', ...by, year: 2021 };
    const recognition = { ...open, decidedDate: day, areas: ['托管'], result: 'outstanding' };
    const custody = 'single' as const;
    expect(facts({ custody, isRecognised: true })).toEqual([contract, recognition]);
    expect(facts({ custody, isRecognised: null })).toEqual([contract, open]);
    expect(facts({ custody, isRecognised: false })).toEqual([contract]);
    expect(facts({ isRecognised: true })).toEqual([recognition]);
    expect(facts({ isRecognised: null })).toEqual([]);
  });

  test('an honour after moving in, or the day before', () => {
    const awarded = (input: Partial<QuickInput>) => facts({ honour: 'provincial', ...input });
    const fact = { id: '品牌或资质', type: 'brand_honour', ...by, level: 'provincial', name: '品牌或资质' };
    expect(awarded({})).toEqual([{ ...fact, awardedDate: day }]);
    expect(awarded({ isHonourAfterEntry: false, zoneSince: '2021-03-01' })).toEqual([{ ...fact, awardedDate: '2021-02-28' }]);
    expect(awarded({ isHonourAfterEntry: false, zoneSince: null })).toEqual([{ ...fact, awardedDate: day }]);
  });

  test('grants in three batches whose numbers never meet, results and findings', () => {
    const batch = { type: 'invention_grants', ...by, grantDate: day, ownerCity: '370300', applicationYear: 2018 };
    const result = { type: 'campaign_result', ...by, confirmedDate: day };
    expect(facts({ grants: 10, zeroClearing: 1, doubling: 5 })).toEqual([
      { id: '清零企业的发明授权', count: 1, serialFrom: 1, enterprise: '清零企业', ...batch },
      { id: '倍增企业的发明授权', count: 5, serialFrom: 1_000_001, enterprise: '倍增企业', ...batch },
      { id: '其他企业的发明授权', count: 4, serialFrom: 2_000_001, enterprise: '其他企业', ...batch },
      { id: '专利清零成果', enterprise: '清零企业', campaign: 'zero_clearing', ...result },
      { id: '专利倍增成果', enterprise: '倍增企业', campaign: 'doubling', ...result },
    ]);
    expect(facts({ grants: 3, doubling: 5 }).map(({ id }) => id)).toEqual(['倍增企业的发明授权', '专利倍增成果']);
    expect(facts({ zeroClearing: 0 })).toEqual([{ id: '专利清零成果', enterprise: '清零企业', campaign: 'zero_clearing', ...result }]);
    expect(make({ grants: 1, year: 2004 }, '2021-03-01').facts[0]).toMatchObject({ applicationYear: 2003 });
    const finding = { type: 'abnormal_filing', ...by, date: day };
    expect(facts({ abnormal: 'unknown' })).toEqual([{ ...finding, id: '是否有非正常申请' }]);
    expect(facts({ abnormal: 'malicious' })).toEqual([{ ...finding, id: '恶意非正常申请', malicious: true, status: 'confirmed' }]);
    expect(facts({ abnormal: 'other' })).toEqual([{ ...finding, id: '非恶意的非正常申请', malicious: false, status: 'confirmed' }]);
  });

  test('the day follows the year, the plan and the day of moving in', () => {
    const at = (year: number, today: string, zoneSince: string | null) => quickDay({ year, zoneSince }, { today, values });
    expect(at(2021, '2021-08-24', null)).toBe('2021-08-24');
    expect(at(2021, '2021-03-01', '2021-03-01')).toBe('2021-03-01');
    expect(at(2021, '2021-03-01', '2021-08-24')).toBe('2021-08-24');
    expect(at(2021, '2021-03-01', '2021-08-25')).toBe('2021-03-01');
    expect(at(2019, '2021-03-01', null)).toBe('2019-12-31');
    expect(at(2022, '2021-03-01', null)).toBe('2022-01-01');
    expect(quickDay({ year: 2020, zoneSince: null }, { today: '2021-08-01', values: { ...values, yearBasis: 'policy_year' } })).toBe(
      '2021-08-01',
    );
    expect(
      quickDay(
        { year: 2021, zoneSince: null },
        { today: '2020-01-01', values: { ...values, policyFrom: '2021-12-31', policyTo: '2021-12-31' } },
      ),
    ).toBe('2021-12-31');
  });
});

describe('第五条, sentence by sentence', () => {
  const settings = { agencyCountMinimum: 2, agencyCountBy: 'agency_or_service_point', serviceKinds: 'all_required' } as const;
  const provider = (organisation: string, more: Partial<ServiceProvider> = {}): ServiceProvider => ({
    organisation,
    address: `${organisation}处`,
    form: 'agency',
    isInsideBoundary: true,
    isOperating: true,
    kinds: coveredKindNames,
    ...more,
  });
  const complete: PreCheckFacts = {
    documents: { mechanism: 'confirmed', plan: 'confirmed', policy: 'confirmed' },
    parts: { industry: 'confirmed', leaders: 'confirmed', demand: 'confirmed' },
    providers: [provider('甲'), provider('乙')],
  };

  test('a complete application is described whole', () => {
    const met = (key: string, label: string) => ({ key, label, outcome: 'met' });
    expect(preCheck(complete, settings)).toEqual([
      {
        clause: '5.1',
        title: '区县重视，机制、规划、政策齐备',
        outcome: 'met',
        says: '三项材料齐备并经区县确认',
        missing: [],
        parts: [met('mechanism', '知识产权管理机制'), met('plan', '服务业发展规划'), met('policy', '扶持政策')],
      },
      {
        clause: '5.2',
        title: '产业优势、骨干企业与服务需求',
        outcome: 'met',
        says: '三项材料齐备并经区县确认',
        missing: [],
        parts: [met('industry', '产业优势'), met('leaders', '创新型企业和骨干龙头企业'), met('demand', '创新主体的服务需求')],
      },
      { clause: '5.3a', title: '区内服务机构（点）至少2家', outcome: 'met', says: '区内已有2家', missing: [], parts: [] },
      {
        clause: '5.3b',
        title: '基本保障区内五类权利与六类服务的需求',
        outcome: 'met',
        says: '十一类服务各有提供者',
        missing: [],
        parts: coveredKindNames.map((kind) => met(kind, coveredKinds[kind].zh)),
      },
    ]);
  });

  test('what is lacking is said and listed', () => {
    const kinds = coveredKindNames.slice(2);
    const lacking = coveredKindNames.slice(0, 2).map((kind) => coveredKinds[kind].zh);
    const facts2: PreCheckFacts = {
      documents: { plan: 'absent', policy: 'provided' },
      parts: { industry: 'provided', leaders: 'confirmed', demand: 'confirmed' },
      providers: [provider('甲', { kinds })],
    };
    const [documents, area, count, coverage] = preCheck(facts2, { ...settings, agencyCountBy: 'agency', agencyCountMinimum: 3 });
    expect(documents).toMatchObject({
      outcome: 'not_met',
      says: '还缺：知识产权管理机制、服务业发展规划',
      missing: ['知识产权管理机制', '服务业发展规划'],
    });
    expect(documents?.parts.map(({ outcome }) => outcome)).toEqual(['not_met', 'not_met', 'to_be_judged']);
    expect(area).toMatchObject({ outcome: 'to_be_judged', says: '三项材料齐备，待区县确认' });
    expect(count).toMatchObject({
      title: '区内服务机构至少3家',
      outcome: 'not_met',
      says: '区内现有1家，还差2家',
      missing: ['再有2家服务机构'],
    });
    expect(coverage).toMatchObject({
      outcome: 'not_met',
      says: `缺${lacking.join('、')}；补齐提供者，或由区县写明为何已基本保障`,
      missing: lacking,
    });
    expect(coverage?.parts.map(({ outcome }) => outcome)).toEqual(['not_met', 'not_met', ...kinds.map(() => 'met')]);
    const coverageOf = (more: Partial<PreCheckFacts>, by2: 'all_required' | 'judged_by_reviewers') =>
      preCheck({ ...facts2, ...more }, { ...settings, serviceKinds: by2 })[3];
    expect(coverageOf({ coverageReason: ' 有理由 ' }, 'all_required')).toMatchObject({
      outcome: 'to_be_judged',
      says: `缺${lacking.join('、')}，是否基本保障待评判（区县已说明理由）`,
      missing: lacking,
    });
    expect(coverageOf({ coverageReason: '  ' }, 'judged_by_reviewers')).toMatchObject({
      outcome: 'to_be_judged',
      says: `缺${lacking.join('、')}，是否基本保障待评判`,
    });
    expect(coverageOf({}, 'judged_by_reviewers')?.parts[0]?.outcome).toBe('to_be_judged');
    expect(coverageOf({ coverageReason: '  ' }, 'all_required')?.outcome).toBe('not_met');
  });

  test('one not met decides, else one to be judged', () => {
    const overall = (...outcomes: readonly ('met' | 'not_met' | 'to_be_judged')[]) =>
      overallOutcome(outcomes.map((outcome) => ({ outcome })));
    expect([overall('met', 'to_be_judged', 'not_met'), overall('met', 'to_be_judged'), overall('met'), overall()]).toEqual([
      'not_met',
      'to_be_judged',
      'met',
      'met',
    ]);
  });

  test('providers are told apart by name and place, however they are typed; a kind needs one that is open', () => {
    const typed = [provider('ａ 所', { address: '甲 路' }), provider('A所', { address: '甲路' }), provider('A所', { address: '乙路' })];
    expect([countProviders(typed, 'agency_or_service_point'), countProviders(typed, 'agency')]).toEqual([2, 1]);
    const outside = { isInsideBoundary: false, kinds: coveredKindNames };
    expect(missingKinds([provider('甲', { isOperating: false }), provider('乙', outside)])).toEqual(coveredKindNames);
    expect(missingKinds([provider('乙', { ...outside, hasWrittenArrangement: true, isOperating: false })])).toEqual(coveredKindNames);
    expect(missingKinds([provider('乙', { ...outside, hasWrittenArrangement: true })])).toEqual([]);
  });
});
