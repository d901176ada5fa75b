import { describe, expect, test } from 'vitest';
import { reasonsOf } from '#core/policy/bulk.ts';
import { resolveSettings } from '#core/policy/settings.ts';
import {
  agency,
  batch,
  certificate,
  type FactInput,
  fileOf,
  finding,
  honour,
  itemOf,
  itemsOf,
  loan,
  parts,
  result,
  type Scene,
  security,
  two,
  win,
} from '../../../tests/properties/made-up-facts.ts';
import { populationRules } from './09-population.ts';
import { answerOf } from './answer.ts';
import { bestMix } from './best-mix.ts';
import { caseFileJsonSchema } from './case-file.ts';
import { determine } from './determine.ts';
import { nearestFor } from './nearest.ts';
import { supportSettings } from './settings-support.ts';

const M = { matter: 'M' };
const atTwo = { agency: 'A2' };

describe('the answer', () => {
  test('terms go with a support only: a refused certificate is no fixed sum and has no payee', () => {
    const [given, refused] = [certificate(), certificate('P1', { issuedDate: '2020-12-31' })].map((fact) => itemOf('9.3.cert', [fact]));
    expect(given).toMatchObject({ fixed: true, recipients: [{ person: 'P1', ceilingYuan: 10_000 }] });
    expect(refused).toMatchObject({ eligible: false, code: 'OUTSIDE_YEAR' });
    for (const term of ['fixed', 'recipients', 'paymentHold', 'conditionsMet', 'missing']) expect(refused).not.toHaveProperty(term);
  });

  test('payees stand in the order of their facts as people number them; one without a name has none', () => {
    const facts = [certificate('P10'), certificate('P2'), certificate('P3', { person: null })];
    expect(itemOf('9.3.cert', facts)?.recipients?.map(({ person }) => person)).toEqual(['P2', '', 'P10']);
    const twice = [certificate('P1', { person: '张三' }), certificate('P2', { person: '张三', certificateNo: 'P9' })];
    expect(itemOf('9.3.cert', twice)?.recipients).toEqual([{ person: '张三', ceilingYuan: 10_000 }]);
  });
});

describe('the explanation', () => {
  const settingOf = (key: string, overrides: object) =>
    itemOf('9.4', [win()], { overrides })?.trace?.settings.find((one) => one.key === key);
  test('shows the reading in force by its own label, and whether it is confirmed', () => {
    expect(settingOf('capBy', {})).toMatchObject({ value: '按申请补助的机构', status: 'default_unconfirmed' });
    expect(settingOf('capBy', { capBy: 'client_enterprise' })).toMatchObject({ value: '按委托企业', status: 'replaced' });
    expect(itemOf('9.4', [win()], { overrides: { capBy: 'agency' } })?.trace?.unconfirmed).not.toContain('I-24 capBy');
    const ruled = determine(fileOf([win()]), { capBy: { value: 'agency', status: 'confirmed' } });
    const [item] = answerOf(ruled, { explain: true }).items;
    expect(item?.trace?.unconfirmed).toEqual(expect.not.arrayContaining(['I-24 capBy']));
    expect(item?.trace?.unconfirmed).toContain('I-23 feeLimit');
    expect(item?.trace?.unconfirmed.filter((name) => !/^I-\d\d [a-zA-Z]+$/.test(name))).toEqual([]);
    expect(answerOf(ruled).items[0]).not.toHaveProperty('trace');
  });

  const amountText = (share: object, more: Scene = {}, who = 'A1') =>
    itemOf('9.4', [win('C1', share)], { agencies: two, ...more }, who)?.trace?.lines[0]?.amount;
  test('names the part of a partner, declared or not, and none for an agency alone', () => {
    expect(amountText({})).toBe('每项最高 50000元，本行 50000元');
    expect([amountText(parts(60, 40)), amountText(parts(60, 40), {}, 'A2')]).toEqual([
      '每项最高 50000元，A1 按份额 60%，本行 30000元',
      '每项最高 50000元，A2 按份额 40%，本行 20000元',
    ]);
    expect(amountText(parts(60, null), {}, 'A2')).toBe('每项最高 50000元，A2 按份额 未申报%，本行 0元');
  });

  test('says what a line was cut to, with the reason where there is one', () => {
    const lineOf = (item: ReturnType<typeof itemOf>, i: number) => item?.trace?.lines[i]?.result;
    const capped = itemOf(
      '9.4',
      ['1', '2', '3', '4', '5'].map((id) => win(`C${id}`, { agencyFeeYuan: 45_000 })),
    );
    expect([lineOf(capped, 3), lineOf(capped, 4)]).toEqual(['计 45000元', '核减为 20000元（同一申请人每年合计最高20万元）']);
    const split = itemOf('9.5.tier', [batch('F1', 200), result('P1')], { overrides: { clauseFive: 'both_distinct' } });
    expect(lineOf(split, 0)).toBe('核减为 30000元');
  });

  test('ends in one sentence: form, bound, cut, hold', () => {
    const ends = (clause: Parameters<typeof itemOf>[0], facts: readonly FactInput[], more: Scene = {}) =>
      itemOf(clause, facts, more)?.trace?.result;
    expect(ends('9.3.cert', [certificate()])).toBe('第九条（三）后另段：资金定额 10000元。');
    expect(ends('9.5.campaign', [batch('F1', 5), result('P1'), finding('N1', { status: 'pending' })])).toBe(
      '第九条（五）后段：服务券上限 50000元；有待决事项，暂缓拨付。',
    );
    expect(
      ends(
        '9.4',
        ['1', '2', '3', '4', '5'].map((id) => win(`C${id}`)),
      ),
    ).toBe('第九条（四）：资金上限 200000元（未核减前 250000元）。');
    expect(ends('9.4', [win('C1', { outcome: 'lost' })])).toBe('第九条（四）：不予支持，案件没有胜诉。');
    expect(ends('9.4', [win('C1', { outcome: null, final: null })])).toMatch(/^第九条（四）：缺少裁判是否已生效、案件结果.*，暂不核定。$/);
  });
});

