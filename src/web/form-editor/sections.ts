import type { Language } from '#core/kernel/words.ts';
import { fieldsOf, type Schema, titleOf, valueAt } from '../ui/schema/schema.ts';
import type { Form } from './draft.ts';
import type { FormKind, Part } from './form-kind.ts';
import { tablesOf } from './tables.ts';

export type Fault = { readonly path: string; readonly says: string };
export type FieldRequest = { readonly path: string; readonly says: string };

/** How far a part of the form is. */
export type PartState = Part & {
  /** Places still missing or wrong. */
  readonly left: number;
  /** Fields the county asked for. */
  readonly asked: number;
};

const fieldOf = (path: string) => path.split('.').slice(0, 2).join('.');

const isFilled = (value: unknown) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Whether anything was written into the section of a form. */
export const isBegun = (form: Form, section: string): boolean => Object.values(form[section] ?? {}).some(isFilled);

/** A section of the form as an entry of the task list. */
export const sectionPart = (form: Form, name: string, schema: Schema, title: string): Part => ({
  name,
  title,
  schema,
  holds: (path) => path === name || path.startsWith(`${name}.`),
  isBegun: isBegun(form, name),
  tables: tablesOf(name, schema),
});

/** One entry for each section of the form, in its order. */
const sectionParts = (schema: Schema, form: Form, language: Language): readonly Part[] =>
  fieldsOf(schema).map(([name, section]) => sectionPart(form, name, section, titleOf(name, section, language)));

type About = { readonly faults: readonly Fault[]; readonly requests: readonly FieldRequest[] };

/** The entries of the task list with what is left in each. */
export function partsOf(kind: FormKind, at: { readonly schema: Schema; readonly form: Form; readonly language: Language }, about: About) {
  const parts = (kind.partsOf ?? sectionParts)(at.schema, at.form, at.language);
  return parts.map((part): PartState => ({
    ...part,
    left: new Set(about.faults.filter(({ path }) => part.holds(path)).map(({ path }) => path)).size,
    asked: about.requests.filter(({ path }) => part.holds(path)).length,
  }));
}

/** Faults to show beside the fields: all of them once the user has checked, else only where something was written. */
export function visibleErrors(
  faults: readonly Fault[],
  form: Form,
  told: { readonly isChecked: boolean; readonly unsaved: readonly string[] },
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { path, says } of faults) {
    const isStale = told.unsaved.includes(fieldOf(path));
    if (!isStale && (told.isChecked || isFilled(valueAt(form, path.split('.'))))) errors[path] ??= says;
  }
  return errors;
}

/** Requests by field, for the pins above the fields. */
export function pinsOf(requests: readonly FieldRequest[]): Readonly<Record<string, readonly string[]>> {
  const pins: Record<string, string[]> = {};
  for (const { path, says } of requests) (pins[path] ??= []).push(says);
  return pins;
}
