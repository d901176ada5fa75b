import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { BudgetLine } from '#core/ledger/accounts.ts';
import type { SupportGrant } from '#core/process/effects.ts';
import type { Matter } from '#core/process/facts.ts';
import type { Tx } from '#server/db/transaction.ts';

const kindsOf = (matters: readonly Matter[]) => matters.map(({ kind }) => kind);
const keysOf = (matters: readonly Matter[]) => matters.map(({ matter }) => matter);

/**
 * Holds matters for a case, but none that its agency claimed falsely before. Returns how many were asked for but are held by
 * another live claim of the same agency and clause.
 */
export async function holdMatters(
  tx: Tx,
  hold: {
    readonly kase: string;
    readonly agency: string;
    readonly clause: string;
    readonly matters: readonly Matter[];
    readonly at: Instant;
  },
): Promise<number> {
  const row = await tx.one<{ missed: number }>(
    `with asked as (select distinct k, m from unnest($4::text[], $5::text[]) as t(k, m)
       where not exists (select from app.standing_findings($2, k, array[app.fact_matter(k, m)]))),
     free as (select k, m from asked where not exists (select from matter_hold o
       where o.agency = $2 and o.clause = $3 and o.kind = k and o.matter = m and o.released_at is null and o.kase <> $1)),
     held as (insert into matter_hold (kase, agency, clause, kind, matter, held_at) select $1, $2, $3, k, m, $6 from free order by k, m
       on conflict (kase, kind, matter) do update set released_at = null returning 1)
     select (select count(*) from asked) - (select count(*) from held) as missed`,
    [hold.kase, hold.agency, hold.clause, kindsOf(hold.matters), keysOf(hold.matters), hold.at],
  );
  return row?.missed ?? 0;
}

/** Lets matters of a case go; all of them when none are named. */
export const releaseMatters = (tx: Tx, kase: string, matters: readonly Matter[] | null, at: Instant) =>
  tx.run(
    `update matter_hold h set released_at = $4 where kase = $1 and released_at is null
       and ($2::text[] is null or exists (select from unnest($2::text[], $3::text[]) as t(k, m) where t.k = h.kind and t.m = h.matter))`,
    [kase, matters && kindsOf(matters), matters && keysOf(matters), at],
  );

/** Matters that other claims of the same agency under the same clause hold: what was claimed or supported before. */
export const mattersHeldBefore = (tx: Tx, of: { readonly agency: string; readonly clause: string; readonly except: string | null }) =>
  tx.rows<Matter>(
    `select kind, matter from matter_hold where agency = $1 and clause = $2 and released_at is null and kase is distinct from $3::uuid`,
    [of.agency, of.clause, of.except],
  );

/** Matters of a case that another agency's live claim holds too; `rival` is that claim, for the centre alone. */
export const disputedMatters = (tx: Tx, kase: string) =>
  tx.rows<Matter & { readonly rival: string | null }>(`select kind, matter, rival from app.disputed_matters($1)`, [kase]);

/** Live claims of the same agency, clause and year, one case left out. */
export async function countOwnClaims(
  tx: Tx,
  of: { readonly owner: string; readonly clause: string; readonly year: number; readonly except: string | null },
): Promise<number> {
  const row = await tx.one<{ n: number }>(
    `select count(*) as n from kase where process = 'claim' and owner = $1 and data->>'clause' = $2 and (data->>'year')::int = $3
       and state in ('draft', 'filed', 'returned', 'checked', 'proposed', 'refusal_proposed', 'noticed', 'determination') and id is distinct from $4::uuid`,
    [of.owner, of.clause, of.year, of.except],
  );
  return row?.n ?? 0;
}

export const insertSupport = (
  tx: Tx,
  row: {
    readonly kase: string;
    readonly agency: string;
    readonly support: SupportGrant;
    readonly paidAs: 'cash' | 'voucher';
    readonly on: BusinessDate;
    readonly by: string;
    readonly at: Instant;
  },
) =>
  tx.run(
    `insert into support (kase, agency, clause, year, item, zone, paid_as, ceiling, computed, amount, reason, facts, determination, decided_on, decided_by, proposed_by, known_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, decode($13, 'hex'), $14, $15, $16, $17)`,
    [
      row.kase,
      row.agency,
      row.support.clause,
      row.support.line.year,
      row.support.line.item,
      row.support.zone,
      row.paidAs,
      row.support.ceiling,
      row.support.computed,
      row.support.amount,
      row.support.reason,
      row.support.facts,
      row.support.determination,
      row.on,
      row.by,
      row.support.proposedBy,
      row.at,
    ],
  );

export type SupportRow = {
  readonly kase: string;
  readonly number: string;
  readonly agency: string;
  readonly agency_name: string | null;
  readonly clause: string;
  readonly year: number;
  readonly item: BudgetLine['item'];
  readonly zone_name: string | null;
  readonly paid_as: 'cash' | 'voucher';
  readonly ceiling: number;
  readonly computed: number;
  readonly amount: number;
  readonly reason: string | null;
  readonly facts: readonly string[];
  readonly decided_on: BusinessDate;
  readonly ended: string | null;
};

const supportColumns = `s.kase, k.number, s.agency, o.name as agency_name, s.clause, s.year, s.item, z.name as zone_name, s.paid_as, s.ceiling,
  s.computed, s.amount, s.reason, s.facts, s.decided_on, e.reason as ended`;
