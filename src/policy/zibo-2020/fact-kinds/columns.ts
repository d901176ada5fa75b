import { z } from 'zod';
import type { Words } from '#core/kernel/words.ts';
import { readDay } from '../grant-list.ts';
import type { FactKind } from './fact-kind.ts';

/** One column of an uploadable table: a field of the form that fits in a cell. */
export type Column = {
  readonly field: string;
  /** What stands in the head row: the field's name on the form. */
  readonly title: string;
  readonly isRequired: boolean;
  /** The form's value of a cell that is not empty; undefined if the cell can not mean any. */
  readonly read: (cell: string) => unknown;
  /** A kept value, written plainly, in the words of the form. */
  readonly show: (value: string) => string;
  /** What the cell should look like, for the sentence that refuses it. */
  readonly expects: string;
};

type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly widget?: string;
  readonly enum?: readonly string[];
  readonly labels?: Readonly<Record<string, Words>>;
  readonly anyOf?: readonly Schema[];
};

/** Writes `type: [x, null]` in the longer spelling that every other nullable field has, wherever it stands. */
function inOneSpelling(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneSpelling);
  if (typeof value !== 'object' || value === null) return value;
  const { type, ...rest } = value as Readonly<Record<string, unknown>>;
  const kept = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, inOneSpelling(inner)]));
  if (Array.isArray(type)) return { ...kept, anyOf: type.map((one: unknown) => ({ type: one })) };
  return type === undefined ? kept : { type: inOneSpelling(type), ...kept };
}

/** The JSON Schema of a kind's form, as screens and tables read it. */
export const formSchemaOf = (kind: FactKind): Readonly<Record<string, unknown>> =>
  inOneSpelling(z.toJSONSchema(kind.form, { io: 'input', unrepresentable: 'any' })) as Readonly<Record<string, unknown>>;

const yes = new Set(['是', '有', 'Y', 'YES', 'TRUE', '1', '√']);
const no = new Set(['否', '无', 'N', 'NO', 'FALSE', '0', '×']);

const plain = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '').toUpperCase();

function readTruth(cell: string): boolean | undefined {
  const said = plain(cell);
  return yes.has(said) ? true : no.has(said) ? false : undefined;
}

function readNumber(cell: string): number | undefined {
  const digits = plain(cell)
    .replace(/[,，]/g, '')
    .replace(/(元|件)$/, '');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(digits) ? Number(digits) : undefined;
}

function choiceReader({ labels = {} }: Schema): (cell: string) => unknown {
  const names = Object.entries(labels).flatMap(([value, words]) => [
    [plain(words.zh), value] as const,
    [plain(words.zh.replace(/（.*）$/, '')), value] as const,
    [plain(value), value] as const,
  ]);
  const known = new Map(names);
  return (cell) => known.get(plain(cell));
}

const same = (value: string): string => value;

/** How a cell of a field is read, or undefined where the field does not fit in a cell. */
function readerOf(schema: Schema): Pick<Column, 'read' | 'expects' | 'show'> | undefined {
  const { type, format, widget, labels } = schema;
  if (widget === 'attachment' || type === 'array' || type === 'object') return undefined;
  if (labels) {
    const expects = Object.values(labels).map(({ zh }) => zh);
    return { read: choiceReader(schema), show: (value) => labels[value]?.zh ?? value, expects: expects.join('、') };
  }
  if (type === 'boolean') return { read: readTruth, show: same, expects: '是或否' };
  if (type === 'integer' || type === 'number') return { read: readNumber, show: same, expects: '数字' };
  if (format === 'date') return { read: (cell) => readDay(cell) ?? undefined, show: same, expects: '存在的日期，如 2021-04-06' };
  return { read: (cell) => cell.trim(), show: same, expects: '文字' };
}

/** A nullable field with what its inner part says. */
const withoutNull = (schema: Schema): Schema => ({ ...schema.anyOf?.find(({ type }) => type !== 'null'), ...schema });

const made = new Map<FactKind, readonly Column[]>();

/** The columns of a kind's table, in the order of its form. */
export function columnsOf(kind: FactKind): readonly Column[] {
  const known = made.get(kind);
  if (known) return known;
  const { properties, required = [] } = formSchemaOf(kind) as {
    readonly properties: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
  };
  const columns = Object.entries(properties).flatMap(([field, schema]): Column[] => {
    const reader = readerOf(withoutNull(schema));
    return reader ? [{ field, title: schema.title ?? field, isRequired: required.includes(field), ...reader }] : [];
  });
  made.set(kind, columns);
  return columns;
}
