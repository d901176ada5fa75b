import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { TitleChange } from '#core/process/effects.ts';
import type { Tx } from '#server/db/transaction.ts';

/** A zone with what is under way about its title; `except` is the case that asks. */
export const titleZone = (tx: Tx, zone: string, except: string | null) =>
  tx.one<{
    id: string;
    name: string;
    district: string;
    operator: string;
    operator_name: string;
    status: TitleChange['status'];
    other_rectification: string | null;
    other_revocation: string | null;
  }>(
    `select z.id, z.name, z.district, z.operator, z.operator_name, z.status,
       (select min(k.number) from kase k where k.process = 'rectification' and k.owner = z.operator and k.data->>'zone' = z.id::text
         and k.data->'notice' <> 'null' and k.state not in ('kept', 'failed', 'ended') and k.id is distinct from $2::uuid) as other_rectification,
       (select min(k.number) from kase k where k.process = 'revocation' and k.owner = z.operator and k.data->>'zone' = z.id::text
         and k.state not in ('revoked', 'kept', 'ended') and k.id is distinct from $2::uuid) as other_revocation
     from zone z where z.id = $1`,
    [zone, except],
  );

/** The result of a year by its recognition case, with what was opened on it by another case than `except`. */
export const gradedYear = (tx: Tx, recognition: string, except: string | null) =>
  tx.one<{
    number: string;
    zone: string;
    year: number;
    grade: string;
    decided_on: BusinessDate;
    reason: string | null;
    progress: unknown;
    is_second_in_a_row: boolean;
    consequence: string | null;
  }>(
    `select k.number, r.zone, r.year, r.grade, r.decided_on, r.reason, k.data->'progress' as progress,
       r.grade = 'unqualified' and exists (select from recognition b where b.zone = r.zone and b.year = r.year - 1 and b.grade = 'unqualified') as is_second_in_a_row,
       (select min(c.number) from kase c where c.owner = k.owner and c.id is distinct from $2::uuid
         and ((c.process = 'rectification' and c.data->>'recognition' = r.kase::text and c.state <> 'ended')
           or (c.process = 'revocation' and c.data->>'basis' = r.kase::text and c.state not in ('kept', 'ended')))) as consequence
     from recognition r join kase k on k.id = r.kase where r.kase = $1`,
    [recognition, except],
  );

/** A rectification with what was opened on it by another case than `except`. */
export const rectificationById = (tx: Tx, id: string, except: string | null) =>
  tx.one<{ id: string; number: string; zone: string; year: number; is_failed: boolean; consequence: string | null }>(
    `select k.id, k.number, k.data->>'zone' as zone, (k.data->>'year')::int as year, k.state = 'failed' as is_failed,
       (select min(c.number) from kase c where c.process = 'revocation' and c.owner = k.owner and c.data->>'basis' = k.id::text
         and c.state <> 'ended' and c.id is distinct from $2::uuid) as consequence
     from kase k where k.id = $1 and k.process = 'rectification'`,
    [id, except],
  );

/** What stands of the supports granted on the strength of a zone: by claim, unpaid and paid sums and what is left of vouchers, in fen. */
export const supportsOfZone = (tx: Tx, zone: string) =>
  tx.rows<{ number: string; paid_as: 'cash' | 'voucher'; amount: number; paid: number; unpaid: number }>(
    `select k.number, s.paid_as, s.amount, coalesce(sum(p.amount) filter (where p.paid_at is not null), 0)::bigint as paid,
       coalesce(sum(p.amount) filter (where p.paid_at is null and p.cancelled_at is null), 0)::bigint as unpaid
     from support s join kase k on k.id = s.kase left join payable p on p.kase = s.kase
     where s.zone = $1 and not exists (select from support_end e where e.kase = s.kase)
     group by k.number, s.paid_as, s.amount order by k.number`,
    [zone],
  );

