import { caseFactsOf, enterpriseCodesOf, type KindRow, type Matter, matterOf } from '#policy/zibo-2020/fact-kinds/case-facts.ts';
import { factKindNamed } from '#policy/zibo-2020/fact-kinds/index.ts';
import { standingOf as confirmationStanding } from '#policy/zibo-2020/fact-kinds/standing.ts';
import type { CaseFileInput } from '#policy/zibo-2020/case-file.ts';
import type { Tx } from '#server/db/transaction.ts';
import { agencyCard, type ClientZone, clientZones, type FactRow, factsOfYear, standingOf } from '#server/stores/facts.ts';
import { type ZoneStatusRow, zoneStatusesAround } from '#server/stores/zone-status.ts';
import type { Knowing } from './readings.ts';
import { statusHistoryOf } from './status-history.ts';

type Coming<T> = T | Promise<T>;

/** What a case file takes in besides the stored facts; what is still being read may come along. */
export type More = {
  /** What was determined before in the same year; it uses up caps and is not supported again. */
  readonly prior?: Coming<NonNullable<CaseFileInput['priorDeterminations']>>;
  /** Matters to leave out, named as `mattersOf` names them. */
  readonly without?: readonly Matter[];
  /** The facts as `factsKnown` gives them, when they were read already. */
  readonly rows?: Coming<readonly KindRow[]>;
};

/** Where a stored fact stands with those who vouch for it. */
export const standingOfFact = ({ kind, counterparties, confirmations }: Pick<FactRow, 'kind' | 'counterparties' | 'confirmations'>) =>
  confirmationStanding(factKindNamed(kind).confirmedBy, counterparties, confirmations);

/** The facts of an agency and year as known at a moment, ready for case files and for `mattersOf`. */
export async function factsKnown(tx: Tx, agency: string, year: number, known: Knowing): Promise<readonly KindRow[]> {
  const rows = await factsOfYear(tx, agency, year, known.now);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    agency,
    year,
    matter: row.matter,
    validOn: row.valid_on,
    data: row.data,
    standing: standingOfFact(row),
  }));
}

type Zone = CaseFileInput['zones'][number];

type Place = Pick<Zone, 'id' | 'district'>;

/** The zones a case file names: those the agency sits in, then those of its clients; in the order of their names. */
function placesOf(standing: Awaited<ReturnType<typeof standingOf>>, clients: readonly ClientZone[]): readonly Place[] {
  const named = [...clients, ...standing.memberships].map(({ zone: id, district }) => [id, { id, district }] as const);
  return [...new Map(named).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The zones with the history of their titles as it was known at the moment. */
function withHistory(places: readonly Place[], decisions: readonly ZoneStatusRow[]): Zone[] {
  const byZone = Map.groupBy(decisions, ({ zone }) => zone);
  return places.map((place) => ({ ...place, statusHistory: [...statusHistoryOf(byZone.get(place.id) ?? [])] }));
}

const nameOf = ({ kind, matter }: Matter): string => `${kind} ${matter}`;

/** Partners in shared matters. Where they sit and what they may do decides nothing here: only the parts do (I-27). */
const partnersOf = (facts: CaseFileInput['facts'], agency: string): CaseFileInput['agencies'] =>
  [...new Set(facts.flatMap(({ agencies = [] }) => agencies.map(({ id }) => id)))]
    .filter((id) => id !== agency)
    .map((id) => ({ id, uscc: id, patentQualification: [], zoneMembership: [] }));

/** The case file of one agency and year, from what was known at a moment. The agency itself stands first in it. */
export async function caseFileOf(
  tx: Tx,
  agency: string,
  year: number,
  ...[known, { prior: earlier = [], without = [], rows: given } = {}]: readonly [known: Knowing, more?: More]
): Promise<CaseFileInput> {
  const leftOut = new Set(without.map(nameOf));
  const [all, prior, standing, card] = await Promise.all([
    given ?? factsKnown(tx, agency, year, known),
    earlier,
    standingOf(tx, agency, known.now),
    agencyCard(tx, agency),
  ]);
  const rows = all.filter((row) => !leftOut.has(nameOf(matterOf(row))));
  const codes = enterpriseCodesOf(rows);
  const [clients, decisions] = await Promise.all([
    codes.length > 0 ? clientZones(tx, codes, known.now) : [],
    zoneStatusesAround(tx, { agency, codes }, known.now),
  ]);
  const places = placesOf(standing, clients);
  const facts = caseFactsOf({ id: agency, creditCode: card?.credit_code ?? null }, rows);
  const own = {
    id: agency,
    patentQualification: standing.qualifications,
    zoneMembership: standing.memberships.map(({ zone, from, to }) => ({ zone, from, to })),
  };
  return {
    year,
    asOf: known.today,
    zones: withHistory(places, decisions),
    agencies: [own, ...partnersOf(facts, agency)],
    enterprises: clients.map(({ code, zone }) => ({ id: code, zone, city: '370300' })),
    facts,
    ...(prior.length > 0 ? { priorDeterminations: prior } : {}),
  };
}
