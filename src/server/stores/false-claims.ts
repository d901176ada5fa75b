import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Grounds } from '#core/process/effects.ts';
import type { Matter } from '#core/process/facts.ts';
import type { Tx } from '#server/db/transaction.ts';

/** What a person decided in a case, why, and when. */
export type Ruling = { readonly kase: string; readonly grounds: Grounds; readonly at: Instant };

const factsOf = (agency: string): string => `facts/${agency}`;

/** Whoever enters facts of an agency does so beside others, but not while something is being found false. */
export const enteringFacts = (tx: Tx, agency: string): void =>
  tx.write(`select pg_advisory_xact_lock_shared(hashtextextended($1, 0))`, [factsOf(agency)]);

/** Waits for everybody who enters facts of the agency, and lets nobody begin until this is decided. */
export const decidingOnFacts = (tx: Tx, agency: string): void =>
  tx.write(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [factsOf(agency)]);

const listed = (matters: readonly Matter[]) => [matters.map(({ kind }) => kind), matters.map(({ matter }) => matter)] as const;

/** Finds matters of a claim false; says how many matters of facts that came to. */
export const findFalse = async (tx: Tx, matters: readonly Matter[], { kase, grounds, at }: Ruling): Promise<number> =>
  (
    await tx.one<{ found: number }>(`select app.find_false($1, $2, $3, $4, $5, $6) as found`, [
      kase,
      ...listed(matters),
      grounds.reason,
      grounds.documentNumber,
      at,
    ])
  )?.found ?? 0;

/** Takes findings back; says how many. */
export const restoreFacts = async (tx: Tx, matters: readonly Matter[], { kase, grounds, at }: Ruling): Promise<number> =>
  (
    await tx.one<{ restored: number }>(`select app.restore_facts($1, $2, $3, $4, $5, $6) as restored`, [
      kase,
      ...listed(matters),
      grounds.reason,
      grounds.documentNumber,
      at,
    ])
  )?.restored ?? 0;

export const insertBar = (
  tx: Tx,
  bar: Ruling & { readonly agency: string; readonly from: BusinessDate; readonly to: BusinessDate; readonly person: string },
): void =>
  tx.write(
    `insert into claim_bar (kase, agency, from_day, to_day, reason, document_number, person, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [bar.kase, bar.agency, bar.from, bar.to, bar.grounds.reason, bar.grounds.documentNumber, bar.person, bar.at],
  );

export const endBar = (tx: Tx, end: Ruling & { readonly person: string }): void =>
  tx.write(`insert into claim_bar_end (kase, reason, document_number, person, at) values ($1, $2, $3, $4, $5)`, [
    end.kase,
    end.grounds.reason,
    end.grounds.documentNumber,
    end.person,
    end.at,
  ]);

/** The bar that stands on an agency on a day, the longest. */
export const barOn = (tx: Tx, agency: string, day: BusinessDate) =>
  tx.one<{ until: BusinessDate; document_number: string; number: string }>(
    `select b.to_day as until, b.document_number, k.number from claim_bar b join kase k on k.id = b.kase
     where b.agency = $1 and $2::date between b.from_day and b.to_day and not exists (select from claim_bar_end e where e.kase = b.kase)
     order by b.to_day desc, b.at limit 1`,
    [agency, day],
  );

/** Every bar with what ended it early, newest first. */
export const listBars = (tx: Tx) =>
  tx.rows<{
    kase: string;
    number: string;
    agency: string;
    agency_name: string | null;
    from_day: BusinessDate;
    to_day: BusinessDate;
    reason: string;
    document_number: string;
    ended_at: Instant | null;
    ended_because: string | null;
  }>(
    `select b.kase, k.number, b.agency, o.name as agency_name, b.from_day, b.to_day, b.reason, b.document_number, e.at as ended_at, e.reason as ended_because
     from claim_bar b join kase k on k.id = b.kase left join organisation o on o.id = b.agency left join claim_bar_end e on e.kase = b.kase
     order by b.at desc, b.kase limit 500`,
  );

/** Every finding with what took it back, newest first, by keyset. */
export const listFindings = (tx: Tx, before: { readonly at: string; readonly id: string } | null, limit: number) =>
  tx.rows<{
    id: string;
    kase: string;
    number: string;
    agency_name: string | null;
    kind: string;
    matter: string;
    fact: string | null;
    findings: string;
    document_number: string;
    at: Instant;
    restored_at: Instant | null;
    restored_because: string | null;
  }>(
    `select n.id, n.kase, k.number, o.name as agency_name, n.kind, n.matter, n.fact, n.findings, n.document_number, n.at, e.at as restored_at, e.reason as restored_because
     from fact_finding n join kase k on k.id = n.kase left join organisation o on o.id = n.agency
       left join fact_finding_end e on (e.kase, e.kind, e.matter) = (n.kase, n.kind, n.matter)
     where $1::timestamptz is null or (n.at, n.id) < ($1, $2::uuid) order by n.at desc, n.id desc limit $3`,
    [before?.at ?? null, before?.id ?? null, limit],
  );

/** Numbers of the decisions that found matters of a kind false and stand, by matter; the newest thousand. */
export const foundFalse = async (tx: Tx, agency: string, kind: string): Promise<Readonly<Record<string, string>>> => {
  const rows = await tx.rows<{ matter: string; document_number: string }>(
    `select n.matter, n.document_number from fact_finding n where n.agency = $1 and n.kind = $2
       and not exists (select from fact_finding_end e where (e.kase, e.kind, e.matter) = (n.kase, n.kind, n.matter)) order by n.at desc limit 1000`,
    [agency, kind],
  );
  return Object.fromEntries(rows.map((row) => [row.matter, row.document_number]));
};

/** The decision that found a matter false, if one stands. */
export const findingOn = (tx: Tx, { agency, kind, matter }: Matter & { readonly agency: string }) =>
  tx.one<{ matter: string; document_number: string }>(
    `select matter, document_number from app.standing_findings($1, $2, array[$3]) order by at desc limit 1`,
    [agency, kind, matter],
  );

/** A decision that found a row of a checked list false, if one stands. The rows are looked into only where the agency has any finding. */
export const findingInImport = (tx: Tx, id: string) =>
  tx.one<{ matter: string; document_number: string }>(
    `select n.matter, n.document_number from fact_import i join fact_finding n on n.agency = i.agency and n.kind = i.kind
     where i.id = $1 and not exists (select from fact_finding_end e where (e.kase, e.kind, e.matter) = (n.kase, n.kind, n.matter))
       and n.matter in (select r->>0 from fact_import_rows s, jsonb_array_elements(s.rows) r where s.import = $1) order by n.at desc limit 1`,
    [id],
  );
