import { useLanguage } from '../../ui/language.tsx';
import { fieldsOf, type Schema, titleOf, without } from '../../ui/schema/schema.ts';
import { SchemaView } from '../../ui/schema/view.tsx';
import { RecordDifferences } from './annex.tsx';
import type { Progress, RecognitionParts } from './data.ts';
import { PartOne } from './part-one.tsx';

/** Fields of part one that stand in its rows. */
const inRows = ['tasks', 'indicators'];

type Props = { readonly parts: RecognitionParts; readonly schema: Schema; readonly marks?: ReadonlySet<string> };

/** The self-assessment in its parts (第十三条): part one by the rows of the plan, the others as they were written. */
export function Report({ parts, schema, marks }: Props) {
  const language = useLanguage();
  const { form } = parts;
  return (
    <div className="grid grid-cols-1 gap-8">
      {fieldsOf(schema).map(([name, section]) => {
        const isPartOne = name === 'carriedOut';
        return (
          <section key={name} id={`part-${name}`} className="min-w-0 scroll-mt-20 border-t border-line pt-5 first:border-0 first:pt-0">
            <h3 className="mb-4 font-serif text-[1.0625rem] font-bold text-teal">{titleOf(name, section, language)}</h3>
            <div className="grid grid-cols-1 gap-6">
              {isPartOne && <PartOne parts={parts} />}
              {name === 'annex' && <RecordDifferences parts={parts} schema={section} />}
              {form && (
                <SchemaView
                  schema={isPartOne ? without(section, ...inRows) : section}
                  value={form[name]}
                  path={name}
                  {...(marks ? { marks } : {})}
                />
              )}
            </div>
          </section>
        );
      })}
    </div>
  );
}

/** The way to the parts of a report. */
export function ReportLinks({ schema }: { readonly schema: Schema }) {
  const language = useLanguage();
  return (
    <p className="no-print mb-6 flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-4 text-sm">
      {fieldsOf(schema).map(([name, section]) => (
        <a key={name} href={`#part-${name}`} className="inline-flex min-h-6 items-center text-teal no-underline hover:underline">
          {titleOf(name, section, language)}
        </a>
      ))}
    </p>
  );
}

/** What was filed: the report with the plan as its record stood on that day. */
export function FiledReport({
  form,
  schema,
  marks,
}: {
  readonly form: unknown;
  readonly schema: Schema;
  readonly marks: ReadonlySet<string>;
}) {
  const { progress, ...report } = (form ?? {}) as { readonly progress?: Progress } & NonNullable<RecognitionParts['form']>;
  return (
    <Report parts={{ form: report as NonNullable<RecognitionParts['form']>, progress: progress ?? null }} schema={schema} marks={marks} />
  );
}
