import { describe, expect, it } from 'vitest';
import { businessDate } from '#core/kernel/dates.ts';
import { printPatentNumber } from '#core/kernel/patent-number.ts';
import { factSchema } from '../facts.ts';
import type { FactContext, Scene, StoredFact } from './fact-kind.ts';
import { agencyKindNames, type FactKindName, factKindNamed, factKindNames } from './index.ts';
import { sampleCode, sampleForms } from './samples.ts';
import type { Standing } from './standing.ts';

const own = sampleCode(50);
const partner = sampleCode(51);
const context: FactContext = { today: businessDate('2021-06-01'), qualifiedFrom: '2018-01-01', creditCode: own };
const scene: Scene = { agency: 'A1', creditCode: own, served: new Map() };
type Data = Readonly<Record<string, unknown>>;

const parsed = (name: FactKindName, more: object = {}) => factKindNamed(name).form.safeParse({ ...sampleForms[name], ...more });
const kept = (name: FactKindName, more: object = {}): Data => {
  const read = parsed(name, more);
  if (!read.success) throw new Error(JSON.stringify(read.error.issues));
  return factKindNamed(name).keep(read.data);
};
const matter = (name: FactKindName, more: object = {}) => factKindNamed(name).matter(kept(name, more));
const found = (name: FactKindName, more: object = {}, at: FactContext = context) =>
  factKindNamed(name)
    .checks(kept(name, more), at)
    .map(({ field, says, isWarning }) => `${isWarning ? '提示' : '错误'} ${field} ${says.zh}`);

const stored = (name: FactKindName, more: object = {}, standing: Standing = 'stands'): StoredFact<Data> => {
  const kind = factKindNamed(name);
  const data = kept(name, more);
  return { id: 'x', matter: kind.matter(data), validOn: kind.validOn(data), data, standing };
};
const mapped = (name: FactKindName, more: object = {}, standing: Standing = 'stands') =>
  factKindNamed(name).toCaseFile(scene, [stored(name, more, standing)]);

describe('Every kind of fact', () => {
  it.each(factKindNames)('%s: a good form has nothing wrong with it and becomes a fact of a case file', (name) => {
    expect(found(name)).toEqual([]);
    const [fact] = mapped(name);
    expect(factSchema.safeParse(fact).error).toBeUndefined();
    expect(fact).toMatchObject({ agency: 'A1' });
  });

  it.each(factKindNames)('%s: what it requires as evidence are file fields of its form, with a title', (name) => {
    const { evidence, form, requiredFiles = [] } = factKindNamed(name) as ReturnType<typeof factKindNamed> & { requiredFiles?: string[] };
    expect(requiredFiles).toEqual([]);
    expect(evidence.map(({ field }) => field)).toEqual(Object.keys(form.shape).filter((field) => field.endsWith('File')));
    expect(evidence.length).toBeGreaterThan(0);
    for (const { title } of evidence) expect([title.zh, title.en].every((words) => words.length > 1)).toBe(true);
    expect(evidence.some(({ isRequired }) => isRequired)).toBe(name !== 'invention_grant');
  });

  it.each(factKindNames)('%s: dates itself within the form, and never in the future', (name) => {
    const kind = factKindNamed(name);
    const field = Object.keys(sampleForms[name]).find((key) => /Date$|^date$/.test(key) && key !== 'signedDate') ?? '';
    const later = found(name, { [field]: '2021-06-02', ...(name === 'custody_contract' ? { endDate: null } : {}) });
    expect(later).toContainEqual(expect.stringMatching(new RegExp(`^错误 ${field} .+不能晚于今天$`)));
    expect(kind.validOn(kept(name))).toBe(name === 'custody_recognition' ? '2021-01-01' : sampleForms[name][field]);
  });

  it('is entered by the agency, or for two kinds by the centre', () => {
    expect(factKindNames.filter((name) => !agencyKindNames.includes(name))).toEqual(['custody_recognition', 'abnormal_filing']);
  });

  it('there is no kind of another name', () => {
    expect(() => factKindNamed('toString')).toThrow('no kind of fact toString');
  });
});

