import type { CaseView } from '#contract/cases.ts';
import { both } from '#core/kernel/words.ts';
import { Card } from '../ui/card.tsx';
import { momentText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Pairs } from '../ui/pairs.tsx';
import { fieldsOf, kindOf, type Schema } from '../ui/schema/schema.ts';
import { SchemaView } from '../ui/schema/view.tsx';
import { type ProcessInfo, schemaOf } from './process-info.ts';
import { caseWords } from './words.ts';

const named = (zh: string, en: string, rest: Schema = {}): Schema => ({ type: 'string', title: zh, titleEn: en, ...rest });

/** Parts that no input names: the process makes them. */
const made: Readonly<Record<string, Schema>> = {
  noticeTitle: named('公示', 'Notice'),
  subject: named('对象', 'About', { widget: 'case' }),
  objector: {
    ...named('异议人', 'Who objects'),
    type: 'object',
    properties: { name: named('姓名或单位', 'Name'), contact: named('联系电话', 'Telephone') },
  },
  opensAt: named('开始时刻', 'Opens at', { format: 'date-time' }),
  closesAt: named('截止时刻', 'Closes at', { format: 'date-time' }),
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
  const names = Object.keys(view.data).filter((name) => view.data[name] !== null);
  const known = names.map((name) => [name, name === 'answer' ? answer : (made[name] ?? opening[name] ?? offered[name])] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(known.filter(([, schema]) => schema?.title !== undefined)) as Readonly<Record<string, Schema>>,
  };
}

/** The data of any process, by the labels its inputs bring. */
export function GenericData({ view, info }: { readonly view: CaseView; readonly info: ProcessInfo }) {
  const say = useSay();
  const language = useLanguage();
  const schema = dataSchema(view, info);
  const moments = fieldsOf(schema).filter(([, { format }]) => format === 'date-time');
  const rest: Schema = {
    ...schema,
    properties: Object.fromEntries(
      fieldsOf(schema).filter(([name, field]) => field.format !== 'date-time' && kindOf(name, field) !== undefined),
    ),
  };
  return (
    <Card title={say(caseWords.data)}>
      <div className="grid gap-4">
        <SchemaView schema={rest} value={view.data} />
        {moments.length > 0 && (
          <Pairs
            pairs={moments.map(([name, field]) => ({
              key: name,
              label: (language === 'en' ? field.titleEn : field.title) ?? name,
              value: momentText(String(view.data[name]), language),
            }))}
          />
        )}
      </div>
    </Card>
  );
}
