import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { BudgetItem } from '#core/ledger/accounts.ts';
import type { Tx } from '#server/db/transaction.ts';

export type VoucherRow = {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly kase: string;
  readonly holder: string;
  readonly holder_name: string | null;
  readonly year: number;
  readonly item: BudgetItem;
  readonly clause: string;
  readonly value: number;
  readonly balance: number;
  readonly issued_on: BusinessDate;
  readonly valid_to: BusinessDate;
  readonly ended_at: Instant | null;
  readonly ended_how: 'expired' | 'cancelled' | null;
};

export const insertVoucher = (
  tx: Tx,
  row: Pick<VoucherRow, 'id' | 'code' | 'kase' | 'holder' | 'year' | 'item' | 'value' | 'issued_on' | 'valid_to'>,
) =>
  tx.one<{ number: string }>(
    `insert into voucher (id, number, code, kase, holder, year, item, value, issued_on, valid_to)
     values ($1, 'Q-' || $5::int || '-' || lpad(nextval('voucher_number')::text, 5, '0'), $2, $3, $4, $5, $6, $7, $8, $9) returning number`,
    [row.id, row.code, row.kase, row.holder, row.year, row.item, row.value, row.issued_on, row.valid_to],
  );

const columns = `v.id, v.number, v.code, v.kase, v.holder, o.name as holder_name, v.year, v.item, s.clause, v.value, coalesce(a.balance, 0) as balance,
  v.issued_on, v.valid_to, v.ended_at, v.ended_how`;
const tables = `voucher v left join support s on s.kase = v.kase left join organisation o on o.id = v.holder left join ledger_account a on a.key = 'voucher/' || v.id`;

/** Vouchers the reader may see: a holder its own, the centre all; newest first. */
export const listVouchers = (tx: Tx) =>
  tx.rows<VoucherRow>(`select ${columns} from ${tables} order by v.issued_on desc, v.number desc limit 500`);

export const findVoucher = (tx: Tx, id: string) => tx.one<VoucherRow>(`select ${columns} from ${tables} where v.id = $1`, [id]);

export const voucherOfCase = (tx: Tx, kase: string) => tx.one<VoucherRow>(`select ${columns} from ${tables} where v.kase = $1`, [kase]);

/** The voucher with this code, as far as whoever is shown the code may know it. */
export const voucherByCode = (tx: Tx, code: string) =>
  tx.one<{
    id: string;
    number: string;
    holder: string;
    holder_name: string;
    balance: number;
    valid_to: BusinessDate;
    ended_at: Instant | null;
    title_ended_on: BusinessDate | null;
    is_deceit: boolean;
  }>(`select id, number, holder, holder_name, balance, valid_to, ended_at, title_ended_on, is_deceit from app.voucher_by_code($1)`, [code]);

export const organisationByCode = (tx: Tx, code: string) =>
  tx.one<{ id: string; name: string; kind: string }>(`select id, name, kind from app.organisation_by_code($1)`, [code]);

export const areRelated = async (tx: Tx, one: string, other: string): Promise<boolean> =>
  (await tx.one<{ yes: boolean }>(`select app.are_related($1, $2) as yes`, [one, other]))?.yes ?? false;

/** What of an invoice its issuer has handed in and not got back, and the total stated for it, in fen. */
export const invoiceUse = async (tx: Tx, provider: string, number: string) =>
  (await tx.one<{ total: number | null; used: number }>(
    `select max((data->>'invoiceFen')::bigint) as total, coalesce(sum((data->>'amountFen')::bigint), 0)::bigint as used
     from kase where process = 'redemption' and owner = $1 and state <> 'returned' and data->>'invoiceNumber' = $2`,
    [provider, number],
  )) ?? { total: null, used: 0 };

