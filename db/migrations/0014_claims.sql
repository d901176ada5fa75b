-- Claims and what follows them: matters held once, budget committed, support granted, vouchers, payees and payment batches.

-- A second organisation may have to act on a case: the enterprise that confirms a service.
alter table kase add column counterparty uuid references organisation;
create index kase_counterparty on kase (counterparty) where counterparty is not null;
drop policy reads on kase;
create policy reads on kase for select to jixia_app using (
  owner = (select app.organisation())
  or (not is_private and (select app.is_city()))
  or (not is_private and district = (select app.district()) and (select app.is_office('county_reviewer', 'county_approver')) and process not in ('claim', 'redemption'))
  or (not is_private and counterparty = (select app.organisation()))
  or (select app.person()) = any (assigned)
  or (process = 'call' and state <> 'drafted' and (select app.office()) <> 'nobody')
  or (process = 'payment' and (select app.is_office('finance')))
  or (process in ('claim', 'redemption') and not is_private and (select app.is_office('finance')))
  or (select app.is_office('system'))
);
drop policy moves on kase;
create policy moves on kase for update to jixia_app using (
  owner = (select app.organisation())
  or (select app.is_office('system', 'clock', 'centre_officer', 'centre_approver'))
  or (district = (select app.district()) and (select app.is_office('county_reviewer', 'county_approver')) and process not in ('claim', 'redemption'))
  or (counterparty = (select app.organisation()))
  or (select app.person()) = any (assigned)
  or (process in ('payment', 'claim') and (select app.is_office('finance')))
) with check (true);

-- Whether the case was written by this very transaction: its mover passed the case's own policy. What belongs to a move may
-- be written only then, so that nobody writes events, filings, receipts or duties into a case that is not theirs to move.
create function app.is_moving(p_kase uuid) returns boolean language sql stable security definer set search_path = public, app, pg_temp as $$
  select exists (select from kase where id = p_kase and xmin = pg_current_xact_id()::xid)
$$;
revoke all on function app.is_moving from public;
grant execute on function app.is_moving to jixia_app;
drop policy writes on case_event;
create policy writes on case_event for insert to jixia_app with check (app.is_moving(kase));
drop policy writes on filing;
create policy writes on filing for insert to jixia_app with check (app.is_moving(kase));
drop policy writes on receipt;
create policy writes on receipt for insert to jixia_app with check (app.is_moving(kase));
drop policy writes on attachment_use;
create policy writes on attachment_use for insert to jixia_app with check (app.is_moving(kase));

-- A duty of the other party stands under that organisation's name.
drop policy reads on duty;
create policy reads on duty for select to jixia_app using (
  role = (select app.office()) and not coalesce((select app.person()) = any (barred), false) and (
    relation = 'any'
    or (relation in ('owner', 'counterparty') and owner = (select app.organisation()))
    or (relation = 'district' and district = (select app.district()))
    or (relation = 'assigned' and person = (select app.person()))
  )
  or (select app.is_office('auditor'))
);
drop function app.replace_duties;
create function app.replace_duties(p_kase uuid, p_duties jsonb) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not app.is_moving(p_kase) then raise exception 'case % is not being moved', p_kase; end if;
  delete from duty where kase = p_kase;
  insert into duty (kase, event, role, relation, owner, district, person, barred, due_at, since)
    select k.id, d.event, d.role, d.relation, case d.relation when 'counterparty' then k.counterparty else k.owner end, k.district,
      d.person, array(select jsonb_array_elements_text(d.barred))::uuid[], k.deadline_at, k.state_since
    from kase k, jsonb_to_recordset(p_duties) as d(event text, role text, relation text, person uuid, barred jsonb) where k.id = p_kase;
end $$;
revoke all on function app.replace_duties from public;
grant execute on function app.replace_duties to jixia_app;

-- A matter (patent, contract, case, certificate …) that a live claim rests on. One agency holds it once a clause; where another
-- agency holds it as well, both are in dispute and neither learns who the other is.
create table matter_hold (
  kase uuid not null references kase,
  agency uuid not null references organisation,
  clause text not null,
  kind text not null,
  matter text not null,
  held_at timestamptz not null,
  released_at timestamptz,
  primary key (kase, kind, matter)
);
create unique index matter_hold_own on matter_hold (agency, clause, kind, matter) where released_at is null;
create index matter_hold_live on matter_hold (kind, matter) where released_at is null;
call app.protect('matter_hold');
create policy reads on matter_hold for select to jixia_app using (agency = app.organisation() or app.is_city());
create policy holds on matter_hold for insert to jixia_app with check (app.is_moving(kase));
create policy releases on matter_hold for update to jixia_app using (app.is_moving(kase));
grant select, insert on matter_hold to jixia_app;
grant update (released_at, held_at) on matter_hold to jixia_app;

