import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';
import { type FactRow, factsOfYear } from './facts.ts';
import type { ZoneStatusRow } from './zone-status.ts';

/** A fact as a determination reads it. */
export type KnownFact = Pick<FactRow, 'id' | 'kind' | 'matter' | 'valid_on' | 'data' | 'counterparties' | 'confirmations'>;

/** A stretch of days; open where it has no last one. */
type Days = { readonly from: BusinessDate; readonly to: BusinessDate | null };

/** Everything on record about one agency and year, as it was known at a moment. */
export type AgencyYearRow = {
  readonly facts: readonly KnownFact[];
  /** Support of the year that was decided and still stood: what the engine must not give again. */
  readonly support: readonly {
    readonly clause: string;
    readonly facts: string[];
    /** Most that could be given, and what was. */
    readonly ceiling: number;
    readonly amount: number;
    readonly decided_on: BusinessDate;
  }[];
  readonly memberships: readonly (Days & { readonly zone: string })[];
  readonly qualifications: readonly Days[];
  /** When it was on the list of abnormal operation: payment is held on those days (I-09). */
  readonly listings: readonly Days[];
  /** null where the agency is not the reader's to know. */
  readonly credit_code: string | null;
};

const list = (of: string, order: string) => `coalesce((select jsonb_agg(x order by ${order}) from (${of}) x), '[]')`;

/** Reads it in one look, so that all of it is of one moment; support of the case `except` is left out. `span` is the year's first and last day. */
export const agencyYear = async (
  tx: Tx,
  of: { readonly agency: string; readonly year: number; readonly span: readonly [string, string]; readonly except: string | null },
  known: Instant,
): Promise<AgencyYearRow> => {
  const row = await tx.one<AgencyYearRow>(
    `select
       ${list(factsOfYear, 'x.kind, x.valid_on, x.matter')} as facts,
       ${list(
         `select s.kase, s.clause, s.facts, s.ceiling, s.amount, s.decided_on from support s where s.agency = $1 and s.year = $2 and s.known_from <= $3
          and s.kase is distinct from $4::uuid and not exists (select from support_end e where e.kase = s.kase and e.at <= $3)`,
         'x.decided_on, x.kase',
       )} as support,
       ${list(
         `select m.zone, m.from_day as "from", m.to_day as "to" from zone_membership m where m.agency = $1 and m.known_from <= $3 and (m.known_to is null or m.known_to > $3)`,
         'x."from", x.zone',
       )} as memberships,
       ${list(`select q.from_day as "from", q.to_day as "to" from qualification q where q.agency = $1 and q.known_from <= $3 and (q.known_to is null or q.known_to > $3)`, 'x."from"')} as qualifications,
       ${list(
         `select a.from_day as "from", a.to_day as "to" from abnormal_operation a where a.agency = $1 and a.known_from <= $3 and (a.known_to is null or a.known_to > $3)`,
         'x."from"',
       )} as listings,
       (select o.credit_code from organisation o where o.id = $1 and o.kind = 'agency') as credit_code`,
    [of.agency, of.year, known, of.except, ...of.span],
  );
  if (!row) throw new Error('a select without a table gave no row');
  return row;
};

/** A zone in which the agency sits or one of the enterprises does. */
export type ZoneAround = {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  /** The stays in it of the enterprises asked for. */
  readonly clients: readonly (Days & { readonly code: string })[];
  /** The history of its title, in the order of the decisions. */
  readonly statuses: readonly ZoneStatusRow[];
};

/** The zones around an agency and its clients as they were known at a moment, the first designated first. */
export const zonesAround = (tx: Tx, { agency, codes }: { readonly agency: string; readonly codes: readonly string[] }, known: Instant) =>
  tx.rows<ZoneAround>(
    `with client as materialized (select zone, code, from_day, to_day from app.stays_of_enterprises($2, $3))
     select z.id, z.name, z.district,
       ${list(`select c.code, c.from_day as "from", c.to_day as "to" from client c where c.zone = z.id`, 'x.code, x."from"')} as clients,
       ${list(
         `select s.seq, s.zone, s.status, s.from_day as "from", s.is_deceit as "isDeceit" from zone_status s where s.zone = z.id and s.known_from <= $3`,
         'x.seq',
       )} as statuses
     from zone z
     where z.known_from <= $3 and (z.id in (select m.zone from zone_membership m where m.agency = $1) or z.id in (select zone from client))
     order by z.designated_on, z.id`,
    [agency, codes, known],
  );
