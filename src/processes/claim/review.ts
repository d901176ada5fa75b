import { Nothing, ShortReason } from '#core/form/inputs.ts';
import { type Fen, fen, wholeYuan, yuan } from '#core/kernel/money.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { clock } from '#core/people/offices.ts';
import { eventsOf, type Sight } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { type Entitlement, known, type LineFact } from '#core/process/facts.ts';
import { tellCentre, tellOwner } from '#core/process/tell.ts';
import { atRate, wholeRate } from './amount.ts';
import { CheckSheet, type ClaimData, Proposal, Refusal_, refusalTitles } from './data.ts';
import { asOnRecord, committing, holding } from './filing.ts';
import { allChecked, entitled, funded, nothingUnclear, shareIsNew, somethingNew, undisputed } from './guards.ts';
import { centreApprover, claimOfficer } from './people.ts';
import type { State } from './states.ts';

type ClaimSight = Sight<ClaimData>;
const event = eventsOf<State, ClaimData>();

const tellApprover = (sight: ClaimSight): Effect => tellCentre(sight, 'centre_approver', '请审定', 'please decide');

/**
 * A person looks at the evidence of every fact; what is not so counts no more, what is unclear stops the claim. Money that was
 * kept for what does not count goes back to the line, to those who wait.
 */
export const check = event({
  title: both('核对证据', 'Check the evidence'),
  clause: '9',
  from: ['filed', 'checked'],
  to: 'checked',
  who: [claimOfficer],
  input: CheckSheet,
  asks: ['checkedEntitlement', 'readings'],
  manner: 'next',
  accepts: ({ data }, { entries }): readonly Refusal[] => {
    const judged = new Set(entries.map(({ id }) => id));
    const open = data.entries.filter(({ id }) => !judged.has(id));
    const mute = entries.filter(({ verdict, remark }) => verdict !== 'met' && remark.trim().length < 2);
    return [
      ...(open.length > 0 ? [refusal('entries', 'not_all_checked', `还有${open.length}项没有核对：${open[0]?.title ?? ''}`)] : []),
      ...(mute.length > 0 ? [refusal('entries', 'remark_missing', '不符或待查的，请写明情况')] : []),
    ];
  },
  apply: ({ data, actor, today }, sheet) => ({ ...data, checks: { ...sheet, by: actor.name, on: today }, proposal: null }),
  effects: (sight) => [...holding(sight.data.clause, sight.data), committing(sight, known(sight.facts, 'checkedEntitlement'))],
});

/** Facts that came on record after the filing are taken in; what was checked stays checked. */
export const takeIn = event({
  title: both('取入新登记的事实', 'Take in new facts'),
  clause: '9',
  from: ['filed', 'checked'],
  to: 'same',
  who: [claimOfficer],
  input: Nothing,
  asks: ['entitlement', 'readings'],
  guards: [somethingNew],
  apply: ({ data, facts }) => {
    const now = known(facts, 'entitlement');
    if (now === null) return data;
    const fresh = new Map(asOnRecord(now).entries.map((entry) => [entry.id, entry]));
    const kept = data.entries.map((entry) => fresh.get(entry.id) ?? entry);
    const names = new Set(kept.map(({ id }) => id));
    return { ...data, entries: [...kept, ...[...fresh.values()].filter(({ id }) => !names.has(id))] };
  },
  effects: (sight) => [...holding(sight.data.clause, sight.data), committing(sight, known(sight.facts, 'entitlement'))],
});

const refusal = (field: string, code: string, zh: string): Refusal => ({
  kind: 'input',
  code,
  clause: 'operational',
  field,
  says: both(zh, 'Every fact is judged, with a remark where it is not met'),
});

export const giveBack = event({
  title: both('退回补正', 'Return for completion'),
  clause: 'operational',
  from: ['filed', 'checked'],
  to: 'returned',
  who: [claimOfficer],
  input: ShortReason,
  effects: (sight) => [tellOwner(sight, '已退回补正，请看退回意见', 'returned for completion')],
  apply: ({ data }, { reason }) => ({ ...data, ended: reason }),
});

const inYuan = (amount: number) => `${wholeYuan(fen(amount)).toLocaleString('en-US')}元`;

const amountFault = (code: string, field: string, zh: string): Refusal => ({
  kind: 'input',
  code,
  clause: '9',
  field,
  says: both(zh, 'The amount does not fit the ceiling'),
});

/** What the ceiling gives now, at the published share. */
const computedNow = (now: Entitlement, { rate }: LineFact): Fen => atRate(now.ceiling, rate, now.isFixed);

/** What stands against an amount: more than was computed, less without a reason, other than a fixed sum. */
function amountFaults({ facts }: ClaimSight, proposal: { readonly yuan: number; readonly reason: string }): readonly Refusal[] {
  const now = known(facts, 'entitlement');
  if (now === null) return [];
  const computed = computedNow(now, known(facts, 'budgetLine'));
  const chosen = yuan(proposal.yuan);
  if (now.isFixed && chosen !== computed) return [amountFault('fixed_sum', 'yuan', `本事项为定额，应为${inYuan(computed)}`)];
  if (chosen > computed) return [amountFault('above_ceiling', 'yuan', `不能超过${inYuan(computed)}`)];
  return chosen < computed && proposal.reason.trim().length < 5
    ? [amountFault('reason_missing', 'reason', `低于计算金额${inYuan(computed)}的，请写明理由`)]
    : [];
}

