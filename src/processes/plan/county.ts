import { Nothing } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { countyApprover, countyEvents, opinionIs } from '#core/process/county.ts';
import { eventsOf, type Sight } from '#core/process/define.ts';
import { completionEvents, type FormSetting, returnFaults } from '#core/process/form-events.ts';
import { tellCentre, tellOwner } from '#core/process/tell.ts';
import { PlanContent } from './content.ts';
import { CountyOpinion, type PlanData } from './data.ts';
import type { State } from './states.ts';

type PlanSight = Sight<PlanData>;
const event = eventsOf<State, PlanData>();
const form: FormSetting = { clause: '14.2b', form: PlanContent, called: both('方案', 'plan') };
const found = opinionIs('14.2b');

const input = (field: string, zh: string, en: string): Refusal => ({
  kind: 'input',
  code: 'invalid_input',
  clause: '14.2b',
  field,
  says: both(zh, en),
});

/** Refusals that need more than one field of the opinion. */
function opinionFaults({ data }: PlanSight, { opinion, reasons, requests, isTrue }: CountyOpinion): readonly Refusal[] {
  if (opinion === 'endorse') {
    return isTrue ? [] : [input('opinion', '所报情况不属实的，不能审核通过', 'What is not true can not pass')];
  }
  if (opinion === 'reject') {
    return reasons.length < 10 ? [input('reasons', '审核不通过须写明理由（不少于10个字）', 'A refusal needs its reasons')] : [];
  }
  return returnFaults(form, data, requests);
}

export const { countyCheck, sendBack, countyOverdue } = countyEvents<State, PlanData, CountyOpinion>({
  clause: '14.2b',
  reviewsIn: 'county_review',
  signsIn: 'county_approval',
  called: both('审核意见', 'opinion'),
  writes: both('填写审核意见', 'Write the opinion'),
  opinion: CountyOpinion,
  accepts: opinionFaults,
  put: (data, opinion) => ({ ...data, opinion }),
  overdue: both('区县审核超期', 'County overdue'),
});

export const { countyReturn, amend } = completionEvents<State, PlanData>(form, { signsIn: 'county_approval', returnsTo: 'returned' });

export const endorse = event({
  title: both('签发审核通过，报市中心', 'Sign and pass on to the centre'),
  clause: '14.2b',
  from: ['county_approval'],
  to: 'centre_review',
  who: [countyApprover],
  input: Nothing,
  guards: [found('endorse')],
  manner: 'next',
  effects: (sight) => [
    tellOwner(sight, '区县审核通过，已报市中心', 'passed by the county; now at the centre'),
    tellCentre(sight, 'centre_officer', '已由区县审核，请审核', 'passed by the county; please check'),
  ],
});

export const countyReject = event({
  title: both('签发审核不通过', 'Reject'),
  clause: '14.2b',
  from: ['county_approval'],
  to: 'county_rejected',
  who: [countyApprover],
  input: Nothing,
  guards: [found('reject')],
  manner: 'grave',
  isDuty: true,
  apply: ({ data }) => ({ ...data, ended: data.opinion?.reasons ?? null }),
  effects: (sight) => [
    tellOwner(
      sight,
      '区县审核不通过，理由见案卷；现行方案不变，可修改后重新提出，也可向市中心反映',
      'not passed; the reasons are in the file. The plan in force stands; you may report again, or turn to the centre',
    ),
  ],
});
