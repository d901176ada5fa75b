-- The export of all support reads it page by page, newest first: by an index, and asking for the reader's office once and not once a row.
create index support_newest on support (decided_on desc, kase desc);
alter policy reads on support using (agency = (select app.organisation()) or (select app.is_city()) or (select app.is_office('finance')));
