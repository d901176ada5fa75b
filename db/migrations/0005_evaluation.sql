-- Experts and their sheets. A sheet is readable by its author, and by others only once all of the panel are opened together.
create table expert_profile (
  person uuid primary key references person,
  field text not null,
  employer_name text not null,
  employer_code text not null
);
create table expert_tie (
  person uuid not null references expert_profile,
  credit_code text not null,
  name text not null,
  kind text not null,
  primary key (person, credit_code, kind)
);
call app.protect('expert_profile');
call app.protect('expert_tie');
create policy reads on expert_profile for select to jixia_app using (app.is_city() or app.is_office('administrator') or person = app.person());
create policy writes on expert_profile for insert to jixia_app with check (app.is_office('administrator'));
create policy reads on expert_tie for select to jixia_app using (app.is_city() or app.is_office('administrator') or person = app.person());
create policy writes on expert_tie for insert to jixia_app with check (app.is_office('administrator') or person = app.person());
grant select, insert on expert_profile, expert_tie to jixia_app;

create table score_draft (
  kase uuid not null references kase,
  person uuid not null references person,
  sheet jsonb not null,
  saved_at timestamptz not null,
  primary key (kase, person)
);
call app.protect('score_draft');
create policy own on score_draft to jixia_app using (person = app.person()) with check (person = app.person());
grant select, insert, update, delete on score_draft to jixia_app;

create table score_sheet (
  kase uuid not null references kase,
  person uuid not null references person,
  sheet jsonb not null,
  sealed_at timestamptz not null,
  opened_at timestamptz,
  primary key (kase, person)
);
call app.protect('score_sheet');
create policy own on score_sheet for select to jixia_app using (person = app.person());
create policy opened on score_sheet for select to jixia_app using (opened_at is not null and app.is_city());
create policy seals on score_sheet for insert to jixia_app with check (person = app.person() and opened_at is null);
grant select, insert on score_sheet to jixia_app;

-- Opens all sheets of a case together, or none: only when everybody assigned has sealed. This, not the program, keeps them shut.
create function app.open_sheets(p_kase uuid) returns table (person uuid, name text, sheet jsonb)
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not app.is_office('centre_officer') then return; end if;
  if exists (select from kase k, unnest(k.assigned) a(expert) where k.id = p_kase
      and not exists (select from score_sheet s where s.kase = p_kase and s.person = a.expert)) then return; end if;
  update score_sheet s set opened_at = clock_timestamp() from kase k
    where k.id = p_kase and s.kase = p_kase and s.person = any (k.assigned) and s.opened_at is null;
  return query select s.person, p.name, s.sheet from score_sheet s join person p on p.id = s.person join kase k on k.id = s.kase
    where s.kase = p_kase and s.person = any (k.assigned) order by s.sealed_at, s.person;
end $$;
revoke all on function app.open_sheets from public;
grant execute on function app.open_sheets to jixia_app;

-- The pool with everything from which a conflict is computed; names are needed, the rest of a person's row is not.
create function app.expert_pool() returns table (person uuid, name text, field text, ties jsonb, offices text[])
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not app.is_office('centre_officer', 'centre_approver', 'auditor') then return; end if;
  return query select e.person, p.name, e.field,
      jsonb_build_array(jsonb_build_object('creditCode', e.employer_code, 'name', e.employer_name, 'kind', '任职'))
        || coalesce((select jsonb_agg(jsonb_build_object('creditCode', t.credit_code, 'name', t.name, 'kind', t.kind)) from expert_tie t where t.person = e.person), '[]'),
      array(select o.credit_code from office f join organisation o on o.id = f.organisation where f.person = e.person and o.credit_code is not null)
    from expert_profile e join person p on p.id = e.person
    where p.disabled_at is null and exists (select from office f where f.person = e.person and f.role = 'expert' and f.to_day is null);
end $$;
revoke all on function app.expert_pool from public;
grant execute on function app.expert_pool to jixia_app;
