-- Uploaded files by their SHA-256. The bytes lie in the file store; who may fetch them follows from who uploaded them and where they are used.
create table attachment (
  hash bytea primary key check (length(hash) = 32),
  size bigint not null check (size > 0),
  type text not null,
  stored_at timestamptz not null
);
grant select, insert on attachment to jixia_app;

create table upload (
  id bigint generated always as identity primary key,
  hash bytea not null references attachment,
  organisation uuid not null references organisation,
  person uuid not null references person,
  file_name text not null check (length(file_name) between 1 and 255),
  at timestamptz not null
);
create unique index on upload (organisation, hash, file_name);
call app.protect('upload');
create policy own on upload to jixia_app using (organisation = app.organisation()) with check (organisation = app.organisation());
create policy city on upload for select to jixia_app using (app.is_city());
grant select, insert on upload to jixia_app;

-- A file named in a case's data is readable by whoever may read that part of the case.
create table attachment_use (
  kase uuid not null references kase,
  part text not null,
  hash bytea not null references attachment,
  file_name text not null,
  primary key (kase, part, hash)
);
call app.protect('attachment_use');
create policy reads on attachment_use for select to jixia_app using (exists (select from kase where kase.id = attachment_use.kase));
create policy writes on attachment_use for insert to jixia_app with check (true);
grant select, insert on attachment_use to jixia_app;
