import { missingFields } from '#core/policy/condition.ts';
import type { Item } from '#core/policy/items.ts';
import { type ResolvedSettings, resolveSettings, type SettingRuling } from '#core/policy/settings.ts';
import { pairOfFive } from './09.6-once-a-year.ts';
import type { CaseFile } from './case-file.ts';
import { evaluate, isOpenLine, openNames, type Reading } from './evaluate.ts';
import { openFindingFields } from './findings.ts';
import { linkedTo } from './links.ts';
import { filledIn } from './open-values.ts';
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
  const items = openNames(low).length > 0 ? merge(low, otherReadings(file, make)) : low.map((item) => ({ item, missing: [] }));
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

/** All ways to read the open facts; null where there are too many. */
function otherReadings(file: CaseFile, make: (facts: CaseFile['facts']) => World): readonly (readonly Item<Row>[])[] | null {
  const filled = filledIn(file.facts);
  if (filled === null) return null;
  return filled.flatMap((facts) => {
    const world = make([...facts]);
    const low = evaluate(world, new Set());
    return [low, ...readingsOf(openNames(low)).map((reading) => evaluate(world, reading))];
  });
}

/** Ways to read open lines that are left, other than all against the claimant. */
function readingsOf(open: readonly string[]): readonly Reading[] {
  const but = (name: string): Reading => new Set(open.filter((one) => one !== name));
  if (open.length > mostOpenLines) return [new Set(open), ...open.map((name) => new Set([name])), ...open.map(but)];
  return open.reduce<readonly Reading[]>((sets, name) => [...sets, ...sets.map((set) => new Set([...set, name]))], [new Set()]).slice(1);
}

/** Where all ways of reading the open facts agree the item is decided, else it stays open and names what is missing. */
function merge(low: readonly Item<Row>[], others: readonly (readonly Item<Row>[])[] | null): readonly DecidedItem[] {
  return low.map((item, i) => {
    if (others?.every((other) => isSameVerdict(item, other[i] as Item<Row>))) return { item, missing: [] };
    const steps = [linkedTo(item, low), low.filter(({ agency }) => agency === item.agency), low];
    const missing = steps.map((items) => items.flatMap(missingOf)).find((names) => names.length > 0) ?? [];
    return {
      item: { ...item, code: 'UNKNOWN', eligible: null, ceiling: 0, uncapped: 0, isDisplaced: false, isHeld: false },
      missing: [...new Set(missing)].sort(),
    };
  });
}

/** The same sum, or a refusal either way; whichever condition refuses. */
const isSameVerdict = (a: Item<Row>, b: Item<Row>): boolean =>
  a.eligible === b.eligible && a.ceiling === b.ceiling && a.isDisplaced === b.isDisplaced;

const missingOf = ({ clause: { key, conditions }, lines }: Item<Row>): readonly string[] =>
  lines.flatMap((line) => {
    const { row, obstacle } = line;
    if (obstacle >= 0 && !isOpenLine(line)) return [];
    const gravity = row.world.settings[key === pairOfFive[0] ? 'abnormalTier' : 'abnormalCampaign'];
    return [...missingFields(conditions, row), ...(row.pool?.missing ?? []), ...openFindingFields(row, gravity)];
  });
