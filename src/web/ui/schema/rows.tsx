/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- `display: block` takes the roles of a table away, so they are written out */
import type { ComponentType } from 'react';
import { Button } from '../button.tsx';
import { Icon } from '../icons.tsx';
import { useLanguage, useSay } from '../language.tsx';
import { FieldError } from '../text-field.tsx';
import { uiWords } from '../words.ts';
import { SchemaControl } from './controls.tsx';
import { controlId, useForm } from './form-context.tsx';
import { blankOf, fieldsOf, kindOf, patternOf, type Schema, titleOf, type Tree } from './schema.ts';

/** Draws the fields of one record; handed in, because records hold fields and fields hold records. */
export type Fields = ComponentType<{ readonly path: string; readonly schema: Schema; readonly value: unknown }>;

/** Some of the rows of a list that several places share: which they are, what adding one is called, and what it begins with. */
export type RowsPart = {
  readonly add: string;
  readonly holds: (row: unknown) => boolean;
  readonly start: (rows: readonly unknown[]) => Tree;
};

type Props = {
  readonly name: string;
  readonly path: string;
  readonly schema: Schema;
  readonly value: unknown;
  readonly Fields: Fields;
  /** Absent: all rows. */
  readonly part?: RowsPart;
};
/** A row with its place in the whole list. */
type PlacedRow = { readonly row: unknown; readonly index: number };
type RowsProps = {
  readonly path: string;
  readonly item: Schema;
  readonly rows: readonly PlacedRow[];
  readonly onRemove: ((index: number) => void) | null;
};

/** Few plain columns are typed into a table; more, tick boxes, or a second paragraph need a card per row. */
const fitsTable = (item: Schema) => {
  const kinds = fieldsOf(item).map(([name, field]) => kindOf(name, field));
  const isPlain = kinds.every((kind) => kind !== 'kinds' && kind !== 'rows');
  return kinds.length <= 4 && isPlain && kinds.filter((kind) => kind === 'paragraph').length <= 1;
};

function RemoveButton({ index, onRemove }: { readonly index: number; readonly onRemove: (index: number) => void }) {
  const say = useSay();
  return (
    <button
      type="button"
      onClick={() => onRemove(index)}
      aria-label={`${say(uiWords.removeRow)} ${index + 1}`}
      title={say(uiWords.removeRow)}
      className="grid size-10 place-items-center rounded-md text-soft hover:bg-pink hover:text-red"
    >
      <Icon name="trash" />
    </button>
  );
}

function TableRows({ path, item, rows, onRemove }: RowsProps) {
  const { errors, id, choices } = useForm();
  const language = useLanguage();
  const fields = fieldsOf(item);
  const titleFor = (name: string, field: Schema) => choices[patternOf(`${path}.${name}`)]?.title ?? titleOf(name, field, language);
  return (
    <table role="table" className="stack stack-form w-full table-fixed border-collapse">
      <thead role="rowgroup">
        <tr role="row">
          {fields.map(([name, field]) => (
            <th
              key={name}
              role="columnheader"
              scope="col"
              className={`${kindOf(name, field) === 'paragraph' ? 'md:w-1/2' : ''} px-2 py-1.5 text-left text-sm font-semibold text-soft`}
            >
              {titleFor(name, field)}
            </th>
          ))}
          {onRemove && <th role="columnheader" aria-hidden="true" className="w-14" />}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ row, index }) => (
          <tr key={index} role="row" className="border-t border-line">
            {fields.map(([name, field]) => {
              const place = `${path}.${index}.${name}`;
              return (
                <td key={name} role="cell" data-label={titleFor(name, field)} className="px-2 py-2 align-top">
                  <SchemaControl name={name} path={place} schema={field} value={(row as Tree | null)?.[name]} isBare />
                  <FieldError id={controlId(id, place)} says={errors[place]} />
                </td>
              );
            })}
            {onRemove && (
              <td role="cell" className="py-2 align-top">
                <RemoveButton index={index} onRemove={onRemove} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A row in one line: its first words. */
const summaryOf = (item: Schema, row: unknown): string =>
  fieldsOf(item)
    .map(([name]) => (row as Tree | null)?.[name])
    .filter((value) => typeof value === 'string' && value !== '')
    .slice(0, 2)
    .join(' · ');

function CardRows({ path, item, rows, onRemove, Fields }: RowsProps & { readonly Fields: Fields }) {
  const { errors } = useForm();
  const say = useSay();
  return (
    <div className="divide-y divide-line">
      {rows.map(({ row, index }, at) => {
        const isWrong = Object.keys(errors).some((one) => one.startsWith(`${path}.${index}.`));
        return (
          <details key={index} open={isWrong || at === rows.length - 1 || undefined} className="group">
            <summary className="flex min-h-12 list-none items-center gap-3 px-3">
              <span className="text-soft transition-transform group-open:rotate-90">
                <Icon name="right" size={16} />
              </span>
              <span className="text-sm text-soft">{say(uiWords.row(at + 1))}</span>
              <span className={`min-w-0 flex-1 truncate font-semibold ${isWrong ? 'text-red' : ''}`}>{summaryOf(item, row)}</span>
            </summary>
            <div className="px-4 pt-2 pb-4">
              <Fields path={`${path}.${index}`} schema={item} value={row} />
              {onRemove && (
                <div className="mt-2 flex justify-end">
                  <RemoveButton index={index} onRemove={onRemove} />
                </div>
              )}
            </div>
          </details>
        );
      })}
    </div>
  );
}

const placed = (rows: readonly unknown[], part: RowsPart | undefined): readonly PlacedRow[] =>
  rows.map((row, index) => ({ row, index })).filter(({ row }) => part?.holds(row) ?? true);

function AddRow({ add, onAdd }: { readonly add: string | undefined; readonly onAdd: () => void }) {
  const say = useSay();
  return (
    <div className="border-t border-line bg-paper px-2 py-1.5">
      <Button kind="bare" size="small" onClick={onAdd}>
        <Icon name="plus" size={16} />
        {add ?? say(uiWords.addRow)}
      </Button>
    </div>
  );
}

/** The rows themselves: typed in a table, or card by card; a word where there is none. */
function Rows({ Fields, ...shared }: RowsProps & { readonly Fields: Fields }) {
  const say = useSay();
  if (shared.rows.length === 0) return <p className="px-4 py-4 text-sm text-soft">{say(uiWords.noRows)}</p>;
  return fitsTable(shared.item) ? <TableRows {...shared} /> : <CardRows {...shared} Fields={Fields} />;
}

/** A list of records, or those of them that stand in one place. */
export function RowsControl({ path, schema, value, Fields, part }: Props) {
  const { set, isEditable, leave } = useForm();
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const item = schema.items ?? {};
  const isOpen = isEditable(path);
  const remove = (index: number) => {
    set(
      path,
      rows.filter((_row, at) => at !== index),
    );
    leave(path);
  };
  const add = () => set(path, [...rows, { ...(blankOf(item) as Tree), ...part?.start(rows) }]);
  return (
    <div data-path={path} tabIndex={-1} className="overflow-hidden rounded-lg border border-line">
      <Rows path={path} item={item} rows={placed(rows, part)} onRemove={isOpen ? remove : null} Fields={Fields} />
      {isOpen && rows.length < (schema.maxItems ?? 1000) && <AddRow add={part?.add} onAdd={add} />}
    </div>
  );
}
