import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { RecommendationRecord } from '#core/process/effects.ts';
import type { Tx } from '#server/db/transaction.ts';

/** A recommendation of a zone, whatever became of it. */
export type RecommendedRow = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly level: string;
  /** Year of the result it rests on. */
  readonly year: number;
  readonly title: string | null;
};

/** A zone with its result of one year, as the priority list takes it. Points are in hundredths. */
export type PriorityRow = {
  readonly zone: string;
  readonly number: string;
  readonly name: string;
  readonly district: string;
  readonly operator: string;
  readonly operator_name: string;
  readonly is_title_held: boolean;
  readonly grade: string;
  readonly part_one: number;
  readonly part_two: number;
  readonly part_three: number;
  readonly total: number;
  readonly decided_on: BusinessDate;
  /** The latest result of a year after this one. */
  readonly later_year: number | null;
  readonly later_grade: string | null;
  readonly cases: readonly RecommendedRow[];
};

/** Every zone with a result of the year, the best score first. */
export const gradedZones = (tx: Tx, year: number) =>
  tx.rows<PriorityRow>(
    `select z.id as zone, z.number, z.name, z.district, z.operator, z.operator_name, z.status <> 'revoked' as is_title_held,
       r.grade, r.part_one, r.part_two, r.part_three, r.total, r.decided_on, later.year as later_year, later.grade as later_grade,
       coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'number', k.number, 'state', k.state, 'level', k.data->>'level',
           'year', (k.data#>>'{basis,year}')::int, 'title', k.data#>>'{outcome,title}') order by k.opened_at)
         from kase k where k.process = 'recommendation' and k.owner = z.operator and k.data->>'zone' = z.id::text), '[]') as cases
     from recognition r join zone z on z.id = r.zone
       left join lateral (select l.year, l.grade from recognition l where l.zone = r.zone and l.year > r.year order by l.year desc limit 1) later on true
     where r.year = $1 order by r.total desc, r.part_one desc, z.number`,
    [year],
  );

/** Zones that take part in the recognition of the year and have no result yet. */
export const countUndecided = async (tx: Tx, year: number): Promise<number> =>
  (
    await tx.one<{ n: number }>(
      `select count(*) as n from zone z where z.status <> 'revoked' and z.designated_on < make_date($1::int + 1, 1, 1)
         and not exists (select from recognition r where r.zone = z.id and r.year = $1)`,
      [year],
    )
  )?.n ?? 0;

/** Years with results, the latest first. */
export const gradedYears = async (tx: Tx): Promise<readonly number[]> =>
  (await tx.rows<{ year: number }>(`select distinct year from recognition order by year desc`)).map(({ year }) => year);

/** The zone itself with the year of its latest result. */
export const findZoneToRecommend = (tx: Tx, zone: string) =>
  tx.one<{
    id: string;
    number: string;
    name: string;
    district: string;
    operator: string;
    operator_name: string;
    is_title_held: boolean;
    latest_year: number | null;
  }>(
    `select z.id, z.number, z.name, z.district, z.operator, z.operator_name, z.status <> 'revoked' as is_title_held,
       (select max(r.year) from recognition r where r.zone = z.id) as latest_year
     from zone z where z.id = $1`,
    [zone],
  );

/** One file of a package: its place in it, and its SHA-256 (hexadecimal) in the file store. */
export type DossierEntry = { readonly path: string; readonly hash: string; readonly bytes: number };

export type DossierRow = {
  readonly n: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly size: number;
  readonly entries: readonly DossierEntry[];
  readonly made_by_name: string;
  readonly made_at: Instant;
};

const dossierColumns = `n, encode(hash, 'hex') as hash, size, entries, made_by_name, made_at`;

/** Packages made for a recommendation, the newest first. */
export const listDossiers = (tx: Tx, kase: string) =>
  tx.rows<DossierRow>(`select ${dossierColumns} from recommendation_dossier where kase = $1 order by n desc`, [kase]);

/** Notes a package under the next number. */
export async function insertDossier(
  tx: Tx,
  row: Omit<DossierRow, 'n'> & { readonly kase: string; readonly person: string },
): Promise<DossierRow> {
  const [newest] = await listDossiers(tx, row.kase);
  const n = (newest?.n ?? 0) + 1;
  const { kase, hash, size, entries, person, made_by_name, made_at } = row;
  await tx.run(
    `insert into recommendation_dossier (kase, n, hash, size, entries, made_by, made_by_name, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [kase, n, Buffer.from(hash, 'hex'), size, JSON.stringify(entries), person, made_by_name, made_at],
  );
  return { n, hash, size, entries, made_by_name, made_at };
}

/** Notes what was sent; the database refuses a package of another case and the person who proposed it. */
export const insertRecommendation = (
  tx: Tx,
  row: RecommendationRecord & { readonly kase: string; readonly decidedBy: string; readonly at: Instant },
) =>
  tx.run(
    `insert into recommendation (kase, zone, level, year, dossier, document_number, sent_on, proposed_by, decided_by, known_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.kase, row.zone, row.level, row.year, row.dossier.n, row.documentNumber, row.sentOn, row.proposedBy, row.decidedBy, row.at],
  );

/** Live recommendations whose zone has lost its title, or was found unqualified in a later year. */
export const unfitRecommendations = (tx: Tx) =>
  tx.rows<{ id: string }>(
    `select k.id from kase k join zone z on z.id = (k.data->>'zone')::uuid
     where k.process = 'recommendation' and k.state in ('unit_part', 'gathering', 'approval', 'sent')
       and (z.status = 'revoked' or (select r.grade from recognition r where r.zone = z.id and r.year > (k.data#>>'{basis,year}')::int
         order by r.year desc limit 1) = 'unqualified')
     order by k.id limit 100`,
  );
