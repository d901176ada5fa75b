import { describe, expect, test } from 'vitest';
import { caseFileJsonSchema, jsonPath, readCaseFile } from './case-file.ts';
import { exampleCase, type ExampleInput } from './example-world.ts';

const faultsOf = (change: object, facts: readonly object[] = []): readonly string[] => {
  const reading = readCaseFile({ ...exampleCase({ facts: [] }), facts, ...change });
  return reading.ok ? [] : reading.faults.map(({ path, message }) => `${path} ${message}`);
};
const pathsOf = (change: object, facts?: readonly object[]): readonly string[] =>
  faultsOf(change, facts).map((fault) => fault.split(' ')[0] ?? '');

const office = {
  id: 'A1',
  patentQualification: [{ from: '2015-03-01', to: null }],
  zoneMembership: [{ zone: 'Z1', from: '2020-11-02', to: null }],
};
const zone = { id: 'Z1', statusHistory: [] };

/** One fact of each type with every field filled in. */
const full: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  invention_grants: {
    count: 1,
    grantDate: '2021-01-01',
    ownerCity: '3703',
    applicationYear: 2003,
    serialFrom: 0,
    enterprise: 'E1',
    agencyAtFiling: 'B',
  },
  utility_model_grants: {
    count: 1,
    grantDate: '2021-01-01',
    ownerCity: '3703',
    applicationYear: 9999,
    serialFrom: 9_999_999,
    enterprise: 'E1',
    agencyAtFiling: 'B',
  },
  invention_grant_list: { grantDate: '2021-01-01', ownerCity: '3703', patentNos: [''], enterprise: 'E1' },
  abnormal_filing: { date: '2021-01-01', malicious: true, status: 'pending', patents: 0 },
  campaign_result: { enterprise: 'E1', campaign: 'zero_clearing', confirmedDate: '2021-01-01' },
  pledge_loan: {
    enterprise: 'E1',
    contractNo: '1',
    signedDate: '2021-01-01',
    disbursedDate: '2021-01-01',
    bankInCity: true,
    insuredByGovBankInsurer: false,
    loanYuan: 0,
  },
  ip_securitization: { productName: '甲', completedDate: '2021-01-01' },
  custody_contract: { rightsHolder: 'E1', mode: 'full', startDate: '2021-01-01', endDate: '2021-01-01' },
  custody_recognition: { year: 2021, decidedDate: '2021-01-01', areas: ['x'], result: 'outstanding', grade: 1 },
  brand_honour: { level: 'national', name: '甲', awardedDate: '2021-01-01' },
  agent_certificate: { person: '甲', certificateNo: '1', issuedDate: '2021-01-01', claimedDate: '2021-01-01' },
  litigation: {
    client: 'E1',
    caseNo: '1',
    effectiveDate: '2021-01-01',
    patentCase: true,
    foreignRelated: true,
    majorInfluence: true,
    outcome: 'won',
    final: true,
    agencyFeeYuan: 0.5,
  },
};
const required: Readonly<Record<string, readonly string[]>> = {
  invention_grants: ['count', 'grantDate', 'applicationYear', 'serialFrom'],
  utility_model_grants: ['count', 'grantDate', 'applicationYear', 'serialFrom'],
  invention_grant_list: ['grantDate', 'patentNos'],
  abnormal_filing: ['date'],
  campaign_result: ['confirmedDate'],
  pledge_loan: ['disbursedDate'],
  ip_securitization: ['completedDate'],
  custody_contract: ['startDate'],
  custody_recognition: ['year'],
  brand_honour: ['awardedDate'],
  agent_certificate: ['issuedDate'],
  litigation: ['effectiveDate'],
};
const factOf = (type: string, more: object = {}) => ({ id: 'F', type, agency: 'A1', ...full[type], ...more });

