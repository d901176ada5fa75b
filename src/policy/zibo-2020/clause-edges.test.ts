import { describe, expect, test } from 'vitest';
import {
  agency,
  batch,
  certificate,
  contract,
  type FactInput,
  honour,
  itemOf,
  loan,
  parts,
  recognition,
  type Scene,
  security,
  two,
  verdictsOf,
  win,
} from '../../../tests/properties/made-up-facts.ts';
import { comparable } from './09.1-pledge-financing.ts';
import type { CaseFileInput, ClauseKey } from './case-file.ts';

const atTwo = { agency: 'A2' };
const results = (clause: ClauseKey, facts: readonly FactInput[], more: Scene = {}) =>
  itemOf(clause, facts, more)?.trace?.lines.map(({ fact, result }) => `${fact} ${result.split('（')[0] ?? ''}`);
const factOf = (clause: ClauseKey, facts: readonly FactInput[], says: string, more: Scene = {}) =>
  itemOf(clause, facts, more)?.trace?.lines[0]?.conditions.find((condition) => condition.says.startsWith(says))?.fact;
const paidBefore = (clause: ClauseKey): Pick<CaseFileInput, 'priorDeterminations'> => ({
  priorDeterminations: [{ agency: 'A1', clause, year: 2021, yuan: 1, facts: ['以前的'] }],
});

describe('numbers and names as people type them', () => {
  test('width, brackets, blanks and case do not matter; blanks alone are no name', () => {
    const same = [
      '（2021）鲁03民初1a号',
      '(2021) 鲁 03 民初 1A 号',
      '〔2021〕鲁03民初1Ａ号',
      '［2021］鲁03民初1A号',
      '【2021】鲁03民初1A号',
      '{2021}鲁03民初1A号',
      '[2021]鲁03民初1A号',
    ];
    expect(new Set(same.map(comparable))).toEqual(new Set(['(2021)鲁03民初1A号']));
    expect([comparable(null), comparable(undefined), comparable(''), comparable(' 　')]).toEqual([null, null, null, null]);
  });

  test('two facts without a number are two, two of one number are one', () => {
    const pair = (clause: ClauseKey, make: (id: string, more: object) => FactInput, field: string, more: Scene = {}) =>
      [null, ' ', '甲 1'].map(
        (value) =>
          itemOf(clause, [make('X1', { [field]: value }), make('X2', { [field]: value?.replace('甲 ', '甲') })], more)?.ceilingYuan,
      );
    expect(pair('9.1.loan', loan, 'contractNo')).toEqual([20_000, 20_000, 10_000]);
    expect(pair('9.1.sec', security, 'productName', { overrides: { securitizationGate: 'none' } })).toEqual([200_000, 200_000, 100_000]);
    expect(pair('9.3.honour', honour, 'name', { overrides: { honourTimes: 'each' } })).toEqual([200_000, 200_000, 100_000]);
    expect(pair('9.4', win, 'caseNo')).toEqual([100_000, 100_000, 50_000]);
  });
});

describe('第九条（一）', () => {
  test('a loan of another agency, of another year or of a bank elsewhere opens no door to securitisation', () => {
    const code = (fact: FactInput) => itemOf('9.1.sec', [security(), fact], { agencies: two })?.code;
    expect([code(loan()), code(loan('L1', atTwo)), code(loan('L1', parts()))]).toEqual(['OK', 'GATE_NO_LOCAL_LOAN', 'OK']);
    expect([code(loan('L1', { disbursedDate: '2020-12-31' })), code(loan('L1', { bankInCity: false }))]).toEqual([
      'GATE_NO_LOCAL_LOAN',
      'GATE_NO_LOCAL_LOAN',
    ]);
  });
});