const supportTables = `support s join kase k on k.id = s.kase left join organisation o on o.id = s.agency left join zone z on z.id = s.zone
  left join support_end e on e.kase = s.kase`;

/** Every support an agency was granted, newest first, over all clauses, years and zones. */
export const supportHistory = (tx: Tx, agency: string) =>
  tx.rows<SupportRow>(`select ${supportColumns} from ${supportTables} where s.agency = $1 order by s.decided_on desc, s.kase`, [agency]);

export const findSupport = (tx: Tx, kase: string) =>
  tx.one<SupportRow>(`select ${supportColumns} from ${supportTables} where s.kase = $1`, [kase]);

export const endSupport = (
  tx: Tx,
  kase: string,
  { byCase, reason, at }: { readonly byCase: string; readonly reason: string; readonly at: Instant },
) => tx.run(`insert into support_end (kase, by_case, reason, at) values ($1, $2, $3, $4)`, [kase, byCase, reason, at]);

/** Decisions that stand, with the share of the computed amount they give in hundredths of a per cent: what was taken back is nobody's measure. */
const sharesThatStand = `(select s.*, s.amount * 10000 / s.computed as share from support s where not exists (select from support_end x where x.kase = s.kase))`;

/** Shares of the computed amount that claims of a clause and year were given. */
export const similarShares = (tx: Tx, clause: string, year: number) =>
  tx.one<{ count: number; lowest: number; median: number; highest: number }>(
    `select count(*) as count, coalesce(min(share), 0)::int as lowest, coalesce(percentile_disc(0.5) within group (order by share), 0)::int as median,
       coalesce(max(share), 0)::int as highest from ${sharesThatStand} s where clause = $1 and year = $2`,
    [clause, year],
  );

/** Decisions under one clause and year whose share lies `apart` or more from the median of their like, the farthest first. */
export const discretionOutliers = (tx: Tx, year: number | null, apart: number) =>
  tx.rows<SupportRow & { share: number; median: number }>(
    `with shares as (select * from ${sharesThatStand} s where ($1::int is null or s.year = $1)),
     medians as (select clause, year, percentile_disc(0.5) within group (order by share) as median from shares group by 1, 2)
     select ${supportColumns}, s.share::int as share, m.median::int as median
     from shares s join medians m on m.clause = s.clause and m.year = s.year
       join kase k on k.id = s.kase left join organisation o on o.id = s.agency left join zone z on z.id = s.zone left join support_end e on e.kase = s.kase
     where abs(s.share - m.median) >= $2 order by abs(s.share - m.median) desc, s.decided_on desc limit 500`,
    [year, apart],
  );

/** How the decisions of each clause and year lie, by their shares. */
export const discretionGroups = (tx: Tx, year: number | null) =>
  tx.rows<{ clause: string; year: number; count: number; lowest: number; median: number; highest: number }>(
    `select clause, year, count(*) as count, min(share)::int as lowest, (percentile_disc(0.5) within group (order by share))::int as median, max(share)::int as highest
     from ${sharesThatStand} s where $1::int is null or year = $1 group by 1, 2 order by 2 desc, 1`,
    [year],
  );

/**
 * A page of all support, newest first, by keyset. The page is cut before anything is joined to it, so that a page far into
 * a long list costs no more than the first.
 */
export const supportPage = (
  tx: Tx,
  page: {
    readonly year: number | null;
    readonly clause: string | null;
    readonly after: { readonly on: string; readonly kase: string } | null;
    readonly limit: number;
  },
) =>
  tx.rows<SupportRow>(
    `select ${supportColumns.replace('k.number', `coalesce(k.number, '') as number`)}
     from (select * from support p where ($1::int is null or p.year = $1) and ($2::text is null or p.clause = $2)
         and (p.decided_on, p.kase) < (coalesce($3::date, 'infinity'), coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
         order by p.decided_on desc, p.kase desc limit $5) s
       left join kase k on k.id = s.kase left join organisation o on o.id = s.agency left join zone z on z.id = s.zone left join support_end e on e.kase = s.kase
     order by s.decided_on desc, s.kase desc`,
    [page.year, page.clause, page.after?.on ?? null, page.after?.kase ?? null, page.limit],
  );

export type ClaimOfClause = { readonly id: string; readonly number: string; readonly state: string; readonly clause: string };

/** The newest claim of an agency in a year under each clause, withdrawn ones apart. */
export const latestClaims = (tx: Tx, agency: string, year: number) =>
  tx.rows<ClaimOfClause>(
    `select distinct on (data->>'clause') id, number, state, data->>'clause' as clause from kase
     where process = 'claim' and owner = $1 and (data->>'year')::int = $2 and state <> 'withdrawn' order by data->>'clause', opened_at desc`,
    [agency, year],
  );

/**
 * Ceilings that agencies were granted or ask for under each clause of a year. What was granted counts with its ceiling, since
 * less was given for a reason, and also where it was taken back: that was decided. What was refused counts for nothing.
 */
export const settledCeilings = (tx: Tx, year: number) =>
  tx.rows<{ agency: string; clause: string; ceiling: number }>(
    `select agency, clause, sum(ceiling)::bigint as ceiling from (
       select agency, clause, ceiling from support where year = $1
       union all select k.owner, k.data->>'clause', c.ceiling from commitment c join kase k on k.id = c.kase where c.year = $1 and c.state = 'live') t
     group by agency, clause`,
    [year],
  );
