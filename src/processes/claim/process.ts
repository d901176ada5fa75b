import { both } from '#core/kernel/words.ts';
import { atTheCentre } from '#core/people/offices.ts';
import { defineProcess } from '#core/process/define.ts';
import { summaryOf } from '#core/process/summary.ts';
import { checklist } from './checklist.ts';
import { clauseTitles } from './clauses.ts';
import { ClaimData } from './data.ts';
import * as decision from './decision.ts';
import { correctFinding } from './falsehood.ts';
import * as filing from './filing.ts';
import { agency, finance } from './people.ts';
import * as recovery from './recovery.ts';
import * as review from './review.ts';
import { type State, states } from './states.ts';

const decided: State[] = [
  'noticed',
  'determination',
  'determined',
  'paid',
  'voucher_issued',
  'recovery_proposed',
  'recovering',
  'recovered',
];

/** A claim for support, from the facts to the money and, where it was false, back (rows 9.1 to 9.6; F10). */
export const claim = defineProcess({
  name: 'claim',
  title: both('支持申领', 'Claim for support'),
  clause: '9',
  prefix: 'ZC',
  data: ClaimData,
  readers: [agency, ...atTheCentre, finance],
  sees: [
    { part: 'checks', who: atTheCentre },
    { part: 'checks', who: [agency], inStates: ['returned', 'refused', ...decided] },
    { part: 'proposal', who: atTheCentre },
    { part: 'proposal', who: [agency, finance], inStates: decided },
    { part: 'refusal', who: atTheCentre },
    { part: 'refusal', who: [agency], inStates: ['refused'] },
    { part: 'recovery', who: [...atTheCentre, finance] },
    { part: 'recovery', who: [agency], inStates: ['recovering', 'recovered'] },
    { part: 'entries', who: [agency, ...atTheCentre] },
    { part: 'declaration', who: [agency, ...atTheCentre] },
  ],
  opens: filing.opens,
  initial: 'draft',
  states,
  events: {
    file: filing.file,
    refile: filing.refile,
    withdraw: filing.withdraw,
    check: review.check,
    take_in: review.takeIn,
    give_back: review.giveBack,
    propose: review.propose,
    propose_computed: review.proposeComputed,
    propose_at_share: review.proposeAtShare,
    take_back: review.takeBack,
    send_back: review.sendBack,
    propose_refusal: review.proposeRefusal,
    confirm_refusal: review.confirmRefusal,
    remind: review.remind,
    approve: decision.approve,
    notice_ends: decision.noticeEnds,
    revise_after_objection: decision.reviseAfterObjection,
    reopen: decision.reopen,
    determine_payment: decision.determinePayment,
    issue_voucher: decision.issueVoucher,
    release_hold: decision.releaseHold,
    payment_arrived: decision.paymentArrived,
    propose_recovery: recovery.proposeRecovery,
    drop_recovery_paid: recovery.dropRecoveryPaid,
    drop_recovery_unpaid: recovery.dropRecoveryUnpaid,
    drop_recovery_voucher: recovery.dropRecoveryVoucher,
    order_recovery: recovery.orderRecovery,
    record_repayment: recovery.recordRepayment,
    record_report: recovery.recordReport,
    close_recovery: recovery.closeRecovery,
    correct_finding: correctFinding,
  },
  checklist,
  checklistAsks: ['entitlement', 'disputes', 'payments', 'bar'],
  summary: summaryOf<ClaimData>()(['agencyName', 'clause', 'year'], ({ agencyName, clause, year }) =>
    both(`${agencyName}：${year}年度${clauseTitles[clause].zh}`, `${agencyName}: ${clauseTitles[clause].en}, ${year}`),
  ),
});
