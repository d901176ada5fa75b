-- What is published is written by the centre and the clock alone, and the auditor moves no case: so far only the program saw to that.
call app.protect('call_window');
call app.protect('public_notice');
call app.protect('zone');
call app.protect('reading');
create policy reads on call_window for select to jixia_app using (true);
create policy reads on public_notice for select to jixia_app using (true);
create policy reads on zone for select to jixia_app using (true);
create policy reads on reading for select to jixia_app using (true);
create policy opens on call_window for insert to jixia_app with check (app.is_office('centre_approver'));
create policy ends on call_window for update to jixia_app using (app.is_office('centre_officer'));
create policy publishes on public_notice for insert to jixia_app with check (app.is_office('centre_approver'));
create policy ends on public_notice for update to jixia_app using (app.is_office('centre_approver', 'clock'));
create policy registers on zone for insert to jixia_app with check (app.is_office('centre_approver'));
create policy decides on reading for insert to jixia_app with check (app.is_office('centre_approver'));
revoke update on zone from jixia_app;

drop policy moves on kase;
create policy moves on kase for update to jixia_app using (
  owner = (select app.organisation())
  or (select app.is_office('system', 'clock', 'centre_officer', 'centre_approver'))
  or (district = (select app.district()) and (select app.is_office('county_reviewer', 'county_approver')))
  or (select app.person()) = any (assigned)
) with check (true);