describe('A matter is the same in every spelling', () => {
  it.each([
    ['litigation', { caseNo: '(2021) 鲁03民初1号' }],
    ['litigation', { caseNo: '〔2021〕鲁０３民初１号' }],
    ['pledge_loan', { contractNo: ' qs－2021—001 ' }],
    ['custody_contract', { contractNo: 'ＴＧ-2021‐1' }],
    ['ip_securitization', { productName: '淄博 知识产权　一期' }],
    ['agent_certificate', { certificateNo: ' ３７１２３４５' }],
    ['abnormal_filing', { noticeNo: '国知办函[2021]99号' }],
    ['brand_honour', { name: '知识产权 品牌服务机构' }],
    ['campaign_result', { enterpriseCode: sampleCode(1).toLowerCase(), confirmedDate: '2021-01-02' }],
    ['invention_grant', { number: `ＺＬ ${printPatentNumber(String(sampleForms.invention_grant.number))}` }],
  ] as const)('%s %j', (name, more) => {
    expect(matter(name, more)).toBe(matter(name));
  });

  it('and another one where it is another matter', () => {
    expect(matter('litigation')).toBe('（2021）鲁03民初1号');
    expect(matter('litigation', { caseNo: '（2021）鲁03民初11号' })).not.toBe(matter('litigation'));
    expect(matter('brand_honour', { awardedDate: '2020-03-18' })).not.toBe(matter('brand_honour'));
    expect(matter('campaign_result', { campaign: 'zero_clearing' })).not.toBe(matter('campaign_result'));
    expect(matter('campaign_result', { confirmedDate: '2020-12-31' })).not.toBe(matter('campaign_result'));
    expect(matter('custody_recognition', { year: 2020 })).toBe('2020');
  });
});

