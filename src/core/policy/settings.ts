import { z } from 'zod';
import { canonicalJson, fingerprint } from './canonical.ts';

/** Where a value stands: shipped and unconfirmed, confirmed by the body that interprets the plan, or replaced by it. */
export type SettingStatus = 'default_unconfirmed' | 'confirmed' | 'replaced';

/** What a value rests on: the plan's words, ordinary practice, or a ruling. */
export type SettingSource = 'text' | 'practice' | 'ruling';

/** One reading that may be chosen, with the label officers see. */
export type SettingOption<Value> = { readonly value: Value; readonly label: string };

/** One open question of the plan, its answer by default and why. The key is the name it has in its register. */
export type Setting<Value> = {
  /** Number of the question in the register of interpretations: I-01 to I-48. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Row of the plan it belongs to, such as 9.4b. */
  readonly clause: string;
  readonly default: Value;
  /** Closed list of readings; empty for numbers, days and lists. */
  readonly options: readonly SettingOption<Value>[];
  readonly reasoning: string;
  readonly status: SettingStatus;
  readonly source: SettingSource;
  /** Among the questions to be put to the interpreting body first. */
  readonly isUrgent: boolean;
  readonly schema: z.ZodType<Value>;
};

/** The answers a register asks for, key by key. */
export type SettingValues<Register> = {
  readonly [Key in keyof Register]: Register[Key] extends Setting<infer Value> ? Value : never;
};

type Words = Pick<Setting<never>, 'id' | 'title' | 'question' | 'clause' | 'reasoning'> & {
  readonly source?: SettingSource;
  readonly isUrgent?: boolean;
};

const shipped = (words: Words) => ({
  ...words,
  status: 'default_unconfirmed' as const,
  source: words.source ?? 'text',
  isUrgent: words.isUrgent ?? false,
});

/** A question with a closed list of readings; the first label is the default. */
export function choice<const Labels extends Readonly<Record<string, string>>>(
  words: Words,
  labels: Labels,
): Setting<Extract<keyof Labels, string>> {
  type Value = Extract<keyof Labels, string>;
  const values = Object.keys(labels) as [Value, ...Value[]];
  return {
    ...shipped(words),
    default: values[0],
    options: values.map((value) => ({ value, label: labels[value] as string })),
    schema: z.enum(values) as unknown as z.ZodType<Value>,
  };
}

/** A question answered by a whole number within bounds. */
export const wholeNumber = (words: Words, value: number, bounds: readonly [number, number]): Setting<number> => ({
  ...shipped(words),
  default: value,
  options: [],
  schema: z.int().min(bounds[0]).max(bounds[1]),
});

/** A question answered by a day, YYYY-MM-DD. */
export const day = (words: Words, value: string): Setting<string> => ({
  ...shipped(words),
  default: value,
  options: [],
  schema: z.iso.date(),
});

/** A question answered by a strictly rising list of whole numbers of fixed length, such as the minimums of a tier table. */
export const risingNumbers = (words: Words, values: readonly number[]): Setting<readonly number[]> => ({
  ...shipped(words),
  default: values,
  options: [],
  schema: z
    .array(z.int().min(1))
    .length(values.length)
    .refine((list) => list.every((n, i) => i === 0 || n > (list[i - 1] as number)), { message: '数值应逐档递增' }),
});

/** Several chosen values out of a closed list. */
export function choices<const Labels extends Readonly<Record<string, string>>>(
  words: Words,
  labels: Labels,
  value: readonly Extract<keyof Labels, string>[],
): Setting<readonly Extract<keyof Labels, string>[]> {
  const values = Object.keys(labels) as [Extract<keyof Labels, string>, ...Extract<keyof Labels, string>[]];
  return {
    ...shipped(words),
    default: value,
    options: values.map((one) => ({ value: [one], label: labels[one] as string })),
    schema: z.array(z.enum(values)).min(1) as unknown as z.ZodType<readonly Extract<keyof Labels, string>[]>,
  };
}

/** A value that takes the place of a default, with its standing. */
export type SettingRuling = { readonly value: unknown; readonly status: SettingStatus; readonly document?: string };

/** All answers in force for one determination, named so that the determination can be repeated. */
export type ResolvedSettings<Register> = {
  readonly values: SettingValues<Register>;
  /** Short name of all values and their standing; equal names mean equal readings. */
  readonly version: string;
  readonly statusOf: { readonly [Key in keyof Register]: SettingStatus };
};

/**
 * Merges rulings into a register's defaults. @throws RangeError if a key is unknown or a value does not fit:
 * callers check input with `settingsSchema` first.
 */
export function resolveSettings<const Register extends object>(
  register: Register,
  rulings: Readonly<Record<string, SettingRuling>> = {},
): ResolvedSettings<Register> {
  const unknownKey = Object.keys(rulings).find((key) => !Object.hasOwn(register, key));
  if (unknownKey !== undefined) throw new RangeError(`no such setting: ${unknownKey}`);
  const values: Record<string, unknown> = {};
  const statusOf: Record<string, SettingStatus> = {};
  for (const [key, setting] of Object.entries(register) as [string, Setting<unknown>][]) {
    const ruling = Object.hasOwn(rulings, key) ? rulings[key] : undefined;
    const checked = setting.schema.safeParse(ruling ? ruling.value : setting.default);
    if (!checked.success) throw new RangeError(`setting ${key} does not fit: ${checked.error.message}`);
    values[key] = checked.data;
    statusOf[key] = ruling?.status ?? setting.status;
  }
  let version: string | undefined; // named only when a determination asks: naming costs more than resolving
  return {
    values,
    statusOf,
    get version() {
      version ??= fingerprint(canonicalJson({ values, statusOf }));
      return version;
    },
  } as unknown as ResolvedSettings<Register>;
}

/** The schema of a partial set of answers: strict, so that a misspelt key is a fault and not a silent default. */
export function settingsSchema<const Register extends object>(register: Register): z.ZodType<Partial<SettingValues<Register>>> {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, setting] of Object.entries(register) as [string, Setting<unknown>][]) {
    shape[key] = setting.schema.optional().describe(`${setting.id} ${setting.title}`);
  }
  return z.strictObject(shape) as unknown as z.ZodType<Partial<SettingValues<Register>>>;
}
