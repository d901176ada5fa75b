-- Scorecards of all zones in one pass: planned funds by version beside the content, and what is counted without the rows that are nothing.

-- Planned funds of each version by year, derived from its content.
create table plan_funds (
  zone uuid not null,
  version integer not null,
  year integer not null,
  yuan bigint not null,
  primary key (zone, version, year),
  foreign key (zone, version) references plan_version (zone, version)
);
call app.protect('plan_funds');
create policy reads on plan_funds for select to jixia_app using ((select app.is_city()) or zone in (select app.own_zones()));
grant select on plan_funds to jixia_app;
create function app.note_plan_funds() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  insert into plan_funds (zone, version, year, yuan)
    select new.zone, new.version, f.year, sum(f.yuan)::bigint from jsonb_to_recordset(new.content#>'{funding,rows}') as f(year integer, yuan bigint) group by f.year;
  return null;
end $$;
revoke all on function app.note_plan_funds from public;
create trigger notes after insert on plan_version for each row execute function app.note_plan_funds();
insert into plan_funds (zone, version, year, yuan)
  select v.zone, v.version, f.year, sum(f.yuan)::bigint from plan_version v, jsonb_to_recordset(v.content#>'{funding,rows}') as f(year integer, yuan bigint) group by 1, 2, 3;

create index on indicator_standing (year, source, zone) where source <> 'reported';

-- What the system counts of a zone in a year, one select a source: of agencies only on the days they were inside. Numbers only,
-- for whoever may read the zone; the facts themselves stay with their agencies. null asks for every zone; what is nothing has no row.
create function app.zone_counted(p_zone uuid, p_year integer, p_today date) returns table (zone uuid, source text, value double precision)
language sql stable security definer set search_path = public, app, pg_temp as $$
  with span as (select make_date(p_year, 1, 1) as first, make_date(p_year, 12, 31) as last, least(make_date(p_year, 12, 31), p_today) as day),
  seen as (select z.id from zone z where (p_zone is null or z.id = p_zone) and (app.is_city() or z.id in (select app.own_zones()))),
  inside as materialized (
    select m.agency, m.zone, m.from_day, coalesce(m.to_day, 'infinity'::date) as to_day from zone_membership m where m.zone in (select id from seen)
  )
  select i.zone, 'agencies', count(distinct i.agency)::double precision from inside i, span where span.day between i.from_day and i.to_day group by 1
  union all
  select latest.zone, 'staff', sum(staff) from (
    select distinct on (r.zone, r.agency) r.zone, (r.data->>'staff')::double precision as staff from zone_record r
      join inside i on i.zone = r.zone and i.agency = r.agency, span
    where r.kind = 'staff' and r.on_day <= span.day and span.day between i.from_day and i.to_day and not exists (select from zone_record_end e where e.record = r.id)
    order by r.zone, r.agency, r.on_day desc, r.seq desc
  ) latest group by 1
  union all
  select i.zone, 'invention_grants', count(distinct f.matter) from span, app.undisputed_facts('invention_grant', span.first, span.last) f
    join inside i on i.agency = f.agency and f.valid_on between i.from_day and i.to_day group by 1
  union all
  select i.zone, 'scheme_loans', count(distinct f.matter) from span, app.undisputed_facts('pledge_loan', span.first, span.last) f
    join inside i on i.agency = f.agency and f.valid_on between i.from_day and i.to_day where f.data->>'insuredByGovBankInsurer' = 'true' group by 1
  union all
  -- A contract counts in every year in which it runs while its agency is inside.
  select i.zone, 'custody_contracts', count(distinct f.matter) from span, app.undisputed_facts('custody_contract', '-infinity', span.last) f
    join inside i on i.agency = f.agency where coalesce((f.data->>'endDate')::date, 'infinity') >= greatest(span.first, i.from_day) and i.to_day >= greatest(span.first, f.valid_on)
      and i.from_day <= span.last group by 1
  union all
  select i.zone, 'certificates', count(distinct f.matter) from span, app.undisputed_facts('agent_certificate', span.first, span.last) f
    join inside i on i.agency = f.agency and f.valid_on between i.from_day and i.to_day group by 1
  union all
  select i.zone, 'won_cases', count(distinct f.matter) from span, app.undisputed_facts('litigation', span.first, span.last) f
    join inside i on i.agency = f.agency and f.valid_on between i.from_day and i.to_day
    where f.data->>'outcome' = 'won' and f.data->>'isFinal' = 'true' group by 1
$$;
revoke all on function app.zone_counted from public;
grant execute on function app.zone_counted to jixia_app;

-- The same for one zone with a row for every source: nothing is 0, but staff that was never told is unknown.
drop function app.zone_counts;
create function app.zone_counts(p_zone uuid, p_year integer, p_today date) returns table (source text, value double precision) language sql stable as $$
  select s.source, coalesce(c.value, case when s.source = 'staff' then null else 0 end)
  from unnest(array['agencies', 'staff', 'invention_grants', 'scheme_loans', 'custody_contracts', 'certificates', 'won_cases']) s(source)
    left join app.zone_counted(p_zone, p_year, p_today) c on c.source = s.source
$$;
