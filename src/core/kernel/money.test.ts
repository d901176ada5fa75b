import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, fen, lesserFen, remainingFen, wanYuan, wholeYuan, yuan } from './money.ts';

const anyFen = fc.integer({ min: 0, max: 1_000_000_000_000 }).map(fen);

describe('an amount of money', () => {
  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])('%d is not an amount in fen', (amount) => {
    expect(() => fen(amount)).toThrow(RangeError);
  });

  it('one yuan is 100 fen and one wan yuan is 10,000 yuan', () => {
    expect(yuan(1)).toBe(100);
    expect(wanYuan(1)).toBe(yuan(10_000));
    expect(wanYuan(5)).toBe(5_000_000);
    expect(wanYuan(0)).toBe(0);
  });

  it('yuan are given whole: fen are never smuggled in as decimals', () => {
    expect(() => yuan(0.01)).toThrow(RangeError);
    expect(() => yuan(-1)).toThrow(RangeError);
  });

  it.each([4.1, 2.01, 0.0079, 1.5, 0.000001])('%d wan yuan is an amount to the fen', (amount) => {
    expect(wanYuan(amount)).toBe(Math.round(amount * 1_000_000));
  });

  it.each([0.0000001, 1.23456789, -5, Number.NaN, Number.POSITIVE_INFINITY, 1e12])('%d wan yuan is not an amount in fen', (amount) => {
    expect(() => wanYuan(amount)).toThrow(RangeError);
  });

  it('any amount written in wan yuan with six decimals reads back to the fen', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        const written = `${Math.floor(amount / 1_000_000)}.${String(amount % 1_000_000).padStart(6, '0')}`;
        expect(wanYuan(Number(written))).toBe(amount);
      }),
    );
  });

  it('whole yuan cut off the fen and never round up (I-46)', () => {
    expect(wholeYuan(fen(199))).toBe(1);
    expect(wholeYuan(fen(99))).toBe(0);
    fc.assert(
      fc.property(anyFen, (amount) => {
        const kept = yuan(wholeYuan(amount));
        expect(kept).toBeLessThanOrEqual(amount);
        expect(amount - kept).toBeLessThan(100);
      }),
    );
  });

  it('what is left is never negative, and what was used is never lost', () => {
    expect(remainingFen(yuan(5), yuan(8))).toBe(0);
    fc.assert(
      fc.property(anyFen, anyFen, (total, used) => {
        expect(addFen(lesserFen(total, used), remainingFen(total, used))).toBe(total);
      }),
    );
  });

  it('the lesser of two amounts does not depend on their order', () => {
    expect(lesserFen(wanYuan(5), wanYuan(3))).toBe(wanYuan(3));
    fc.assert(
      fc.property(anyFen, anyFen, (a, b) => {
        expect(lesserFen(a, b)).toBe(Math.min(a, b));
        expect(lesserFen(a, b)).toBe(lesserFen(b, a));
      }),
    );
  });

  it('sums that no longer fit exactly are refused instead of rounded', () => {
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError);
  });
});