/** One support granted on the strength of a title that never stood, with how far it was looked at since. */
export type TitleSupportRow = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly agency_name: string;
  readonly clause: string;
  readonly amount: number;
  readonly paid: number;
  readonly unpaid: number;
  readonly demanded: number;
  /** Whether a recovery was proposed since the title was revoked, and dropped. */
  readonly is_dropped: boolean;
  readonly voucher: string | null;
  readonly balance: number;
  readonly valid_to: BusinessDate | null;
  readonly voucher_ended: 'expired' | 'cancelled' | null;
};

/** Every support that rests on the title a decided revocation withdrew for deceit; nothing for any other case. */
export const supportsOnTitle = (tx: Tx, revocation: string) =>
  tx.rows<TitleSupportRow>(
    `select k.id, k.number, k.state, o.name as agency_name, s.clause, s.amount, p.paid, p.unpaid, coalesce(r.balance, 0) as demanded,
       exists (select from case_event e where e.kase = k.id and starts_with(e.event, 'drop_recovery') and e.at >= t.state_since) as is_dropped,
       v.number as voucher, coalesce(b.balance, 0) as balance, v.valid_to, v.ended_how as voucher_ended
     from kase t join support s on s.zone = (t.data->>'zone')::uuid join kase k on k.id = s.kase join organisation o on o.id = s.agency
       cross join lateral (select coalesce(sum(amount) filter (where paid_at is not null), 0)::bigint as paid,
         coalesce(sum(amount) filter (where paid_at is null and cancelled_at is null), 0)::bigint as unpaid from payable where kase = s.kase) p
       left join voucher v on v.kase = s.kase
       left join ledger_account b on b.key = 'voucher/' || v.id
       left join ledger_account r on r.key = 'receivable/' || s.kase
     where t.id = $1 and t.process = 'revocation' and t.state = 'revoked' and t.data->>'ground' = 'deceit' order by k.number`,
    [revocation],
  );

/** The last day on which a title of the organisation was revoked. */
export const lastRevocationOf = async (tx: Tx, organisation: string): Promise<BusinessDate | null> =>
  (
    await tx.one<{ day: BusinessDate | null }>(`select max(status_since) as day from zone where operator = $1 and status = 'revoked'`, [
      organisation,
    ])
  )?.day ?? null;

/** Appends to a title's history; false where the title has moved on and can not go this way any more. */
export const setZoneStatus = async (
  tx: Tx,
  row: { readonly zone: string; readonly title: TitleChange; readonly kase: string; readonly at: Instant },
): Promise<boolean> =>
  (
    await tx.one<{ is_set: boolean }>(`select app.set_zone_status($1, $2, $3, $4, $5, $6) as is_set`, [
      row.zone,
      row.title.status,
      row.title.from,
      row.title.isDeceit,
      row.kase,
      row.at,
    ])
  )?.is_set === true;

/** Lets the unpaid sums of a claim go; false while its zone rectifies or was withdrawn for deceit. */
export const releaseHold = async (tx: Tx, kase: string): Promise<boolean> =>
  (await tx.one<{ is_free: boolean }>(`select app.release_hold($1) as is_free`, [kase]))?.is_free === true;

/** Notes an event for the clock in every case of a process about a zone, but for the one that causes it. Claims are about the zone they were granted in. */
export const addPendingInZone = (
  tx: Tx,
  row: {
    readonly zone: string;
    readonly process: string;
    readonly event: string;
    readonly notIn: readonly string[];
    readonly causedBy: string;
    readonly at: Instant;
  },
) =>
  tx.run(
    `insert into pending_event (process, kase, event, caused_by, created_at)
     select k.process, k.id, $3, $5, $6 from kase k
     where k.process = $2 and k.state <> all ($4) and k.id <> $5::uuid
       and case when $2 = 'claim' then exists (select from support s join payable p on p.kase = s.kase
             where s.kase = k.id and s.zone = $1::uuid and p.is_held and p.paid_at is null and p.cancelled_at is null)
           else k.data->>'zone' = $1::uuid::text and k.owner = (select operator from zone where id = $1::uuid) end
     order by k.number`,
    [row.zone, row.process, row.event, row.notIn, row.causedBy, row.at],
  );
