import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { Language } from '#core/kernel/words.ts';
import type { Schema } from '../../ui/schema/schema.ts';
import { words } from './words.ts';

/** One question of the register with the reading in effect. */
export type Reading = AnswerOf<NamedEndpoints['listReadings']>[number];

/** How the register can be narrowed; the empty one shows everything. */
export const filters = ['', 'first', 'default_unconfirmed', 'confirmed', 'replaced', 'pending'] as const;
export type Filter = (typeof filters)[number];

/** Reads a filter out of an address. */
export const filterOf = (text: string | null): Filter => filters.find((filter) => filter === text) ?? '';

/** Whether a reading belongs under a filter; `pending` holds the keys with a drafted ruling. */
export function isShown(reading: Pick<Reading, 'status' | 'isUrgent' | 'key'>, filter: Filter, pending: ReadonlySet<string>): boolean {
  if (filter === '') return true;
  if (filter === 'first') return reading.isUrgent;
  return filter === 'pending' ? pending.has(reading.key) : reading.status === filter;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A value as people read it: the label of its option, or the value itself; lists item by item. */
export function valueText(value: unknown, options: Reading['options']): string {
  const own = options.find((option) => same(option.value, value))?.label;
  if (own !== undefined) return own;
  if (Array.isArray(value)) return value.map((one) => options.find((option) => same(option.value, [one]))?.label ?? String(one)).join('、');
  return String(value);
}

/** Whether several options may be chosen together: then each option stands for a list of one. */
const isSeveral = ({ options }: Reading) => options.some(({ value }) => Array.isArray(value));

const keyOfOption = (value: unknown) => String(Array.isArray(value) ? value[0] : value);

/** The field in which a reading of this question is entered: options, a day, a whole number, or a list of numbers. */
function valueSchema(reading: Reading, language: Language): Schema {
  const shared = { title: words.value.zh, titleEn: words.value.en };
  const values = reading.options.map(({ value }) => keyOfOption(value));
  const labels = Object.fromEntries(reading.options.map(({ value, label }) => [keyOfOption(value), { zh: label, en: label }]));
  if (isSeveral(reading)) return { ...shared, type: 'array', items: { enum: values, labels } };
  if (values.length > 0) return { ...shared, enum: values, labels };
  if (Array.isArray(reading.default)) return { ...shared, type: 'string', minLength: 1, help: words.listHelp };
  if (typeof reading.default === 'number') return { ...shared, type: 'integer' };
  return { ...shared, type: 'string', format: 'date', titleEn: language === 'en' ? words.value.en : words.value.zh };
}

/** The form of a ruling on one question: the process's own input with the value fitted to the question and its key fixed. */
export function rulingSchema(input: Schema, reading: Reading, language: Language): Schema {
  const { key: _key, ...rest } = input.properties ?? {};
  return {
    ...input,
    properties: { ...rest, value: valueSchema(reading, language) },
    required: (input.required ?? []).filter((name) => name !== 'key'),
  };
}

/** The value in effect as the form starts with it. */
export const startValue = ({ value, options }: Reading): unknown =>
  Array.isArray(value) && options.length === 0 ? value.map(String).join('，') : value;
