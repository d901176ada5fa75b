import { randomUUID } from 'node:crypto';
import type { Instant } from '#core/kernel/dates.ts';
import { type Fen, fen } from '#core/kernel/money.ts';
import { type Account, accountKey, type BudgetItem, type Side } from '#core/ledger/accounts.ts';
import { type Entry, type EntryKind, faultsOf } from '#core/ledger/entries.ts';
import type { Tx } from '#server/db/transaction.ts';

// Sums and balances arrive as numbers, and one beyond 2^53 as a rounded one: `fen` throws for those, so none passes unexact.

/** One entry to be posted. */
export type Posted = {
  /** Makes a repeated call the same entry; random when left out. */
  readonly id?: string;
  readonly entry: Entry;
  readonly kase: string | null;
  readonly at: Instant;
  /** The entry this one undoes; its postings must mirror that one's. */
  readonly reverses?: string;
  /** Whose accounts these are, by account key: who may read them beside the city. */
  readonly owners?: Readonly<Record<string, string>>;
};

/**
 * What `app.post_entry` is given, in its order.
 * @throws Error if the entry is unsound.
 */
export function postingValues({ id, entry, kase, at, reverses, owners = {} }: Posted): readonly unknown[] {
  const faults = faultsOf(entry);
  if (faults.length > 0) throw new Error(`not an entry (${entry.kind}): ${faults.join('; ')}`);
  return [
    id ?? randomUUID(),
    entry.kind,
    kase,
    at,
    reverses ?? null,
    JSON.stringify(entry.postings.map(({ account, side, amount }) => lineOf(account, side, amount, owners))),
  ];
}

/**
 * Posts one entry, wholly or not at all. An id that was posted before with the same content is not posted again.
 * `insufficient`: an account would fall below zero, and nothing has happened.
 * @throws Error if the entry is unsound, the office may not post it, or the id belongs to another entry.
 */
export async function postEntry(tx: Tx, posted: Posted): Promise<'posted' | 'insufficient'> {
  const row = await tx.one<{ isPosted: boolean }>(`select app.post_entry($1, $2, $3, $4, $5, $6) as "isPosted"`, postingValues(posted));
  return row?.isPosted ? 'posted' : 'insufficient';
}

function lineOf(account: Account, side: Side, amount: Fen, owners: Readonly<Record<string, string>>) {
  const key = accountKey(account);
  const owner = owners[key];
  return { account: key, side, amount, ...(owner === undefined ? {} : { owner }) };
}

/** What an account holds; nothing if it is not there or not to be seen. */
export async function balanceOf(tx: Tx, account: Account): Promise<Fen> {
  const row = await tx.one<{ balance: number }>(`select balance from ledger_account where key = $1`, [accountKey(account)]);
  return fen(row?.balance ?? 0);
}

/** How one line of the budget stands. */
export type BudgetLineRow = {
  readonly year: number;
  readonly item: BudgetItem;
  readonly appropriated: Fen;
  readonly available: Fen;
  readonly reserved: Fen;
  readonly spent: Fen;
};

/** The lines of one year, or of all, by year and item. */
export async function budgetLines(tx: Tx, year: number | null): Promise<readonly BudgetLineRow[]> {
  const rows = await tx.rows<BudgetLineRow>(
    `select year, item,
       coalesce(sum(balance) filter (where kind = 'appropriated'), 0) as appropriated,
       coalesce(sum(balance) filter (where kind = 'available'), 0) as available,
       coalesce(sum(balance) filter (where kind = 'reserved'), 0) as reserved,
       coalesce(sum(balance) filter (where kind = 'spent'), 0) as spent
     from ledger_account where book = 'budget' and ($1::integer is null or year = $1) group by year, item order by year, item`,
    [year],
  );
  return rows.map(({ appropriated, available, reserved, spent, ...line }) => ({
    ...line,
    appropriated: fen(appropriated),
    available: fen(available),
    reserved: fen(reserved),
    spent: fen(spent),
  }));
}

/** An entry as it was posted, with those of its postings that the reader may see. */
export type JournalRow = {
  readonly id: string;
  readonly seq: number;
  readonly kind: EntryKind;
  readonly reverses: string | null;
  readonly at: Instant;
  readonly recorded_at: Instant;
  readonly person: string | null;
  readonly office: string;
  readonly postings: readonly { readonly account: string; readonly side: Side; readonly amount: Fen }[];
};

/** Everything that was posted for a case, oldest first. */
export const journalOfCase = (tx: Tx, kase: string): Promise<readonly JournalRow[]> =>
  tx.rows<JournalRow>(
    `select j.id, j.seq, j.kind, j.reverses, j.at, j.recorded_at, j.person, j.office,
       jsonb_agg(jsonb_build_object('account', a.key, 'side', p.side, 'amount', p.amount) order by p.line_no) as postings
     from journal j join posting p on p.journal = j.id join ledger_account a on a.id = p.account
     where j.kase = $1 group by j.id order by j.seq`,
    [kase],
  );

/** One line of an account's statement. */
export type StatementRow = {
  /** The place in the statement: pass the last one on to read further. */
  readonly id: number;
  readonly journal: string;
  readonly kind: EntryKind;
  readonly kase: string | null;
  readonly at: Instant;
  readonly office: string;
  readonly side: Side;
  readonly amount: Fen;
  readonly balance_after: Fen;
};

/** The movements on an account with the balance after each, newest first. */
export async function accountStatement(
  tx: Tx,
  key: string,
  cursor: { readonly before: number | null; readonly limit: number },
): Promise<readonly StatementRow[]> {
  const rows = await tx.rows<StatementRow>(
    `select p.id, p.journal, j.kind, j.kase, j.at, j.office, p.side, p.amount, p.balance_after
     from ledger_account a join posting p on p.account = a.id join journal j on j.id = p.journal
     where a.key = $1 and ($2::bigint is null or p.id < $2) order by p.id desc limit $3`,
    [key, cursor.before, cursor.limit],
  );
  return rows.map((row) => ({ ...row, amount: fen(row.amount), balance_after: fen(row.balance_after) }));
}
