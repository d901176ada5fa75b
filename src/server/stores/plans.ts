import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** One consented version of a zone's plan. */
export type PlanVersionRow = {
  readonly version: number;
  readonly kase: string;
  readonly number: string;
  readonly content: unknown;
  readonly is_editorial: boolean;
  readonly counts_from: number;
  readonly document_number: string;
  readonly consented_on: BusinessDate;
};

const versionColumns = `v.version, v.kase, k.number, v.content, v.is_editorial, v.counts_from, v.document_number, v.consented_on`;

/** Every version of a zone's plan, the newest first. */
export const planVersions = (tx: Tx, zone: string) =>
  tx.rows<PlanVersionRow>(
    `select ${versionColumns} from plan_version v join kase k on k.id = v.kase where v.zone = $1 order by v.version desc`,
    [zone],
  );

/** The version that is the yardstick of a year: the last that counts from it or before. */
export const planVersionFor = (tx: Tx, zone: string, year: number) =>
  tx.one<PlanVersionRow>(
    `select ${versionColumns} from plan_version v join kase k on k.id = v.kase where v.zone = $1 and v.counts_from <= $2 order by v.version desc limit 1`,
    [zone, year],
  );

/** A zone with what a plan case needs to know of it. */
export type ZonePlanRow = {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly operator: string;
  readonly status: string;
  readonly version: number | null;
  readonly content: unknown;
  readonly consented_on: BusinessDate | null;
  readonly other_case: string | null;
  readonly reviewed_year: number | null;
  readonly application: unknown;
  readonly spent_tasks: readonly string[];
  readonly spent_indicators: readonly string[];
};

const spent = (list: 'tasks' | 'indicators') =>
  `array(select distinct r->>'no' from plan_version p, jsonb_array_elements(p.content#>'{${list},rows}') r where p.zone = z.id
     and not exists (select from jsonb_array_elements(v.content#>'{${list},rows}') n where n->>'no' = r->>'no') order by 1) as spent_${list}`;

/** The zone, the plan in force, and what else goes on about it; `except` is the case that asks. */
export const findZonePlan = (tx: Tx, zone: string, except: string | null) =>
  tx.one<ZonePlanRow>(
    `select z.id, z.name, z.district, z.operator, z.status, v.version, v.content, v.consented_on,
       (select k.number from kase k where k.owner = z.operator and k.process = 'plan' and k.data->>'zone' = z.id::text and k.id is distinct from $2::uuid
          and k.state not in ('consented', 'refused', 'county_rejected', 'withdrawn') order by k.opened_at limit 1) as other_case,
       (select max((k.data->>'year')::int) from kase k where k.owner = z.operator and k.process = 'recognition' and k.data->>'zone' = z.id::text
          and k.state not in ('self_assessment', 'county_opinion', 'county_approval', 'ended')) as reviewed_year,
       case when v.version is null then (select k.data->'form' from kase k where k.id = z.kase and k.process = 'application') end as application,
       ${spent('tasks')}, ${spent('indicators')}
     from zone z left join lateral (select * from plan_version p where p.zone = z.id order by p.version desc limit 1) v on true where z.id = $1`,
    [zone, except],
  );

/** Puts a version in force; false when another one was faster than `base`. */
export const adoptPlan = async (
  tx: Tx,
  row: {
    readonly zone: string;
    readonly base: number;
    readonly kase: string;
    readonly content: unknown;
    readonly isEditorial: boolean;
    readonly countsFrom: number;
    readonly documentNumber: string;
    readonly day: BusinessDate;
    readonly at: Instant;
  },
): Promise<boolean> => {
  const { zone, base, kase, content, isEditorial, countsFrom, documentNumber, day, at } = row;
  const values = [zone, base, kase, JSON.stringify(content), isEditorial, countsFrom, documentNumber, day, at];
  const done = await tx.one<{ adopted: boolean }>(`select app.adopt_plan($1, $2, $3, $4, $5, $6, $7, $8, $9) as adopted`, values);
  return done?.adopted === true;
};

/** The latest report of a task or, for a year, of an indicator. */
export type TaskReportRow = {
  readonly id: string;
  readonly no: string;
  readonly state: 'not_started' | 'going_on' | 'done';
  readonly on_day: BusinessDate;
  readonly spent_yuan: number;
  readonly note: string;
  readonly person_name: string;
  readonly known_from: Instant;
  readonly files: Readonly<Record<string, string>>;
};
export type IndicatorReportRow = Omit<TaskReportRow, 'state' | 'spent_yuan'> & {
  readonly year: number;
  readonly value: number;
  readonly unit: string;
};

