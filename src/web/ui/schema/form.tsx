import { type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { Notice } from '../notice.tsx';
import { useLanguage, useSay } from '../language.tsx';
import { ClauseMark } from '../badge.tsx';
import { uiWords } from '../words.ts';
import { SchemaFields } from './field.tsx';
import { type Choices, FormProvider, type FormSetting } from './form-context.tsx';
import { type Schema, titleAt, type Tree, valueAt, withValue } from './schema.ts';

/** One thing that is wrong, as the API says it. */
export type Fault = { readonly says: string; readonly clause?: string; readonly field?: string | undefined };

type Props = {
  readonly schema: Schema;
  readonly value: Tree;
  /** The whole value with the change in it, and the dotted path of the field that changed. */
  readonly onChange: (next: Tree, path: string) => void;
  /** A field was left: a good moment to save. */
  readonly onLeave?: (path: string) => void;
  readonly faults?: readonly Fault[];
  readonly choices?: Readonly<Record<string, Choices>>;
  readonly pins?: Readonly<Record<string, readonly string[]>>;
  /** What the page says under a field, by its path without row numbers. */
  readonly notes?: Readonly<Record<string, ReactNode>>;
  readonly isEditable?: (path: string) => boolean;
};

const nothing = {} as const;
const always = () => true;

/** The first fault of each field. A fault of a whole row stands at the row's list. */
export function errorsByField(faults: readonly Fault[]): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { field, says } of faults) if (field) errors[field] ??= says;
  return errors;
}

/** Brings a field into view and focuses its control. */
export function focusField(within: ParentNode | null, path: string): void {
  const place =
    within?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`) ??
    within?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path.split('.').slice(0, -1).join('.'))}"]`);
  place?.closest('details')?.setAttribute('open', '');
  place?.scrollIntoView({ block: 'center' });
  (place?.querySelector<HTMLElement>('input:not([tabindex="-1"]),button,select,textarea') ?? place)?.focus({ preventScroll: true });
}

/** What is wrong, with the way to each field. */
export function FaultList({
  schema,
  faults,
  onGo,
}: {
  readonly schema: Schema;
  readonly faults: readonly Fault[];
  readonly onGo: (path: string) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Notice tone="bad">
      <p className="font-semibold">{say(uiWords.faults(faults.length))}</p>
      <ul className="mt-1 grid gap-1">
        {faults.map(({ says, clause, field }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list never changes in place
          <li key={index}>
            {field ? (
              <button type="button" className="link min-h-6 text-left" onClick={() => onGo(field)}>
                {titleAt(schema, field, language)}
              </button>
            ) : null}
            {field ? '：' : ''}
            {says} {clause && !field && <ClauseMark clause={clause} />}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** A form made from a JSON Schema of the API. It checks nothing itself: the server's words appear beside the fields. */
export function SchemaForm({
  schema,
  value,
  onChange,
  onLeave,
  faults = [],
  choices = nothing,
  pins = nothing,
  notes = nothing,
  isEditable = always,
}: Props) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  }, [value]);
  const setting = useMemo<FormSetting>(
    () => ({
      id,
      choices,
      pins,
      notes,
      isEditable,
      errors: errorsByField(faults),
      leave: (path) => onLeave?.(path),
      set: (path, next) => {
        const parts = path.split('.');
        if (valueAt(latest.current, parts) === next) return;
        latest.current = withValue(latest.current, parts, next) as Tree;
        onChange(latest.current, path);
      },
    }),
    [id, choices, pins, notes, isEditable, faults, onLeave, onChange],
  );
  useEffect(() => {
    if (faults.length > 0) place.current?.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' });
  }, [faults]);
  return (
    <FormProvider value={setting}>
      <div ref={place} className="grid gap-6">
        {faults.length > 0 && <FaultList schema={schema} faults={faults} onGo={(path) => focusField(place.current, path)} />}
        <SchemaFields path="" schema={schema} value={value} />
      </div>
    </FormProvider>
  );
}