-- Matters of a case that somebody else holds too; who it is, is told to the centre and the auditor alone.
create function app.disputed_matters(p_kase uuid) returns table (kind text, matter text, rival uuid)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select m.kind, m.matter, case when app.is_city() then o.kase end from matter_hold m
    join matter_hold o on o.kind = m.kind and o.matter = m.matter and o.agency <> m.agency and o.released_at is null
  where m.kase = p_kase and m.released_at is null
    and (app.is_city() or exists (select from kase k where k.id = p_kase and k.owner = app.organisation()))
  order by 1, 2, 3
$$;
revoke all on function app.disputed_matters from public;
grant execute on function app.disputed_matters to jixia_app;

-- What a claim asks of its budget line and how much of it is reserved: all of it or nothing.
create table commitment (
  kase uuid primary key references kase,
  seq bigint generated always as identity,
  year integer not null,
  item text not null,
  -- A fixed sum ranks first and is never cut by a percentage (I-28).
  is_fixed boolean not null,
  ceiling bigint not null check (ceiling >= 0),
  asked bigint not null check (asked between 0 and ceiling),
  reserved bigint not null default 0 check (reserved in (0, asked)),
  state text not null default 'live' check (state in ('live', 'granted', 'released'))
);
create index on commitment (year, item) where state = 'live';
call app.protect('commitment');
create policy reads on commitment for select to jixia_app using (app.is_city() or app.is_office('finance') or exists (select from kase where kase.id = commitment.kase));
create policy commits on commitment for insert to jixia_app with check (app.is_moving(kase));
create policy moves on commitment for update to jixia_app using (app.is_moving(kase) or app.is_office('centre_approver'));
grant select, insert, update on commitment to jixia_app;

-- The one percentage by which a line is settled when it is short, in hundredths of a per cent; published.
create table settlement_rate (
  year integer not null,
  item text not null,
  kase uuid not null references kase,
  rate integer not null check (rate between 1 and 9999),
  decided_at timestamptz not null,
  primary key (year, item)
);
call app.protect('settlement_rate');
create policy reads on settlement_rate for select to jixia_app using (true);
create policy decides on settlement_rate for insert to jixia_app with check (app.is_office('centre_approver') and app.is_moving(kase));
grant select, insert on settlement_rate to jixia_app;

-- Who is to be paid where. A changed account waits before it is used; the number itself is for the payer and its owner.
create table payee (
  id uuid primary key,
  organisation uuid not null references organisation,
  is_person boolean not null default false,
  name text not null check (length(name) between 1 and 100),
  bank text not null check (length(bank) between 1 and 100),
  tail text not null check (length(tail) = 4),
  active_from timestamptz not null,
  replaces uuid references payee,
  ended_at timestamptz,
  entered_by uuid not null,
  entered_at timestamptz not null
);
create index on payee (organisation);
call app.protect('payee');
create policy reads on payee for select to jixia_app using (organisation = app.organisation() or app.is_city() or app.is_office('finance'));
create policy writes on payee for insert to jixia_app with check (organisation = app.organisation() and entered_by = app.person());
create policy ends on payee for update to jixia_app using (organisation = app.organisation());
grant select, insert on payee to jixia_app;
grant update (ended_at) on payee to jixia_app;
create table payee_account (
  payee uuid primary key references payee,
  account text not null check (account ~ '^\d{8,32}$')
);
call app.protect('payee_account');
create policy reads on payee_account for select to jixia_app using (app.is_office('finance') or exists (select from payee p where p.id = payee_account.payee and p.organisation = app.organisation()));
create policy writes on payee_account for insert to jixia_app with check (exists (select from payee p where p.id = payee_account.payee and p.organisation = app.organisation()));
grant select, insert on payee_account to jixia_app;

