import { describe, expect, it } from 'vitest';
import { type Line, linesWith, outcomeOf } from './data.ts';

const line = (n: number, payeeName: string, amountFen: number): Line => ({
  reference: `DF-2021-001-000${n}`,
  payable: String(n),
  kase: String(n),
  title: '第九条（四）',
  payeeName,
  bank: '齐商银行',
  tail: `000${n}`,
  amountFen,
});
const lines = [line(1, '甲所', 100_00), line(2, '乙所', 250_50), line(3, '丙所', 1)];

describe('A batch', () => {
  it('is searched by reference, payee, bank and the last four digits', () => {
    expect(linesWith(lines, ' df-2021-001-0002 ').map(({ payeeName }) => payeeName)).toEqual(['乙所']);
    expect(linesWith(lines, '0003')).toHaveLength(1);
    expect(linesWith(lines, '齐商')).toHaveLength(3);
    expect(linesWith(lines, '')).toBe(lines);
  });

  it('counts what the bank paid and what it refused, and neither for what it has not answered', () => {
    const answers = [
      { reference: lines[0]!.reference, isPaid: true, note: '' },
      { reference: lines[1]!.reference, isPaid: false, note: '户名不符' },
    ];
    expect(outcomeOf({ lines, totalFen: 35_051, answers })).toEqual({
      paid: { count: 1, fen: 100_00 },
      refused: { count: 1, fen: 250_50 },
    });
    expect(outcomeOf({ lines, totalFen: 35_051, answers: [] })).toEqual({ paid: { count: 0, fen: 0 }, refused: { count: 0, fen: 0 } });
  });
});
