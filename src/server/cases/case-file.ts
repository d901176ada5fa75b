import { type Fen, fen, wholeYuan } from '#core/kernel/money.ts';
import { caseFactsOf, enterpriseCodesOf, type KindRow, type Matter, mattersBehind } from '#policy/zibo-2020/fact-kinds/case-facts.ts';
import { factKindNamed } from '#policy/zibo-2020/fact-kinds/index.ts';
import { standingOf as confirmationStanding } from '#policy/zibo-2020/fact-kinds/standing.ts';
import type { CaseFileInput, ClauseKey } from '#policy/zibo-2020/case-file.ts';
import { yearBounds } from '#policy/zibo-2020/world.ts';
import type { Tx } from '#server/db/transaction.ts';
import { agencyYear, type AgencyYearRow, type KnownFact, type ZoneAround, zonesAround } from '#server/stores/agency-year.ts';
import type { FactRow } from '#server/stores/facts.ts';
import { type Knowing, type Rulings, settingsUnder } from './readings.ts';
import { statusHistoryOf } from './status-history.ts';

type Prior = NonNullable<CaseFileInput['priorDeterminations']>;

/** What a case file takes in or leaves out of what is on record. */
export type More = {
  /** What was determined before in the same year; it uses up caps and is not supported again. */
  readonly prior?: Prior;
  /** Matters to leave out, named as `mattersOf` names them. */
  readonly without?: readonly Matter[];
};

/** Everything on record of one agency and year as it was known at a moment. */
export type AgencyYear = Pick<AgencyYearRow, 'memberships' | 'qualifications' | 'listings'> & {
  readonly agency: string;
  readonly year: number;
  readonly known: Knowing;
  readonly rows: readonly KindRow[];
  readonly prior: Prior;
  /** What could have been given at most in each of them. */
  readonly ceilings: readonly { readonly clause: ClauseKey; readonly ceiling: Fen }[];
  readonly creditCode: string | null;
  /** The zones the agency sits in and those of its clients, the first designated first. */
  readonly zones: readonly ZoneAround[];
};

/** Where a stored fact stands with those who vouch for it. */
export const standingOfFact = ({ kind, counterparties, confirmations }: Pick<FactRow, 'kind' | 'counterparties' | 'confirmations'>) =>
  confirmationStanding(factKindNamed(kind).confirmedBy, counterparties, confirmations);

const kindRowOf = (row: KnownFact, { agency, year }: { readonly agency: string; readonly year: number }): KindRow => ({
  id: row.id,
  kind: row.kind,
  agency,
  year,
  matter: row.matter,
  validOn: row.valid_on,
  data: row.data,
  standing: standingOfFact(row),
});

const priorOf = ({ support }: AgencyYearRow, { agency, year }: { readonly agency: string; readonly year: number }): Prior =>
  support.map(({ clause, facts, amount, decided_on }) => ({
    agency,
    clause: clause as ClauseKey,
    year,
    decidedDate: decided_on,
    yuan: wholeYuan(fen(amount)),
    facts,
  }));

/** Whose record of which year is asked for, under which rulings: they say when a year begins (I-02). */
export type YearAsked = {
  readonly agency: string;
  readonly year: number;
  readonly rulings: Rulings;
  /** A case whose support is not counted as earlier support. */
  readonly except?: string | null;
};

/** Reads what is on record. */
export async function agencyYearOf(tx: Tx, of: YearAsked, known: Knowing): Promise<AgencyYear> {
  const { agency, year, except = null } = of;
  const span = yearBounds(year, settingsUnder(of.rulings).values.yearBasis);
  const row = await agencyYear(tx, { agency, year, span, except }, known.now);
  const rows = row.facts.map((fact) => kindRowOf(fact, of));
  const zones = await zonesAround(tx, { agency, codes: enterpriseCodesOf(rows) }, known.now);
  const { memberships, qualifications, listings, credit_code: creditCode } = row;
  const ceilings = row.support.map(({ clause, ceiling }) => ({ clause: clause as ClauseKey, ceiling: fen(ceiling) }));
  return { agency, year, known, rows, prior: priorOf(row, of), ceilings, memberships, qualifications, listings, creditCode, zones };
}

