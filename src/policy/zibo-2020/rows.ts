import type { RowBase } from '#core/policy/clause.ts';
import { allMet, obstacleOf } from '#core/policy/condition.ts';
import { type Fact, type FactOf, type GrantFact } from './facts.ts';
import { gate } from './gate.ts';
import { type Agency, earlier, type GateRow, isUnderRecheck, later, sharesOf, type World, zoneOf } from './world.ts';

/** One fact as one agency presents it, with everything its conditions look at. */
export type Row<Type extends Fact['type'] = Fact['type']> = RowBase &
  GateRow & {
    readonly fact: FactOf<Type>;
    /** Grants behind the row; only for the two halves of 第九条（五）. */
    readonly pool?: GrantPool;
    /** Findings on the agency's filings in the year; only for the two halves of 第九条（五）. */
    readonly findings?: readonly FactOf<'abnormal_filing'>[];
  };

/** A typed number that was refused, and why. `row` counts from 1. */
export type RejectedRow = {
  readonly fact: string;
  readonly row: number;
  readonly value: string;
  readonly reason: string;
};

/** Grants of one fact after checking and taking out numbers seen before. */
export type GrantTally = {
  readonly row: Row<GrantFact['type']>;
  /** Where the gate stopped this fact; `allMet` if it passed. */
  readonly obstacle: number;
  /** Inventions not seen in an earlier fact; this agency's part. */
  readonly fresh: number;
  /** Numbers seen before. */
  readonly repeated: number;
  readonly rejected: readonly RejectedRow[];
};

/** How many grants stand behind a row: at least `low`, at most `high` once missing facts are known. */
export type GrantPool = {
  readonly low: number;
  readonly high: number;
  /** Grants of the same source that do not count towards the yearly number; they can serve a campaign freely. */
  readonly free: number;
  readonly missing: readonly string[];
  readonly tallies: readonly GrantTally[];
};

/**
 * The field with the day that dates a fact (I-04). Grants are dated where they are counted; custody contracts and
 * recognitions are looked at over the year instead.
 */
const dayFields = {
  campaign_result: 'confirmedDate',
  pledge_loan: 'disbursedDate',
  ip_securitization: 'completedDate',
  brand_honour: 'awardedDate',
  agent_certificate: 'issuedDate',
  litigation: 'effectiveDate',
} as const;

/** Types of facts that happen on one day. */
export type DatedType = keyof typeof dayFields;

/** A row for one agency of a fact, dated `day`; `gateDay` is where the gate looks. */
export function rowOf<Type extends Fact['type']>(
  world: World,
  fact: FactOf<Type>,
  office: Agency,
  days: { readonly day: string; readonly gateDay: string },
): Row<Type> {
  const zone = zoneOf(world, office, days.gateDay);
  return {
    world,
    fact,
    factId: fact.id,
    agency: office.id,
    office,
    ...days,
    zone,
    shares: sharesOf(fact),
    matters: fact.matter ? [fact.matter] : [],
    isHeld: isUnderRecheck(world, zone, days.gateDay),
  };
}

/** All rows of facts of one type, one for each agency that presents the fact. */
export function rowsOf<Type extends DatedType>(world: World, type: Type): readonly Row<Type>[] {
  return world.file.facts.flatMap((fact) => {
    if (fact.type !== type) return [];
    const day = (fact as Readonly<Record<string, unknown>>)[dayFields[type]] as string;
    return officesOf(world, fact).map((office) => rowOf<Type>(world, fact as FactOf<Type>, office, { day, gateDay: day }));
  });
}

/** Agencies that present a fact, lead first. */
export const officesOf = (world: World, fact: Fact): readonly Agency[] =>
  sharesOf(fact).flatMap(({ agency }) => world.agencies.get(agency) ?? []);

/**
 * Rows of custody contracts: each is looked at on the first day of the year on which it runs and the gate is open,
 * else on the day that comes furthest (I-04).
 */
export const custodyRows = (world: World): readonly Row<'custody_contract'>[] =>
  world.file.facts.flatMap((fact) =>
    fact.type === 'custody_contract' ? officesOf(world, fact).map((office) => custodyRow(world, fact, office)) : [],
  );

function custodyRow(world: World, fact: FactOf<'custody_contract'>, office: Agency): Row<'custody_contract'> {
  const rows = runningDays(world, fact, office).map((day) => rowOf(world, fact, office, { day, gateDay: day }));
  const reach = (row: GateRow) => {
    const obstacle = obstacleOf(gate, row);
    return obstacle <= allMet ? Number.MAX_SAFE_INTEGER : obstacle;
  };
  return rows.reduce((best, row) => (reach(row) > reach(best) ? row : best));
}

/** Days of the contract within the year on which something about the gate may change, earliest first; its start if none. */
function runningDays(world: World, fact: FactOf<'custody_contract'>, office: Agency): readonly string[] {
  const from = later(fact.startDate, world.yearFrom);
  const to = earlier(fact.endDate ?? world.yearTo, world.yearTo);
  if (from > to) return [fact.startDate > world.yearTo ? fact.startDate : (fact.endDate ?? fact.startDate)];
  const changes = [
    from,
    world.settings.policyFrom,
    ...office.patentQualification.map((period) => period.from),
    ...office.zoneMembership.map((period) => period.from),
    ...[...world.zones.values()].flatMap((zone) => zone.statusHistory.map((entry) => entry.from)),
  ];
  return [...new Set(changes.filter((day) => from <= day && day <= to))].sort();
}
