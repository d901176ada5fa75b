-- A share published after a claim was put on notice: whoever proposes the amount anew moves the claim, and its notice ends with that move.
drop policy ends on public_notice;
create policy ends on public_notice for update to jixia_app using (
  (select app.is_office('centre_approver', 'clock')) or ((select app.is_office('centre_officer')) and app.is_moving(kase))
);
