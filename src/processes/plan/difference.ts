import { z } from 'zod';
import { canonicalJson } from '#core/policy/canonical.ts';
import { both, type Words } from '#core/kernel/words.ts';
import { chapters, type ChapterName, fundingKey, fundingSources, type FundingRow, inOrder, type PlanContent } from './content.ts';
import { fieldTitle, valueWords } from './difference-words.ts';

const Value = z.json();

/** One change of a plan: a row that came or went, a field of a row, or a field that stands by itself. null is an empty field. */
export const PlanChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('added'), list: z.enum(['tasks', 'indicators', 'funding']), key: z.string(), after: Value }),
  z.object({ kind: z.literal('removed'), list: z.enum(['tasks', 'indicators', 'funding']), key: z.string(), before: Value }),
  z.object({
    kind: z.literal('changed'),
    list: z.enum(['tasks', 'indicators', 'funding']),
    key: z.string(),
    field: z.string(),
    before: Value,
    after: Value,
  }),
  z.object({ kind: z.literal('text'), section: z.string(), field: z.string(), before: Value, after: Value }),
]);
export type PlanChange = z.infer<typeof PlanChange>;

type List = 'tasks' | 'indicators' | 'funding';
type Row = Readonly<Record<string, unknown>>;
type Sections = Readonly<Record<string, Row>>;

const lists = ['tasks', 'indicators', 'funding'] as const satisfies readonly List[];
const texts = ['general', 'withoutTasks', 'organisation', 'risk'] as const;

const keyOf: Readonly<Record<List, (row: Row) => string>> = {
  tasks: ({ no }) => String(no),
  indicators: ({ no }) => String(no),
  funding: (row) => fundingKey(row as unknown as FundingRow),
};

const rowsOf = (content: PlanContent, list: List): readonly Row[] => content[list].rows;
const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
const orNull = (value: unknown) => (value ?? null) as PlanChange extends { after: infer V } ? V : never;

/** Fields of two records that differ, in the order of their names as they stand. */
const fieldsApart = (before: Row, after: Row): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !isSame(before[name], after[name]));

function listChanges(list: List, before: readonly Row[], after: readonly Row[]): PlanChange[] {
  const key = keyOf[list];
  const old = new Map(before.map((row) => [key(row), row]));
  const fresh = new Set(after.map(key));
  const gone = before
    .filter((row) => !fresh.has(key(row)))
    .map((row): PlanChange => ({ kind: 'removed', list, key: key(row), before: orNull(row) }));
  const come = after.flatMap((row): PlanChange[] => {
    const earlier = old.get(key(row));
    if (!earlier) return [{ kind: 'added', list, key: key(row), after: orNull(row) }];
    return fieldsApart(earlier, row).map((field) => ({
      kind: 'changed',
      list,
      key: key(row),
      field,
      before: orNull(earlier[field]),
      after: orNull(row[field]),
    }));
  });
  return [...gone, ...come];
}

/** What differs between two plans, row by row and field by field; against nothing, everything is new. */
export function differenceOf(before: PlanContent | null, after: PlanContent): readonly PlanChange[] {
  const [old, next] = [before ? inOrder(before) : null, inOrder(after)];
  return [
    ...texts.flatMap((section) => {
      const [was, is]: readonly [Row, Row] = [old?.[section] ?? {}, next[section]];
      return fieldsApart(was, is).map((field): PlanChange => ({
        kind: 'text',
        section,
        field,
        before: orNull(was[field]),
        after: orNull(is[field]),
      }));
    }),
    ...lists.flatMap((list) => listChanges(list, old ? rowsOf(old, list) : [], rowsOf(next, list))),
  ];
}

const withField = (row: Row, field: string, value: unknown): Row => {
  const { [field]: _old, ...rest } = row;
  return value === null ? rest : { ...rest, [field]: value };
};

function changedRows(rows: readonly Row[], list: List, changes: readonly PlanChange[]): readonly Row[] {
  const key = keyOf[list];
  const byKey = new Map(rows.map((row) => [key(row), row]));
  for (const change of changes) {
    if (change.kind === 'text' || change.list !== list) continue;
    if (change.kind === 'removed') byKey.delete(change.key);
    else if (change.kind === 'added') byKey.set(change.key, change.after as Row);
    else byKey.set(change.key, withField(byKey.get(change.key) ?? {}, change.field, change.after));
  }
  return [...byKey.values()];
}

/** The plan after the changes: what `differenceOf` found, put upon the old, gives the new in order. */
export function withDifference(before: PlanContent | null, changes: readonly PlanChange[]): PlanContent {
  const old = (before ?? {}) as unknown as Sections;
  const sections = Object.fromEntries(
    texts.map((section) => [
      section,
      changes.reduce<Row>(
        (fields, change) => (change.kind === 'text' && change.section === section ? withField(fields, change.field, change.after) : fields),
        old[section] ?? {},
      ),
    ]),
  );
  const tables = Object.fromEntries(lists.map((list) => [list, { rows: changedRows(before ? rowsOf(before, list) : [], list, changes) }]));
  return inOrder({ ...sections, ...tables } as unknown as PlanContent);
}

const nouns: Readonly<Record<List, Words>> = {
  tasks: both('任务', 'Task'),
  indicators: both('指标', 'Indicator'),
  funding: both('资金', 'Funds'),
};

function nameOf(list: List, key: string): Words {
  if (list !== 'funding') return both(`${nouns[list].zh}${key}`, `${nouns[list].en} ${key}`);
  const [year = '', source = ''] = key.split('/');
  const title = fundingSources[source as FundingRow['source']];
  return both(`${year}年度${title.zh}资金`, `Funds of ${year}, ${title.en}`);
}

const titleOf = (list: List, row: unknown): string => {
  const { title, name, yuan } = row as { title?: string; name?: string; yuan?: number };
  return list === 'funding' ? `${yuan ?? 0}元` : `“${title ?? name ?? ''}”`;
};

/** A change as people read it. */
export function changeWords(change: PlanChange): Words {
  if (change.kind === 'text') {
    const title =
      change.section === 'withoutTasks' ? chapters[change.field as ChapterName].title : fieldTitle(change.section, change.field);
    const extra = change.section === 'withoutTasks' ? both('没有任务的原因', ', reason for no task') : both('', '');
    const [was, is] = [valueWords(change.field, change.before), valueWords(change.field, change.after)];
    return both(`${title.zh}${extra.zh}：由${was.zh}改为${is.zh}`, `${title.en}${extra.en}: from ${was.en} to ${is.en}`);
  }
  const name = nameOf(change.list, change.key);
  if (change.kind === 'added')
    return both(`新增${name.zh}${titleOf(change.list, change.after)}`, `New: ${name.en} ${titleOf(change.list, change.after)}`);
  if (change.kind === 'removed')
    return both(`取消${name.zh}${titleOf(change.list, change.before)}`, `Dropped: ${name.en} ${titleOf(change.list, change.before)}`);
  const title = fieldTitle(change.list, change.field);
  const [was, is] = [valueWords(change.field, change.before), valueWords(change.field, change.after)];
  return both(`${name.zh}的${title.zh}：由${was.zh}改为${is.zh}`, `${name.en}, ${title.en}: from ${was.en} to ${is.en}`);
}
