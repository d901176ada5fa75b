import { Nothing, ShortReason } from '#core/form/inputs.ts';
import { fen, yuan } from '#core/kernel/money.ts';
import { both } from '#core/kernel/words.ts';
import { eventsOf, type Guard } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { tellCentre, tellOwner } from '#core/process/tell.ts';
import { type ClaimData, Recovery, Repayment, Report } from './data.ts';
import { barFaults, barredUntil, falseFaults, orderedBesides, toldBesides, withinMaximum } from './falsehood.ts';
import { claimOfficer, finance, recoveryApprover } from './people.ts';
import type { State } from './states.ts';

const event = eventsOf<State, ClaimData>();

/** A support that rests on false statements is taken back by decision (I-47). */
export const proposeRecovery = event({
  title: both('提出追回', 'Propose recovery'),
  clause: 'operational',
  from: ['determined', 'paid', 'voucher_issued'],
  to: 'recovery_proposed',
  who: [claimOfficer],
  input: Recovery,
  asks: ['readings'],
  manner: 'grave',
  accepts: (sight, found) => [...falseFaults(sight.data.entries, found.falseMatters), ...barFaults(sight, found)],
  apply: ({ data }, found) => ({
    ...data,
    recovery: { ...found, demandedFen: null, reports: [], barredUntil: null, corrections: [] },
  }),
  effects: (sight) => [tellCentre(sight, 'centre_approver', '拟追回，请审定', 'recovery is proposed; please decide')],
});

type RecoveryGuard = Guard<ClaimData>;

const wasMoney: RecoveryGuard = {
  code: 'is_voucher',
  clause: 'operational',
  says: both('本事项发放的是服务券', 'This was a voucher'),
  met: ({ data }) => data.earned?.paidAs === 'cash',
};

const dropped = {
  clause: 'operational',
  from: ['recovery_proposed'],
  who: [recoveryApprover],
  input: ShortReason,
  apply: ({ data }: { readonly data: ClaimData }): ClaimData => ({ ...data, recovery: null }),
} as const;

export const dropRecoveryPaid = event({
  ...dropped,
  title: both('不予追回', 'Do not recover'),
  to: 'paid',
  guards: [
    wasMoney,
    {
      code: 'still_owed',
      clause: 'operational',
      asks: ['payments'],
      says: both('还有款项没有到账', 'Something is still owed'),
      met: ({ facts }) => known(facts, 'payments').open === 0,
    },
  ],
});

/** Not recovered and not paid yet: it goes on waiting for its payment. */
export const dropRecoveryUnpaid = event({
  ...dropped,
  title: both('不予追回，继续兑付', 'Do not recover; go on paying'),
  to: 'determined',
  guards: [
    wasMoney,
    {
      code: 'all_paid',
      clause: 'operational',
      asks: ['payments'],
      says: both('款项已全部到账', 'Everything is paid'),
      met: ({ facts }) => known(facts, 'payments').open > 0,
    },
  ],
});

export const dropRecoveryVoucher = event({
  ...dropped,
  title: both('不予追回（服务券）', 'Do not recover the voucher'),
  to: 'voucher_issued',
  guards: [
    {
      code: 'is_cash',
      clause: 'operational',
      says: both('本事项发放的是资金', 'This was money'),
      met: ({ data }) => data.earned?.paidAs === 'voucher',
    },
  ],
});

export const orderRecovery = event({
  title: both('审定追回', 'Order recovery'),
  clause: 'operational',
  from: ['recovery_proposed'],
  to: 'recovering',
  who: [recoveryApprover],
  input: Nothing,
  // The bar is asked for so that the agency files nothing in the very moment in which it is barred.
  asks: ['bar'],
  guards: [withinMaximum],
  manner: 'grave',
  isDuty: true,
  apply: ({ data, today }) => ({ ...data, recovery: data.recovery && { ...data.recovery, barredUntil: barredUntil(data, today) } }),
  effects: (sight) => [
    { kind: 'take back support', when: 'with', reason: sight.data.recovery?.documentNumber ?? '' },
    { kind: 'release matters', when: 'with', matters: 'all' },
    ...orderedBesides(sight),
    tellOwner(
      sight,
      `决定追回，未付部分停付，已付部分请按决定退回${toldBesides(sight)}；可依法申请行政复议或者提起行政诉讼`,
      'the support is taken back; what else was decided is in the case; you may seek review',
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

/** A false claim is reported to whoever has to know of it; the report stays with the case (I-47). */
export const recordReport = event({
  title: both('登记报告', 'Record a report'),
  clause: 'operational',
  from: ['recovering'],
  to: 'same',
  who: [claimOfficer],
  input: Report,
  accepts: ({ today }, { reportedOn }) =>
    reportedOn <= today
      ? []
      : [
          {
            kind: 'input',
            code: 'reported_later',
            clause: 'operational',
            field: 'reportedOn',
            says: both('报告日期不能晚于今天，请在报告以后登记', 'Record it once it was reported'),
          },
        ],
  apply: ({ data }, report) => ({
    ...data,
    recovery: data.recovery && { ...data.recovery, reports: [...(data.recovery.reports ?? []), report] },
  }),
});

export const closeRecovery = event({
  title: both('追回办结', 'Close the recovery'),
  clause: 'operational',
  from: ['recovering'],
  to: 'recovered',
  who: [claimOfficer],
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
