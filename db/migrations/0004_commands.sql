-- What makes a retried command the same command, and what is still to be told.
create table idempotency (
  actor text not null,
  key text not null check (length(key) between 8 and 200),
  request_hash bytea not null,
  status smallint,
  response bytea,
  at timestamptz not null default clock_timestamp(),
  primary key (actor, key)
);
call app.protect('idempotency');
create policy own on idempotency to jixia_app using (actor = coalesce(app.person()::text, app.office())) with check (actor = coalesce(app.person()::text, app.office()));
grant select, insert, update on idempotency to jixia_app;

-- Messages not delivered yet; the outbox turns each into one row per reader.
create table outbox (
  id bigint generated always as identity primary key,
  kase uuid references kase,
  body jsonb not null,
  created_at timestamptz not null,
  tries integer not null default 0,
  next_try_at timestamptz not null default clock_timestamp(),
  last_error text
);
create index on outbox (next_try_at);
call app.protect('outbox');
create policy adds on outbox for insert to jixia_app with check (true);
create policy works on outbox to jixia_app using (app.is_office('system')) with check (app.is_office('system'));
grant select, insert, update, delete on outbox to jixia_app;

create table message (
  id bigint generated always as identity primary key,
  person uuid not null references person,
  outbox_id bigint not null,
  kase uuid references kase,
  process text,
  zh text not null,
  en text not null,
  at timestamptz not null,
  read_at timestamptz,
  unique (person, outbox_id)
);
create index on message (person, id desc);
call app.protect('message');
create policy own on message to jixia_app using (person = app.person());
create policy works on message for insert to jixia_app with check (app.is_office('system'));
create policy looks on message for select to jixia_app using (app.is_office('system'));
grant select, insert, update on message to jixia_app;