-- What was decided, once decided: the history of support by agency, clause, year and zone.
create table support (
  kase uuid primary key references kase,
  agency uuid not null references organisation,
  clause text not null,
  year integer not null,
  item text not null,
  zone uuid references zone,
  paid_as text not null check (paid_as in ('cash', 'voucher')),
  ceiling bigint not null,
  computed bigint not null,
  amount bigint not null check (amount between 1 and computed and computed <= ceiling),
  reason text,
  -- Names of the facts in the case file that was decided; what is listed here is not supported again.
  facts text[] not null,
  determination bytea not null,
  decided_on date not null,
  decided_by uuid not null,
  proposed_by uuid not null,
  known_from timestamptz not null
);
create index on support (agency, year);
create index on support (clause, year);
call app.protect('support');
create policy reads on support for select to jixia_app using (agency = app.organisation() or app.is_city() or app.is_office('finance'));
create policy grants on support for insert to jixia_app with check (app.is_office('centre_approver') and app.is_moving(kase));
grant select, insert on support to jixia_app;
-- A support taken back later; the decision itself stays.
create table support_end (
  kase uuid primary key references support,
  by_case uuid not null references kase,
  reason text not null,
  at timestamptz not null
);
call app.protect('support_end');
create policy reads on support_end for select to jixia_app using (exists (select from support s where s.kase = support_end.kase));
create policy ends on support_end for insert to jixia_app with check (app.is_office('centre_approver') and app.is_moving(by_case));
grant select, insert on support_end to jixia_app;

-- One sum to one payee out of one decision; the ledger's account of the same id says how much of it is still owed.
create table payable (
  id uuid primary key,
  kase uuid not null references kase,
  payee uuid not null references payee,
  organisation uuid not null references organisation,
  year integer not null,
  item text not null,
  title text not null,
  amount bigint not null check (amount > 0),
  is_held boolean not null default false,
  batch uuid references kase,
  paid_at timestamptz,
  bank_reference text,
  cancelled_at timestamptz,
  created_at timestamptz not null
);
create index on payable (kase);
create index on payable (created_at, id) where batch is null and paid_at is null and cancelled_at is null;
create index on payable (batch) where batch is not null;
call app.protect('payable');
create policy reads on payable for select to jixia_app using (organisation = app.organisation() or app.is_city() or app.is_office('finance'));
create policy owes on payable for insert to jixia_app with check (app.is_moving(kase) and app.is_office('centre_approver', 'centre_officer'));
create policy pays on payable for update to jixia_app using (app.is_office('finance', 'centre_approver'));
grant select, insert on payable to jixia_app;
grant update (batch, paid_at, bank_reference, cancelled_at, is_held) on payable to jixia_app;

create sequence voucher_number;
grant usage on sequence voucher_number to jixia_app;
create table voucher (
  id uuid primary key,
  number text not null unique,
  -- Whoever presents the voucher shows this code; it can not be guessed.
  code text not null unique,
  kase uuid not null unique references kase,
  holder uuid not null references organisation,
  year integer not null,
  item text not null,
  value bigint not null check (value > 0),
  issued_on date not null,
  valid_to date not null check (valid_to >= issued_on),
  ended_at timestamptz,
  ended_how text check (ended_how in ('expired', 'cancelled'))
);
create index on voucher (holder);
create index on voucher (valid_to) where ended_at is null;
call app.protect('voucher');
create policy reads on voucher for select to jixia_app using (holder = app.organisation() or app.is_city());
create policy issues on voucher for insert to jixia_app with check (app.is_office('centre_approver') and app.is_moving(kase));
create policy ends on voucher for update to jixia_app using (app.is_office('centre_approver', 'clock'));
grant select, insert on voucher to jixia_app;
grant update (ended_at, ended_how) on voucher to jixia_app;
-- The one voucher a code belongs to: the provider who is shown the code is not its holder and may not list vouchers.
create function app.voucher_by_code(p_code text)
returns table (id uuid, number text, holder uuid, holder_name text, holder_code text, value bigint, balance bigint, valid_to date, ended_at timestamptz)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select v.id, v.number, v.holder, o.name, o.credit_code, v.value,
    coalesce((select a.balance from ledger_account a where a.key = 'voucher/' || v.id), 0), v.valid_to, v.ended_at
  from voucher v join organisation o on o.id = v.holder where v.code = p_code and app.is_office('agency', 'centre_officer', 'centre_approver')
$$;
revoke all on function app.voucher_by_code from public;
grant execute on function app.voucher_by_code to jixia_app;
-- An organisation by its credit code, for naming the other party of a case; nothing else of it is told.
create function app.organisation_by_code(p_code text) returns table (id uuid, name text, kind text)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select o.id, o.name, o.kind from organisation o where o.credit_code = p_code
$$;
revoke all on function app.organisation_by_code from public;
grant execute on function app.organisation_by_code to jixia_app;

