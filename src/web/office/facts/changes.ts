import { fieldsOf, kindOf, type Schema, type Tree } from '../../ui/schema/schema.ts';

export type Change = { readonly name: string; readonly field: Schema; readonly before: unknown; readonly after: unknown };

/** Left open is left open, however it is written. */
const plain = (value: unknown): string => {
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty ? '' : JSON.stringify(value);
};

/** Whether all that happens is that documents are handed in: such a correction explains itself. */
export const isHandingIn = (changes: readonly Change[]): boolean =>
  changes.length > 0 && changes.every(({ name, field, before }) => kindOf(name, field) === 'attachment' && plain(before) === '');

/** What differs between two versions of a fact, in the order of its form. */
export const changesBetween = (schema: Schema, before: Tree, after: Tree): readonly Change[] =>
  fieldsOf(schema)
    .filter(([name]) => plain(before[name]) !== plain(after[name]))
    .map(([name, field]) => ({ name, field, before: before[name], after: after[name] }));