describe('第九条（二）', () => {
  const grade = { overrides: { custodyMap: 'grade' } } as const;
  const modes = { overrides: { custodyTimes: 'sum_of_modes' } } as const;
  test('only an outstanding result in some field counts; one of several is enough, shared or not', () => {
    const code = (...facts: readonly FactInput[]) => itemOf('9.2', [contract(), ...facts], { agencies: two })?.code;
    expect([code(recognition('R1', { result: 'ordinary' })), code(recognition('R1', { areas: [] }))]).toEqual([
      'NO_CENTRE_RECOGNITION',
      'NO_CENTRE_RECOGNITION',
    ]);
    expect(code(recognition('R1', { result: 'ordinary', areas: null }))).toBe('NO_CENTRE_RECOGNITION');
    expect(code(recognition('R1', { result: null, areas: [] }))).toBe('NO_CENTRE_RECOGNITION');
    expect([code(recognition('R1', { result: 'ordinary' }), recognition('R2')), code(recognition('R1', parts()))]).toEqual(['OK', 'OK']);
    expect([code(recognition('R1', atTwo)), code(recognition('R1', { year: 2020 }))]).toEqual([
      'NO_CENTRE_RECOGNITION',
      'NO_CENTRE_RECOGNITION',
    ]);
  });

  test('by grade: one to three, the best of the outstanding ones, whatever the mode', () => {
    const yuan = (...facts: readonly FactInput[]) => itemOf('9.2', [contract('K1', { mode: 'single' }), ...facts], grade)?.ceilingYuan;
    expect([1, 2, 3].map((one) => yuan(recognition('R1', { grade: one })))).toEqual([50_000, 30_000, 10_000]);
    expect(yuan(recognition('R1', { grade: 3 }), recognition('R2', { grade: 2 }))).toBe(30_000);
    expect(yuan(recognition('R1', { grade: 3 }), recognition('R2', { grade: 1, result: 'ordinary' }))).toBe(10_000);
    expect(yuan(recognition('R1', { grade: null }), recognition('R2', { grade: 2 }))).toBe(30_000);
  });

  test('a recognition without a contract is looked at on the day of determination and lacks the contract', () => {
    expect(itemOf('9.2', [recognition()])).toMatchObject({
      code: 'BELOW_THRESHOLD',
      trace: { lines: [{ fact: 'R1', day: '2021-08-20' }] },
    });
    expect(factOf('9.2', [recognition()], '方案在施行期内')).toContain('2021-08-20');
    expect(itemOf('9.2', [contract(), recognition()])?.trace?.lines.map(({ fact }) => fact)).toEqual(['K1']);
    expect(itemOf('9.2', [contract('K1', atTwo), recognition()], { agencies: two })?.code).toBe('BELOW_THRESHOLD');
  });

  test('once a year for an agency; each mode once under the other reading, for each agency', () => {
    const facts = [
      contract(),
      contract('K2'),
      contract('K3', { mode: 'single' }),
      recognition(),
      contract('K4', atTwo),
      recognition('R2', atTwo),
    ];
    expect(verdictsOf(facts, { agencies: two })).toEqual(['A1 9.2 OK 50000', 'A2 9.2 OK 50000']);
    expect(verdictsOf(facts, { agencies: two, ...modes })).toEqual(['A1 9.2 OK 60000', 'A2 9.2 OK 50000']);
  });

  test('an earlier payment uses the year up, but not the other modes where each counts once', () => {
    const facts = [contract(), recognition('R1', { grade: 1 })];
    const before = paidBefore('9.2');
    const code = (more: Scene) => itemOf('9.2', facts, { ...before, ...more })?.code;
    expect([code({}), code(modes), code(grade)]).toEqual(['ONCE_ONLY', 'OK', 'ONCE_ONLY']);
    expect(code({ overrides: { ...modes.overrides, ...grade.overrides } })).toBe('ONCE_ONLY');
  });

  test('the explanation lists every recognition of the year', () => {
    const said = factOf('9.2', [contract(), recognition(), recognition('R2', { decidedDate: null })], '市中心');
    expect(said).toBe('认定 R1（2021-07-01）、认定 R2（日期未填）');
  });
});

describe('第九条（三）', () => {
  test('an agency that never moved in is not in a zone, rather than before its entry', () => {
    expect(itemOf('9.3.honour', [honour()], { agencies: [agency('A1', { zoneMembership: [] })] })?.code).toBe('NOT_IN_ZONE');
  });

  test('the first day of moving in decides, in whatever order the stays are written', () => {
    const zoneMembership = [
      { zone: 'Z1', from: '2021-06-01', to: null },
      { zone: 'Z1', from: '2021-03-01', to: '2021-04-30' },
    ];
    const at = (awardedDate: string) =>
      [[honour('H1', { awardedDate })], { agencies: [agency('A1', { zoneMembership })] } as Scene] as const;
    expect(['2021-02-28', '2021-03-01', '2021-05-15'].map((day) => itemOf('9.3.honour', ...at(day))?.code)).toEqual([
      'BEFORE_ENTRY',
      'OK',
      'NOT_IN_ZONE',
    ]);
    const [facts, more] = at('2021-03-01');
    expect(factOf('9.3.honour', facts, '品牌或资质在入驻', more)).toBe('取得日 2021-03-01，最早入驻日 2021-03-01');
  });

  test('one honour listed twice is one; another day, level or agency is another', () => {
    const each = { agencies: two, overrides: { honourTimes: 'each' } } as const;
    const same = { name: '品牌' };
    const yuan = (more: object) => itemOf('9.3.honour', [honour('H1', same), honour('H2', { ...same, ...more })], each)?.ceilingYuan;
    expect([yuan({}), yuan({ awardedDate: '2021-03-19' }), yuan({ level: 'national' })]).toEqual([100_000, 200_000, 300_000]);
    expect(verdictsOf([honour('H1', same), honour('H2', { ...same, ...atTwo })], each)).toEqual([
      'A1 9.3.honour OK 100000',
      'A2 9.3.honour OK 100000',
    ]);
  });

  test('an earlier payment uses the year up, but not where each honour counts', () => {
    const code = (more: Scene = {}) => itemOf('9.3.honour', [honour()], { ...paidBefore('9.3.honour'), ...more })?.code;
    expect([code(), code({ overrides: { honourTimes: 'each' } })]).toEqual(['ONCE_ONLY', 'OK']);
  });

  test('a person counts once in a lifetime, at the agency that claimed first; one certificate in two rows is a duplicate', () => {
    const zhang = { person: '张 三' };
    expect(verdictsOf([certificate('P1', zhang), certificate('P2', { person: '张三', ...atTwo })], { agencies: two })).toEqual([
      'A1 9.3.cert OK 10000',
      'A2 9.3.cert ONCE_ONLY 0',
    ]);
    const claimed = [
      certificate('P1', { ...zhang, claimedDate: '2021-06-02' }),
      certificate('P2', { ...zhang, ...atTwo, claimedDate: '2021-06-01' }),
    ];
    expect(verdictsOf(claimed, { agencies: two })).toEqual(['A1 9.3.cert ONCE_ONLY 0', 'A2 9.3.cert OK 10000']);
    const pair = (one: object, other: object) => results('9.3.cert', [certificate('P1', one), certificate('P2', other)]);
    expect(pair({ ...zhang, certificateNo: '1' }, { ...zhang, certificateNo: '1' })?.[1]).toBe('P2 不计：同一事项重复填报');
    expect(pair({ ...zhang, certificateNo: null }, { ...zhang, certificateNo: null })?.[1]).toBe('P2 不计：年度内已有同项支持，不重复');
    expect(pair({ ...zhang, certificateNo: '1' }, { person: '李四', certificateNo: '1' })?.[1]).toBe('P2 计 10000元');
    expect(pair({ person: null, certificateNo: '1' }, { person: null, certificateNo: '1' })?.[1]).toBe('P2 计 10000元');
    expect(pair({ person: null, certificateNo: null }, { person: null, certificateNo: null })?.[1]).toBe('P2 计 10000元');
  });

  test('once a year for each agency where the money goes to agencies', () => {
    const overrides = { certTo: 'agency_once' } as const;
    const facts = [certificate(), certificate('P2'), certificate('P3', atTwo)];
    expect(verdictsOf(facts, { agencies: two, overrides })).toEqual(['A1 9.3.cert OK 10000', 'A2 9.3.cert OK 10000']);
    expect(itemOf('9.3.cert', facts, { agencies: two, overrides, ...paidBefore('9.3.cert') })?.code).toBe('ONCE_ONLY');
    expect(itemOf('9.3.cert', facts, { agencies: two, ...paidBefore('9.3.cert') })?.ceilingYuan).toBe(20_000);
  });
});

