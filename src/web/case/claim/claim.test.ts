import { describe, expect, it } from 'vitest';
import { doneBy } from '../done-by.ts';
import { chainOf, disputedOf, type Entry, movedIn } from './data.ts';
import { chosenIn, choose, isLifted, stillFalse } from './falsehood.ts';
import { carriedOver, exclude, firstOpen, judge, metRest, remarkOn, sheetOf } from './sheet.ts';

const entry = (id: string, ...matters: readonly string[]): Entry => ({
  id,
  kind: 'litigation',
  title: id,
  validOn: '2021-03-01',
  matters: matters.map((matter) => ({ kind: 'litigation', matter })),
  files: [],
  missing: [],
  confirmation: 'confirmed',
});
const empty = sheetOf({});
const a = entry('A', 'a1', 'a2');
const b = entry('B', 'b1');

describe('The check sheet', () => {
  it('holds only what was judged, and judging again replaces', () => {
    const once = judge(empty, a, { verdict: 'unclear' });
    const twice = judge(judge(once, a, { remark: '缺发票' }), a, { verdict: 'not' });
    expect(twice.entries).toEqual([{ id: 'A', verdict: 'not', remark: '缺发票' }]);
  });

  it('keeps no remark on a fact that has no verdict', () => {
    expect(judge(empty, a, { remark: '看过' })).toBe(empty);
  });

  it('"the rest as stated" leaves earlier verdicts alone', () => {
    const sheet = metRest(judge(empty, a, { verdict: 'not', remark: '不实' }), [a, b]);
    expect(sheet.entries.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['A', 'not'],
      ['B', 'met'],
    ]);
  });

  it('leaves single matters out with their reason, and not twice when the whole fact falls', () => {
    const [first] = a.matters;
    const out = remarkOn(exclude(judge(empty, a, { verdict: 'met' }), first!, true), first!, '同一专利已申领');
    expect(out.excluded).toEqual([{ kind: 'litigation', matter: 'a1', remark: '同一专利已申领' }]);
    expect(exclude(out, first!, false).excluded).toEqual([]);
    expect(judge(out, a, { verdict: 'not', remark: '不实' }).excluded).toEqual([]);
  });

  it('leads to the first fact that is open: not judged, or judged against without words', () => {
    expect(firstOpen(empty, [a, b])?.id).toBe('A');
    expect(firstOpen(metRest(empty, [a, b]), [a, b])).toBeUndefined();
    expect(firstOpen(judge(metRest(empty, [a, b]), b, { verdict: 'unclear' }), [a, b])?.id).toBe('B');
  });

  it('carries an earlier check over to the facts that are still there', () => {
    const earlier = exclude(metRest(empty, [a, b]), b.matters[0]!, true);
    expect(carriedOver(earlier, [a])).toEqual({ entries: [{ id: 'A', verdict: 'met', remark: '' }], excluded: [], remark: '' });
  });
});

describe('The chain of amounts', () => {
  const earned = { ceilingFen: 3_000_000, paidAs: 'cash', isFixed: false, code: 'OK', says: '', zone: null, unconfirmed: [] } as const;

  it('is computed from the ceiling and the published share until something is proposed', () => {
    expect(chainOf({ earned }, 8333)).toMatchObject({ ceilingFen: 3_000_000, rate: 8333, computedFen: 2_499_900, proposedFen: null });
    expect(chainOf({ earned: { ...earned, isFixed: true } }, 8333).computedFen).toBe(3_000_000);
  });

  it('says nothing of the computed amount to those who do not see the budget', () => {
    expect(chainOf({ earned }, undefined)).toMatchObject({ ceilingFen: 3_000_000, computedFen: null });
  });

  it('stands as it was proposed, whatever the line says later', () => {
    const proposal = {
      ceilingFen: 2_000_000,
      rate: 10_000,
      computedFen: 2_000_000,
      amountFen: 1_500_000,
      reason: '部分服务未完成',
      similar: null,
    };
    const chain = chainOf({ earned, proposal, decision: { amountFen: 1_500_000, on: '2021-05-01', validTo: null } }, 5000);
    expect(chain).toEqual({
      ceilingFen: 2_000_000,
      rate: null,
      isFixed: false,
      computedFen: 2_000_000,
      proposedFen: 1_500_000,
      decidedFen: 1_500_000,
    });
  });
});

describe('A ledger entry', () => {
  const posting = (side: string, account: string, amountFen: number) => ({ side, account, amountFen });
  const payables = [posting('credit', 'payable/a', 100_000), posting('credit', 'payable/b', 100_000)];

  it('moved what one book moved, not twice for two books', () => {
    const budget = [posting('debit', 'spent/2021/9.3', 200_000), posting('credit', 'reserved/2021/9.3', 200_000)];
    expect(movedIn([...budget, posting('debit', 'granted/2021/9.3', 200_000), ...payables])).toBe(200_000);
  });

  it('is told to those who see their own accounts only as the sum of those', () => {
    expect(movedIn(payables)).toBe(200_000);
    expect(movedIn([])).toBe(0);
  });
});

describe('What the case says', () => {
  it('marks the matters of conditions that are not met', () => {
    const check = { clause: '9.6', title: '', explains: '', source: '' };
    const checks = [
      { ...check, status: 'to_be_judged' as const, about: ['litigation/a1'] },
      { ...check, status: 'met' as const, about: ['litigation/b1'] },
    ];
    expect([...disputedOf({ checks })]).toEqual(['litigation/a1']);
  });

  it('names who did something last', () => {
    const moment = { at: '', title: '', clause: '', officeTitle: '', organisationName: '', toTitle: '', note: null };
    const timeline = [
      { ...moment, seq: 3, event: 'propose', personName: '乙' },
      { ...moment, seq: 1, event: 'propose', personName: '甲' },
      { ...moment, seq: 4, event: 'approve', personName: '丙' },
    ];
    expect(doneBy({ timeline }, 'propose')).toBe('乙');
    expect(doneBy({ timeline }, 'file')).toBe('');
  });
});

describe('What a recovery finds false', () => {
  const [a1, a2] = a.matters;
  const matters = [a1, a2].flatMap((one) => one ?? []);
  const recovery = {
    findings: '',
    documentNumber: '',
    demandedFen: null,
    falseMatters: matters,
    barMonths: 12,
    barReason: '',
    barredUntil: '2022-03-01',
  };
  const correction = { restored: matters.slice(0, 1), liftsBar: false, reason: '', documentNumber: '', on: '2021-04-01' };

  it('is nothing until it is ticked, each matter once, and a whole fact at once', () => {
    expect(chosenIn(undefined)).toEqual([]);
    expect(choose(choose([], matters, true), matters.slice(0, 1), true)).toHaveLength(2);
    expect(choose(matters, a.matters, false)).toEqual([]);
  });

  it('stands until it was given back, and so does the bar', () => {
    expect(stillFalse({ ...recovery, corrections: [] })).toEqual(matters);
    expect(stillFalse({ ...recovery, corrections: [correction] })).toEqual(matters.slice(1));
    expect(isLifted({ ...recovery, corrections: [correction] })).toBe(false);
    expect(isLifted({ ...recovery, corrections: [correction, { ...correction, liftsBar: true }] })).toBe(true);
  });
});
