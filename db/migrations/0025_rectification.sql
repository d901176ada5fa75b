-- What follows an unqualified year: rectification, and the end of a title. The history of a title takes only what its last entry allows.

drop policy opens on kase;
create policy opens on kase for insert to jixia_app with check (
  owner is not distinct from (select app.organisation())
  or (process in ('recognition', 'rectification', 'revocation', 'recommendation') and (select app.is_office('centre_officer', 'clock')))
);

alter table public_notice drop constraint public_notice_kind_check;
alter table public_notice add constraint public_notice_kind_check check (kind in ('designation', 'support', 'settlement', 'recognition', 'revocation'));

-- Appends to the history and keeps the register in step: only the centre's approver, in the transaction that moves the rectification
-- or revocation which decides it. Only a revocation revokes; what was revoked stays so. Says whether the title could go that way.
-- Unpaid sums that rest on the zone are held while it rectifies, and for good where the title was got by deceit.
drop function app.set_zone_status;
create function app.set_zone_status(p_zone uuid, p_status text, p_from date, p_is_deceit boolean, p_kase uuid, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  now_is text;
  by_process text;
begin
  if not app.is_office('centre_approver') or not app.is_moving(p_kase) then
    raise exception 'the office % may not change a title', app.office() using errcode = '42501';
  end if;
  select process into by_process from kase where id = p_kase and data->>'zone' = p_zone::text;
  if by_process is null or by_process not in ('rectification', 'revocation') or (p_status = 'revoked') <> (by_process = 'revocation' and p_status <> 'designated') then
    raise exception 'a case of % may not make the title %', by_process, p_status using errcode = '42501';
  end if;
  select status into now_is from zone where id = p_zone for update;
  if now_is is null or (now_is, p_status) not in (('designated', 'rectifying'), ('rectifying', 'designated'), ('designated', 'revoked'), ('rectifying', 'revoked')) then
    return false;
  end if;
  insert into zone_status (zone, seq, status, from_day, is_deceit, kase, known_from)
    select p_zone, max(seq) + 1, p_status, p_from, p_is_deceit, p_kase, p_at from zone_status where zone = p_zone;
  update zone set status = p_status, status_since = p_from where id = p_zone;
  if p_status = 'rectifying' or p_is_deceit then
    update payable p set is_held = true where p.paid_at is null and p.cancelled_at is null and not p.is_held
      and exists (select from support s where s.kase = p.kase and s.zone = p_zone);
  end if;
  return true;
end $$;
revoke all on function app.set_zone_status from public;
grant execute on function app.set_zone_status to jixia_app;

-- Lets the unpaid sums of a claim go, in the transaction that moves the claim; never while its zone rectifies or its title never stood.
create function app.release_hold(p_kase uuid) returns boolean
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not app.is_office('clock', 'centre_officer') or not app.is_moving(p_kase) then
    raise exception 'the office % may not release a sum', app.office() using errcode = '42501';
  end if;
  if exists (
    select from support s join zone z on z.id = s.zone where s.kase = p_kase
      and (z.status = 'rectifying' or exists (select from zone_status d where d.zone = z.id and d.is_deceit))
  ) then
    return false;
  end if;
  update payable set is_held = false where kase = p_kase and is_held and paid_at is null and cancelled_at is null;
  return true;
end $$;
revoke all on function app.release_hold from public;
grant execute on function app.release_hold to jixia_app;

-- A voucher also says from when on the zone it was granted in had no title any more: it then serves only what was contracted before.
drop function app.voucher_by_code;
create function app.voucher_by_code(p_code text)
returns table (id uuid, number text, holder uuid, holder_name text, holder_code text, value bigint, balance bigint, valid_to date, ended_at timestamptz,
  title_ended_on date, is_deceit boolean)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select v.id, v.number, v.holder, o.name, o.credit_code, v.value,
    coalesce((select a.balance from ledger_account a where a.key = 'voucher/' || v.id), 0), v.valid_to, v.ended_at, t.from_day, coalesce(t.is_deceit, false)
  from voucher v join organisation o on o.id = v.holder
    left join support s on s.kase = v.kase
    left join zone z on z.id = s.zone and z.status = 'revoked'
    left join zone_status t on t.zone = z.id and t.seq = (select max(seq) from zone_status where zone = z.id)
  where v.code = p_code and app.is_office('agency', 'centre_officer', 'centre_approver')
$$;
revoke all on function app.voucher_by_code from public;
grant execute on function app.voucher_by_code to jixia_app;
