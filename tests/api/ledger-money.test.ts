import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fen } from '#core/kernel/money.ts';
import { lineAccount, subjectAccount, treasury } from '#core/ledger/accounts.ts';
import * as entries from '#core/ledger/entries.ts';
import { inTx, reading, type Scope } from '#server/db/transaction.ts';
import { accountStatement, balanceOf, budgetLines, journalOfCase, postEntry } from '#server/stores/ledger.ts';
import { scopeIn } from '../reliability/ledger-offices.ts';
import { ask, askRaw, at, emptyLedger, openLedger, rawLines, storedBalances } from '../reliability/ledger-real.ts';
import { agrees } from '../reliability/ledger-run.ts';
import { line, story, tellStory } from '../reliability/ledger-story.ts';
import { testDatabase } from '../support/database.ts';

const real = await openLedger(await testDatabase(), 32);
const [ownKase] = real.kases;
afterAll(real.close);
beforeEach(() => emptyLedger(real));

const one = fen(1);
const ten = fen(10_00);
const approver = 'centre_approver';
const owned = (sql: string) => real.owner.query<Record<string, unknown>>(sql);
const agency = (organisation: string): Scope => scopeIn('agency', organisation);

describe('The last yuan', () => {
  const claimants = 64;

  it('goes to as many of 64 at once as there is room for, and not to one more', async () => {
    await ask(real, { entry: entries.appropriate(line, fen(10 * 100)), kase: null, office: approver });
    const outcomes = await Promise.all(
      Array.from({ length: claimants }, () =>
        inTx(real.pool, agency(real.agency), (tx) => postEntry(tx, { entry: entries.reserve(line, fen(100)), kase: ownKase, at })),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'insufficient')).toHaveLength(claimants - 10);
    expect(await storedBalances(real)).toEqual({ 'appropriated/2020/9.4': 1000, 'reserved/2020/9.4': 1000 });
  });

  it('is spent several times over by code that looks first and writes then', async () => {
    await owned(`create table naive_reservation (amount bigint not null); grant select, insert on naive_reservation to jixia_app`);
    let looked = 0;
    let openGate = () => {};
    const gate = new Promise<void>((resolve) => (openGate = resolve));
    const claim = (n: number) =>
      inTx(real.pool, agency(real.agency), async (tx) => {
        const used = await tx.one<{ sum: number }>(`select coalesce(sum(amount), 0) as sum from naive_reservation`);
        looked += 1;
        if (looked === 24) openGate();
        if (n < 24) await gate;
        return (used?.sum ?? 0) + 100 <= 1000 ? tx.run(`insert into naive_reservation values (100)`) : 0;
      });
    const granted = await Promise.all(Array.from({ length: claimants }, (_, n) => claim(n)));
    await owned(`drop table naive_reservation`);
    expect(granted.filter((n) => n === 1).length).toBeGreaterThan(10);
  });

  it('of a voucher presented many times at once is presented once', async () => {
    await tellStory(real);
    const uses = Array.from({ length: 20 }, (_, n) => entries.presentVoucher('v1', `use-${n}`, ten));
    const outcomes = await Promise.all(uses.map((entry) => ask(real, { entry, kase: ownKase, office: 'agency' })));
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(1);
  });
});

