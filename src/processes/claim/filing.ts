import { ShortReason } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { fen } from '#core/kernel/money.ts';
import { both } from '#core/kernel/words.ts';
import { eventsOf, openingOf, type Sight } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { type Entitlement, known, type Matter, type PayeeFact } from '#core/process/facts.ts';
import { tellCentre } from '#core/process/tell.ts';
import { waitingOrderIn } from '#core/process/waiting-order.ts';
import { itemOf } from './clauses.ts';
import { type ClaimData, Declaration, Opening } from './data.ts';
import { evidenceComplete, hasFacts, noOtherClaim, notBarred, titleStood, windowOpen } from './guards.ts';
import { notSettled } from './guards-year.ts';
import { agency } from './people.ts';
import type { State } from './states.ts';

type ClaimSight = Sight<ClaimData>;
const event = eventsOf<State, ClaimData>();

export const matterKey = ({ kind, matter }: Matter): string => `${kind}/${matter}`;

/** Matters that a check found not to count: every matter of a fact that is not so, and those left out one by one. */
export function leftOut({ checks, entries }: Pick<ClaimData, 'checks' | 'entries'>): readonly Matter[] {
  if (checks === null) return [];
  const not = new Set(checks.entries.filter(({ verdict }) => verdict === 'not').map(({ id }) => id));
  const whole = entries.filter(({ id }) => not.has(id)).flatMap(({ matters }) => matters);
  return [...whole, ...checks.excluded.map(({ kind, matter }) => ({ kind, matter }))];
}

const allMatters = (entries: ClaimData['entries']): readonly Matter[] => entries.flatMap(({ matters }) => matters);

/** Holds what counts, lets go what does not. */
export function holding(clause: string, data: Pick<ClaimData, 'checks' | 'entries'>): readonly Effect[] {
  const out = leftOut(data);
  const gone = new Set(out.map(matterKey));
  const kept = allMatters(data.entries).filter((matter) => !gone.has(matterKey(matter)));
  return [
    ...(out.length > 0 ? [{ kind: 'release matters', when: 'with', matters: out } as const] : []),
    { kind: 'hold matters', when: 'with', clause, matters: kept },
  ];
}

const snapshot = (now: Entitlement): NonNullable<ClaimData['earned']> => ({
  ceilingFen: now.ceiling,
  paidAs: now.paidAs,
  isFixed: now.isFixed,
  code: now.code,
  says: now.says,
  zone: now.zone,
  unconfirmed: [...now.unconfirmed],
  hash: now.hash,
});

/** What is on record now, as the claim's data keeps it. */
export const asOnRecord = (now: Entitlement): Pick<ClaimData, 'earned' | 'entries'> => ({
  earned: snapshot(now),
  entries: now.entries.map((entry) => ({ ...entry, matters: [...entry.matters], files: [...entry.files], missing: [...entry.missing] })),
});

/** Asks the claim's line for what the engine gives; nothing is asked where it gives nothing. */
export const committing = ({ data: { year, clause }, facts }: ClaimSight, now: Entitlement | null): Effect => ({
  kind: 'commit budget',
  when: 'with',
  line: { year, item: itemOf(clause) },
  ceiling: now?.ceiling ?? fen(0),
  isFixed: now?.isFixed ?? false,
  order: waitingOrderIn(known(facts, 'readings')),
});

export const opens = openingOf<ClaimData>()({
  title: both('申领支持', 'Claim support'),
  clause: '9',
  who: [agency],
  input: Opening,
  asks: ['entitlement', 'organisation', 'ownClaims', 'readings'],
  guards: [windowOpen, notBarred],
  accepts: ({ facts, today }, { year }) => [
    ...(year > Number(today.slice(0, 4)) ? [wrong('year', 'future_year', both('年度还没有开始', 'That year has not begun'))] : []),
    ...(known(facts, 'entitlement') === null ? [wrong('clause', hasFacts.code, hasFacts.says as never)] : []),
    ...(known(facts, 'ownClaims') > 0 ? [wrong('clause', noOtherClaim.code, noOtherClaim.says as never)] : []),
  ],
  create: ({ facts }, { year, clause }) => {
    const now = known(facts, 'entitlement');
    if (now === null) throw new Error('a claim without facts was accepted');
    return {
      year,
      clause,
      agencyName: known(facts, 'organisation').name,
      ...asOnRecord(now),
      declaration: null,
      filings: 0,
      checks: null,
      proposal: null,
      refusal: null,
      decision: null,
      recovery: null,
      ended: null,
    };
  },
});

