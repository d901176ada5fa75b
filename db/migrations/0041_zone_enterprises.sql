-- The enterprises of a zone come and go: each with its days, as the agencies, instead of one list frozen at the designation.

-- A stay is of an agency, or of an enterprise under its credit code; few enterprises are organisations here.
alter table zone_membership
  alter column agency drop not null,
  add column credit_code text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  add column name text check (length(name) between 1 and 100),
  add constraint zone_membership_party check ((agency is null) = (credit_code is not null) and (agency is null) = (name is not null));
create unique index zone_enterprise_live on zone_membership (credit_code, zone, from_day) where known_to is null and agency is null;

drop policy reads on zone_membership;
create policy reads on zone_membership for select to jixia_app using (
  (select app.is_city()) or (select app.is_office('administrator')) or agency = (select app.organisation())
  or credit_code = (select app.credit_code()) or zone in (select app.own_zones())
);

-- What the designated applications list, from the day of the designation and known since then.
insert into zone_membership (id, zone, credit_code, name, from_day, known_from, kase)
  select gen_random_uuid(), z.id, c.code, left(coalesce(o.name, f.name, c.code), 100), z.designated_on, z.known_from, null
  from zone z cross join lateral (select distinct code from unnest(z.enterprise_codes) code) c
    left join organisation o on o.credit_code = c.code
    left join lateral (
      select e->>'name' as name from kase k, jsonb_array_elements(case when jsonb_typeof(k.data #> '{form,industry,enterprises}') = 'array' then k.data #> '{form,industry,enterprises}' else '[]' end) e
      where k.id = z.kase and upper(e->>'creditCode') = c.code and e->>'name' <> '' limit 1
    ) f on true
  where c.code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$';
alter table zone drop column enterprise_codes;

-- As before, for either party: an agency by its organisation, an enterprise by its code and name.
drop function app.keep_stay;
create function app.keep_stay(
  p_kase uuid, p_zone uuid, p_agency uuid, p_code text, p_name text, p_replaces uuid, p_id uuid, p_from date, p_to date, p_at timestamptz
) returns boolean
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not app.is_office('county_reviewer', 'county_approver', 'centre_officer', 'centre_approver') or not app.is_moving(p_kase) then
    raise exception 'the office % may not keep the register of stays', app.office() using errcode = '42501';
  end if;
  if not exists (
    select from kase where id = p_kase and process = 'residence' and state = 'confirmed' and data->>'zone' = p_zone::text
      and case when p_agency is null then data->>'member' = 'enterprise' and data->>'creditCode' = p_code
               else coalesce(data->>'member', 'agency') = 'agency' and data->>'organisation' = p_agency::text end
      and not coalesce(hands->'open', '[]') ? app.person()::text
  ) then
    raise exception 'case % confirms no such stay', p_kase using errcode = '42501';
  end if;
  perform from zone where id = p_zone for update;
  if p_replaces is not null and not exists (
    select from zone_membership m where m.id = p_replaces and m.zone = p_zone and m.known_to is null
      and m.agency is not distinct from p_agency and m.credit_code is not distinct from p_code
  ) then
    return false;
  end if;
  if p_from is not null and exists (
    select from zone_membership m where m.zone = p_zone and m.known_to is null and m.id is distinct from p_replaces
      and m.agency is not distinct from p_agency and m.credit_code is not distinct from p_code
      and daterange(m.from_day, m.to_day, '[]') && daterange(p_from, p_to, '[]')
  ) then
    return false;
  end if;
  update zone_membership set known_to = greatest(known_from, p_at) where id = p_replaces;
  if p_from is not null then
    insert into zone_membership (id, zone, agency, credit_code, name, from_day, to_day, known_from, kase)
      values (p_id, p_zone, p_agency, p_code, p_name, p_from, p_to, p_at, p_kase);
  end if;
  return true;
end $$;
revoke all on function app.keep_stay from public;
grant execute on function app.keep_stay to jixia_app;

-- The enterprises of the application move in with the title: filed by the unit, checked by the county, designated by the centre.
create function app.take_in_enterprises(p_zone uuid, p_codes text[], p_names text[], p_at timestamptz) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not app.is_office('centre_approver') or not exists (select from zone where id = p_zone and app.is_moving(kase)) then
    raise exception 'the office % may not take enterprises into a zone', app.office() using errcode = '42501';
  end if;
  insert into zone_membership (id, zone, credit_code, name, from_day, known_from, kase)
    select distinct on (n.code) gen_random_uuid(), z.id, n.code, coalesce(o.name, n.name), z.designated_on, p_at, null
    from zone z cross join unnest(p_codes, p_names) n(code, name) left join organisation o on o.credit_code = n.code
    where z.id = p_zone and not exists (select from zone_membership m where m.zone = z.id and m.credit_code = n.code);
end $$;
revoke all on function app.take_in_enterprises from public;
grant execute on function app.take_in_enterprises to jixia_app;

create function app.zone_enterprises(p_zone uuid) returns table (stay uuid, name text, credit_code text, from_day date, to_day date, kase uuid)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select m.id, m.name, m.credit_code, m.from_day, m.to_day, m.kase from zone_membership m
  where m.zone = p_zone and m.agency is null and m.known_to is null and (app.is_city() or m.zone in (select app.own_zones()))
  order by m.name, m.from_day
$$;
revoke all on function app.zone_enterprises from public;
grant execute on function app.zone_enterprises to jixia_app;

-- Where and when these enterprises sat, as it was known at a moment: a determination asks it of an agency's clients, whoever reads it.
create function app.stays_of_enterprises(p_codes text[], p_known timestamptz) returns table (zone uuid, code text, from_day date, to_day date)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select m.zone, m.credit_code, m.from_day, m.to_day from zone_membership m
  where m.credit_code = any (p_codes) and m.known_from <= p_known and (m.known_to is null or m.known_to > p_known) and app.office() <> 'nobody'
$$;
revoke all on function app.stays_of_enterprises from public;
grant execute on function app.stays_of_enterprises to jixia_app;
