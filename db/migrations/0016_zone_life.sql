-- The life of a zone after its designation: how its title stood from day to day, as it became known, and why.
create table zone_status (
  zone uuid not null references zone,
  seq integer not null,
  status text not null check (status in ('designated', 'rectifying', 'revoked')),
  from_day date not null,
  -- A title got by deceit is withdrawn backwards: it never stood (I-06).
  is_deceit boolean not null default false,
  kase uuid references kase,
  known_from timestamptz not null,
  primary key (zone, seq)
);
insert into zone_status (zone, seq, status, from_day, kase, known_from) select id, 1, 'designated', designated_on, kase, known_from from zone;
call app.protect('zone_status');
create policy reads on zone_status for select to jixia_app using (true);
grant select on zone_status to jixia_app;

-- The first entry comes with the zone.
create function app.begin_zone_status() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  insert into zone_status (zone, seq, status, from_day, kase, known_from) values (new.id, 1, 'designated', new.designated_on, new.kase, new.known_from);
  return null;
end $$;
create trigger begins after insert on zone for each row execute function app.begin_zone_status();
revoke all on function app.begin_zone_status from public;

-- Appends to the history and keeps the register in step: only the centre's approver, in the transaction that moves the case which decides it.
create function app.set_zone_status(p_zone uuid, p_status text, p_from date, p_is_deceit boolean, p_kase uuid, p_at timestamptz) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not app.is_office('centre_approver') or not app.is_moving(p_kase) then
    raise exception 'the office % may not change a title', app.office() using errcode = '42501';
  end if;
  perform from zone where id = p_zone for update;
  insert into zone_status (zone, seq, status, from_day, is_deceit, kase, known_from)
    select p_zone, max(seq) + 1, p_status, p_from, p_is_deceit, p_kase, p_at from zone_status where zone = p_zone;
  update zone set status = p_status, status_since = p_from where id = p_zone;
end $$;
revoke all on function app.set_zone_status from public;
grant execute on function app.set_zone_status to jixia_app;
