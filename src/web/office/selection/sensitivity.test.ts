import { describe, expect, it } from 'vitest';
import { type Candidate, sensitivityOf } from './sensitivity.ts';

const even = (id: string, plan: number, rest: number): Candidate => ({
  id,
  planScore: plan,
  sheets: Array.from({ length: 5 }, () => ({ total: plan + rest, groups: { plan, rest } })),
});

describe('How firm a ranking is', () => {
  it('finds nothing when the distance is greater than any trial can bridge', () => {
    const found = sensitivityOf([even('甲', 36, 55), even('乙', 20, 40)]);
    expect(found.get('甲')).toEqual({ rank: 1, byWeights: { best: 1, worst: 1 }, byExperts: { best: 1, worst: 1 } });
  });

  it('sees two applications change places when one group weighs a tenth more', () => {
    const found = sensitivityOf([even('甲', 40, 40), even('乙', 20, 59)]);
    expect(found.get('甲')).toMatchObject({ rank: 1, byWeights: { best: 1, worst: 2 } });
    expect(found.get('乙')).toMatchObject({ rank: 2, byWeights: { best: 1, worst: 2 } });
  });

  it('sees that a single expert decides', () => {
    const carried: Candidate = { id: '甲', planScore: 0, sheets: [70, 70, 70, 90, 90].map((total) => ({ total, groups: {} })) };
    const found = sensitivityOf([
      carried,
      { id: '乙', planScore: 0, sheets: [75, 75, 75, 75, 75].map((total) => ({ total, groups: {} })) },
    ]);
    expect(found.get('甲')).toMatchObject({ rank: 1, byExperts: { best: 1, worst: 2 } });
    expect(found.get('乙')).toMatchObject({ rank: 2, byExperts: { best: 1, worst: 2 } });
  });
});