describe('the best mix', () => {
  const mix = (facts: readonly FactInput[], more: Scene = {}) => {
    const { totalYuan, chosen, leftOut } = bestMix(fileOf(facts, more));
    return {
      totalYuan,
      chosen: chosen.map((part) => part.facts.join('+')),
      leftOut: leftOut.map(({ facts: [fact], yuan, says }) => `${fact} ${yuan} ${says}`),
    };
  };
  const national = (id: string, more: object = {}) => honour(id, { level: 'national', ...more });
  test('gives a matter to the lower support where the higher one would go unused', () => {
    const facts = [loan('L1'), security('S1', M), national('H1', M), national('H2')];
    expect(itemsOf(facts).map(({ ceilingYuan }) => ceilingYuan)).toEqual([10_000, 0, 200_000]);
    expect(mix(facts)).toEqual({ totalYuan: 310_000, chosen: ['L1', 'S1', 'H2'], leftOut: ['H1 200000 同一事项已由另一项支持（见 S1）'] });
  });

  test('looks at every claimant of a matter, and at each matter on its own', () => {
    const three = [loan('L1'), loan('L2', M), security('S1', M), national('H1', M), national('H2')];
    expect(mix(three).totalYuan).toBe(310_000);
    const last = [national('H1', M), national('H2'), loan('L1'), win('C1', { ...M, agencyFeeYuan: 30_000 }), security('S1', M)];
    expect(mix(last)).toMatchObject({ totalYuan: 310_000, chosen: ['L1', 'S1', 'H2'] });
    const twoMatters = [
      loan('L1'),
      security('S1', M),
      national('H1', M),
      national('H2', { matter: 'N' }),
      security('S2', { matter: 'N' }),
      loan('L2', { matter: 'O' }),
    ];
    expect(mix(twoMatters).totalYuan).toBe(320_000);
  });

  test('at equal worth the claimant filed first keeps its matter, the later matter being tried first', () => {
    expect(mix([loan('L1'), honour('H1', M), security('S1', M)]).chosen).toEqual(['L1', 'H1']);
    const tie = [loan('L1'), national('H2', { matter: 'N' }), national('H1', M), security('S1', M), security('S2', { matter: 'N' })];
    expect(mix(tie)).toMatchObject({ totalYuan: 310_000, chosen: ['L1', 'S2', 'H1'] });
  });

  test('a part worth less than a yuan is not worth naming', () => {
    const crumb = honour('H1', parts(99.9999, 0.0001));
    expect(mix([crumb, national('H2', atTwo)], { agencies: two })).toEqual({ totalYuan: 300_000, chosen: ['H1', 'H2'], leftOut: [] });
  });

  test('names only facts that bring something, and leaves out only what would have been worth something', () => {
    const facts = [
      loan('L1'),
      loan('L2', { contractNo: 'L1' }),
      loan('L3', { bankInCity: false }),
      honour('H1'),
      national('H2'),
      win('C1', { outcome: 'lost' }),
    ];
    expect(mix(facts)).toEqual({ totalYuan: 210_000, chosen: ['L1', 'H2'], leftOut: ['H1 100000 年度内已有同项支持，不重复（见 H2）'] });
    expect(mix([loan('L1', { bankInCity: null }), win('C1')])).toEqual({ totalYuan: 50_000, chosen: ['C1'], leftOut: [] });
  });
});

