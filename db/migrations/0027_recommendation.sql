-- Recommendation of excellent zones to the higher authority: the packages made for it, what was sent, and one live case per zone and level.
create unique index recommendation_live on kase ((data->>'zone'), (data->>'level'))
  where process = 'recommendation' and state in ('unit_part', 'gathering', 'approval', 'sent');

-- Every package of documents that was made: its hash, and its files in order. Those lie in the file store under their own hashes;
-- the package is put together from them again, byte for byte, whenever it is asked for.
create table recommendation_dossier (
  kase uuid not null references kase,
  n integer not null check (n > 0),
  hash bytea not null check (length(hash) = 32),
  size bigint not null check (size > 0),
  entries jsonb not null,
  made_by uuid not null references person,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (kase, n)
);
call app.protect('recommendation_dossier');
create policy reads on recommendation_dossier for select to jixia_app using (app.is_city());
create policy makes on recommendation_dossier for insert to jixia_app with check (
  app.is_office('centre_officer') and made_by = app.person() and exists (select from kase k where k.id = kase and k.process = 'recommendation')
);
grant select, insert on recommendation_dossier to jixia_app;

-- What was sent, on which result and with which package: proposed by one person, approved by another.
create table recommendation (
  kase uuid primary key references kase,
  zone uuid not null,
  level text not null check (level in ('province', 'nation')),
  year integer not null,
  dossier integer not null,
  document_number text not null check (document_number <> ''),
  sent_on date not null,
  proposed_by uuid not null,
  decided_by uuid not null check (decided_by <> proposed_by),
  known_from timestamptz not null,
  foreign key (zone, year) references recognition (zone, year),
  foreign key (kase, dossier) references recommendation_dossier (kase, n)
);
call app.protect('recommendation');
create policy reads on recommendation for select to jixia_app using (app.is_city());
create policy sends on recommendation for insert to jixia_app with check (app.is_office('centre_approver') and decided_by = app.person() and app.is_moving(kase));
grant select, insert on recommendation to jixia_app;

-- How counties review is counted from the log. Whether an objection was upheld counties learn of their own cases, and nothing of who objected.
create function app.was_objected(p_kase uuid) returns boolean language sql stable security definer set search_path = public, app, pg_temp as $$
  select exists (select from kase o where o.process = 'objection' and o.parent = p_kase and o.state = 'answered' and o.data->'answer'->>'outcome' = 'upheld')
    and (app.is_city() or exists (select from kase k where k.id = p_kase and k.district = app.district() and app.is_office('county_reviewer', 'county_approver')))
$$;
revoke all on function app.was_objected from public;
grant execute on function app.was_objected to jixia_app;
