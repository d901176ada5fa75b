import { z } from 'zod';
import { field, line } from '#core/form/fields.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { eventsOf, type Sight } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { missingKinds } from './conditions.ts';
import { type ApplicationData, Changes, CountyOpinion, Nothing, Reason } from './data.ts';
import { formFaults, isFormField, withChanges } from './form.ts';
import { formComplete, opinionIs, ownCreditCode, ownDistrict } from './guards.ts';
import { applicant, clock, countyApprover, countyReviewer } from './people.ts';
import type { State } from './states.ts';

const event = eventsOf<State, ApplicationData>();

const tellOwner = ({ kase }: Sight<ApplicationData>, zh: string, en: string): Effect => ({
  kind: 'notify',
  when: 'after',
  recipient: { to: 'organisation', id: kase.owner },
  says: both(`${kase.number}：${zh}`, `${kase.number}: ${en}`),
});

const tellCounty = ({ kase }: Sight<ApplicationData>, zh: string, en: string): Effect => ({
  kind: 'notify',
  when: 'after',
  recipient: { to: 'role', role: 'county_reviewer', district: kase.district },
  says: both(`${kase.number}：${zh}`, `${kase.number}: ${en}`),
});

const input = (field: string, zh: string, en: string): Refusal => ({
  kind: 'input',
  code: 'invalid_input',
  clause: '7.3',
  field,
  says: both(zh, en),
});

/** Refusals that need more than one field of the opinion. */
function opinionFaults({ data }: Sight<ApplicationData>, opinion: CountyOpinion): readonly Refusal[] {
  if (opinion.opinion === 'reject' && opinion.reasons.trim().length < 10) {
    return [input('reasons', '不予推荐须写明理由（不少于10个字）', 'A refusal needs its reasons')];
  }
  if (opinion.opinion === 'return') {
    if (data.returns > 0) return [input('opinion', '已退回补正过一次，不能再次退回', 'It was returned once already')];
    if (opinion.requests.length === 0) return [input('requests', '退回须列明补正清单', 'A return needs its requests')];
    const unknown = opinion.requests.findIndex(({ path }) => !isFormField(path));
    return unknown < 0 ? [] : [input(`requests.${unknown}.path`, '申报书没有这个字段', 'The form has no such field')];
  }
  return opinion.opinion === 'recommend' ? recommendationFaults(data, opinion) : [];
}

/** An unfinished form is not recommended; a missing kind of service needs the reason why the demand is still covered. */
function recommendationFaults(data: ApplicationData, opinion: CountyOpinion): readonly Refusal[] {
  const faults = formFaults(data.form).length;
  if (faults > 0) {
    return [
      input(
        'opinion',
        `申报书还有${faults}处未填或有误，不能推荐；请退回补正或不予推荐`,
        `${faults} fields of the form are missing or wrong; it can not be recommended`,
      ),
    ];
  }
  if (missingKinds(data.form).length > 0 && opinion.reasons.trim().length < 10) {
    return [
      input(
        'reasons',
        '服务种类未全覆盖，推荐须写明仍可基本保障的理由',
        'A kind of service is missing: say why the demand is still covered',
      ),
    ];
  }
  return [];
}

export const countyCheck = event({
  title: both('填写审核意见', 'Write the opinion'),
  clause: '7.3',
  from: ['county_review'],
  to: 'county_approval',
  who: [countyReviewer],
  input: CountyOpinion,
  manner: 'next',
  accepts: opinionFaults,
  apply: ({ data, today, actor }, opinion) => ({
    ...data,
    opinion: { ...opinion, reviewedOn: today, reviewer: actor.name },
  }),
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
  title: both('签发推荐', 'Sign the recommendation'),
  clause: '7.3',
  from: ['county_approval'],
  to: 'panel_forming',
  who: [countyApprover],
  input: z.object({ letterNumber: field(line(60), both('推荐函文号', 'Recommendation letter no.')) }),
  guards: [opinionIs('recommend')],
  manner: 'next',
  apply: ({ data }, { letterNumber }) => ({ ...data, letterNumber }),
  effects: (sight) => [
    tellOwner(sight, '区县已推荐至市中心', 'recommended to the centre'),
    {
      kind: 'notify',
      when: 'after',
      recipient: { to: 'role', role: 'centre_officer' },
      says: both(`${sight.kase.number}已由区县推荐，请组织评估`, `${sight.kase.number} was recommended; please form the panel`),
    },
  ],
});

export const countyReturn = event({
  title: both('签发退回补正', 'Return for completion'),
  clause: '7.3',
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
  title: both('签发不予推荐', 'Refuse to recommend'),
  clause: '7.3',
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
      '区县不予推荐，理由见案卷；可在下一批次重新申报，也可依法申请行政复议或者提起行政诉讼',
      'not recommended; the reasons are in the file. You may apply in the next call, or seek review',
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

export const amend = event({
  title: both('补正字段', 'Complete fields'),
  clause: '7.3',
  from: ['returned'],
  to: 'same',
  who: [applicant],
  input: Changes,
  manner: 'quiet',
  isDuty: true,
  accepts: ({ data }, { changes }) =>
    changes
      .filter(({ path }) => !data.requests.some((request) => request.path === path))
      .map(({ path }) => ({ ...input(path, '补正只能修改清单所列字段', 'Only the fields asked for can be changed'), code: 'not_asked' })),
  apply: ({ data, at }, { changes }) => ({ ...data, form: withChanges(data.form, changes) as ApplicationData['form'], savedAt: at }),
});

export const resubmit = event({
  title: both('补正后重新报送', 'File again'),
  clause: '7.3',
  from: ['returned'],
  to: 'county_review',
  who: [applicant],
  input: Nothing,
  guards: [formComplete, ownDistrict, ownCreditCode],
  manner: 'next',
  apply: ({ data }) => ({ ...data, requests: [], filings: data.filings + 1 }),
  effects: (sight) => [
    { kind: 'freeze filing', when: 'with', form: sight.data.form },
    { kind: 'issue receipt', when: 'with' },
    tellCounty(sight, '已补正，请继续审核', 'completed; please go on'),
  ],
});

export const amendmentOverdue = event({
  title: both('补正超期', 'Completion overdue'),
  clause: 'operational',
  from: ['returned'],
  to: 'county_review',
  who: [clock],
  input: Nothing,
  apply: ({ data }) => ({ ...data, requests: [] }),
  effects: (sight) => [
    tellOwner(sight, '补正期限已过，由区县按现有材料审核', 'the time is over; the county goes on with what is there'),
    tellCounty(sight, '补正超期，请按现有材料审核', 'completion is overdue; please decide on what is there'),
  ],
});
