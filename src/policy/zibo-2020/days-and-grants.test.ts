import { describe, expect, test } from 'vitest';
import { composePatentNumber, patentCheck } from '#core/kernel/patent-number.ts';
import {
  agency,
  batch,
  contract,
  type FactInput,
  finding,
  itemOf,
  loan,
  parts,
  recognition,
  type Scene,
  two,
  verdictsOf,
} from '../../../tests/properties/made-up-facts.ts';

describe('the day on which a custody contract is looked at (I-04)', () => {
  const looked = (more: object, scene: Scene = {}) => {
    const item = itemOf('9.2', [contract('K1', more), recognition('R1', { year: scene.year ?? 2021 })], scene);
    return [item?.code, item?.trace?.lines[0]?.day];
  };
  const since = (from: string): Scene => ({ agencies: [agency('A1', { zoneMembership: [{ zone: 'Z1', from, to: null }] })] });
  test('is the first day of the year on which it runs and everything holds', () => {
    expect(looked({})).toEqual(['OK', '2021-01-01']);
    expect(looked({ startDate: '2021-04-01', endDate: null })).toEqual(['OK', '2021-04-01']);
    expect(looked({}, since('2021-03-01'))).toEqual(['OK', '2021-03-01']);
    expect(looked({}, { agencies: [agency('A1', { patentQualification: [{ from: '2021-05-01', to: null }] })] })).toEqual([
      'OK',
      '2021-05-01',
    ]);
    expect(looked({}, { zones: [{ id: 'Z1', statusHistory: [{ from: '2021-06-01', status: 'designated' }] }] })).toEqual([
      'OK',
      '2021-06-01',
    ]);
    expect(
      looked(
        { startDate: '2020-01-01' },
        { year: 2020, zones: [{ id: 'Z1', statusHistory: [{ from: '2019-01-01', status: 'designated' }] }], ...since('2019-01-01') },
      ),
    ).toEqual(['OK', '2020-08-25']);
  });

  test('the earliest of several such days, in whatever order licences and stays are written', () => {
    const patentQualification = [
      { from: '2021-05-01', to: null },
      { from: '2015-03-01', to: '2021-04-30' },
    ];
    const zoneMembership = [{ zone: 'Z1', from: '2021-03-01', to: null }];
    expect(looked({}, { agencies: [agency('A1', { patentQualification, zoneMembership })] })).toEqual(['OK', '2021-03-01']);
  });

  test('never a day on which it does not run', () => {
    expect(looked({ endDate: '2021-02-28' }, since('2021-03-01'))).toEqual(['NOT_IN_ZONE', '2021-01-01']);
    expect(looked({ endDate: '2021-03-01' }, since('2021-03-01'))).toEqual(['OK', '2021-03-01']);
    expect(looked({ startDate: '2021-09-01', endDate: null }, since('2021-03-01'))).toEqual(['POLICY_NOT_IN_FORCE', '2021-09-01']);
  });

  test('outside the year: its start if it begins later, its end if it ended before; a single day is enough', () => {
    expect(looked({ startDate: '2022-01-01', endDate: '2022-06-30' })).toEqual(['OUTSIDE_YEAR', '2022-01-01']);
    expect(looked({ startDate: '2020-01-01', endDate: '2020-12-31' })).toEqual(['OUTSIDE_YEAR', '2020-12-31']);
    expect(looked({ startDate: '2020-12-31', endDate: '2021-06-30' }, { year: 2020 })).toEqual(['OK', '2020-12-31']);
    expect(looked({ startDate: '2020-06-30', endDate: '2021-01-01' })).toEqual(['OK', '2021-01-01']);
  });
});

