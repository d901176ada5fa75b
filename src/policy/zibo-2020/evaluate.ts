import type { Bound, RowBase } from '#core/policy/clause.ts';
import { isUnknownObstacle } from '#core/policy/condition.ts';
import { type Item, itemsOf } from '#core/policy/items.ts';
import { applyCaps, type Line, obstacleElsewhere, openLines, strikeDuplicates, strikePriors, strikeRepeats } from '#core/policy/lines.ts';
import { strikeSameMatter } from '#core/policy/matters.ts';
import { custodyClauseRows } from './09.2-custody.ts';
import { campaignCount, tierCount } from './09.5-grants-and-campaigns.ts';
import { grantRows } from './09.5-rows.ts';
import { acrossClauses, pairOfFive, splitGrants } from './09.6-once-a-year.ts';
import type { ClauseKey } from './case-file.ts';
import { supportClauses } from './index.ts';
import { type Row, rowsOf } from './rows.ts';
import { determinedBefore, type World } from './world.ts';

/** Names of the lines whose open facts are read for the claimant; those of all others are read against it. */
export type Reading = ReadonlySet<string>;

const nameOf = (clause: string, { agency, factId }: Pick<RowBase, 'agency' | 'factId'>): string =>
  clause === pairOfFive[0] ? `${clause} ${agency}` : `${clause} ${agency} ${factId}`;

const boundIn =
  (reading: Reading, clause: string) =>
  (row: Pick<RowBase, 'agency' | 'factId'>): Bound =>
    reading.has(nameOf(clause, row)) ? 'high' : 'low';

/** Rows of every clause, by clause key; `without` names grants that are not counted. */
export function clauseRows(
  world: World,
  without: ReadonlySet<string>,
  reading: Reading = new Set(),
): Readonly<Record<ClauseKey, readonly Row[]>> {
  const { tiers, campaigns } = grantRows(world, without, (agency) => boundIn(reading, pairOfFive[0])({ agency, factId: '' }));
  return {
    '9.1.loan': rowsOf(world, 'pledge_loan'),
    '9.1.sec': rowsOf(world, 'ip_securitization'),
    '9.2': custodyClauseRows(world),
    '9.3.honour': rowsOf(world, 'brand_honour'),
    '9.3.cert': rowsOf(world, 'agent_certificate'),
    '9.4': rowsOf(world, 'litigation'),
    '9.5.tier': tiers,
    '9.5.campaign': campaigns,
  };
}

/**
 * One full pass over the rules with the open facts of each line read one way. Where the yearly number loses a matter it is counted
 * again without its grants, until it loses no more.
 */
export function evaluate(world: World, reading: Reading): readonly Item<Row>[] {
  const lost = new Set<string>();
  for (;;) {
    const lines = lost.size === 0 ? linesOf(world, reading, usedByOtherHalf(world)) : linesAfterLoss(world, reading, lost);
    const now = strikeAcrossFacts(world, lines).filter(({ line, matter }) => isTier(line) && !lost.has(matter));
    if (now.length === 0) return settle(world, lines);
    for (const { matter } of now) lost.add(matter);
  }
}

/** All lines, the yearly number without the grants of lost matters; where nothing is left of it, it stays as it was and loses. */
function linesAfterLoss(world: World, reading: Reading, lost: ReadonlySet<string>): readonly Line<Row>[] {
  const used = usedByOtherHalf(world);
  const taken = world.file.facts.filter(({ matter }) => matter && lost.has(matter));
  const without = new Set([...used, ...taken.map(({ id }) => id)]);
  const fewer = linesOf(world, reading, without).filter((line) => isTier(line) && line.obstacle < 0);
  const left = new Map(fewer.map((line) => [line.row.agency, line]));
  return linesOf(world, reading, used).map((line) => (isTier(line) ? (left.get(line.row.agency) ?? line) : line));
}

/** Refusal for the year; a row refused for it may still make a later row a duplicate. */
const yearCode = 'OUTSIDE_YEAR';

const isTier = ({ clause }: Line<Row>): boolean => clause.key === pairOfFive[0];

/** Grants an earlier determination used for a campaign; they are not counted again where each grant serves once. */
const usedByOtherHalf = (world: World): ReadonlySet<string> =>
  new Set(
    world.settings.clauseFive === 'both_distinct'
      ? determinedBefore(world)
          .filter(({ clause }) => clause === pairOfFive[1])
          .flatMap(({ facts }) => facts)
      : [],
  );

const linesOf = (world: World, reading: Reading, without: ReadonlySet<string>): Line<Row>[] => {
  const rows = clauseRows(world, without, reading);
  return supportClauses.flatMap((clause) => openLines(clause, rows[clause.key as ClauseKey], boundIn(reading, clause.key)));
};

function strikeAcrossFacts(world: World, lines: readonly Line<Row>[]) {
  const priors = determinedBefore(world);
  strikeDuplicates(lines, yearCode);
  strikePriors(lines, priors, world.file.year);
  return strikeSameMatter(lines, priors, { choice: world.settings.sameMatter, ...(world.preferred ? { preferred: world.preferred } : {}) });
}

function settle(world: World, lines: readonly Line<Row>[]): readonly Item<Row>[] {
  if (world.settings.clauseFive === 'both_distinct') splitGrants(lines);
  strikeRepeats(lines);
  applyCaps(lines, determinedBefore(world), world.file.year);
  return acrossClauses(itemsOf(lines, [...world.agencies.keys()], supportClauses), world);
}

/** Names of the lines that a missing fact may move. */
export const openNames = (items: readonly Item<Row>[]): readonly string[] =>
  items
    .flatMap(({ lines }) => lines)
    .filter((line) => isOpenLine(line) || hasOpenCount(line))
    .map(({ clause, row }) => nameOf(clause.key, row));

/** Whether a line turns on a missing fact, in this year or, for a duplicate's sake, in its own. */
export const isOpenLine = (line: Line<Row>): boolean =>
  isUnknownObstacle(line.obstacle) || isUnknownObstacle(obstacleElsewhere(line, yearCode));

/** Whether the grants that count are not sure: some may yet count, or a finding may yet deduct. Only （五） counts any. */
function hasOpenCount({ clause, row }: Line<Row>): boolean {
  const counted = clause.key === pairOfFive[0] ? tierCount : campaignCount;
  return counted(row, 'low') !== counted(row, 'high');
}
