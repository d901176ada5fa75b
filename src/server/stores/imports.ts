import type { Instant } from '#core/kernel/dates.ts';
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
  readonly kind: string;
  readonly file_name: string;
  readonly state: 'checked' | 'confirmed' | 'discarded';
  readonly row_count: number;
  readonly good_count: number;
  readonly error_count: number;
  readonly warning_count: number;
  readonly faults: readonly StoredFault[];
  readonly sample: readonly Readonly<Record<string, string>>[];
  readonly created_at: Instant;
  readonly confirmed_at: Instant | null;
  readonly version: number;
};

const importColumns = `id, agency, kind, file_name, state, row_count, good_count, error_count, warning_count, faults, sample, created_at, confirmed_at, version`;

export const insertImport = (
  tx: Tx,
  row: Pick<
    ImportRow,
    'id' | 'agency' | 'kind' | 'file_name' | 'row_count' | 'good_count' | 'error_count' | 'warning_count' | 'created_at'
  > & {
    readonly fileHash: Buffer;
    readonly faults: readonly StoredFault[];
    readonly sample: readonly object[];
    readonly createdBy: string;
  },
) =>
  tx.run(
    `insert into fact_import (id, agency, kind, file_name, file_hash, state, row_count, good_count, error_count, warning_count, faults, sample, created_by, created_at)
     values ($1, $2, $3, $4, $5, 'checked', $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.id,
      row.agency,
      row.kind,
      row.file_name,
      row.fileHash,
      row.row_count,
      row.good_count,
      row.error_count,
      row.warning_count,
      JSON.stringify(row.faults),
      JSON.stringify(row.sample),
      row.createdBy,
      row.created_at,
    ],
  );

/** Keeps one stretch of rows, as JSON text that goes to the database as it is. */
export const insertImportRows = (tx: Tx, id: string, n: number, rows: string) =>
  tx.run(`insert into fact_import_rows (import, n, rows) values ($1, $2, $3)`, [id, n, rows]);

export const findImport = (tx: Tx, id: string) => tx.one<ImportRow>(`select ${importColumns} from fact_import where id = $1`, [id]);

export const listImports = (tx: Tx, kind: string | null) =>
  tx.rows<ImportRow>(`select ${importColumns} from fact_import where ($1::text is null or kind = $1) order by created_at desc limit 50`, [
    kind,
  ]);

export const lockImport = (tx: Tx, id: string) =>
  tx.one<ImportRow>(`select ${importColumns} from fact_import where id = $1 for update`, [id]);

/** Ends an import; its rows are facts by now, or of no more use. */
export async function setImportState(tx: Tx, id: string, state: 'confirmed' | 'discarded', at: Instant): Promise<void> {
  await tx.run(
    `update fact_import set state = $2, confirmed_at = case when $2 = 'confirmed' then $3::timestamptz end, version = version + 1 where id = $1`,
    [id, state, at],
  );
  await tx.run(`delete from fact_import_rows where import = $1`, [id]);
}

/** Turns the rows of a checked import into facts, all in one statement; a matter already on record is left as it is. Returns how many are new. */
export const factsFromImport = (tx: Tx, id: string, person: string, at: Instant) =>
  tx.run(
    `insert into fact (id, agency, kind, matter, valid_on, data, counterparties, import_id, entered_by, known_from)
     select gen_random_uuid(), i.agency, i.kind, r->>0, (r->>1)::date, r->2,
       case when r->3 = '[]' then '{}' else array(select jsonb_array_elements_text(r->3)) end, i.id, $2, $3
     from fact_import i join fact_import_rows s on s.import = i.id, jsonb_array_elements(s.rows) r where i.id = $1
     on conflict (agency, kind, matter) where known_to is null do nothing`,
    [id, person, at],
  );
