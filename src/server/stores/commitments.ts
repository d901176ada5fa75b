import type { Instant } from '#core/kernel/dates.ts';
import type { BudgetLine } from '#core/ledger/accounts.ts';
import type { Tx } from '#server/db/transaction.ts';
import { type Posted, postingValues } from './ledger.ts';

/** What a claim asks of its budget line and how much of it is reserved, in fen. */
export type CommitmentRow = {
  readonly kase: string;
  readonly year: number;
  readonly item: BudgetLine['item'];
  readonly is_fixed: boolean;
  readonly ceiling: number;
  readonly asked: number;
  readonly reserved: number;
  readonly state: 'live' | 'granted' | 'released';
};

const commitmentColumns = 'kase, year, item, is_fixed, ceiling, asked, reserved, state';

export const findCommitment = (tx: Tx, kase: string) =>
  tx.one<CommitmentRow>(`select ${commitmentColumns} from commitment where kase = $1`, [kase]);

/** The same, locked: nobody else reserves or frees for this claim until the transaction ends. */
export const lockCommitment = (tx: Tx, kase: string) =>
  tx.one<CommitmentRow>(`select ${commitmentColumns} from commitment where kase = $1 for update`, [kase]);

/**
 * Writes what a claim asks now and reserves it, all of it or nothing where the line does not reach; a claim that is filed
 * again asks anew. One statement that nobody waits for: others wait for the line only as long as the server needs.
 */
export function commitWhole(tx: Tx, row: Omit<CommitmentRow, 'state' | 'reserved'>, reservation: Posted | null): void {
  tx.write(
    `insert into commitment (kase, year, item, is_fixed, ceiling, asked, reserved)
     values ($1, $2, $3, $4, $5, $6::bigint, case when $7::uuid is not null and app.post_entry($7, $8, $9, $10, $11, $12) then $6::bigint else 0 end)
     on conflict (kase) do update set is_fixed = $4, ceiling = $5, asked = excluded.asked, reserved = excluded.reserved, state = 'live'`,
    [
      row.kase,
      row.year,
      row.item,
      row.is_fixed,
      row.ceiling,
      row.asked,
      ...(reservation ? postingValues(reservation) : Array.from({ length: 6 }, () => null)),
    ],
  );
}

/** Writes what a claim asks now where the line keeps that much for it already. */
export const keepCommitment = (tx: Tx, kase: string, now: Pick<CommitmentRow, 'is_fixed' | 'ceiling' | 'asked'>): void =>
  tx.write(`update commitment set is_fixed = $2, ceiling = $3, asked = $4, reserved = $4 where kase = $1 and state = 'live'`, [
    kase,
    now.is_fixed,
    now.ceiling,
    now.asked,
  ]);

/** Makes those who ask of one line in strict order wait for each other until they commit. */
export const lockLine = (tx: Tx, { year, item }: BudgetLine): void =>
  tx.write(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`line/${year}/${item}`]);

/** Whether a live claim that ranks before this one waits on the line: a fixed sum before others, else the one that asked first. */
export const someoneWaitsBefore = async (tx: Tx, kase: string, { year, item }: BudgetLine, isFixed: boolean): Promise<boolean> =>
  (await tx.one<{ waits: boolean }>(`select app.someone_waits_before($1, $2, $3, $4) as waits`, [kase, year, item, isFixed]))?.waits ===
  true;

export const endCommitment = (tx: Tx, kase: string, state: 'granted' | 'released') =>
  tx.run(`update commitment set state = $2, reserved = 0, asked = case when $2 = 'granted' then asked else 0 end where kase = $1`, [
    kase,
    state,
  ]);

/** Sets what a live claim asks and has reserved. */
export const setCommitment = (tx: Tx, kase: string, asked: number, reserved: number) =>
  tx.run(`update commitment set asked = $2, reserved = $3 where kase = $1 and state = 'live'`, [kase, asked, reserved]);

/**
 * Live commitments of a line in the order in which they were filed, locked. The claim's case comes before its commitment,
 * as where the claim itself is moved: an entry posted for it refers to the case, and would wait for that move for ever.
 */
export const lockCommitments = (tx: Tx, { year, item }: BudgetLine) =>
  tx.rows<CommitmentRow>(
    `select ${commitmentColumns.replaceAll(/\b(\w+)/g, 'c.$1')} from kase k join commitment c on c.kase = k.id
     where c.year = $1 and c.item = $2 and c.state = 'live' and c.asked > 0 order by c.is_fixed desc, c.seq for key share of k for update of c`,
    [year, item],
  );

/** Lines on which a live claim waits although what is free would do for it. */
export const linesToFund = (tx: Tx) =>
  tx.rows<BudgetLine>(
    `select distinct c.year, c.item from commitment c join ledger_account a on a.key = 'available/' || c.year || '/' || c.item
     where c.state = 'live' and c.reserved < c.asked and c.asked <= a.balance order by 1, 2`,
  );

/** What the live claims of every line ask, and the published share. */
export const demandByLine = (tx: Tx, year: number | null, item: string | null) =>
  tx.rows<BudgetLine & { unfunded: number; asked: number; asked_fixed: number; waiting: number; rate: number | null }>(
    `select l.year, l.item, coalesce(sum(c.asked - c.reserved), 0) as unfunded,
       coalesce(sum(c.ceiling) filter (where not c.is_fixed), 0) as asked, coalesce(sum(c.ceiling) filter (where c.is_fixed), 0) as asked_fixed,
       count(c.kase) filter (where c.reserved < c.asked) as waiting, r.rate
     from (select year, item from commitment union select year, item from settlement_rate) l
       left join commitment c on c.year = l.year and c.item = l.item and c.state = 'live'
       left join settlement_rate r on r.year = l.year and r.item = l.item
     where ($1::int is null or l.year = $1) and ($2::text is null or l.item = $2) group by l.year, l.item, r.rate order by 1, 2`,
    [year, item],
  );

export const rateOf = async (tx: Tx, { year, item }: BudgetLine): Promise<number | null> =>
  (await tx.one<{ rate: number }>(`select rate from settlement_rate where year = $1 and item = $2`, [year, item]))?.rate ?? null;

/** Publishes the share of a line; false when one was published before. */
export const insertRate = async (
  tx: Tx,
  line: BudgetLine,
  { rate, kase, at }: { readonly rate: number; readonly kase: string; readonly at: Instant },
): Promise<boolean> =>
  (await tx.run(`insert into settlement_rate (year, item, kase, rate, decided_at) values ($1, $2, $3, $4, $5) on conflict do nothing`, [
    line.year,
    line.item,
    kase,
    rate,
    at,
  ])) === 1;
