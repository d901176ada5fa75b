import type { BusinessDate } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** The register's entry of a zone with the case that designated it. */
export const dossierZone = (tx: Tx, zone: string) =>
  tx.one<{
    id: string;
    number: string;
    certificate: string;
    name: string;
    district: string;
    site_kind: string;
    boundary: string;
    industries: readonly string[];
    operator_name: string;
    designated_on: BusinessDate;
    status: string;
    status_since: BusinessDate;
    kase_number: string;
  }>(
    `select z.id, z.number, z.certificate, z.name, z.district, z.site_kind, z.boundary, z.industries, z.operator_name, z.designated_on, z.status,
       z.status_since, k.number as kase_number from zone z join kase k on k.id = z.kase where z.id = $1`,
    [zone],
  );

/** Every result of the zone, points in hundredths. */
export const dossierGrades = (tx: Tx, zone: string) =>
  tx.rows<{
    year: number;
    grade: string;
    part_one: number;
    part_two: number;
    part_three: number;
    total: number;
    plan_version: number;
    decided_on: BusinessDate;
    number: string;
  }>(
    `select r.year, r.grade, r.part_one, r.part_two, r.part_three, r.total, r.plan_version, r.decided_on, k.number
     from recognition r join kase k on k.id = r.kase where r.zone = $1 order by r.year`,
    [zone],
  );

/** Support that stands, by year and clause, in fen. */
export const dossierSupport = (tx: Tx, zone: string) =>
  tx.rows<{ year: number; clause: string; agencies: number; items: number; cash: number; vouchers: number }>(
    `select s.year, s.clause, count(distinct s.agency) as agencies, count(*) as items,
       coalesce(sum(s.amount) filter (where s.paid_as = 'cash'), 0)::bigint as cash, coalesce(sum(s.amount) filter (where s.paid_as = 'voucher'), 0)::bigint as vouchers
     from support s where s.zone = $1 and not exists (select from support_end e where e.kase = s.kase) group by 1, 2 order by 1, 2`,
    [zone],
  );

/** Agencies inside on a day with their staff as last told. */
export const dossierAgencies = (tx: Tx, zone: string, day: BusinessDate) =>
  tx.rows<{
    name: string;
    credit_code: string | null;
    from_day: BusinessDate;
    staff: number | null;
    attorneys: number | null;
    told_on: BusinessDate | null;
  }>(
    `select o.name, o.credit_code, min(m.from_day) as from_day, t.staff, t.attorneys, t.on_day as told_on
     from zone_membership m join organisation o on o.id = m.agency
       left join lateral (select (r.data->>'staff')::int as staff, (r.data->>'attorneys')::int as attorneys, r.on_day from zone_record r
         where r.zone = m.zone and r.agency = m.agency and r.kind = 'staff' and r.on_day <= $2 and not exists (select from zone_record_end e where e.record = r.id)
         order by r.on_day desc, r.seq desc limit 1) t on true
     where m.zone = $1 and m.known_to is null and m.from_day <= $2 and coalesce(m.to_day, 'infinity') >= $2
     group by o.id, o.name, o.credit_code, t.staff, t.attorneys, t.on_day order by min(m.from_day), o.name`,
    [zone, day],
  );

/** Measures, preferential terms and support of the district that stand on record. */
export const dossierMeasures = (tx: Tx, zone: string) =>
  tx.rows<{ kind: string; on_day: BusinessDate; title: string; says: string; yuan: number | null; organisation_name: string }>(
    `select r.kind, r.on_day, coalesce(r.data->>'title', '') as title, coalesce(r.data->>'summary', r.data->>'note', '') as says, r.yuan, r.organisation_name
     from zone_record r where r.zone = $1 and r.kind in ('measure', 'preference', 'district_support')
       and not exists (select from zone_record_end e where e.record = r.id) order by r.kind, r.on_day, r.seq`,
    [zone],
  );

/** A file that proves something of the zone: named by its hash, with where it was handed in. */
export type EvidenceRow = { readonly hash: string; readonly file_name: string; readonly size: number; readonly source: string };

/** Every file of the cases and records of the zone, each once, in a fixed order. */
export const dossierEvidence = (tx: Tx, zone: string, kase: string) =>
  tx.rows<EvidenceRow>(
    `with named as (
       select x.hash, x.file_name, k.number as source, 1 as place from attachment_use x join kase k on k.id = x.kase
         where k.id in (select z.kase from zone z where z.id = $1 union select p.kase from plan_version p where p.zone = $1
           union select r.kase from recognition r where r.zone = $1 union select $2::uuid)
       union all
       select f.hash, f.file_name, coalesce('任务' || t.no || '进展 ' || t.on_day, '指标' || i.no || '填报 ' || i.on_day,
           case r.kind when 'measure' then '措施' when 'preference' then '优惠政策' when 'visit' then '指导记录' when 'staff' then '从业人员'
             when 'district_support' then '区县支持' else '配套资金' end || ' ' || r.on_day), 2
         from zone_file f left join task_report t on t.id = f.entry left join indicator_report i on i.id = f.entry left join zone_record r on r.id = f.entry
         where f.zone = $1 and not exists (select from zone_record_end e where e.record = f.entry)
     ),
     once as (select distinct on (hash) hash, file_name, source, place from named order by hash, place, source, file_name)
     select encode(o.hash, 'hex') as hash, o.file_name, a.size, o.source from once o join attachment a using (hash) order by o.place, o.source, o.file_name, o.hash`,
    [zone, kase],
  );
