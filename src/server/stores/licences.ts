import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { LicenceEntry } from '#core/process/licence-facts.ts';
import type { Tx } from '#server/db/transaction.ts';

type Days = { readonly from: BusinessDate; readonly to: BusinessDate | null };

/** An agency's qualifications as they are known now. */
export const qualificationsOf = (tx: Tx, agency: string) =>
  tx.rows<Days>(`select from_day as "from", to_day as "to" from qualification where agency = $1 and known_to is null order by from_day`, [
    agency,
  ]);

/** When an agency was on the list of abnormal operation, as it is known now. */
export const listingsOf = (tx: Tx, agency: string) =>
  tx.rows<Days>(
    `select from_day as "from", to_day as "to" from abnormal_operation where agency = $1 and known_to is null order by from_day`,
    [agency],
  );

/** Puts an entry on record as its case says; false where the register does not stand so any more. */
export const keepLicence = async (
  tx: Tx,
  { agency, entry, licenceNumber, on }: LicenceEntry,
  by: { readonly kase: string; readonly at: Instant },
): Promise<boolean> =>
  (
    await tx.one<{ is_kept: boolean }>(`select app.keep_licence($1, $2, $3, $4, $5, $6) as is_kept`, [
      by.kase,
      agency,
      entry,
      licenceNumber,
      on,
      by.at,
    ])
  )?.is_kept === true;