describe('What is checked across fields', () => {
  it.each([
    ['pledge_loan', { signedDate: '2021-02-09' }, '错误 disbursedDate 放款日不能早于合同签订日'],
    ['pledge_loan', { serviceDate: '2021-02-09' }, '错误 serviceDate 服务合同应签订在放款之前'],
    ['pledge_loan', { isRenewal: true }, '错误 isRenewal 续贷、借新还旧没有新增资金，不计为一笔'],
    ['pledge_loan', { pledgeNo: '12' }, '提示 pledgeNo 质押登记号一般为Y加13位数字，请核对'],
    ['custody_contract', { endDate: '2020-12-31' }, '错误 endDate 托管期止不能早于托管期起'],
    ['custody_recognition', { decidedDate: '2020-12-31' }, '错误 decidedDate 认定日期不能早于认定年度'],
    ['litigation', { acceptedDate: '2021-05-11' }, '错误 acceptedDate 受托日期不能晚于生效日期'],
    ['litigation', { caseNo: '一号案' }, '提示 caseNo 案号一般写作“（2021）鲁03民初1号”，请核对'],
    ['campaign_result', { endCount: 7 }, '提示 endCount 本年末不到上年末的两倍，请核对'],
    ['campaign_result', { baseCount: 0 }, '提示 baseCount 倍增企业上年末应至少有1件专利，请核对'],
    ['campaign_result', { campaign: 'zero_clearing' }, '提示 baseCount 清零企业上年末应没有专利，请核对'],
    ['agent_certificate', { certificateNo: 'A1' }, '提示 certificateNo 资格证编号一般为7位数字，请核对'],
    ['invention_grant', { grantDate: '2018-12-28' }, '错误 grantDate 授权公告日早于申请年份'],
    ['invention_grant', { grantDate: '2021-04-07' }, '提示 grantDate 授权公告通常在周二或周五，请核对'],
    ['custody_contract', { contractNo: '\u200b' }, '错误 contractNo 请填写'],
    ['brand_honour', { name: '\u200b' }, '错误 name 请填写'],
    ['ip_securitization', { productName: 'ﷺ'.repeat(100) }, '错误 productName 过长'],
    ['pledge_loan', { signedDate: '0000-01-01' }, '错误 signedDate 年份过早'],
    ['custody_contract', { startDate: '1899-12-31' }, '错误 startDate 年份过早'],
    ['invention_grant', { address: '1号楼' }, '提示 address 看不出所在城市，是否本市专利待核'],
    ['invention_grant', { address: '济南市历下区' }, '提示 address 第一专利权人不在本市，不计入数量'],
  ] as const)('%s %j', (name, more, told) => {
    expect(found(name, more)).toEqual([told]);
  });

  it.each([
    ['pledge_loan', { signedDate: '2021-02-08', serviceDate: '2021-02-08', pledgeNo: 'Y2021370000123' }],
    ['custody_contract', { endDate: '2021-01-01' }],
    ['custody_contract', { endDate: null }],
    ['litigation', { acceptedDate: '2021-05-10' }],
    ['campaign_result', { endCount: 8 }],
    ['campaign_result', { baseCount: null, endCount: null }],
    ['campaign_result', { campaign: 'zero_clearing', baseCount: 0, endCount: 1 }],
  ] as const)('nothing at the border: %s %j', (name, more) => {
    expect(found(name, more)).toEqual([]);
  });

  it('an agency that was not licensed yet is warned, from its first day on it is not', () => {
    for (const name of ['invention_grant', 'pledge_loan', 'ip_securitization', 'brand_honour'] as const) {
      const day = factKindNamed(name).validOn(kept(name));
      expect(found(name, {}, { ...context, qualifiedFrom: '2021-06-01' })).toEqual([
        expect.stringContaining('早于本机构取得专利代理资质之日（2021-06-01）'),
      ]);
      expect(found(name, {}, { ...context, qualifiedFrom: day })).toEqual([]);
      expect(found(name, {}, { ...context, qualifiedFrom: null })).toEqual([]);
    }
  });

  it.each([
    ['invention_grant', { number: '201911000001' }, 'number', '申请号缺少末位校验位'],
    ['invention_grant', { number: '2019200000018' }, 'number', '申请号校验位不符，请逐位核对'],
    ['pledge_loan', { bankCode: sampleCode(2).slice(1) }, 'bankCode', '统一社会信用代码应为18位，现为17位'],
    ['pledge_loan', { loanYuan: 1.5 }, 'loanYuan', '请填写整数元'],
    ['custody_contract', { mode: 'half' }, 'mode', '请选择'],
    ['custody_recognition', { areas: [] }, 'areas', '请至少选择一项'],
    ['litigation', { effectiveDate: '2021-02-30' }, 'effectiveDate', '日期不存在，请按 年-月-日 填写'],
  ] as const)('%s %j is refused at its field', (name, more, field, says) => {
    const read = parsed(name, more);
    expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[field, says]]);
  });
});

describe('Parts of several agencies (I-27)', () => {
  const parts = (...list: (readonly [string, number | null])[]) => ({
    shares: list.map(([creditCode, percent]) => ({ creditCode, percent })),
  });

  it.each([
    [parts([own, 60], [partner, 39]), '错误 shares 各方份额之和应为100%'],
    [parts([partner, 100]), '错误 shares 各方中没有本机构'],
    [parts([own, 50], [own, 50]), '错误 shares 同一机构只列一行'],
  ])('%j', (more, told) => {
    expect(found('pledge_loan', more)).toEqual([told]);
  });

  it('make up the whole exactly, or are still open', () => {
    expect(found('litigation', parts([own, 33.34], [partner, 33.33], [sampleCode(52), 33.33]))).toEqual([]);
    expect(found('litigation', parts([own, null], [partner, 40]))).toEqual([]);
    expect(found('litigation', { shares: [] })).toEqual([]);
  });

  it('name the agency by its id and its partners by their credit codes, the lead first', () => {
    expect(mapped('ip_securitization', parts([partner, 60], [own.toLowerCase(), 40]))[0]).toMatchObject({
      agencies: [
        { id: partner, sharePercent: 60 },
        { id: 'A1', sharePercent: 40 },
      ],
    });
    expect(mapped('ip_securitization', parts([partner, 60], [own, 40]))[0]).not.toHaveProperty('agency');
  });
});

