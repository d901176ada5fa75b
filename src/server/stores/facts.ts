import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** What was found wrong with one cell of an uploaded list. */
export type StoredFault = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly says: string;
  readonly isWarning: boolean;
};

export type ImportRow = {
  readonly id: string;
  readonly agency: string;
  readonly file_name: string;
  readonly state: 'checked' | 'confirmed' | 'discarded';
  readonly row_count: number;
  readonly good_count: number;
  readonly faults: readonly StoredFault[];
  readonly sample: readonly Readonly<Record<string, unknown>>[];
  readonly created_at: Instant;
  readonly confirmed_at: Instant | null;
  readonly version: number;
};

const importColumns = `id, agency, file_name, state, row_count, good_count, faults,
  (select coalesce(jsonb_agg(r), '[]') from (select r from jsonb_array_elements(rows) r limit 5) s) as sample, created_at, confirmed_at, version`;

export const insertImport = (
  tx: Tx,
  row: {
    readonly id: string;
    readonly agency: string;
    readonly fileName: string;
    readonly fileHash: Buffer;
    readonly rowCount: number;
    readonly faults: readonly StoredFault[];
    readonly rows: readonly object[];
    readonly createdBy: string;
    readonly at: Instant;
  },
) =>
  tx.run(
    `insert into fact_import (id, agency, file_name, file_hash, state, row_count, good_count, faults, rows, created_by, created_at)
     values ($1, $2, $3, $4, 'checked', $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.agency,
      row.fileName,
      row.fileHash,
      row.rowCount,
      row.rows.length,
      JSON.stringify(row.faults),
      JSON.stringify(row.rows),
      row.createdBy,
      row.at,
    ],
  );

export const findImport = (tx: Tx, id: string) => tx.one<ImportRow>(`select ${importColumns} from fact_import where id = $1`, [id]);

export const listImports = (tx: Tx) => tx.rows<ImportRow>(`select ${importColumns} from fact_import order by created_at desc limit 50`);

export const lockImport = (tx: Tx, id: string) =>
  tx.one<{ state: string; version: number }>(`select state, version from fact_import where id = $1 for update`, [id]);

export const setImportState = (tx: Tx, id: string, state: 'confirmed' | 'discarded', at: Instant) =>
  tx.run(
    `update fact_import set state = $2, confirmed_at = case when $2 = 'confirmed' then $3::timestamptz end, version = version + 1 where id = $1`,
    [id, state, at],
  );

/** Turns the rows of a checked import into facts, all in one statement; a patent already on record is left as it is. Returns how many are new. */
export const factsFromImport = (tx: Tx, id: string, person: string, at: Instant) =>
  tx.run(
    `insert into fact (id, agency, kind, matter, valid_on, data, import_id, entered_by, known_from)
     select gen_random_uuid(), i.agency, 'invention_grant', r->>'number', (r->>'grantDate')::date, r, i.id, $2, $3
     from fact_import i, jsonb_array_elements(i.rows) r where i.id = $1
     on conflict (agency, kind, matter) where known_to is null do nothing`,
    [id, person, at],
  );

export const insertFact = (
  tx: Tx,
  row: {
    readonly id: string;
    readonly agency: string;
    readonly kind: string;
    readonly matter: string;
    readonly validOn: BusinessDate;
    readonly data: unknown;
    readonly person: string;
    readonly at: Instant;
  },
) =>
  tx.run(
    `insert into fact (id, agency, kind, matter, valid_on, data, entered_by, known_from) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (agency, kind, matter) where known_to is null do nothing`,
    [row.id, row.agency, row.kind, row.matter, row.validOn, JSON.stringify(row.data), row.person, row.at],
  );

export type FactRow = {
  readonly id: string;
  readonly kind: string;
  readonly matter: string;
  readonly valid_on: BusinessDate;
  readonly data: Record<string, unknown>;
  readonly known_from: Instant;
};

export const listFacts = (
  tx: Tx,
  agency: string,
  filter: {
    readonly kind: string | null;
    readonly year: number | null;
    readonly after: { readonly day: string; readonly id: string } | null;
    readonly limit: number;
  },
) =>
  tx.rows<FactRow>(
    `select id, kind, matter, valid_on, data, known_from from fact
     where agency = $1 and known_to is null and ($2::text is null or kind = $2) and ($3::int is null or extract(year from valid_on) = $3)
       and ($4::date is null or (valid_on, id) < ($4, $5::uuid)) order by valid_on desc, id desc limit $6`,
    [agency, filter.kind, filter.year, filter.after?.day ?? null, filter.after?.id ?? null, filter.limit],
  );

export const countFacts = (tx: Tx, agency: string) =>
  tx.rows<{ year: number; kind: string; count: number }>(
    `select extract(year from valid_on)::int as year, kind, count(*) as count from fact where agency = $1 and known_to is null group by 1, 2 order by 1 desc, 2`,
    [agency],
  );

/** The facts of an agency in a year as they were known at a moment. */
export const factsOfYear = (tx: Tx, agency: string, year: number, at: Instant) =>
  tx.rows<FactRow>(
    `select id, kind, matter, valid_on, data, known_from from fact
     where agency = $1 and valid_on between make_date($2, 1, 1) and make_date($2, 12, 31) and known_from <= $3 and (known_to is null or known_to > $3)
     order by kind, valid_on, matter`,
    [agency, year, at],
  );

/** Where an agency sits and what it may do, dated, as it was known at a moment: the two gates of every clause. */
export const standingOf = async (tx: Tx, agency: string, known: Instant) => ({
  memberships: await tx.rows<{ zone: string; from: BusinessDate; to: BusinessDate | null; district: string; designated_on: BusinessDate }>(
    `select m.zone, m.from_day as "from", m.to_day as "to", z.district, z.designated_on from zone_membership m join zone z on z.id = m.zone
     where m.agency = $1 and m.known_from <= $2 and z.known_from <= $2 order by 2, 1`,
    [agency, known],
  ),
  qualifications: await tx.rows<{ from: BusinessDate; to: BusinessDate | null }>(
    `select from_day as "from", to_day as "to" from qualification where agency = $1 and known_from <= $2 order by 1`,
    [agency, known],
  ),
});

export type ClientZone = { readonly code: string; readonly zone: string; readonly district: string; readonly from: string };

/** The zone each client sits in by the register, as it was known at a moment; a client in none is left out. */
export const clientZones = (tx: Tx, codes: readonly string[], known: Instant) =>
  tx.rows<ClientZone>(
    `select distinct on (c.code) c.code, z.id as zone, z.district, z.designated_on as "from" from unnest($1::text[]) c(code)
     join zone z on c.code = any (z.enterprise_codes) and z.known_from <= $2 order by c.code, z.designated_on, z.id`,
    [codes, known],
  );
