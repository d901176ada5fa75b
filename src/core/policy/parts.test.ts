import { describe, expect, test } from 'vitest';
import { fen, wanYuan } from '#core/kernel/money.ts';
import { canonicalJson, fingerprint, naturalOrder } from './canonical.ts';
import { amountOf, stepOf } from './clause.ts';
import { allMet, type Condition, explainConditions, isUnknownObstacle, missingFields, obstacleOf, unknownAt } from './condition.ts';
import { bestCombination, type Lever, nearestChanges } from './nearest.ts';
import { choice, choices, day, resolveSettings, risingNumbers, settingsSchema, wholeNumber } from './settings.ts';
import { isWholeShared, partOf, percentParts, shareOf } from './shares.ts';
import { bothOf, eitherOf, met, notMet, type Truth, unknown } from './truth.ts';

describe('three values', () => {
  test('a missing fact on either side leaves "both" and "either" open, unless the other side decides', () => {
    expect([bothOf(unknown, met), bothOf(met, unknown), bothOf(unknown, unknown), bothOf(unknown, notMet)]).toEqual([
      unknown,
      unknown,
      unknown,
      notMet,
    ]);
    expect([eitherOf(unknown, notMet), eitherOf(notMet, unknown), eitherOf(unknown, unknown), eitherOf(unknown, met)]).toEqual([
      unknown,
      unknown,
      unknown,
      met,
    ]);
  });

  const make = (truth: Truth, more: object = {}): Condition<object> => ({
    code: 'NO',
    says: '要',
    fails: '不',
    test: () => truth,
    ...more,
  });
  test('the fast walk stops at the first refusal and remembers the first unknown', () => {
    expect(obstacleOf([make(met), make(unknown), make(unknown)], {})).toBe(unknownAt(1));
    expect(obstacleOf([], {})).toBe(allMet);
    expect([isUnknownObstacle(unknownAt(0)), isUnknownObstacle(allMet), isUnknownObstacle(0)]).toEqual([true, false, false]);
    expect([unknownAt(0), unknownAt(3)]).toEqual([-2, -5]);
  });

  test('the explaining walk shows the fact it saw and names what is missing', () => {
    const shown = { shows: () => '看到', missing: () => ['b', 'a'] };
    expect(explainConditions([make(met, shown), make(unknown, shown), make(unknown), make(notMet, { shows: () => '' })], {})).toEqual([
      { says: '要', fact: '看到', outcome: 'met' },
      { says: '要', fact: '看到', outcome: 'unknown', missing: ['b', 'a'] },
      { says: '要', outcome: 'unknown', missing: [] },
      { says: '要', outcome: 'not_met', code: 'NO', fails: '不' },
    ]);
    expect(missingFields([make(unknown, shown), make(unknown), make(met, { missing: () => ['c'] })], {})).toEqual(['a', 'b']);
  });
});

describe('amounts', () => {
  test('the highest step reached decides', () => {
    expect([70, 71, 120, 121, 199, 200].map((n) => stepOf([71, 121, 200], n))).toEqual([-1, 0, 0, 1, 1, 2]);
    const rule = { kind: 'tier' as const, sums: [fen(1), fen(3)], minimums: () => [2, 4], counted: (n: number) => n };
    expect([1, 2, 4].map((n) => amountOf(rule, n, 'low'))).toEqual([0, 1, 3]);
  });

  test('so much for each, or less where the fact says less; a figure not known cuts nothing', () => {
    const rule = (most: number | null | undefined) => ({
      kind: 'perItem' as const,
      each: fen(5),
      atMost: () => (typeof most === 'number' ? fen(most) : most),
    });
    expect([4, 5, 6, null, undefined].map((most) => amountOf(rule(most), {}, 'low'))).toEqual([4, 5, 5, 5, 5]);
    expect(amountOf({ kind: 'perItem', each: fen(5) }, {}, 'low')).toBe(5);
  });

  test('a table by its own rows only; an open row is worth nothing or the most', () => {
    const rule = (key: string | null | undefined) => ({ kind: 'table' as const, sums: { a: fen(1), b: fen(9), c: fen(2) }, by: () => key });
    expect(['a', 'b', 'toString'].map((key) => amountOf(rule(key), {}, 'high'))).toEqual([1, 9, 0]);
    expect([null, undefined].map((key) => [amountOf(rule(key), {}, 'low'), amountOf(rule(key), {}, 'high')])).toEqual([
      [0, 9],
      [0, 9],
    ]);
  });

  test('parts: compared in ten-thousandths of a percent, one agency has it all, strangers get nothing', () => {
    expect([percentParts(33.3333), percentParts(100)]).toEqual([333_333, 1_000_000]);
    const three = [33.34, 33.33, 33.33].map((percent, i) => ({ agency: `A${i}`, percent }));
    expect(isWholeShared(three)).toBe(true);
    expect(isWholeShared([...three.slice(0, 2), { agency: 'A2', percent: 33.32 }])).toBe(false);
    expect(
      isWholeShared([
        { agency: 'A', percent: 100 },
        { agency: 'B', percent: null },
      ]),
    ).toBe(true);
    expect(partOf(7, [{ agency: 'A', percent: 1 }], 'B')).toBe(7);
    expect(partOf(7, [], 'A')).toBe(0);
    const open = [
      { agency: 'A', percent: 60 },
      { agency: 'B', percent: null },
    ];
    expect([partOf(7, open, 'A'), partOf(7, open, 'B'), partOf(7, open, 'C')]).toEqual([7, 0, 0]);
    expect(
      partOf(
        7,
        [
          { agency: 'A', percent: null },
          { agency: 'B', percent: 50 },
        ],
        'B',
      ),
    ).toBe(3);
    expect(
      shareOf(
        fen(1_099),
        [
          { agency: 'A', percent: 50 },
          { agency: 'B', percent: 50 },
        ],
        'B',
      ),
    ).toBe(500);
    expect(shareOf(wanYuan(1), three, 'A0')).toBe(333_400);
  });
});

