import type { Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

export async function insertUpload(
  tx: Tx,
  row: {
    readonly hash: Buffer;
    readonly size: number;
    readonly type: string;
    readonly organisation: string;
    readonly person: string;
    readonly fileName: string;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.run(`insert into attachment (hash, size, type, stored_at) values ($1, $2, $3, $4) on conflict do nothing`, [
    row.hash,
    row.size,
    row.type,
    row.at,
  ]);
  await tx.run(`insert into upload (hash, organisation, person, file_name, at) values ($1, $2, $3, $4, $5) on conflict do nothing`, [
    row.hash,
    row.organisation,
    row.person,
    row.fileName,
    row.at,
  ]);
}

/** A file the reader's organisation uploaded, or one used in a case; row-level security says whether it is there at all. */
export const findFile = (tx: Tx, hash: Buffer, kase: string | null) =>
  tx.one<{ file_name: string; type: string; size: number; part: string | null; process: string | null }>(
    `select * from (
       select u.file_name, a.type, a.size, null::text as part, null::text as process, 1 as rank from upload u join attachment a using (hash) where u.hash = $1
       union all
       select x.file_name, a.type, a.size, x.part, k.process, 0 from attachment_use x join attachment a using (hash) join kase k on k.id = x.kase
         where x.hash = $1 and x.kase = $2
     ) f order by rank desc limit 1`,
    [hash, kase],
  );

/** A file that a fact names; readable as the fact is. */
export const findFactFile = (tx: Tx, hash: Buffer, fact: string) =>
  tx.one<{ file_name: string; type: string; size: number; part: null; process: null }>(
    `select x.file_name, a.type, a.size, null as part, null as process from fact_file x join attachment a using (hash) where x.hash = $1 and x.fact = $2 limit 1`,
    [hash, fact],
  );

/** Records that a case's data names these files; the uploader's names for them come along. */
export const recordFileUse = (tx: Tx, kase: string, part: string, hashes: readonly Buffer[]) =>
  tx.write(
    `insert into attachment_use (kase, part, hash, file_name)
     select distinct on (u.hash) $1::uuid, $2, u.hash, u.file_name from upload u where u.hash = any ($3) order by u.hash, u.id
     on conflict do nothing`,
    [kase, part, hashes],
  );

/** Which of these hashes the acting organisation has uploaded. */
export const ownedHashes = async (tx: Tx, hashes: readonly Buffer[]): Promise<ReadonlySet<string>> => {
  const rows = await tx.rows<{ hash: string }>(`select distinct encode(hash, 'hex') as hash from upload where hash = any ($1)`, [hashes]);
  return new Set(rows.map(({ hash }) => hash));
};

/** The files used in a case, with the part that names them; one that two parts name is there for each. */
export const filesInCase = (tx: Tx, kase: string) =>
  tx.rows<{ part: string; hash: string; file_name: string }>(
    `select part, encode(hash, 'hex') as hash, min(file_name) as file_name from attachment_use where kase = $1 group by part, hash order by part, hash`,
    [kase],
  );
