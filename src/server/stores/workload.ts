import type { BusinessDate } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** What is asked: a year of receipt, the county's part in each process, and the days worked since `first`. */
export type WorkloadAsked = {
  readonly year: number;
  readonly district: string | null;
  readonly work: readonly { readonly process: string; readonly states: readonly string[]; readonly returns: readonly string[] }[];
  /** Days from `first` on, each with how many were worked up to and including it. */
  readonly days: { readonly first: BusinessDate; readonly totals: readonly number[] };
  /** Cases that still lie with the county are counted up to here. */
  readonly today: BusinessDate;
};

/** All cases behind a figure, or those it counts. */
export type WorkloadAbout = 'all' | 'open' | 'overdue' | 'returned' | 'objected';

export type WorkloadRow = {
  readonly district: string;
  readonly process: string;
  readonly received: number;
  readonly open: number;
  readonly median_days: number | null;
  readonly p90_days: number | null;
  readonly overdue: number;
  readonly returned: number;
  readonly objected: number;
};

export type HandledCase = {
  readonly id: string;
  readonly number: string;
  readonly process: string;
  readonly district: string;
  readonly summary: string;
  readonly received_on: BusinessDate;
  /** null while the case lies with the county. */
  readonly left_on: BusinessDate | null;
  readonly days: number;
  readonly is_overdue: boolean;
  readonly is_returned: boolean;
  readonly is_objected: boolean;
};

/**
 * Every case that first came to a county in the year, from the log of its events alone. A visit begins with the event that
 * brings the case to the county and ends with the one that takes it away; the days of all its visits are added, as the
 * county's clock goes on after a return. Overdue is what the clock said while the case lay there. Only cases that came to a
 * county state within the year are read at all; those among them that had come before fall out at the end.
 */
const handled = `
  with work as (select w.process, w.states, w.returns from jsonb_to_recordset($1::jsonb) as w(process text, states text[], returns text[])),
  entered as materialized (
    select distinct e.kase from work w join case_event e on e.to_state = any (w.states)
    where e.from_state is distinct from e.to_state
      and e.at >= make_date($2, 1, 1)::timestamp at time zone 'Asia/Shanghai' and e.at < make_date($2 + 1, 1, 1)::timestamp at time zone 'Asia/Shanghai'
  ),
  moves as (
    select k.id, k.number, k.process, k.district, k.summary, e.seq, e.event, (e.at at time zone 'Asia/Shanghai')::date as day, e.office,
      coalesce(e.from_state = any (w.states), false) as was_there, e.to_state = any (w.states) as is_there, w.returns
    from entered n join kase k on k.id = n.kase join work w on w.process = k.process join case_event e on e.kase = k.id
    where k.district is not null and ($3::text is null or k.district = $3)
  ),
  visits as (select m.*, count(*) filter (where is_there and not was_there) over (partition by id order by seq) as visit from moves m),
  spans as (
    select id, number, process, district, summary, visit, min(day) as came, min(day) filter (where was_there and not is_there) as went,
      bool_or(office = 'clock' and was_there and is_there) as is_overdue,
      bool_or(was_there and not is_there and event = any (returns)) as is_returned
    from visits where visit > 0 and (was_there or is_there) group by id, number, process, district, summary, visit
  ),
  handled as (
    select id, number, process, district, summary, min(came) as received_on,
      case when bool_and(went is not null) then max(went) end as left_on,
      sum(($5::int[])[coalesce(went, $6::date) - $4::date + 1] - ($5::int[])[came - $4::date + 1])::int as days,
      bool_or(is_overdue) as is_overdue, bool_or(is_returned) as is_returned
    from spans group by id, number, process, district, summary
    having extract(year from min(came)) = $2
  )`;

const values = ({ work, year, district, days, today }: WorkloadAsked) => [
  JSON.stringify(work),
  year,
  district,
  days.first,
  days.totals,
  today,
];

/** How much each county had to do in a year and how it did it, by process. Medians look at finished reviews only. */
export const workloadRows = (tx: Tx, asked: WorkloadAsked) =>
  tx.rows<WorkloadRow>(
    `${handled} select district, process, count(*) as received, count(*) filter (where left_on is null) as open,
       percentile_cont(0.5) within group (order by days) filter (where left_on is not null) as median_days,
       percentile_cont(0.9) within group (order by days) filter (where left_on is not null) as p90_days,
       count(*) filter (where is_overdue) as overdue, count(*) filter (where is_returned) as returned,
       count(*) filter (where app.was_objected(id)) as objected
     from handled group by district, process order by district, process`,
    values(asked),
  );

/** The cases behind the figures, in the order they came. */
export const handledCases = (
  tx: Tx,
  asked: WorkloadAsked,
  page: {
    readonly about: WorkloadAbout;
    readonly after: { readonly day: string; readonly id: string } | null;
    readonly limit: number;
  },
) =>
  tx.rows<HandledCase>(
    `${handled}, told as (select h.*, app.was_objected(h.id) as is_objected from handled h)
     select * from told where ($7::date is null or (received_on, id) > ($7::date, $8::uuid))
       and case $9 when 'open' then left_on is null when 'overdue' then is_overdue when 'returned' then is_returned when 'objected' then is_objected else true end
     order by received_on, id limit $10`,
    [...values(asked), page.after?.day ?? null, page.after?.id ?? null, page.about, page.limit],
  );
