import type { Language, Words } from '#core/kernel/words.ts';
import { settledMoney } from '../money.ts';

/** JSON Schema as the API sends it, with the hints of a field (`src/core/form/fields.ts`). */
export type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly titleEn?: string;
  readonly help?: Words;
  readonly clause?: string;
  readonly widget?: string;
  readonly unit?: Words;
  readonly labels?: Readonly<Record<string, Words>>;
  readonly accepts?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
};

export type Tree = Readonly<Record<string, unknown>>;

export type Kind =
  | 'section'
  | 'rows'
  | 'kinds'
  | 'lines'
  | 'attachment'
  | 'choice'
  | 'yes-no'
  | 'agree'
  | 'date'
  | 'whole'
  | 'money'
  | 'number'
  | 'paragraph'
  | 'line';

/** Days come from the API as plain strings, so their names tell them apart until the schema says `format: date`. */
const namesDay = /^(?:date|day|from|to)$|[a-z](?:Date|Day|On|From|To)$/;

const isPlainText = ({ minLength, maxLength, pattern, widget }: Schema) =>
  minLength === undefined && maxLength === undefined && pattern === undefined && widget === undefined;

function kindOfText(name: string, schema: Schema): Kind {
  if (schema.widget === 'attachment') return 'attachment';
  if (schema.widget === 'paragraph') return 'paragraph';
  return schema.format === 'date' || (namesDay.test(name) && isPlainText(schema)) ? 'date' : 'line';
}

function kindOfList({ items = {} }: Schema): Kind {
  if (items.properties) return 'rows';
  return items.enum ? 'kinds' : 'lines';
}

const kindsByType: Readonly<Record<string, Kind>> = { object: 'section', boolean: 'yes-no', integer: 'whole', number: 'number' };

/** How a field is entered and shown. */
export function kindOf(name: string, schema: Schema): Kind {
  if (schema.const === true) return 'agree';
  if (schema.enum) return 'choice';
  if (schema.widget === 'money') return 'money';
  if (schema.type === 'array') return kindOfList(schema);
  return kindsByType[schema.type ?? ''] ?? kindOfText(name, schema);
}

/** The part of a nullable schema that is not null, with the hints of the whole. */
export function withoutNull(schema: Schema): Schema {
  const inner = schema.anyOf?.find(({ type }) => type !== 'null');
  return inner ? { ...inner, ...schema } : schema;
}

/** The fields of a section in their order. */
export const fieldsOf = (schema: Schema): readonly (readonly [string, Schema])[] =>
  Object.entries(schema.properties ?? {}).map(([name, field]) => [name, withoutNull(field)]);

/** The schema of a record without some of its fields. */
export const without = (schema: Schema, ...names: readonly string[]): Schema => ({
  ...schema,
  properties: Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name))),
});

/** What a field is called; its name in the data when nobody named it. */
export const titleOf = (name: string, schema: Schema, language: Language): string =>
  (language === 'en' ? schema.titleEn : undefined) ?? schema.title ?? name;

/** What a value of an enumeration is called. */
export const labelOf = (schema: Schema, value: unknown, language: Language): string =>
  schema.labels?.[String(value)]?.[language] ?? String(value);

/** Whether a whole number is a year: its bounds say so, and years are not grouped by thousands. */
export const isYear = ({ minimum = 0, maximum = Infinity }: Schema): boolean => minimum >= 1900 && maximum <= 2200;

/** Whether the amount is money in whole yuan. */
export const isYuan = (name: string, { unit }: Schema): boolean => /(?:^y|Y)uan$/.test(name) || unit?.zh === '元';

/** The value a field starts with: empty text for text that may be empty, nothing where a choice must be made. */
export function blankOf(schema: Schema): unknown {
  const inner = withoutNull(schema);
  if (inner.type === 'object') return Object.fromEntries(fieldsOf(inner).map(([name, field]) => [name, blankOf(field)]));
  if (inner.type === 'array') return [];
  return inner.type === 'string' && !inner.enum ? '' : undefined;
}

function sendableRecord(schema: Schema, value: Tree): Tree {
  const pairs = Object.entries(value).map(([name, inner]) => {
    const field = schema.properties?.[name] ?? {};
    const isDroppable = inner === '' && (!schema.required?.includes(name) || kindOf(name, withoutNull(field)) === 'date');
    return [name, isDroppable ? undefined : sendable(field, inner)] as const;
  });
  return Object.fromEntries(pairs.filter(([, inner]) => inner !== undefined));
}

/** The value as the API wants it: optional fields and days left empty are left out. */
export function sendable(schema: Schema, value: unknown): unknown {
  const inner = withoutNull(schema);
  if (Array.isArray(value)) {
    const items = value.map((one: unknown) => sendable(inner.items ?? {}, one));
    return inner.items?.properties ? items : items.filter((one) => one !== '');
  }
  if (typeof value === 'object' && value !== null) return sendableRecord(inner, value as Tree);
  return inner.widget === 'money' ? settledMoney(value) : value;
}

/** A copy of the tree with one value written in; lists and records on the way are copied too. */
export function withValue(tree: unknown, path: readonly string[], value: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(tree)) return tree.map((one: unknown, index) => (String(index) === head ? withValue(one, rest, value) : one));
  const record = (typeof tree === 'object' && tree !== null ? tree : {}) as Tree;
  return { ...record, [head]: withValue(record[head], rest, value) };
}

/** The value at a path, or undefined. */
export function valueAt(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Tree)[key] : undefined), tree);
}

/** The path without the numbers of rows: `requests.0.path` is `requests.path`. */
export const patternOf = (path: string): string =>
  path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .join('.');

/** Names the field at a dotted path the way people read it: section and field. */
export function titleAt(schema: Schema, path: string, language: Language): string {
  const titles: string[] = [];
  let at = schema;
  for (const name of patternOf(path).split('.')) {
    const next = at.properties?.[name] ?? at.items?.properties?.[name];
    if (!next) break;
    const title = titleOf(name, next, language);
    if (titles.at(-1) !== title) titles.push(title); // a section and its one table may have one name
    at = withoutNull(next);
  }
  return titles.join(' / ') || path;
}
