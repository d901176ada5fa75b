import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** One answer of somebody who was asked to vouch for a fact, oldest first wherever there are several. */
export type ConfirmationRow = {
  readonly creditCode: string | null;
  readonly organisationName: string;
  readonly personName: string;
  readonly isConfirmed: boolean;
  readonly remark: string;
  readonly at: Instant;
};

/** One version of a fact. */
export type FactRow = {
  readonly id: string;
  readonly agency: string;
  readonly agency_name: string | null;
  readonly kind: string;
  readonly matter: string;
  readonly valid_on: BusinessDate;
  readonly data: Readonly<Record<string, unknown>>;
  readonly counterparties: readonly string[];
  readonly entered_by: string | null;
  readonly known_from: Instant;
  readonly known_to: Instant | null;
  readonly corrects: string | null;
  readonly reason: string | null;
  readonly withdrawn_because: string | null;
  readonly confirmations: readonly ConfirmationRow[];
  /** The recovery that found its matter false while this version was on record or after it, and what took that back. */
  readonly finding: {
    readonly case: string;
    readonly number: string;
    readonly documentNumber: string;
    readonly findings: string;
    readonly at: Instant;
    readonly restoredAt: Instant | null;
    readonly restoredBecause: string | null;
  } | null;
  readonly files: Readonly<Record<string, string>>;
};

const inUtc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What was answered about a fact, up to a moment given as an expression. */
const answers = (until: string) =>
  `case when app.fact_confirmer(f.kind) is null then '[]'::jsonb else coalesce((
    select jsonb_agg(jsonb_build_object('creditCode', c.credit_code, 'organisationName', c.organisation_name, 'personName', c.person_name,
      'isConfirmed', c.is_confirmed, 'remark', c.remark, 'at', ${inUtc('c.at')}) order by c.seq)
    from fact_confirmation c where c.fact = f.id and ${until}), '[]'::jsonb) end as confirmations`;

const finding = `(select jsonb_build_object('case', n.kase, 'number', k.number, 'documentNumber', n.document_number, 'findings', n.findings, 'at', ${inUtc('n.at')},
    'restoredAt', ${inUtc('e.at')}, 'restoredBecause', e.reason)
  from fact_finding n join kase k on k.id = n.kase left join fact_finding_end e on (e.kase, e.kind, e.matter) = (n.kase, n.kind, n.matter)
  where n.agency = f.agency and n.kind = f.kind and n.matter = f.matter and n.at >= f.known_from order by n.at desc limit 1) as finding`;

const columns = `f.id, f.agency, app.agency_name(f.id) as agency_name, f.kind, f.matter, f.valid_on, f.data, f.counterparties, f.entered_by, f.known_from, f.known_to,
  f.corrects, f.reason, f.withdrawn_because, ${answers('true')}, ${finding},
  coalesce((select jsonb_object_agg(encode(x.hash, 'hex'), x.file_name) from fact_file x where x.fact = f.id), '{}') as files`;

/** A fact that is to be put on record. */
export type NewFact = {
  readonly id: string;
  readonly agency: string;
  readonly kind: string;
  readonly matter: string;
  readonly validOn: BusinessDate;
  readonly data: unknown;
  readonly counterparties: readonly string[];
  readonly person: string;
  readonly at: Instant;
  readonly corrects: string | null;
  readonly reason: string | null;
};

/** Puts a fact on record; 0 when the agency has a live fact of the same matter already. */
export const insertFact = (tx: Tx, row: NewFact) =>
  tx.run(
    `insert into fact (id, agency, kind, matter, valid_on, data, counterparties, entered_by, known_from, corrects, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (agency, kind, matter) where known_to is null do nothing`,
    [
      row.id,
      row.agency,
      row.kind,
      row.matter,
      row.validOn,
      JSON.stringify(row.data),
      row.counterparties,
      row.person,
      row.at,
      row.corrects,
      row.reason,
    ],
  );

/** Ends a live version and says from when on; undefined if it has ended already or is not the actor's to end. */
export const endFact = async (tx: Tx, id: string, at: Instant, because: string | null): Promise<Instant | undefined> =>
  (
    await tx.one<{ known_to: Instant }>(
      `update fact set known_to = greatest(known_from, $2), withdrawn_because = $3 where id = $1 and known_to is null returning known_to`,
      [id, at, because],
    )
  )?.known_to;

/** Ties the files a fact names to it; the uploader's names for them come along. */
export const insertFactFiles = (tx: Tx, fact: string, files: readonly { readonly field: string; readonly hash: string }[]) =>
  tx.run(
    `insert into fact_file (fact, field, hash, file_name)
     select distinct on (n.field) $1::uuid, n.field, u.hash, u.file_name
     from unnest($2::text[], $3::text[]) n(field, hash) join upload u on u.hash = decode(n.hash, 'hex') order by n.field, u.id`,
    [fact, files.map(({ field }) => field), files.map(({ hash }) => hash)],
  );