const filesOf = (alias: string) =>
  `coalesce((select jsonb_object_agg(encode(x.hash, 'hex'), x.file_name) from zone_file x where x.entry = ${alias}.id), '{}') as files`;
const taskColumns = `r.id, r.no, r.state, r.on_day, r.spent_yuan, r.note, r.person_name, r.known_from, ${filesOf('r')}`;
const indicatorColumns = `r.id, r.no, r.year, r.value, r.unit, r.on_day, r.note, r.person_name, r.known_from, ${filesOf('r')}`;

/** The latest report of every task of a zone up to a day. */
export const latestTaskReports = (tx: Tx, zone: string, until: BusinessDate) =>
  tx.rows<TaskReportRow>(
    `select distinct on (r.no) ${taskColumns} from task_report r where r.zone = $1 and r.on_day <= $2 order by r.no, r.on_day desc, r.seq desc`,
    [zone, until],
  );

/** The latest value of every reported indicator of a zone for a year. */
export const latestIndicatorReports = (tx: Tx, zone: string, year: number) =>
  tx.rows<IndicatorReportRow>(
    `select distinct on (r.no) ${indicatorColumns} from indicator_report r where r.zone = $1 and r.year = $2 order by r.no, r.on_day desc, r.seq desc`,
    [zone, year],
  );

export const taskReports = (tx: Tx, zone: string, no: string) =>
  tx.rows<TaskReportRow>(
    `select ${taskColumns} from task_report r where r.zone = $1 and r.no = $2 order by r.on_day desc, r.seq desc limit 500`,
    [zone, no],
  );

export const indicatorReports = (tx: Tx, zone: string, no: string) =>
  tx.rows<IndicatorReportRow>(
    `select ${indicatorColumns} from indicator_report r where r.zone = $1 and r.no = $2 order by r.year desc, r.on_day desc, r.seq desc limit 500`,
    [zone, no],
  );

type Reporter = { readonly id: string; readonly person: string; readonly personName: string; readonly at: Instant };
type ReportOn = Reporter & {
  readonly zone: string;
  readonly no: string;
  readonly version: number;
  readonly on: string;
  readonly note: string;
};

export const insertTaskReport = (tx: Tx, row: ReportOn & { readonly state: string; readonly spentYuan: number }) =>
  tx.run(
    `insert into task_report (id, zone, no, version, state, on_day, spent_yuan, note, person, person_name, known_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [row.id, row.zone, row.no, row.version, row.state, row.on, row.spentYuan, row.note, row.person, row.personName, row.at],
  );

export const insertIndicatorReport = (tx: Tx, row: ReportOn & { readonly year: number; readonly value: number; readonly unit: string }) =>
  tx.run(
    `insert into indicator_report (id, zone, no, version, year, value, unit, on_day, note, person, person_name, known_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [row.id, row.zone, row.no, row.version, row.year, row.value, row.unit, row.on, row.note, row.person, row.personName, row.at],
  );

/** Ties files to a report or record; the uploader's names for them come along. */
export const insertZoneFiles = (
  tx: Tx,
  row: {
    readonly entry: string;
    readonly zone: string;
    readonly person: string;
    readonly isPublic: boolean;
    readonly hashes: readonly string[];
  },
) =>
  tx.run(
    `insert into zone_file (entry, zone, hash, file_name, is_public, person)
     select distinct on (u.hash) $1::uuid, $2::uuid, u.hash, u.file_name, $3::boolean, $4::uuid from upload u
     where encode(u.hash, 'hex') = any ($5::text[]) order by u.hash, u.id`,
    [row.entry, row.zone, row.isPublic, row.person, row.hashes],
  );

/** A file that a report or record of a zone names; readable as that is. */
export const findZoneFile = (tx: Tx, hash: Buffer, zone: string) =>
  tx.one<{ file_name: string; type: string; size: number; part: null; process: null }>(
    `select x.file_name, a.type, a.size, null as part, null as process from zone_file x join attachment a using (hash) where x.hash = $1 and x.zone = $2 limit 1`,
    [hash, zone],
  );
