import { describe, expect, it } from 'vitest';
import type { PayableView } from '#contract/payments.ts';
import { blockedBy, choose, payablesWith, totalOf } from './payable.ts';

const payable = (id: string, amountFen: number, blocked: string | null = null): PayableView => ({
  id,
  case: id,
  title: `ZC-2021-000${id} 维权胜诉`,
  payeeName: id === '1' ? '甲所' : '乙所',
  bank: '齐商银行',
  tail: `000${id}`,
  amountFen,
  createdAt: '2021-05-01T00:00:00Z',
  blocked,
});
const rows = [payable('1', 100), payable('2', 250, '账户在变更等待期'), payable('3', 50, '账户在变更等待期'), payable('4', 7, '暂停支付')];

describe('Sums to be paid', () => {
  it('are found by case, payee, bank and last digits', () => {
    expect(payablesWith(rows, 'zc-2021-0003').map(({ id }) => id)).toEqual(['3']);
    expect(payablesWith(rows, '甲所').map(({ id }) => id)).toEqual(['1']);
    expect(payablesWith(rows, ' ')).toBe(rows);
  });

  it('that can not be paid are counted by reason', () => {
    expect(blockedBy(rows)).toEqual([
      { why: '账户在变更等待期', count: 2, fen: 300 },
      { why: '暂停支付', count: 1, fen: 7 },
    ]);
    expect(blockedBy([rows[0]!])).toEqual([]);
  });

  it('are chosen by filter and keep what was chosen before', () => {
    const before = new Set(['1']);
    const both = choose(before, payablesWith(rows, '乙所'), true);
    expect([...both]).toEqual(['1', '2', '3', '4']);
    expect([...choose(both, [rows[0]!], false)]).toEqual(['2', '3', '4']);
    expect([...before]).toEqual(['1']);
  });

  it('add up to the fen', () => {
    expect(totalOf(rows)).toBe(407);
  });
});
