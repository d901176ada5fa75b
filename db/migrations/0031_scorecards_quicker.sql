-- Scorecards of all zones in less time: facts of a kind and year and indicators of a year by an index, and only the counts that somebody's plan uses.

create index on fact (kind, valid_on) where known_to is null;

-- What a scorecard sums stands in indexes: indicators of a year in the order of their zones, those the system counts with their
-- targets, tasks by the day they start. Rows of other years are not read.
drop index indicator_standing_year_source_zone_idx;
create index on indicator_standing (year, zone) include (source, target, actual);
create index on indicator_standing (year, source, zone) include (target) where source <> 'reported';
create index on task_standing (starts) include (zone, ends, code, reported_on);

-- As before, for the sources asked for only; null asks for all.
drop function app.zone_counted;
create function app.zone_counted(p_zone uuid, p_year integer, p_today date, p_sources text[]) returns table (zone uuid, source text, value double precision)
language sql stable security definer rows 6000 set search_path = public, app, pg_temp as $$
  with span as (select make_date(p_year, 1, 1) as first, make_date(p_year, 12, 31) as last, least(make_date(p_year, 12, 31), p_today) as day),
  seen as (select z.id from zone z where (p_zone is null or z.id = p_zone) and ((select app.is_city()) or z.id in (select app.own_zones()))),
  inside as materialized (
    select m.agency, m.zone, m.from_day, coalesce(m.to_day, 'infinity'::date) as to_day from zone_membership m where (p_zone is null and (select app.is_city())) or m.zone in (select id from seen)
  )
  select i.zone, 'agencies', count(distinct i.agency)::double precision from inside i, span where (p_sources is null or 'agencies' = any(p_sources)) and span.day between i.from_day and i.to_day group by 1
  union all
  select latest.zone, 'staff', sum(staff) from (
    select distinct on (r.zone, r.agency) r.zone, (r.data->>'staff')::double precision as staff from zone_record r
      join inside i on i.zone = r.zone and i.agency = r.agency, span
    where (p_sources is null or 'staff' = any(p_sources)) and r.kind = 'staff' and r.on_day <= span.day and span.day between i.from_day and i.to_day and not exists (select from zone_record_end e where e.record = r.id)
    order by r.zone, r.agency, r.on_day desc, r.seq desc
  ) latest group by 1
  union all
  select i.zone, 'invention_grants', count(distinct f.matter collate "C") from span, app.undisputed_facts('invention_grant', span.first, span.last) f
    join inside i on i.agency = f.agency and f.valid_on between i.from_day and i.to_day where (p_sources is null or 'invention_grants' = any(p_sources)) group by 1
  union all
  select i.zone, 'scheme_loans', count(distinct f.matter collate "C") from span, app.undisputed_facts('pledge_loan', span.first, span.last) f
    join inside i on i.agency = f.agency and f.valid_on between i.from_day and i.to_day where (p_sources is null or 'scheme_loans' = any(p_sources)) and f.data->>'insuredByGovBankInsurer' = 'true' group by 1
  union all
  -- A contract counts in every year in which it runs while its agency is inside.
  select i.zone, 'custody_contracts', count(distinct f.matter collate "C") from span, app.undisputed_facts('custody_contract', '-infinity', span.last) f
    join inside i on i.agency = f.agency where (p_sources is null or 'custody_contracts' = any(p_sources)) and coalesce((f.data->>'endDate')::date, 'infinity') >= greatest(span.first, i.from_day) and i.to_day >= greatest(span.first, f.valid_on)
      and i.from_day <= span.last group by 1
  union all
  select i.zone, 'certificates', count(distinct f.matter collate "C") from span, app.undisputed_facts('agent_certificate', span.first, span.last) f
    join inside i on i.agency = f.agency and f.valid_on between i.from_day and i.to_day where (p_sources is null or 'certificates' = any(p_sources)) group by 1
  union all
  select i.zone, 'won_cases', count(distinct f.matter collate "C") from span, app.undisputed_facts('litigation', span.first, span.last) f
    join inside i on i.agency = f.agency and f.valid_on between i.from_day and i.to_day
    where (p_sources is null or 'won_cases' = any(p_sources)) and f.data->>'outcome' = 'won' and f.data->>'isFinal' = 'true' group by 1
$$;
revoke all on function app.zone_counted from public;
grant execute on function app.zone_counted to jixia_app;

create or replace function app.zone_counts(p_zone uuid, p_year integer, p_today date) returns table (source text, value double precision) language sql stable as $$
  select s.source, coalesce(c.value, case when s.source = 'staff' then null else 0 end)
  from unnest(array['agencies', 'staff', 'invention_grants', 'scheme_loans', 'custody_contracts', 'certificates', 'won_cases']) s(source)
    left join app.zone_counted(p_zone, p_year, p_today, null) c on c.source = s.source
$$;
