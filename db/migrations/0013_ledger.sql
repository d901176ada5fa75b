-- The ledger: money moves only by balanced entries that nobody changes afterwards, and no account falls below zero because the database refuses it.

-- What an account's key says about it. Two books: the budget (what may be spent) and the financial one (who is owed what).
create function app.account_book(kind text) returns text language sql immutable as $$
  select case when kind in ('appropriated', 'available', 'reserved', 'spent') then 'budget' else 'financial' end $$;
create function app.account_side(kind text) returns text language sql immutable as $$
  select case when kind in ('available', 'reserved', 'spent', 'granted', 'receivable') then 'debit' else 'credit' end $$;

create table ledger_account (
  id bigint generated always as identity primary key,
  key text not null unique check (key ~ '^((appropriated|available|reserved|spent|granted)/2\d{3}/9\.[1-5]|(payable|voucher|presented|in_transit|receivable)/[A-Za-z0-9._:-]{1,100}|treasury)$'),
  kind text not null generated always as (split_part(key, '/', 1)) stored,
  book text not null generated always as (app.account_book(split_part(key, '/', 1))) stored,
  -- The side on which the balance grows.
  side text not null generated always as (app.account_side(split_part(key, '/', 1))) stored,
  year integer generated always as (case when key ~ '/.*/' then split_part(key, '/', 2)::integer end) stored,
  item text generated always as (case when key ~ '/.*/' then split_part(key, '/', 3) end) stored,
  subject text generated always as (case when key ~ '^[^/]+/[^/]+$' then split_part(key, '/', 2) end) stored,
  -- The organisation that may read it; batches, budget lines and the treasury have none.
  owner uuid references organisation check (owner is null or key ~ '^(payable|voucher|presented|receivable)/'),
  -- In fen, never below zero, never beyond what the program can count exactly.
  balance bigint not null default 0 check (balance between 0 and 9007199254740991)
);
create index on ledger_account (owner);
create index on ledger_account (kind, id);

create table journal (
  id uuid primary key,
  seq bigint not null generated always as identity unique,
  kind text not null,
  kase uuid references kase,
  -- An entry is undone at most once.
  reverses uuid unique references journal,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  person uuid,
  office text not null,
  check ((kind = 'reversal') = (reverses is not null))
);
create index on journal (kase);

create table posting (
  -- Drawn while the account is locked: along one account the numbers follow the balances.
  id bigint generated always as identity primary key,
  journal uuid not null references journal,
  line_no integer not null,
  account bigint not null references ledger_account,
  side text not null check (side in ('debit', 'credit')),
  amount bigint not null check (amount between 1 and 9007199254740991),
  balance_after bigint not null check (balance_after >= 0),
  unique (journal, line_no),
  unique (journal, account)
);
create index on posting (account, id);

call app.protect('ledger_account');
call app.protect('journal');
call app.protect('posting');
create policy city on ledger_account for select to jixia_app using ((select app.is_city()) or (select app.is_office('finance')));
create policy own on ledger_account for select to jixia_app using (owner = (select app.organisation()));
create policy city on posting for select to jixia_app using ((select app.is_city()) or (select app.is_office('finance')));
-- Postings on one's own accounts, not those of others in the same entry; the entry itself without them.
create policy own on posting for select to jixia_app using (exists (select from ledger_account a where a.id = posting.account and a.owner = app.organisation()));
create policy city on journal for select to jixia_app using ((select app.is_city()) or (select app.is_office('finance')));
create policy own on journal for select to jixia_app using (exists (select from posting p join ledger_account a on a.id = p.account where p.journal = journal.id and a.owner = app.organisation()));
grant select on ledger_account, journal, posting to jixia_app;

-- Which sorts of postings an entry consists of: all of them, no other.
create function app.entry_shape(kind text) returns text[] language sql immutable as $$
  select case kind
    when 'appropriate' then array['credit appropriated', 'debit available']
    when 'withdraw_appropriation' then array['credit available', 'debit appropriated']
    when 'reserve' then array['credit available', 'debit reserved']
    when 'release_reservation' then array['credit reserved', 'debit available']
    when 'grant_cash' then array['credit payable', 'credit reserved', 'debit granted', 'debit spent']
    when 'issue_voucher' then array['credit reserved', 'credit voucher', 'debit granted', 'debit spent']
    when 'present_voucher' then array['credit presented', 'debit voucher']
    when 'accept_voucher_use' then array['credit payable', 'debit presented']
    when 'return_voucher_use' then array['credit voucher', 'debit presented']
    when 'lapse_voucher' then array['credit granted', 'credit spent', 'debit available', 'debit voucher']
    when 'pay_out' then array['credit in_transit', 'debit payable']
    when 'confirm_paid' then array['credit treasury', 'debit in_transit']
    when 'bounce_payment' then array['credit payable', 'debit in_transit']
    when 'cancel_payable' then array['credit granted', 'credit spent', 'debit available', 'debit payable']
    when 'demand_back' then array['credit granted', 'debit receivable']
    when 'repay' then array['credit receivable', 'credit spent', 'debit available', 'debit treasury']
  end $$;

