import { describe, expect, it } from 'vitest';
import { claimsOf, coveringYuan, gapOf, isSettleable, totalsOf } from './budget.ts';

const line = {
  year: 2021,
  item: '9.4',
  title: '第九条（四）',
  appropriatedFen: 10_000_00,
  availableFen: 1_000_00,
  reservedFen: 4_000_00,
  spentFen: 5_000_00,
  unfundedFen: 3_000_00,
  waiting: 2,
  forecastFen: 500_00,
  rate: null,
  possibleRate: 6250,
};

describe('A budget line', () => {
  it('lacks what is asked and forecast beyond what it has left', () => {
    expect(gapOf(line)).toBe(2_500_00);
    expect(gapOf({ ...line, availableFen: 9_000_00 })).toBe(0);
  });

  it('is settled by a share only while it is short and none was published', () => {
    expect(isSettleable(line)).toBe(true);
    expect(isSettleable({ ...line, rate: 6000 })).toBe(false);
    expect(isSettleable({ ...line, unfundedFen: 0 })).toBe(false);
    expect(isSettleable({ ...line, possibleRate: 10_000 })).toBe(false);
  });

  it('is topped up in whole yuan that cover the gap', () => {
    expect([0, 1, 100, 101].map(coveringYuan)).toEqual([0, 1, 1, 2]);
  });

  it('names its claims as their summaries do', () => {
    expect(claimsOf(2021, '9.4')).toBe('2021年度第九条（四）');
  });

  it('adds up with the others', () => {
    expect(totalsOf([line, line])).toMatchObject({ appropriatedFen: 20_000_00, unfundedFen: 6_000_00, waiting: 4 });
  });
});
