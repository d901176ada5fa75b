import { both } from '#core/kernel/words.ts';
import { applicant } from '#core/people/offices.ts';
import { openingOf } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { chapterNames, chapters, type PlanContent } from './content.ts';
import { Opening, type PlanData } from './data.ts';
import { contentInForce, noOtherCase, ownZone, titleStands } from './guards.ts';

type Form = PlanData['form'];
type Section = Form[string];

const sectionOf = (form: unknown, name: string): Readonly<Record<string, unknown>> => {
  const section = (form as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof section === 'object' && section !== null ? (section as Readonly<Record<string, unknown>>) : {};
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A chapter of the application begins with 无 where it has no task. */
const hasNoTask = (text: string): boolean => text.startsWith('无');

/** What of the first plan the application already says: period, goals, a task for each chapter, funding. */
export function firstDraft(application: unknown): Form {
  const plan = sectionOf(application, 'plan');
  const { rows, policies } = sectionOf(application, 'funding');
  const general = { from: plan.from, to: plan.to, goals: plan.goals };
  const told = chapterNames
    .map((name, index) => ({ name, no: `${index + 1}.1`, text: textOf(plan[name]) }))
    .filter(({ text }) => text !== '');
  const draft: Record<string, Record<string, unknown>> = {
    general: Object.fromEntries(Object.entries(general).filter(([, value]) => textOf(value) !== '')),
    withoutTasks: Object.fromEntries(told.filter(({ text }) => hasNoTask(text)).map(({ name, text }) => [name, text])),
    tasks: {
      rows: told
        .filter(({ text }) => !hasNoTask(text))
        .map(({ name, no, text }) => ({
          no,
          chapter: name,
          title: chapters[name].title.zh.replace(/^（.）/, ''),
          content: text,
          ...(textOf(plan.from) === '' ? {} : { start: plan.from }),
          ...(textOf(plan.to) === '' ? {} : { end: plan.to }),
        })),
    },
    ...(Array.isArray(rows) ? { funding: { rows } } : {}),
    ...(textOf(policies) === '' ? {} : { organisation: { preferences: policies } }),
  };
  return draft as Form;
}

/** The plan in force as a draft to change. */
const draftOf = (content: PlanContent): Form => content as unknown as Record<string, Section>;

/** Whoever builds the zone begins its plan, or a change of the plan in force. */
export const opens = openingOf<PlanData>()({
  title: both('编制方案或报告调整', 'Make the plan or report a change'),
  clause: '6.0',
  who: [applicant],
  input: Opening,
  asks: ['zonePlan'],
  guards: [ownZone, titleStands, noOtherCase],
  create: ({ facts }, { zone }) => {
    const found = known(facts, 'zonePlan');
    const current = contentInForce({ facts });
    return {
      zone,
      zoneName: found?.name ?? '',
      base: found?.current?.version ?? 0,
      form: current ? draftOf(current) : firstDraft(found?.application),
      savedAt: null,
      filings: 0,
      report: null,
      changes: [],
      opinion: null,
      requests: [],
      returns: 0,
      check: null,
      consent: null,
      ended: null,
    };
  },
});
