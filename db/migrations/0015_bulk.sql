-- One decision on many cases: what was chosen by a filter, what became of each case, and until when it can be undone.
create table bulk_run (
  id uuid primary key,
  process text not null,
  event text not null,
  input jsonb not null,
  filter jsonb not null,
  -- Who ordered it and in which office: the program acts as this actor, and only while the office lasts.
  actor jsonb not null,
  person uuid not null references person,
  office uuid not null references office,
  undone_by text,
  state text not null default 'running' check (state in ('running', 'done', 'undoing', 'undone')),
  started_at timestamptz not null,
  ended_at timestamptz,
  -- Messages wait until then, so that an undo tells nobody.
  undo_until timestamptz
);
create index on bulk_run (person, started_at desc);
call app.protect('bulk_run');
create policy own on bulk_run to jixia_app using (person = app.person()) with check (person = app.person());
create policy worker on bulk_run to jixia_app using (app.is_office('system')) with check (app.is_office('system'));
create policy audit on bulk_run for select to jixia_app using (app.is_office('auditor'));
grant select, insert, update on bulk_run to jixia_app;

create table bulk_row (
  run uuid not null references bulk_run,
  kase uuid not null references kase,
  number text not null,
  summary text not null,
  -- The version that was chosen: a case that moved meanwhile is left alone.
  version integer not null,
  outcome text not null default 'waiting' check (outcome in ('waiting', 'done', 'refused', 'undoing', 'undone', 'kept')),
  says text,
  primary key (run, kase)
);
create index on bulk_row (run, kase) where outcome in ('waiting', 'undoing');
call app.protect('bulk_row');
create policy reads on bulk_row to jixia_app using (exists (select from bulk_run r where r.id = run)) with check (exists (select from bulk_run r where r.id = run));
grant select, insert, update on bulk_row to jixia_app;
