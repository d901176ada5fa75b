import { both } from '#core/kernel/words.ts';
import { type Check, defineProcess, type Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { clauseTitles } from './clauses.ts';
import { ClaimData } from './data.ts';
import * as decision from './decision.ts';
import * as filing from './filing.ts';
import { agency, auditor, centreApprover, centreOfficer, finance } from './people.ts';
import * as recovery from './recovery.ts';
import * as review from './review.ts';
import { type State, states } from './states.ts';

const atTheCentre = [centreOfficer, centreApprover, auditor];
const decided: State[] = ['noticed', 'determination', 'determined', 'paid', 'voucher_issued', 'recovery_proposed', 'recovering', 'recovered'];

/** What stands for and against the claim now: the engine's word, the evidence, the other side, the dispute. */
function checklist({ data, facts }: Sight<ClaimData>): readonly Check[] {
  const now = known(facts, 'entitlement');
  const entries = now?.entries ?? [];
  const lacking = entries.filter(({ missing }) => missing.length > 0);
  const waiting = entries.filter(({ confirmation }) => confirmation === 'waiting');
  const denied = entries.filter(({ confirmation }) => confirmation === 'denied');
  const disputes = known(facts, 'disputes');
  return [
    {
      clause: '9',
      title: clauseTitles[data.clause],
      status: now === null || now.eligible === null ? 'to_be_judged' : now.eligible ? 'met' : 'not_met',
      explains: both(now?.says ?? '没有有关的事实', now?.code ?? 'no facts'),
      source: both('按已登记的事实计算', 'Computed from the facts on record'),
    },
    {
      clause: '9',
      title: both('证据', 'Evidence'),
      status: lacking.length === 0 ? 'met' : 'not_met',
      explains:
        lacking.length === 0
          ? both(`${entries.length}项事实证据齐全`, `${entries.length} facts with all evidence`)
          : both(`${lacking.length}项缺证据：${lacking.slice(0, 3).map(({ title, missing }) => `${title}缺${missing.join('、')}`).join('；')}`, `${lacking.length} lack evidence`),
      source: both('申领材料清单', 'List of evidence'),
    },
    {
      clause: 'operational',
      title: both('对方确认', 'Confirmed by the other side'),
      status: denied.length > 0 ? 'not_met' : waiting.length > 0 ? 'to_be_judged' : 'met',
      explains: both(
        denied.length > 0 ? `${denied.length}项被对方否认` : waiting.length > 0 ? `${waiting.length}项等待对方确认` : '无须确认或已确认',
        `${denied.length} denied, ${waiting.length} waiting`,
      ),
      source: both('企业、银行在本系统的确认', 'Confirmations in this system'),
    },
    {
      clause: '9.6',
      title: both('不重复支持', 'No repeated support'),
      status: disputes.length === 0 ? 'met' : 'to_be_judged',
      explains: disputes.length === 0 ? both('没有待核验的事项', 'Nothing to be verified') : both(`${disputes.length}项待核验`, `${disputes.length} to be verified`),
      source: both('全部在办与已办的申领', 'All claims'),
      about: disputes.map(filing.matterKey),
    },
  ];
}

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
    payment_arrived: decision.paymentArrived,
    propose_recovery: recovery.proposeRecovery,
    drop_recovery_paid: recovery.dropRecoveryPaid,
    drop_recovery_unpaid: recovery.dropRecoveryUnpaid,
    drop_recovery_voucher: recovery.dropRecoveryVoucher,
    order_recovery: recovery.orderRecovery,
    record_repayment: recovery.recordRepayment,
    close_recovery: recovery.closeRecovery,
  },
  checklist,
  checklistAsks: ['entitlement', 'disputes'],
  summary: ({ agencyName, clause, year }) => `${agencyName}：${year}年度${clauseTitles[clause].zh}`,
});
