-- The construction plan of a zone: its versions as consented, what is reported and recorded upon them, and how every task and indicator stands.

-- Whether the acting organisation builds the zone, or its county is in charge of it.
create function app.builds_zone(p_zone uuid) returns boolean language sql stable as $$
  select app.is_office('applicant') and exists (select from zone where id = p_zone and operator = app.organisation())
$$;
create function app.oversees_zone(p_zone uuid) returns boolean language sql stable as $$
  select app.is_office('county_reviewer', 'county_approver') and exists (select from zone where id = p_zone and district = app.district())
$$;
-- Zones the acting organisation has to do with; evaluated once a statement. Offices of the whole city need no list.
create function app.own_zones() returns setof uuid language sql stable as $$
  select id from zone where (operator = app.organisation() and app.is_office('applicant'))
    or (district = app.district() and app.is_office('county_reviewer', 'county_approver'))
$$;

create table plan_version (
  zone uuid not null references zone,
  version integer not null check (version > 0),
  kase uuid not null unique references kase,
  content jsonb not null,
  is_editorial boolean not null,
  -- First year of recognition whose yardstick this version is (I-36, I-44).
  counts_from integer not null,
  document_number text not null,
  consented_on date not null,
  consented_by uuid not null,
  known_from timestamptz not null,
  primary key (zone, version)
);
call app.protect('plan_version');
create policy reads on plan_version for select to jixia_app using ((select app.is_city()) or zone in (select app.own_zones()));
grant select on plan_version to jixia_app;

-- How each task and indicator of the plan in force stands now: derived from versions and reports, so that a scorecard is one scan.
create table task_standing (
  zone uuid not null references zone,
  no text not null,
  starts date not null,
  ends date not null check (ends >= starts),
  state text not null default 'not_started' check (state in ('not_started', 'going_on', 'done')),
  spent_yuan bigint not null default 0,
  reported_on date,
  primary key (zone, no)
);
create table indicator_standing (
  zone uuid not null references zone,
  no text not null,
  year integer not null,
  source text not null,
  target double precision not null check (target > 0),
  -- As reported; what the system counts itself is never stored here.
  actual double precision,
  primary key (zone, no, year)
);
call app.protect('task_standing');
call app.protect('indicator_standing');
create policy reads on task_standing for select to jixia_app using ((select app.is_city()) or zone in (select app.own_zones()));
create policy reads on indicator_standing for select to jixia_app using ((select app.is_city()) or zone in (select app.own_zones()));
grant select on task_standing, indicator_standing to jixia_app;

-- What the building unit reports. Nothing is changed: a later report goes before an earlier one.
create table task_report (
  id uuid primary key,
  seq bigint generated always as identity,
  zone uuid not null references zone,
  no text not null,
  version integer not null,
  state text not null check (state in ('not_started', 'going_on', 'done')),
  on_day date not null,
  -- Spent on the task so far.
  spent_yuan bigint not null check (spent_yuan >= 0),
  note text not null check (length(note) <= 2000),
  person uuid not null references person,
  person_name text not null,
  known_from timestamptz not null,
  foreign key (zone, version) references plan_version (zone, version)
);
create index on task_report (zone, no, on_day desc, seq desc);
create table indicator_report (
  id uuid primary key,
  seq bigint generated always as identity,
  zone uuid not null references zone,
  no text not null,
  version integer not null,
  year integer not null,
  value double precision not null check (value >= 0),
  unit text not null,
  on_day date not null,
  note text not null check (length(note) <= 2000),
  person uuid not null references person,
  person_name text not null,
  known_from timestamptz not null,
  foreign key (zone, version) references plan_version (zone, version)
);
create index on indicator_report (zone, no, year, on_day desc, seq desc);
call app.protect('task_report');
call app.protect('indicator_report');
create policy reads on task_report for select to jixia_app using ((select app.is_city()) or zone in (select app.own_zones()));
create policy reads on indicator_report for select to jixia_app using ((select app.is_city()) or zone in (select app.own_zones()));
create policy reports on task_report for insert to jixia_app with check (
  app.builds_zone(zone) and person = app.person() and exists (select from task_standing s where s.zone = task_report.zone and s.no = task_report.no)
);
create policy reports on indicator_report for insert to jixia_app with check (
  app.builds_zone(zone) and person = app.person() and exists (
    select from indicator_standing s where s.zone = indicator_report.zone and s.no = indicator_report.no and s.year = indicator_report.year and s.source = 'reported'
  )
);
grant select, insert on task_report, indicator_report to jixia_app;

