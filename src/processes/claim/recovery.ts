import { fen, yuan } from '#core/kernel/money.ts';
import { both } from '#core/kernel/words.ts';
import { eventsOf } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { type ClaimData, Reason, Recovery, Repayment, Nothing } from './data.ts';
import { centreOfficer, finance, recoveryApprover } from './people.ts';
import { tellAgency } from './review.ts';
import type { State } from './states.ts';

const event = eventsOf<State, ClaimData>();

/** A support that rests on false statements is taken back by decision (I-47). */
export const proposeRecovery = event({
  title: both('提出追回', 'Propose recovery'),
  clause: 'operational',
  from: ['determined', 'paid', 'voucher_issued'],
  to: 'recovery_proposed',
  who: [centreOfficer],
  input: Recovery,
  manner: 'grave',
  apply: ({ data }, found) => ({ ...data, recovery: { ...found, demandedFen: null } }),
  effects: ({ kase }) => [
    {
      kind: 'notify',
      when: 'after',
      recipient: { to: 'role', role: 'centre_approver' },
      says: both(`${kase.number}拟追回，请审定`, `${kase.number}: recovery is proposed; please decide`),
    },
  ],
});

export const dropRecoveryPaid = event({
  title: both('不予追回', 'Do not recover'),
  clause: 'operational',
  from: ['recovery_proposed'],
  to: 'paid',
  who: [recoveryApprover],
  input: Reason,
  guards: [
    {
      code: 'is_voucher',
      clause: 'operational',
      says: both('本事项发放的是服务券', 'This was a voucher'),
      met: ({ data }) => data.earned?.paidAs === 'cash',
    },
  ],
  apply: ({ data }) => ({ ...data, recovery: null }),
});

export const dropRecoveryVoucher = event({
  title: both('不予追回（服务券）', 'Do not recover the voucher'),
  clause: 'operational',
  from: ['recovery_proposed'],
  to: 'voucher_issued',
  who: [recoveryApprover],
  input: Reason,
  guards: [
    {
      code: 'is_cash',
      clause: 'operational',
      says: both('本事项发放的是资金', 'This was money'),
      met: ({ data }) => data.earned?.paidAs === 'voucher',
    },
  ],
  apply: ({ data }) => ({ ...data, recovery: null }),
});

export const orderRecovery = event({
  title: both('审定追回', 'Order recovery'),
  clause: 'operational',
  from: ['recovery_proposed'],
  to: 'recovering',
  who: [recoveryApprover],
  input: Nothing,
  manner: 'grave',
  isDuty: true,
  effects: (sight) => [
    { kind: 'take back support', when: 'with', reason: sight.data.recovery?.documentNumber ?? '' },
    { kind: 'release matters', when: 'with', matters: 'all' },
    tellAgency(
      sight,
      '决定追回，未付部分停付，已付部分请按决定退回；可依法申请行政复议或者提起行政诉讼',
      'the support is taken back; you may seek review',
    ),
  ],
});

export const recordRepayment = event({
  title: both('登记退款', 'Record a repayment'),
  clause: 'operational',
  from: ['recovering'],
  to: 'same',
  who: [finance],
  input: Repayment,
  asks: ['payments'],
  accepts: ({ facts }, { yuan: amount }) =>
    yuan(amount) > known(facts, 'payments').demanded
      ? [
          {
            kind: 'input',
            code: 'above_demand',
            clause: 'operational',
            field: 'yuan',
            says: both(`超过尚欠的${known(facts, 'payments').demanded / 100}元`, 'More than is still owed'),
          },
        ]
      : [],
  effects: (_sight, { yuan: amount }) => [{ kind: 'record repayment', when: 'with', amount: fen(amount * 100) }],
});

export const closeRecovery = event({
  title: both('追回办结', 'Close the recovery'),
  clause: 'operational',
  from: ['recovering'],
  to: 'recovered',
  who: [centreOfficer],
  input: Nothing,
  guards: [
    {
      code: 'still_demanded',
      clause: 'operational',
      asks: ['payments'],
      says: both('还有应退款项没有到账', 'Something is still to come back'),
      met: ({ facts }) => known(facts, 'payments').demanded === 0,
    },
  ],
  manner: 'next',
});

