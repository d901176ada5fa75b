import { both, type Words } from '#core/kernel/words.ts';
import type { Guard, Sight } from '#core/process/define.ts';
import { type BarFact, known } from '#core/process/facts.ts';
import { wholeRate } from './amount.ts';
import type { ClaimData } from './data.ts';

type ClaimGuard = Guard<ClaimData>;
type ClaimSight = Sight<ClaimData>;

const earned = ({ facts }: ClaimSight) => known(facts, 'entitlement');

/** Facts may be claimed while the plan is in force and until its run-off ends (I-01). */
const lastDayOfClaims = (readings: Readonly<Record<string, unknown>>): string =>
  [String(readings.runOffUntil), String(readings.policyTo)].sort().at(-1) ?? '';

export const windowOpen: Guard<unknown> = {
  code: 'claim_window_closed',
  clause: '17.2',
  asks: ['readings'],
  says: ({ facts }) => {
    const until = lastDayOfClaims(known(facts, 'readings'));
    return both(`申报截止${until}，现已不能申报；如有延期决定，以决定为准`, `Claims could be filed until ${until}`);
  },
  met: ({ facts, today }) => today <= lastDayOfClaims(known(facts, 'readings')),
};

/** The bar in words: until which day, by which decision. */
export const barredWords = ({ until, documentNumber, number }: BarFact): Words =>
  both(
    `至${until}（含当日）不受理本机构新的申领，依据追回决定${documentNumber}（${number}）`,
    `No new claims until ${until} inclusive, by decision ${documentNumber} (${number})`,
  );

/** While a decision bars the agency it opens and files nothing; what was filed before goes on (I-47). */
export const notBarred: Guard<unknown> = {
  code: 'claims_barred',
  clause: 'operational',
  asks: ['bar'],
  says: ({ facts }) => {
    const bar = known(facts, 'bar');
    return bar ? barredWords(bar) : both('不受理新的申领', 'No new claims');
  },
  met: ({ facts }) => known(facts, 'bar') === null,
};

/** Something on record that the clause is about: without it there is nothing to check. */
export const hasFacts: ClaimGuard = {
  code: 'no_facts',
  clause: '9',
  asks: ['entitlement'],
  says: both('该年度没有与这一条款有关的事实，请先登记事实', 'Nothing on record for this clause and year; enter the facts first'),
  met: (sight) => earned(sight) !== null,
};

/** Every fact carries its evidence before the claim is filed (F10). */
export const evidenceComplete: ClaimGuard = {
  code: 'evidence_missing',
  clause: '9',
  asks: ['entitlement'],
  says: (sight) => {
    const lacking = (earned(sight)?.entries ?? []).filter(({ missing }) => missing.length > 0);
    const list = lacking.slice(0, 5).map(({ title, missing }) => `${title}缺${missing.join('、')}`);
    const more = lacking.length > 5 ? `等${lacking.length}项` : '';
    return both(`证据不齐：${list.join('；')}${more}。请在事实中补传`, 'Evidence is missing; add it to the facts');
  },
  met: (sight) => (earned(sight)?.entries ?? []).every(({ missing }) => missing.length === 0),
};

/** One live claim an agency, clause and year; the next comes after the first is decided (I-25). */
export const noOtherClaim: ClaimGuard = {
  code: 'claim_exists',
  clause: '9.6',
  asks: ['ownClaims'],
  says: both('本机构该年度这一条款已有在办的申领，办结后再申领新增部分', 'A claim for this clause and year is under way'),
  met: ({ facts }) => known(facts, 'ownClaims') === 0,
};

/** The engine says yes and gives something, on what is known now and without what the check left out. */
export const entitled: ClaimGuard = {
  code: 'not_entitled',
  clause: '9',
  asks: ['entitlement'],
  says: (sight) => {
    const now = earned(sight);
    if (now === null) return both('已没有可据以支持的事实，请提出不予支持', 'No facts are left; propose a refusal');
    if (now.eligible === null) return both(`尚不能判定，缺：${now.missing.join('、')}`, `Open: ${now.missing.join(', ')}`);
    if (now.eligible) return both(`按现有事实可支持金额为0元：${now.says}`, `Nothing is left to give: ${now.code}`);
    return both(`按现有事实不符合条件：${now.says}`, `Not entitled: ${now.code}`);
  },
  met: (sight) => earned(sight)?.eligible === true && (earned(sight)?.ceiling ?? 0) > 0,
};

/** What an agency did after its zone lost the title earns nothing; what it did before still does (I-39). */
export const titleStood: ClaimGuard = {
  code: 'title_revoked',
  clause: '14.3d',
  asks: ['entitlement'],
  says: both(
    '所据事实发生时示范区资格已经取消，不能申领；取消以前的事实仍可申领，请先登记',
    'The title of the zone was gone by the day of these facts; facts of the days before may still be claimed',
  ),
  met: (sight) => earned(sight)?.code !== 'ZONE_REVOKED',
};

/**
 * A matter that two agencies claim supports neither before the centre has said whose it is (I-26, I-27). It is no dispute
 * where all of them declared the same parts: the database compares, and tells nobody what others declared.
 */
export const undisputed: ClaimGuard = {
  code: 'matter_disputed',
  clause: '9.6',
  asks: ['disputes'],
  says: ({ facts }) => {
    const matters = known(facts, 'disputes').map(({ matter }) => matter);
    const shown = matters.slice(0, 5).join('、');
    return both(
      `事项待核验：${shown}${matters.length > 5 ? `等${matters.length}项` : ''}。核对时须判明，判为不符的不计入；几家共同完成的，各方登记的份额、日期和金额须一致`,
      `To be verified: ${shown}. Agencies that did it together have to record the same parts, day and sum`,
    );
  },
  met: ({ facts }) => known(facts, 'disputes').length === 0,
};

