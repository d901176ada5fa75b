import type { BusinessDate } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** What the system counts of a zone in a year, by source; null where nothing is on record. */
export async function zoneCounts(
  tx: Tx,
  zone: string,
  year: number,
  today: BusinessDate,
): Promise<Readonly<Record<string, number | null>>> {
  const rows = await tx.rows<{ source: string; value: number | null }>(`select source, value from app.zone_counts($1, $2, $3)`, [
    zone,
    year,
    today,
  ]);
  return Object.fromEntries(rows.map(({ source, value }) => [source, value]));
}

/** A zone's scorecard in sums: as many numbers for one zone as for three thousand. */
export type ScorecardRow = {
  readonly zone: string;
  readonly name: string;
  readonly district: string;
  readonly status: string;
  /** null: no version of a plan counts for the year. */
  readonly version: number | null;
  readonly tasks: number;
  readonly tasks_done: number;
  readonly tasks_going_on: number;
  readonly tasks_overdue: number;
  readonly tasks_late_start: number;
  readonly indicators: number;
  /** Sum of how far each indicator has come, from 0 to 1 each. */
  readonly share: number;
  readonly planned_yuan: number;
  readonly arrived_yuan: number;
  readonly spent_yuan: number;
};

/** Versions that are the yardstick of the year, with whether the standing of the plan in force is theirs and of today. */
const versions = `versions as (
    select distinct on (v.zone) v.zone, v.version, v.content, l.version = v.version and $1::int >= extract(year from $2::date) as is_standing
    from plan_version v join (select zone, max(version) as version from plan_version group by zone) l on l.zone = v.zone
    where v.counts_from <= $1::int order by v.zone, v.version desc
  )`;

/** Tasks and indicators as they stand now: derived rows, one scan. */
const standing = `
  task as (select t.zone, t.starts, t.ends, t.state, t.reported_on from task_standing t),
  indicator as (select i.zone, i.no, i.source, i.target, i.actual from indicator_standing i where i.year = $1::int)`;

/** Tasks and indicators of older versions or past years: from their contents and from what was reported by the end of the year. */
const remembered = `
  task as (
    select v.zone, t.start as starts, t."end" as ends, coalesce(r.state, 'not_started') as state, r.on_day as reported_on
    from versions v, jsonb_to_recordset(v.content#>'{tasks,rows}') as t(no text, start date, "end" date)
      left join lateral (select state, on_day from task_report r where r.zone = v.zone and r.no = t.no and r.on_day <= make_date($1::int, 12, 31)
        order by r.on_day desc, r.seq desc limit 1) r on true
    where not v.is_standing
  ),
  indicator as (
    select v.zone, i.no, i.source, y.value as target, r.value as actual
    from versions v, jsonb_to_recordset(v.content#>'{indicators,rows}') as i(no text, source text, targets jsonb),
      jsonb_to_recordset(i.targets) as y(year integer, value double precision)
      left join lateral (select value from indicator_report r where r.zone = v.zone and r.no = i.no and r.year = $1::int order by r.on_day desc, r.seq desc limit 1) r on true
    where not v.is_standing and y.year = $1::int
  )`;

const summed = (from: string, which: string) => `with ${versions}, ${from},
  tasks as (
    select zone, count(*)::int as n, (count(*) filter (where state = 'done'))::int as done, (count(*) filter (where state = 'going_on'))::int as going_on,
      (count(*) filter (where state <> 'done' and ends < $2::date))::int as overdue,
      (count(*) filter (where state = 'not_started' and starts < $2::date and ends >= $2::date))::int as late_start
    from task where starts <= make_date($1::int, 12, 31) and not (ends < make_date($1::int, 1, 1) and state = 'done' and reported_on < make_date($1::int, 1, 1)) group by zone
  ),
  indicators as (
    select i.zone, count(*)::int as n, sum(least(1, coalesce(case when i.source = 'reported' then i.actual else c.value end, 0) / i.target)) as share
    from indicator i left join (select * from app.zone_counts(null, $1::int, $2::date)) c on c.zone = i.zone and c.source = i.source group by i.zone
  ),
  planned as (
    select v.zone, sum((f->>'yuan')::bigint)::bigint as yuan from versions v, jsonb_array_elements(v.content#>'{funding,rows}') f where (f->>'year')::int = $1::int group by 1
  ),
  funds as (
    select zone, (sum(yuan) filter (where kind = 'funds_arrived'))::bigint as arrived, (sum(yuan) filter (where kind = 'funds_spent'))::bigint as spent
    from zone_record r where year = $1::int and kind in ('funds_arrived', 'funds_spent') and not exists (select from zone_record_end e where e.record = r.id) group by zone
  )
  select z.id as zone, z.name, z.district, z.status, v.version, coalesce(t.n, 0) as tasks, coalesce(t.done, 0) as tasks_done, coalesce(t.going_on, 0) as tasks_going_on,
    coalesce(t.overdue, 0) as tasks_overdue, coalesce(t.late_start, 0) as tasks_late_start, coalesce(i.n, 0) as indicators, coalesce(i.share, 0) as share,
    coalesce(p.yuan, 0) as planned_yuan, coalesce(f.arrived, 0) as arrived_yuan, coalesce(f.spent, 0) as spent_yuan
  from zone z left join versions v on v.zone = z.id left join tasks t on t.zone = z.id left join indicators i on i.zone = z.id
    left join planned p on p.zone = z.id left join funds f on f.zone = z.id
  where (app.is_city() or z.id in (select app.own_zones())) and ${which} order by z.name, z.id`;

const now = summed(standing, `v.is_standing is not false`);
const then = summed(remembered, `v.is_standing is false`);

/** The scorecards of a year of every zone the reader may see, in sums. */
export async function scorecardRows(tx: Tx, year: number, today: BusinessDate): Promise<readonly ScorecardRow[]> {
  const rows = await tx.rows<ScorecardRow>(now, [year, today]);
  const older = await tx.rows<ScorecardRow>(then, [year, today]);
  return [...rows, ...older].sort((a, b) => (a.name === b.name ? (a.zone < b.zone ? -1 : 1) : a.name < b.name ? -1 : 1));
}
