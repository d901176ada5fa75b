import type { Bound } from '#core/policy/clause.ts';
import { isUnknownObstacle, missingFields } from '#core/policy/condition.ts';
import { type Item, itemsOf } from '#core/policy/items.ts';
import { applyCaps, type Line, obstacleElsewhere, openLines, strikeDuplicates, strikePriors, strikeRepeats } from '#core/policy/lines.ts';
import { strikeSameMatter } from '#core/policy/matters.ts';
import { type ResolvedSettings, resolveSettings, type SettingRuling } from '#core/policy/settings.ts';
import { custodyClauseRows } from './09.2-custody.ts';
import { unlevelledTwins, withLevels } from './09.3-honours.ts';
import { grantRows } from './09.5-rows.ts';
import { acrossClauses, pairOfFive, splitGrants } from './09.6-once-a-year.ts';
import type { CaseFile, ClauseKey } from './case-file.ts';
import { isGrantFact } from './facts.ts';
import { supportClauses } from './index.ts';
import { type Row, rowsOf } from './rows.ts';
import { supportSettings } from './settings-support.ts';
import { type World, worldOf } from './world.ts';

/** The readings in force for a determination, with version and standing. */
export type SupportSettings = ResolvedSettings<typeof supportSettings>;

/** The centre's answers in force, by key of the setting. */
export type Rulings = Readonly<Record<string, SettingRuling>>;

/** An item as decided; `missing` names the fields that leave it open. */
export type DecidedItem = { readonly item: Item<Row>; readonly missing: readonly string[] };

/** Everything one determination yields before it is written out. */
export type Determination = {
  readonly world: World;
  readonly settings: SupportSettings;
  readonly items: readonly DecidedItem[];
};

/**
 * Decides a checked case file. `rulings` are the centre's answers in force; the file's `overrides` go before them.
 * `preferred` (matter to fact) tries out another choice within a matter; determinations never use it.
 */
export function determine(file: CaseFile, rulings: Rulings = {}, preferred?: ReadonlyMap<string, string>): Determination {
  const settings = readingsFor(file, rulings);
  const make = (facts: CaseFile['facts']): World => ({
    ...worldOf({ ...file, facts }, settings.values),
    ...(preferred ? { preferred } : {}),
  });
  const world = make(file.facts);
  const low = evaluate(world, 'low');
  const items = low.some(isOpen) ? merge(low, otherReadings(world, make)) : low.map((item) => ({ item, missing: [] }));
  return { world, settings, items };
}

/** The readings in force for a file: the plan's defaults, the centre's rulings, the file's own overrides. */
export function readingsFor(file: CaseFile, rulings: Rulings = {}): SupportSettings {
  const own = Object.entries(file.overrides ?? {}).filter(([, value]) => value !== undefined);
  const replaced = own.map(([key, value]) => [key, { value, status: 'replaced' }] as const);
  return resolveSettings(supportSettings, { ...rulings, ...Object.fromEntries(replaced) });
}

/** All other ways to read the open facts; null where there are too many. */
function otherReadings(world: World, make: (facts: CaseFile['facts']) => World): readonly (readonly Item<Row>[])[] | null {
  const twins = unlevelledTwins(world.file.facts);
  if (twins === null) return null;
  const levelled = twins.length === 0 ? [] : withLevels(world.file.facts, twins).map((facts) => make([...facts]));
  return [evaluate(world, 'high'), ...levelled.flatMap((one) => [evaluate(one, 'low'), evaluate(one, 'high')])];
}

