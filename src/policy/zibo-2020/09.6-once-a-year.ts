import { fen } from '#core/kernel/money.ts';
import { stepOf } from '#core/policy/clause.ts';
import { displace, type Item, keepHigher, keepOneItem } from '#core/policy/items.ts';
import { groupBy, type Line, type Prior, stands, strike } from '#core/policy/lines.ts';
import { campaignMinimums, tierCount, tierSums } from './09.5-grants-and-campaigns.ts';
import type { Row } from './rows.ts';
import { determinedBefore, type World } from './world.ts';

/** The two halves of 第九条（五）. */
export const pairOfFive = ['9.5.tier', '9.5.campaign'] as const;

const otherHalf: Readonly<Record<string, string>> = { [pairOfFive[0]]: pairOfFive[1], [pairOfFive[1]]: pairOfFive[0] };

/**
 * Applies 第九条末款 across clauses: each item is settled once a year and a matter supported once. Duplicates, priors and
 * the same matter are struck before; here come the two halves of （五） (I-15) and the reading that allows one item (I-25).
 */
export function acrossClauses(items: readonly Item<Row>[], world: World): Item<Row>[] {
  const priors = priorsOf(world);
  const five = world.settings.clauseFive === 'higher' ? keepHigher(afterPriorHalf(items, priors), pairOfFive) : [...items];
  if (world.settings.acrossClauses === 'each_clause') return five;
  return keepOneItem(five, (agency) => {
    const before = priors.find((prior) => prior.agency === agency);
    return before ? before.clause.split('.').slice(0, 2).join('.') : null;
  });
}

/** What was paid before in the same year. */
export const priorsOf = (world: World): readonly Prior[] =>
  determinedBefore(world).filter(({ year, yuan }) => year === world.file.year && yuan > 0);

/** One half of （五） was determined before: the other half comes too late. */
const afterPriorHalf = (items: readonly Item<Row>[], priors: readonly Prior[]): Item<Row>[] =>
  items.map((item) => {
    const isLate = priors.some((prior) => prior.agency === item.agency && prior.clause === otherHalf[item.clause.key]);
    return isLate ? displace(item, '以前的核定') : item;
  });

/** One way to use the grants: campaign lines that stand, the tier sum left, and both together, in fen. */
type Split = { readonly kept: readonly Line<Row>[]; readonly tier: number; readonly sum: number };

const mostSplits = 4096;

/** Under `both_distinct` no grant serves both halves: the split that gives the agency most stands (I-15). */
export function splitGrants(lines: readonly Line<Row>[]): void {
  for (const own of groupBy(lines.filter(stands), ({ row }) => row.agency).values()) {
    const tier = own.find(({ clause }) => clause.key === pairOfFive[0]);
    const results = own.filter(({ clause }) => clause.key === pairOfFive[1]);
    if (!tier) continue;
    const best = choicesOf(results)
      .map((kept) => splitOf(tier, kept))
      .reduce((top, split) => (split.sum > top.sum ? split : top));
    for (const line of results) if (!best.kept.includes(line)) strike(line, 'ONCE_ONLY', tier.row.factId);
    if (best.tier === 0) strike(tier, 'ONCE_ONLY', (best.kept[0] as Line<Row>).row.factId); // something is worth more
    else tier.amount = fen(best.tier);
  }
}

/** All ways to keep one line or none for each once-key; only the highest of each key where there are too many ways. */
function choicesOf(lines: readonly Line<Row>[]): readonly (readonly Line<Row>[])[] {
  const groups = [...groupBy(lines, ({ clause, row }) => clause.once?.key(row) ?? row.factId).values()];
  const ways = groups.reduce((product, group) => product * (group.length + 1), 1);
  const options = ways <= mostSplits ? groups : groups.map((group) => [highest(group)]);
  if (2 ** groups.length > mostSplits) return [[], options.flat()];
  return options.reduce<Line<Row>[][]>((sets, group) => [...sets, ...sets.flatMap((set) => group.map((line) => [...set, line]))], [[]]);
}

const highest = (group: readonly Line<Row>[]): Line<Row> => group.reduce((top, line) => (line.amount > top.amount ? line : top));

function splitOf(tier: Line<Row>, kept: readonly Line<Row>[]): Split {
  const used = [...groupBy(kept, poolName).values()].reduce((sum, group) => sum + usedGrants(group), 0);
  const step = stepOf(tier.row.world.settings.tierMinimums, tierCount(tier.row, tier.bound) - used);
  const left = tierSums[step] ?? 0;
  return { kept, tier: left, sum: left + kept.reduce((sum, { amount }) => sum + amount, 0) };
}

/** Results that draw on the same grants: of one enterprise, or of one campaign where enterprises are summed. */
const poolName = ({ row }: Line<Row>): string =>
  row.fact.type !== 'campaign_result'
    ? row.factId
    : row.world.settings.campaignThreshold === 'one_enterprise'
      ? `企业 ${row.fact.enterprise}`
      : `行动 ${row.fact.campaign}`;

/** Grants a group of results takes from the yearly number; grants that do not count there are used first. */
function usedGrants(group: readonly Line<Row>[]): number {
  const needs = group.map(({ row }) => (row.fact.type === 'campaign_result' ? campaignMinimums[row.fact.campaign ?? 'zero_clearing'] : 0));
  return Math.max(0, Math.max(...needs) - (group[0]?.row.pool?.free ?? 0));
}