-- The standing follows the latest report by its day; the row's lock first, so that two reports at once are both seen.
create function app.note_task_report() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  perform from task_standing where zone = new.zone and no = new.no for update;
  update task_standing s set state = r.state, spent_yuan = r.spent_yuan, reported_on = r.on_day
    from (select * from task_report where zone = new.zone and no = new.no order by on_day desc, seq desc limit 1) r
    where s.zone = new.zone and s.no = new.no;
  return null;
end $$;
create function app.note_indicator_report() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  perform from indicator_standing where zone = new.zone and no = new.no and year = new.year for update;
  update indicator_standing s set actual = r.value
    from (select * from indicator_report where zone = new.zone and no = new.no and year = new.year order by on_day desc, seq desc limit 1) r
    where s.zone = new.zone and s.no = new.no and s.year = new.year;
  return null;
end $$;
revoke all on function app.note_task_report, app.note_indicator_report from public;
create trigger notes after insert on task_report for each row execute function app.note_task_report();
create trigger notes after insert on indicator_report for each row execute function app.note_indicator_report();

-- Puts a version in force if `p_base` still is the one in force, and says whether it did: only the centre's approver, in the
-- transaction that consents. Tasks and indicators keep what was reported on them under the same number.
create function app.adopt_plan(p_zone uuid, p_base integer, p_kase uuid, p_content jsonb, p_is_editorial boolean, p_counts_from integer, p_document text, p_day date, p_at timestamptz)
returns boolean language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not app.is_office('centre_approver') or not app.is_moving(p_kase)
    or not exists (select from kase where id = p_kase and process = 'plan' and state = 'consented' and data->>'zone' = p_zone::text)
  then raise exception 'the office % may not put a plan in force', app.office() using errcode = '42501';
  end if;
  insert into plan_version (zone, version, kase, content, is_editorial, counts_from, document_number, consented_on, consented_by, known_from)
    select p_zone, p_base + 1, p_kase, p_content, p_is_editorial, p_counts_from, p_document, p_day, app.person(), p_at
    where p_base = coalesce((select max(version) from plan_version where zone = p_zone), 0)
    on conflict (zone, version) do nothing;
  if not found then return false; end if;
  delete from task_standing where zone = p_zone and no not in (select t->>'no' from jsonb_array_elements(p_content#>'{tasks,rows}') t);
  insert into task_standing (zone, no, starts, ends)
    select p_zone, t.no, t.start, t."end" from jsonb_to_recordset(p_content#>'{tasks,rows}') as t(no text, start date, "end" date)
    on conflict (zone, no) do update set starts = excluded.starts, ends = excluded.ends;
  delete from indicator_standing s where zone = p_zone and not exists (
    select from jsonb_array_elements(p_content#>'{indicators,rows}') i, jsonb_array_elements(i->'targets') t where i->>'no' = s.no and (t->>'year')::int = s.year
  );
  insert into indicator_standing (zone, no, year, source, target, actual)
    select p_zone, i.no, t.year, i.source, t.value,
      (select r.value from indicator_report r where r.zone = p_zone and r.no = i.no and r.year = t.year order by r.on_day desc, r.seq desc limit 1)
    from jsonb_to_recordset(p_content#>'{indicators,rows}') as i(no text, source text, targets jsonb), jsonb_to_recordset(i.targets) as t(year integer, value double precision)
    on conflict (zone, no, year) do update set target = excluded.target, source = excluded.source;
  return true;
end $$;
revoke all on function app.adopt_plan from public;
grant execute on function app.adopt_plan to jixia_app;

-- What else is recorded of a zone, kind by kind; taken back by a reason, never changed.
create table zone_record (
  id uuid primary key,
  seq bigint generated always as identity,
  zone uuid not null references zone,
  kind text not null check (kind in ('funds_arrived', 'funds_spent', 'measure', 'preference', 'visit', 'district_support', 'staff')),
  on_day date not null,
  year integer not null,
  yuan bigint check (yuan >= 0),
  -- The agency whose staff is told.
  agency uuid references organisation,
  data jsonb not null,
  person uuid not null references person,
  person_name text not null,
  organisation_name text not null,
  known_from timestamptz not null,
  check ((kind in ('funds_arrived', 'funds_spent')) <= (yuan is not null)),
  check ((kind = 'staff') = (agency is not null))
);
create index on zone_record (zone, on_day desc, id desc);
create index on zone_record (year, kind);
create table zone_record_end (
  record uuid primary key references zone_record,
  reason text not null check (length(reason) between 2 and 500),
  person uuid not null references person,
  at timestamptz not null
);
call app.protect('zone_record');
call app.protect('zone_record_end');
-- Measures and preferential terms are published: everybody reads them (row 11.1).
create policy reads on zone_record for select to jixia_app using (
  (select app.is_city()) or zone in (select app.own_zones()) or (kind in ('measure', 'preference') and (select app.office()) <> 'nobody')
);
create function app.may_record(p_zone uuid, p_kind text) returns boolean language sql stable as $$
  select case
    when p_kind = 'visit' then app.is_office('centre_officer')
    when p_kind = 'district_support' then app.oversees_zone(p_zone)
    else app.builds_zone(p_zone)
  end
$$;
create policy records on zone_record for insert to jixia_app with check (person = app.person() and app.may_record(zone, kind));
create policy reads on zone_record_end for select to jixia_app using (exists (select from zone_record r where r.id = record));
create policy ends on zone_record_end for insert to jixia_app with check (
  person = app.person() and exists (select from zone_record r where r.id = record and app.may_record(r.zone, r.kind))
);
grant select, insert on zone_record, zone_record_end to jixia_app;

-- Files named in a report or record; readable as that is.
create table zone_file (
  entry uuid not null,
  zone uuid not null references zone,
  hash bytea not null references attachment,
  file_name text not null,
  is_public boolean not null,
  person uuid not null references person,
  primary key (entry, hash)
);
create index on zone_file (zone, hash);
call app.protect('zone_file');
create policy reads on zone_file for select to jixia_app using (
  (select app.is_city()) or zone in (select app.own_zones()) or (is_public and (select app.office()) <> 'nobody')
);
create policy writes on zone_file for insert to jixia_app with check (
  person = app.person() and (
    exists (select from task_report r where r.id = entry and r.zone = zone_file.zone and r.person = app.person())
    or exists (select from indicator_report r where r.id = entry and r.zone = zone_file.zone and r.person = app.person())
    or exists (select from zone_record r where r.id = entry and r.zone = zone_file.zone and r.person = app.person() and is_public = (r.kind in ('measure', 'preference')))
  )
);
grant select, insert on zone_file to jixia_app;

-- Live facts of a kind dated in a year, as far as nobody who was asked denied them last.
create function app.undisputed_facts(p_kind text, p_from date, p_to date)
returns table (agency uuid, matter text, valid_on date, data jsonb) language sql stable as $$
  select f.agency, f.matter, f.valid_on, f.data from fact f
  where f.kind = p_kind and f.known_to is null and f.valid_on between p_from and p_to
    and not exists (
      select from fact_confirmation c where c.fact = f.id and not c.is_confirmed
        and not exists (select from fact_confirmation l where l.fact = c.fact and l.organisation = c.organisation and l.seq > c.seq)
    )
$$;
revoke all on function app.undisputed_facts from public;

-- What the system counts of a zone in a year, one select a source: of agencies only on the days they were inside. Numbers only,
-- for whoever may read the zone; the facts themselves stay with their agencies. null asks for every zone.
create function app.zone_counts(p_zone uuid, p_year integer, p_today date) returns table (zone uuid, source text, value double precision)
language sql stable security definer set search_path = public, app, pg_temp as $$
  with span as (select make_date(p_year, 1, 1) as first, make_date(p_year, 12, 31) as last, least(make_date(p_year, 12, 31), p_today) as day),
  seen as (select z.id from zone z where (p_zone is null or z.id = p_zone) and (app.is_city() or z.id in (select app.own_zones()))),
  inside as (select m.agency, m.zone, m.from_day, coalesce(m.to_day, 'infinity'::date) as to_day from zone_membership m where m.zone in (select id from seen)),
  counted as (
    select i.zone, 'agencies' as source, count(distinct i.agency)::double precision as value from inside i, span where span.day between i.from_day and i.to_day group by 1
    union all
    select zone, 'staff', sum(staff) from (
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
  )
  select seen.id, s.source, coalesce(c.value, case when s.source = 'staff' then null else 0 end)
  from seen cross join unnest(array['agencies', 'staff', 'invention_grants', 'scheme_loans', 'custody_contracts', 'certificates', 'won_cases']) s(source)
    left join counted c on c.zone = seen.id and c.source = s.source
$$;
revoke all on function app.zone_counts from public;
grant execute on function app.zone_counts to jixia_app;
