import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { hasField } from '#core/form/draft.ts';
import { eventsOf, type Sight } from '#core/process/define.ts';
import { PlanContent } from './content.ts';
import { CountyOpinion, Nothing, type PlanData, Reason } from './data.ts';
import { tellCounty, tellOwner } from './filing.ts';
import { opinionIs } from './guards.ts';
import { clock, countyApprover, countyReviewer } from './people.ts';
import type { State } from './states.ts';

type PlanSight = Sight<PlanData>;
const event = eventsOf<State, PlanData>();

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
  if (data.returns > 0) return [input('opinion', '已退回补正过一次，不能再次退回', 'It was returned once already')];
  if (requests.length === 0) return [input('requests', '退回须列明补正清单', 'A return needs its requests')];
  const unknown = requests.findIndex(({ path }) => !hasField(PlanContent, path));
  return unknown < 0 ? [] : [input(`requests.${unknown}.path`, '方案没有这个字段', 'The plan has no such field')];
}

export const countyCheck = event({
  title: both('填写审核意见', 'Write the opinion'),
  clause: '14.2b',
  from: ['county_review'],
  to: 'county_approval',
  who: [countyReviewer],
  input: CountyOpinion,
  manner: 'next',
  accepts: opinionFaults,
  apply: ({ data, today, actor }, opinion) => ({ ...data, opinion: { ...opinion, reviewedOn: today, reviewer: actor.name } }),
  effects: ({ kase }) => [
    {
      kind: 'notify',
      when: 'after',
      recipient: { to: 'role', role: 'county_approver', district: kase.district },
      says: both(`${kase.number}已审核，请签发`, `${kase.number} is reviewed; please sign`),
    },
  ],
});

export const endorse = event({
  title: both('签发审核通过，报市中心', 'Sign and pass on to the centre'),
  clause: '14.2b',
  from: ['county_approval'],
  to: 'centre_review',
  who: [countyApprover],
  input: Nothing,
  guards: [opinionIs('endorse')],
  manner: 'next',
  effects: (sight) => [
    tellOwner(sight, '区县审核通过，已报市中心', 'passed by the county; now at the centre'),
    {
      kind: 'notify',
      when: 'after',
      recipient: { to: 'role', role: 'centre_officer' },
      says: both(`${sight.kase.number}已由区县审核，请审核`, `${sight.kase.number} was passed by the county; please check`),
    },
  ],
});

export const countyReturn = event({
  title: both('签发退回补正', 'Return for completion'),
  clause: '14.2b',
  from: ['county_approval'],
  to: 'returned',
  who: [countyApprover],
  input: Nothing,
  guards: [opinionIs('return')],
  manner: 'next',
  apply: ({ data }) => ({ ...data, requests: data.opinion?.requests ?? [], returns: data.returns + 1 }),
  effects: (sight) => [tellOwner(sight, '请按清单补正后重新报送', 'please complete the fields asked for')],
});

export const countyReject = event({
  title: both('签发审核不通过', 'Reject'),
  clause: '14.2b',
  from: ['county_approval'],
  to: 'county_rejected',
  who: [countyApprover],
  input: Nothing,
  guards: [opinionIs('reject')],
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

export const sendBack = event({
  title: both('退回审核人', 'Send back to the reviewer'),
  clause: 'operational',
  from: ['county_approval'],
  to: 'county_review',
  who: [countyApprover],
  input: Reason,
  effects: (sight) => [tellCounty(sight, '签发人退回，请重新审核', 'sent back; please review again')],
});

export const countyOverdue = event({
  title: both('区县审核超期', 'County overdue'),
  clause: 'operational',
  from: ['county_review', 'county_approval'],
  to: 'same',
  who: [clock],
  input: Nothing,
  effects: (sight) => [
    tellCounty(sight, '审核已超期，请尽快办理；超期不视为同意', 'the review is overdue; silence is not approval'),
    {
      kind: 'notify',
      when: 'after',
      recipient: { to: 'role', role: 'centre_officer' },
      says: both(`${sight.kase.number}区县审核超期，请督促`, `${sight.kase.number}: the county is overdue`),
    },
  ],
});
