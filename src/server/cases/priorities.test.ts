import { describe, expect, it } from 'vitest';
import type { BusinessDate } from '#core/kernel/dates.ts';
import type { PriorityRow, RecommendedRow } from '#server/stores/recommendations.ts';
import { passedOver, rankedOf } from './priorities.ts';

const row = (zone: string, total: number, more: Partial<PriorityRow> = {}): PriorityRow => ({
  zone,
  number: zone,
  name: zone,
  district: '370303',
  operator: 'o',
  operator_name: 'o',
  is_title_held: true,
  grade: 'excellent',
  part_one: total,
  part_two: 0,
  part_three: 0,
  total,
  decided_on: '2021-02-20' as BusinessDate,
  later_year: null,
  later_grade: null,
  cases: [],
  ...more,
});
const kase = (state: string, more: Partial<RecommendedRow> = {}): RecommendedRow => ({
  id: 'k',
  number: 'TJ-1',
  state,
  level: 'province',
  year: 2020,
  title: null,
  ...more,
});
const ranks = (rows: readonly PriorityRow[], grades = ['excellent']) => rankedOf(rows, grades).map(({ zone, rank }) => [zone, rank]);

describe('The order of recommendation', () => {
  it('goes by grade, then by score; equal scores share a place', () => {
    const rows = [row('a', 9000), row('b', 9500), row('c', 9000), row('d', 8800), row('q', 9900, { grade: 'qualified' })];
    expect(ranks(rows)).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 2],
      ['d', 4],
    ]);
    expect(ranks(rows, ['excellent', 'qualified']).at(-1)).toEqual(['q', 5]);
  });

  it('leaves out who lost the title or got a later grade that may not be recommended', () => {
    const later = (later_grade: string) => ({ later_year: 2021, later_grade });
    const rows = [
      row('lost', 9900, { is_title_held: false }),
      row('fell', 9800, later('qualified')),
      row('kept', 9000, later('excellent')),
    ];
    expect(ranks(rows)).toEqual([['kept', 1]]);
  });
});

describe('Passed over', () => {
  const own = row('own', 8000);
  const over = (cases: readonly RecommendedRow[], level = 'province') => {
    const list = rankedOf([row('first', 9000, { cases }), own], ['excellent']);
    const me = list.find(({ zone }) => zone === 'own');
    if (!me) throw new Error('not on the list');
    return passedOver(list, me, level, 2020);
  };

  it('is a zone before this one that nobody recommended for the level', () => {
    expect(over([])).toEqual(['first']);
    expect(over([kase('sent')], 'nation')).toEqual(['first']);
    for (const state of ['dropped', 'withdrawn']) expect(over([kase(state)]), state).toEqual(['first']);
    expect(over([kase('not_accepted', { year: 2019 })])).toEqual(['first']);
  });

  it('is not one that is under way, declined, was not accepted on the same result, or has the title', () => {
    for (const state of ['unit_part', 'gathering', 'approval', 'sent', 'declined', 'not_accepted'])
      expect(over([kase(state)]), state).toEqual([]);
    expect(over([kase('accepted', { year: 2018 })])).toEqual([]);
  });

  it('is nobody of the same place', () => {
    const list = rankedOf([row('a', 8000), own], ['excellent']);
    for (const one of list) expect(passedOver(list, one, 'province', 2020)).toEqual([]);
  });
});