describe('Reading the ledger', () => {
  const seen = (scope: Scope) =>
    reading(real.pool, scope, async (tx) => ({
      accounts: (await tx.rows<{ key: string }>(`select key from ledger_account order by key`)).map(({ key }) => key),
      postings: (await tx.rows(`select 1 from posting`)).length,
      journals: (await tx.rows(`select 1 from journal`)).length,
    }));

  it('shows the city, finance and audit everything, an organisation its own accounts, and nobody else anything', async () => {
    await tellStory(real);
    const owners = { 'payable/mine': real.agency, 'payable/theirs': real.rival };
    const payees = [
      { payee: 'mine', amount: one },
      { payee: 'theirs', amount: one },
    ];
    await ask(real, { entry: entries.grantCash(line, fen(2), payees), kase: ownKase, office: approver, owners });
    const all = await seen(scopeIn('centre_officer'));
    expect(all.journals).toBe(story.length + 1);
    for (const office of ['centre_approver', 'finance', 'auditor', 'system', 'clock'] as const)
      expect(await seen(scopeIn(office)), office).toEqual(all);
    expect(await seen(agency(real.agency))).toEqual({ accounts: ['payable/mine'], postings: 1, journals: 1 });
    expect(await seen(agency(real.rival))).toEqual({ accounts: ['payable/theirs'], postings: 1, journals: 1 });
    for (const office of [
      'nobody',
      'public',
      'agency',
      'enterprise',
      'bank',
      'expert',
      'county_approver',
      'applicant',
      'administrator',
    ] as const)
      expect(await seen(scopeIn(office)), office).toEqual({ accounts: [], postings: 0, journals: 0 });
  });

  it('gives balances, lines of the budget, the entries of a case and statements to the fen', async () => {
    await tellStory(real);
    await ask(real, { entry: entries.appropriate({ year: 2021, item: '9.1' }, one), kase: null, office: approver });
    const auditor = scopeIn('auditor');
    await reading(real.pool, auditor, async (tx) => {
      expect(await balanceOf(tx, lineAccount('available', line))).toBe(20_00);
      expect(await balanceOf(tx, treasury)).toBe(10_00);
      expect(await balanceOf(tx, subjectAccount('payable', 'nobody'))).toBe(0);
      const [first, ...more] = await budgetLines(tx, null);
      expect(first).toEqual({ year: 2020, item: '9.4', appropriated: 100_00, available: 20_00, reserved: 20_00, spent: 60_00 });
      expect(more).toEqual([{ year: 2021, item: '9.1', appropriated: 1, available: 1, reserved: 0, spent: 0 }]);
      expect(await budgetLines(tx, 2021)).toEqual(more);
      const journal = await journalOfCase(tx, ownKase);
      expect(journal.map(({ kind, office }) => [office, kind])).toEqual(story.map(([office, { kind }]) => [office, kind]));
      expect(journal.map(({ postings }) => postings)).toEqual(story.map(([, entry]) => rawLines(entry)));
      const newest = await accountStatement(tx, 'reserved/2020/9.4', { before: null, limit: 2 });
      expect(newest.map(({ kind, side, amount, balance_after }) => [kind, side, amount, balance_after])).toEqual([
        ['issue_voucher', 'credit', 30_00, 20_00],
        ['grant_cash', 'credit', 30_00, 50_00],
      ]);
      const older = await accountStatement(tx, 'reserved/2020/9.4', { before: newest.at(-1)?.id ?? null, limit: 2 });
      expect(older.map(({ kind, balance_after }) => [kind, balance_after])).toEqual([['reserve', 80_00]]);
    });
  });

  it('throws rather than round an amount beyond what can be counted exactly', async () => {
    await tellStory(real);
    await owned(`set session_replication_role = replica; alter table ledger_account drop constraint ledger_account_balance_check`);
    await owned(`update ledger_account set balance = 9007199254740993 where key = 'treasury'`);
    await expect(reading(real.pool, scopeIn('auditor'), (tx) => balanceOf(tx, treasury))).rejects.toThrow(RangeError);
    await owned(
      `update ledger_account set balance = 0 where key = 'treasury'; alter table ledger_account add constraint ledger_account_balance_check check (balance between 0 and 9007199254740991); set session_replication_role = origin`,
    );
  });

  it('agrees with the ledger in memory after a whole story and its undoing', async () => {
    const model = await tellStory(real);
    await agrees(model, real);
    for (const { id, entry } of [...model.journal].toReversed()) {
      const office = story.find(([, one]) => one.kind === entry.kind)?.[0] ?? approver;
      const wanted = { id: randomUUID(), entry: entries.reversalOf(entry), kase: ownKase, reverses: id };
      expect(await ask(real, { ...wanted, office }), entry.kind).toBe('posted');
      model.add(wanted);
    }
    expect(await storedBalances(real)).toEqual({});
    await agrees(model, real);
    expect(await askRaw(real, { kind: 'reversal', reverses: randomUUID(), lines: [], office: approver })).toBe('error 23514');
  });
});