describe('facts as people write them', () => {
  test.each(Object.keys(full))('%s: every field may be filled in, optional ones left empty, none may be of another kind', (type) => {
    expect(faultsOf({}, [factOf(type)])).toEqual([]);
    for (const field of Object.keys(full[type] ?? {})) {
      const isRequired = required[type]?.includes(field);
      expect([field, pathsOf({}, [factOf(type, { [field]: null })])]).toEqual([field, isRequired ? [`$.facts[0].${field}`] : []]);
      expect([field, pathsOf({}, [factOf(type, { [field]: { no: 1 } })])]).toEqual([field, [`$.facts[0].${field}`]]);
    }
  });

  test.each([
    ['custody_contract', 'mode', ['full', 'advisory', 'single'], ['', 'half']],
    ['brand_honour', 'level', ['national', 'provincial', 'municipal'], ['', 'county']],
    ['campaign_result', 'campaign', ['zero_clearing', 'doubling'], ['', 'tripling']],
    ['abnormal_filing', 'status', ['pending', 'confirmed', 'withdrawn'], ['', 'known']],
    ['litigation', 'outcome', ['won', 'lost', 'settled'], ['', 'draw']],
    ['custody_recognition', 'grade', [1, 2, 3], [0, 4]],
    ['invention_grants', 'count', [1, 5_000_000], [0, 1.5, 10_000_000]],
    ['invention_grants', 'applicationYear', [2003, 9999], [2002, 10_000]],
    ['invention_grants', 'serialFrom', [0, 9_999_999], [-1, 10_000_000]],
    ['invention_grants', 'ownerCity', ['3'], ['']],
    ['abnormal_filing', 'patents', [0, 1], [-1, 0.5]],
    ['pledge_loan', 'loanYuan', [0, 1_000_000_000_000], [-1, 0.5, 1_000_000_000_001]],
    ['litigation', 'agencyFeeYuan', [0, 0.01, 1_000_000_000_000], [-0.01, 1_000_000_000_000.5]],
    ['pledge_loan', 'disbursedDate', ['2020-02-29'], ['2021-02-29', '2021-2-1', '20210201']],
    ['pledge_loan', 'id', ['x', 'x'.repeat(200)], ['', 'x'.repeat(201)]],
    ['pledge_loan', 'matter', ['x', null], ['', 'x'.repeat(201)]],
  ])('%s.%s takes %j and refuses %j', (type, field, good, bad) => {
    for (const value of good) expect([value, faultsOf({}, [factOf(type, { [field]: value })])]).toEqual([value, []]);
    for (const value of bad) expect([value, pathsOf({}, [factOf(type, { [field]: value })])[0]]).toEqual([value, `$.facts[0].${field}`]);
  });

  test('a batch must end within seven digits, also its last number', () => {
    const batch = (type: string, count: number) => faultsOf({}, [factOf(type, { serialFrom: 9_999_998, count })]);
    for (const type of ['invention_grants', 'utility_model_grants']) {
      expect(batch(type, 2)).toEqual([]);
      expect(batch(type, 3)).toEqual(['$.facts[0].count 流水号超出七位']);
    }
  });

  test('a custody contract may end on the day it begins, not before', () => {
    expect(faultsOf({}, [factOf('custody_contract', { endDate: '2020-12-31' })])).toEqual(['$.facts[0].endDate 止日早于起日']);
  });
});

describe('who presents a fact', () => {
  const shared = (agencies: readonly object[], more: object = {}) =>
    faultsOf({ agencies: [office, { ...office, id: 'A2' }] }, [factOf('pledge_loan', { agency: undefined, agencies, ...more })]);

  test('one agency, or several with parts, never both and never none', () => {
    const says = '$.facts[0].agency 应填 agency 或 agencies 其中之一';
    expect(shared([{ id: 'A1', sharePercent: 100 }])).toEqual([]);
    expect(shared([{ id: 'A1', sharePercent: 100 }], { agency: 'A1' })).toEqual([says]);
    expect(faultsOf({}, [factOf('pledge_loan', { agency: undefined })])).toEqual([says]);
    expect(faultsOf({}, [factOf('pledge_loan', { agency: 'A7' })])).toEqual(['$.facts[0].agency agencies 中没有“A7”']);
    expect(shared([]).map((fault) => fault.split(' ')[0])).toEqual(['$.facts[0].agencies']);
  });

  test('partners are known, named once, and their parts make up the whole once all are declared', () => {
    expect(
      shared([
        { id: 'A1', sharePercent: 33.34 },
        { id: 'A2', sharePercent: 66.66 },
      ]),
    ).toEqual([]);
    expect(
      shared([
        { id: 'A1', sharePercent: 50 },
        { id: 'A7', sharePercent: 50 },
      ]),
    ).toEqual(['$.facts[0].agencies[1].id agencies 中没有“A7”']);
    expect(
      shared([
        { id: 'A1', sharePercent: 50 },
        { id: 'A1', sharePercent: 50 },
      ]),
    ).toEqual(['$.facts[0].agencies[1].id “A1”重复']);
    expect(
      shared([
        { id: 'A1', sharePercent: 50 },
        { id: 'A2', sharePercent: 49 },
      ]),
    ).toEqual(['$.facts[0].agencies 各方份额之和应为100%']);
    expect(shared([{ id: 'A1', sharePercent: 50 }, { id: 'A2' }])).toEqual([]);
    expect(shared([{ id: 'A1', sharePercent: 0 }, { id: 'A2' }])).toHaveLength(1);
    expect(shared([{ id: 'A1', sharePercent: 100.5 }, { id: 'A2' }])).toHaveLength(1);
  });
});

