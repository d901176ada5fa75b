-- The agencies of a zone by name, for whoever may read the zone: a building unit reads no other organisation, but it must name one to record its staff (row 6.2).
create function app.zone_agencies(p_zone uuid) returns table (id uuid, name text, from_day date, to_day date)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select o.id, o.name, m.from_day, m.to_day from zone_membership m join organisation o on o.id = m.agency
  where m.zone = p_zone and (app.is_city() or m.zone in (select app.own_zones()))
  order by o.name, m.from_day
$$;
revoke all on function app.zone_agencies from public;
grant execute on function app.zone_agencies to jixia_app;
