import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { GradeRecord } from '#core/process/effects.ts';
import type { Tx } from '#server/db/transaction.ts';

/** A zone as a recognition of one year finds it; `except` is the case that asks. */
export const recognitionZone = (tx: Tx, asked: { readonly zone: string; readonly year: number; readonly except: string | null }) =>
  tx.one<{
    id: string;
    name: string;
    district: string;
    operator: string;
    operator_name: string;
    designated_on: BusinessDate;
    is_title_held: boolean;
    was_unqualified: boolean;
    is_graded: boolean;
    is_under_way: boolean;
  }>(
    `select z.id, z.name, z.district, z.operator, z.operator_name, z.designated_on, z.status <> 'revoked' as is_title_held,
       exists (select from recognition r where r.zone = z.id and r.year = $2 - 1 and r.grade = 'unqualified') as was_unqualified,
       exists (select from recognition r where r.zone = z.id and r.year = $2) as is_graded,
       exists (select from kase k where k.process = 'recognition' and k.owner = z.operator and k.data->>'zone' = z.id::text
         and (k.data->>'year')::int = $2 and k.state not in ('decided', 'ended') and k.id is distinct from $3::uuid) as is_under_way
     from zone z where z.id = $1`,
    [asked.zone, asked.year, asked.except],
  );

/**
 * Whom the year of a zone concerns: its building unit, the agencies inside at any time of the year or since, its enterprises.
 * An enterprise without an account here is named as the register names it: an expert can not tell a tie from a code.
 */
export const partiesOfZone = (tx: Tx, zone: string, year: number) =>
  tx.rows<{ name: string; creditCode: string }>(
    `select o.name, o.credit_code as "creditCode" from zone z join organisation o on o.id = z.operator where z.id = $1 and o.credit_code is not null
     union
     select o.name, o.credit_code from zone_membership m join organisation o on o.id = m.agency
       where m.zone = $1 and m.known_to is null and o.credit_code is not null and (m.to_day is null or m.to_day >= make_date($2::int, 1, 1))
     union
     select m.name, m.credit_code from zone_membership m
       where m.zone = $1 and m.agency is null and m.known_to is null and (m.to_day is null or m.to_day >= make_date($2::int, 1, 1))
     order by 2`,
    [zone, year],
  );

/** Writes a result; false when the zone has one of that year already. Points are kept in hundredths. */
export async function insertGrade(
  tx: Tx,
  row: GradeRecord & { readonly kase: string; readonly decidedOn: BusinessDate; readonly decidedBy: string; readonly at: Instant },
): Promise<boolean> {
  const parts = [row.scores.one, row.scores.two, row.scores.three, row.scores.total].map((points) => Math.round(points * 100));
  const written = await tx.run(
    `insert into recognition (zone, year, kase, plan_version, part_one, part_two, part_three, total, computed, grade, vetoes, reason, decided_on, proposed_by, decided_by, known_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict (zone, year) do nothing`,
    [
      row.zone,
      row.year,
      row.kase,
      row.planVersion,
      ...parts,
      row.computed,
      row.grade,
      row.vetoes,
      row.reason,
      row.decidedOn,
      row.proposedBy,
      row.decidedBy,
      row.at,
    ],
  );
  return written === 1;
}

export type RoundRow = {
  readonly year: number;
  readonly first_day: BusinessDate;
  readonly last_day: BusinessDate;
  readonly opened_at: Instant;
};

export const findRound = (tx: Tx, year: number) =>
  tx.one<RoundRow>(`select year, first_day, last_day, opened_at from recognition_round where year = $1`, [year]);

/** Writes the round of a year; false when there is one. */
export const insertRound = async (tx: Tx, round: RoundRow): Promise<boolean> =>
  (await tx.run(
    `insert into recognition_round (year, first_day, last_day, opened_by, opened_at) values ($1, $2, $3, app.person(), $4) on conflict (year) do nothing`,
    [round.year, round.first_day, round.last_day, round.opened_at],
  )) === 1;

