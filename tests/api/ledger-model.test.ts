import { afterAll, describe, expect, it } from 'vitest';
import { mutants } from '../reliability/ledger-mutants.ts';
import { openLedger } from '../reliability/ledger-real.ts';
import { playHistories } from '../reliability/ledger-run.ts';
import { testDatabase } from '../support/database.ts';

const real = await openLedger(await testDatabase());
const broken = await openLedger(await testDatabase());
afterAll(() => Promise.all([real.close(), broken.close()]));

/** A few of the mutants that `model-night --mutants` plays all of. */
const playable = ['receivable-side', 'lost-update', 'posts-twice'];

/** As many as reliability goal M4 asks of every run of CI; `model-night` plays a million. */
const commands = process.env.CI ? 20_000 : 2_000;

describe('The ledger in PostgreSQL', () => {
  it('holds what a ledger in memory holds, whatever happens to it', { timeout: 900_000 }, async () => {
    const result = await playHistories(real, { commands, seed: 20_200_901, isShrinking: true });
    expect(result.miss).toBeNull();
    expect(result.commands).toBeGreaterThanOrEqual(commands);
    expect(result.entries).toBeGreaterThan(commands / 4);
  });

  it.each(playable)('parts from it when a fault is built in: %s', { timeout: 60_000 }, async (name) => {
    const mutant = mutants.find((one) => one.name === name);
    const { rows } = await broken.owner.query<{ text: string }>(
      `select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'app'::regnamespace and proname in ('post_entry', 'account_side')`,
    );
    await mutant?.apply(broken.owner);
    expect((await playHistories(broken, { commands: 3_000, seed: 20_200_901 })).miss).not.toBeNull();
    for (const { text } of rows) await broken.owner.query(text);
  });

  it('agrees again once the faults are taken out', { timeout: 60_000 }, async () => {
    expect((await playHistories(broken, { commands: 100, seed: 7 })).miss).toBeNull();
  });
});