-- Who may post it: who decides, who checks and who pays are different offices.
create function app.entry_offices(kind text) returns text[] language sql immutable as $$
  select case
    when kind in ('appropriate', 'withdraw_appropriation', 'grant_cash', 'issue_voucher', 'cancel_payable', 'demand_back') then array['centre_approver']
    when kind = 'lapse_voucher' then array['centre_approver', 'clock']
    when kind in ('reserve', 'release_reservation') then array['agency', 'centre_officer', 'centre_approver', 'clock', 'system']
    when kind = 'present_voucher' then array['agency']
    when kind = 'accept_voucher_use' then array['centre_officer']
    when kind = 'return_voucher_use' then array['agency', 'enterprise', 'centre_officer', 'clock']
    when kind in ('pay_out', 'confirm_paid', 'bounce_payment', 'repay') then array['finance']
  end $$;

-- The postings as given: [{account, side, amount, owner?}].
create function app.entry_lines(p_postings jsonb) returns table (line_no bigint, key text, side text, amount bigint, owner uuid) language sql stable as $$
  select n, account, l.side, l.amount, l.owner
  from rows from (jsonb_to_recordset(p_postings) as (account text, side text, amount bigint, owner uuid)) with ordinality as l(account, side, amount, owner, n) $$;

-- What is wrong with the postings in themselves, whatever the balances; null when nothing is.
create function app.entry_fault(p_postings jsonb) returns text language sql stable as $$
  with line as (
    select key, side, amount, app.account_book(split_part(key, '/', 1)) as book from app.entry_lines(p_postings)),
  book as (
    select book, sum(amount) filter (where side = 'debit') as debit, sum(amount) filter (where side = 'credit') as credit from line group by book)
  select case
    when not exists (select from line) then 'there are no postings'
    when exists (select from line where key is null or side is null or amount is null or side not in ('debit', 'credit') or amount < 1) then 'a posting has no account, side or amount'
    when exists (select from line group by key having count(*) > 1) then 'an account is named twice'
    when exists (select from book where debit is distinct from credit) then 'a book does not balance'
    when (select count(distinct debit) from book) > 1 then 'the books move different amounts'
    when (select count(distinct substring(key from '/.*/.*')) from line) > 1 then 'two budget lines are touched'
  end $$;

-- The sorts of the postings of an entry, as a shape is written.
create function app.entry_sorts(p_postings jsonb) returns text[] language sql stable as $$
  select array(select distinct side || ' ' || split_part(key, '/', 1) from app.entry_lines(p_postings) order by 1) $$;

-- Whether a posted entry consists of just these postings, or of their mirror images.
create function app.entry_equals(p_journal uuid, p_postings jsonb, p_is_mirrored boolean) returns boolean language sql stable as $$
  with posted as (
    select a.key, case when p_is_mirrored then case p.side when 'debit' then 'credit' else 'debit' end else p.side end as side, p.amount
    from posting p join ledger_account a on a.id = p.account where p.journal = p_journal),
  given as (select key, side, amount from app.entry_lines(p_postings))
  select not exists ((select * from posted except select * from given) union all (select * from given except select * from posted)) $$;

-- Raises what only a bug or an intruder can cause: a wrong office, an unsound entry, a reversal of something else.
create function app.require_entry(p_kind text, p_kase uuid, p_reverses uuid, p_postings jsonb) returns void language plpgsql stable as $$
declare
  v_kind text := p_kind;
  v_fault text := app.entry_fault(p_postings);
begin
  if p_reverses is not null then
    select kind into v_kind from journal where id = p_reverses and p_kind = 'reversal';
  end if;
  if app.entry_shape(v_kind) is null then
    raise exception 'no such entry: % of %', p_kind, p_reverses using errcode = '23514';
  end if;
  if not app.office() = any (app.entry_offices(v_kind)) then
    raise exception 'the office % may not post %', app.office(), p_kind using errcode = '42501';
  end if;
  if app.is_office('enterprise') and p_kase is null
    or app.is_office('agency') and not exists (select from kase where id = p_kase and (owner = app.organisation() or app.person() = any (assigned))) then
    raise exception 'the office % posts only for a case of its own', app.office() using errcode = '42501';
  end if;
  if v_fault is not null then
    raise exception 'not an entry (%): %', p_kind, v_fault using errcode = '23514';
  end if;
  if p_reverses is null and app.entry_sorts(p_postings) is distinct from app.entry_shape(p_kind) then
    raise exception 'not the postings of %', p_kind using errcode = '23514';
  end if;
  if p_reverses is not null and not app.entry_equals(p_reverses, p_postings, true) then
    raise exception 'not the mirror of entry %', p_reverses using errcode = '23514';
  end if;
end $$;