describe('order and names', () => {
  test('numbers inside ids count as numbers, leading zeros and all', () => {
    expect(['b', 'a10', 'a9', 'a', '10', '9', 'a9b', 'a09'].sort(naturalOrder)).toEqual(['9', '10', 'a', 'a09', 'a9', 'a9b', 'a10', 'b']);
    expect([naturalOrder('ab', 'ab'), naturalOrder('', 'A'), naturalOrder('A', '')]).toEqual([0, -1, 1]);
    const rising = [
      ['L99', 'L105'],
      ['L08', 'L9'],
      ['L007', 'L8'],
      ['L7', 'L008'],
    ] as const;
    for (const [less, more] of rising) expect([naturalOrder(less, more), naturalOrder(more, less)].map(Math.sign)).toEqual([-1, 1]);
    expect(Math.sign(naturalOrder('1', 'a'))).toBe(-1);
    expect(Math.sign(naturalOrder('a', '1'))).toBe(1);
    expect(Math.sign(naturalOrder('x00', 'x0'))).toBe(1);
    expect(['L2x1', 'L2x', 'L1x9'].sort(naturalOrder)).toEqual(['L1x9', 'L2x', 'L2x1']);
  });

  test('equal values give equal text and equal names, different ones do not', () => {
    expect(canonicalJson({ b: undefined, a: null, d: [1, { f: 1, e: 'x' }], c: undefined })).toBe('{"a":null,"d":[1,{"e":"x","f":1}]}');
    expect([canonicalJson(undefined), canonicalJson('甲'), canonicalJson(true)]).toEqual(['null', '"甲"', 'true']);
    expect(fingerprint('a')).toBe('af63dc4c8601ec8c');
    expect(fingerprint('甲')).toHaveLength(16);
    expect(fingerprint('10')).toBe('07f89207b4ba08a4');
  });
});

describe('settings', () => {
  const words = { id: 'I-00', title: '题', question: '问？', clause: '9', reasoning: '因为' };
  test('ship unconfirmed, resting on the text unless said otherwise', () => {
    expect(choice(words, { a: '甲', b: '乙' })).toMatchObject({
      ...words,
      status: 'default_unconfirmed',
      source: 'text',
      isUrgent: false,
      default: 'a',
      options: [
        { value: 'a', label: '甲' },
        { value: 'b', label: '乙' },
      ],
    });
    expect(choice({ ...words, source: 'practice', isUrgent: true }, { a: '甲' })).toMatchObject({ source: 'practice', isUrgent: true });
    expect(choices(words, { a: '甲', b: '乙' }, ['b'])).toMatchObject({
      default: ['b'],
      options: [{ value: ['a'], label: '甲' }, { value: ['b'] }],
    });
    for (const one of [wholeNumber(words, 1, [0, 2]), day(words, '2021-01-01'), risingNumbers(words, [1])]) expect(one.options).toEqual([]);
  });

  test('take only what fits them', () => {
    const register = {
      number: wholeNumber(words, 5, [3, 9]),
      date: day(words, '2020-08-25'),
      steps: risingNumbers(words, [1, 2]),
      list: choices(words, { a: '甲', b: '乙' }, ['a']),
    } as const;
    const fits = (value: object) => settingsSchema(register).safeParse(value).success;
    expect([{ number: 3 }, { number: 9 }, { date: '2021-02-28' }, { steps: [1, 9] }, { list: ['a', 'b'] }, {}].map(fits)).not.toContain(
      false,
    );
    const bad = [
      { number: 2 },
      { number: 10 },
      { number: 3.5 },
      { date: '2021-02-30' },
      { steps: [0, 1] },
      { steps: [2, 2] },
      { steps: [2, 1] },
      { steps: [1, 2, 3] },
      { steps: [1] },
      { list: [] },
      { list: ['c'] },
      { other: 1 },
    ];
    expect(bad.map(fits)).not.toContain(true);
    const refusal = settingsSchema(register).safeParse({ steps: [2, 1] });
    expect(refusal.error?.issues[0]?.message).toBe('数值应逐档递增');
  });

  test('a ruling replaces value and standing; what does not fit is refused by name', () => {
    const register = { a: wholeNumber(words, 5, [3, 9]), b: choice(words, { x: '甲', y: '乙' }) } as const;
    const ruled = resolveSettings(register, { a: { value: 9, status: 'confirmed' } });
    expect(ruled).toMatchObject({ values: { a: 9, b: 'x' }, statusOf: { a: 'confirmed', b: 'default_unconfirmed' } });
    expect(() => resolveSettings(register, { c: { value: 9, status: 'confirmed' } })).toThrow('no such setting: c');
    expect(() => resolveSettings(register, { toString: { value: 9, status: 'confirmed' as const } })).toThrow('no such setting: toString');
    expect(() => resolveSettings(register, { a: { value: 10, status: 'confirmed' } })).toThrow(/setting a does not fit: ./);
    const standing = resolveSettings(register, { a: { value: 5, status: 'confirmed' } });
    expect(standing.version).not.toBe(resolveSettings(register).version);
    expect(resolveSettings({ toString: register.a }).values).toEqual({ toString: 5 });
  });
});

