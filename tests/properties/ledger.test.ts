import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fen, fen } from '#core/kernel/money.ts';
import { accountKey, accountKinds, accountOf, balanceSide, bookOf, type BudgetItem, budgetItems } from '#core/ledger/accounts.ts';
import * as entries from '#core/ledger/entries.ts';
import { balanceIn, replay, shortIn } from '#core/ledger/replay.ts';

const money = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5_000_000_00 })).map(fen);
const line = fc.record({ year: fc.integer({ min: 2020, max: 2022 }), item: fc.constantFrom(...budgetItems) });
const name = fc.constantFrom('a', 'b', 'c1e6d2f4-0000-4000-8000-000000000000');
const dues = fc.array(fc.record({ payee: name, amount: money }), { minLength: 1, maxLength: 4 });
const sum = (payees: readonly entries.Due[]): Fen => fen(payees.reduce((all, { amount }) => all + amount, 0));

/** Every way to make an entry. */
const anyEntry: fc.Arbitrary<entries.Entry> = fc.oneof(
  fc
    .tuple(fc.constantFrom(entries.appropriate, entries.withdrawAppropriation, entries.reserve, entries.releaseReservation), line, money)
    .map(([make, ...rest]) => make(...rest)),
  fc
    .tuple(fc.constantFrom(entries.grantCash, entries.cancelPayable), line, dues)
    .map(([make, on, payees]) => make(on, sum(payees), payees)),
  fc.tuple(fc.constantFrom(entries.issueVoucher, entries.lapseVoucher), line, money, name).map(([make, ...rest]) => make(...rest)),
  fc.tuple(name, name, money).map((all) => entries.presentVoucher(...all)),
  fc.tuple(fc.constantFrom(entries.acceptVoucherUse, entries.returnVoucherUse), name, money, name).map(([make, ...rest]) => make(...rest)),
  fc.tuple(name, dues).map((all) => entries.payOut(...all)),
  fc.tuple(name, money).map((all) => entries.confirmPaid(...all)),
  fc.tuple(name, name, money).map((all) => entries.bouncePayment(...all)),
  fc.tuple(fc.constantFrom(entries.demandBack, entries.repay), line, name, money).map(([make, ...rest]) => make(...rest)),
);
const anyMovement = fc.tuple(anyEntry, fc.boolean()).map(([entry, isBack]) => (isBack ? entries.reversalOf(entry) : entry));

/** The movements of a list that are possible one after the other. */
function possible(list: readonly entries.Entry[]): entries.Entry[] {
  const done: entries.Entry[] = [];
  for (const entry of list) if (shortIn(replay(done), entry).length === 0) done.push(entry);
  return done;
}

/** Money first, so that something can happen. */
const history = fc
  .array(anyMovement, { maxLength: 25 })
  .map((list) =>
    possible([
      ...budgetItems.flatMap((item) => [2020, 2021, 2022].map((year) => entries.appropriate({ year, item }, fen(900_000_00)))),
      ...list,
    ]),
  );

const change = <T>(list: readonly T[], at: number, by: (one: T) => readonly T[]): T[] =>
  list.flatMap((one, i) => (i === at % list.length ? by(one) : [one]));

