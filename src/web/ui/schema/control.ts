import { describedBy } from '../text-field.tsx';
import { useLanguage } from '../language.tsx';
import { controlId, useForm } from './form-context.tsx';
import { type Schema, titleOf } from './schema.ts';

export type ControlProps = {
  readonly name: string;
  readonly path: string;
  readonly schema: Schema;
  readonly value: unknown;
  /** In a table the label is the column's; the control then carries its own. */
  readonly isBare?: boolean;
};

/** What every native control shares: id, name for screen readers, state, leaving. */
export function useShared({ name, path, schema, isBare }: ControlProps) {
  const form = useForm();
  const language = useLanguage();
  const id = controlId(form.id, path);
  const error = form.errors[path];
  return {
    id,
    'data-path': path,
    'aria-label': isBare ? titleOf(name, schema, language) : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy(id, { help: Boolean(schema.help) && !isBare, error: Boolean(error) }),
    disabled: !form.isEditable(path),
    onBlur: () => form.leave(path),
  } as const;
}

/** Text and numbers as text; anything else as nothing. */
export const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