describe('the status of a zone', () => {
  const history: NonNullable<Scene['zones']>[number]['statusHistory'] = [
    { from: '2021-06-01', status: 'revoked' },
    { from: '2020-11-02', status: 'designated' },
    { from: '2020-09-01', status: 'applied' },
  ];
  const line = (disbursedDate: string, more: Scene = {}) => {
    const scene: Scene = {
      zones: [{ id: 'Z1', statusHistory: history }],
      agencies: [agency('A1', { zoneMembership: [{ zone: 'Z1', from: '2020-01-01', to: null }] })],
    };
    const item = itemOf('9.1.loan', [loan('L1', { disbursedDate })], { ...scene, year: Number(disbursedDate.slice(0, 4)), ...more });
    return [item?.code, item?.trace?.lines[0]?.conditions.find(({ says }) => says === '示范区资格未被取消')?.fact];
  };
  test('is that of the last entry up to the day, in whatever order the entries are written', () => {
    expect(line('2020-08-31')).toEqual(['ZONE_NOT_DESIGNATED', 'Z1 在 2020-08-31 的状态：尚无记录']);
    expect(line('2020-11-01')).toEqual(['ZONE_NOT_DESIGNATED', 'Z1 在 2020-11-01 的状态：申报中']);
    expect(line('2020-11-02')).toEqual(['OK', 'Z1 在 2020-11-02 的状态：已认定']);
    expect(line('2021-05-31')).toEqual(['OK', 'Z1 在 2021-05-31 的状态：已认定']);
    expect(line('2021-06-01')).toEqual(['ZONE_REVOKED', 'Z1 在 2021-06-01 的状态：已取消']);
  });

  test('an agency in no zone: the explanation says so', () => {
    expect(line('2021-05-31', { agencies: [agency('A1', { zoneMembership: [] })] })).toEqual(['NOT_IN_ZONE', '没有所在示范区']);
  });

  test('rectification holds the payment from its day on, seen on the day of determination or of the fact, whichever is later', () => {
    const zones: Scene['zones'] = [
      {
        id: 'Z1',
        statusHistory: [
          { from: '2020-11-02', status: 'designated' },
          { from: '2021-06-01', status: 'rectifying' },
        ],
      },
    ];
    const held = (asOf: string, disbursedDate: string) => itemOf('9.1.loan', [loan('L1', { disbursedDate })], { zones, asOf })?.paymentHold;
    expect([held('2021-05-31', '2021-05-31'), held('2021-06-01', '2021-05-31'), held('2021-05-31', '2021-06-01')]).toEqual([
      undefined,
      true,
      true,
    ]);
  });
});

