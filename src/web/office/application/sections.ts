import { fieldsOf, type Schema } from '../../ui/schema/schema.ts';
import type { Form } from './draft.ts';

export type Fault = { readonly path: string; readonly says: string };
export type FieldRequest = { readonly path: string; readonly says: string };

/** How far a section of the form is. */
export type SectionState = {
  readonly name: string;
  readonly schema: Schema;
  readonly filled: number;
  /** Fields still missing or wrong. */
  readonly left: number;
  /** Fields the county asked for. */
  readonly asked: number;
};

const fieldOf = (path: string) => path.split('.').slice(0, 2).join('.');

const isFilled = (value: unknown) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The sections in the form's order with what is left in each. */
export function sectionsOf(
  schema: Schema,
  form: Form,
  about: { readonly faults: readonly Fault[]; readonly requests: readonly FieldRequest[] },
): readonly SectionState[] {
  return fieldsOf(schema).map(([name, section]) => {
    const inside = (path: string) => path === name || path.startsWith(`${name}.`);
    return {
      name,
      schema: section,
      filled: Object.values(form[name] ?? {}).filter(isFilled).length,
      left: new Set(about.faults.filter(({ path }) => inside(path)).map(({ path }) => fieldOf(path))).size,
      asked: about.requests.filter(({ path }) => inside(path)).length,
    };
  });
}

/** The value at a dotted path, rows included. */
const valueAt = (form: Form, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined),
      form,
    );

/** Faults to show beside the fields: all of them once the user has checked, else only where something was written. */
export function visibleErrors(
  faults: readonly Fault[],
  form: Form,
  told: { readonly isChecked: boolean; readonly unsaved: readonly string[] },
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { path, says } of faults) {
    const isStale = told.unsaved.includes(fieldOf(path));
    if (!isStale && (told.isChecked || isFilled(valueAt(form, path)))) errors[path] ??= says;
  }
  return errors;
}

/** Requests by field, for the pins above the fields. */
export function pinsOf(requests: readonly FieldRequest[]): Readonly<Record<string, readonly string[]>> {
  const pins: Record<string, string[]> = {};
  for (const { path, says } of requests) (pins[path] ??= []).push(says);
  return pins;
}
