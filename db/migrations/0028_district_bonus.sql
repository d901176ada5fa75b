-- What is reported each year of the districts whose zones earn extra points (第十五条): versions in order, never changed.
create table district_bonus (
  year integer not null check (year between 2020 and 2999),
  version integer not null check (version > 0),
  kase uuid not null unique references kase,
  content jsonb not null,
  -- SHA-256 over the content in canonical bytes.
  hash bytea not null check (length(hash) = 32),
  document_number text not null check (document_number <> ''),
  prepared_by uuid not null,
  confirmed_by uuid not null check (confirmed_by <> prepared_by),
  confirmed_on date not null,
  known_from timestamptz not null,
  primary key (year, version)
);
call app.protect('district_bonus');
create policy reads on district_bonus for select to jixia_app using (app.is_city());
create policy confirms on district_bonus for insert to jixia_app with check (
  app.is_office('centre_approver') and confirmed_by = app.person() and app.is_moving(kase)
);
grant select, insert on district_bonus to jixia_app;

-- One list a year is being prepared at a time.
create unique index bonus_drafted on kase ((data->>'year')) where process = 'bonus' and state = 'drafted';
