import type { Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** One entry of the audit log. */
export type AuditRow = {
  readonly stream: number;
  readonly seq: number;
  readonly recorded_at: Instant;
  readonly kind: string;
  readonly subject: string | null;
  readonly person: string | null;
  readonly person_name: string | null;
  readonly office: string;
  readonly body: string;
  readonly hash: string;
};

/** The newest entries first, of one kind or about one subject if asked. */
export const listAudit = (
  tx: Tx,
  filter: {
    readonly kind: string | null;
    readonly subject: string | null;
    readonly before: { readonly at: string; readonly id: string } | null;
    readonly limit: number;
  },
) =>
  tx.rows<AuditRow>(
    `select a.stream, a.seq, a.recorded_at, a.kind, a.subject, a.person, coalesce(p.name, s.name) as person_name, a.office,
       convert_from(a.body, 'UTF8') as body, encode(a.hash, 'hex') as hash
     from audit a left join person p on p.id = a.person
       -- Whoever signs in is nobody yet: the entry is about the person.
       left join person s on a.person is null and s.id = a.subject
     where ($1::text is null or a.kind like $1 || '%') and ($2::uuid is null or a.subject = $2)
       and ($3::timestamptz is null or (a.recorded_at, a.stream * 1000000000000 + a.seq) < ($3, $4::bigint))
     order by a.recorded_at desc, a.stream * 1000000000000 + a.seq desc limit $5`,
    [filter.kind, filter.subject, filter.before?.at ?? null, filter.before?.id ?? null, filter.limit],
  );

/** How one chain stands: entries, head, and the first entry that does not follow from the one before it. */
export type ChainCheck = { readonly stream: number; readonly entries: number; readonly head: string; readonly broken: number | null };

/** Recomputes every hash of the log in the database and compares each entry with the one before, and the last with the head. */
export const checkChains = (tx: Tx) =>
  tx.rows<ChainCheck>(
    `with entry as (
       select stream, seq,
         hash <> sha256(convert_to('jixia.audit.1', 'UTF8') || prev || int4send(stream) || int8send(seq) || body)
         or prev is distinct from coalesce(lag(hash) over chain, decode(repeat('00', 32), 'hex'))
         or seq <> coalesce(lag(seq) over chain, 0) + 1 as is_broken
       from audit window chain as (partition by stream order by seq))
     select s.stream, s.seq as entries, encode(s.head, 'hex') as head,
       coalesce((select min(e.seq) from entry e where e.stream = s.stream and e.is_broken),
         case when s.seq <> coalesce((select max(a.seq) from audit a where a.stream = s.stream), 0)
           or s.head <> coalesce((select a.hash from audit a where a.stream = s.stream order by a.seq desc limit 1), decode(repeat('00', 32), 'hex'))
           then s.seq end) as broken
     from audit_stream s order by s.stream`,
  );
