import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../../tests/support/story.ts';
import { ScoreSheet, scoreGroups, totalOf, trimmedMean } from './score-sheet.ts';

const indicators = scoreGroups.flatMap((group) => group.indicators);

describe('The score sheet', () => {
  it('has the groups and weights of form F3, one hundred together', () => {
    expect(scoreGroups.map(({ id, indicators: list }) => [id, list.reduce((sum, { weight }) => sum + weight, 0)])).toEqual([
      ['siting', 10],
      ['district', 15],
      ['industry', 15],
      ['services', 20],
      ['plan', 40],
    ]);
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
    expect(totalOf(ScoreSheet.parse(sheetOf(1))).total).toBe(100);
    expect(totalOf(ScoreSheet.parse(sheetOf(0))).total).toBe(0);
  });

  it.each([
    ['more than the weight', 4.5],
    ['less than nothing', -0.5],
    ['a quarter point', 1.25],
    ['no number', '4'],
    ['infinity', Number.POSITIVE_INFINITY],
    ['nothing', undefined],
  ])('takes no score of %s', (_name, score) => {
    const sheet = sheetOf(0.5);
    expect(ScoreSheet.safeParse({ ...sheet, scores: { ...sheet.scores, concentration: score } }).success).toBe(false);
  });

  it('needs a remark and the declaration once more', () => {
    expect(ScoreSheet.safeParse(sheetOf(0.5, { remark: '好' })).success).toBe(false);
    expect(ScoreSheet.safeParse(sheetOf(0.5, { hasNoConflict: false })).success).toBe(false);
  });

  it('adds half points exactly, by group and in all', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(16), { minLength: indicators.length, maxLength: indicators.length }), (halves) => {
        const scores = Object.fromEntries(indicators.map(({ id, weight }, i) => [id, Math.min((halves[i] ?? 0) / 2, weight)]));
        const { total, groups } = totalOf(ScoreSheet.parse(sheetOf(0, { scores })));
        expect(total * 2).toBe(Object.values(scores).reduce((sum, score) => sum + score * 2, 0));
        expect(Object.values(groups).reduce((sum, one) => sum + one, 0)).toBe(total);
      }),
    );
  });
});

describe('The mean without highest and lowest', () => {
  it.each([
    [[60, 70, 80, 90, 100], 80],
    [[0, 80, 80, 80, 100], 80],
    [[70, 70, 71, 71, 71], 70.67],
    [[1, 2, 3, 4, 5, 6, 7], 4],
    [[85.5, 86, 86, 86.5, 90], 86.17],
  ])('of %j is %d', (values, mean) => {
    expect(trimmedMean(values)).toBe(mean);
  });

  it('needs five sheets', () => {
    expect(() => trimmedMean([1, 2, 3, 4])).toThrow(RangeError);
  });

  it('is moved by no single expert, however far out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 50, max: 90 }), { minLength: 4, maxLength: 10 }), (others) => {
        const low = trimmedMean([0, ...others]);
        const high = trimmedMean([100, ...others]);
        expect(low).toBeGreaterThanOrEqual(Math.min(...others));
        expect(high).toBeLessThanOrEqual(Math.max(...others));
      }),
    );
  });
});