/** Notes one opening for every zone that holds its title and has no recognition of the year yet. Returns how many. */
export const addRoundOpenings = (tx: Tx, round: RoundRow): Promise<number> =>
  tx.run(
    `insert into pending_event (process, event, input, created_at)
     select 'recognition', 'open', jsonb_build_object('zone', z.id, 'year', $1::int, 'firstDay', $2::text, 'lastDay', $3::text), $4
     from zone z where z.status <> 'revoked' and z.designated_on < make_date($1::int + 1, 1, 1)
       and not exists (select from recognition r where r.zone = z.id and r.year = $1)
       and not exists (select from kase k where k.process = 'recognition' and k.owner = z.operator and k.data->>'zone' = z.id::text
         and (k.data->>'year')::int = $1 and k.state not in ('decided', 'ended'))
     order by z.number`,
    [round.year, round.first_day, round.last_day, round.opened_at],
  );

/** Where the recognition of one zone stands. */
export type RoundProgressRow = {
  readonly zone: string;
  readonly number: string;
  readonly name: string;
  readonly district: string;
  readonly operator_name: string;
  readonly kase: string | null;
  readonly kase_number: string | null;
  readonly state: string | null;
  readonly state_since: Instant | null;
  readonly deadline_at: Instant | null;
  readonly deadline_day: BusinessDate | null;
  readonly deadline_is_provisional: boolean | null;
  readonly deadline_workdays: number | null;
  readonly is_overdue: boolean | null;
  readonly total: number | null;
  readonly grade: string | null;
};

/** Where every recognition of a year stands that the reader may see; a zone that holds its title and has none is listed without a case. */
export const roundProgress = (tx: Tx, year: number) =>
  tx.rows<RoundProgressRow>(
    `select z.id as zone, z.number, z.name, z.district, z.operator_name, k.id as kase, k.number as kase_number, k.state, k.state_since,
       k.deadline_at, k.deadline_day, k.deadline_is_provisional, k.deadline_workdays,
       k.state in ('self_assessment', 'county_opinion', 'county_approval') and k.deadline_at is null as is_overdue,
       (k.data->'scores'->>'total')::double precision as total, r.grade
     from zone z
       left join lateral (select * from kase k where k.process = 'recognition' and k.owner = z.operator and k.data->>'zone' = z.id::text
         and (k.data->>'year')::int = $1 order by k.opened_at desc limit 1) k on true
       left join recognition r on r.zone = z.id and r.year = $1
     where (app.is_city() or z.id in (select app.own_zones()))
       and (k.id is not null or (z.status <> 'revoked' and z.designated_on < make_date($1::int + 1, 1, 1)))
     order by z.district, z.number`,
    [year],
  );

/** A recognition of a zone; its result in points times hundred, null while there is none. */
export type ZoneRecognitionRow = {
  readonly year: number;
  readonly kase: string;
  readonly kase_number: string;
  readonly state: string;
  readonly result: {
    readonly plan_version: number;
    readonly part_one: number;
    readonly part_two: number;
    readonly part_three: number;
    readonly total: number;
    readonly grade: string;
    readonly decided_on: BusinessDate;
  } | null;
};

/** The recognitions of one zone that the reader may see, decided or not, newest first. */
export const zoneRecognitions = (tx: Tx, zone: string) =>
  tx.rows<ZoneRecognitionRow>(
    `select (k.data->>'year')::int as year, k.id as kase, k.number as kase_number, k.state, to_jsonb(r) as result
     from zone z join kase k on k.process = 'recognition' and k.owner = z.operator and k.data->>'zone' = z.id::text
       left join recognition r on r.kase = k.id
     where z.id = $1 order by 1 desc, k.opened_at desc`,
    [zone],
  );

/** The grades of a year as everybody may read them. */
export const publicGrades = (tx: Tx, year: number) =>
  tx.rows<{ zone: string; number: string; name: string; district: string; operator_name: string; grade: string; decided_on: BusinessDate }>(
    `select z.id as zone, z.number, z.name, z.district, z.operator_name, g.grade, g.decided_on
     from app.public_grades($1) g join zone z on z.id = g.zone order by z.district, z.number`,
    [year],
  );

/** Every grade given up to a year as everybody may read it, newest first. */
export const publicGradesUpTo = (tx: Tx, year: number) =>
  tx.rows<{ zone: string; year: number; grade: string; decided_on: BusinessDate }>(
    `select g.zone, y.year, g.grade, g.decided_on from generate_series(2020, $1::int) as y(year) cross join lateral app.public_grades(y.year) g
     order by y.year desc`,
    [year],
  );
