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
  /** Whether the plan in force counts for the year and the year is not over: then its standing is what counts. */
  readonly is_standing: boolean | null;
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
    select zone, version, version = last and $1::int >= extract(year from $2::date) as is_standing
    from (select zone, max(version) as last, max(version) filter (where counts_from <= $1::int) as version from plan_version group by zone) v
    where version is not null
  )`;

/** Tasks and indicators as they stand now: derived rows, one scan of each; and the counts they need, null for all there are. */
const standing = {
  sources: `array(select distinct source from indicator_standing where year = $1::int and source <> 'reported')`,
  task: `select zone, starts, ends, code, reported_on from task_standing`,
  indicator: `select zone, source, target, actual from indicator_standing where year = $1::int`,
};

/** Tasks and indicators of older versions or past years: from their contents and from what was reported by the end of the year. */
const remembered = {
  sources: 'null',
  task: `
    select v.zone, t.start as starts, t."end" as ends, case r.state when 'done' then 16777217 when 'going_on' then 4097 else 1 end as code, r.on_day as reported_on
    from versions v join plan_version p on p.zone = v.zone and p.version = v.version,
      jsonb_to_recordset(p.content#>'{tasks,rows}') as t(no text, start date, "end" date)
      left join lateral (select state, on_day from task_report r where r.zone = v.zone and r.no = t.no and r.on_day <= make_date($1::int, 12, 31)
        order by r.on_day desc, r.seq desc limit 1) r on true
    where not v.is_standing`,
  indicator: `
    select v.zone, i.source, y.value as target, r.value as actual
    from versions v join plan_version p on p.zone = v.zone and p.version = v.version,
      jsonb_to_recordset(p.content#>'{indicators,rows}') as i(no text, source text, targets jsonb),
      jsonb_to_recordset(i.targets) as y(year integer, value double precision)
      left join lateral (select value from indicator_report r where r.zone = v.zone and r.no = i.no and r.year = $1::int order by r.on_day desc, r.seq desc limit 1) r on true
    where not v.is_standing and y.year = $1::int`,
};

const begins = `make_date($1::int, 1, 1)`;
const ends = `make_date($1::int, 12, 31)`;

/**
 * Sums by zone; `code` is what task_standing says it is, so that three counts are one sum. What is reported is summed in
 * the scan itself; what the system counts is joined only where there is something: the many reported rows never are.
 */
const summed = ({ task, indicator, sources }: typeof standing) => `with ${versions},
  tasks as (
    select zone, sum(code) as code, (count(*) filter (where code < 16777216 and ends < $2::date))::int as overdue,
      (count(*) filter (where code = 1 and starts < $2::date and ends >= $2::date))::int as late_start
    from (${task}) task where starts <= ${ends} and (ends >= ${begins} or code < 16777216 or reported_on >= ${begins}) group by zone
  ),
  reported as (select zone, count(*)::int as n, coalesce(sum(least(1, coalesce(actual, 0) / target)), 0) as share from (${indicator}) indicator group by zone),
  counted as (
    select i.zone, sum(least(1, c.value / i.target)) as share
    from app.zone_counted(null, $1::int, $2::date, ${sources}) c join (${indicator}) i on i.zone = c.zone and i.source = c.source and i.source <> 'reported' group by i.zone
  ),
  funds as (
    select zone, (sum(yuan) filter (where kind = 'funds_arrived'))::bigint as arrived, (sum(yuan) filter (where kind = 'funds_spent'))::bigint as spent
    from zone_record r where year = $1::int and kind in ('funds_arrived', 'funds_spent') and not exists (select from zone_record_end e where e.record = r.id) group by zone
  )
  select z.id as zone, z.name, z.district, z.status, v.version, v.is_standing, (coalesce(t.code, 0) & 4095)::int as tasks, (coalesce(t.code, 0) >> 24)::int as tasks_done,
    ((coalesce(t.code, 0) >> 12) & 4095)::int as tasks_going_on, coalesce(t.overdue, 0) as tasks_overdue, coalesce(t.late_start, 0) as tasks_late_start,
    coalesce(i.n, 0) as indicators, coalesce(i.share, 0) + coalesce(c.share, 0) as share,
    coalesce(p.yuan, 0) as planned_yuan, coalesce(f.arrived, 0) as arrived_yuan, coalesce(f.spent, 0) as spent_yuan
  from zone z left join versions v on v.zone = z.id left join tasks t on t.zone = z.id left join reported i on i.zone = z.id left join counted c on c.zone = z.id
    left join plan_funds p on p.zone = v.zone and p.version = v.version and p.year = $1::int left join funds f on f.zone = z.id
  where (select app.is_city()) or z.id in (select app.own_zones()) order by z.name, z.id`;

const now = summed(standing);
const then = summed(remembered);

/** The scorecards of a year of every zone the reader may see, in sums. */
export async function scorecardRows(tx: Tx, year: number, today: BusinessDate): Promise<readonly ScorecardRow[]> {
  const rows = await tx.rows<ScorecardRow>(now, [year, today]);
  if (rows.every(({ is_standing }) => is_standing !== false)) return rows;
  const older = new Map((await tx.rows<ScorecardRow>(then, [year, today])).map((row) => [row.zone, row]));
  return rows.map((row) => (row.is_standing === false ? (older.get(row.zone) ?? row) : row));
}
