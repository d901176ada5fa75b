-- Account numbers and what could be guessed back to them are unreadable without the program's key, which never comes here.
-- Old rows are sealed by the program right after the migrations (src/server/vault/seal-old.ts); the constraints hold for every
-- new row at once and are validated when no old one is left. The plain columns go with a later migration.

-- The keys this database was sealed with, by their ids; the newest is in force.
create table data_key (
  n bigint generated always as identity primary key,
  id bytea not null check (length(id) = 8),
  since timestamptz not null default clock_timestamp()
);
call app.protect('data_key');

alter table payee_account
  alter column account drop not null,
  add column sealed bytea,
  add constraint payee_account_sealed check (account is null and sealed is not null and length(sealed) > 36) not valid;

alter table payment_file
  alter column bytes drop not null,
  alter column hash drop not null,
  add column sealed bytea,
  add constraint payment_file_sealed check (bytes is null and hash is null and sealed is not null and length(sealed) > 36) not valid;

-- Hashes of what holds account numbers, passwords or scores are keyed: eight bytes name the key, 32 are the hash.
alter table bank_answer add constraint bank_answer_printed check (length(hash) = 40) not valid;
alter table idempotency add constraint idempotency_printed check (length(request_hash) = 40) not valid;