export const findFact = (tx: Tx, id: string) => tx.one<FactRow>(`select ${columns} from fact f where f.id = $1`, [id]);

/** The other versions of a fact that the reader may see, newest first. */
export const versionsOfFact = (tx: Tx, id: string) =>
  tx.rows<FactRow>(
    `with recursive before(id, corrects) as (
       select id, corrects from fact where id = $1 union all select e.id, e.corrects from fact e join before b on e.id = b.corrects
     ), after(id) as (
       select id from fact where id = $1 union all select e.id from fact e join after a on e.corrects = a.id
     )
     select ${columns} from fact f where f.id in (select id from before union select id from after) and f.id <> $1 order by f.known_from desc, f.id`,
    [id],
  );

export const listFacts = (
  tx: Tx,
  agency: string,
  filter: {
    readonly kind: string | null;
    readonly year: number | null;
    readonly after: { readonly day: string; readonly id: string } | null;
    readonly limit: number;
    readonly withHistory: boolean;
  },
) =>
  tx.rows<FactRow>(
    `select ${columns} from fact f
     where f.agency = $1 and (f.known_to is null or $7) and ($2::text is null or f.kind = $2) and ($3::int is null or extract(year from f.valid_on) = $3)
       and ($4::date is null or (f.valid_on, f.id) < ($4, $5::uuid)) order by f.valid_on desc, f.id desc limit $6`,
    [agency, filter.kind, filter.year, filter.after?.day ?? null, filter.after?.id ?? null, filter.limit, filter.withHistory],
  );

export const countFacts = (tx: Tx, agency: string) =>
  tx.rows<{ year: number; kind: string; count: number }>(
    `select extract(year from valid_on)::int as year, kind, count(*) as count from fact where agency = $1 and known_to is null group by 1, 2 order by 1 desc, 2`,
    [agency],
  );

type ToConfirm = {
  readonly isAnswered: boolean;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
};

/** Live facts that ask the acting organisation (or, for the approver, the centre) for its word, oldest first. */
export const listFactsToConfirm = (tx: Tx, { isAnswered, after, limit }: ToConfirm) =>
  tx.rows<FactRow>(
    `select ${columns} from fact f
     where f.known_to is null
       and case when app.is_office('centre_approver') then app.fact_confirmer(f.kind) = 'centre_approver' else f.id in (select n.id from app.facts_naming() n) end
       and exists (select from fact_confirmation c where c.fact = f.id and (c.organisation = app.organisation() or c.office = 'centre_approver')) = $1
       and ($2::timestamptz is null or (f.known_from, f.id) > ($2, $3::uuid)) order by f.known_from, f.id limit $4`,
    [isAnswered, after?.at ?? null, after?.id ?? null, limit],
  );

/** Adds an answer; 0 when the fact does not ask the actor, or not any more. */
export const insertConfirmation = (
  tx: Tx,
  row: {
    readonly id: string;
    readonly fact: string;
    readonly person: string;
    readonly personName: string;
    readonly isConfirmed: boolean;
    readonly remark: string;
    readonly at: Instant;
  },
) =>
  tx.run(
    `insert into fact_confirmation (id, fact, organisation, organisation_name, credit_code, office, person, person_name, is_confirmed, remark, at)
     select $1::uuid, f.id, o.id, o.name, o.credit_code, app.office(), $3::uuid, $4, $5, $6, $7 from organisation o, fact f
     where o.id = app.organisation() and f.id = $2 and f.known_to is null and app.fact_confirmer(f.kind) = app.office()
       and (app.office() <> 'centre_approver' or f.entered_by is distinct from app.person())`,
    [row.id, row.fact, row.person, row.personName, row.isConfirmed, row.remark, row.at],
  );

/**
 * The facts of an agency ($1) in a year ($2) that has a first and a last day ($5, $6), with the answers about them, as they
 * were known at a moment ($3); a contract is in every year in which it runs, a recognition in the year it names.
 */
export const factsOfYear = `select f.id, f.kind, f.matter, f.valid_on, f.data, f.counterparties, ${answers('c.at <= $3')} from fact f
   where f.agency = $1 and f.known_from <= $3 and (f.known_to is null or f.known_to > $3)
     and (f.valid_on between $5::date and $6::date
       or (f.kind = 'custody_contract' and f.valid_on < $5::date and coalesce((f.data->>'endDate')::date, 'infinity') >= $5::date)
       or (f.kind = 'custody_recognition' and f.matter = $2::int::text))`;

/** What the checks need to know of an agency; undefined if there is no such agency, or it is not the reader's to know. */
export const agencyCard = (tx: Tx, agency: string) =>
  tx.one<{ credit_code: string | null; qualified_from: BusinessDate | null }>(
    `select o.credit_code, (select min(q.from_day) from qualification q where q.agency = o.id and q.known_to is null) as qualified_from
     from organisation o where o.id = $1 and o.kind = 'agency'`,
    [agency],
  );
