import { randomUUID } from 'node:crypto';
import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { StayEntry } from '#core/process/residence-facts.ts';
import type { Tx } from '#server/db/transaction.ts';

/** Every stay of an agency in a zone the reader has to do with, as it is known now. */
export const zoneAgencies = (tx: Tx, zone: string) =>
  tx.rows<{
    id: string;
    stay: string;
    name: string;
    creditCode: string | null;
    from: BusinessDate;
    to: BusinessDate | null;
    case: string | null;
  }>(`select id, stay, name, credit_code as "creditCode", from_day as "from", to_day as "to", kase as "case" from app.zone_agencies($1)`, [
    zone,
  ]);

/** Decisions for agencies that rest on a zone and stand, as far as the reader may see them. */
export const supportsInZone = (tx: Tx, zone: string) =>
  tx.rows<{ agency: string; number: string; year: number; decidedOn: BusinessDate }>(
    `select s.agency, k.number, s.year, s.decided_on as "decidedOn" from support s join kase k on k.id = s.kase
     where s.zone = $1 and not exists (select from support_end e where e.kase = s.kase) order by k.number`,
    [zone],
  );

/** Puts a stay on record as a confirmed case says; false where the register is not any more as the case found it. */
export const keepStay = async (tx: Tx, { zone, party, replaces, days }: StayEntry, by: { kase: string; at: Instant }): Promise<boolean> =>
  (
    await tx.one<{ is_kept: boolean }>(`select app.keep_stay($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as is_kept`, [
      by.kase,
      zone,
      party.agency,
      party.agency === null ? party.creditCode : null,
      party.agency === null ? party.name : null,
      replaces,
      randomUUID(),
      days?.from ?? null,
      days?.to ?? null,
      by.at,
    ])
  )?.is_kept === true;

/** Every stay of an enterprise in a zone the reader has to do with, as it is known now. */
export const zoneEnterprises = (tx: Tx, zone: string) =>
  tx.rows<{ stay: string; name: string; creditCode: string; from: BusinessDate; to: BusinessDate | null; case: string | null }>(
    `select stay, name, credit_code as "creditCode", from_day as "from", to_day as "to", kase as "case" from app.zone_enterprises($1)`,
    [zone],
  );

/** The enterprises of an application move in with the title of their zone, in the transaction that gives it. */
export const takeInEnterprises = (
  tx: Tx,
  zone: string,
  enterprises: readonly { readonly creditCode: string; readonly name: string }[],
  at: Instant,
) =>
  tx.run(`select app.take_in_enterprises($1, $2, $3, $4)`, [
    zone,
    enterprises.map(({ creditCode }) => creditCode),
    enterprises.map(({ name }) => name),
    at,
  ]);
