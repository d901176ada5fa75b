import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuan } from '#core/kernel/money.ts';
import type { AnyProcess } from '#core/process/define.ts';
import type { LineFact } from '#core/process/facts.ts';
import { begun, mayStillDo, moved, refusedCodes, tableOf } from '../../../tests/support/pure.ts';
import { line } from '../../../tests/support/pure-claim.ts';
import { possibleRate, settlement as definition } from './process.ts';

const settlement = definition as unknown as AnyProcess;
/** Three claims ask 120,000 and there are 100,000; one fixed sum of 10,000 stands before them. */
const short = line({
  available: 4_000_000,
  reserved: 6_000_000,
  asked: 12_000_000,
  askedFixed: 1_000_000,
  unfunded: 7_000_000,
  waiting: 2,
});
const input = { year: 2021, item: '9.4', rate: 7500, documentNumber: '淄知结〔2021〕1号', reason: '年度预算不足，按比例结算' };
const begin = (budgetLine: LineFact, more: object = {}) =>
  begun(settlement, { as: 'centre_officer', input: { ...input, ...more }, facts: { budgetLine } });

describe('A short line settled by one share', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(settlement)).toMatchInlineSnapshot(`
      "drafted: centre_officer: drop
      drafted: centre_approver: publish drop
      published: nobody, nothing
      dropped: nobody, nothing"
    `);
  });

  it('takes two persons', () => {
    expect(mayStillDo(settlement, 'drafted', { role: 'centre_approver', did: 'open' })).toEqual([]);
    expect(() => begun(settlement, { as: 'centre_approver', input, facts: { budgetLine: short } })).toThrow('not_allowed');
  });

  it('is published with the share, the rounding and the fixed sums told', () => {
    const { next, effects } = moved(settlement, begin(short), { as: 'centre_approver', event: 'publish', facts: { budgetLine: short } });
    expect(next.state).toBe('published');
    expect(effects[0]).toEqual({ kind: 'set settlement rate', when: 'with', line: { year: 2021, item: '9.4' }, rate: 7500 });
    expect(JSON.stringify(effects[1])).toMatch(/75\.00%，每件向下取整到元；定额的证书补助不打折/);
  });

  it.each([
    ['more than the line reaches', short, { rate: 7501 }, '最高只能到75.00%（7500）'],
    ['a line that is not short', line({ available: 1 }), {}, '预算足够，不需要按比例结算'],
    ['a line settled before', line({ ...short, rate: 5000 }), {}, '该年度该项已经公布过结算比例'],
    ['the whole', short, { rate: 10_000 }, '不足100%才需要结算'],
    ['nothing', short, { rate: 0 }, '至少1'],
    ['a part of a hundredth', short, { rate: 12.5 }, '请填写整数'],
  ])('is not drafted for %s', (_name, budgetLine, more, says) => {
    expect(() => begin(budgetLine, more)).toThrow(says);
  });

  it('is looked at again when it is published: money may have gone meanwhile', () => {
    const less = line({ ...short, available: 3_999_999 });
    const publish = (budgetLine: LineFact) =>
      refusedCodes(settlement, begin(short), { as: 'centre_approver', event: 'publish', facts: { budgetLine } });
    expect(publish(less)).toEqual(['rate_too_high']);
    expect(publish(line({ ...short, rate: 1 }))).toEqual(['rate_decided']);
    expect(publish(line({ ...short, unfunded: 0 }))).toEqual(['line_not_short']);
    expect(moved(settlement, begin(short), { as: 'centre_approver', event: 'drop', input: { reason: '先行追加预算' } }).next.state).toBe(
      'dropped',
    );
  });
});

describe('The share that can be paid', () => {
  it('is all where nothing is asked or enough is there, and nothing where the fixed sums take it all', () => {
    expect(possibleRate(line())).toBe(10_000);
    expect(possibleRate(line({ available: 10, asked: 9 }))).toBe(10_000);
    expect(possibleRate(line({ available: 500, asked: 900, askedFixed: 501 }))).toBe(0);
    expect(possibleRate(short)).toBe(7500);
  });

  it('always covers every claim rounded down, and one hundredth more does not unless rounding leaves it', () => {
    const whole = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 8 }), whole, fc.integer({ min: 0, max: 100_000 }), (claims, money, fixed) => {
        const asked = claims.reduce((sum, one) => sum + one, 0);
        const rate = possibleRate(line({ available: yuan(money), asked: yuan(asked), askedFixed: yuan(fixed) }));
        const paid = (share: number) => claims.reduce((sum, one) => sum + Math.floor((one * share) / 10_000), 0);
        const isCovered = rate === 0 || paid(rate) + fixed <= money;
        const isMost = rate === 10_000 || money < fixed || (asked * (rate + 1)) / 10_000 + fixed > money;
        expect([isCovered, isMost]).toEqual([true, true]);
      }),
    );
  });
});
