import { Nothing, ShortReason } from '#core/form/inputs.ts';
import { addMonths, type BusinessDate } from '#core/kernel/dates.ts';
import { fen } from '#core/kernel/money.ts';
import { both } from '#core/kernel/words.ts';
import { clock } from '#core/people/offices.ts';
import { eventsOf, type Sight } from '#core/process/define.ts';
import type { SupportGrant } from '#core/process/effects.ts';
import { known } from '#core/process/facts.ts';
import { publicNotice } from '#core/process/public-notice.ts';
import { tellOwner } from '#core/process/tell.ts';
import { clauseTitles, itemOf } from './clauses.ts';
import { type ClaimData } from './data.ts';
import { anObjectionUpheld, atPublishedShare, entitled, funded, holdIsOver, notHeld, paidAs, sameKnowledge, undisputed } from './guards.ts';
import { yearIsSettled } from './guards-year.ts';
import { centreApprover } from './people.ts';
import { lettingGo } from './review.ts';
import type { State } from './states.ts';

type ClaimSight = Sight<ClaimData>;
const event = eventsOf<State, ClaimData>();

const inWords = (amount: number): string => `${(amount / 100).toLocaleString('en-US')}元`;

/** What the public may read of a decision: agency, clause, kind and amount; no account, no contract. */
const noticeBody = ({ data }: ClaimSight) => [
  { label: '申领机构', text: data.agencyName },
  { label: '支持事项', text: clauseTitles[data.clause].zh },
  { label: '年度', text: String(data.year) },
  { label: data.earned?.paidAs === 'voucher' ? '拟发服务券' : '拟核定金额', text: inWords(data.proposal?.amountFen ?? 0) },
];

export const approve = event({
  title: both('审定并公示', 'Approve and publish'),
  clause: '9',
  from: ['proposed'],
  to: 'noticed',
  who: [centreApprover],
  input: Nothing,
  guards: [entitled, sameKnowledge, undisputed, atPublishedShare, funded],
  manner: 'next',
  inBulk: { undoneBy: null },
  effects: (sight) => [
    {
      kind: 'publish notice',
      when: 'with',
      notice: 'support',
      title: `拟支持公示：${sight.data.agencyName}（${sight.data.year}年度）`,
      body: noticeBody(sight),
    },
    tellOwner(sight, '已审定，正在公示', 'approved; the public notice runs'),
  ],
});

const notice = publicNotice<State, ClaimData>({
  runsIn: 'noticed',
  decidesIn: 'determination',
  decide: both('核定', 'determine'),
  ifUpheld: both('请办理“异议成立，不予支持”', 'it has to be refused'),
});

export const { noticeEnds } = notice;

export const reviseAfterObjection = notice.revise({
  title: both('异议成立，不予支持', 'Objection upheld: refuse'),
  clause: '9',
  to: 'refused',
  who: [centreApprover],
  input: ShortReason,
  guards: [anObjectionUpheld],
  apply: ({ data }, { reason }) => ({ ...data, ended: reason }),
  effects: (sight) => [
    ...lettingGo,
    tellOwner(
      sight,
      '经异议核查不予支持，理由见案卷；可依法申请行政复议或者提起行政诉讼',
      'refused after an objection; you may seek review',
    ),
  ],
});

/** Back to the officer when knowledge changed after the notice: the decision is made anew, with a new notice. */
export const reopen = event({
  title: both('退回重新核对', 'Back to the check'),
  clause: 'operational',
  from: ['determination'],
  to: 'checked',
  who: [centreApprover],
  input: ShortReason,
  apply: ({ data }) => ({ ...data, proposal: null }),
  effects: (sight) => [tellOwner(sight, '公示后事实有变，退回重新核对', 'back to the check: facts changed')],
});

function grantOf({ data, facts }: ClaimSight): SupportGrant {
  const { proposal } = data;
  if (proposal === null) throw new Error('a claim was determined without a proposal');
  return {
    clause: data.clause,
    line: { year: data.year, item: itemOf(data.clause) },
    zone: data.earned?.zone?.id ?? null,
    ceiling: fen(proposal.ceilingFen),
    computed: fen(proposal.computedFen),
    amount: fen(proposal.amountFen),
    reason: proposal.reason,
    facts: data.entries.map(({ id }) => id),
    determination: proposal.hash,
    proposedBy: proposal.by,
    isHeld: known(facts, 'entitlement')?.isHeld ?? false,
  };
}

