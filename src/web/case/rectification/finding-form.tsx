import { momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ClauseMark } from '../../ui/badge.tsx';
import { SchemaForm, type Fault } from '../../ui/schema/form.tsx';
import { type Schema, type Tree, without } from '../../ui/schema/schema.ts';
import type { BodyProps } from '../event-screen.ts';
import { partsOf, type FindingRow, findingRows } from './data.ts';
import { words } from './words.ts';

type Rows = readonly Tree[];
type Field = 'rows' | 'findings';

const rowsIn = (value: Tree, field: Field): Rows => (Array.isArray(value[field]) ? (value[field] as Rows) : []);

/** Faults of one row, by the names of its own fields. */
const faultsOfRow = (faults: readonly Fault[], field: Field, index: number): readonly Fault[] => {
  const place = `${field}.${index}.`;
  return faults.flatMap((fault) => (fault.field?.startsWith(place) ? [{ ...fault, field: fault.field.slice(place.length) }] : []));
};

/** What the finding is and what was asked; on a recheck also what was reported. */
export function FindingHead({ row }: { readonly row: FindingRow }) {
  const say = useSay();
  return (
    <div className="grid gap-1">
      <p className="font-semibold">
        {row.no}. {row.subject} <ClauseMark clause={row.clause} />
      </p>
      <p className="whitespace-pre-wrap">{row.found}</p>
      <p className="text-sm text-soft">
        {say(words.required)}：<span className="whitespace-pre-wrap">{row.measure}</span>
      </p>
    </div>
  );
}

const itemOf = (schema: Schema, field: Field): Schema => without((schema.properties?.[field]?.items ?? {}) as Schema, 'finding');

/** A report may be saved in parts, but it is filed whole: no field of it is called optional. */
const allNeeded = (item: Schema): Schema => ({ ...item, required: Object.keys(item.properties ?? {}) });

/** One card a finding, each with its own fields; then what concerns them all. */
function FindingForm({ field, view, schema, value, onChange, faults, isEditable }: BodyProps & { readonly field: Field }) {
  const rows = rowsIn(value, field);
  const own = faults.filter((fault) => fault.field?.startsWith(field));
  const whole = own.filter((fault) => fault.field === field);
  const rest = without(schema, field);
  const item = field === 'rows' ? allNeeded(itemOf(schema, field)) : itemOf(schema, field);
  const put = (index: number, row: Tree) =>
    onChange({ ...value, [field]: rows.map((one, place) => (place === index ? { ...one, ...row } : one)) });
  return (
    <div className="grid grid-cols-1 gap-6">
      {whole.length > 0 && <Notice tone="bad">{whole[0]?.says}</Notice>}
      <ol className="grid gap-4">
        {findingRows(partsOf(view)).map((row) => {
          const index = rows.findIndex((one) => one.finding === row.no);
          return (
            <li key={row.no} className="grid gap-4 rounded-lg border border-line px-4 py-4">
              <FindingHead row={row} />
              {field === 'findings' && row.work && <p className="border-l-2 border-line pl-3 whitespace-pre-wrap">{row.work.measure}</p>}
              <SchemaForm
                schema={item}
                value={rows[index] ?? {}}
                faults={faultsOfRow(own, field, index)}
                onChange={(next) => put(index, next)}
                isEditable={isEditable}
              />
            </li>
          );
        })}
      </ol>
      {Object.keys(rest.properties ?? {}).length > 0 && (
        <SchemaForm
          schema={rest}
          value={value}
          faults={faults.filter((fault) => !own.includes(fault))}
          onChange={onChange}
          isEditable={isEditable}
        />
      )}
    </div>
  );
}

/** The report, finding by finding; what is not written stays as it was saved. */
export function ReportForm(props: BodyProps) {
  const say = useSay();
  const language = useLanguage();
  const { savedAt } = partsOf(props.view);
  return (
    <>
      <Notice>
        {say(words.keptHere)}
        {savedAt && <span className="block text-sm text-soft">{say(words.savedAt(momentText(savedAt, language)))}</span>}
      </Notice>
      <FindingForm {...props} field="rows" />
    </>
  );
}
/** The recheck, finding by finding, then its result. */
export const RecheckForm = (props: BodyProps) => <FindingForm {...props} field="findings" />;
