import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atShare, fenOfTyped, keptMoney, piecesOf, plainYuan, settledMoney, shareText, yuanText } from './money.ts';

describe('Typed yuan', () => {
  it('is read to the fen, however it was copied', () => {
    const typed = ['1234.5', '1,234.50', '１２３４．５', '1 234.5元', '¥1234.5', '.05', '5.', '0.29', '1.1'];
    expect(typed.map(fenOfTyped)).toEqual([123450, 123450, 123450, 123450, 123450, 5, 500, 29, 110]);
  });

  it('is refused where it is no amount: a third decimal, a sign, letters, nothing', () => {
    expect(['1.005', '-3', '3万', '', '.', '1.2.3', '12345678901234'].map(fenOfTyped)).toEqual(Array(7).fill(undefined));
  });

  it('comes back from its own spelling for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000_00 }), (fen) => {
        expect(fenOfTyped(plainYuan(fen))).toBe(fen);
        expect(fenOfTyped(yuanText(fen))).toBe(fen);
      }),
    );
  });

  it('stays text while it is being typed, so that no character jumps', () => {
    expect(['1', '12.', '12.5', '12.50', '012.50', 'abc'].map(keptMoney)).toEqual(['1', '12.', '12.5', 1250, '012.50', 'abc']);
    expect(keptMoney('')).toBeUndefined();
    expect(['12.5', 'abc', 700, undefined].map(settledMoney)).toEqual([1250, 'abc', 700, undefined]);
  });
});

describe('Amounts as they are read', () => {
  it('are grouped and keep their fen', () => {
    expect([0, 5, 100, 123456705, 5000000].map((fen) => yuanText(fen))).toEqual(['0.00', '0.05', '1.00', '1,234,567.05', '50,000.00']);
    expect([5000000, 5000050].map((fen) => yuanText(fen, true))).toEqual(['50,000', '50,000.50']);
  });

  it('say a share in per cent without false digits', () => {
    expect([10_000, 8250, 8333, 1].map(shareText)).toEqual(['100%', '82.5%', '83.33%', '0.01%']);
  });

  it('are cut to whole yuan by a share, and not at all where the sum is fixed or no share is published', () => {
    expect(atShare(3_000_000, 8333, false)).toBe(2_499_900);
    expect(atShare(100_000, 9999, false)).toBe(99_900);
    expect(atShare(3_000_000, 8333, true)).toBe(3_000_000);
    expect(atShare(3_000_000, null, false)).toBe(3_000_000);
  });
});

describe('A bar', () => {
  it('is full, keeps the order and leaves out nothing that is there', () => {
    expect(
      piecesOf([
        ['a', 25],
        ['b', 0],
        ['c', 75],
      ]),
    ).toEqual([
      { key: 'a', width: 25 },
      { key: 'c', width: 75 },
    ]);
    expect(piecesOf([['a', 0]])).toEqual([]);
    const tiny = piecesOf([
      ['a', 1],
      ['b', 1_000_000],
    ]);
    expect(tiny[0]?.width).toBe(1.5);
    expect(tiny.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100, 9);
  });

  it('never shows a piece of less than nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 6 }), (amounts) => {
        const pieces = piecesOf(amounts.map((amount, index) => [String(index), amount] as const));
        expect(pieces.every(({ width }) => width > 0)).toBe(true);
        const whole = pieces.reduce((sum, { width }) => sum + width, 0);
        expect(whole).toBeCloseTo(amounts.some((amount) => amount > 0) ? 100 : 0, 6);
      }),
    );
  });
});
