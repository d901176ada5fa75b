import { describe, expect, it } from 'vitest';
import { businessDate } from '#core/kernel/dates.ts';
import { bonusRows, heldOn } from './bonus.ts';

const yearEnd = businessDate('2020-12-31');
const decided = (status: 'designated' | 'rectifying' | 'revoked', from: string, isDeceit = false) => ({
  status,
  from: businessDate(from),
  isDeceit,
});

describe('A title on 31 December', () => {
  it.each([
    ['designated on the last day', [decided('designated', '2020-12-31')], true],
    ['designated the day after', [decided('designated', '2021-01-01')], false],
    ['under rectification', [decided('designated', '2020-11-02'), decided('rectifying', '2020-12-01')], true],
    ['lost on the last day', [decided('designated', '2020-11-02'), decided('revoked', '2020-12-31')], false],
    ['lost the day after', [decided('designated', '2020-11-02'), decided('revoked', '2021-01-01')], true],
    ['got by deceit, found out later', [decided('designated', '2020-11-02'), decided('revoked', '2021-06-01', true)], false],
    ['nobody decided anything', [], false],
  ] as const)('stands or not where it was %s', (_name, decisions, isHeld) => {
    expect(heldOn(decisions, yearEnd)).toBe(isHeld);
  });
});

describe('The points of a district', () => {
  const zone = (district: string, grade: string | null) => ({ district, zone: 'z', number: 'n', name: 'x', grade });

  it('are those of its zones, never more than the maximum, and each district stands once', () => {
    const zones = [zone('a', 'excellent'), zone('b', null), zone('a', 'qualified'), zone('a', 'excellent')];
    const points = { excellent: 3, other: 1, maximum: 100 };
    expect(bonusRows(zones, points).map(({ district, zones: own, points: sum }) => [district, own.length, sum])).toEqual([
      ['a', 3, 7],
      ['b', 1, 1],
    ]);
    expect(bonusRows(zones, { ...points, maximum: 5 })[0]?.points).toBe(5);
  });
});
