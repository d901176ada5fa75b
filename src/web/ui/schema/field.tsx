import { ClauseMark } from '../badge.tsx';
import { Icon } from '../icons.tsx';
import { useLanguage, useSay } from '../language.tsx';
import { FieldError } from '../text-field.tsx';
import { uiWords } from '../words.ts';
import { SchemaControl } from './controls.tsx';
import { type Choices, controlId, useForm } from './form-context.tsx';
import { RowsControl } from './rows.tsx';
import { fieldsOf, kindOf, patternOf, type Schema, titleOf, type Tree } from './schema.ts';

type Props = {
  readonly name: string;
  readonly path: string;
  readonly schema: Schema;
  readonly value: unknown;
  readonly isOptional?: boolean;
};

const wide = new Set(['rows', 'kinds', 'paragraph', 'attachment', 'agree', 'lines', 'section']);
const isWide = (name: string, schema: Schema) => wide.has(kindOf(name, schema)) || (schema.maxLength ?? 0) > 120;

/** Values that need a line of their own. */
const hasLongLabels = (given: Choices | undefined) => given?.options.some(({ label }) => label.length > 30) ?? false;

/** Requests pinned to a field, shown above it. */
export function Pins({ says }: { readonly says: readonly string[] | undefined }) {
  const say = useSay();
  if (!says?.length) return null;
  return (
    <ul className="mb-2 rounded-md border-l-4 border-gold bg-cream px-3 py-2 text-sm">
      {says.map((one) => (
        <li key={one} className="flex gap-2">
          <span className="text-gold">
            <Icon name="warn" size={16} />
          </span>
          <span>
            <b>{say(uiWords.asked)}</b> {one}
          </span>
        </li>
      ))}
    </ul>
  );
}

function FieldLabel({ name, path, schema, isOptional }: Omit<Props, 'value'>) {
  const { id, choices } = useForm();
  const language = useLanguage();
  const say = useSay();
  const words = choices[patternOf(path)]?.title ?? titleOf(name, schema, language);
  return (
    <span className="mb-1 flex flex-wrap items-baseline gap-x-2">
      <label htmlFor={controlId(id, path)} className="font-semibold">
        {words}
      </label>
      {isOptional && <span className="text-sm text-soft">{say(uiWords.optional)}</span>}
      {schema.clause && <ClauseMark clause={schema.clause} />}
    </span>
  );
}

/** One field: label, what it rests on, help, control, error. A nested object becomes a section. */
export function SchemaField(props: Props) {
  const { name, path, schema, value } = props;
  const { id, errors, pins, notes, choices } = useForm();
  const language = useLanguage();
  const say = useSay();
  const kind = kindOf(name, schema);
  if (kind === 'section') return <SchemaSection title={titleOf(name, schema, language)} path={path} schema={schema} value={value} />;
  const error = errors[path];
  const place = controlId(id, path);
  return (
    <div
      className={`min-w-0 scroll-mt-24 ${isWide(name, schema) || hasLongLabels(choices[patternOf(path)]) ? 'sm:col-span-2' : ''} ${error ? 'border-l-4 border-red pl-3' : ''}`}
    >
      <Pins says={pins[path]} />
      {kind !== 'agree' && <FieldLabel {...props} />}
      {schema.help && (
        <p id={`${place}-help`} className="mb-1.5 text-sm text-soft">
          {say(schema.help)}
        </p>
      )}
      {kind === 'rows' ? (
        <RowsControl name={name} path={path} schema={schema} value={value} Fields={SchemaFields} />
      ) : (
        <SchemaControl name={name} path={path} schema={schema} value={value} />
      )}
      <FieldError id={place} says={error} />
      {notes?.[patternOf(path)]}
    </div>
  );
}

/** The fields of an object, in two columns where there is room. */
export function SchemaFields({ path, schema, value }: { readonly path: string; readonly schema: Schema; readonly value: unknown }) {
  const tree = (typeof value === 'object' && value !== null ? value : {}) as Tree;
  return (
    <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
      {fieldsOf(schema).map(([name, field]) => (
        <SchemaField
          key={name}
          name={name}
          path={path ? `${path}.${name}` : name}
          schema={field}
          value={tree[name]}
          isOptional={!schema.required?.includes(name)}
        />
      ))}
    </div>
  );
}

function SchemaSection({
  title,
  path,
  schema,
  value,
}: {
  readonly title: string;
  readonly path: string;
  readonly schema: Schema;
  readonly value: unknown;
}) {
  return (
    <fieldset className="min-w-0 border-t-2 border-teal pt-4 sm:col-span-2">
      <legend className="float-left mb-4 w-full font-serif text-lg font-bold">{title}</legend>
      <div className="clear-both">
        <SchemaFields path={path} schema={schema} value={value} />
      </div>
    </fieldset>
  );
}
