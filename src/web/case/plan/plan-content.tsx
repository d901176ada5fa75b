import type { ReactNode } from 'react';
import { ClauseMark } from '../../ui/badge.tsx';
import { dayText, numberText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { labelOf, type Schema, titleOf, type Tree, without } from '../../ui/schema/schema.ts';
import { SchemaView } from '../../ui/schema/view.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type Chapter, chaptersOf, fundingTable, itemOf, rowsOf, section } from './data.ts';
import { planWords } from './words.ts';

type Props = { readonly schema: Schema; readonly form: unknown };

/** A plan as it is read: period and goals, seven chapters with their tasks, indicators, funds, organisation, risk. */
export function PlanContent({ schema, form }: Props) {
  const say = useSay();
  const part = (name: string) => <SchemaView schema={schema.properties?.[name] ?? {}} value={section(form, name)} />;
  return (
    <div className="grid gap-8">
      <Part title={say(planWords.general)}>{part('general')}</Part>
      {chaptersOf(schema).map((chapter) => (
        <ChapterView key={chapter.name} chapter={chapter} schema={schema} form={form} />
      ))}
      <Part title={say(planWords.indicators)}>
        <Indicators schema={schema} form={form} />
      </Part>
      <Part title={say(planWords.funding)}>
        <Funding schema={schema} form={form} />
      </Part>
      <Part title={say(planWords.organisation)}>{part('organisation')}</Part>
      <Part title={say(planWords.risk)}>{part('risk')}</Part>
    </div>
  );
}

function Part({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="min-w-0 border-t border-line pt-5 first:border-0 first:pt-0">
      <h3 className="mb-3 flex flex-wrap items-baseline gap-x-3 font-serif text-[1.0625rem] font-bold text-teal">
        {title} {aside}
      </h3>
      {children}
    </section>
  );
}

function ChapterView({ chapter, schema, form }: Props & { readonly chapter: Chapter }) {
  const say = useSay();
  const language = useLanguage();
  const tasks = rowsOf(form, 'tasks').filter((task) => task.chapter === chapter.name);
  const reason = section(form, 'withoutTasks')[chapter.name];
  const { clause } = chapter.schema;
  return (
    <Part title={titleOf(chapter.name, chapter.schema, language)} aside={clause !== undefined && <ClauseMark clause={clause} />}>
      {tasks.length === 0 ? (
        <p className={typeof reason === 'string' ? '' : 'text-soft'}>
          {typeof reason === 'string' ? `${say(planWords.noTask)}：${reason}` : say(planWords.notWritten)}
        </p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {tasks.map((task, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a draft may hold tasks without a number
            <TaskView key={index} task={task} schema={itemOf(schema, 'tasks')} />
          ))}
        </ul>
      )}
    </Part>
  );
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** One task: its name, dates and owner in sight, the rest unfolds. */
function TaskView({ task, schema }: { readonly task: Tree; readonly schema: Schema }) {
  const say = useSay();
  const language = useLanguage();
  const [start, end] = [textOf(task.start), textOf(task.end)];
  return (
    <li>
      <details className="group">
        <summary className="flex min-h-12 list-none items-start gap-3 px-4 py-3 hover:bg-mist/50">
          <span className="mt-1 text-soft transition-transform group-open:rotate-90">
            <Icon name="right" size={16} />
          </span>
          <span className="min-w-0 flex-1">
            <span className="font-semibold">
              {textOf(task.no)} {textOf(task.title)}
            </span>
            <span className="block text-sm text-soft">
              {[textOf(task.responsible), start && end ? say(planWords.until(dayText(start, language), dayText(end, language))) : '']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {typeof task.moneyYuan === 'number' && (
            <span className="text-sm whitespace-nowrap text-soft">{numberText(task.moneyYuan)}元</span>
          )}
        </summary>
        <div className="px-4 pt-1 pb-5 sm:pl-11">
          <SchemaView schema={without(schema, 'no', 'title', 'chapter')} value={task} />
        </div>
      </details>
    </li>
  );
}

const yearsOf = (indicators: readonly Tree[]): readonly number[] => {
  const years = indicators.flatMap(({ targets }) => (Array.isArray(targets) ? targets.map(({ year }: { year?: unknown }) => year) : []));
  return [...new Set(years.filter((year) => typeof year === 'number'))].toSorted((a, b) => a - b);
};

const targetIn = ({ targets }: Tree, year: number): string => {
  const target = Array.isArray(targets) ? targets.find((one: { year?: unknown }) => one.year === year) : undefined;
  const { value } = (target ?? {}) as { value?: unknown };
  return typeof value === 'number' ? numberText(value) : '–';
};

function Indicators({ schema, form }: Props) {
  const say = useSay();
  const language = useLanguage();
  const indicators = rowsOf(form, 'indicators');
  const source = itemOf(schema, 'indicators').properties?.source ?? {};
  if (indicators.length === 0) return <p className="text-soft">{say(planWords.notWritten)}</p>;
  const columns: readonly Column<Tree>[] = [
    {
      key: 'name',
      title: say(planWords.indicators),
      isHeading: true,
      cell: (row) => (
        <>
          <span className="font-semibold">
            {textOf(row.no)} {textOf(row.name)}
          </span>
          <span className="block text-sm text-soft">{labelOf(source, row.source, language)}</span>
        </>
      ),
    },
    {
      key: 'base',
      title: say(planWords.base),
      isNumber: true,
      cell: (row) => (
        <>
          {typeof row.baseValue === 'number' ? numberText(row.baseValue) : '–'}{' '}
          <span className="text-sm text-soft">{textOf(row.unit)}</span>
          <span className="block text-sm whitespace-nowrap text-soft">{textOf(row.baseDate)}</span>
        </>
      ),
    },
    ...yearsOf(indicators).map((year): Column<Tree> => ({
      key: String(year),
      title: say(planWords.target(year)),
      isNumber: true,
      cell: (row) => targetIn(row, year),
    })),
  ];
  return (
    <div className="overflow-x-auto rounded-lg border border-line text-[0.9375rem]">
      <Table caption={say(planWords.indicators)} columns={columns} rows={indicators} keyOf={(_row, index) => String(index)} />
    </div>
  );
}

type FundsRow = ReturnType<typeof fundingTable>['rows'][number];
const sumOf = (byYear: FundsRow['byYear']) => [...byYear.values()].reduce((sum, yuan) => sum + yuan, 0);

function Funding({ schema, form }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { years, rows } = fundingTable(form);
  const source = itemOf(schema, 'funding').properties?.source ?? {};
  if (rows.length === 0) return <p className="text-soft">{say(planWords.notWritten)}</p>;
  const columns: readonly Column<FundsRow>[] = [
    { key: 'source', title: say(planWords.source), isHeading: true, cell: (row) => labelOf(source, row.source, language) },
    ...years.map((year): Column<FundsRow> => ({
      key: String(year),
      title: String(year),
      isNumber: true,
      cell: ({ byYear }) => numberText(byYear.get(year) ?? 0),
    })),
    { key: 'total', title: say(planWords.total), isNumber: true, cell: ({ byYear }) => <b>{numberText(sumOf(byYear))}</b> },
  ];
  return (
    <div className="overflow-x-auto rounded-lg border border-line text-[0.9375rem]">
      <Table caption={say(planWords.funding)} columns={columns} rows={rows} keyOf={(row) => row.source} />
    </div>
  );
}