describe('第九条（四）', () => {
  test('a fee of one yuan is a fee, less is none, fen are left out', () => {
    const item = (agencyFeeYuan: number) => itemOf('9.4', [win('C1', { agencyFeeYuan })]);
    expect([item(0)?.code, item(0.99)?.code, item(1)?.ceilingYuan, item(32_000.99)?.ceilingYuan]).toEqual([
      'BELOW_THRESHOLD',
      'BELOW_THRESHOLD',
      1,
      32_000,
    ]);
  });

  test('each client has its own cap where clients have it', () => {
    const facts = ['E1', 'E1', 'E1', 'E1', 'E1', 'E2'].map((client, i) => win(`C${i}`, { client }));
    expect(itemOf('9.4', facts)?.ceilingYuan).toBe(200_000);
    expect(itemOf('9.4', facts, { overrides: { capBy: 'client_enterprise' } })?.ceilingYuan).toBe(250_000);
    expect(itemOf('9.4', [win('C1', parts()), win('C2')], { agencies: two })?.ceilingYuan).toBe(75_000);
  });

  test('the client must sit in a zone that holds its title on the day of effect', () => {
    const zones: Scene['zones'] = [
      { id: 'Z1', statusHistory: [{ from: '2020-11-02', status: 'designated' }] },
      { id: 'Z2', statusHistory: [{ from: '2021-07-01', status: 'designated' }] },
    ];
    const code = (zone: string | null) => itemOf('9.4', [win()], { zones, enterprises: [{ id: 'E1', zone }] })?.code;
    expect([code('Z1'), code('Z2'), code(null), code('没有的')]).toEqual([
      'OK',
      'CLIENT_NOT_IN_ZONE',
      'CLIENT_NOT_IN_ZONE',
      'CLIENT_NOT_IN_ZONE',
    ]);
  });

  test('the explanation says what is not filled in', () => {
    const said = (more: object, says: string) => factOf('9.4', [win('C1', more)], says);
    expect(said({ outcome: null }, '案件胜诉')).toBe('结果：未填');
    expect(said({ outcome: 'settled' }, '案件胜诉')).toBe('结果：和解');
    expect(said({ client: null }, '委托人')).toBe('委托人 未填，所在示范区 无');
    expect(said({ client: '别处' }, '委托人')).toBe('委托人 别处，所在示范区 无');
    expect(said({ agencyFeeYuan: null }, '实际')).toBe('代理费 未填 元');
  });
});

describe('one partner alone', () => {
  test('has the whole, declared or not', () => {
    const alone = { agency: undefined, agencies: [{ id: 'A1' }] };
    expect(itemOf('9.1.loan', [loan('L1', alone)])).toMatchObject({ code: 'OK', ceilingYuan: 10_000 });
    expect(itemOf('9.5.tier', [batch('F1', 71, alone)])).toMatchObject({ code: 'OK', ceilingYuan: 10_000 });
  });
});
