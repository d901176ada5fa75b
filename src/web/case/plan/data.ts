import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { fieldsOf, type Schema, type Tree } from '../../ui/schema/schema.ts';

/** One change of a plan with its sentence, as the API tells it. */
export type ToldChange = AnswerOf<NamedEndpoints['comparePlans']>['changes'][number];
export type Change = ToldChange['change'];

/** The report of a change as it was filed: with how late it was and from which year it counts. */
export type Report = Tree & { readonly lateWorkdays: number; readonly countsFrom: number; readonly isEditorial: boolean };
/** What the consent settled. */
export type Consent = {
  readonly version: number;
  readonly documentNumber: string;
  readonly countsFrom: number;
  readonly consentedOn: string;
};
/** A request for completion, pinned to a field. */
export type Request = { readonly path: string; readonly says: string };

/** The parts of a plan case that its reader was given. */
export type PlanParts = {
  readonly zone: string;
  readonly zoneName: string;
  readonly base: number;
  readonly form: unknown;
  readonly report: Report | null;
  readonly changes: readonly Change[];
  readonly opinion?: Tree | null;
  readonly requests: readonly Request[];
  readonly check?: Tree | null;
  readonly consent: Consent | null;
  readonly ended: string | null;
};

/** Lists of the plan whose rows have a number, in the order in which a change of them matters. */
export const listNames = ['indicators', 'tasks', 'funding'] as const;
export type ListName = (typeof listNames)[number];

const sectionOf = (value: unknown): Tree => (typeof value === 'object' && value !== null ? (value as Tree) : {});

/** A section of a plan, whatever a draft holds of it. */
export const section = (form: unknown, name: string): Tree => sectionOf(sectionOf(form)[name]);

/** The rows of one of the plan's lists. */
export function rowsOf(form: unknown, list: ListName): readonly Tree[] {
  const { rows } = section(form, list);
  return Array.isArray(rows) ? (rows as readonly Tree[]) : [];
}

/** The schema of the rows of a list. */
export const itemOf = (schema: Schema, list: ListName): Schema => schema.properties?.[list]?.properties?.rows?.items ?? {};

/** The schema of a field that stands by itself. */
export const fieldOf = (schema: Schema, name: string, field: string): Schema => schema.properties?.[name]?.properties?.[field] ?? {};

export type Chapter = { readonly name: string; readonly schema: Schema };

/** The seven chapters in the plan's order; each is a field of the section that says why one has no task. */
export const chaptersOf = (schema: Schema): readonly Chapter[] =>
  fieldsOf(schema.properties?.withoutTasks ?? {}).map(([name, field]) => ({ name, schema: field }));

/** The funds of a plan by source, with a column for each year. */
export function fundingTable(form: unknown): {
  readonly years: readonly number[];
  readonly rows: readonly { source: string; byYear: ReadonlyMap<number, number> }[];
} {
  const rows = rowsOf(form, 'funding').filter(({ year, yuan }) => typeof year === 'number' && typeof yuan === 'number');
  const years = [...new Set(rows.map(({ year }) => year as number))].toSorted((a, b) => a - b);
  const sources = [...new Set(rows.map(({ source }) => String(source)))];
  const sumOf = (source: string, year: number) =>
    rows.reduce((sum, row) => (String(row.source) === source && row.year === year ? sum + (row.yuan as number) : sum), 0);
  return { years, rows: sources.map((source) => ({ source, byYear: new Map(years.map((year) => [year, sumOf(source, year)])) })) };
}
