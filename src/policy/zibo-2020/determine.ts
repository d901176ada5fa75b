import { missingFields } from '#core/policy/condition.ts';
import type { Item } from '#core/policy/items.ts';
import { type ResolvedSettings, resolveSettings, type SettingRuling } from '#core/policy/settings.ts';
import { unlevelledTwins, withLevels } from './09.3-honours.ts';
import type { CaseFile } from './case-file.ts';
import { evaluate, isOpenLine, openNames, type Reading } from './evaluate.ts';
import type { Row } from './rows.ts';
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
  const low = evaluate(world, new Set());
  const open = openNames(low);
  const items = open.length > 0 ? merge(low, otherReadings(world, open, make)) : low.map((item) => ({ item, missing: [] }));
  return { world, settings, items };
}

/** The readings in force for a file: the plan's defaults, the centre's rulings, the file's own overrides. */
export function readingsFor(file: CaseFile, rulings: Rulings = {}): SupportSettings {
  const own = Object.entries(file.overrides ?? {}).filter(([, value]) => value !== undefined);
  const replaced = own.map(([key, value]) => [key, { value, status: 'replaced' }] as const);
  return resolveSettings(supportSettings, { ...rulings, ...Object.fromEntries(replaced) });
}

/** More open lines than this are not read in every combination, but all, each alone, and all but each. */
const mostOpenLines = 5;

/** All other ways to read the open facts than wholly against the claimant; null where there are too many. */
function otherReadings(
  world: World,
  open: readonly string[],
  make: (facts: CaseFile['facts']) => World,
): readonly (readonly Item<Row>[])[] | null {
  const twins = unlevelledTwins(world.file.facts);
  if (twins === null) return null;
  const worlds = [world, ...(twins.length === 0 ? [] : withLevels(world.file.facts, twins).map((facts) => make([...facts])))];
  return worlds.flatMap((one) => readingsOf(open).map((reading) => evaluate(one, reading)));
}

function readingsOf(open: readonly string[]): readonly Reading[] {
  if (open.length > mostOpenLines) {
    const none: Reading = new Set();
    return [
      none,
      new Set(open),
      ...open.map((name) => new Set([name])),
      ...open.map((name) => new Set(open.filter((one) => one !== name))),
    ];
  }
  return open.reduce<readonly Reading[]>((sets, name) => [...sets, ...sets.map((set) => new Set([...set, name]))], [new Set()]);
}

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