/** Where an enterprise sat on a day by the register: null where it is known and sat in none then, undefined where it is not known. */
function placeOn(zones: readonly ZoneAround[], code: string, day: string): string | null | undefined {
  const around = zones.filter(({ clients }) => clients.some((one) => one.code === code));
  if (around.length === 0) return undefined;
  const isThere = ({ clients }: ZoneAround) =>
    clients.some(({ from, to, ...one }) => one.code === code && from <= day && (to === null || day <= to));
  return around.find(isThere)?.id ?? null;
}

type CaseFact = CaseFileInput['facts'][number];
type Client = { readonly id: string; readonly zone: string | null };

/**
 * A client as a case file names it on a day. A case file knows an enterprise in one place only, so that one which came or
 * left in the year has a name for each place: its code in the first zone that knows it, the code with the place elsewhere.
 */
function clientOn(zones: readonly ZoneAround[], code: string, day: string): Client | null {
  const zone = placeOn(zones, code, day);
  if (zone === undefined) return null;
  const home = zones.find(({ clients }) => clients.some((one) => one.code === code))?.id;
  return { id: zone === home ? code : `${code}@${zone ?? 'outside'}`, zone };
}

/** The client a fact turns on, on the day of the fact (9.4, 9.5b). */
function clientOf(zones: readonly ZoneAround[], fact: CaseFact): Client | null {
  if (fact.type === 'litigation' && fact.client) return clientOn(zones, fact.client, fact.effectiveDate ?? '');
  if (fact.type === 'campaign_result' && fact.enterprise) return clientOn(zones, fact.enterprise, fact.confirmedDate ?? '');
  return null;
}

/** The clients of a case file with their places, in the order of their names. */
const clientsOf = (zones: readonly ZoneAround[], facts: readonly CaseFact[]): (Client & { readonly city: string })[] => {
  const clients = new Map(facts.flatMap((fact) => clientOf(zones, fact) ?? []).map((client) => [client.id, client]));
  return [...clients.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((client) => ({ ...client, city: '370300' }));
};

/** The zones a case file names, in the order of their names, with the history of their titles. */
const placesOf = (zones: readonly ZoneAround[], named: ReadonlySet<string>): CaseFileInput['zones'] =>
  zones
    .filter(({ id }) => named.has(id))
    .map(({ id, district, statuses }) => ({ id, district, statusHistory: [...statusHistoryOf(statuses)] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const nameOf = ({ kind, matter }: Matter): string => `${kind} ${matter}`;

/** Partners in shared matters. Where they sit and what they may do decides nothing here: only the parts do (I-27). */
const partnersOf = (facts: CaseFileInput['facts'], agency: string): CaseFileInput['agencies'] =>
  [...new Set(facts.flatMap(({ agencies = [] }) => agencies.map(({ id }) => id)))]
    .filter((id) => id !== agency)
    .map((id) => ({ id, uscc: id, patentQualification: [], zoneMembership: [] }));

/** The case file made of what is on record. The agency itself stands first in it. */
export function caseFileFrom(record: AgencyYear, { prior = [], without = [] }: More = {}): CaseFileInput {
  const { agency, year, known, zones, qualifications } = record;
  const leftOut = new Set(without.map(nameOf));
  const rows = record.rows.filter((row) => !mattersBehind(row).some((matter) => leftOut.has(nameOf(matter))));
  const zoneMembership = record.memberships.filter(({ zone }) => zones.some(({ id }) => id === zone));
  const told = caseFactsOf({ id: agency, creditCode: record.creditCode }, rows);
  const enterprises = clientsOf(zones, told);
  const facts = told.map((fact) => (fact.type === 'litigation' ? { ...fact, client: clientOf(zones, fact)?.id ?? fact.client } : fact));
  return {
    year,
    asOf: known.today,
    zones: placesOf(zones, new Set([...enterprises, ...zoneMembership].flatMap(({ zone }) => zone ?? []))),
    agencies: [{ id: agency, patentQualification: [...qualifications], zoneMembership: [...zoneMembership] }, ...partnersOf(facts, agency)],
    enterprises,
    facts,
    ...(prior.length > 0 ? { priorDeterminations: prior } : {}),
  };
}

/** The case file of one agency and year, from what was known at a moment. */
export const caseFileOf = async (tx: Tx, of: YearAsked, known: Knowing, more?: More): Promise<CaseFileInput> =>
  caseFileFrom(await agencyYearOf(tx, of, known), more);