create table voucher_use (
  kase uuid primary key references kase,
  voucher uuid not null references voucher,
  provider uuid not null references organisation,
  client uuid not null references organisation,
  amount bigint not null check (amount > 0),
  presented_at timestamptz not null
);
create index on voucher_use (voucher);
call app.protect('voucher_use');
create policy reads on voucher_use for select to jixia_app using (provider = app.organisation() or client = app.organisation() or app.is_city() or exists (select from voucher v where v.id = voucher_use.voucher and v.holder = app.organisation()));
create policy presents on voucher_use for insert to jixia_app with check (app.is_moving(kase));
grant select, insert on voucher_use to jixia_app;
-- Where vouchers were presented, for their holder and the centre: the cases belong to the providers.
create function app.uses_of(p_vouchers uuid[])
returns table (kase uuid, number text, state text, voucher uuid, provider_name text, amount bigint, presented_at timestamptz)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select u.kase, k.number, k.state, u.voucher, o.name, u.amount, u.presented_at
  from voucher_use u join kase k on k.id = u.kase join organisation o on o.id = u.provider join voucher v on v.id = u.voucher
  where u.voucher = any (p_vouchers) and (v.holder = app.organisation() or app.is_city()) order by u.presented_at desc
$$;
revoke all on function app.uses_of from public;
grant execute on function app.uses_of to jixia_app;

-- Organisations tied to each other; a voucher is not redeemed by a related company (I-29).
create table related_party (
  id uuid primary key,
  organisation uuid not null references organisation,
  credit_code text not null,
  name text not null,
  kind text not null,
  entered_by uuid not null,
  known_from timestamptz not null,
  unique (organisation, credit_code)
);
call app.protect('related_party');
create policy reads on related_party for select to jixia_app using (organisation = app.organisation() or app.is_city() or app.is_office('administrator'));
create policy writes on related_party for insert to jixia_app with check ((organisation = app.organisation() and app.is_office('agency')) or app.is_office('centre_officer', 'administrator'));
grant select, insert on related_party to jixia_app;
create function app.are_related(p_one uuid, p_other uuid) returns boolean
language sql stable security definer set search_path = public, app, pg_temp as $$
  select exists (select from related_party r join organisation o on o.credit_code = r.credit_code
    where (r.organisation = p_one and o.id = p_other) or (r.organisation = p_other and o.id = p_one))
$$;
revoke all on function app.are_related from public;
grant execute on function app.are_related to jixia_app;

-- The file for the bank, byte for byte as it was made, and the bank's answers as they were read.
create table payment_file (
  kase uuid primary key references kase,
  bytes bytea not null,
  hash bytea not null,
  line_count integer not null,
  total bigint not null,
  made_at timestamptz not null
);
call app.protect('payment_file');
create policy reads on payment_file for select to jixia_app using (app.is_office('finance', 'auditor'));
create policy makes on payment_file for insert to jixia_app with check (app.is_office('finance') and app.is_moving(kase));
grant select, insert on payment_file to jixia_app;
create table bank_answer (
  id uuid primary key,
  kase uuid not null references kase,
  file_name text not null,
  hash bytea not null,
  lines jsonb not null,
  exceptions jsonb not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);
create index on bank_answer (kase, uploaded_at desc);
call app.protect('bank_answer');
create policy reads on bank_answer for select to jixia_app using (app.is_office('finance', 'auditor'));
create policy writes on bank_answer for insert to jixia_app with check (app.is_office('finance'));
grant select, insert on bank_answer to jixia_app;

-- Events that one case causes in another: fired by the clock through the ordinary door, after the first has committed.
create table pending_event (
  id bigint generated always as identity primary key,
  process text not null,
  kase uuid not null references kase,
  event text not null,
  caused_by uuid not null references kase,
  created_at timestamptz not null
);
call app.protect('pending_event');
create policy fires on pending_event to jixia_app using (app.is_office('clock')) with check (app.is_moving(caused_by));
grant select, insert, delete on pending_event to jixia_app;

alter table public_notice drop constraint public_notice_kind_check;
alter table public_notice add constraint public_notice_kind_check check (kind in ('designation', 'support', 'settlement'));
drop policy ends on public_notice;
create policy ends on public_notice for update to jixia_app using (app.is_office('centre_officer', 'centre_approver', 'clock'));
