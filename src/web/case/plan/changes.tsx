import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { numberText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { kindOf, labelOf, type Schema, titleOf, type Tree, withoutNull } from '../../ui/schema/schema.ts';
import { SchemaRows, SchemaValue, SchemaView } from '../../ui/schema/view.tsx';
import { type Change, fieldOf, itemOf, type ListName, listNames } from './data.ts';
import { planWords } from './words.ts';

type Props = { readonly schema: Schema; readonly changes: readonly Change[] };
type Group = ListName | 'texts';

const groupOf = (change: Change): Group => (change.kind === 'text' ? 'texts' : change.list);

/** Every change with old and new side by side: indicators first, because years are measured by them. */
export function Changes({ schema, changes }: Props) {
  const say = useSay();
  if (changes.length === 0) return <p className="text-soft">{say(planWords.noChanges)}</p>;
  return (
    <div className="grid gap-7">
      {[...listNames, 'texts' as const].map((group) => {
        const own = changes.filter((change) => groupOf(change) === group);
        if (own.length === 0) return null;
        return (
          <section key={group}>
            <h3 className="mb-2 font-serif font-bold text-teal">
              {say(planWords.groups[group])} <span className="text-sm font-normal text-soft">{say(planWords.countOf(own.length))}</span>
            </h3>
            <ul className="divide-y divide-line rounded-lg border border-line">
              {own.map((change) => (
                <li key={keyOf(change)} className="min-w-0 px-4 py-3.5">
                  <ChangeView change={change} schema={schema} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

const keyOf = (change: Change): string =>
  change.kind === 'text'
    ? `${change.section}.${change.field}`
    : `${change.kind}/${change.key}/${change.kind === 'changed' ? change.field : ''}`;

/** What a row or a field is called. */
function useNames(schema: Schema) {
  const say = useSay();
  const language = useLanguage();
  const rowName = (list: ListName, key: string): string => {
    if (list === 'tasks') return say(planWords.task(key));
    if (list === 'indicators') return say(planWords.indicator(key));
    const [year = '', source = ''] = key.split('/');
    return say(planWords.funds(year, labelOf(itemOf(schema, 'funding').properties?.source ?? {}, source, language)));
  };
  return { rowName, language, say };
}

type RowChange = Extract<Change, { kind: 'added' | 'removed' }>;
type FieldChange = Exclude<Change, RowChange>;

function ChangeView({ change, schema }: { readonly change: Change; readonly schema: Schema }) {
  return change.kind === 'added' || change.kind === 'removed' ? (
    <RowView change={change} schema={schema} />
  ) : (
    <FieldView change={change} schema={schema} />
  );
}

/** A row that came or went, which unfolds. */
function RowView({ change, schema }: { readonly change: RowChange; readonly schema: Schema }) {
  const { rowName, say } = useNames(schema);
  const isNew = change.kind === 'added';
  const row = (isNew ? change.after : change.before) as Tree;
  return (
    <details>
      <summary className="flex min-h-6 flex-wrap items-baseline gap-x-3">
        <Badge tone={isNew ? 'teal' : 'red'}>{say(isNew ? planWords.added : planWords.removed)}</Badge>
        <span className="font-semibold">
          {rowName(change.list, change.key)} {nameIn(row)}
        </span>
      </summary>
      <div className="mt-3">
        <SchemaView schema={itemOf(schema, change.list)} value={row} />
      </div>
    </details>
  );
}

const schemaIn = (schema: Schema, change: FieldChange): Schema =>
  withoutNull(
    change.kind === 'text' ? fieldOf(schema, change.section, change.field) : (itemOf(schema, change.list).properties?.[change.field] ?? {}),
  );

/** A field, old and new side by side. */
function FieldView({ change, schema }: { readonly change: FieldChange; readonly schema: Schema }) {
  const { rowName, language, say } = useNames(schema);
  const field = schemaIn(schema, change);
  const title = titleOf(change.field, field, language);
  const text = change.kind === 'text' && change.section === 'withoutTasks' ? say(planWords.reasonForNone(title)) : title;
  return (
    <>
      <p className="mb-2 font-semibold">{change.kind === 'changed' ? `${rowName(change.list, change.key)} · ${title}` : text}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Side label={say(planWords.before)} tone="border-edge/40 bg-sand/60">
          <Value name={change.field} field={field} value={change.before} />
        </Side>
        <Side label={say(planWords.after)} tone="border-teal bg-mist">
          <Value name={change.field} field={field} value={change.after} />
        </Side>
      </div>
    </>
  );
}

/** What tells a row apart beside its number: its name, or its sum. */
function nameIn({ title, name, yuan }: Tree): string {
  const text = title ?? name;
  if (typeof text === 'string') return text;
  return typeof yuan === 'number' ? `${numberText(yuan)}元` : '';
}

function Side({ label, tone, children }: { readonly label: string; readonly tone: string; readonly children: ReactNode }) {
  return (
    <div className={`min-w-0 rounded-md border-l-4 px-3 py-2 wrap-anywhere ${tone}`}>
      <p className="text-sm text-soft">{label}</p>
      {children}
    </div>
  );
}

function Value({ name, field, value }: { readonly name: string; readonly field: Schema; readonly value: unknown }) {
  const say = useSay();
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className="text-soft">{say(planWords.empty)}</span>;
  return kindOf(name, field) === 'rows' ? (
    <SchemaRows name={name} schema={field} value={value} />
  ) : (
    <SchemaValue name={name} schema={field} value={value} />
  );
}
