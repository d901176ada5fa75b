import { describe, expect, test } from 'vitest';
import { fen } from '#core/kernel/money.ts';
import { canonicalJson, fingerprint, naturalOrder } from './canonical.ts';
import { amountOf } from './clause.ts';
import { allMet, type Condition, explainConditions, missingFields, obstacleOf, unknownAt } from './condition.ts';
import { bestCombination, nearestChanges } from './nearest.ts';
import { choice, resolveSettings, risingNumbers, settingsSchema } from './settings.ts';
import { partOf } from './shares.ts';
import { bothOf, eitherOf, met, notMet, oppositeOf, reaches, type Truth, truthOf, unknown } from './truth.ts';

const words = { id: 'I-00', title: '题', question: '问？', clause: '9', reasoning: '因为' };
const register = { reading: choice(words, { a: '甲', b: '乙' }), steps: risingNumbers(words, [71, 121, 200]) } as const;

describe('three-valued conditions', () => {
  test('one no decides "both", one yes decides "either", a missing fact never becomes a no', () => {
    expect([bothOf(notMet, unknown), bothOf(met, unknown), bothOf(met, met)]).toEqual([notMet, unknown, met]);
    expect([eitherOf(met, unknown), eitherOf(notMet, unknown), eitherOf(notMet, notMet)]).toEqual([met, unknown, notMet]);
    expect([oppositeOf(met), oppositeOf(notMet), oppositeOf(unknown)]).toEqual([notMet, met, unknown]);
    expect([truthOf(undefined), truthOf(null), truthOf(false), truthOf(true)]).toEqual([unknown, unknown, notMet, met]);
    expect([reaches(71, 71, 71), reaches(60, 70, 71), reaches(60, 71, 71)]).toEqual([met, notMet, unknown]);
  });

  test('the first refusal decides even after an unknown; else the first unknown is named', () => {
    const make = (truth: Truth): Condition<object> => ({
      code: 'NO',
      says: '要',
      fails: '不',
      test: () => truth,
      missing: () => ['field'],
    });
    expect(obstacleOf([make(unknown), make(notMet)], {})).toBe(1);
    expect(obstacleOf([make(met), make(unknown), make(met)], {})).toBe(unknownAt(1));
    expect(obstacleOf([make(met)], {})).toBe(allMet);
    expect(missingFields([make(unknown), make(unknown)], {})).toEqual(['field']);
    expect(explainConditions([make(notMet)], {})).toEqual([{ says: '要', outcome: 'not_met', code: 'NO', fails: '不' }]);
  });
});

describe('settings', () => {
  test('defaults are unconfirmed; a ruling takes their place and changes the version', () => {
    const shipped = resolveSettings(register);
    expect(shipped.values).toEqual({ reading: 'a', steps: [71, 121, 200] });
    expect(shipped.statusOf).toEqual({ reading: 'default_unconfirmed', steps: 'default_unconfirmed' });
    const ruled = resolveSettings(register, { reading: { value: 'b', status: 'confirmed' } });
    expect(ruled.values.reading).toBe('b');
    expect(ruled.version).not.toBe(shipped.version);
    expect(resolveSettings(register).version).toBe(shipped.version);
  });

  test('an unknown key, an unknown reading and steps that do not rise are refused', () => {
    const schema = settingsSchema(register);
    expect(schema.safeParse({ reading: 'b' }).success).toBe(true);
    expect(schema.safeParse({ readin: 'b' }).success).toBe(false);
    expect(schema.safeParse({ reading: 'c' }).success).toBe(false);
    expect(schema.safeParse({ steps: [70, 70, 200] }).success).toBe(false);
    expect(() => resolveSettings(register, { nothing: { value: 1, status: 'confirmed' } })).toThrow(RangeError);
    expect(() => resolveSettings(register, { steps: { value: [1], status: 'confirmed' } })).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  test('each kind of amount', () => {
    const rule = { kind: 'tier', sums: [fen(1), fen(3), fen(5)], minimums: () => [71, 121, 200], counted: () => 121 } as const;
    expect(amountOf(rule, {}, 'low')).toBe(3);
    expect(amountOf({ kind: 'fixed', sum: fen(7) }, {}, 'low')).toBe(7);
    expect(amountOf({ kind: 'perItem', each: fen(5), atMost: () => fen(4) }, {}, 'low')).toBe(4);
    const table = { kind: 'table', sums: { a: fen(1), b: fen(2) }, by: () => null } as const;
    expect([amountOf(table, {}, 'low'), amountOf(table, {}, 'high')]).toEqual([0, 2]);
  });

  test('thirds make the whole: the lead takes the rest', () => {
    const shares = ['A', 'B', 'C'].map((agency, i) => ({ agency, percent: i === 0 ? 33.34 : 33.33 }));
    expect(shares.map(({ agency }) => partOf(10_000, shares, agency))).toEqual([3_334, 3_333, 3_333]);
    expect(shares.map(({ agency }) => partOf(100, shares, agency))).toEqual([34, 33, 33]);
  });

  test('ids sort as people number them, equal values give equal bytes', () => {
    expect(['L10', 'L2', 'L1'].sort(naturalOrder)).toEqual(['L1', 'L2', 'L10']);
    expect(canonicalJson({ b: 1, a: [undefined, { d: 1, c: 2 }] })).toBe('{"a":[null,{"c":2,"d":1}],"b":1}');
    expect(fingerprint('')).toBe('cbf29ce484222325');
  });
});

describe('search', () => {
  const lever = (name: string, most: number, size: number) => ({
    says: (n: number) => `${name}${n}`,
    most,
    apply: (x: number, n: number) => x + n * size,
  });

  test('the least number of steps is found, then the least pair', () => {
    const worth = (x: number) => (x >= 71 ? 1 : 0);
    expect(nearestChanges(68, [lever('加', 200, 1)], worth)).toEqual([{ says: '加3', steps: 3, yuan: 1 }]);
    expect(nearestChanges(60, [lever('加', 5, 1), lever('再', 3, 2)], worth)).toEqual([{ says: '加5，并且再3', steps: 8, yuan: 1 }]);
    expect(nearestChanges(10, [lever('加', 5, 1)], worth)).toEqual([]);
  });

  test('the best combination, all tried where few, choice by choice where many', () => {
    const worth = (picks: readonly number[]) => picks.reduce((sum, pick) => sum + pick, 0);
    expect(bestCombination([2, 3], worth)).toEqual([1, 2]);
    expect(
      bestCombination(
        Array.from({ length: 10 }, () => 3),
        worth,
      ),
    ).toEqual(Array.from({ length: 10 }, () => 2));
  });
});
