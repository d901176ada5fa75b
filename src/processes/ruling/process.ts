import { z } from 'zod';
import { choice, day, field, line, paragraph } from '#core/form/fields.ts';
import { businessDate, isBusinessDate } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import type { Who } from '#core/people/relations.ts';
import { defineProcess, eventsOf, openingOf } from '#core/process/define.ts';

/** Readings that a ruling may set today; the clause settings join them with the rule studio. */
const keys = { policyTo: both('施行期末日（延期）', 'Last day in force (extension)') } as const;

const RulingInput = z.object({
  key: field(choice(keys), both('事项', 'Matter')),
  value: field(line(40), both('值', 'Value'), { help: both('日期按 年-月-日', 'A date as YYYY-MM-DD') }),
  documentNumber: field(line(80), both('文号', 'Document no.')),
  decidedOn: field(day(), both('决定日期', 'Decided on')),
  effectiveFrom: field(day(), both('生效日期', 'Effective from')),
  text: field(paragraph(10, 5000), both('内容与理由', 'Text and reasons'), { widget: 'paragraph' }),
});
type RulingInput = z.infer<typeof RulingInput>;
type State = 'drafted' | 'in_force' | 'dropped';

const officer: Who = { role: 'centre_officer', relation: 'any' };
const approver: Who = { role: 'centre_approver', relation: 'any', notWho: ['open'] };
const event = eventsOf<State, RulingInput>();

/** An interpretation or extension by the centre (rows 16.1, 17.2): one drafts, another puts it in force; never overwritten. */
export const ruling = defineProcess({
  name: 'ruling',
  title: both('解释与延期', 'Interpretation or extension'),
  clause: '16.1',
  prefix: 'JS',
  data: RulingInput,
  readers: (['centre_officer', 'centre_approver', 'auditor'] as const).map((role) => ({ role, relation: 'any' as const })),
  opens: openingOf<RulingInput>()({
    title: both('拟定解释或延期', 'Draft a ruling'),
    clause: '16.1',
    who: [officer],
    input: RulingInput,
    accepts: (_sight, { value }) =>
      isBusinessDate(value)
        ? []
        : [
            {
              kind: 'input',
              code: 'invalid_input',
              clause: '17.2',
              field: 'value',
              says: both('请填写存在的日期，如2027-12-31', 'Give a day that exists, such as 2027-12-31'),
            },
          ],
    create: (_sight, input) => input,
  }),
  initial: 'drafted',
  states: {
    drafted: { title: both('待签发', 'Drafted'), awaits: both('市中心', 'the centre') },
    in_force: { title: both('已生效', 'In force'), isFinal: true },
    dropped: { title: both('已作废', 'Dropped'), isFinal: true },
  },
  events: {
    put_in_force: event({
      title: both('签发生效', 'Put in force'),
      clause: '16.1',
      from: ['drafted'],
      to: 'in_force',
      who: [approver],
      input: z.object({}),
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
    drop: event({
      title: both('作废', 'Drop'),
      clause: 'operational',
      from: ['drafted'],
      to: 'dropped',
      who: [officer, approver],
      input: z.object({ reason: field(paragraph(5, 1000), both('理由', 'Reason'), { widget: 'paragraph' }) }),
      manner: 'grave',
    }),
  },
  summary: ({ key, value }) => `${keys[key].zh}：${value}`,
});
