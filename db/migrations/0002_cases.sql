-- Cases of every process, their events, filings and receipts. Events are append-only: nobody but the owner of the database can change them.
create table kase (
  id uuid primary key,
  number text not null unique,
  process text not null,
  state text not null,
  data jsonb not null,
  version integer not null,
  summary text not null,
  owner uuid references organisation,
  district text,
  parent uuid references kase,
  opened_by uuid,
  opened_at timestamptz not null,
  state_since timestamptz not null,
  deadline_at timestamptz,
  deadline_day date,
  deadline_fires text,
  deadline_is_provisional boolean not null default false,
  used_workdays jsonb not null default '{}',
  hands jsonb not null default '{}',
  assigned uuid[] not null default '{}',
  policy text not null,
  is_private boolean not null default false
);
create index kase_list on kase (process, opened_at desc, id);
create index kase_state on kase (process, state);
create index kase_owner on kase (owner);
create index kase_parent on kase (parent);
create index kase_due on kase (deadline_at) where deadline_at is not null;
call app.protect('kase');
create policy reads on kase for select to jixia_app using (
  owner = (select app.organisation())
  or (not is_private and (select app.is_city()))
  or (not is_private and district = (select app.district()) and (select app.is_office('county_reviewer', 'county_approver')))
  or (select app.person()) = any (assigned)
  or (process = 'call' and state <> 'drafted' and (select app.office()) <> 'nobody')
  or (select app.is_office('system'))
);
create policy opens on kase for insert to jixia_app with check (owner is not distinct from (select app.organisation()));
create policy moves on kase for update to jixia_app using (
  owner = (select app.organisation())
  or (select app.is_city())
  or (district = (select app.district()) and (select app.is_office('county_reviewer', 'county_approver')))
  or (select app.person()) = any (assigned)
) with check (true);
grant select, insert, update on kase to jixia_app;
create sequence case_number;
grant usage on sequence case_number to jixia_app;

create table case_event (
  kase uuid not null references kase,
  seq integer not null,
  event text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  person uuid,
  person_name text not null,
  office text not null,
  organisation_name text not null,
  is_quiet boolean not null,
  -- The whole event in canonical bytes; a sealed event holds a salted commitment in place of its input.
  body bytea not null,
  prev bytea not null,
  hash bytea not null,
  primary key (kase, seq)
);
call app.protect('case_event');
-- A row is readable when its case is: the case's own policy decides.
create policy reads on case_event for select to jixia_app using (exists (select from kase where kase.id = case_event.kase));
create policy writes on case_event for insert to jixia_app with check (true);
grant select, insert on case_event to jixia_app;

-- The form exactly as it was filed, one row a filing.
create table filing (
  kase uuid not null references kase,
  n integer not null,
  at timestamptz not null,
  body bytea not null,
  hash bytea not null,
  primary key (kase, n)
);
call app.protect('filing');
create policy reads on filing for select to jixia_app using (exists (select from kase where kase.id = filing.kase));
create policy writes on filing for insert to jixia_app with check (true);
grant select, insert on filing to jixia_app;

-- What the filer takes home. Whoever has the code may check it; the code can not be guessed.
create table receipt (
  code text primary key,
  kase uuid not null references kase,
  number text not null,
  title text not null,
  at timestamptz not null,
  event_seq integer not null,
  event_hash bytea not null
);
create index on receipt (kase);
call app.protect('receipt');
create policy reads on receipt for select to jixia_app using (exists (select from kase where kase.id = receipt.kase));
create policy writes on receipt for insert to jixia_app with check (true);
grant select, insert on receipt to jixia_app;

-- Who has something to do: computed from the process whenever a case moves, kept only to be found quickly.
create table duty (
  kase uuid not null references kase,
  event text not null,
  role text not null,
  relation text not null,
  owner uuid,
  district text,
  person uuid,
  barred uuid[] not null default '{}',
  due_at timestamptz,
  since timestamptz not null,
  unique nulls not distinct (kase, event, role, relation, person)
);
create index duty_queue on duty (role, due_at, since);
call app.protect('duty');
create policy reads on duty for select to jixia_app using (
  role = (select app.office()) and not coalesce((select app.person()) = any (barred), false) and (
    relation = 'any'
    or (relation = 'owner' and owner = (select app.organisation()))
    or (relation = 'district' and district = (select app.district()))
    or (relation = 'assigned' and person = (select app.person()))
  )
  or (select app.is_office('auditor'))
);
grant select on duty to jixia_app;

create function app.replace_duties(p_kase uuid, p_owner uuid, p_district text, p_due timestamptz, p_since timestamptz, p_duties jsonb) returns void
language sql security definer set search_path = public, app, pg_temp as $$
  delete from duty where kase = p_kase;
  insert into duty (kase, event, role, relation, owner, district, person, barred, due_at, since)
    select p_kase, d.event, d.role, d.relation, p_owner, p_district, d.person, array(select jsonb_array_elements_text(d.barred))::uuid[], p_due, p_since
    from jsonb_to_recordset(p_duties) as d(event text, role text, relation text, person uuid, barred jsonb);
$$;
revoke all on function app.replace_duties from public;
grant execute on function app.replace_duties to jixia_app;
