-- A task as one number: how many there are (12 bits), going on (12 bits), done. Three counts of a scorecard are then one sum.
alter table task_standing add column code integer not null generated always as (case state when 'done' then 16777217 when 'going_on' then 4097 else 1 end) stored;