const lastGuards = [
  notice.noOpenObjection,
  notice.noUpheldObjection,
  entitled,
  yearIsSettled,
  sameKnowledge,
  undisputed,
  atPublishedShare,
  funded,
];

/** Parts of persons as they stand; everything else goes to the one account the agency chose. */
function shares({ data, facts }: ClaimSight) {
  const chosen = data.declaration?.payees ?? [];
  const amount = fen(data.proposal?.amountFen ?? 0);
  const recipients = known(facts, 'entitlement')?.recipients ?? [];
  if (recipients.length === 0) return [{ payee: chosen[0] ?? '', amount }];
  const own = known(facts, 'payees');
  return recipients.map(({ person, amount: part }) => ({
    payee: own.find(({ id, name }) => chosen.includes(id) && name === person)?.id ?? '',
    amount: part,
  }));
}

export const determinePayment = event({
  title: both('核定支付', 'Determine the payment'),
  clause: '9',
  from: ['determination'],
  to: 'determined',
  who: [centreApprover],
  input: Nothing,
  asks: ['payees'],
  guards: [paidAs('cash'), ...lastGuards],
  manner: 'next',
  inBulk: { undoneBy: null },
  accepts: (sight) =>
    shares(sight).every(({ payee }) => known(sight.facts, 'payees').some(({ id }) => id === payee))
      ? []
      : [
          {
            kind: 'guard',
            code: 'payee_unknown',
            clause: 'operational',
            says: both('收款账户已更换，请退回机构重新选择', 'The account was replaced; the agency has to choose again'),
          },
        ],
  apply: ({ data, today }) => ({ ...data, decision: { amountFen: data.proposal?.amountFen ?? 0, on: today, validTo: null } }),
  effects: (sight) => [
    { kind: 'grant support', when: 'with', support: grantOf(sight), payees: shares(sight) },
    tellOwner(sight, `已核定${inWords(sight.data.proposal?.amountFen ?? 0)}，待兑付`, 'determined; the payment follows'),
  ],
});

/** The last day on which the voucher may be used (I-29). */
const voucherEnd = ({ facts, today }: ClaimSight): BusinessDate => addMonths(today, Number(known(facts, 'readings').voucherMonths));

export const issueVoucher = event({
  title: both('核定并发券', 'Determine and issue the voucher'),
  clause: '9',
  from: ['determination'],
  to: 'voucher_issued',
  who: [centreApprover],
  input: Nothing,
  asks: ['readings'],
  guards: [paidAs('voucher'), notHeld, ...lastGuards],
  manner: 'next',
  apply: (sight) => ({
    ...sight.data,
    decision: { amountFen: sight.data.proposal?.amountFen ?? 0, on: sight.today, validTo: voucherEnd(sight) },
  }),
  effects: (sight) => [
    { kind: 'issue voucher', when: 'with', support: grantOf(sight), validTo: voucherEnd(sight) },
    tellOwner(sight, `已发放服务券${inWords(sight.data.proposal?.amountFen ?? 0)}，有效至${voucherEnd(sight)}`, 'the voucher is issued'),
  ],
});

/** All sums of the decision have reached their payees; the clock fires it when the bank's answer is booked. */
export const paymentArrived = event({
  title: both('兑付到账', 'Payment arrived'),
  clause: '9',
  from: ['determined', 'paid'],
  to: 'paid',
  who: [clock],
  input: Nothing,
  guards: [
    {
      code: 'still_owed',
      clause: 'operational',
      asks: ['payments'],
      says: both('还有款项没有到账', 'Something is still owed'),
      met: ({ facts }) => known(facts, 'payments').open === 0,
    },
  ],
  effects: (sight) => [tellOwner(sight, '款项已到账', 'paid')],
});

/** The recheck is over, or the finding closed: the engine is asked again before a held sum is paid (I-07). */
export const releaseHold = event({
  title: both('恢复拨付', 'Release the payment'),
  clause: '14.3c',
  from: ['determined'],
  to: 'same',
  who: [clock, { role: 'centre_officer', relation: 'any' }],
  input: Nothing,
  guards: [holdIsOver],
  effects: (sight) => [{ kind: 'release hold', when: 'with' }, tellOwner(sight, '暂缓的款项恢复拨付', 'the payment is released')],
});
