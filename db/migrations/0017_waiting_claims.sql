-- What comes free on a line reaches the claims that wait for it: the clock reserves, so it may write down that it did.
drop policy moves on commitment;
create policy moves on commitment for update to jixia_app using (app.is_moving(kase) or app.is_office('centre_approver', 'clock'));