describe('An entry', () => {
  it('balances in each book, names an account once and moves the same in both books', () => {
    fc.assert(
      fc.property(anyMovement, (entry) => {
        expect(entries.faultsOf(entry)).toEqual([]);
        const moved = (['budget', 'financial'] as const).map((book) => {
          const own = entry.postings.filter(({ account }) => bookOf(account.kind) === book);
          const on = (side: string) => own.filter((one) => one.side === side).reduce((all, { amount }) => all + amount, 0);
          expect(on('debit')).toBe(on('credit'));
          return on('debit');
        });
        expect(new Set(moved.filter((amount) => amount > 0)).size).toBe(1);
      }),
    );
  });

  it('is made in every kind there is', () => {
    const made = new Set(fc.sample(anyMovement, 2_000).map(({ kind }) => kind));
    expect([...made].sort()).toEqual([...entries.entryKinds].sort());
  });

  it('is at fault with a posting more or less, on the other side, of another amount or on another sort of account', () => {
    fc.assert(
      fc.property(anyEntry, fc.nat(), ({ kind, postings }, at) => {
        const spoiled = [
          change(postings, at, () => []),
          change(postings, at, (one) => [one, one]),
          change(postings, at, (one) => [{ ...one, side: one.side === 'debit' ? ('credit' as const) : ('debit' as const) }]),
          change(postings, at, (one) => [{ ...one, amount: fen(one.amount + 1) }]),
          change(postings, at, (one) => [{ ...one, amount: fen(0) }]),
          change(postings, at, (one) => [
            { ...one, account: one.account.kind === 'treasury' ? accountOf('payable/x') : accountOf('treasury') },
          ]),
          [],
        ];
        for (const wrong of spoiled) expect(entries.faultsOf({ kind, postings: wrong })).not.toEqual([]);
      }),
    );
  });

  it('can not be made of nothing, of a part of a fen, or of shares that do not add up', () => {
    const on = { year: 2020, item: '9.4' } as const;
    expect(() => entries.reserve(on, fen(0))).toThrow('not at least one fen');
    expect(() => entries.reserve(on, 0.5 as Fen)).toThrow('not at least one fen');
    expect(() => entries.payOut('b', [])).toThrow('not at least one fen');
    expect(() => entries.grantCash(on, fen(10), [{ payee: 'a', amount: fen(9) }])).toThrow('does not balance');
    expect(() => entries.reserve({ year: 2020, item: '9.6' as BudgetItem }, fen(1))).toThrow('not a budget line');
    expect(() => entries.presentVoucher('a/b', 'c', fen(1))).toThrow('not the subject');
  });

  it('owes a payee named twice the sum', () => {
    const entry = entries.payOut('b', [
      { payee: 'a', amount: fen(3) },
      { payee: 'a', amount: fen(4) },
    ]);
    expect(entries.changesOf(entry)).toEqual([
      ['payable/a', -7],
      ['in_transit/b', 7],
    ]);
  });
});

describe('A journal', () => {
  it('gives by replay the balances that adding up line by line gives', () => {
    fc.assert(
      fc.property(history, (list) => {
        const sums: Record<string, number> = {};
        for (const { account, side, amount } of list.flatMap(({ postings }) => postings))
          sums[accountKey(account)] = (sums[accountKey(account)] ?? 0) + (side === balanceSide(account.kind) ? 1 : -1) * amount;
        expect(Object.fromEntries(replay(list))).toEqual(sums);
        expect(Object.values(sums).every((sum) => sum >= 0)).toBe(true);
      }),
    );
  });

  it('keeps appropriated equal to available, reserved and spent, and both books equal', () => {
    fc.assert(
      fc.property(history, (list) => {
        const balances = replay(list);
        const held = (kind: string) => [...balances].reduce((all, [key, balance]) => (key.split('/')[0] === kind ? all + balance : all), 0);
        for (const item of budgetItems)
          for (const year of [2020, 2021, 2022]) {
            const on = (kind: string) => balanceIn(balances, `${kind}/${year}/${item}`);
            expect(on('appropriated')).toBe(on('available') + on('reserved') + on('spent'));
          }
        expect(held('payable') + held('voucher') + held('presented') + held('in_transit') + held('treasury')).toBe(
          held('granted') + held('receivable'),
        );
        expect(held('spent')).toBe(held('granted') + held('receivable'));
      }),
    );
  });

  it('is as if nothing had happened after an entry and its reversal', () => {
    fc.assert(
      fc.property(history, anyEntry, (list, entry) => {
        fc.pre(shortIn(replay(list), entry).length === 0);
        const before = Object.fromEntries(replay(list));
        const after = Object.fromEntries(
          [...replay([...list, entry, entries.reversalOf(entry)])].filter(([key, balance]) => key in before || balance > 0),
        );
        expect(after).toEqual(before);
        expect(() => entries.reversalOf(entries.reversalOf(entry))).toThrow('not reversed');
      }),
    );
  });

  it('takes no account below zero', () => {
    expect(() => replay([entries.reserve({ year: 2020, item: '9.1' }, fen(1))])).toThrow('available/2020/9.1 falls below zero');
  });
});

describe('The key of an account', () => {
  it('names it and no other, and reads back', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyMovement, ({ postings }) => {
        for (const { account } of postings) {
          expect(accountOf(accountKey(account))).toEqual(account);
          seen.add(account.kind);
        }
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual([...accountKinds].sort());
  });

  it.each([
    '',
    'cash',
    'payable',
    'payable/',
    'payable/a/b',
    'treasury/x',
    'available/2020',
    'available/2020/9.6',
    'available/02020/9.4',
    'available/1999/9.4',
    'toString/x',
  ])('is not “%s”', (key) => {
    expect(() => accountOf(key)).toThrow(RangeError);
  });
});