describe('the nearest change', () => {
  const lever = (name: string, most: number, size: number): Lever<number> => ({
    says: (n) => `${name}${n}`,
    most,
    apply: (x, n) => x + n * size,
  });
  const worth = (x: number) => (x >= 100 ? 9 : x >= 71 ? 1 : 0);
  test('is the least on each lever, fewest steps first, then the higher sum', () => {
    expect(nearestChanges(69, [lever('甲', 50, 1), lever('乙', 50, 40), lever('丙', 50, 2)], worth)).toEqual([
      { says: '乙1', steps: 1, yuan: 9 },
      { says: '丙1', steps: 1, yuan: 1 },
      { says: '甲2', steps: 2, yuan: 1 },
    ]);
    expect(nearestChanges(69, [lever('甲', 2, 1), lever('乙', 1, 1), lever('丙', 0, 99)], worth)).toEqual([
      { says: '甲2', steps: 2, yuan: 1 },
    ]);
    expect(nearestChanges(100, [lever('甲', 50, 1)], worth)).toEqual([]);
  });

  test('a lever that can not be moved offers nothing, nor a pair that works in one order only', () => {
    const stuck = { ...lever('甲', 0, 1), apply: (x: number) => x + 50 };
    expect(nearestChanges(60, [stuck], worth)).toEqual([]);
    const late = { ...lever('乙', 1, 1), apply: (x: number) => (x > 60 ? 71 : x) };
    expect(nearestChanges(60, [lever('甲', 1, 5), late], worth)).toEqual([]);
  });

  test('two together where one is not enough, each no further than needed', () => {
    expect(nearestChanges(60, [lever('甲', 10, 1), lever('乙', 5, 1)], worth)).toEqual([{ says: '甲10，并且乙1', steps: 11, yuan: 1 }]);
    expect(nearestChanges(60, [lever('甲', 1, 1), lever('乙', 1, 5), lever('丙', 1, 10)], worth)).toEqual([
      { says: '甲1，并且丙1', steps: 2, yuan: 1 },
      { says: '乙1，并且丙1', steps: 2, yuan: 1 },
    ]);
  });

  test('the best combination keeps the earlier option at equal worth, also where there are too many to try all', () => {
    expect(bestCombination([2, 2], () => 1)).toEqual([0, 0]);
    expect(bestCombination([], () => 1)).toEqual([]);
    const wanted = [1, 0, 2, 1, 0, 2];
    const hits = (picks: readonly number[]) => picks.filter((pick, i) => pick === wanted[i]).length;
    expect(bestCombination([3, 3, 3, 3, 3, 3], hits)).toEqual(wanted);
    expect(bestCombination([3, 3, 3, 3, 3, 3], () => 1)).toEqual([0, 0, 0, 0, 0, 0]);
    // 256 ways are all tried, so a pair that pays only together is found; 512 are searched choice by choice.
    const together = (picks: readonly number[]) => (picks[0] === 1 && picks[1] === 1 ? 1 : 0);
    expect(bestCombination([2, 2, 2, 2, 2, 2, 2, 2], together).slice(0, 2)).toEqual([1, 1]);
    expect(bestCombination([2, 2, 2, 2, 2, 2, 2, 2, 2], together).slice(0, 2)).toEqual([0, 0]);
  });
});
