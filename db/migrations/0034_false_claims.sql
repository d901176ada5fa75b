-- What a recovery decides besides the money (I-47): which matters were claimed by false facts, and for how long the agency may not claim. Both only where a person said so, and both can be taken back by another.

-- The name under which a fact keeps what a claim names by year or by agency; the program's own way back (policy fact-kinds, matterOf) is compared with it by a test.
create function app.fact_matter(kind text, matter text) returns text language sql immutable as $$
  select case
    when kind = 'custody_contract' then regexp_replace(matter, '\|\d{4}$', '')
    when kind in ('brand_honour', 'custody_recognition') then substr(matter, 38)
    else matter
  end
$$;

-- Until its last day the agency opens and files no claim. One bar a recovery, never changed; what ends it early is an entry of its own.
create table claim_bar (
  kase uuid primary key references kase,
  agency uuid not null references organisation,
  from_day date not null,
  to_day date not null check (to_day > from_day),
  reason text not null check (length(reason) between 1 and 1000),
  document_number text not null,
  person uuid not null references person,
  at timestamptz not null
);
create index on claim_bar (agency, to_day);
create table claim_bar_end (
  kase uuid primary key references claim_bar,
  reason text not null check (length(reason) between 1 and 1000),
  document_number text not null,
  person uuid not null references person,
  at timestamptz not null
);
call app.protect('claim_bar');
call app.protect('claim_bar_end');
create policy reads on claim_bar for select to jixia_app using (
  (agency = (select app.organisation()) and (select app.is_office('agency'))) or (select app.is_city()) or (select app.is_office('finance'))
);
create policy bars on claim_bar for insert to jixia_app with check (
  app.is_office('centre_approver') and app.is_moving(kase) and person = app.person()
  and exists (select from kase k where k.id = claim_bar.kase and k.process = 'claim' and k.state = 'recovering' and k.owner = claim_bar.agency)
);
create policy reads on claim_bar_end for select to jixia_app using (exists (select from claim_bar b where b.kase = claim_bar_end.kase));
create policy lifts on claim_bar_end for insert to jixia_app with check (
  app.is_office('centre_approver') and app.is_moving(kase) and person = app.person()
  and exists (select from claim_bar b where b.kase = claim_bar_end.kase and b.person <> app.person())
);
grant select, insert on claim_bar, claim_bar_end to jixia_app;

-- A matter of an agency that was found false, by the recovery that found it. Stands until an entry of its own ends it.
create table fact_finding (
  id uuid not null unique default gen_random_uuid(),
  kase uuid not null references kase,
  kind text not null,
  matter text not null,
  -- The matter as the claim names it: what was ticked.
  claimed text not null,
  agency uuid not null references organisation,
  -- The version that counted until then; none where the agency had withdrawn it before.
  fact uuid references fact,
  findings text not null,
  document_number text not null,
  person uuid not null references person,
  at timestamptz not null,
  primary key (kase, kind, matter)
);
create index on fact_finding (agency, kind, matter);
create index on fact_finding (at desc, id desc);
create table fact_finding_end (
  kase uuid not null,
  kind text not null,
  matter text not null,
  reason text not null check (length(reason) between 1 and 1000),
  document_number text not null,
  person uuid not null references person,
  at timestamptz not null,
  primary key (kase, kind, matter),
  foreign key (kase, kind, matter) references fact_finding
);
call app.protect('fact_finding');
call app.protect('fact_finding_end');
create policy reads on fact_finding for select to jixia_app using (
  (agency = (select app.organisation()) and (select app.is_office('agency'))) or (select app.is_city())
);
create policy reads on fact_finding_end for select to jixia_app using (
  exists (select from fact_finding n where (n.kase, n.kind, n.matter) = (fact_finding_end.kase, fact_finding_end.kind, fact_finding_end.matter))
);
grant select on fact_finding, fact_finding_end to jixia_app;

-- Findings that stand.
create function app.standing_findings(p_agency uuid, p_kind text, p_matters text[]) returns setof fact_finding language sql stable as $$
  select n.* from fact_finding n where n.agency = p_agency and n.kind = p_kind and n.matter = any (p_matters)
    and not exists (select from fact_finding_end e where (e.kase, e.kind, e.matter) = (n.kase, n.kind, n.matter))
$$;

-- What was found false does not come back under the same agency, however it is entered.
create function app.refuse_found_false() returns trigger
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if exists (
    select from fresh f join fact_finding n on n.agency = f.agency and n.kind = f.kind and n.matter = f.matter
    where not exists (select from fact_finding_end e where (e.kase, e.kind, e.matter) = (n.kase, n.kind, n.matter))
  ) then raise exception 'a fact was found false' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke all on function app.refuse_found_false from public;
create trigger fact_not_found_false after insert on fact referencing new table as fresh for each statement execute function app.refuse_found_false();

-- The agency of a recovery that this transaction moves, and since when what it takes back was decided; only its approver asks.
create function app.recovery_in_hand(p_kase uuid, out agency uuid, out decided_at timestamptz)
language plpgsql stable as $$
begin
  if app.is_office('centre_approver') and app.is_moving(p_kase) then
    select k.owner, s.known_from into agency, decided_at from kase k join support s on s.kase = k.id
    where k.id = p_kase and k.process = 'claim' and k.state in ('recovering', 'recovered');
  end if;
  if agency is null then raise exception 'the office % finds nothing false or true in case %', app.office(), p_kase using errcode = '42501'; end if;
