import type { Guard } from '#core/process/define.ts';
import { addMonths } from '#core/kernel/dates.ts';
import { readCreditCode } from '#core/kernel/credit-code.ts';
import { known } from '#core/process/facts.ts';
import { both } from '#core/kernel/words.ts';
import type { ApplicationData } from './data.ts';
import { formFaults } from './form.ts';

type ApplicationGuard = Guard<ApplicationData>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const policyInForce: Guard<unknown> = {
  code: 'policy_not_in_force',
  clause: '17.2',
  asks: ['policy'],
  says: ({ facts }) => {
    const { from, to } = known(facts, 'policy');
    return both(`文件施行期为${from}至${to}，期外不受理`, `The plan is in force from ${from} to ${to}; nothing is accepted outside`);
  },
  met: ({ facts }) => known(facts, 'policy').isInForce,
};

export const callOpen: Guard<unknown> = {
  code: 'call_closed',
  clause: 'operational',
  asks: ['call'],
  says: ({ facts }) => {
    const call = known(facts, 'call');
    return call
      ? both(`“${call.title}”的申报时间已过或未到，现不能报送`, 'The call is not open now; nothing can be filed')
      : both('没有这个申报批次', 'There is no such call');
  },
  met: ({ facts }) => known(facts, 'call')?.isOpen === true,
};

export const formComplete: ApplicationGuard = {
  code: 'form_incomplete',
  clause: '8.1',
  says: ({ data }) => {
    const faults = formFaults(data.form);
    return both(
      `申报书还有${faults.length}处未填或有误，请在“检查”页逐项补齐`,
      `${faults.length} fields are missing or wrong; see the check page`,
    );
  },
  met: ({ data }) => formFaults(data.form).length === 0,
};

export const ownDistrict: ApplicationGuard = {
  code: 'wrong_district',
  clause: '7.2',
  says: both(
    '申报书所填区县与本单位所在区县不一致，只能向所在区县报送',
    'The district in the form is not your own; file with your own district only',
  ),
  met: ({ data, kase }) => data.form.cover?.district === undefined || data.form.cover.district === kase.district,
};

export const oneApplicationInCall: ApplicationGuard = {
  code: 'already_applied',
  clause: 'operational',
  asks: ['applicationsInCall'],
  says: both('本单位在本批次已有一份在办申报，不能重复报送', 'You already have an application in this call'),
  met: ({ facts }) => known(facts, 'applicationsInCall') === 0,
};

export const siteInspected: ApplicationGuard = {
  code: 'not_inspected',
  clause: '8.2',
  says: both('还没有现场考察记录', 'There is no record of the site inspection'),
  met: ({ data }) => data.inspection !== null,
};

export const selectionIs = (isSelected: boolean): ApplicationGuard => ({
  code: 'proposal_differs',
  clause: '8.2',
  says: both('经办人提出的不是这一结论；如不同意，请退回', 'The officer proposed otherwise; send it back if you disagree'),
  met: ({ data }) => data.selection?.isSelected === isSelected,
});

/** Conflicts are computed from the form's credit codes: the applicant's own must be the applicant's. */
export const ownCreditCode: ApplicationGuard = {
  code: 'foreign_credit_code',
  clause: '7.1',
  asks: ['organisation'],
  says: both('申报书所填统一社会信用代码不是本单位的，请改为登记的代码', 'The credit code in the form is not your own'),
  met: ({ data, facts }) => {
    const typed = readCreditCode(textOf(data.form.applicant?.creditCode));
    return !typed.ok || typed.value === known(facts, 'organisation').creditCode; // a wrong code is a fault of the form, told there
  },
};

/** The plan bans nobody; where the reading asks for it, a year passes after a revocation (I-39). */
export const waitedAfterRevocation: Guard<unknown> = {
  code: 'reapplied_too_early',
  clause: '14.3d',
  asks: ['readings', 'titleRevokedOn'],
  says: ({ facts }) => {
    const day = known(facts, 'titleRevokedOn');
    const again = day && addMonths(day, 12);
    return both(
      `示范区资格于${day}取消，按现行口径${again}起方可重新申报`,
      `The title was revoked on ${day}; apply again from ${again} on`,
    );
  },
  met: ({ facts, today }) => {
    const day = known(facts, 'titleRevokedOn');
    return day === null || known(facts, 'readings').reapplyAfterRevocation !== 'after_one_year' || today >= addMonths(day, 12);
  },
};
