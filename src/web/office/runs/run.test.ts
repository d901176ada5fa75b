import { describe, expect, test } from 'vitest';
import { csvOf, differencesOf, knownAtOf, type RunRow, totalsOf } from './run.ts';

const row = (agency: string, cashYuan: number, name = agency): RunRow => ({
  agency,
  name,
  cashYuan,
  voucherYuan: 10_000,
  openCount: 1,
  items: [
    {
      clause: '9.4',
      cite: '第九条（四）',
      eligible: cashYuan > 0,
      ceilingYuan: cashYuan,
      kind: 'cash',
      code: cashYuan > 0 ? 'OK' : 'NOT_FINAL',
    },
  ],
});

describe('a yearly determination', () => {
  test('cash and vouchers are summed apart', () => {
    expect(totalsOf([row('a', 50_000), row('b', 0)])).toEqual({ cash: 50_000, voucher: 20_000, open: 2 });
  });

  test('two runs differ by the agencies whose results do, or that only one has', () => {
    const found = differencesOf([row('a', 1), row('b', 2)], [row('a', 1), row('b', 3), row('c', 4)]);
    expect(found.map(({ agency, here, there }) => [agency, here?.cashYuan, there?.cashYuan])).toEqual([
      ['b', 2, 3],
      ['c', undefined, 4],
    ]);
    expect(differencesOf([row('a', 1)], [row('a', 1)])).toEqual([]);
  });

  test('no cell of the download is a formula, and separators stay inside their cell', () => {
    const csv = csvOf({
      year: 2021,
      asOf: '2021-03-01',
      readingsVersion: 'v1',
      digest: 'd1',
      rows: [row('a', 50_000, '=1+1'), row('b', 0, '甲,乙"')],
    });
    expect(csv.startsWith('\uFEFF年度,')).toBe(true);
    expect(csv).toContain(",'=1+1,第九条（四）,可得,符合条件,50000,0,v1,d1\r\n");
    expect(csv).toContain(',"甲,乙""",第九条（四）,不可得,裁判未生效,0,0,');
  });

  test('a moment is Beijing time', () => {
    expect(knownAtOf('2021-03-01T09:30')).toBe('2021-03-01T09:30:00+08:00');
    expect(knownAtOf('')).toBeUndefined();
  });
});
