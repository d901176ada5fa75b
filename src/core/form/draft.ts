import { z } from 'zod';
import { perObject } from '#core/kernel/per-object.ts';

/** A form while it is written, section by section: any field may be missing or not yet right. */
export type DraftForm = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** One field saved: its path is `section.field`; null empties it. */
export const FieldChange = z.object({
  path: z.string().regex(/^[a-z]\w*\.[a-z]\w*$/i, '字段名不对'),
  value: z.json(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** What is saved while a form is written. */
export const Changes = z.object({ changes: z.array(FieldChange).min(1).max(60) });

/** Whether the form has such a field. */
export function hasField(form: z.ZodObject, path: string): boolean {
  const [name = '', key = ''] = path.split('.');
  const section = Object.hasOwn(form.shape, name) ? (form.shape[name] as z.ZodObject) : undefined;
  return section !== undefined && Object.hasOwn(section.shape, key);
}

/** The draft with the changes written in; the old draft stays as it was. */
export function withChanges(draft: DraftForm, changes: readonly FieldChange[]): DraftForm {
  const next: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(draft).map(([name, fields]) => [name, { ...fields }]),
  );
  for (const { path, value } of changes) {
    const [name = '', key = ''] = path.split('.');
    const fields = (next[name] ??= {});
    if (value === null) delete fields[key];
    else fields[key] = value;
  }
  return next;
}

type FieldFault = { readonly path: string; readonly says: string };

/** A draft is asked about by many guards in one request: each form looks at it once. */
const lookAt = perObject((form: z.ZodObject) =>
  perObject((draft: DraftForm): readonly FieldFault[] => {
    const parsed = form.safeParse(Object.fromEntries(Object.keys(form.shape).map((name) => [name, draft[name] ?? {}])));
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), says: message }));
  }),
);

/** What is still missing or wrong in a draft, by field; empty when it can be filed. */
export const faultsOf = (form: z.ZodObject, draft: DraftForm): readonly FieldFault[] => lookAt(form)(draft);
