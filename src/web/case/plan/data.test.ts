import { describe, expect, it } from 'vitest';
import { fundingTable, rowsOf, section } from './data.ts';
import { without } from '../../ui/schema/schema.ts';

describe('A plan as it is shown', () => {
  it('has its funds by source and year, sums of one source and year together, unfinished rows left out', () => {
    const rows = [
      { source: 'district', year: 2027, yuan: 300 },
      { source: 'district', year: 2026, yuan: 100 },
      { source: 'district', year: 2026, yuan: 50 },
      { source: 'applicant', year: 2026, yuan: 20 },
      { source: 'other', year: '', yuan: 9 },
    ];
    const table = fundingTable({ funding: { rows } });
    expect(table.years).toEqual([2026, 2027]);
    expect(table.rows.map(({ source, byYear }) => [source, [...byYear]])).toEqual([
      [
        'district',
        [
          [2026, 150],
          [2027, 300],
        ],
      ],
      [
        'applicant',
        [
          [2026, 20],
          [2027, 0],
        ],
      ],
    ]);
  });

  it('is read however little of it is written', () => {
    expect([section(undefined, 'general'), rowsOf({}, 'tasks'), rowsOf({ tasks: { rows: 'x' } }, 'tasks')]).toEqual([{}, [], []]);
    expect(fundingTable(null)).toEqual({ years: [], rows: [] });
  });

  it('leaves out the fields that are said elsewhere', () => {
    expect(Object.keys(without({ properties: { a: {}, b: {}, c: {} } }, 'a', 'c').properties ?? {})).toEqual(['b']);
  });
});