export const insertUse = (
  tx: Tx,
  use: {
    readonly kase: string;
    readonly voucher: string;
    readonly provider: string;
    readonly client: string;
    readonly amount: number;
    readonly at: Instant;
  },
) =>
  tx.run(`insert into voucher_use (kase, voucher, provider, client, amount, presented_at) values ($1, $2, $3, $4, $5, $6)`, [
    use.kase,
    use.voucher,
    use.provider,
    use.client,
    use.amount,
    use.at,
  ]);

export const findUse = (tx: Tx, kase: string) =>
  tx.one<{ voucher: string; provider: string; amount: number }>(`select voucher, provider, amount from voucher_use where kase = $1`, [
    kase,
  ]);

export type UseRow = {
  readonly kase: string;
  readonly number: string;
  readonly state: string;
  readonly voucher: string;
  readonly provider_name: string;
  readonly amount: number;
  readonly presented_at: Instant;
};

/** Where vouchers were presented, newest first. */
export const usesOf = (tx: Tx, vouchers: readonly string[]) => tx.rows<UseRow>(`select * from app.uses_of($1)`, [vouchers]);

/** Vouchers whose last day is over and that have not been ended yet, or onto which something came back since; locked. */
export const takeExpired = (tx: Tx, today: BusinessDate, limit: number) =>
  tx.rows<{ id: string; year: number; item: BudgetItem; balance: number; kase: string }>(
    `select v.id, v.year, v.item, v.kase, coalesce((select a.balance from ledger_account a where a.key = 'voucher/' || v.id), 0) as balance
     from voucher v where v.id in (
       select id from voucher where ended_at is null and valid_to < $1
       union all select o.id from ledger_account a join voucher o on a.key = 'voucher/' || o.id where a.kind = 'voucher' and a.balance > 0 and o.ended_how = 'expired')
     order by v.valid_to limit $2 for update skip locked`,
    [today, limit],
  );

/** What is handed in of a voucher and neither settled nor given back yet. */
export const presentedOf = async (tx: Tx, voucher: string): Promise<number> =>
  (
    await tx.one<{ sum: number }>(
      `select coalesce(sum(a.balance), 0)::bigint as sum from voucher_use u join ledger_account a on a.key = 'presented/' || u.kase where u.voucher = $1`,
      [voucher],
    )
  )?.sum ?? 0;

export const endVoucher = (tx: Tx, id: string, how: 'expired' | 'cancelled', at: Instant) =>
  tx.run(`update voucher set ended_at = $3, ended_how = $2 where id = $1 and ended_at is null`, [id, how, at]);

/** What of a voucher went back to its line, at the end of its time or when it was taken back. */
export const lapsedOf = async (tx: Tx, voucher: string): Promise<number> =>
  (
    await tx.one<{ sum: number }>(
      `select coalesce(sum(p.amount), 0)::bigint as sum from ledger_account a join posting p on p.account = a.id join journal j on j.id = p.journal
       where a.key = 'voucher/' || $1::uuid and j.kind = 'lapse_voucher'`,
      [voucher],
    )
  )?.sum ?? 0;

/** Declares a tie between an organisation and another; declared twice it stays one. */
export const insertRelatedParty = (
  tx: Tx,
  row: {
    readonly id: string;
    readonly organisation: string;
    readonly creditCode: string;
    readonly name: string;
    readonly kind: string;
    readonly by: string;
    readonly at: Instant;
  },
) =>
  tx.run(
    `insert into related_party (id, organisation, credit_code, name, kind, entered_by, known_from) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (organisation, credit_code) do nothing`,
    [row.id, row.organisation, row.creditCode, row.name, row.kind, row.by, row.at],
  );

export const listRelatedParties = (tx: Tx) =>
  tx.rows<{ organisation: string; organisation_name: string | null; credit_code: string; name: string; kind: string }>(
    `select r.organisation, o.name as organisation_name, r.credit_code, r.name, r.kind from related_party r
       left join organisation o on o.id = r.organisation order by o.name, r.name limit 1000`,
  );
