import { Nothing, Reason } from '#core/form/inputs.ts';
import type { BusinessDate } from '#core/kernel/dates.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { applicant, clock } from '#core/people/offices.ts';
import { eventsOf, type Sight } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { known } from '#core/process/facts.ts';
import { fillInEvent } from '#core/process/form-events.ts';
import { tellCounty, tellOwner } from '#core/process/tell.ts';
import type { Zibo2020Values } from '#policy/zibo-2020/settings.ts';
import { contentOf, PlanContent } from './content.ts';
import { type PlanData, Report } from './data.ts';
import { differenceOf, withDifference } from './difference.ts';
import { baseInForce, contentComplete, contentInForce, numbersFresh, somethingChanged, titleStands, unitsKept } from './guards.ts';
import type { State } from './states.ts';
import { countsFrom, lateWorkdays } from './timing.ts';

type PlanSight = Sight<PlanData>;
const event = eventsOf<State, PlanData>();

const fault = (code: string, field: string, zh: string, en: string): Refusal => ({
  kind: 'input',
  code,
  clause: '14.2b',
  field,
  says: both(zh, en),
});

/** A change is reported with reason, explanation and the day it happened; the first plan of a zone is no change. */
function reportFaults({ data, today }: PlanSight, { reason, explanation, changedOn }: Report): readonly Refusal[] {
  if (data.base === 0) return [];
  return [
    ...(reason.length < 5 ? [fault('reason_missing', 'reason', '请写明调整原因（不少于5个字）', 'Give the reason of the change')] : []),
    ...(explanation.length < 5
      ? [fault('explanation_missing', 'explanation', '请附调整说明（不少于5个字）', 'Give the explanation of the change')]
      : []),
    ...(changedOn === null ? [fault('event_date_missing', 'changedOn', '请填写变化发生的日期', 'Give the day of the change')] : []),
    ...(changedOn !== null && changedOn > today
      ? [fault('event_in_future', 'changedOn', '变化发生日期不能晚于今天', 'The change can not lie in the future')]
      : []),
  ];
}

/** First year a plan is the yardstick of: the first one from the start of its period. */
export function yearFrom({ data, facts }: PlanSight, changedOn: string | null): number {
  if (data.base === 0) return Number(contentOf(data.form)?.general.from.slice(0, 4) ?? 0);
  return countsFrom((changedOn ?? data.report?.changedOn ?? '') as BusinessDate, known(facts, 'zonePlan')?.reviewedYear ?? null);
}

/** What is filed: the report with how late it is and for which year it counts, and the change field by field. */
function filed(sight: PlanSight, report: Report): PlanData {
  const { data, facts, today } = sight;
  const { planChangeReportWorkdays: allowed } = known(facts, 'readings') as Zibo2020Values;
  const content = contentOf(data.form);
  if (!content) throw new Error('an unfinished plan passed the guard');
  const changedOn = data.base === 0 ? null : report.changedOn;
  const late = changedOn === null ? 0 : lateWorkdays(changedOn as BusinessDate, today, allowed);
  return {
    ...data,
    form: content as unknown as PlanData['form'],
    report: { ...report, changedOn, lateWorkdays: late, countsFrom: yearFrom(sight, changedOn) },
    changes: [...differenceOf(contentInForce(sight), content)],
    requests: [],
    filings: data.filings + 1,
  };
}

const filingEffects = (sight: PlanSight, zh: string, en: string): readonly Effect[] => [
  { kind: 'freeze filing', when: 'with', form: sight.data.form },
  { kind: 'issue receipt', when: 'with' },
  tellCounty(sight, 'county_reviewer', zh, en),
];

export const fillIn = fillInEvent<State, PlanData>(
  { clause: '6.0', form: PlanContent, called: both('方案', 'plan') },
  { from: 'draft', title: both('填写方案', 'Write the plan') },
);

const fileGuards = [titleStands, baseInForce, contentComplete, somethingChanged, numbersFresh, unitsKept];

export const file = event({
  title: both('报送区县审核', 'File with the county'),
  clause: '14.2b',
  from: ['draft'],
  to: 'county_review',
  who: [applicant],
  input: Report,
  asks: ['zonePlan', 'readings'],
  guards: fileGuards,
  manner: 'next',
  accepts: reportFaults,
  apply: filed,
  effects: (sight) => filingEffects(sight, `收到${sight.data.zoneName}的方案，请审核`, 'a plan came in; please review'),
});

export const resubmit = event({
  title: both('补正后重新报送', 'File again'),
  clause: '14.2b',
  from: ['returned'],
  to: 'county_review',
  who: [applicant],
  input: Nothing,
  asks: ['zonePlan', 'readings'],
  guards: fileGuards,
  manner: 'next',
  apply: (sight) => {
    const { report } = sight.data;
    if (!report) throw new Error('a returned plan was never filed');
    // In time or late is settled by the first filing: completing what was asked for costs no time of the report.
    return { ...filed(sight, Report.parse(report)), report: { ...report, countsFrom: yearFrom(sight, report.changedOn) } };
  },
  effects: (sight) => filingEffects(sight, '已补正，请继续审核', 'completed; please go on'),
});

export const amendmentOverdue = event({
  title: both('补正超期', 'Completion overdue'),
  clause: 'operational',
  from: ['returned'],
  to: 'county_review',
  who: [clock],
  input: Nothing,
  asks: ['zonePlan'],
  // What was begun and not filed again does not stand: the changes as filed give the plan as filed.
  apply: (sight) => ({
    ...sight.data,
    form: withDifference(contentInForce(sight), sight.data.changes) as unknown as PlanData['form'],
    requests: [],
  }),
  effects: (sight) => [
    tellOwner(sight, '补正期限已过，由区县按原报送材料审核', 'the time is over; the county goes on with what was filed'),
    tellCounty(sight, 'county_reviewer', '补正超期，请按原报送材料审核', 'completion is overdue; please decide on what was filed'),
  ],
});

export const withdraw = event({
  title: both('撤回', 'Withdraw'),
  clause: 'operational',
  from: ['draft', 'county_review', 'county_approval', 'returned', 'centre_review'],
  to: 'withdrawn',
  who: [applicant],
  input: Reason,
  manner: 'grave',
  apply: ({ data }, { reason }) => ({ ...data, ended: reason }),
});
