import { describe, expect, it } from 'vitest';
import { dupFact } from '../reliability/dup-fact.ts';
import { lastYuan } from '../reliability/last-yuan.ts';
import { vouchers } from '../reliability/voucher.ts';
import { testGround } from '../support/database.ts';

/** The goals M1 to M3 in small, with every commit; `npm run reliability` plays them in full, on a durable server. */
const ground = testGround();
const seed = 20_200_901;

describe('The last yuan', { timeout: 120_000 }, () => {
  const round = { claimants: 40, warmers: 5, atOnce: 16, rounds: 1, seed, ground };

  it('goes to as many of those who file at once as it reaches for; nobody gets too much, nobody is lost', async () => {
    expect(await lastYuan({ ...round, isBroken: false })).toMatchObject({ misses: [], rounds: 1, overspentYuan: 0, answers5xx: 0 });
  });

  it('is given away twice by a ledger that looks first and writes later, and the run says so', async () => {
    const { misses, overspentYuan } = await lastYuan({ ...round, isBroken: true });
    expect(misses).not.toEqual([]);
    expect(overspentYuan).toBeGreaterThan(0);
  });
});

describe('A voucher presented twenty times at once', { timeout: 120_000 }, () => {
  const round = { parallel: 20, vouchers: 3, seed, ground };

  it('is spent once before its end and never after it, and everybody else is told the same', async () => {
    expect(await vouchers({ ...round, isBroken: false })).toMatchObject({ misses: [], presentations: 60, successes: 2, ended: 4 });
  });

  it('is spent more than once where the ledger lets a balance go below zero, and the run says so', async () => {
    const { misses, successes } = await vouchers({ ...round, isBroken: true });
    expect(misses).not.toEqual([]);
    expect(successes).toBeGreaterThan(2);
  });
});

describe('One matter under two spellings, claimed by two agencies at once', { timeout: 120_000 }, () => {
  const round = { races: 6, seed, ground };

  it('is in dispute for both, and neither can tell it from a matter that nobody disputes', async () => {
    expect(await dupFact({ ...round, isBroken: false })).toMatchObject({ misses: [], disputes: 6 });
  });

  it('is told apart where spellings are compared as they were typed, and the run says so', async () => {
    expect((await dupFact({ ...round, isBroken: true })).misses).not.toEqual([]);
  });
});
