import { z } from 'zod';
import { choice, field, line, mobile, paragraph } from '#core/form/fields.ts';
import { Nothing, ShortReason } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { atTheCentre, centreApproverBut, centreOfficer, clock } from '#core/people/offices.ts';
import { defineProcess, eventsOf, openingOf } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { summaryOf } from '#core/process/summary.ts';
import { tellCentre } from '#core/process/tell.ts';
import { within } from '#policy/zibo-2020/time-limits.ts';

const ObjectionInput = z.object({
  notice: z.string().min(1, '请从公示页提出异议'),
  name: field(line(60), both('姓名或单位', 'Name')),
  contact: field(mobile(), both('联系电话', 'Telephone'), { widget: 'mobile' }),
  facts: field(paragraph(10, 5000), both('事实与理由', 'Facts and reasons'), { widget: 'paragraph' }),
});

const outcomes = { upheld: both('异议成立', 'Upheld'), dismissed: both('异议不成立', 'Dismissed') } as const;
const Answer = z.object({
  outcome: field(choice(outcomes), both('核查结论', 'Outcome')),
  answer: field(paragraph(10, 5000), both('答复', 'Answer'), { widget: 'paragraph' }),
});

const ObjectionData = z.object({
  notice: z.string(),
  noticeTitle: z.string(),
  subject: z.string(),
  subjectCase: z.string(),
  objector: z.object({ name: z.string(), contact: z.string() }),
  facts: z.string(),
  answer: Answer.nullable(),
});
type ObjectionData = z.infer<typeof ObjectionData>;
type State = 'checking' | 'answer_approval' | 'answered';

const centreApprover = centreApproverBut('propose_answer');
const event = eventsOf<State, ObjectionData>();
const timeToAnswer = within('objectionWorkdays', { fires: 'overdue', clock: 'answer' });

/** An objection to a public notice, from anybody who gives a name and a contact (F13). Counties never learn who objected. */
export const objection = defineProcess({
  name: 'objection',
  title: both('公示异议', 'Objection'),
  clause: 'operational',
  prefix: 'YY',
  data: ObjectionData,
  readers: atTheCentre,
  opens: openingOf<ObjectionData>()({
    title: both('提出异议', 'Object'),
    clause: 'operational',
    who: [{ role: 'public', relation: 'any' }],
    input: ObjectionInput,
    asks: ['notice'],
    guards: [
      {
        code: 'notice_closed',
        clause: 'operational',
        asks: ['notice'],
        says: both('公示期已满或没有这则公示，不能再提出异议', 'The notice is over or does not exist'),
        met: ({ facts }) => known(facts, 'notice')?.isOpen === true,
      },
    ],
    isSealed: true,
    create: ({ facts }, { notice, name, contact, facts: story }) => ({
      notice,
      noticeTitle: known(facts, 'notice')?.title ?? '',
      subject: known(facts, 'notice')?.subject ?? '',
      subjectCase: known(facts, 'notice')?.kase ?? '',
      objector: { name, contact },
      facts: story,
      answer: null,
    }),
    effects: (sight) => [
      { kind: 'issue receipt', when: 'with' },
      tellCentre(
        sight,
        'centre_officer',
        `收到对“${sight.data.noticeTitle}”的异议，请于${sight.kase.deadline?.day}前答复`,
        `an objection to "${sight.data.noticeTitle}"; answer by ${sight.kase.deadline?.day}`,
      ),
    ],
  }),
  initial: 'checking',
  states: {
    checking: { title: both('核查中', 'Being checked'), awaits: both('市中心', 'the centre'), deadline: timeToAnswer },
    answer_approval: { title: both('待审定答复', 'Answer approval'), awaits: both('市中心', 'the centre'), deadline: timeToAnswer },
    answered: { title: both('已答复', 'Answered'), isFinal: true },
  },
  events: {
    propose_answer: event({
      title: both('提出答复', 'Propose an answer'),
      clause: 'operational',
      from: ['checking'],
      to: 'answer_approval',
      who: [centreOfficer],
      input: Answer,
      manner: 'next',
      apply: ({ data }, answer) => ({ ...data, answer }),
    }),
    send_back: event({
      title: both('退回重新核查', 'Send back'),
      clause: 'operational',
      from: ['answer_approval'],
      to: 'checking',
      who: [centreApprover],
      input: ShortReason,
      apply: ({ data }) => ({ ...data, answer: null }),
    }),
    answer: event({
      title: both('审定答复', 'Answer'),
      clause: 'operational',
      from: ['answer_approval'],
      to: 'answered',
      who: [centreApprover],
      input: Nothing,
      manner: 'next',
    }),
    overdue: event({
      title: both('异议答复超期', 'Answer overdue'),
      clause: 'operational',
      from: ['checking', 'answer_approval'],
      to: 'same',
      who: [clock],
      input: Nothing,
      effects: (sight) => [tellCentre(sight, 'centre_officer', '答复已超期', 'the answer is overdue')],
    }),
  },
  parent: ({ subjectCase }) => subjectCase,
  summary: summaryOf<ObjectionData>()(['noticeTitle'], ({ noticeTitle }) =>
    both(`对“${noticeTitle}”的异议`, `Objection to “${noticeTitle}”`),
  ),
});