/** The proposal as it is kept: ceiling, share, what was computed and what was chosen. */
function proposalOf(
  { facts, actor, at }: ClaimSight,
  chosen: { readonly yuan: number; readonly reason: string } | null,
): ClaimData['proposal'] {
  const now = known(facts, 'entitlement');
  if (now === null) throw new Error('an amount was proposed without facts');
  const { rate } = known(facts, 'budgetLine');
  const computed = atRate(now.ceiling, rate, now.isFixed);
  const reason = chosen?.reason.trim() ?? '';
  return {
    ceilingFen: now.ceiling,
    rate: now.isFixed ? wholeRate : (rate ?? wholeRate),
    computedFen: computed,
    amountFen: chosen ? yuan(chosen.yuan) : computed,
    reason: reason === '' ? null : reason,
    hash: now.hash,
    similar: known(facts, 'similar'),
    by: actor.person ?? '',
    at,
  };
}

/** The officer's amount under the ceiling, with the reason when below: bounded discretion on record (I-28). */
export const propose = event({
  title: both('提出核定金额', 'Propose the amount'),
  clause: '9',
  from: ['checked'],
  to: 'proposed',
  who: [claimOfficer],
  input: Proposal,
  asks: ['budgetLine', 'similar'],
  guards: [nothingUnclear, allChecked, entitled, undisputed, funded],
  manner: 'next',
  accepts: amountFaults,
  apply: (sight, proposal) => ({ ...sight.data, proposal: proposalOf(sight, proposal) }),
  effects: (sight) => [tellApprover(sight)],
});

/** What was computed, as it stands: the proposal that needs no reason. */
export const proposeComputed = event({
  title: both('按计算金额提出', 'Propose the computed amount'),
  clause: '9',
  from: ['checked'],
  to: 'proposed',
  who: [claimOfficer],
  input: Nothing,
  asks: ['budgetLine', 'similar'],
  guards: [nothingUnclear, allChecked, entitled, undisputed, funded],
  inBulk: { undoneBy: 'take_back' },
  apply: (sight) => ({ ...sight.data, proposal: proposalOf(sight, null) }),
  effects: (sight) => [tellApprover(sight)],
});

/** The same check, the amount anew: a share that was published after the proposal holds for this claim too, and a new notice runs (I-28). */
export const proposeAtShare = event({
  title: both('按结算比例重新提出', 'Propose again at the share'),
  clause: '9',
  from: ['proposed', 'noticed', 'determination'],
  to: 'proposed',
  who: [claimOfficer],
  input: Proposal,
  asks: ['budgetLine', 'similar'],
  guards: [shareIsNew, allChecked, entitled, undisputed, funded],
  accepts: amountFaults,
  apply: (sight, proposal) => ({ ...sight.data, proposal: proposalOf(sight, proposal) }),
  effects: (sight) => [
    { kind: 'close notice', when: 'with' },
    tellApprover(sight),
    tellOwner(sight, '本年度该项已公布结算比例，按比例重新提出金额，审定后重新公示', 'proposed again at the published share'),
  ],
});

/** An officer takes the own proposal back before it is decided; also the undo of a bulk proposal. */
export const takeBack = event({
  title: both('撤回提出', 'Take the proposal back'),
  clause: 'operational',
  from: ['proposed', 'refusal_proposed'],
  to: 'checked',
  who: [claimOfficer],
  input: Nothing,
  apply: ({ data }) => ({ ...data, proposal: null, refusal: null }),
});

export const sendBack = event({
  title: both('退回经办人', 'Send back'),
  clause: 'operational',
  from: ['proposed', 'refusal_proposed'],
  to: 'checked',
  who: [centreApprover],
  input: ShortReason,
  apply: ({ data }) => ({ ...data, proposal: null, refusal: null }),
});

export const proposeRefusal = event({
  title: both('提出不予支持', 'Propose a refusal'),
  clause: '9',
  from: ['filed', 'checked'],
  to: 'refusal_proposed',
  who: [claimOfficer],
  input: Refusal_,
  apply: ({ data }, refusal) => ({ ...data, refusal }),
  effects: (sight) => [tellApprover(sight)],
});

/** Letting go of everything a claim holds, when it ends without support. */
export const lettingGo: readonly Effect[] = [
  { kind: 'release matters', when: 'with', matters: 'all' },
  { kind: 'release budget', when: 'with' },
];

export const confirmRefusal = event({
  title: both('审定不予支持', 'Confirm the refusal'),
  clause: '9',
  from: ['refusal_proposed'],
  to: 'refused',
  who: [centreApprover],
  input: Nothing,
  manner: 'grave',
  isDuty: true,
  apply: ({ data }) => ({ ...data, ended: data.refusal?.explanation ?? null }),
  effects: (sight) => [
    ...lettingGo,
    tellOwner(
      sight,
      `不予支持：${(sight.data.refusal?.reasons ?? []).map((one) => refusalTitles[one].zh).join('、')}。理由见案卷；可依法申请行政复议或者提起行政诉讼`,
      'refused; the reasons are in the file. You may seek administrative or judicial review',
    ),
  ],
});

/** A reminder when an office or an agency is late; being late decides nothing. */
export const remind = event({
  title: both('超期提醒', 'Reminder'),
  clause: 'operational',
  from: ['filed', 'returned'],
  to: 'same',
  who: [clock],
  input: Nothing,
  effects: (sight) => [
    sight.kase.state === 'filed'
      ? tellCentre(sight, 'centre_officer', '核对已超期', 'the check is overdue')
      : tellOwner(sight, '补正期限已到，逾期不影响继续补正，也不视为放弃', 'the time for completion is over; you may still complete'),
  ],
});
