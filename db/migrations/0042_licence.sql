-- The patent-agency qualification with its end, and the list of abnormal operation: entered by one person of the centre, put in force by another (I-09).

-- Two times, as for stays: what stood before counts as decided.
alter table qualification
  add column id uuid not null default gen_random_uuid(),
  add column licence_number text check (length(licence_number) between 1 and 60),
  add column known_to timestamptz check (known_to >= known_from),
  add column kase uuid references kase,
  drop constraint qualification_pkey;
alter table qualification add primary key (id);
create unique index qualification_live on qualification (agency, from_day) where known_to is null;
create index on qualification (agency);
drop policy writes on qualification;
revoke insert on qualification from jixia_app;

-- While an agency is on the list of abnormal operation its facts count and its payment is held.
create table abnormal_operation (
  id uuid primary key,
  agency uuid not null references organisation,
  from_day date not null,
  to_day date check (to_day >= from_day),
  known_from timestamptz not null,
  known_to timestamptz check (known_to >= known_from),
  kase uuid not null references kase
);
create unique index abnormal_operation_live on abnormal_operation (agency) where known_to is null and to_day is null;
create index on abnormal_operation (agency);
call app.protect('abnormal_operation');
create policy reads on abnormal_operation for select to jixia_app using ((select app.is_city()) or agency = (select app.organisation()));
grant select on abnormal_operation to jixia_app;

-- Puts on record what a case says that an approver puts in force, in that transaction, never by who drafted it. p_on is the
-- first day of a qualification, or the day from which it is gone; likewise for the list. Says whether the register stood so.
create function app.keep_licence(p_kase uuid, p_agency uuid, p_entry text, p_number text, p_on date, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  stood uuid;
begin
  if not app.is_office('centre_approver') or not app.is_moving(p_kase) then
    raise exception 'the office % may not keep the register of qualifications', app.office() using errcode = '42501';
  end if;
  if not exists (
    select from kase where id = p_kase and process = 'licence' and state = 'in_force' and data->>'agency' = p_agency::text
      and data->>'entry' = p_entry and not coalesce(hands->'open', '[]') ? app.person()::text
  ) then
    raise exception 'case % decides no such entry', p_kase using errcode = '42501';
  end if;
  perform from organisation where id = p_agency for update;
  if p_entry = 'granted' then
    if exists (select from qualification where agency = p_agency and known_to is null and coalesce(to_day, 'infinity') >= p_on) then
      return false;
    end if;
    insert into qualification (id, agency, licence_number, from_day, known_from, kase) values (gen_random_uuid(), p_agency, p_number, p_on, p_at, p_kase);
  elsif p_entry = 'ended' then
    update qualification set known_to = greatest(known_from, p_at)
      where agency = p_agency and known_to is null and from_day < p_on and coalesce(to_day, 'infinity') >= p_on returning id into stood;
    if stood is null then
      return false;
    end if;
    insert into qualification (id, agency, licence_number, from_day, to_day, known_from, kase)
      select gen_random_uuid(), agency, licence_number, from_day, p_on - 1, p_at, p_kase from qualification where id = stood;
  elsif p_entry = 'listed' then
    if exists (select from abnormal_operation where agency = p_agency and known_to is null and coalesce(to_day, 'infinity') >= p_on) then
      return false;
    end if;
    insert into abnormal_operation (id, agency, from_day, known_from, kase) values (gen_random_uuid(), p_agency, p_on, p_at, p_kase);
    update payable set is_held = true where organisation = p_agency and not is_held and paid_at is null and cancelled_at is null;
  elsif p_entry = 'delisted' then
    update abnormal_operation set known_to = greatest(known_from, p_at)
      where agency = p_agency and known_to is null and to_day is null and from_day < p_on returning id into stood;
    if stood is null then
      return false;
    end if;
    insert into abnormal_operation (id, agency, from_day, to_day, known_from, kase)
      select gen_random_uuid(), agency, from_day, p_on - 1, p_at, p_kase from abnormal_operation where id = stood;
  else
    raise exception 'no such entry: %', p_entry using errcode = '42501';
  end if;
  return true;
end $$;
revoke all on function app.keep_licence from public;
grant execute on function app.keep_licence to jixia_app;

-- As before; nor while the agency is on the list of abnormal operation.
create or replace function app.release_hold(p_kase uuid) returns boolean
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not app.is_office('clock', 'centre_officer') or not app.is_moving(p_kase) then
    raise exception 'the office % may not release a sum', app.office() using errcode = '42501';
  end if;
  if exists (
    select from support s join zone z on z.id = s.zone where s.kase = p_kase
      and (z.status = 'rectifying' or exists (select from zone_status d where d.zone = z.id and d.is_deceit))
  ) or exists (
    select from support s join abnormal_operation a on a.agency = s.agency where s.kase = p_kase and a.known_to is null and a.to_day is null
  ) then
    return false;
  end if;
  update payable set is_held = false where kase = p_kase and is_held and paid_at is null and cancelled_at is null;
  return true;
end $$;