describe('The case file', () => {
  it.each([
    [
      'pledge_loan',
      {
        id: '质押贷款 QS-2021-001',
        disbursedDate: '2021-02-08',
        bankInCity: true,
        insuredByGovBankInsurer: true,
        enterprise: sampleCode(1),
      },
    ],
    ['ip_securitization', { id: '证券化 淄博知识产权一期', completedDate: '2021-05-20' }],
    ['custody_contract', { id: '托管 TG-2021-1', mode: 'full', startDate: '2021-01-01', endDate: '2021-12-31' }],
    ['custody_recognition', { id: '成效认定 2021', year: 2021, areas: ['pledge_financing'], result: 'outstanding', grade: null }],
    ['brand_honour', { id: '品牌资质 知识产权品牌服务机构|2021-03-18', level: 'national', awardedDate: '2021-03-18' }],
    ['agent_certificate', { id: '资格证 3712345', person: '孙三', certificateNo: '3712345', issuedDate: '2021-04-12' }],
    ['litigation', { id: '（2021）鲁03民初1号', client: sampleCode(1), final: true, agencyFeeYuan: 80_000 }],
    ['campaign_result', { campaign: 'doubling', enterprise: sampleCode(1), confirmedDate: '2021-05-25' }],
    ['abnormal_filing', { id: '非正常申请 国知办函(2021)99号', malicious: true, status: 'confirmed', patents: 12, date: '2021-04-30' }],
  ] as const)('%s', (name, fact) => {
    expect(mapped(name)).toEqual([expect.objectContaining({ type: name, ...fact })]);
  });

  it('leaves open what nobody knows', () => {
    expect(mapped('pledge_loan', { bankInCity: null, insuredByGovBankInsurer: undefined })[0]).toMatchObject({
      bankInCity: null,
      insuredByGovBankInsurer: null,
    });
    expect(mapped('litigation', { isFinal: null, agencyFeeYuan: null, hasMajorInfluence: undefined })[0]).toMatchObject({
      final: null,
      agencyFeeYuan: null,
      majorInfluence: null,
    });
    expect(mapped('brand_honour', { level: undefined })[0]).toMatchObject({ level: null });
    expect(mapped('custody_recognition', { grade: 'second' })[0]).toMatchObject({ grade: 2 });
  });

  it('does not decide what the other side disputes', () => {
    expect(mapped('pledge_loan', {}, 'disputed')[0]).toMatchObject({ bankInCity: null, insuredByGovBankInsurer: null });
    expect(mapped('litigation', {}, 'disputed')[0]).toMatchObject({ outcome: null });
    expect(mapped('custody_contract', {}, 'disputed')[0]).toMatchObject({ mode: null });
    expect(mapped('pledge_loan', {}, 'awaited')).toEqual(mapped('pledge_loan'));
  });

  it('has the centre’s recognitions and campaign results only once they are approved', () => {
    for (const name of ['custody_recognition', 'campaign_result'] as const) {
      expect(mapped(name, {}, 'awaited')).toEqual([]);
      expect(mapped(name, {}, 'disputed')).toEqual([]);
      expect(mapped(name)).toHaveLength(1);
    }
  });

  it('holds a finding open until it is approved, and drops one that is not', () => {
    expect(mapped('abnormal_filing', {}, 'awaited')[0]).toMatchObject({ status: 'pending' });
    expect(mapped('abnormal_filing', { status: 'withdrawn' }, 'awaited')[0]).toMatchObject({ status: 'pending' });
    expect(mapped('abnormal_filing', { status: 'withdrawn' })[0]).toMatchObject({ status: 'withdrawn' });
    expect(mapped('abnormal_filing', {}, 'disputed')).toEqual([]);
  });

  it('never gives a case the id of a list of grants', () => {
    expect(mapped('litigation', { caseNo: '授权2021-04-06' })[0]?.id).toBe('案件 授权2021-04-06');
  });
});
