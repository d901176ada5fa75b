import { describe, expect, test } from 'vitest';
import {
  agency,
  batch,
  type FactInput,
  finding,
  itemOf,
  parts,
  result,
  type Scene,
  two,
  verdictsOf,
} from '../../../tests/properties/made-up-facts.ts';

const sums = (facts: readonly FactInput[], more: Scene = {}) => verdictsOf(facts, more).map((one) => one.replace('A1 9.5.', ''));

describe('findings that only deduct (I-16)', () => {
  const deduct = (overrides: object = {}): Scene => ({ overrides: { abnormalEffect: 'deduct', ...overrides } });
  test('leave the count by as many patents, the yearly number for malicious ones, a result for any', () => {
    const facts = (count: number, more: object) => [batch('F1', count), result('P1'), finding('N1', more)];
    const codes = (count: number, more: object) =>
      (['9.5.tier', '9.5.campaign'] as const).map((key) => itemOf(key, facts(count, more), { ...deduct({ clauseFive: 'both' }) })?.code);
    expect(codes(74, {})).toEqual(['OK', 'OK']);
    expect(codes(73, {})).toEqual(['BELOW_THRESHOLD', 'OK']);
    expect(codes(73, { malicious: false })).toEqual(['OK', 'OK']);
    expect(codes(8, { malicious: false })).toEqual(['BELOW_THRESHOLD', 'OK']);
    expect(codes(7, { malicious: false })).toEqual(['BELOW_THRESHOLD', 'BELOW_THRESHOLD']);
    expect(codes(7, { status: 'pending' })).toEqual(['BELOW_THRESHOLD', 'OK']);
  });

  test('add up, and never below nothing', () => {
    expect(sums([batch('F1', 77), finding('N1'), finding('N2')], deduct())).toEqual(['tier OK 10000']);
    expect(sums([batch('F1', 76), finding('N1'), finding('N2')], deduct())).toEqual(['tier BELOW_THRESHOLD 0']);
    expect(itemOf('9.5.tier', [batch('F1', 2), finding()], deduct())?.trace?.lines[0]?.conditions.at(-2)?.fact).toContain('计入 0 件');
  });

  test('an open finding is weighed both ways', () => {
    const open = finding('N1', { status: null });
    expect(sums([batch('F1', 74), open], deduct())).toEqual(['tier OK 10000']);
    expect(sums([batch('F1', 73), open], deduct())).toEqual(['tier UNKNOWN 0']);
    const explained = itemOf('9.5.tier', [batch('F1', 73), open], deduct())?.trace?.lines[0]?.conditions.find(
      ({ outcome }) => outcome !== 'met',
    );
    expect(explained).toMatchObject({ fact: '计入 70至73 件，三档起点 71、121、200 件', missing: ['status'] });
  });
});

describe('findings of the year', () => {
  const code = (more: object, scene: Scene = {}) => itemOf('9.5.tier', [batch('F1', 71), finding('N1', more)], scene)?.code;
  test('from its first to its last day, on filings of the agency alone or with others', () => {
    expect([code({ date: '2021-01-01' }), code({ date: '2021-12-31' })]).toEqual(['ABNORMAL_FILING', 'ABNORMAL_FILING']);
    expect([code({ date: '2020-12-31' }), code({ date: '2022-01-01' })]).toEqual(['OK', 'OK']);
    expect([code({ agency: 'A2' }, { agencies: two }), code(parts(), { agencies: two })]).toEqual(['OK', 'ABNORMAL_FILING']);
  });

  test('are listed in the explanation, all of them', () => {
    const item = itemOf('9.5.tier', [batch('F1', 71), finding('N1'), finding('N2')]);
    expect(item?.trace?.lines[0]?.conditions.at(-1)).toMatchObject({ outcome: 'not_met', fact: '当年认定 N1、N2' });
    expect(itemOf('9.5.tier', [batch('F1', 71)])?.trace?.lines[0]?.conditions.at(-1)?.fact).toBe('当年没有非正常申请的认定');
  });

  test('that are pending hold the payment where they would weigh', () => {
    const held = (more: object, key: '9.5.tier' | '9.5.campaign') =>
      itemOf(key, [batch('F1', 71), result('P1'), finding('N1', { status: 'pending', ...more })], { overrides: { clauseFive: 'both' } })
        ?.paymentHold;
    expect([held({}, '9.5.tier'), held({}, '9.5.campaign')]).toEqual([true, true]);
    expect([held({ malicious: false }, '9.5.tier'), held({ malicious: false }, '9.5.campaign')]).toEqual([undefined, true]);
    expect(held({ malicious: null }, '9.5.tier')).toBe(true);
    expect(held({ status: 'withdrawn' }, '9.5.campaign')).toBeUndefined();
  });
});

describe('a zone under recheck', () => {
  const zones: Scene['zones'] = [
    { id: 'Z1', statusHistory: [{ from: '2020-11-02', status: 'designated' }] },
    {
      id: 'Z2',
      statusHistory: [
        { from: '2021-06-01', status: 'rectifying' },
        { from: '2020-11-02', status: 'designated' },
      ],
    },
  ];
  const moved = agency('A1', {
    zoneMembership: [
      { zone: 'Z1', from: '2020-11-02', to: '2021-04-30' },
      { zone: 'Z2', from: '2021-05-01', to: null },
    ],
  });
  const held = (facts: readonly FactInput[], clause: '9.5.tier' | '9.5.campaign' = '9.5.tier') => {
    const item = itemOf(clause, facts, { zones, agencies: [moved], overrides: { clauseFive: 'both' } });
    return [item?.code, item?.paymentHold];
  };
  test('holds the yearly number only by grants that count and that are of this zone', () => {
    const other = (more: object) => batch('F2', 5, { grantDate: '2021-05-10', ...more });
    expect(held([batch('F1', 71)])).toEqual(['OK', undefined]);
    expect(held([batch('F1', 71), other({})])).toEqual(['OK', true]);
    expect(held([batch('F1', 71), other({ serialFrom: 1_000 })])).toEqual(['OK', undefined]);
    expect(held([batch('F1', 71), other({ grantDate: '2021-08-25' })])).toEqual(['OK', undefined]);
    const patentQualification = [
      { from: '2015-03-01', to: '2021-05-05' },
      { from: '2021-05-20', to: null },
    ];
    const refused = itemOf('9.5.tier', [batch('F1', 71), other(parts())], {
      zones,
      agencies: [{ ...moved, patentQualification }, agency('A2')],
    });
    expect([refused?.code, refused?.paymentHold]).toEqual(['OK', undefined]);
  });

  test('holds a campaign result of this zone', () => {
    expect(held([batch('F1', 5), result('P1')], '9.5.campaign')).toEqual(['OK', true]);
    expect(held([batch('F1', 5), result('P1', 'doubling', { confirmedDate: '2021-04-30' })], '9.5.campaign')).toEqual(['OK', undefined]);
  });
});
