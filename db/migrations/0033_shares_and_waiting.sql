-- A share published after a claim was put on notice: whoever proposes the amount anew moves the claim, and its notice ends with that move.
drop policy ends on public_notice;
create policy ends on public_notice for update to jixia_app using (
  (select app.is_office('centre_approver', 'clock')) or ((select app.is_office('centre_officer')) and app.is_moving(kase))
);

-- Whether somebody who ranks before a claim waits on its line (fixed sums first, then in the order of filing). An agency asks
-- it of a claim of its own and is told yes or no: it may not see what others ask.
create function app.someone_waits_before(p_kase uuid, p_year integer, p_item text, p_is_fixed boolean) returns boolean
language sql volatile security definer set search_path = public, app, pg_temp as $$
  select exists (
    select from commitment c left join commitment own on own.kase = p_kase
    where app.is_moving(p_kase) and c.year = p_year and c.item = p_item and c.state = 'live' and c.reserved < c.asked and c.kase <> p_kase
      and (c.is_fixed and not p_is_fixed or c.is_fixed = p_is_fixed and (own.seq is null or c.seq < own.seq)))
$$;
revoke all on function app.someone_waits_before from public;
grant execute on function app.someone_waits_before to jixia_app;
