import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** A zone as those may see it who have to do with it: its building unit, its county, the centre. */
export const seenZone = (tx: Tx, id: string) =>
  tx.one<{ name: string; operator: string; district: string; status: string }>(
    `select name, operator, district, status from zone where id = $1 and (app.is_city() or id in (select app.own_zones()))`,
    [id],
  );

/** One thing recorded of a zone. */
export type ZoneRecordRow = {
  readonly id: string;
  readonly zone: string;
  readonly kind: string;
  readonly on_day: BusinessDate;
  readonly year: number;
  readonly yuan: number | null;
  readonly agency: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly person_name: string;
  readonly organisation_name: string;
  readonly known_from: Instant;
  readonly ended_because: string | null;
  readonly files: Readonly<Record<string, string>>;
};

const columns = `r.id, r.zone, r.kind, r.on_day, r.year, r.yuan, r.agency, r.data, r.person_name, r.organisation_name, r.known_from, e.reason as ended_because,
  coalesce((select jsonb_object_agg(encode(x.hash, 'hex'), x.file_name) from zone_file x where x.entry = r.id), '{}') as files`;

export const insertZoneRecord = (
  tx: Tx,
  row: {
    readonly id: string;
    readonly zone: string;
    readonly kind: string;
    readonly on: string;
    readonly year: number;
    readonly yuan: number | null;
    readonly agency: string | null;
    readonly data: unknown;
    readonly person: string;
    readonly personName: string;
    readonly organisationName: string;
    readonly at: Instant;
  },
) =>
  tx.run(
    `insert into zone_record (id, zone, kind, on_day, year, yuan, agency, data, person, person_name, organisation_name, known_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      row.zone,
      row.kind,
      row.on,
      row.year,
      row.yuan,
      row.agency,
      JSON.stringify(row.data),
      row.person,
      row.personName,
      row.organisationName,
      row.at,
    ],
  );

/** Takes a record back; 0 when that was done before. */
export const endZoneRecord = (
  tx: Tx,
  row: { readonly record: string; readonly reason: string; readonly person: string; readonly at: Instant },
) =>
  tx.run(`insert into zone_record_end (record, reason, person, at) values ($1, $2, $3, $4) on conflict (record) do nothing`, [
    row.record,
    row.reason,
    row.person,
    row.at,
  ]);

export const findZoneRecord = (tx: Tx, id: string) =>
  tx.one<ZoneRecordRow>(`select ${columns} from zone_record r left join zone_record_end e on e.record = r.id where r.id = $1`, [id]);

/** Records of a zone, the latest day first, by keyset; those taken back only on request. */
export const listZoneRecords = (
  tx: Tx,
  zone: string,
  filter: {
    readonly kinds: readonly string[] | null;
    readonly year: number | null;
    readonly withEnded: boolean;
    readonly after: { readonly day: string; readonly id: string } | null;
    readonly limit: number;
  },
) =>
  tx.rows<ZoneRecordRow>(
    `select ${columns} from zone_record r left join zone_record_end e on e.record = r.id
     where r.zone = $1 and ($2::text[] is null or r.kind = any ($2)) and ($3::int is null or r.year = $3) and ($4 or e.record is null)
       and ($5::date is null or (r.on_day, r.id) < ($5, $6::uuid)) order by r.on_day desc, r.id desc limit $7`,
    [zone, filter.kinds, filter.year, filter.withEnded, filter.after?.day ?? null, filter.after?.id ?? null, filter.limit],
  );

/** Matching funds of a zone and year by source: what arrived and what was spent. */
export const fundsOf = (tx: Tx, zone: string, year: number) =>
  tx.rows<{ source: string; arrived: number; spent: number }>(
    `select r.data->>'source' as source, coalesce(sum(r.yuan) filter (where r.kind = 'funds_arrived'), 0)::bigint as arrived,
       coalesce(sum(r.yuan) filter (where r.kind = 'funds_spent'), 0)::bigint as spent
     from zone_record r where r.zone = $1 and r.year = $2 and r.kind in ('funds_arrived', 'funds_spent')
       and not exists (select from zone_record_end e where e.record = r.id) group by 1 order by 1`,
    [zone, year],
  );

/** Support of the district on record for a year, in whole yuan; null where no sum is on record. */
export const districtSupportOf = async (tx: Tx, zone: string, year: number): Promise<number | null> =>
  (
    await tx.one<{ yuan: number | null }>(
      `select sum(r.yuan)::bigint as yuan from zone_record r where r.zone = $1 and r.year = $2 and r.kind = 'district_support'
         and not exists (select from zone_record_end e where e.record = r.id)`,
      [zone, year],
    )
  )?.yuan ?? null;

/** Whether an agency sits in a zone on a day. */
export const isInside = async (tx: Tx, zone: string, agency: string, day: string): Promise<boolean> =>
  (
    await tx.one<{ is: boolean }>(
      `select exists (select from zone_membership where zone = $1 and agency = $2 and known_to is null and from_day <= $3 and coalesce(to_day, 'infinity') >= $3) as is`,
      [zone, agency, day],
    )
  )?.is === true;