/** Rows of every clause, by clause key; `without` names grants that are not counted. */
export function clauseRows(world: World, without: ReadonlySet<string>, bound: Bound = 'low'): Readonly<Record<ClauseKey, readonly Row[]>> {
  const { tiers, campaigns } = grantRows(world, without, bound);
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
 * One full pass over the rules with open facts read one way. Where the yearly number loses a matter it is counted
 * again without its grants, until it loses no more.
 */
export function evaluate(world: World, bound: Bound): readonly Item<Row>[] {
  const lost = new Set<string>();
  for (;;) {
    const lines = lost.size === 0 ? linesOf(world, bound, usedByOtherHalf(world)) : linesAfterLoss(world, bound, lost);
    const now = strikeAcrossFacts(world, lines, bound).filter(({ line, matter }) => isTier(line) && !lost.has(matter));
    if (now.length === 0) return settle(world, lines, bound);
    for (const { matter } of now) lost.add(matter);
  }
}

/** All lines, the yearly number without the grants of lost matters; where nothing is left of it, it stays as it was and loses. */
function linesAfterLoss(world: World, bound: Bound, lost: ReadonlySet<string>): readonly Line<Row>[] {
  const used = usedByOtherHalf(world);
  const taken = world.file.facts.filter((fact) => isGrantFact(fact) && fact.matter && lost.has(fact.matter));
  const without = new Set([...used, ...taken.map(({ id }) => id)]);
  const fewer = linesOf(world, bound, without).filter((line) => isTier(line) && line.obstacle < 0);
  const standing = new Set(fewer.map(({ row }) => row.agency));
  const others = linesOf(world, bound, used).filter((line) => !isTier(line) || !standing.has(line.row.agency));
  return [...others, ...fewer].sort((a, b) => clauseIndex(a) - clauseIndex(b));
}

/** Refusal for the year; a row refused for it may still make a later row a duplicate. */
const yearCode = 'OUTSIDE_YEAR';

const isTier = ({ clause }: Line<Row>): boolean => clause.key === pairOfFive[0];

const clauseIndex = ({ clause }: Line<Row>): number => supportClauses.findIndex(({ key }) => key === clause.key);

/** Grants an earlier determination used for a campaign; they are not counted again where each grant serves once. */
const usedByOtherHalf = (world: World): ReadonlySet<string> =>
  new Set(
    world.settings.clauseFive === 'both_distinct'
      ? (world.file.priorDeterminations ?? []).filter(({ clause }) => clause === pairOfFive[1]).flatMap(({ facts }) => facts)
      : [],
  );

const linesOf = (world: World, bound: Bound, without: ReadonlySet<string>): Line<Row>[] => {
  const rows = clauseRows(world, without, bound);
  return supportClauses.flatMap((clause) => openLines(clause, rows[clause.key as ClauseKey], bound));
};

function strikeAcrossFacts(world: World, lines: readonly Line<Row>[], bound: Bound) {
  const priors = world.file.priorDeterminations ?? [];
  strikeDuplicates(lines, yearCode, bound);
  strikePriors(lines, priors, world.file.year);
  return strikeSameMatter(lines, priors, { choice: world.settings.sameMatter, ...(world.preferred ? { preferred: world.preferred } : {}) });
}

function settle(world: World, lines: readonly Line<Row>[], bound: Bound): readonly Item<Row>[] {
  if (world.settings.clauseFive === 'both_distinct') splitGrants(lines, bound);
  strikeRepeats(lines);
  applyCaps(lines, world.file.priorDeterminations ?? [], world.file.year);
  return acrossClauses(itemsOf(lines, [...world.agencies.keys()], supportClauses), world);
}

/** Whether a missing fact may move this item. */
const isOpen = ({ lines }: Item<Row>): boolean => lines.some((line) => isOpenLine(line) || openCount(line.row, line.clause.key));

const isOpenLine = (line: Line<Row>): boolean =>
  isUnknownObstacle(line.obstacle) || isUnknownObstacle(obstacleElsewhere(line, yearCode) ?? 0);

const openCount = (row: Row, key: string): boolean =>
  (row.pool !== undefined && row.pool.low !== row.pool.high) ||
  (key.startsWith('9.5') && row.world.settings.abnormalEffect === 'deduct' && (row.findings ?? []).some(hasGap));

const hasGap = ({ status, malicious, patents }: NonNullable<Row['findings']>[number]): boolean =>
  [status, malicious, patents].some((value) => value === null || value === undefined);

/** Where all ways of reading the open facts agree the item is decided, else it stays open and names what is missing. */
function merge(low: readonly Item<Row>[], others: readonly (readonly Item<Row>[])[] | null): readonly DecidedItem[] {
  return low.map((item, i) => {
    if (others?.every((other) => isSameVerdict(item, other[i] as Item<Row>))) return { item, missing: [] };
    const missing = missingOf(item);
    const named = missing.length > 0 ? missing : low.filter(({ agency }) => agency === item.agency).flatMap(missingOf);
    const all = named.length > 0 ? named : low.flatMap(missingOf);
    return {
      item: { ...item, code: 'UNKNOWN', eligible: null, ceiling: 0, uncapped: 0, isDisplaced: false, isHeld: false },
      missing: [...new Set(all)].sort(),
    };
  });
}

const isSameVerdict = (a: Item<Row>, b: Item<Row>): boolean =>
  a.eligible === b.eligible && a.ceiling === b.ceiling && (a.eligible === true || a.code === b.code);

const missingOf = ({ lines }: Item<Row>): readonly string[] =>
  lines.flatMap((line) => {
    const { clause, row, obstacle } = line;
    if (obstacle >= 0 && !isOpenLine(line)) return [];
    return [...missingFields(clause.conditions, row), ...(row.pool?.missing ?? [])];
  });
