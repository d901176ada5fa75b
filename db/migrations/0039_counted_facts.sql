-- Facts of a kind and year are counted from the index alone, with whose and of what they are; their rows are not fetched.
create index fact_counted on fact (kind, valid_on) include (agency, matter, id) where known_to is null;
drop index fact_kind_valid_on_idx;
