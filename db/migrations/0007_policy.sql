-- Readings of the plan (第十六条), never overwritten; facts with the day they happened and the time they became known.
create table reading (
  version bigint generated always as identity primary key,
  policy text not null,
  key text not null,
  value jsonb not null,
  source text not null,
  kase uuid references kase,
  effective_from date not null,
  decided_at timestamptz not null
);
create index on reading (policy, key, version desc);
grant select, insert on reading to jixia_app;

create table zone_membership (
  id uuid primary key,
  agency uuid not null references organisation,
  zone uuid not null references zone,
  from_day date not null,
  to_day date check (to_day >= from_day),
  known_from timestamptz not null,
  unique (agency, zone, from_day)
);
call app.protect('zone_membership');
create policy reads on zone_membership for select to jixia_app using (app.is_city() or app.is_office('administrator') or agency = app.organisation() or exists (select from zone z where z.id = zone and (z.operator = app.organisation() or z.district = app.district())));
create policy writes on zone_membership for insert to jixia_app with check (app.is_office('administrator', 'centre_officer') or exists (select from zone z where z.id = zone and z.operator = app.organisation()));
create policy ends on zone_membership for update to jixia_app using (app.is_office('administrator', 'centre_officer'));
grant select, insert, update on zone_membership to jixia_app;

create table qualification (
  agency uuid not null references organisation,
  from_day date not null,
  to_day date check (to_day >= from_day),
  known_from timestamptz not null,
  primary key (agency, from_day)
);
call app.protect('qualification');
create policy reads on qualification for select to jixia_app using (app.is_city() or app.is_office('administrator') or agency = app.organisation());
create policy writes on qualification for insert to jixia_app with check (app.is_office('administrator', 'centre_officer'));
grant select, insert on qualification to jixia_app;

create table fact_import (
  id uuid primary key,
  agency uuid not null references organisation,
  file_name text not null,
  file_hash bytea not null,
  state text not null check (state in ('checked', 'confirmed', 'discarded')),
  row_count integer not null,
  good_count integer not null,
  faults jsonb not null,
  rows jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  version integer not null default 1
);
create index on fact_import (agency, created_at desc);
call app.protect('fact_import');
create policy own on fact_import to jixia_app using (agency = app.organisation() and app.is_office('agency')) with check (agency = app.organisation() and app.is_office('agency'));
create policy city on fact_import for select to jixia_app using (app.is_city());
grant select, insert, update on fact_import to jixia_app;

create table fact (
  id uuid primary key,
  agency uuid not null references organisation,
  kind text not null,
  matter text not null,
  valid_on date not null,
  data jsonb not null,
  import_id uuid references fact_import,
  entered_by uuid,
  known_from timestamptz not null,
  known_to timestamptz,
  check (known_to is null or known_to > known_from)
);
-- One live row a matter and agency. Another agency's row on the same matter is no conflict here: nobody learns of it by trying.
create unique index fact_live on fact (agency, kind, matter) where known_to is null;
create index on fact (agency, valid_on);
create index on fact (kind, matter);
call app.protect('fact');
create policy own on fact to jixia_app using (agency = app.organisation() and app.is_office('agency')) with check (agency = app.organisation() and app.is_office('agency'));
create policy city on fact for select to jixia_app using (app.is_city());
grant select, insert on fact to jixia_app;
grant update (known_to) on fact to jixia_app;
