-- How long a time limit is follows from the readings in force when it began; the case keeps that length, for its deadline and for every clock.
alter table kase add column deadline_workdays integer check (deadline_workdays > 0);
alter table kase rename column used_workdays to clocks;

-- Until now every clock had ten workdays, and lengths stood in the program.
update kase set clocks = (select coalesce(jsonb_object_agg(name, jsonb_build_object('workdays', 10, 'used', used)), '{}') from jsonb_each(clocks) as c (name, used));
update kase set clocks = '{"county": {"workdays": 10, "used": 0}}' where state in ('county_review', 'county_opinion', 'county_approval') and not clocks ? 'county';
update kase set clocks = '{"answer": {"workdays": 10, "used": 0}}' where process = 'objection' and state <> 'answered' and not clocks ? 'answer';
update kase set deadline_workdays = case
    when state in ('county_review', 'county_opinion', 'county_approval', 'unit_part', 'presented') or process = 'objection' then 10
    when state in ('public_notice', 'noticed', 'returned') then 5
    when process = 'claim' and state = 'filed' then 20
    when process = 'recognition' and state = 'self_assessment' and deadline_day::text <> data->>'lastDay' then 10
  end
  where deadline_at is not null;
