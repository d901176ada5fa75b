import { describe, expect, it } from 'vitest';
import { countedOf, type GuideClause, type Item, linesOf, nextStep, reasonsOf, standingOf, totalsOf, withNames } from './determination.ts';

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
    expect(lines.map(({ item: one }) => one && standingOf(one))).toEqual(['earned', null]);
    expect(nextStep(lines[1] ?? lines[0]!)?.zh).toContain('授权清单');
  });

  it('gives each reason once, in the sentence of its condition, with the fact it saw', () => {
    const condition = { says: '案件胜诉', fails: '败诉的案件不予补助', outcome: 'not_met', fact: '结果：败诉' } as const;
    const line = { fact: 'C1', conditions: [{ says: '专利案件', outcome: 'met' } as const, condition] };
    expect(reasonsOf(item({ eligible: false, code: 'NOT_WON', trace: { lines: [line, { ...line, fact: 'C2' }] } }))).toEqual([
      '败诉的案件不予补助（结果：败诉）',
    ]);
  });

  it('names the facts that do not count beside those that do', () => {
    const good = { fact: 'C1', conditions: [{ says: '案件胜诉', outcome: 'met' } as const] };
    const bad = { fact: 'C2', conditions: [{ says: '案件胜诉', fails: '败诉的不补', outcome: 'not_met' } as const] };
    expect(countedOf(item({ trace: { lines: [good, bad] } }))).toEqual({ counted: 1, all: 2 });
    expect(reasonsOf(item({ trace: { lines: [good, bad] } }))).toEqual(['败诉的不补']);
  });

  it('shows zones by their names', () => {
    const id = 'bb01cc33-dafa-4d9f-ab5c-0af13776acd1';
    expect(withNames(`位于 ${id}`, new Map([[id, '甲示范区']]))).toBe('位于 “甲示范区”');
  });
});
