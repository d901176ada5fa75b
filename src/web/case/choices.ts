import type { Language } from '#core/kernel/words.ts';
import type { ActionView } from '#contract/cases.ts';
import type { Choices } from '../ui/schema/form-context.tsx';
import { fieldsOf, titleAt } from '../ui/schema/schema.ts';
import { type ProcessInfo, schemaOf } from './process-info.ts';

const memo = new WeakMap<object, Readonly<Record<string, Choices>>>();

/** Requests name a field of the form: people choose it by its title, not by its path. */
export function choicesFor(info: ProcessInfo, action: ActionView, language: Language): Readonly<Record<string, Choices>> {
  const asksForFields = schemaOf(action.input).properties?.requests !== undefined;
  if (!asksForFields || !info.form) return none;
  const known = memo.get(action);
  if (known) return known;
  const form = schemaOf(info.form);
  const options = fieldsOf(form).flatMap(([section, schema]) =>
    fieldsOf(schema).map(([name]) => ({ value: `${section}.${name}`, label: titleAt(form, `${section}.${name}`, language) })),
  );
  const made = { 'requests.path': { options } };
  memo.set(action, made);
  return made;
}

const none = {};
