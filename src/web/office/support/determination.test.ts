import { describe, expect, it } from 'vitest';
import { type GuideClause, type Item, linesOf, nextStep, reasonsOf, standingOf, totalsOf } from './determination.ts';

const clause = (key: string): GuideClause => ({ key, cite: '第九条', title: key, says: '', paidAs: 'cash' });
const item = (more: Partial<Item>): Item => ({
  clause: '9.4',
  eligible: true,
  ceilingYuan: 50_000,
  kind: 'cash',
  code: 'OK',
  cite: '第九条（四）',
  ...more,
});

describe('The agency’s year', () => {
  it('keeps vouchers apart from cash and counts only what is earned', () => {
    expect(
      totalsOf([
        item({}),
        item({ kind: 'voucher', ceilingYuan: 30_000 }),
        item({ eligible: null, ceilingYuan: 20_000 }),
        item({ eligible: false, ceilingYuan: 0 }),
      ]),
    ).toEqual({
      cash: 50_000,
      voucher: 30_000,
    });
  });

  it('has a line for every clause, with or without facts', () => {
    const lines = linesOf([clause('9.4'), clause('9.5.tier')], [item({})]);
    expect(lines.map((line) => standingOf(line.item))).toEqual(['earned', 'none']);
    expect(nextStep(lines[1] ?? lines[0]!)?.zh).toContain('授权清单');
  });

  it('gives each reason once, in the sentence of its condition, with the fact it saw', () => {
    const condition = { says: '案件胜诉', fails: '败诉的案件不予补助', outcome: 'not_met', fact: '结果：败诉' } as const;
    const line = { fact: 'C1', conditions: [{ says: '专利案件', outcome: 'met' } as const, condition] };
    expect(reasonsOf(item({ eligible: false, code: 'NOT_WON', trace: { lines: [line, { ...line, fact: 'C2' }] } }))).toEqual([
      '败诉的案件不予补助（结果：败诉）',
    ]);
  });
});
