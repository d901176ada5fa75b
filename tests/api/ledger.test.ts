import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fen } from '#core/kernel/money.ts';
import { accountKinds, balanceSide, bookOf } from '#core/ledger/accounts.ts';
import * as entries from '#core/ledger/entries.ts';
import type { Scope } from '#server/db/transaction.ts';
import { moveKinds, type MoveKind } from '../reliability/ledger-model.ts';
import { askingOffices, postingOffices, scopeIn } from '../reliability/ledger-offices.ts';
import { ask, type Asked, beginIn, emptyLedger, openLedger, storedBalances } from '../reliability/ledger-real.ts';
import { line, tellStory } from '../reliability/ledger-story.ts';
import { testDatabase } from '../support/database.ts';

const real = await openLedger(await testDatabase());
const [ownKase] = real.kases;
afterAll(real.close);
beforeEach(() => emptyLedger(real));

const ten = fen(10_00);
const approver = 'centre_approver';

/** One fen of everything that can be done after the story. */
const one = fen(1);
const possible: Readonly<Record<MoveKind, entries.Entry>> = {
  appropriate: entries.appropriate(line, one),
  withdraw_appropriation: entries.withdrawAppropriation(line, one),
  reserve: entries.reserve(line, one),
  release_reservation: entries.releaseReservation(line, one),
  grant_cash: entries.grantCash(line, one, [{ payee: 'p1', amount: one }]),
  issue_voucher: entries.issueVoucher(line, one, 'v2'),
  present_voucher: entries.presentVoucher('v1', 'u2', one),
  accept_voucher_use: entries.acceptVoucherUse('u1', one, 'p1'),
  return_voucher_use: entries.returnVoucherUse('u1', one, 'v1'),
  lapse_voucher: entries.lapseVoucher(line, one, 'v1'),
  pay_out: entries.payOut('b2', [{ payee: 'p1', amount: one }]),
  confirm_paid: entries.confirmPaid('b1', one),
  bounce_payment: entries.bouncePayment('b1', 'p2', one),
  cancel_payable: entries.cancelPayable(line, one, [{ payee: 'p1', amount: one }]),
  demand_back: entries.demandBack(line, 'o1', one),
  repay: entries.repay(line, 'o1', one),
};

