import { Nothing } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { countyApprover, countyEvents, opinionIs } from '#core/process/county.ts';
import { eventsOf } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { CountyOpinion, type RecognitionData } from './data.ts';
import { hasPlan } from './guards.ts';
import { keptOf } from './progress.ts';
import type { RecognitionSight } from './sight.ts';
import type { State } from './states.ts';
import { tellCentre, tellOwner } from '#core/process/tell.ts';

const event = eventsOf<State, RecognitionData>();
const found = opinionIs('13');

const input = (field: string, zh: string, en: string): Refusal => ({
  kind: 'input',
  code: 'invalid_input',
  clause: '13',
  field,
  says: both(zh, en),
});

/** Refusals that need more than one field of the opinion. */
function opinionFaults({ data }: RecognitionSight, { opinion, finding, doubted }: CountyOpinion): readonly Refusal[] {
  if (opinion === 'return' && data.returns > 0) return [input('opinion', '已退回补正过一次，不能再次退回', 'It was returned once already')];
  if (finding !== 'true' && doubted.length === 0)
    return [input('doubted', '不完全属实的，须列明是哪些任务、指标', 'Say which tasks or indicators are not true')];
  const numbers = [...(data.progress?.tasks ?? []), ...(data.progress?.indicators ?? [])].map(({ no }) => no);
  const unknown = doubted.findIndex(({ no }) => !numbers.includes(no));
  return unknown < 0
    ? []
    : [input(`doubted.${unknown}.no`, '方案没有这个编号的任务或指标', 'The plan has no task or indicator of that number')];
}

export const { countyCheck, sendBack, countyOverdue } = countyEvents<State, RecognitionData, CountyOpinion>({
  clause: '13',
  reviewsIn: 'county_opinion',
  signsIn: 'county_approval',
  called: both('区县意见', 'opinion'),
  writes: both('提出区县意见', 'Write the opinion'),
  opinion: CountyOpinion,
  accepts: opinionFaults,
  put: (data, opinion) => ({ ...data, opinion }),
  overdue: both('区县意见超期', 'County overdue'),
});

/** With the county's signature the plan version in force is pinned: what is consented later counts for the next year (I-36, I-44). */
export const countySign = event({
  title: both('签发区县意见', 'Sign the opinion'),
  clause: '14.2a',
  from: ['county_approval'],
  to: 'panel_forming',
  who: [countyApprover],
  input: Nothing,
  guards: [found('submit'), hasPlan],
  manner: 'next',
  apply: ({ data, facts, today }) => {
    const plan = known(facts, 'planProgress');
    return { ...data, progress: plan && keptOf(plan), pinnedOn: today };
  },
  effects: (sight) => [
    tellOwner(sight, '区县意见已报市中心', 'the county has given its opinion'),
    tellCentre(sight, 'centre_officer', '区县意见已报，请组织评审', 'the county has given its opinion; please form the panel'),
  ],
});

export const countyReturn = event({
  title: both('签发退回补正', 'Return for completion'),
  clause: '13',
  from: ['county_approval'],
  to: 'self_assessment',
  who: [countyApprover],
  input: Nothing,
  guards: [found('return')],
  manner: 'next',
  apply: ({ data }) => ({ ...data, returns: data.returns + 1, filedOn: null, withoutReport: null }),
  effects: (sight) => [tellOwner(sight, '自评报告退回补正，意见见案卷', 'the self-assessment is returned; see the opinion')],
});