-- Posts one entry, wholly or not at all. False: an account would fall below zero, nothing has happened. An entry that is
-- already there under this id is not posted again; a different one under the same id is an error.
-- Lock order: the journal's id, then missing accounts by key, then all accounts by id. Audit streams come after.
create function app.post_entry(p_id uuid, p_kind text, p_kase uuid, p_at timestamptz, p_reverses uuid, p_postings jsonb) returns boolean
language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  moved integer;
begin
  perform app.require_entry(p_kind, p_kase, p_reverses, p_postings);
  perform set_config('app.posting', p_id::text, true);
  insert into journal (id, kind, kase, reverses, at, person, office)
    values (p_id, p_kind, p_kase, p_reverses, p_at, app.person(), app.office()) on conflict (id) do nothing;
  if not found then
    perform set_config('app.posting', '', true);
    if app.entry_equals(p_id, p_postings, false)
      and exists (select from journal where id = p_id and kind = p_kind and kase is not distinct from p_kase and reverses is not distinct from p_reverses) then
      return true;
    end if;
    raise exception 'entry % is there already, and is another one', p_id using errcode = '23505';
  end if;

  insert into ledger_account (key, owner)
    select l.key, l.owner from app.entry_lines(p_postings) l
    where not exists (select from ledger_account a where a.key = l.key) order by l.key on conflict (key) do nothing;
  if exists (select from app.entry_lines(p_postings) l join ledger_account a on a.key = l.key where l.owner is not null and a.owner is distinct from l.owner) then
    raise exception 'an account of entry % belongs to somebody else', p_id using errcode = '23514';
  end if;

  perform from ledger_account a join app.entry_lines(p_postings) l on l.key = a.key order by a.id for update of a;
  with changed as (
    update ledger_account a set balance = a.balance + c.change
    from (
      select l.*, case when l.side = app.account_side(split_part(l.key, '/', 1)) then l.amount else -l.amount end as change
      from app.entry_lines(p_postings) l
    ) c
    where a.key = c.key and a.balance + c.change >= 0
    returning a.id, a.balance, c.line_no, c.side, c.amount),
  written as (
    insert into posting (journal, line_no, account, side, amount, balance_after)
    select p_id, line_no, id, side, amount, balance from changed
    where (select count(*) from changed) = jsonb_array_length(p_postings) returning 1)
  select count(*) into moved from written;
  if moved = 0 then
    raise exception 'insufficient' using errcode = 'JX001';
  end if;
  perform set_config('app.posting', '', true);
  return true;
exception when sqlstate 'JX001' then
  return false;
end $$;
revoke all on function app.post_entry, app.require_entry, app.entry_equals from public;
grant execute on function app.post_entry to jixia_app;

-- Whether every book of an entry balances and it has postings at all; asked again by triggers, in words of its own.
create function app.prove_entry(p_journal uuid) returns void language plpgsql stable as $$
begin
  if exists (
    select from posting p join ledger_account a on a.id = p.account where p.journal = p_journal
    group by a.book having sum(case p.side when 'debit' then p.amount else -p.amount end) <> 0
  ) or not exists (select from posting where journal = p_journal) then
    raise exception 'entry % does not balance', p_journal using errcode = '23514';
  end if;
end $$;

create function app.prove_journal() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  perform app.prove_entry(new.id);
  return null;
end $$;
create constraint trigger balances after insert on journal deferrable initially deferred for each row execute function app.prove_journal();

create function app.prove_postings() returns trigger language plpgsql as $$
begin
  perform app.prove_entry(journal) from (select distinct journal from added) j;
  return null;
end $$;
create trigger balances after insert on posting referencing new table as added for each statement execute function app.prove_postings();
revoke all on function app.prove_entry, app.prove_journal, app.prove_postings from public;

-- What even the owner of the database can not do in passing.
create function app.keep_ledger() returns trigger language plpgsql as $$
begin
  raise exception '% on % is not possible: the ledger only grows', tg_op, tg_table_name;
end $$;
create trigger grows before update or delete on journal for each row execute function app.keep_ledger();
create trigger grows before update or delete on posting for each row execute function app.keep_ledger();
create trigger grows before delete on ledger_account for each row execute function app.keep_ledger();
create trigger stays before truncate on journal for each statement execute function app.keep_ledger();
create trigger stays before truncate on posting for each statement execute function app.keep_ledger();
create trigger stays before truncate on ledger_account for each statement execute function app.keep_ledger();

create function app.keep_posting() returns trigger language plpgsql as $$
begin
  if nullif(current_setting('app.posting', true), '') is distinct from coalesce(to_jsonb(new) ->> 'journal', new.id::text) then
    raise exception '% on % happens only where an entry is posted', tg_op, tg_table_name;
  end if;
  return new;
end $$;
create trigger posts before insert on journal for each row execute function app.keep_posting();
create trigger posts before insert on posting for each row execute function app.keep_posting();

create function app.keep_account() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.balance <> 0
    or tg_op = 'UPDATE' and ((new.id, new.key) <> (old.id, old.key) or new.owner is distinct from old.owner or nullif(current_setting('app.posting', true), '') is null) then
    raise exception '% on % happens only where an entry is posted', tg_op, tg_table_name;
  end if;
  return new;
end $$;
create trigger posts before insert or update on ledger_account for each row execute function app.keep_account();