describe('the rest of a case file', () => {
  test('names are used once in each list', () => {
    expect(faultsOf({ zones: [zone, zone] })).toEqual(['$.zones[1].id 编号“Z1”重复']);
    expect(faultsOf({ agencies: [office, office] })).toEqual(['$.agencies[1].id 编号“A1”重复']);
    expect(faultsOf({ enterprises: [{ id: 'E' }, { id: 'E' }] })).toEqual(['$.enterprises[1].id 编号“E”重复']);
    expect(faultsOf({}, [factOf('pledge_loan'), factOf('pledge_loan')])).toEqual(['$.facts[1].id 编号“F”重复']);
  });

  test('periods do not end before they begin, and zones exist', () => {
    const day = '2021-01-01';
    const change = (more: object) => faultsOf({ agencies: [{ ...office, ...more }] });
    expect(change({ patentQualification: [{ from: day, to: day }] })).toEqual([]);
    expect(change({ patentQualification: [{ from: day, to: '2020-12-31' }] })).toEqual([
      '$.agencies[0].patentQualification[0].to 止日早于起日',
    ]);
    expect(change({ zoneMembership: [{ zone: 'Z1', from: day, to: '2020-12-31' }] })).toEqual([
      '$.agencies[0].zoneMembership[0].to 止日早于起日',
    ]);
    expect(change({ zoneMembership: [{ zone: 'Z7', from: day, to: null }] })).toEqual([
      '$.agencies[0].zoneMembership[0].zone zones 中没有“Z7”',
    ]);
  });

  test('zones have one of five states', () => {
    const history = (status: string) => faultsOf({ zones: [{ id: 'Z1', statusHistory: [{ from: '2021-01-01', status }] }] });
    for (const status of ['applied', 'recommended', 'designated', 'rectifying', 'revoked']) expect(history(status)).toEqual([]);
    expect(history('')).toHaveLength(1);
  });

  test('the year is a whole number a calendar can hold', () => {
    for (const year of [1985, 9998]) expect(faultsOf({ year })).toEqual([]);
    for (const year of [1984, 9999, 2021.5, '2021']) expect(pathsOf({ year })).toEqual(['$.year']);
  });

  test('an unknown key of the file and an unknown reading are refused by name, an unknown field of a fact is not', () => {
    expect(faultsOf({ fact: [], colour: 1 })).toEqual(['$.fact 没有这个字段', '$.colour 没有这个字段']);
    expect(faultsOf({ overrides: { tierMinimum: [1, 2, 3] } })).toEqual(['$.overrides.tierMinimum 没有这个字段']);
    expect(pathsOf({ overrides: { capBy: 'nobody' } })).toEqual(['$.overrides.capBy']);
    expect(faultsOf({ id: 'c', title: 't', note: 'n' }, [factOf('pledge_loan', { colour: 1 })])).toEqual([]);
  });

  test('an earlier determination names a known clause and no negative sum', () => {
    const prior = { agency: 'A1', clause: '9.4', year: 2021, yuan: 0 };
    const change = (more: object) => pathsOf({ priorDeterminations: [{ ...prior, ...more }] });
    for (const clause of ['9.1.loan', '9.1.sec', '9.2', '9.3.honour', '9.3.cert', '9.4', '9.5.tier', '9.5.campaign'])
      expect(change({ clause })).toEqual([]);
    expect(change({ clause: '9.7' })).toEqual(['$.priorDeterminations[0].clause']);
    expect(change({ yuan: -1 })).toEqual(['$.priorDeterminations[0].yuan']);
    expect(change({ yuan: 1_000_000_000_001 })).toEqual(['$.priorDeterminations[0].yuan']);
    expect(change({ yuan: 1_000_000_000_000, decidedDate: null })).toEqual([]);
  });

  test('what is left out is an empty list, and messages are Chinese', () => {
    const { enterprises: _, ...rest } = exampleCase({ facts: [] });
    const reading = readCaseFile({
      ...rest,
      priorDeterminations: [{ agency: 'A1', clause: '9.4', year: 2021, yuan: 1 }],
    } satisfies ExampleInput);
    expect(reading.ok && [reading.file.enterprises, reading.file.priorDeterminations?.[0]?.facts]).toEqual([[], []]);
    expect(faultsOf({ zones: 1 })[0]).toMatch(/\p{Script=Han}/u);
    expect(readCaseFile(null, '$[3]')).toMatchObject({ ok: false, faults: [{ path: '$[3]' }] });
  });

  test('paths read as in JSON, and the published schema carries its title and descriptions', () => {
    expect(jsonPath(['facts', 0, 'grantDate'])).toBe('$.facts[0].grantDate');
    expect(caseFileJsonSchema()).toMatchObject({
      title: '案情文件（第九条核算）',
      type: 'object',
      required: expect.arrayContaining(['facts']),
    });
    const text = JSON.stringify(caseFileJsonSchema());
    for (const words of [
      '核定日（北京时间）',
      '授权公告日',
      '放款日',
      '裁判生效日',
      '授权时第一权利人所在地区划代码',
      'I-10 授权件数三档起点',
    ])
      expect(text).toContain(words);
  });
});