const owned = (sql: string, values: unknown[] = []) => real.owner.query<Record<string, unknown>>(sql, values);
/** What a statement touches as the program in some office; nothing stays. @throws what the database says. */
async function touched(scope: Scope, sql: string): Promise<number> {
  const client = await real.pool.connect();
  try {
    await beginIn(client, scope);
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('Posting', () => {
  it.each(moveKinds)('%s is for the offices it belongs to, and so is undoing it', async (kind) => {
    await tellStory(real);
    const entry = possible[kind];
    for (const office of askingOffices) {
      const id = randomUUID();
      const isAllowed = postingOffices[kind].includes(office);
      expect(await ask(real, { id, entry, kase: ownKase, office }), office).toBe(isAllowed ? 'posted' : 'error 42501');
      if (!isAllowed) continue;
      for (const other of askingOffices.filter((name) => !postingOffices[kind].includes(name)))
        expect(await ask(real, { entry: entries.reversalOf(entry), kase: ownKase, reverses: id, office: other }), `${other} undoes`).toBe(
          'error 42501',
        );
      expect(await ask(real, { entry: entries.reversalOf(entry), kase: ownKase, reverses: id, office }), office).toBe('posted');
    }
  });

  it('turns red when somebody else is let in', async () => {
    const { rows } = await owned(`select pg_get_functiondef('app.entry_offices'::regproc) as text`);
    const text = String(rows[0]?.['text']);
    await owned(text.replace(`array['finance']`, `array['finance', 'centre_approver']`));
    expect(await ask(real, { entry: possible.confirm_paid, kase: ownKase, office: approver })).not.toBe('error 42501');
    await owned(text);
    expect(await ask(real, { entry: possible.confirm_paid, kase: ownKase, office: approver })).toBe('error 42501');
  });

  it('knows the same kinds, shapes, sides and books in the program and in the database', async () => {
    for (const kind of entries.entryKinds) {
      const { rows } = await owned(`select app.entry_shape($1) as shape, app.entry_offices($1) as offices`, [kind]);
      expect(rows[0]?.['shape'], kind).toEqual(entries.shapeOf(kind)?.toSorted() ?? null);
      const offices = kind === 'reversal' ? [] : postingOffices[kind];
      expect(((rows[0]?.['offices'] ?? []) as string[]).toSorted(), kind).toEqual(offices.toSorted());
    }
    for (const kind of accountKinds) {
      const { rows } = await owned(`select app.account_side($1) as side, app.account_book($1) as book`, [kind]);
      expect(rows[0], kind).toEqual({ side: balanceSide(kind), book: bookOf(kind) });
    }
  });

  it('leaves nothing behind when there is too little, even if the transaction goes on and commits', async () => {
    expect(await ask(real, { entry: entries.issueVoucher(line, ten, 'v9'), kase: null, office: approver })).toBe('insufficient');
    const { rows } = await owned(
      `select (select count(*) from journal) + (select count(*) from posting) + (select count(*) from ledger_account) as n`,
    );
    expect(rows[0]?.['n']).toBe(0);
  });

  it('keeps one entry of an id, whenever the same command comes again', async () => {
    const wanted: Asked = { id: randomUUID(), entry: entries.appropriate(line, ten), kase: null, office: approver };
    for (let times = 0; times < 3; times += 1) expect(await ask(real, wanted)).toBe('posted');
    expect(await ask(real, { ...wanted, entry: entries.appropriate(line, fen(11_00)) })).toBe('error 23505');
    expect(await storedBalances(real)).toEqual({ 'appropriated/2020/9.4': 10_00, 'available/2020/9.4': 10_00 });
  });

  it('throws before it asks the database for an entry that is none', async () => {
    const crooked = { kind: 'reserve', postings: entries.reserve(line, ten).postings.slice(1) } as const;
    await expect(ask(real, { entry: crooked, kase: null, office: 'centre_officer' })).rejects.toThrow('does not balance');
  });
});

describe('What is posted', () => {
  const tables = [
    ['ledger_account', 'balance = balance + 1', `(key) values ('payable/x')`],
    ['journal', `office = ''`, `(id, kind, at, office) values (gen_random_uuid(), 'reserve', now(), 'x')`],
    [
      'posting',
      'amount = amount + 1',
      `(journal, line_no, account, side, amount, balance_after) values (gen_random_uuid(), 1, 1, 'debit', 1, 1)`,
    ],
  ] as const;

  it('is changed by the program in no office, by no statement', async () => {
    await tellStory(real);
    const writes = tables.flatMap(([table, change, row]) => [
      `update ${table} set ${change}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `insert into ${table} ${row}`,
      `alter table ${table} disable trigger all`,
    ]);
    for (const office of askingOffices)
      for (const sql of [...writes, `select app.require_entry('reserve', null, null, '[]')`, `select app.prove_entry(gen_random_uuid())`])
        await expect(touched(scopeIn(office, real.agency), sql), `${sql} as ${office}`).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    `update journal set at = now()`,
    `delete from journal`,
    `truncate journal, posting, ledger_account`,
    `update posting set amount = amount + 1`,
    `delete from posting`,
    `update ledger_account set balance = balance + 1`,
    `update ledger_account set owner = (select id from organisation limit 1)`,
    `delete from ledger_account`,
    `insert into ledger_account (key, balance) values ('payable/x', 5)`,
    `insert into journal (id, kind, at, office) values (gen_random_uuid(), 'reserve', now(), 'x')`,
    `insert into posting (journal, line_no, account, side, amount, balance_after) select journal, 9, (select max(id) from ledger_account), side, amount, balance_after from posting limit 1`,
  ])('is not changed in passing by the owner either: %s', async (sql) => {
    await tellStory(real);
    await expect(owned(sql)).rejects.toMatchObject({ code: 'P0001' });
  });

  /** An entry of the owner's own making, past the function that posts. */
  const slipIn = async (lines: readonly (readonly [key: string, side: string, amount: number])[]) => {
    const id = randomUUID();
    await owned('begin');
    try {
      await owned(`select set_config('app.posting', $1, true)`, [id]);
      await owned(`insert into journal (id, kind, at, office) values ($1, 'reserve', now(), 'x')`, [id]);
      const values = lines.map(
        ([key, side, amount], i) => `('${id}'::uuid, ${i}, (select id from ledger_account where key = '${key}'), '${side}', ${amount}, 0)`,
      );
      if (lines.length > 0)
        await owned(`insert into posting (journal, line_no, account, side, amount, balance_after) values ${values.join()}`);
      await owned('commit');
    } catch (error) {
      await owned('rollback');
      throw error;
    }
  };
  const halves = [
    ['reserved/2020/9.4', 'debit', 5],
    ['available/2020/9.4', 'credit', 4],
  ] as const;

  it('is balanced even when the owner of the database writes it by hand', async () => {
    await tellStory(real);
    await expect(slipIn(halves)).rejects.toMatchObject({ code: '23514' });
    await expect(slipIn(halves.slice(1))).rejects.toMatchObject({ code: '23514' });
    await expect(slipIn([])).rejects.toMatchObject({ code: '23514' });
    await expect(slipIn([...halves.slice(0, 1), ['granted/2020/9.4', 'credit', 5]])).rejects.toMatchObject({ code: '23514' });
  });

  it('turns red without the triggers that prove it', async () => {
    await tellStory(real);
    await owned(`alter table posting disable trigger balances; alter table journal disable trigger balances`);
    await expect(slipIn(halves)).resolves.toBeUndefined();
    await owned(`alter table posting enable trigger balances; alter table journal enable trigger balances`);
  });
});