describe('advice', () => {
  const advice = (clause: Parameters<typeof nearestFor>[2], facts: readonly FactInput[], who = 'A1', more: Scene = {}) =>
    nearestFor(fileOf(facts, { agencies: two, ...more }), who, clause).map(({ says, yuan }) => `${says.split('，即')[0]} ${yuan}`);
  test('is for one agency: what another one has is not counted', () => {
    expect(advice('9.5.tier', [batch('F1', 68), batch('F2', 70, atTwo)])).toEqual(['再有3件我市发明专利授权（8月24日前） 10000']);
    expect(advice('9.5.tier', [batch('F1', 68), batch('F2', 70, atTwo)], 'A2')).toEqual(['再有1件我市发明专利授权（8月24日前） 10000']);
    expect(advice('9.5.campaign', [result('P1', 'doubling', atTwo)])).toEqual([]);
  });

  test('changes one fact at a time', () => {
    const facts = [win('C1', { final: false, agencyFeeYuan: 20_000 }), win('C2', { final: false, agencyFeeYuan: 30_000 })];
    expect(advice('9.4', facts)).toEqual(['案件 C2 的裁判生效 30000', '案件 C1 的裁判生效 20000']);
  });

  test('for partners too', () => {
    expect(advice('9.4', [win('C1', { ...parts(), final: false })], 'A2')).toEqual(['案件 C1 的裁判生效 25000']);
  });
});

describe('第九条 over whole populations', () => {
  const rules = (overrides: object = {}) => populationRules({ ...resolveSettings(supportSettings).values, ...overrides });
  test('refuses with the codes of the case-file door', () => {
    expect(reasonsOf(rules()).slice(5)).toEqual([
      'GATE_NO_LOCAL_LOAN',
      'NO_CENTRE_RECOGNITION',
      'ABNORMAL_FILING',
      'NOT_IN_ZONE',
      'NOT_QUALIFIED_AGENCY',
    ]);
    expect(rules().rules.map(({ key }) => key)).toEqual([
      '9.1.loan',
      '9.1.sec',
      '9.2',
      '9.3.honour',
      '9.3.cert',
      '9.4',
      '9.5.tier',
      '9.5.campaign',
    ]);
  });

  test('counts campaign results as the readings say', () => {
    const times = (overrides: object) => {
      const rule = rules(overrides).rules.at(-1);
      return rule?.kind === 'table' && rule.times;
    };
    expect([times({}), times({ campaignPair: 'sum' }), times({ campaignTimes: 'per_enterprise' })]).toEqual([
      'highest',
      'distinct',
      'each',
    ]);
  });
});

describe('the published schema of a case file', () => {
  test('asks for what people must write, not for what has a default', () => {
    expect(caseFileJsonSchema()).toMatchObject({ required: ['year', 'asOf', 'zones', 'agencies', 'facts'] });
  });

  test('an agency without a stay or a licence is read all the same', () => {
    expect(fileOf([], { agencies: [agency('A1', { zoneMembership: [], patentQualification: [] })] }).enterprises).toHaveLength(3);
  });
});
