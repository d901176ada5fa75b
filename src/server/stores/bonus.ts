import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { BonusList } from '#core/process/effects.ts';
import type { Tx } from '#server/db/transaction.ts';

/** Every zone with its result of the year, if it has one. */
export const zonesWithGrade = (tx: Tx, year: number) =>
  tx.rows<{ zone: string; number: string; name: string; district: string; status: string; grade: string | null }>(
    `select z.id as zone, z.number, z.name, z.district, z.status, r.grade
     from zone z left join recognition r on r.zone = z.id and r.year = $1 where z.designated_on < make_date($1::int + 1, 1, 1) order by z.district, z.number`,
    [year],
  );

export type BonusVersionRow = {
  readonly version: number;
  readonly kase: string;
  readonly number: string;
  readonly content: { readonly rule: string; readonly points: Record<string, number>; readonly rows: readonly BonusRow[] };
  readonly hash: string;
  readonly document_number: string;
  readonly confirmed_on: BusinessDate;
};
export type BonusRow = {
  readonly district: string;
  readonly zones: readonly { readonly zone: string; readonly number: string; readonly name: string; readonly grade: string | null }[];
  readonly points: number;
};

/** Every confirmed list of a year, the newest first. */
export const bonusVersions = (tx: Tx, year: number) =>
  tx.rows<BonusVersionRow>(
    `select b.version, b.kase, k.number, b.content, encode(b.hash, 'hex') as hash, b.document_number, b.confirmed_on
     from district_bonus b join kase k on k.id = b.kase where b.year = $1 order by b.version desc`,
    [year],
  );

/** The case that prepares a list of the year, other than `except`. */
export const draftedBonus = (tx: Tx, year: number, except: string | null) =>
  tx.one<{ id: string; number: string }>(
    `select id, number from kase where process = 'bonus' and state = 'drafted' and data->>'year' = $1::text and id is distinct from $2::uuid`,
    [String(year), except],
  );

/** Writes a version; false when it is there already. */
export const insertBonusList = async (
  tx: Tx,
  row: BonusList & { readonly kase: string; readonly confirmedBy: string; readonly day: BusinessDate; readonly at: Instant },
): Promise<boolean> =>
  (await tx.run(
    `insert into district_bonus (year, version, kase, content, hash, document_number, prepared_by, confirmed_by, confirmed_on, known_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (year, version) do nothing`,
    [
      row.year,
      row.version,
      row.kase,
      JSON.stringify({ rule: row.rule, points: row.points, rows: row.rows }),
      Buffer.from(row.hash, 'hex'),
      row.documentNumber,
      row.preparedBy,
      row.confirmedBy,
      row.day,
      row.at,
    ],
  )) === 1;
