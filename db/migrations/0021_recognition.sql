-- Yearly recognition: one round a year, one result per zone and year, and cases that an office opens for somebody else.

-- The centre and the clock open what concerns a building unit in that unit's name.
drop policy opens on kase;
create policy opens on kase for insert to jixia_app with check (
  owner is not distinct from (select app.organisation())
  or (process in ('recognition', 'rectification', 'recommendation') and (select app.is_office('centre_officer', 'clock')))
);

create table recognition_round (
  year integer primary key check (year between 2020 and 2999),
  first_day date not null,
  last_day date not null check (last_day > first_day),
  opened_by uuid not null,
  opened_at timestamptz not null
);
call app.protect('recognition_round');
create policy reads on recognition_round for select to jixia_app using (true);
create policy opens on recognition_round for insert to jixia_app with check (app.is_office('centre_officer') and opened_by = app.person());
grant select, insert on recognition_round to jixia_app;

-- Scores in hundredths of a point. A second result of the same zone and year has no place here (第十二条).
create table recognition (
  zone uuid not null references zone,
  year integer not null,
  kase uuid not null unique references kase,
  -- The version of the zone's plan the year was measured against; a grade without one has no place here (第十四条).
  plan_version integer not null,
  part_one integer not null check (part_one between 0 and 6000),
  part_two integer not null check (part_two between 0 and 2500),
  part_three integer not null check (part_three between 0 and 1500),
  total integer not null check (total = part_one + part_two + part_three),
  computed text not null check (computed in ('excellent', 'qualified', 'unqualified')),
  grade text not null check (grade in ('excellent', 'qualified', 'unqualified')),
  vetoes text[] not null check (cardinality(vetoes) = 0 or computed = 'unqualified'),
  -- Why the grade is another than the computed one.
  reason text check (grade = computed or coalesce(length(reason), 0) > 0),
  decided_on date not null,
  proposed_by uuid not null,
  decided_by uuid not null check (decided_by <> proposed_by),
  known_from timestamptz not null,
  primary key (zone, year),
  foreign key (zone, plan_version) references plan_version (zone, version)
);
create index on recognition (year);
call app.protect('recognition');
create policy reads on recognition for select to jixia_app using (
  app.is_city() or exists (select from zone z where z.id = zone and (z.operator = app.organisation()
    or (z.district = app.district() and app.is_office('county_reviewer', 'county_approver'))))
);
create policy decides on recognition for insert to jixia_app with check (app.is_office('centre_approver') and decided_by = app.person() and app.is_moving(kase));
grant select, insert on recognition to jixia_app;

-- What everybody may know of a result: the grade, not the scores.
create function app.public_grades(p_year integer) returns table (zone uuid, grade text, decided_on date)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select r.zone, r.grade, r.decided_on from recognition r where r.year = p_year
$$;
revoke all on function app.public_grades from public;
grant execute on function app.public_grades to jixia_app;

-- A case can cause the opening of another, and a round the opening of many: each through the ordinary door, by the clock.
alter table pending_event alter column kase drop not null, alter column caused_by drop not null, add column input jsonb;
alter table pending_event add check ((event = 'open') = (kase is null) and (event = 'open') = (input is not null));
drop policy fires on pending_event;
create policy fires on pending_event to jixia_app using (app.is_office('clock'))
  with check (app.is_moving(caused_by) or (caused_by is null and event = 'open' and process = 'recognition' and app.is_office('centre_officer')));

alter table public_notice drop constraint public_notice_kind_check;
alter table public_notice add constraint public_notice_kind_check check (kind in ('designation', 'support', 'settlement', 'recognition'));
