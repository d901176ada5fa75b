import { type ReactNode, useState } from 'react';
import { Badge, ClauseMark } from '../badge.tsx';
import { Button } from '../button.tsx';
import { FileLink } from '../file-field.tsx';
import { dayText, numberText, wanText } from '../format.ts';
import { Icon } from '../icons.tsx';
import { useLanguage, useSay } from '../language.tsx';
import { shareText, yuanText } from '../money.ts';
import { type Pair, Pairs } from '../pairs.tsx';
import { type Column, Table } from '../table.tsx';
import { uiWords } from '../words.ts';
import { Pins } from './field.tsx';
import { fieldsOf, isYear, isYuan, type Kind, kindOf, labelOf, type Schema, titleOf, type Tree } from './schema.ts';

type ValueProps = { readonly name: string; readonly schema: Schema; readonly value: unknown };

const isMissing = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const figureText = (schema: Schema, value: number): string =>
  schema.widget === 'share' ? shareText(value) : isYear(schema) ? String(value) : numberText(value);

function NumberValue({ name, schema, value }: ValueProps) {
  const say = useSay();
  const wan = typeof value === 'number' && isYuan(name, schema) ? wanText(value) : undefined;
  return (
    <span title={wan && say(uiWords.wan(wan))}>
      {typeof value === 'number' ? figureText(schema, value) : String(value)}
      {schema.unit && <span className="text-sm text-soft"> {say(schema.unit)}</span>}
    </span>
  );
}

function KindsValue({ schema, value }: ValueProps) {
  const language = useLanguage();
  return (
    <span>
      {(value as readonly unknown[]).map((one) => labelOf(schema.items ?? {}, one, language)).join(language === 'zh' ? '、' : ', ')}
    </span>
  );
}

const values: Readonly<Record<Exclude<Kind, 'section' | 'rows'>, (props: ValueProps) => ReactNode>> = {
  line: ({ value }) => String(value),
  paragraph: ({ value }) => <span className="whitespace-pre-wrap">{String(value)}</span>,
  date: function DateValue({ value }) {
    return dayText(String(value), useLanguage());
  },
  whole: NumberValue,
  number: NumberValue,
  money: function MoneyValue({ value }) {
    const say = useSay();
    return typeof value === 'number' ? `${yuanText(value)} ${say(uiWords.yuan)}` : String(value);
  },
  choice: function ChoiceValue({ schema, value }) {
    return labelOf(schema, value, useLanguage());
  },
  'yes-no': function YesNoValue({ value }) {
    return useSay()(value === true ? uiWords.yes : uiWords.no);
  },
  agree: function AgreeValue() {
    const say = useSay();
    return (
      <span className="text-teal">
        <Icon name="check" size={16} /> {say(uiWords.confirmed)}
      </span>
    );
  },
  kinds: KindsValue,
  lines: ({ value }) => (value as readonly unknown[]).join('、'),
  attachment: ({ value }) => <FileLink hash={String(value)} />,
};

/** One value as people read it. */
export function SchemaValue(props: ValueProps) {
  const say = useSay();
  const { name, schema, value } = props;
  if (isMissing(value)) return <span className="text-soft">{say(uiWords.notGiven)}</span>;
  const kind = kindOf(name, schema);
  if (kind === 'section' || kind === 'rows') return null;
  const Value = values[kind];
  return <Value {...props} />;
}

const manyColumns = 5;
const firstRows = 20;

type RecordsProps = { readonly fields: readonly (readonly [string, Schema])[]; readonly rows: readonly Tree[] };

