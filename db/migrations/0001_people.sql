-- People, the organisations they act for, and their sessions. Every table that belongs to somebody forces row-level security.
create schema app;
grant usage on schema app, public to jixia_app;

-- The scope of a transaction, set by the program before its first statement. Unset means nobody.
create function app.person() returns uuid language sql stable as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function app.organisation() returns uuid language sql stable as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;
create function app.office() returns text language sql stable as $$ select coalesce(nullif(current_setting('app.office', true), ''), 'nobody') $$;
create function app.district() returns text language sql stable as $$ select nullif(current_setting('app.district', true), '') $$;
-- Offices that work for the whole city; `system` is the program itself (sign-in, outbox, clock).
create function app.is_city() returns boolean language sql stable as $$ select app.office() in ('system', 'clock', 'centre_officer', 'centre_approver', 'auditor') $$;
create function app.is_office(variadic offices text[]) returns boolean language sql stable as $$ select app.office() = any (offices) $$;

-- Gives the owner (migrations, definer functions) its way through forced row-level security.
create procedure app.protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner on %s to %I using (true) with check (true)', target, current_user);
end $$;

create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('builder', 'county', 'centre', 'agency', 'enterprise', 'bank', 'finance', 'audit', 'expert_pool')),
  name text not null check (length(name) between 1 and 100),
  credit_code text unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  agency_code text check (agency_code ~ '^\d{5}$'),
  district text,
  address text not null default '',
  is_invented boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null
);
call app.protect('organisation');
create policy city on organisation to jixia_app using (app.is_city() or app.is_office('administrator', 'finance')) with check (app.is_office('system', 'administrator'));
create policy own on organisation for select to jixia_app using (id = app.organisation() or (district is not null and district = app.district() and app.is_office('county_reviewer', 'county_approver')));
grant select, insert, update on organisation to jixia_app;

create table person (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  name text not null check (length(name) between 1 and 40),
  email text,
  password_hash text not null,
  totp_secret bytea,
  -- Enrolled but not confirmed yet: it counts only from its first right code.
  totp_pending bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  disabled_at timestamptz,
  is_invented boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null
);
call app.protect('person');
create policy city on person to jixia_app using (app.is_office('system', 'administrator', 'auditor')) with check (app.is_office('system', 'administrator'));
create policy own on person to jixia_app using (id = app.person()) with check (id = app.person());
grant select, insert, update on person to jixia_app;

-- An office: one person, one organisation, one role, from day to day. A person may hold several.
create table office (
  id uuid primary key,
  person uuid not null references person,
  organisation uuid not null references organisation,
  role text not null,
  from_day date not null,
  to_day date,
  unique (person, organisation, role, from_day),
  check (to_day is null or to_day >= from_day)
);
create index on office (organisation);
call app.protect('office');
create policy city on office to jixia_app using (app.is_office('system', 'administrator', 'auditor')) with check (app.is_office('system', 'administrator'));
create policy own on office for select to jixia_app using (person = app.person() or organisation = app.organisation());
grant select, insert, update on office to jixia_app;

create table session (
  token_hash bytea primary key check (length(token_hash) = 32),
  id uuid not null unique,
  person uuid not null references person,
  office uuid references office,
  second_factor_at timestamptz,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  device text not null
);
create index on session (person);
call app.protect('session');
create policy city on session to jixia_app using (app.is_office('system')) with check (app.is_office('system'));
create policy own on session to jixia_app using (person = app.person());
grant select, insert, update, delete on session to jixia_app;

-- Failed tries by account and by address; what the limits count.
create table sign_in_attempt (
  id bigint generated always as identity primary key,
  account text not null,
  address text not null,
  at timestamptz not null,
  is_success boolean not null
);
create index on sign_in_attempt (account, at);
create index on sign_in_attempt (address, at);
call app.protect('sign_in_attempt');
create policy city on sign_in_attempt to jixia_app using (app.is_office('system', 'auditor')) with check (app.is_office('system'));
grant select, insert, delete on sign_in_attempt to jixia_app;

-- Reads a session in one round trip, before any scope is known; the token's hash is the proof.
create function app.session_of(p_token_hash bytea, p_now timestamptz, p_idle interval)
returns table (id uuid, person uuid, name text, username text, office uuid, second_factor_at timestamptz, has_second_factor boolean,
  role text, organisation uuid, organisation_name text, district text, last_seen_at timestamptz)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select s.id, s.person, p.name, p.username, f.id, s.second_factor_at, p.totp_confirmed_at is not null,
    f.role, o.id, o.name, o.district, s.last_seen_at
  from session s join person p on p.id = s.person
    left join office f on f.id = s.office and f.to_day is null
    left join organisation o on o.id = f.organisation
  where s.token_hash = p_token_hash and s.expires_at > p_now and s.last_seen_at > p_now - p_idle and p.disabled_at is null
$$;
revoke all on function app.session_of from public;
grant execute on function app.session_of to jixia_app;
