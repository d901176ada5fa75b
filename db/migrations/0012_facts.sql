-- Facts of every kind: corrected and withdrawn without losing a version, vouched for by the other side or the centre, with their files.

-- Who vouches for a kind of fact; the program's own list (policy fact-kinds) says the same and a test compares the two.
create function app.fact_confirmer(kind text) returns text language sql immutable as $$
  select case
    when kind = 'pledge_loan' then 'bank'
    when kind in ('custody_contract', 'litigation') then 'enterprise'
    when kind in ('custody_recognition', 'campaign_result', 'abnormal_filing') then 'centre_approver'
  end
$$;
-- Kinds that the centre puts on record about an agency.
create function app.is_centre_fact(kind text) returns boolean language sql immutable as $$
  select kind in ('custody_recognition', 'abnormal_filing')
$$;
create function app.credit_code() returns text language sql stable as $$
  select credit_code from organisation where id = app.organisation()
$$;

alter table fact
  -- Credit codes of those who may confirm the fact and therefore see it.
  add column counterparties text[] not null default '{}',
  add column corrects uuid references fact,
  add column reason text check (length(reason) between 1 and 500),
  add column withdrawn_because text check (length(withdrawn_because) between 1 and 500),
  drop constraint fact_check,
  -- A version corrected in the very moment it was entered was never known.
  add constraint fact_known_span check (known_to is null or known_to >= known_from),
  add constraint fact_reason check ((corrects is null) = (reason is null));
-- A hundred thousand facts come in one statement: what they refer to is looked up once a statement instead of three times a
-- row. Nothing that facts refer to is ever deleted: no office of the program may delete organisations, imports or facts.
alter table fact drop constraint fact_agency_fkey, drop constraint fact_import_id_fkey, drop constraint fact_corrects_fkey;
create function app.check_fact_parents() returns trigger
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if exists (select from (select distinct agency from fresh) n where not exists (select from organisation o where o.id = n.agency))
    or exists (select from (select distinct import_id from fresh where import_id is not null) n where not exists (select from fact_import i where i.id = n.import_id))
    or exists (select from fresh n where n.corrects is not null and not exists (select from fact f where f.id = n.corrects and f.agency = n.agency and f.kind = n.kind))
  then raise exception 'a fact refers to what does not exist' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
revoke all on function app.check_fact_parents from public;
create trigger fact_parents after insert on fact referencing new table as fresh for each statement execute function app.check_fact_parents();
-- Nothing looks for a matter across agencies.
drop index fact_kind_matter_idx;
-- One version follows another: no branches.
create unique index fact_corrects on fact (corrects) where corrects is not null;
create index fact_named on fact using gin (counterparties) where known_to is null and cardinality(counterparties) > 0;
create index fact_awaiting_centre on fact (known_from, id) where known_to is null and kind in ('custody_recognition', 'campaign_result', 'abnormal_filing');

update fact set data = data || jsonb_build_object('caseNo', matter, 'effectiveDate', valid_on) where kind = 'litigation' and not data ? 'caseNo';
update fact set counterparties = array[data->>'clientCode'] where kind = 'litigation' and data ? 'clientCode';

create table fact_confirmation (
  id uuid primary key,
  fact uuid not null references fact,
  organisation uuid not null references organisation,
  -- Names as they were: the agency reads them, and may read neither organisations nor people.
  organisation_name text not null,
  credit_code text,
  office text not null,
  person uuid not null references person,
  person_name text not null,
  is_confirmed boolean not null,
  remark text not null check (length(remark) <= 500),
  at timestamptz not null,
  seq bigint generated always as identity,
  check (is_confirmed or remark <> '')
);
create index on fact_confirmation (fact, seq);
call app.protect('fact_confirmation');

-- Whether the centre's own record has been approved; before that its agency sees nothing of it.
create function app.is_approved_fact(p_fact uuid) returns boolean
language sql stable security definer set search_path = public, app, pg_temp as $$
  select coalesce((select c.is_confirmed from fact_confirmation c where c.fact = p_fact order by c.seq desc limit 1), false)
$$;
revoke all on function app.is_approved_fact from public;
grant execute on function app.is_approved_fact to jixia_app;

-- Live facts that ask the acting organisation for its word, found by its credit code.
create function app.facts_naming() returns table (id uuid)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select f.id from fact f where f.known_to is null and cardinality(f.counterparties) > 0
    and f.counterparties @> array[(select credit_code from organisation where organisation.id = app.organisation())]
    and app.fact_confirmer(f.kind) = app.office() and app.is_office('enterprise', 'bank')
$$;
revoke all on function app.facts_naming from public;
grant execute on function app.facts_naming to jixia_app;

