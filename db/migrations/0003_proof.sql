-- The audit log: sixteen hash chains, written only through one function. Algorithm 1 is SHA-256 over
-- 'jixia.audit.1' || previous hash || stream (int4) || seq (int8) || body.
create table audit_stream (
  stream integer primary key check (stream between 0 and 15),
  seq bigint not null,
  head bytea not null
);
insert into audit_stream select n, 0, '\x0000000000000000000000000000000000000000000000000000000000000000' from generate_series(0, 15) n;

create table audit (
  stream integer not null references audit_stream,
  seq bigint not null,
  recorded_at timestamptz not null default clock_timestamp(),
  kind text not null,
  subject uuid,
  person uuid,
  office text not null,
  body bytea not null,
  prev bytea not null,
  hash bytea not null,
  algorithm smallint not null default 1,
  primary key (stream, seq)
);
create index on audit (subject);
create index on audit (recorded_at);
call app.protect('audit');
call app.protect('audit_stream');
create policy reads on audit for select to jixia_app using (app.is_office('auditor', 'system'));
create policy reads on audit_stream for select to jixia_app using (true);
grant select on audit, audit_stream to jixia_app;

-- Appends one entry and returns its place and hash. The stream's row is the last lock a transaction takes.
create function app.append_audit(p_stream integer, p_kind text, p_subject uuid, p_body bytea) returns table (entry_seq bigint, entry_hash bytea)
language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  previous bytea;
  next_seq bigint;
  next_hash bytea;
begin
  select head, audit_stream.seq + 1 into previous, next_seq from audit_stream where stream = p_stream for update;
  next_hash := sha256(convert_to('jixia.audit.1', 'UTF8') || previous || int4send(p_stream) || int8send(next_seq) || p_body);
  insert into audit (stream, seq, kind, subject, person, office, body, prev, hash)
    values (p_stream, next_seq, p_kind, p_subject, app.person(), app.office(), p_body, previous, next_hash);
  update audit_stream set seq = next_seq, head = next_hash where stream = p_stream;
  return query select next_seq, next_hash;
end $$;
revoke all on function app.append_audit from public;
grant execute on function app.append_audit to jixia_app;