end $$;
revoke all on function app.recovery_in_hand from public;

-- Finds matters of a claim false: their facts end, with what they were corrected into since the claim was decided, and no claim of the
-- agency holds them any more. Only matters that this very claim has held.
create function app.find_false(p_kase uuid, p_kinds text[], p_matters text[], p_findings text, p_document text, p_at timestamptz) returns integer
language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  v_agency uuid;
  v_decided_at timestamptz;
  v_found integer;
begin
  select agency, decided_at into v_agency, v_decided_at from app.recovery_in_hand(p_kase);
  if exists (
    select from unnest(p_kinds, p_matters) t(k, m) where not exists (select from matter_hold h where h.kase = p_kase and h.kind = t.k and h.matter = t.m)
  ) then raise exception 'case % never held what it finds false', p_kase using errcode = '42501';
  end if;
  with recursive named as (
    select distinct on (kind, matter) t.k as kind, app.fact_matter(t.k, t.m) as matter, t.m as claimed from unnest(p_kinds, p_matters) t(k, m) order by 1, 2
  ), line as (
    select f.id, f.kind, f.matter, f.known_to, n.claimed from named n join fact f on f.agency = v_agency and f.kind = n.kind and f.matter = n.matter
      where f.known_from <= v_decided_at and (f.known_to is null or f.known_to >= v_decided_at)
    union select e.id, e.kind, e.matter, e.known_to, l.claimed from fact e join line l on e.corrects = l.id
  ), live as (
    select id, kind, matter, claimed from line where known_to is null
    union select f.id, f.kind, f.matter, n.claimed from named n join fact f on f.agency = v_agency and f.kind = n.kind and f.matter = n.matter and f.known_to is null
  ), ended as (
    update fact f set known_to = greatest(f.known_from, p_at) where f.known_to is null and f.id in (select id from live) returning f.id
  )
  insert into fact_finding (kase, kind, matter, claimed, agency, fact, findings, document_number, person, at)
    select distinct on (a.kind, a.matter) p_kase, a.kind, a.matter, a.claimed, v_agency, a.id, p_findings, p_document, app.person(), p_at from (
      select l.kind, l.matter, l.claimed, l.id from live l join ended e on e.id = l.id
      union all select n.kind, n.matter, n.claimed, null from named n
    ) a order by a.kind, a.matter, a.id nulls last;
  get diagnostics v_found = row_count;
  update matter_hold h set released_at = p_at where h.agency = v_agency and h.released_at is null
    and exists (select from fact_finding n where n.kase = p_kase and n.kind = h.kind and n.matter = app.fact_matter(h.kind, h.matter));
  return v_found;
end $$;
revoke all on function app.find_false from public;
grant execute on function app.find_false to jixia_app;

-- Takes findings of a recovery back: what counted until then counts again from now on, as a version of its own with its files and
-- answers, unless another recovery found it false too. Never by who found it.
create function app.restore_facts(p_kase uuid, p_kinds text[], p_matters text[], p_reason text, p_document text, p_at timestamptz) returns integer
language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  v_agency uuid;
  v_restored integer := 0;
  v_finding fact_finding;
  v_id uuid;
begin
  select agency into v_agency from app.recovery_in_hand(p_kase);
  for v_finding in
    select n.* from fact_finding n join unnest(p_kinds, p_matters) t(k, m) on t.k = n.kind and t.m = n.claimed
    where n.kase = p_kase and n.agency = v_agency and n.person <> app.person()
      and not exists (select from fact_finding_end e where (e.kase, e.kind, e.matter) = (n.kase, n.kind, n.matter)) order by n.kind, n.matter
  loop
    insert into fact_finding_end (kase, kind, matter, reason, document_number, person, at)
      values (p_kase, v_finding.kind, v_finding.matter, p_reason, p_document, app.person(), p_at);
    v_restored := v_restored + 1;
    continue when v_finding.fact is null or exists (select from app.standing_findings(v_agency, v_finding.kind, array[v_finding.matter]));
    v_id := gen_random_uuid();
    insert into fact (id, agency, kind, matter, valid_on, data, counterparties, import_id, entered_by, known_from, corrects, reason)
      select v_id, agency, kind, matter, valid_on, data, counterparties, import_id, entered_by, p_at, id, left(p_reason, 500) from fact where id = v_finding.fact;
    insert into fact_file (fact, field, hash, file_name) select v_id, field, hash, file_name from fact_file where fact = v_finding.fact;
    insert into fact_confirmation (id, fact, organisation, organisation_name, credit_code, office, person, person_name, is_confirmed, remark, at)
      select gen_random_uuid(), v_id, organisation, organisation_name, credit_code, office, person, person_name, is_confirmed, remark, at
      from fact_confirmation where fact = v_finding.fact order by seq;
  end loop;
  return v_restored;
end $$;
revoke all on function app.restore_facts from public;
grant execute on function app.restore_facts to jixia_app;

-- Recoveries of earlier days found nothing false and barred nobody.
update kase set data = jsonb_set(data, '{recovery}',
    '{"reports": [], "falseMatters": [], "barMonths": null, "barReason": "", "barredUntil": null, "corrections": []}'::jsonb || (data->'recovery'))
  where process = 'claim' and jsonb_typeof(data->'recovery') = 'object';
