import type { AnswerOf } from '#contract/endpoint.ts';
import type { FactView } from '#contract/facts.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { Language } from '#core/kernel/words.ts';
import { fieldsOf, kindOf, labelOf, type Schema, type Tree } from '../../ui/schema/schema.ts';
import { words } from './words.ts';

/** A kind of fact as the server describes it. */
export type KindInfo = AnswerOf<NamedEndpoints['describeFactKinds']>[number];
export type KindName = KindInfo['name'];
/** A fact with its other versions. */
export type WholeFact = AnswerOf<NamedEndpoints['readFact']>;
export type Count = AnswerOf<NamedEndpoints['listFacts']>['counts'][number];

/** The form of a kind; it is a JSON Schema by contract. */
export const formOf = ({ form }: Pick<KindInfo, 'form'>): Schema => (typeof form === 'object' && form !== null ? (form as Schema) : {});

/** The form as it is filled in: documents that are not needed to record a fact, but to claim for it, say so. */
export function entryFormOf(kind: Pick<KindInfo, 'form' | 'evidence'>): Schema {
  const form = formOf(kind);
  const needed = new Set(kind.evidence.filter(({ isRequired }) => isRequired).map(({ field }) => field));
  const properties = Object.entries(form.properties ?? {}).map(
    ([name, field]) => [name, needed.has(name) && !field.help ? { ...field, help: words.neededLater } : field] as const,
  );
  return { ...form, properties: Object.fromEntries(properties) };
}

/** Where a fact stands with the one who is asked about it. */
export type Word = 'not_asked' | 'confirmed' | 'awaited' | 'disputed';

/** A fact of a kind that others confirm may name nobody to ask; then nobody's word is missing. */
export function wordOf({ standing, confirmations }: Pick<FactView, 'standing' | 'confirmations'>): Word {
  if (standing !== 'stands') return standing;
  return confirmations.length > 0 ? 'confirmed' : 'not_asked';
}

/** Whether what ended this version was the finding that it is false, not its author. */
export const endedByFinding = ({ finding, knownTo }: Pick<FactView, 'finding' | 'knownTo'>): boolean =>
  finding !== null && knownTo !== null && knownTo >= finding.at;

const nameKinds: ReadonlySet<string> = new Set(['line', 'choice', 'whole']);

/** What people call a fact: the first two things its form asks for. Its matter where they are empty. */
export function headlineOf(schema: Schema, { data, matter }: Pick<FactView, 'data' | 'matter'>, language: Language): string {
  const said = fieldsOf(schema)
    .filter(([name, field]) => nameKinds.has(kindOf(name, field)))
    .map(([name, field]) => ({ field, value: (data as Tree)[name] }))
    .filter(({ value }) => value !== null && value !== undefined && value !== '')
    .slice(0, 2)
    .map(({ field, value }) => labelOf(field, value, language));
  return said.length > 0 ? said.join(' · ') : matter;
}

/** Only the fields that hold something: what others are asked to confirm. */
export function filledPart(schema: Schema, data: Tree): Schema {
  const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !isEmpty(data[name])));
  return { ...schema, properties };
}

/** Counts of one year, or of all, by kind; and of one kind, or of all, by year. */
export function tallyOf(counts: readonly Count[]) {
  const sum = (rows: readonly Count[]) => rows.reduce((all, { count }) => all + count, 0);
  const of = (year: number | null, kind: string | null) =>
    sum(counts.filter((one) => (year === null || one.year === year) && (kind === null || one.kind === kind)));
  return { years: [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a), of };
}
