/** A form while it is written: section to field to value, as the API keeps it. */
export type Form = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Values by the path `section.field`; null empties a field. */
export type Changes = Readonly<Record<string, unknown>>;

/** One field that two places changed differently. */
export type Conflict = { readonly path: string; readonly mine: unknown; readonly theirs: unknown };

const partsOf = (path: string): readonly [string, string] => {
  const [section = '', field = ''] = path.split('.');
  return [section, field];
};

/** Value of a field; null when it is empty. */
export function fieldValue(form: Form, path: string): unknown {
  const [section, field] = partsOf(path);
  return form[section]?.[field] ?? null;
}

/** The form with the changes written in; the old one stays as it was. */
export function withChanges(form: Form, changes: Changes): Form {
  const next: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(form).map(([section, fields]) => [section, { ...fields }]),
  );
  for (const [path, value] of Object.entries(changes)) {
    const [section, field] = partsOf(path);
    const fields = (next[section] ??= {});
    if (value === null) delete fields[field];
    else fields[field] = value;
  }
  return next;
}

/** Whether two values of a field are the same, key order aside. */
export const isSame = (a: unknown, b: unknown): boolean => stable(a) === stable(b);

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${key}:${stable(inner)}`)
    .join(',')}}`;
}

export type Merge = { readonly keep: Changes; readonly conflicts: readonly Conflict[] };

/**
 * What becomes of my unsaved changes when the server has moved on: what it already has is dropped, what only I changed is
 * kept, what both changed is a conflict. `base` is the form my changes started from.
 */
export function merge(mine: Changes, base: Form, theirs: Form): Merge {
  const keep: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  for (const [path, value] of Object.entries(mine)) {
    const there = fieldValue(theirs, path);
    if (isSame(value, there)) continue;
    if (isSame(there, fieldValue(base, path))) keep[path] = value;
    else conflicts.push({ path, mine: value, theirs: there });
  }
  return { keep, conflicts };
}

/** What JSON can carry: undefined, also inside rows, becomes null or is left out. */
export const sendableValue = (value: unknown): unknown => (value === undefined || value === '' ? null : JSON.parse(JSON.stringify(value)));
