import { z } from 'zod';
import { choice, day, field, line, paragraph } from '#core/form/fields.ts';
import { Nothing } from '#core/form/inputs.ts';
import { businessDate } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import type { Setting } from '#core/policy/settings.ts';
import { defineProcess, eventsOf, openingOf } from '#core/process/define.ts';
import { anybodyIn, decider, drafted, drafter, drop, dropped } from '#core/process/two-persons.ts';
import { nameOf } from '#core/process/summary.ts';
import { zibo2020Settings } from '#policy/zibo-2020/settings.ts';

const settings: Readonly<Record<string, Setting<unknown>>> = zibo2020Settings;
const keys = Object.fromEntries(Object.entries(settings).map(([key, { id, title }]) => [key, both(`${id} ${title}`, `${id} ${key}`)]));

/** A value as people type it in one line: numbers and lists are understood besides JSON. */
const typed = (value: z.core.util.JSONType): unknown => {
  if (typeof value !== 'string') return value;
  if (/^\d+$/.test(value)) return Number(value);
  return /^\d+([,，、\s]+\d+)+$/.test(value) ? value.split(/[,，、\s]+/).map(Number) : value;
};

const RulingInput = z.object({
  key: field(choice(keys), both('事项', 'Matter')),
  value: field(z.json(), both('值', 'Value'), {
    help: both('日期按 年-月-日；多个数字用逗号隔开；读法填其代号', 'A date as YYYY-MM-DD; numbers with commas; a reading by its name'),
  }),
  documentNumber: field(line(80), both('文号', 'Document no.')),
  decidedOn: field(day(), both('决定日期', 'Decided on')),
  effectiveFrom: field(day(), both('生效日期', 'Effective from')),
  text: field(paragraph(10, 5000), both('内容与理由', 'Text and reasons'), { widget: 'paragraph' }),
});
type RulingInput = z.infer<typeof RulingInput>;
const allowed = (key: string): string => {
  const options = settings[key]?.options ?? [];
  return options.length > 0
    ? `可取：${options.map(({ value }) => String(value)).join('、')}`
    : `现为${JSON.stringify(settings[key]?.default)}`;
};

type State = 'drafted' | 'in_force' | 'dropped';

const event = eventsOf<State, RulingInput>();

/** An interpretation or extension by the centre (rows 16.1, 17.2): one drafts, another puts it in force; never overwritten. */
export const ruling = defineProcess({
  name: 'ruling',
  title: both('解释与延期', 'Interpretation or extension'),
  clause: '16.1',
  prefix: 'JS',
  data: RulingInput,
  readers: anybodyIn('centre_officer', 'centre_approver', 'auditor'),
  opens: openingOf<RulingInput>()({
    title: both('拟定解释或延期', 'Draft a ruling'),
    clause: '16.1',
    who: [drafter],
    input: RulingInput,
    accepts: (_sight, { key, value }) =>
      settings[key]?.schema.safeParse(typed(value)).success
        ? []
        : [
            {
              kind: 'input',
              code: 'invalid_input',
              clause: '16.1',
              field: 'value',
              says: both(`“${settings[key]?.title ?? key}”不能取这个值；${allowed(key)}`, 'This matter can not have that value'),
            },
          ],
    create: (_sight, input) => ({ ...input, value: typed(input.value) as RulingInput['value'] }),
  }),
  initial: 'drafted',
  states: {
    drafted: drafted(both('待签发', 'Drafted')),
    in_force: { title: both('已生效', 'In force'), isFinal: true },
    dropped,
  },
  events: {
    put_in_force: event({
      title: both('签发生效', 'Put in force'),
      clause: '16.1',
      from: ['drafted'],
      to: 'in_force',
      who: [decider],
      input: Nothing,
      manner: 'next',
      effects: ({ data }) => [
        {
          kind: 'set reading',
          when: 'with',
          key: data.key,
          value: data.value,
          source: data.documentNumber,
          effectiveFrom: businessDate(data.effectiveFrom),
        },
      ],
    }),
    drop,
  },
  summary: nameOf<RulingInput>(
    ({ key, value }) => `${settings[key]?.title ?? key}：${typeof value === 'string' ? value : JSON.stringify(value)}`,
  ),
});
