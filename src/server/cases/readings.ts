import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import { canonicalJson, fingerprint } from '#core/policy/canonical.ts';
import { type ResolvedSettings, resolveSettings, type Setting, type SettingRuling } from '#core/policy/settings.ts';
import { zibo2020 } from '#policy/zibo-2020/index.ts';
import { zibo2020Settings } from '#policy/zibo-2020/settings.ts';
import { supportSettings } from '#policy/zibo-2020/settings-support.ts';
import type { Tx } from '#server/db/transaction.ts';
import { readingsOn } from '#server/stores/readings.ts';

/** The centre's decided readings by key, with their standing (第十六条). */
export type Rulings = Readonly<Record<string, SettingRuling>>;

const isDefault = (key: string, value: unknown) =>
  canonicalJson(value) === canonicalJson((zibo2020Settings as Readonly<Record<string, { readonly default: unknown }>>)[key]?.default);

/** Rulings in effect on a day, as far as they were decided by `known`: a ruling that says what the default says confirms it, another replaces it. */
export async function rulingsOn(tx: Tx, day: BusinessDate, known: Instant | null = null): Promise<Rulings> {
  const rows = (await readingsOn(tx, zibo2020.id, day, known)).filter(({ key }) => Object.hasOwn(zibo2020Settings, key));
  return Object.fromEntries(
    rows.map(({ key, value, source }) => [key, { value, status: isDefault(key, value) ? 'confirmed' : 'replaced', document: source }]),
  );
}

let resolved: { readonly of: string; readonly settings: ResolvedSettings<typeof zibo2020Settings> } | undefined;

/** Every reading of the plan under these rulings. The last set is kept: rulings change a few times a year, cases are read all day. */
export function settingsUnder(rulings: Rulings): ResolvedSettings<typeof zibo2020Settings> {
  const of = JSON.stringify(rulings);
  if (resolved?.of !== of) resolved = { of, settings: resolveSettings(zibo2020Settings, rulings) };
  return resolved.settings;
}

/** Every reading of the plan in effect on a day. */
export const settingsOn = async (tx: Tx, day: BusinessDate) => settingsUnder(await rulingsOn(tx, day));

/** Only the readings that decide amounts; the others steer procedures. */
export const supportRulings = (rulings: Rulings): Rulings =>
  Object.fromEntries(Object.entries(rulings).filter(([key]) => Object.hasOwn(supportSettings, key)));

/** Short name of a set of rulings: equal names, equal readings. */
export const versionOf = (rulings: Rulings): string => fingerprint(canonicalJson(rulings));

/** A moment of knowledge: what was known then, decided as of that day. */
export type Knowing = { readonly now: Instant; readonly today: BusinessDate };

/** The plan's id as runs and readings keep it. */
export const planId = zibo2020.id;

/** Every open question of the plan with the reading in effect, for the register that everybody may read. */
export const listReadings = (rulings: Rulings) =>
  Object.entries(zibo2020Settings as Readonly<Record<string, Setting<unknown>>>).map(([key, setting]) => ({
    id: setting.id,
    key,
    clause: setting.clause,
    title: setting.title,
    question: setting.question,
    reasoning: setting.reasoning,
    default: setting.default,
    value: rulings[key] ? rulings[key].value : setting.default,
    options: setting.options.map(({ value, label }) => ({ value, label })),
    status: rulings[key]?.status ?? setting.status,
    document: rulings[key]?.document ?? null,
    isUrgent: setting.isUrgent,
  }));
