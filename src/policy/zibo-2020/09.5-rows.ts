import type { Bound } from '#core/policy/clause.ts';
import { allMet } from '#core/policy/condition.ts';
import type { CampaignRow, TierRow } from './09.5-grants-and-campaigns.ts';
import type { GrantFact } from './facts.ts';
import { findingsOn, isPending } from './findings.ts';
import { grantTallies, isCityOwner, poolOf } from './grants.ts';
import { type GrantTally, rowsOf } from './rows.ts';
import { inYear } from './gate.ts';
import type { World } from './world.ts';

/** Rows of both halves of 第九条（五）; `without` names grant facts whose matter another support has taken;
 * `boundOf` says how an agency's open grants are read. */
export function grantRows(
  world: World,
  without: ReadonlySet<string>,
  boundOf: (agency: string) => Bound,
): { readonly tiers: readonly TierRow[]; readonly campaigns: readonly CampaignRow[] } {
  const tallies = grantTallies(world, without);
  return {
    tiers: [...world.agencies.keys()].flatMap((agency) => tierRow(world, agency, tallies, boundOf(agency))),
    campaigns: campaignRows(world, tallies),
  };
}

const countsYearly = (fact: GrantFact): boolean | null => isCityOwner(fact.ownerCity);

function tierRow(world: World, agency: string, all: readonly GrantTally[], bound: Bound): readonly TierRow[] {
  const tallies = all.filter(({ row }) => row.agency === agency);
  const speaker = speakerOf(tallies);
  if (!speaker) return [];
  const findings = findingsOn(world, agency);
  const pool = poolOf(tallies, (fact) => ({ belongs: countsYearly(fact), field: 'ownerCity' }), countsYearly);
  const isHeld = tallies.some(({ row, obstacle, fresh }) => obstacle === allMet && fresh > 0 && row.isHeld);
  return [
    {
      ...speaker.row,
      shares: [{ agency, percent: 100 }],
      matters: mattersOf(tallies, bound),
      isHeld: isHeld || isPending(findings, world.settings.abnormalTier),
      pool,
      findings,
    },
  ];
}

/** Matters of the grants that count, for certain (`low`) or at most (`high`). */
function mattersOf(tallies: readonly GrantTally[], bound: Bound): readonly string[] {
  const counts = ({ row, obstacle, fresh }: GrantTally) => {
    const isCity = countsYearly(row.fact);
    const isSure = isCity === true && obstacle === allMet;
    return fresh > 0 && (isSure || (bound === 'high' && isCity !== false && obstacle <= allMet));
  };
  return [...new Set(tallies.filter(counts).flatMap(({ row }) => row.matters))].sort();
}

/** The fact that speaks for the gate: one that passed, else the one that came furthest. */
function speakerOf(tallies: readonly GrantTally[]): GrantTally | undefined {
  const reach = ({ obstacle }: GrantTally) => (obstacle === allMet ? 2_000 : obstacle < allMet ? 1_000 : obstacle);
  return tallies.reduce<GrantTally | undefined>(
    (best, tally) => (best === undefined || reach(tally) > reach(best) ? tally : best),
    undefined,
  );
}

function campaignRows(world: World, all: readonly GrantTally[]): readonly CampaignRow[] {
  const rows = rowsOf(world, 'campaign_result');
  return rows.map((row) => {
    const findings = findingsOn(world, row.agency);
    const served = servedBy(row, rows);
    const pool = poolOf(
      all.filter((tally) => tally.row.agency === row.agency),
      (fact) => ({ belongs: belongs(fact, served), field: 'enterprise' }),
      countsYearly,
    );
    return {
      ...row,
      pool,
      findings,
      isHeld: row.isHeld || isPending(findings, world.settings.abnormalCampaign),
    };
  });
}

/** Enterprises whose grants stand behind a result: its own, or all of the same campaign (I-13). Null if it names none. */
function servedBy(row: CampaignRow, rows: readonly CampaignRow[]): ReadonlySet<string> | null {
  if (!row.fact.enterprise) return null;
  if (row.world.settings.campaignThreshold === 'one_enterprise') return new Set([row.fact.enterprise]);
  const same = rows.filter((other) => other.agency === row.agency && other.fact.campaign === row.fact.campaign && inYear.test(other) === 1);
  return new Set([row.fact.enterprise, ...same.flatMap(({ fact }) => fact.enterprise ?? [])]);
}

const belongs = (fact: GrantFact, served: ReadonlySet<string> | null): boolean | null =>
  !fact.enterprise || served === null ? null : served.has(fact.enterprise);