const wrong = (field: string, code: string, says: Refusal['says']): Refusal => ({ kind: 'input', code, clause: '9', field, says });

const payeeWrong = (code: string, zh: string, en: string): readonly Refusal[] => [wrong('payees', code, both(zh, en))];

/** Persons are paid each into an account of their own. */
function personFaults(recipients: Entitlement['recipients'], chosen: readonly PayeeFact[]): readonly Refusal[] {
  const names = new Set(chosen.map(({ name }) => name));
  const lacking = recipients.filter(({ person }) => !names.has(person)).map(({ person }) => person);
  if (lacking.length === 0 && new Set(chosen.map(({ id }) => id)).size === chosen.length) return [];
  return payeeWrong('payee_missing', `发给个人，还缺收款账户：${lacking.join('、')}`, 'Persons are paid each into an account of their own');
}

/** What is wrong with where the money should go: persons are paid each for themselves, an agency into one account. */
function payeeFaults({ facts }: ClaimSight, { payees }: Declaration): readonly Refusal[] {
  const now = known(facts, 'entitlement');
  if (now === null || now.paidAs === 'voucher') {
    return payees.length === 0 ? [] : payeeWrong('payee_not_needed', '发放服务券的事项不填收款账户', 'A voucher needs no account');
  }
  const own = known(facts, 'payees');
  const chosen = payees.flatMap((id) => own.find((one) => one.id === id) ?? []);
  if (chosen.length < payees.length) return payeeWrong('payee_unknown', '收款账户不在本机构名下，或已更换', 'Not an account of yours');
  if (now.recipients.length > 0) return personFaults(now.recipients, chosen);
  const [one, ...others] = chosen;
  return one && others.length === 0 && !one.isPerson
    ? []
    : payeeWrong('payee_missing', '请选择本机构的一个收款账户', 'Choose one account of the agency');
}

function declarationFaults(sight: ClaimSight, declaration: Declaration): readonly Refusal[] {
  return [
    ...(declaration.isTrue ? [] : [wrong('isTrue', 'not_declared', both('请作出真实性声明', 'Declare that it is true'))]),
    ...(declaration.otherSupport === 'same_level'
      ? [wrong('otherSupport', 'other_support', both('同一事项已有市级支持的，不重复支持', 'The city supports a matter once'))]
      : []),
    ...(declaration.otherSupport === 'other_level' && declaration.otherSupportDetails.trim().length < 5
      ? [wrong('otherSupportDetails', 'invalid_input', both('请说明支持的来源、事项和金额', 'Say who supports what with how much'))]
      : []),
    ...payeeFaults(sight, declaration),
  ];
}

const fileAgain = {
  clause: '9',
  who: [agency],
  input: Declaration,
  asks: ['payees'],
  guards: [windowOpen, notBarred, hasFacts, titleStood, notSettled, evidenceComplete, noOtherClaim],
  manner: 'next',
  accepts: declarationFaults,
  apply: ({ data, facts }: ClaimSight, declaration: Declaration): ClaimData => {
    const now = known(facts, 'entitlement');
    if (now === null) throw new Error('a claim without facts was filed');
    return { ...data, ...asOnRecord(now), declaration, filings: data.filings + 1, checks: null, proposal: null };
  },
  effects: (sight: ClaimSight): readonly Effect[] => [
    { kind: 'freeze filing', when: 'with', form: { claim: sight.data } },
    { kind: 'issue receipt', when: 'with' },
    ...holding(sight.data.clause, sight.data),
    tellCentre(sight, 'centre_officer', `${sight.data.agencyName}提交申领，请核对`, 'filed; please check'),
    // Last: from here on the budget line is locked, and others who file wait.
    committing(sight, known(sight.facts, 'entitlement')),
  ],
} as const;

export const file = event({ ...fileAgain, title: both('确认并申领', 'Confirm and file'), from: ['draft'], to: 'filed' });
export const refile = event({ ...fileAgain, title: both('补正后重新提交', 'File again'), from: ['returned'], to: 'filed' });

export const withdraw = event({
  title: both('撤回申领', 'Withdraw'),
  clause: 'operational',
  from: ['draft', 'filed', 'returned', 'checked'],
  to: 'withdrawn',
  who: [agency],
  input: ShortReason,
  manner: 'grave',
  apply: ({ data }, { reason }) => ({ ...data, ended: reason }),
  effects: () => [
    { kind: 'release matters', when: 'with', matters: 'all' },
    { kind: 'release budget', when: 'with' },
  ],
});
