import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreGroups } from './score-sheet.ts';
import { computedGrade, gradeOf, grades, indicatorShare, partOneScore, partWeights, scoresOf, type TaskProgress } from './scoring.ts';

const thresholds = { excellent: 85, qualified: 60 };
const task = (state: TaskProgress['state']): TaskProgress => ({ state });

describe('The grade', () => {
  it('has three values and no fourth', () => {
    expect(Object.keys(grades)).toEqual(['excellent', 'qualified', 'unqualified']);
  });

  it.each([
    [84.99, 'qualified'],
    [85, 'excellent'],
    [85.01, 'excellent'],
    [59.99, 'unqualified'],
    [60, 'qualified'],
    [60.01, 'qualified'],
    [0, 'unqualified'],
    [100, 'excellent'],
  ])('of %d points is %s', (total, grade) => {
    expect(gradeOf(total, thresholds)).toBe(grade);
  });

  it('follows the thresholds of the readings, one hundredth below, on and above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 99 }), (excellent) => {
        const moved = { excellent, qualified: 60 };
        expect([-0.01, 0, 0.01].map((by) => gradeOf(excellent + by, moved))).toEqual(['qualified', 'excellent', 'excellent']);
      }),
    );
  });

  it('is unqualified with any veto, whatever the score', () => {
    expect(computedGrade(100, [], thresholds)).toBe('excellent');
    expect(computedGrade(100, ['false_data'], thresholds)).toBe('unqualified');
  });
});

describe('The total', () => {
  it('is the sum of its parts to the hundredth, so that no binary fraction moves a grade', () => {
    expect(scoresOf({ one: 45.01, two: 25, three: 14.99 })).toEqual({ one: 45.01, two: 25, three: 14.99, total: 85 });
    expect(45.01 + 25 + 14.99).toBeLessThan(85); // plain addition would cost the zone its grade
    fc.assert(
      fc.property(fc.nat(6000), fc.nat(2500), fc.nat(1500), (one, two, three) => {
        expect(Math.round(scoresOf({ one: one / 100, two: two / 100, three: three / 100 }).total * 100)).toBe(one + two + three);
      }),
    );
  });

  it('can reach one hundred: sixty computed, forty by the experts, part by part', () => {
    expect(partOneScore([task('done')], [{ target: 1, actual: 1 }])).toBe(partWeights.one);
    const weight = (id: string) => scoreGroups.find((group) => group.id === id)?.indicators.reduce((sum, one) => sum + one.weight, 0);
    expect([weight('two'), weight('three')]).toEqual([partWeights.two, partWeights.three]);
    expect(partWeights.one + partWeights.two + partWeights.three).toBe(100);
  });
});

describe('Part one', () => {
  it.each([
    ['half for tasks, half for indicators', ['done', 'not_started'], [[10, 5]], 30],
    ['a task that goes on counts half', ['going_on'], [[10, 10]], 45],
    ['a task dropped without a consented adjustment counts nothing', ['done', 'dropped'], [[10, 10]], 45],
    ['more than the target counts as the target', ['done'], [[10, 25]], 60],
    ['what is not known counts nothing', ['done'], [[10, null]], 30],
    [
      'each indicator weighs the same',
      ['done'],
      [
        [10, 10],
        [1000, 500],
      ],
      52.5,
    ],
    ['without indicators the tasks count whole', ['done', 'going_on'], [], 45],
    ['without tasks the indicators count whole', [], [[4, 3]], 45],
    ['an empty plan carries nothing out', [], [], 0],
    ['thirds are rounded to the hundredth', ['done', 'done', 'not_started'], [[1, 1]], 50],
    [
      'sevenths as well',
      ['done', 'not_started', 'not_started', 'not_started', 'not_started', 'not_started', 'not_started'],
      [[1, 0]],
      4.29,
    ],
  ] as const)('%s', (_name, states, numbers, points) => {
    expect(
      partOneScore(
        states.map(task),
        numbers.map(([target, actual]) => ({ target, actual })),
      ),
    ).toBe(points);
  });

  it('never leaves 0 to 60, and never falls when more is done', () => {
    const tasks = fc.array(
      fc.constantFrom('not_started', 'going_on', 'done', 'dropped').map((state) => task(state as TaskProgress['state'])),
      { maxLength: 12 },
    );
    const indicators = fc.array(
      fc.record({ target: fc.integer({ min: 1, max: 500 }), actual: fc.option(fc.integer({ min: 0, max: 900 })) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(tasks, indicators, (done, reached) => {
        const score = partOneScore(done, reached);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(60);
        const better = partOneScore(
          done.map(() => task('done')),
          reached.map(({ target, actual }) => ({ target, actual: (actual ?? 0) + 1 })),
        );
        expect(better).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  it('takes a number that is none as nothing reached', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, -3].map((actual) => indicatorShare({ target: 10, actual }))).toEqual([0, 0, 0]);
  });
});