describe('counting grants', () => {
  const tier = (facts: readonly FactInput[], more: Scene = {}) => itemOf('9.5.tier', facts, more);
  const ownCode = (facts: readonly FactInput[], more: Scene = {}) => tier(facts, more)?.code;
  test('stretches of numbers that touch, overlap or enclose each other are counted once', () => {
    const at = (id: string, serialFrom: number, count: number) => batch(id, count, { serialFrom });
    expect(ownCode([at('F1', 100, 40), at('F2', 140, 31)])).toBe('OK');
    expect(ownCode([at('F1', 100, 40), at('F2', 139, 31)])).toBe('BELOW_THRESHOLD');
    expect(ownCode([at('F1', 100, 30), at('F2', 200, 30), at('F3', 90, 150)])).toBe('OK');
    expect(tier([at('F1', 100, 30), at('F2', 200, 30), at('F3', 90, 150)])?.ceilingYuan).toBe(30_000);
    expect(ownCode([at('F1', 100, 71), at('F2', 110, 20)])).toBe('OK');
    expect(ownCode([at('F1', 100, 35), at('F2', 200, 35), at('F3', 130, 75)])).toBe('OK');
    expect(tier([at('F1', 100, 35), at('F2', 200, 35), at('F3', 130, 75)])?.trace?.lines[0]?.conditions.at(-2)?.fact).toContain(
      '计入 135 件',
    );
    const again = [at('F1', 100, 10), at('F2', 200, 10), at('F3', 300, 40), at('F4', 205, 10), at('F5', 300, 40)];
    expect(tier(again)?.trace?.lines[0]?.conditions.at(-2)?.fact).toContain('计入 65 件');
    expect(ownCode([at('F1', 100, 36), batch('F2', 36, { serialFrom: 100, applicationYear: 2016 })])).toBe('OK');
  });

  test('the batch granted first has the numbers, on one day the one filed first', () => {
    const other = (id: string, grantDate: string) => batch(id, 71, { serialFrom: 1_000, agency: 'A2', grantDate });
    const both = (id: string, grantDate: string) =>
      verdictsOf([batch('F5', 71, { serialFrom: 1_000 }), other(id, grantDate)], { agencies: two });
    const [own, theirs] = [
      ['A1 9.5.tier OK 10000', 'A2 9.5.tier DUPLICATE 0'],
      ['A1 9.5.tier DUPLICATE 0', 'A2 9.5.tier OK 10000'],
    ];
    expect([both('F6', '2021-04-06'), both('F1', '2021-04-06'), both('F10', '2021-04-06')]).toEqual([own, theirs, own]);
    expect([both('F6', '2021-04-05'), both('F1', '2021-04-07')]).toEqual([theirs, own]);
  });

  test('an owner’s place counts however it is typed, as long as it lies in the city', () => {
    expect(['370300', ' 370305', '370303001'].map((ownerCity) => ownCode([batch('F1', 71, { ownerCity })]))).toEqual(['OK', 'OK', 'OK']);
    expect(['370100', '37', '137030'].map((ownerCity) => ownCode([batch('F1', 71, { ownerCity })]))).toEqual([
      'BELOW_THRESHOLD',
      'BELOW_THRESHOLD',
      'BELOW_THRESHOLD',
    ]);
  });

  test('a part that is refused at the gate is not counted with others that passed', () => {
    const late = agency('A2', { zoneMembership: [{ zone: 'Z1', from: '2021-05-01', to: null }] });
    const facts = [batch('F1', 80, parts()), batch('F2', 40, { agency: 'A2', grantDate: '2021-05-10' })];
    expect(itemOf('9.5.tier', facts, { agencies: [agency('A1'), late] }, 'A2')?.code).toBe('BELOW_THRESHOLD');
    expect(itemOf('9.5.tier', facts, { agencies: two }, 'A2')?.code).toBe('OK');
  });

  test('parts not declared and places not given stand between the least and the most, each named once', () => {
    const shared = (count: number) => batch('F2', count, parts(null, null));
    const more = { agencies: two };
    expect(tier([batch('F1', 40), shared(40)], more)).toMatchObject({ code: 'UNKNOWN', missing: ['sharePercent'] });
    expect(tier([batch('F1', 40), shared(30)], more)?.code).not.toBe('OK');
    expect(tier([batch('F1', 72), shared(40)], more)?.code).toBe('OK');
    const open = [batch('F1', 40), shared(20), batch('F3', 20, { ownerCity: null }), batch('F4', 20, { ownerCity: null })];
    expect(tier(open, more)?.missing).toEqual(['ownerCity', 'sharePercent']);
    expect(tier(open, more)?.trace?.lines[0]?.conditions.at(-2)?.missing).toEqual(['ownerCity', 'sharePercent']);
    const again = batch('F2', 71, { serialFrom: 1_000, grantDate: '2021-04-07', ownerCity: null });
    expect(tier([batch('F1', 71), again, finding('N1', { malicious: null })])?.missing).toEqual(['malicious']);
  });

  test('utility models are no inventions, and no row of theirs is refused', () => {
    const item = tier([batch('F1', 71, { type: 'utility_model_grants' })]);
    expect([item?.code, item?.rejectedRows]).toEqual(['BELOW_THRESHOLD', undefined]);
  });

  test('a list names the rows it refuses and why, counts old and new numbers, and only under the yearly number', () => {
    const [utility, old] = [composePatentNumber(2017, 2, 601_862), `93105342${patentCheck('93105342')}`];
    const list = (patentNos: readonly string[]): FactInput => ({
      id: 'F1',
      type: 'invention_grant_list',
      agency: 'A1',
      grantDate: '2021-04-06',
      ownerCity: '370300',
      enterprise: 'E1',
      patentNos: [...patentNos],
    });
    const facts = [list(['2017106018623', utility, '201710601862', old, `${old.slice(0, -1)}.${old.slice(-1)}`])];
    const result: FactInput = {
      id: 'P1',
      type: 'campaign_result',
      agency: 'A1',
      enterprise: 'E1',
      campaign: 'zero_clearing',
      confirmedDate: '2021-06-18',
    };
    expect(tier(facts)?.rejectedRows).toEqual([
      { fact: 'F1', row: 2, value: utility, reason: '不是发明专利' },
      { fact: 'F1', row: 3, value: '201710601862', reason: '申请号缺少末位校验位' },
    ]);
    expect(tier(facts)?.trace?.lines[0]?.conditions.at(-2)?.fact).toContain('计入 2 件');
    expect(itemOf('9.5.campaign', [...facts, result])).not.toHaveProperty('rejectedRows');
    const within = batch('F2', 71, { serialFrom: 601_800, grantDate: '2021-04-07' });
    expect(tier([...facts, within])?.trace?.lines[0]?.conditions.at(-2)?.fact).toContain('计入 72 件');
  });
});
