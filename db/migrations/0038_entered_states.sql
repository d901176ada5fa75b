-- Reviews by county look only at cases that came somewhere in the year asked for: moves from one state to another, by their day.
create index case_event_entered on case_event (at) include (to_state, kase) where from_state is distinct from to_state;
