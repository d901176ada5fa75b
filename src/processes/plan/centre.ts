import { z } from 'zod';
import { field, line } from '#core/form/fields.ts';
import { Nothing, Reason } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { centreOfficer } from '#core/people/offices.ts';
import { eventsOf } from '#core/process/define.ts';
import { tellCentre, tellOwner } from '#core/process/tell.ts';
import { CentreCheck, type PlanData } from './data.ts';
import { yearFrom } from './filing.ts';
import { baseInForce, checkIs, titleStands } from './guards.ts';
import { centreApprover } from './people.ts';
import type { State } from './states.ts';

const event = eventsOf<State, PlanData>();

export const centreCheck = event({
  title: both('填写市中心审核意见', 'Check and propose'),
  clause: '14.2b',
  from: ['centre_review'],
  to: 'centre_approval',
  who: [centreOfficer],
  input: CentreCheck,
  manner: 'next',
  apply: ({ data, today, actor }, check) => ({ ...data, check: { ...check, checkedOn: today, checker: actor.name } }),
  effects: (sight) => [tellCentre(sight, 'centre_approver', '已提出审核意见，请审定', 'checked; please decide')],
});

export const consent = event({
  title: both('审定同意', 'Consent'),
  clause: '14.2b',
  from: ['centre_approval'],
  to: 'consented',
  who: [centreApprover],
  input: z.object({ documentNumber: field(line(80), both('同意文号', 'Document no.')) }),
  asks: ['zonePlan'],
  guards: [checkIs('consent'), titleStands, baseInForce],
  manner: 'next',
  apply: (sight, { documentNumber }) => ({
    ...sight.data,
    // What is not consented when a year goes to evaluation is not for that year: counted anew today, not at the filing.
    consent: { version: sight.data.base + 1, documentNumber, countsFrom: yearFrom(sight, null), consentedOn: sight.today },
  }),
  effects: (sight) => {
    const { data } = sight;
    if (!data.consent) throw new Error('a consented plan without its consent');
    const { countsFrom, documentNumber, version } = data.consent;
    return [
      {
        kind: 'adopt plan',
        when: 'with',
        zone: data.zone,
        base: data.base,
        content: data.form,
        isEditorial: data.report?.isEditorial ?? false,
        countsFrom,
        documentNumber,
      },
      tellOwner(
        sight,
        `市中心已同意，方案第${version}版施行，自${countsFrom}年度起作为认定依据`,
        `consented; version ${version} is in force`,
      ),
    ];
  },
});

export const refuse = event({
  title: both('审定不予同意', 'Refuse'),
  clause: '14.2b',
  from: ['centre_approval'],
  to: 'refused',
  who: [centreApprover],
  input: Nothing,
  guards: [checkIs('refuse')],
  manner: 'grave',
  isDuty: true,
  apply: ({ data }) => ({ ...data, ended: data.check?.reasons ?? null }),
  effects: (sight) => [
    tellOwner(
      sight,
      '市中心不予同意，理由见案卷；现行方案不变，可修改后重新报告，也可依法申请行政复议或者提起行政诉讼',
      'refused; the reasons are in the file. The plan in force stands; you may report again, or seek review',
    ),
  ],
});

export const sendBackCheck = event({
  title: both('退回经办人', 'Send back'),
  clause: 'operational',
  from: ['centre_approval'],
  to: 'centre_review',
  who: [centreApprover],
  input: Reason,
  apply: ({ data }) => ({ ...data, check: null }),
  effects: (sight) => [tellCentre(sight, 'centre_officer', '审定人退回，请重新审核', 'sent back; please check again')],
});
