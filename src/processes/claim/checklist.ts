import { both, type Words } from '#core/kernel/words.ts';
import type { Check, Sight } from '#core/process/define.ts';
import { type BarFact, type ClaimEntry, type Entitlement, known, type Matter, type WaitFact } from '#core/process/facts.ts';
import { conclusionInEnglish } from '#policy/zibo-2020/conclusion.ts';
import { clauseTitles } from './clauses.ts';
import type { ClaimData } from './data.ts';
import { matterKey } from './filing.ts';
import { barredWords } from './guards.ts';
import { waitInWords } from './guards-year.ts';

function verdictOf(now: Entitlement | null): Check['status'] {
  if (now === null || now.eligible === null) return 'to_be_judged';
  return now.eligible ? 'met' : 'not_met';
}

const inEnglish = (clause: string, { paidAs, ceiling, ...now }: Entitlement): string =>
  conclusionInEnglish({ ...now, clause, kind: paidAs, ceilingYuan: ceiling / 100 });

const engineCheck = ({ clause }: ClaimData, now: Entitlement | null): Check => ({
  clause: '9',
  title: clauseTitles[clause],
  status: verdictOf(now),
  explains: now ? both(now.says, inEnglish(clause, now)) : both('没有有关的事实', 'no facts'),
  source: both('按已登记的事实计算', 'Computed from the facts on record'),
});

const lackingInWords = (lacking: readonly ClaimEntry[]): Words => {
  const first = lacking.slice(0, 3).map(({ title, missing }) => `${title}缺${missing.join('、')}`);
  return both(`${lacking.length}项缺证据：${first.join('；')}`, `${lacking.length} lack evidence`);
};

function evidenceCheck(entries: readonly ClaimEntry[]): Check {
  const lacking = entries.filter(({ missing }) => missing.length > 0);
  const isComplete = lacking.length === 0;
  return {
    clause: '9',
    title: both('证据', 'Evidence'),
    status: isComplete ? 'met' : 'not_met',
    explains: isComplete ? both(`${entries.length}项事实证据齐全`, `${entries.length} facts with all evidence`) : lackingInWords(lacking),
    source: both('申领材料清单', 'List of evidence'),
  };
}

function confirmedWords(denied: number, waiting: number): Words {
  if (denied > 0) return both(`${denied}项被对方否认`, `${denied} denied`);
  return waiting > 0 ? both(`${waiting}项等待对方确认`, `${waiting} waiting`) : both('无须确认或已确认', 'None needed, or all confirmed');
}

function confirmationCheck(entries: readonly ClaimEntry[]): Check {
  const waiting = entries.filter(({ confirmation }) => confirmation === 'waiting').length;
  const denied = entries.filter(({ confirmation }) => confirmation === 'denied').length;
  const open: Check['status'] = waiting > 0 ? 'to_be_judged' : 'met';
  return {
    clause: 'operational',
    title: both('对方确认', 'Confirmed by the other side'),
    status: denied > 0 ? 'not_met' : open,
    explains: confirmedWords(denied, waiting),
    source: both('企业、银行在本系统的确认', 'Confirmations in this system'),
  };
}

const disputeCheck = (disputes: readonly Matter[]): Check => ({
  clause: '9.6',
  title: both('不重复支持', 'No repeated support'),
  status: disputes.length === 0 ? 'met' : 'to_be_judged',
  explains:
    disputes.length === 0
      ? both('没有待核验的事项', 'Nothing to be verified')
      : both(`${disputes.length}项待核验`, `${disputes.length} to be verified`),
  source: both('全部在办与已办的申领', 'All claims'),
  about: disputes.map(matterKey),
});

/** A tier that may still rise: everything goes on but the determination (I-25). */
const waitCheck = (waits: WaitFact): Check => ({
  clause: '9.6',
  title: both('一年一次', 'Once a year'),
  status: 'to_be_judged',
  explains: waitInWords(waits),
  source: both('按年度结算的口径', 'The reading of the yearly settlement'),
});

/** Unpaid sums wait while the zone rectifies, or where its title never stood (I-06, I-07). */
const heldCheck: Check = {
  clause: '14.3c',
  title: both('暂缓拨付', 'Payment held'),
  status: 'not_met',
  explains: both(
    '示范区整改、资格自始无效或有待决事项，未付款项暂缓拨付',
    'The zone rectifies, its title never stood, or a question is open',
  ),
  source: both('兑付记录', 'The payments'),
};

/** States in which the agency has still to file, and a bar keeps it from doing so. */
const unfiled: readonly string[] = ['draft', 'returned'];

const barCheck = (bar: BarFact): Check => ({
  clause: 'operational',
  title: both('申领限制', 'Bar on claims'),
  status: 'not_met',
  explains: barredWords(bar),
  source: both('追回决定', 'The decision on the recovery'),
});

/** States in which nothing is determined any more. */
const settled = new Set(['determined', 'paid', 'voucher_issued', 'recovery_proposed', 'recovering', 'recovered', 'refused', 'withdrawn']);

/** What stands for and against the claim now: the engine's word, the evidence, the other side, the dispute, a hold, a bar. */
export function checklist({ kase, data, facts, today }: Sight<ClaimData>): readonly Check[] {
  const now = known(facts, 'entitlement');
  const bar = known(facts, 'bar');
  const entries = now ? now.entries : [];
  return [
    engineCheck(data, now),
    evidenceCheck(entries),
    confirmationCheck(entries),
    disputeCheck(known(facts, 'disputes')),
    ...(now?.waits && today < now.waits.from && !settled.has(kase.state) ? [waitCheck(now.waits)] : []),
    ...(known(facts, 'payments').isHeld ? [heldCheck] : []),
    ...(bar && unfiled.includes(kase.state) ? [barCheck(bar)] : []),
  ];
}
