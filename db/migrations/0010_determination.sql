-- Yearly determinations: a run over all agencies on what was known at one moment, under named readings. Results are never changed.
create table determination_run (
  id uuid primary key,
  policy text not null,
  year integer not null,
  as_of date not null,
  -- Facts known at this moment count; a later correction does not.
  known_at timestamptz not null,
  readings jsonb not null,
  readings_version text not null,
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  agencies integer not null,
  done integer not null default 0,
  -- Hash over all answers in order: equal knowledge gives equal bytes.
  digest bytea,
  failure text,
  started_by uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index on determination_run (year, started_at desc);
call app.protect('determination_run');
create policy city on determination_run to jixia_app using (app.is_city()) with check (app.is_office('centre_officer', 'system'));
grant select, insert, update on determination_run to jixia_app;

create table determination (
  run uuid not null references determination_run,
  agency uuid not null references organisation,
  -- The case file that was decided and the answer to it, in canonical bytes.
  facts bytea not null,
  answer bytea not null,
  cash_yuan bigint not null,
  voucher_yuan bigint not null,
  open_count integer not null,
  hash bytea not null,
  primary key (run, agency)
);
call app.protect('determination');
create policy city on determination for select to jixia_app using (app.is_city() or app.is_office('system'));
create policy own on determination for select to jixia_app using (agency = app.organisation() and app.is_office('agency'));
create policy writes on determination for insert to jixia_app with check (app.is_office('system'));
grant select, insert on determination to jixia_app;
