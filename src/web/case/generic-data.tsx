import type { CaseView } from '#contract/cases.ts';
import { both } from '#core/kernel/words.ts';
import { Card } from '../ui/card.tsx';
import { useSay } from '../ui/language.tsx';
import type { Schema } from '../ui/schema/schema.ts';
import { SchemaView } from '../ui/schema/view.tsx';
import { type ProcessInfo, schemaOf } from './process-info.ts';
import { caseWords } from './words.ts';

const named = (zh: string, en: string, rest: Schema = {}): Schema => ({ type: 'string', title: zh, titleEn: en, ...rest });

/** Parts that no input names: the process makes them. */
const made: Readonly<Record<string, Schema>> = {
  noticeTitle: named('公示', 'Notice'),
  subject: named('对象', 'About'),
  objector: {
    ...named('异议人', 'Who objects'),
    type: 'object',
    properties: { name: named('姓名或单位', 'Name'), contact: named('联系电话', 'Telephone') },
  },
};

/** The schema of the data as far as the inputs tell it: the opening's fields, then those of the actions on offer. */
function dataSchema(view: CaseView, info: ProcessInfo): Schema {
  const opening = schemaOf(info.opens.input).properties ?? {};
  const offered = Object.assign({}, ...view.actions.map(({ input }) => schemaOf(input).properties ?? {})) as Readonly<
    Record<string, Schema>
  >;
  const answer: Schema = {
    type: 'object',
    title: '答复',
    titleEn: 'Answer',
    properties: {
      outcome: named('核查结论', 'Outcome', {
        enum: ['upheld', 'dismissed'],
        labels: { upheld: both('异议成立', 'Upheld'), dismissed: both('异议不成立', 'Dismissed') },
      }),
      answer: named('答复', 'Answer', { widget: 'paragraph' }),
    },
  };
  // PostgreSQL keeps the keys of JSON in its own order; the opening's form has the order people know.
  const names = [...new Set([...Object.keys(opening), ...Object.keys(view.data)])].filter((name) => (view.data[name] ?? null) !== null);
  const known = names.map((name) => [name, name === 'answer' ? answer : (made[name] ?? opening[name] ?? offered[name])] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(known.filter(([, schema]) => schema?.title !== undefined)) as Readonly<Record<string, Schema>>,
  };
}

/** The data of any process, by the labels its inputs bring. */
export function GenericData({ view, info }: { readonly view: CaseView; readonly info: ProcessInfo }) {
  const say = useSay();
  return (
    <Card title={say(caseWords.data)}>
      <SchemaView schema={dataSchema(view, info)} value={view.data} />
    </Card>
  );
}