/** Records too wide for a table: each under its name, every field in sight and in print. */
function Records({ fields, rows }: RecordsProps) {
  const language = useLanguage();
  const [first, ...rest] = fields;
  if (!first) return null;
  return (
    <ol className="divide-y divide-line rounded-lg border border-line">
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity than their place
        <li key={index} className="break-inside-avoid px-4 py-3.5">
          <p className="mb-2 font-semibold">
            <SchemaValue name={first[0]} schema={first[1]} value={row[first[0]]} />
          </p>
          <dl className="grid grid-cols-2 gap-x-5 gap-y-2 text-[0.9375rem] sm:grid-cols-3">
            {rest.map(([key, field]) => (
              <div key={key} className={`min-w-0 ${kindOf(key, field) === 'kinds' || (field.maxLength ?? 0) > 60 ? 'col-span-full' : ''}`}>
                <dt className="text-[0.8125rem] text-soft">{titleOf(key, field, language)}</dt>
                <dd className="wrap-anywhere">
                  <SchemaValue name={key} schema={field} value={row[key]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

function RowTable({ fields, rows, caption }: RecordsProps & { readonly caption: string }) {
  const language = useLanguage();
  const columns = fields.map(([key, field], index): Column<Tree> => {
    const kind = kindOf(key, field);
    return {
      key,
      title: titleOf(key, field, language),
      isHeading: index === 0,
      isNumber: kind === 'whole' || kind === 'number' || kind === 'money',
      cell: (row) => <SchemaValue name={key} schema={field} value={row[key]} />,
    };
  });
  return (
    <div className="rounded-lg border border-line text-[0.9375rem]">
      <Table caption={caption} columns={columns} rows={rows} keyOf={(_row, index) => String(index)} />
    </div>
  );
}

/** Records as a table, or one by one where a table would not fit; long lists unfold. */
export function SchemaRows({ name, schema, value }: ValueProps) {
  const say = useSay();
  const language = useLanguage();
  const [isWhole, setIsWhole] = useState(false);
  const rows = (Array.isArray(value) ? value : []) as readonly Tree[];
  const fields = fieldsOf(schema.items ?? {});
  if (rows.length === 0) return <span className="text-soft">{say(uiWords.notGiven)}</span>;
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  return (
    <div className="mt-1">
      {fields.length > manyColumns ? (
        <Records fields={fields} rows={shown} />
      ) : (
        <RowTable fields={fields} rows={shown} caption={titleOf(name, schema, language)} />
      )}
      {rows.length > shown.length && (
        <Button kind="bare" size="small" onClick={() => setIsWhole(true)}>
          {say(uiWords.allRows(rows.length))}
        </Button>
      )}
    </div>
  );
}

type ViewProps = {
  readonly schema: Schema;
  readonly value: unknown;
  readonly path?: string;
  /** Dotted path to requests pinned to the field. */
  readonly pins?: Readonly<Record<string, readonly string[]>>;
  /** Dotted paths of fields that differ from another version. */
  readonly marks?: ReadonlySet<string>;
};

/** The fields of an object, read only; nested objects become sections. */
export function SchemaView({ schema, value, path = '', pins = {}, marks }: ViewProps) {
  const language = useLanguage();
  const tree = (typeof value === 'object' && value !== null ? value : {}) as Tree;
  const fields = fieldsOf(schema);
  const sections = fields.filter(([name, field]) => kindOf(name, field) === 'section');
  const plain = fields.filter(([name, field]) => kindOf(name, field) !== 'section');
  const placeOf = (name: string) => (path ? `${path}.${name}` : name);
  const pairs = plain.map(([name, field]): Pair => {
    const kind = kindOf(name, field);
    const place = placeOf(name);
    return {
      key: name,
      isWide: kind === 'rows' || kind === 'paragraph' || kind === 'kinds' || Boolean(pins[place]) || (field.maxLength ?? 0) > 120,
      label: <Label name={name} field={field} isMarked={marks?.has(place) ?? false} />,
      value: (
        <>
          {kind === 'rows' ? (
            <SchemaRows name={name} schema={field} value={tree[name]} />
          ) : (
            <SchemaValue name={name} schema={field} value={tree[name]} />
          )}
          <Pins says={pins[place]} />
        </>
      ),
    };
  });
  return (
    <div className="grid gap-8">
      {pairs.length > 0 && <Pairs pairs={pairs} />}
      {sections.map(([name, field]) => (
        <section
          key={name}
          id={`part-${placeOf(name)}`}
          className="min-w-0 scroll-mt-20 border-t border-line pt-5 first:border-0 first:pt-0"
        >
          <h3 className="mb-4 font-serif text-[1.0625rem] font-bold text-teal">{titleOf(name, field, language)}</h3>
          <SchemaView schema={field} value={tree[name]} path={placeOf(name)} pins={pins} {...(marks ? { marks } : {})} />
        </section>
      ))}
    </div>
  );
}

function Label({ name, field, isMarked }: { readonly name: string; readonly field: Schema; readonly isMarked: boolean }) {
  const language = useLanguage();
  const say = useSay();
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {titleOf(name, field, language)}
      {field.clause && <ClauseMark clause={field.clause} />}
      {isMarked && <Badge tone="gold">{say(uiWords.changed)}</Badge>}
    </span>
  );
}