/** Nothing is proposed while a fact is still unclear. */
export const nothingUnclear: ClaimGuard = {
  code: 'check_unclear',
  clause: 'operational',
  says: both('还有待查的事实，请查清或退回补正', 'Some facts are still unclear'),
  met: ({ data }) => data.checks !== null && data.checks.entries.every(({ verdict }) => verdict !== 'unclear'),
};

/** Every fact on which the claim rests now was looked at by a person. */
export const allChecked: ClaimGuard = {
  code: 'facts_not_checked',
  clause: 'operational',
  asks: ['entitlement'],
  says: both('又有新登记的事实，请先取入并核对', 'New facts came on record: take them in and check them'),
  met: (sight) => {
    const seen = new Set(sight.data.checks?.entries.map(({ id }) => id));
    return (earned(sight)?.entries ?? []).every(({ id }) => seen.has(id));
  },
};

/** There is a fact on record that the claim does not have yet. */
export const somethingNew: ClaimGuard = {
  code: 'nothing_new',
  clause: 'operational',
  asks: ['entitlement'],
  says: both('提交以后没有新登记的事实', 'No new facts since the filing'),
  met: (sight) => {
    const seen = new Set(sight.data.entries.map(({ id }) => id));
    return (earned(sight)?.entries ?? []).some(({ id }) => !seen.has(id));
  },
};

/** Money is kept for the claim; a short line is first settled for all alike (I-28). */
export const funded: ClaimGuard = {
  code: 'budget_short',
  clause: '9',
  asks: ['commitment'],
  says: both(
    '本年度该项预算不足，尚未为本申领留出资金：请追加预算，或先按统一比例结算',
    'The line is short: appropriate more, or settle it by one percentage first',
  ),
  met: ({ facts }) => {
    const kept = known(facts, 'commitment');
    return kept !== null && kept.asked > 0 && kept.reserved === kept.asked;
  },
};

/** The share at which a claim is settled now: the published one, or all of it; a fixed sum is never cut. */
const shareNow = (sight: ClaimSight): number =>
  earned(sight)?.isFixed === true ? wholeRate : (known(sight.facts, 'budgetLine').rate ?? wholeRate);

const isAtShare = (sight: ClaimSight): boolean => sight.data.proposal === null || sight.data.proposal.rate === shareNow(sight);

/** An amount proposed before a share was published for its line is not decided any more: all claims are settled alike (I-28). */
export const atPublishedShare: ClaimGuard = {
  code: 'share_published',
  clause: '9',
  asks: ['budgetLine', 'entitlement'],
  says: (sight) =>
    both(
      `提出以后，本年度该项公布了结算比例${(shareNow(sight) / 100).toFixed(2)}%，原金额不能再用：请经办人办理“按结算比例重新提出”，核对结果保留`,
      'A share was published after the proposal: the officer proposes again at the share; the check is kept',
    ),
  met: isAtShare,
};

/** There is a share that the proposal does not know yet. */
export const shareIsNew: ClaimGuard = {
  code: 'share_unchanged',
  clause: '9',
  asks: ['budgetLine', 'entitlement'],
  says: both('提出以后没有新公布的结算比例，不需要重新提出', 'No share was published since the proposal'),
  met: (sight) => !isAtShare(sight),
};

/** What was proposed is decided on the same knowledge: facts that changed meanwhile send it back. */
export const sameKnowledge: ClaimGuard = {
  code: 'facts_changed',
  clause: '9',
  asks: ['entitlement'],
  says: both('提出之后事实或解释有变，请退回重新提出', 'Facts or readings changed since the proposal; send it back'),
  met: (sight) => earned(sight)?.hash === sight.data.proposal?.hash,
};

/** Refusing what is on notice needs the objection that was upheld: two persons have answered that one. */
export const anObjectionUpheld: ClaimGuard = {
  code: 'no_objection_upheld',
  clause: 'operational',
  asks: ['upheldObjections'],
  says: both('没有成立的异议；其他情形请退回重新核对', 'No objection was upheld; for other reasons send it back to the check'),
  met: ({ facts }) => known(facts, 'upheldObjections') > 0,
};

export const paidAs = (kind: 'cash' | 'voucher'): ClaimGuard => ({
  code: kind === 'cash' ? 'is_voucher' : 'is_cash',
  clause: '9',
  says: kind === 'cash' ? both('本事项发放服务券', 'This is a voucher') : both('本事项发放资金', 'This is money'),
  met: ({ data }) => data.earned?.paidAs === kind,
});

/** A voucher is as good as money: while payment is held none is handed out (I-07). */
export const notHeld: ClaimGuard = {
  code: 'payment_held',
  clause: '14.3c',
  asks: ['entitlement'],
  says: both('示范区在整改或有待决事项，复核之前暂缓发券', 'The zone rectifies or a question is open; no voucher before that is closed'),
  met: (sight) => earned(sight)?.isHeld !== true,
};

/** What was granted still stands in full on what is known now, and nothing holds it any more. */
export const holdIsOver: ClaimGuard = {
  code: 'still_held',
  clause: '14.3c',
  asks: ['entitlement', 'payments'],
  says: (sight) =>
    known(sight.facts, 'payments').isHeld
      ? both('暂缓的事由还在，或按现有事实不再支持，不能恢复拨付', 'What holds the payment is not over, or it is not supported any more')
      : both('没有暂缓的款项', 'Nothing is held'),
  met: (sight) => {
    const now = earned(sight);
    const granted = sight.data.proposal?.amountFen ?? 0;
    return known(sight.facts, 'payments').isHeld && now?.eligible === true && !now.isHeld && now.ceiling >= granted;
  },
};
