-- What the public may read: calls, notices, the zone register. Written only when a case moves; nothing personal is ever in them.
create table call_window (
  kase uuid primary key references kase,
  title text not null,
  year integer not null,
  places integer not null check (places > 0),
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  ended_at timestamptz
);
create table public_notice (
  id uuid primary key,
  kase uuid not null references kase,
  kind text not null check (kind in ('designation')),
  title text not null,
  body jsonb not null,
  published_at timestamptz not null,
  first_day date not null,
  last_day date not null,
  closes_at timestamptz not null,
  ended_at timestamptz
);
create index on public_notice (published_at desc);
create index on public_notice (kase);
create table zone (
  id uuid primary key,
  number text not null unique,
  certificate text not null unique,
  kase uuid not null unique references kase,
  name text not null,
  district text not null,
  site_kind text not null,
  boundary text not null,
  industries text[] not null,
  operator_name text not null,
  operator uuid not null references organisation,
  -- Credit codes of the enterprises inside, as the designated application lists them; not published.
  enterprise_codes text[] not null default '{}',
  designated_on date not null,
  known_from timestamptz not null,
  status text not null default 'designated' check (status in ('designated', 'rectifying', 'revoked')),
  status_since date not null
);
create index on zone (district);
grant select on call_window, public_notice, zone to jixia_app;
grant insert, update on call_window, public_notice, zone to jixia_app;
create sequence zone_number;
grant usage on sequence zone_number to jixia_app;
