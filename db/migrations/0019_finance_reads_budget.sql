-- Finance pays from the budget and reads what moved it: appropriations and settlements, which the process lets it read already.
create policy budget on kase for select to jixia_app using (process in ('appropriation', 'settlement') and not is_private and (select app.is_office('finance')));
