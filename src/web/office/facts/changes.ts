import { fieldsOf, type Schema, type Tree } from '../../ui/schema/schema.ts';

export type Change = { readonly name: string; readonly field: Schema; readonly before: unknown; readonly after: unknown };

/** Left open is left open, however it is written. */
const plain = (value: unknown): string => {
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty ? '' : JSON.stringify(value);
};

/** What differs between two versions of a fact, in the order of its form. */
export const changesBetween = (schema: Schema, before: Tree, after: Tree): readonly Change[] =>
  fieldsOf(schema)
    .filter(([name]) => plain(before[name]) !== plain(after[name]))
    .map(([name, field]) => ({ name, field, before: before[name], after: after[name] }));
