import { z } from 'zod';
import { count, day, field, line } from '#core/form/fields.ts';
import { Nothing } from '#core/form/inputs.ts';
import { businessDate, endOfDay, instant } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import { defineProcess, eventsOf, openingOf } from '#core/process/define.ts';
import { anybodyIn, decider, drafted, drafter, drop, dropped } from '#core/process/two-persons.ts';
import { nameOf } from '#core/process/summary.ts';

const CallInput = z.object({
  title: field(line(80), both('批次名称', 'Name of the call')),
  year: field(z.int('请填写年份').min(2020, '年份过早').max(2100, '年份过晚'), both('年度', 'Year')),
  places: field(count(50).min(1, '至少一个名额'), both('名额', 'Places'), {
    help: both('文件未规定名额（I-35）', 'The plan names no number'),
  }),
  firstDay: field(day(), both('开始日期', 'First day')),
  lastDay: field(day(), both('截止日期', 'Last day'), { help: both('截止到当日24:00（北京时间）', 'Until midnight, Beijing time') }),
});

const CallData = CallInput.extend({ opensAt: z.string(), closesAt: z.string() });
type CallData = z.infer<typeof CallData>;
type State = 'drafted' | 'announced' | 'closed' | 'dropped';

const event = eventsOf<State, CallData>();

const moments = ({ firstDay, lastDay }: z.infer<typeof CallInput>) => ({
  opensAt: instant(`${businessDate(firstDay)}T00:00:00+08:00`),
  closesAt: endOfDay(businessDate(lastDay)),
});

/** A yearly call for applications: how many places, from when to when (I-35). Two persons open it. */
export const call = defineProcess({
  name: 'call',
  title: both('申报批次', 'Call for applications'),
  clause: '8.2',
  prefix: 'PC',
  data: CallData,
  readers: anybodyIn('centre_officer', 'centre_approver', 'auditor', 'county_reviewer', 'county_approver', 'applicant'),
  opens: openingOf<CallData>()({
    title: both('拟定申报批次', 'Draft a call'),
    clause: 'operational',
    who: [drafter],
    input: CallInput,
    accepts: (_sight, { firstDay, lastDay }) =>
      lastDay < firstDay
        ? [
            {
              kind: 'input',
              code: 'invalid_input',
              clause: 'operational',
              field: 'lastDay',
              says: both('截止日期不能早于开始日期', 'The last day can not be before the first'),
            },
          ]
        : [],
    create: (_sight, input) => ({ ...input, ...moments(input) }),
  }),
  initial: 'drafted',
  states: {
    drafted: drafted(both('待发布', 'Drafted')),
    announced: { title: both('已发布', 'Announced'), awaits: both('申报单位', 'applicants') },
    closed: { title: both('已结束', 'Closed'), isFinal: true },
    dropped,
  },
  events: {
    announce: event({
      title: both('发布批次', 'Announce'),
      clause: 'operational',
      from: ['drafted'],
      to: 'announced',
      who: [decider],
      input: Nothing,
      manner: 'next',
      effects: ({ data }) => [
        {
          kind: 'open call',
          when: 'with',
          call: { year: data.year, places: data.places, opensAt: data.opensAt, closesAt: data.closesAt },
        },
        {
          kind: 'notify',
          when: 'after',
          recipient: { to: 'role', role: 'applicant' },
          says: both(`“${data.title}”已发布，截止${data.lastDay} 24:00`, `"${data.title}" is open until ${data.lastDay}`),
        },
      ],
    }),
    drop,
    close: event({
      title: both('办结批次', 'Close the call'),
      clause: 'operational',
      from: ['announced'],
      to: 'closed',
      who: [drafter],
      input: Nothing,
      manner: 'grave',
      effects: () => [{ kind: 'close call', when: 'with' }],
    }),
  },
  summary: nameOf<CallData>(({ title }) => title),
});
