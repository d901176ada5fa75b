import { z } from 'zod';
import { field, line } from '#core/form/fields.ts';
import { Nothing } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { applicant, clock } from '#core/people/offices.ts';
import { countyApprover, countyEvents, opinionIs } from '#core/process/county.ts';
import { eventsOf, type Sight } from '#core/process/define.ts';
import { completionEvents, type FormSetting, returnFaults } from '#core/process/form-events.ts';
import { tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { missingKinds } from './conditions.ts';
import { type ApplicationData, CountyOpinion } from './data.ts';
import { ApplicationForm, formFaults } from './form.ts';
import { formComplete, ownCreditCode, ownDistrict } from './guards.ts';
import type { State } from './states.ts';

const event = eventsOf<State, ApplicationData>();

const form: FormSetting = { clause: '7.3', form: ApplicationForm, called: both('申报书', 'form') };
const proposed = opinionIs('7.3');

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
  if (opinion.opinion === 'return') return returnFaults(form, data, opinion.requests);
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

export const { countyCheck, sendBack, countyOverdue } = countyEvents<State, ApplicationData, CountyOpinion>({
  clause: '7.3',
  reviewsIn: 'county_review',
  signsIn: 'county_approval',
  called: both('审核意见', 'opinion'),
  writes: both('填写审核意见', 'Write the opinion'),
  opinion: CountyOpinion,
  accepts: opinionFaults,
  put: (data, opinion) => ({ ...data, opinion }),
  overdue: both('区县审核超期', 'County overdue'),
});

export const { countyReturn, amend } = completionEvents<State, ApplicationData>(form, {
  signsIn: 'county_approval',
  returnsTo: 'returned',
});

export const endorse = event({
  title: both('签发推荐', 'Sign the recommendation'),
  clause: '7.3',
  from: ['county_approval'],
  to: 'panel_forming',
  who: [countyApprover],
  input: z.object({ letterNumber: field(line(60), both('推荐函文号', 'Recommendation letter no.')) }),
  guards: [proposed('recommend')],
  manner: 'next',
  apply: ({ data }, { letterNumber }) => ({ ...data, letterNumber }),
  effects: (sight) => [
    tellOwner(sight, '区县已推荐至市中心', 'recommended to the centre'),
    tellCentre(sight, 'centre_officer', '已由区县推荐，请组织评估', 'recommended; please form the panel'),
  ],
});

export const countyReject = event({
  title: both('签发不予推荐', 'Refuse to recommend'),
  clause: '7.3',
  from: ['county_approval'],
  to: 'county_rejected',
  who: [countyApprover],
  input: Nothing,
  guards: [proposed('reject')],
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
    tellCounty(sight, 'county_reviewer', '已补正，请继续审核', 'completed; please go on'),
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
    tellCounty(sight, 'county_reviewer', '补正超期，请按现有材料审核', 'completion is overdue; please decide on what is there'),
  ],
});