-- The name of the agency a fact belongs to, told to whoever may read the fact (the caller's own look-up has passed its policies).
create function app.agency_name(p_fact uuid) returns text
language sql stable security definer set search_path = public, app, pg_temp as $$
  select o.name from fact f join organisation o on o.id = f.agency where f.id = p_fact
    and (app.is_city() or f.agency = app.organisation() or exists (select from organisation me where me.id = app.organisation() and me.credit_code = any (f.counterparties)))
$$;
revoke all on function app.agency_name from public;
grant execute on function app.agency_name to jixia_app;

drop policy own on fact;
create policy own on fact for select to jixia_app using (
  agency = (select app.organisation()) and (select app.is_office('agency')) and (kind <> 'custody_recognition' or app.is_approved_fact(id))
);
create policy named on fact for select to jixia_app using (
  known_to is null and (select app.office()) = app.fact_confirmer(kind) and (select app.is_office('enterprise', 'bank'))
  and (select app.credit_code()) = any (counterparties)
);
create policy enters on fact for insert to jixia_app with check (
  agency = (select app.organisation()) and (select app.is_office('agency')) and not app.is_centre_fact(kind)
);
create policy records on fact for insert to jixia_app with check ((select app.is_office('centre_officer')) and app.is_centre_fact(kind));
-- What has ended stays as it ended.
create policy ends on fact for update to jixia_app using (
  known_to is null and (
    (agency = (select app.organisation()) and (select app.is_office('agency')) and not app.is_centre_fact(kind))
    or ((select app.is_office('centre_officer')) and app.is_centre_fact(kind))
  )
) with check (known_to is not null);
grant update (withdrawn_because) on fact to jixia_app;

-- Answers are only ever added. The centre's approver confirms nothing that the same person entered.
create policy reads on fact_confirmation for select to jixia_app using (exists (select from fact where fact.id = fact_confirmation.fact));
create policy vouches on fact_confirmation for insert to jixia_app with check (
  organisation = app.organisation() and person = app.person() and office = app.office()
  and credit_code is not distinct from app.credit_code()
  and exists (
    select from fact f where f.id = fact_confirmation.fact and f.known_to is null and app.fact_confirmer(f.kind) = app.office()
      and (app.office() <> 'centre_approver' or f.entered_by is distinct from app.person())
  )
);
grant select, insert on fact_confirmation to jixia_app;

-- A file named in a fact is readable by whoever may read the fact.
create table fact_file (
  fact uuid not null references fact,
  field text not null,
  hash bytea not null references attachment,
  file_name text not null,
  primary key (fact, field)
);
call app.protect('fact_file');
create policy reads on fact_file for select to jixia_app using (exists (select from fact where fact.id = fact_file.fact));
create policy writes on fact_file for insert to jixia_app with check (
  exists (select from fact f where f.id = fact_file.fact and f.known_to is null and f.entered_by = app.person())
);
grant select, insert on fact_file to jixia_app;

-- Lists of any kind. Rows lie in stretches until they are decided on, so that no list is ever held in one piece.
alter table fact_import
  add column kind text not null default 'invention_grant',
  add column sample jsonb not null default '[]',
  add column error_count integer not null default 0,
  add column warning_count integer not null default 0;
create table fact_import_rows (
  import uuid not null references fact_import,
  n integer not null,
  -- Each row: matter, day, what is kept, credit codes of those who may confirm.
  rows jsonb not null,
  primary key (import, n)
);
alter table fact_import_rows alter column rows set storage external;
call app.protect('fact_import_rows');
create policy own on fact_import_rows to jixia_app using (exists (select from fact_import i where i.id = fact_import_rows.import and i.agency = app.organisation() and app.is_office('agency')));
grant select, insert, delete on fact_import_rows to jixia_app;
update fact_import i set
  sample = coalesce((select jsonb_agg(jsonb_build_object('申请号', r->>'number', '名称', r->>'title', '申请人', r->>'owner', '地址', r->>'address', '授权公告日', r->>'grantDate', '代理机构', r->>'agencyName'))
    from (select r from jsonb_array_elements(i.rows) r limit 5) s), '[]'),
  error_count = (select count(*) from jsonb_array_elements(i.faults) f where not (f->>'isWarning')::boolean),
  warning_count = (select count(*) from jsonb_array_elements(i.faults) f where (f->>'isWarning')::boolean);
insert into fact_import_rows (import, n, rows)
  select i.id, 0, (select jsonb_agg(jsonb_build_array(r->'number', r->'grantDate', r, '[]'::jsonb)) from jsonb_array_elements(i.rows) r)
  from fact_import i where i.state = 'checked' and jsonb_array_length(i.rows) > 0;
alter table fact_import drop column rows;
