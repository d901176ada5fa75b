-- Who sits in a zone, from which day to which: proved, confirmed by a second person before it counts, and never overwritten (I-08).

-- Two times: the days of the stay, and from when to when that was what was known. What stood before this counts as confirmed.
alter table zone_membership
  add column known_to timestamptz check (known_to >= known_from),
  -- The case in which it was recorded and confirmed; none for what stood before.
  add column kase uuid references kase,
  drop constraint zone_membership_agency_zone_from_day_key;
create unique index zone_membership_live on zone_membership (agency, zone, from_day) where known_to is null;
create index on zone_membership (agency);

-- The register is written by one function, which takes what a confirmed case says and nothing else.
-- An agency reads its own stays, not those of the others of its district.
drop policy reads on zone_membership;
create policy reads on zone_membership for select to jixia_app using (
  (select app.is_city()) or (select app.is_office('administrator')) or agency = (select app.organisation()) or zone in (select app.own_zones())
);
drop policy writes on zone_membership;
drop policy ends on zone_membership;
revoke insert, update on zone_membership from jixia_app;

drop policy opens on kase;
create policy opens on kase for insert to jixia_app with check (
  owner is not distinct from (select app.organisation())
  or (process in ('recognition', 'rectification', 'revocation', 'recommendation', 'residence') and (select app.is_office('centre_officer', 'clock')))
);

-- Ends what a stay was known as (p_replaces) and puts down what it is known as from now on; no first day: the stay never was.
-- Only in the transaction that confirms the case, by another person than who recorded it. Says whether the register still
-- stood as the case found it.
create function app.keep_stay(p_kase uuid, p_zone uuid, p_agency uuid, p_replaces uuid, p_id uuid, p_from date, p_to date, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not app.is_office('county_reviewer', 'county_approver', 'centre_officer', 'centre_approver') or not app.is_moving(p_kase) then
    raise exception 'the office % may not keep the register of stays', app.office() using errcode = '42501';
  end if;
  if not exists (
    select from kase where id = p_kase and process = 'residence' and state = 'confirmed' and data->>'zone' = p_zone::text
      and data->>'organisation' = p_agency::text and not coalesce(hands->'open', '[]') ? app.person()::text
  ) then
    raise exception 'case % confirms no such stay', p_kase using errcode = '42501';
  end if;
  perform from zone where id = p_zone for update;
  if p_replaces is not null and not exists (
    select from zone_membership where id = p_replaces and zone = p_zone and agency = p_agency and known_to is null
  ) then
    return false;
  end if;
  if p_from is not null and exists (
    select from zone_membership m where m.zone = p_zone and m.agency = p_agency and m.known_to is null and m.id is distinct from p_replaces
      and daterange(m.from_day, m.to_day, '[]') && daterange(p_from, p_to, '[]')
  ) then
    return false;
  end if;
  update zone_membership set known_to = greatest(known_from, p_at) where id = p_replaces;
  if p_from is not null then
    insert into zone_membership (id, agency, zone, from_day, to_day, known_from, kase) values (p_id, p_agency, p_zone, p_from, p_to, p_at, p_kase);
  end if;
  return true;
end $$;
revoke all on function app.keep_stay from public;
grant execute on function app.keep_stay to jixia_app;

-- As before, of what is known now; each stay with its own name and the case that proved it.
drop function app.zone_agencies;
create function app.zone_agencies(p_zone uuid) returns table (stay uuid, id uuid, name text, credit_code text, from_day date, to_day date, kase uuid)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select m.id, o.id, o.name, o.credit_code, m.from_day, m.to_day, m.kase from zone_membership m join organisation o on o.id = m.agency
  where m.zone = p_zone and m.known_to is null and (app.is_city() or m.zone in (select app.own_zones()))
  order by o.name, m.from_day
$$;
revoke all on function app.zone_agencies from public;
grant execute on function app.zone_agencies to jixia_app;

-- As before, of the stays as they are known now.
create or replace function app.zone_counted(p_zone uuid, p_year integer, p_today date, p_sources text[]) returns table (zone uuid, source text, value double precision)
language sql stable security definer rows 6000 set search_path = public, app, pg_temp as $$
  with span as (select make_date(p_year, 1, 1) as first, make_date(p_year, 12, 31) as last, least(make_date(p_year, 12, 31), p_today) as day),
  seen as (select z.id from zone z where (p_zone is null or z.id = p_zone) and ((select app.is_city()) or z.id in (select app.own_zones()))),
  inside as materialized (
    select m.agency, m.zone, m.from_day, coalesce(m.to_day, 'infinity'::date) as to_day from zone_membership m where m.known_to is null and ((p_zone is null and (select app.is_city())) or m.zone in (select id from seen))
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
