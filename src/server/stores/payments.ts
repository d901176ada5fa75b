import type { Instant } from '#core/kernel/dates.ts';
import type { BudgetItem } from '#core/ledger/accounts.ts';
import type { Tx } from '#server/db/transaction.ts';

export type PayeeRow = {
  readonly id: string;
  readonly organisation: string;
  readonly is_person: boolean;
  readonly name: string;
  readonly bank: string;
  readonly tail: string;
  readonly active_from: Instant;
  readonly replaces: string | null;
  readonly ended_at: Instant | null;
};

const payeeColumns = 'id, organisation, is_person, name, bank, tail, active_from, replaces, ended_at';

/** Accounts of an organisation, replaced ones included. */
export const listPayees = (tx: Tx, organisation: string) =>
  tx.rows<PayeeRow>(`select ${payeeColumns} from payee where organisation = $1 order by entered_at desc`, [organisation]);

export const findPayee = (tx: Tx, id: string) => tx.one<PayeeRow>(`select ${payeeColumns} from payee where id = $1`, [id]);

/** Enters an account; its number comes sealed for its own id. */
export function insertPayee(
  tx: Tx,
  row: Omit<PayeeRow, 'ended_at'> & { readonly sealed: Buffer; readonly by: string; readonly at: Instant },
): void {
  tx.write(
    `insert into payee (id, organisation, is_person, name, bank, tail, active_from, replaces, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.id, row.organisation, row.is_person, row.name, row.bank, row.tail, row.active_from, row.replaces, row.by, row.at],
  );
  tx.write(`insert into payee_account (payee, sealed) values ($1, $2)`, [row.id, row.sealed]);
}

export type PayableRow = {
  readonly id: string;
  readonly kase: string;
  readonly payee: string;
  readonly organisation: string;
  readonly year: number;
  readonly item: BudgetItem;
  readonly title: string;
  readonly amount: number;
  readonly is_held: boolean;
  readonly batch: string | null;
  readonly paid_at: Instant | null;
  readonly bank_reference: string | null;
  readonly cancelled_at: Instant | null;
  readonly created_at: Instant;
};

const payableColumns =
  'id, kase, payee, organisation, year, item, title, amount, is_held, batch, paid_at, bank_reference, cancelled_at, created_at';

export const insertPayable = (
  tx: Tx,
  row: Pick<PayableRow, 'id' | 'kase' | 'payee' | 'organisation' | 'year' | 'item' | 'title' | 'amount' | 'is_held' | 'created_at'>,
) =>
  tx.run(
    `insert into payable (id, kase, payee, organisation, year, item, title, amount, is_held, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.id, row.kase, row.payee, row.organisation, row.year, row.item, row.title, row.amount, row.is_held, row.created_at],
  );

export const payablesOfCase = (tx: Tx, kase: string) =>
  tx.rows<PayableRow>(`select ${payableColumns} from payable where kase = $1 order by created_at, id`, [kase]);

export type SumRow = Pick<PayableRow, 'id' | 'amount' | 'batch' | 'paid_at' | 'bank_reference' | 'cancelled_at'> & {
  readonly payee_name: string;
  readonly tail: string;
  readonly batch_number: string | null;
};

/** The sums of a case with their payees and, where the reader may see it, the number of their batch. */
export const sumsOfCase = (tx: Tx, kase: string) =>
  tx.rows<SumRow>(
    `select p.id, p.amount, p.batch, p.paid_at, p.bank_reference, p.cancelled_at, y.name as payee_name, y.tail, b.number as batch_number
     from payable p join payee y on y.id = p.payee left join kase b on b.id = p.batch where p.kase = $1 order by p.created_at, p.id`,
    [kase],
  );

export const lockPayablesOfCase = (tx: Tx, kase: string) =>
  tx.rows<PayableRow>(`select ${payableColumns} from payable where kase = $1 order by id for update`, [kase]);

export type ReadyRow = PayableRow & {
  readonly payee_id: string;
  readonly payee_name: string;
  readonly bank: string;
  readonly tail: string;
  readonly is_waiting: boolean;
};

/**
 * Sums that are owed, with the account in force: a payee that was replaced is followed to what replaces it. `is_waiting`
 * while a changed account has not waited its time.
 */
const readyTables = `payable p join lateral (
    with recursive chain as (
      select y.* from payee y where y.id = p.payee
      union all select n.* from payee n join chain c on n.replaces = c.id)
    select * from chain order by entered_at desc limit 1) y on true`;

export const readyPayables = (tx: Tx, at: Instant, ids: readonly string[] | null) =>
  tx.rows<ReadyRow>(
    `select ${payableColumns.replaceAll(/\b(\w+)/g, 'p.$1')}, y.id as payee_id, y.name as payee_name, y.bank, y.tail, y.active_from > $1 as is_waiting
     from ${readyTables} where p.batch is null and p.paid_at is null and p.cancelled_at is null and ($2::uuid[] is null or p.id = any ($2))
     order by p.created_at, p.id limit 5000`,
    [at, ids],
  );

/** Cases behind these sums in which a person had a hand, by number. */
export const casesHandledBy = (tx: Tx, person: string, payables: readonly string[]) =>
  tx.rows<{ number: string }>(
    `select k.number from kase k where k.id in (select kase from payable where id = any ($2))
       and exists (select from jsonb_each(k.hands) h where h.value ? $1) order by 1`,
    [person, payables],
  );

/** Takes sums into a batch; returns how many were free. */
export const takePayables = (tx: Tx, batch: string, ids: readonly string[]) =>
  tx.run(
    `update payable set batch = $1 where id in (select id from payable where id = any ($2) order by id for update)
       and batch is null and paid_at is null and cancelled_at is null and not is_held`,
    [batch, ids],
  );

export const freePayables = (tx: Tx, batch: string) =>
  tx.run(`update payable set batch = null where batch = $1 and paid_at is null`, [batch]);

export const freePayable = (tx: Tx, id: string) => tx.run(`update payable set batch = null where id = $1 and paid_at is null`, [id]);

export const markPaid = (tx: Tx, id: string, at: Instant, bankReference: string) =>
  tx.run(`update payable set paid_at = $2, bank_reference = $3 where id = $1 and paid_at is null`, [id, at, bankReference]);

export const cancelPayableRow = (tx: Tx, id: string, at: Instant) => tx.run(`update payable set cancelled_at = $2 where id = $1`, [id, at]);

export type BatchLine = ReadyRow & { readonly sealed: Buffer };

/** The sums of a batch with their account numbers, sealed; only the payer's office reads those. */
export const batchLines = (tx: Tx, batch: string, at: Instant) =>
  tx.rows<BatchLine>(
    `select ${payableColumns.replaceAll(/\b(\w+)/g, 'p.$1')}, y.id as payee_id, y.name as payee_name, y.bank, y.tail, y.active_from > $2 as is_waiting, c.sealed
     from ${readyTables} join payee_account c on c.payee = y.id where p.batch = $1 order by p.created_at, p.id`,
    [batch, at],
  );

/** Keeps the file for the bank, sealed for its batch. */
export const insertPaymentFile = (
  tx: Tx,
  file: {
    readonly kase: string;
    readonly sealed: Buffer;
    readonly count: number;
    readonly total: number;
    readonly at: Instant;
  },
) =>
  tx.write(`insert into payment_file (kase, sealed, line_count, total, made_at) values ($1, $2, $3, $4, $5)`, [
    file.kase,
    file.sealed,
    file.count,
    file.total,
    file.at,
  ]);

export type PaymentFileRow = {
  readonly sealed: Buffer;
  readonly line_count: number;
  readonly total: number;
  readonly made_at: Instant;
};

export const findPaymentFile = (tx: Tx, kase: string) =>
  tx.one<PaymentFileRow>(`select sealed, line_count, total, made_at from payment_file where kase = $1`, [kase]);

/** One line of the bank's answer, matched by our reference. */
export type AnswerLine = {
  readonly reference: string;
  readonly payable: string;
  readonly kase: string;
  readonly amount: number;
  readonly isPaid: boolean;
  readonly bankReference: string;
  readonly note: string;
};

export type BankAnswerRow = {
  readonly id: string;
  readonly kase: string;
  readonly file_name: string;
  readonly lines: readonly AnswerLine[];
  readonly exceptions: readonly string[];
  readonly uploaded_at: Instant;
};

export const insertBankAnswer = (tx: Tx, row: BankAnswerRow & { readonly print: Buffer; readonly by: string }) =>
  tx.run(
    `insert into bank_answer (id, kase, file_name, hash, lines, exceptions, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.kase, row.file_name, row.print, JSON.stringify(row.lines), JSON.stringify(row.exceptions), row.by, row.uploaded_at],
  );

export const findBankAnswer = (tx: Tx, id: string) =>
  tx.one<BankAnswerRow>(`select id, kase, file_name, lines, exceptions, uploaded_at from bank_answer where id = $1`, [id]);

/** The process of each of these cases, by its id. */
export async function processesOf(tx: Tx, cases: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; process: string }>(`select id, process from kase where id = any ($1)`, [cases]);
  return new Map(rows.map(({ id, process }) => [id, process]));
}

export const bankAnswersOf = (tx: Tx, kase: string) =>
  tx.rows<BankAnswerRow>(
    `select id, kase, file_name, lines, exceptions, uploaded_at from bank_answer where kase = $1 order by uploaded_at desc`,
    [kase],
  );

/** The lines of a batch as its case has them. */
export const batchPayables = async (tx: Tx, batch: string) => {
  const row = await tx.one<{ lines: readonly { reference: string; payable: string; kase: string; amountFen: number }[] }>(
    `select data->'lines' as lines from kase where id = $1 and process = 'payment'`,
    [batch],
  );
  return row?.lines ?? [];
};
