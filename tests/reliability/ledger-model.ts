import { randomUUID } from 'node:crypto';
import { type Fen, fen } from '#core/kernel/money.ts';
import { type AccountKind, type BudgetLine } from '#core/ledger/accounts.ts';
import * as entries from '#core/ledger/entries.ts';
import { type Balances, balanceIn, shortIn } from '#core/ledger/replay.ts';

/** An entry that stands in the model's journal. */
export type ModelEntry = {
  readonly id: string;
  readonly entry: entries.Entry;
  readonly kase: string | null;
  readonly reverses: string | null;
};

/** What the ledger should be: balances in memory and every entry that was posted. */
export class Model {
  readonly journal: ModelEntry[] = [];
  readonly #balances = new Map<string, Fen>();

  get balances(): Balances {
    return this.#balances;
  }

  /** What must come of posting an entry now. */
  expects(entry: entries.Entry): 'posted' | 'insufficient' {
    return shortIn(this.#balances, entry).length > 0 ? 'insufficient' : 'posted';
  }

  add(posted: ModelEntry): void {
    for (const [key, change] of entries.changesOf(posted.entry)) this.#balances.set(key, fen(balanceIn(this.#balances, key) + change));
    this.journal.push(posted);
  }

  isReversed(id: string): boolean {
    return this.journal.some(({ reverses }) => reverses === id);
  }
}

/** Numbers from which a command makes up its details; the same numbers make the same details. */
export type Picks = readonly [number, number, number, number];

const lines: readonly BudgetLine[] = [
  { year: 2020, item: '9.4' },
  { year: 2020, item: '9.5' },
  { year: 2021, item: '9.4' },
];
const names: Partial<Record<AccountKind, readonly string[]>> = {
  payable: ['p1', 'p2', 'p3', 'p4'],
  voucher: ['v1', 'v2', 'v3'],
  presented: ['u1', 'u2', 'u3'],
  in_transit: ['b1', 'b2'],
  receivable: ['o1', 'o2'],
};

export const lineOf = (pick: number): BudgetLine => lines[pick % lines.length] ?? { year: 2020, item: '9.4' };

/** One of the few subjects of a kind; three times in four one that holds something, if any does. */
function subjectOf(model: Model, kind: AccountKind, pick: number): string {
  const all = names[kind] ?? [];
  const filled = all.filter((name) => balanceIn(model.balances, `${kind}/${name}`) > 0);
  const from = filled.length > 0 && pick % 4 > 0 ? filled : all;
  return from[Math.floor(pick / 4) % from.length] ?? '';
}

/** Small, just what there is, one fen more than that, or about half of it. */
function amountOf(limit: number, pick: number): Fen {
  const choices = [1 + (pick % 50_000), limit, limit + 1, Math.ceil(limit / 2), Math.ceil(limit / 3)];
  return fen(Math.max(choices[pick % choices.length] ?? 1, 1));
}

/** The least that an account from which the entry takes holds. */
function limitOf(model: Model, entry: entries.Entry): number {
  const held = entries.changesOf(entry).flatMap(([key, change]) => (change < 0 ? [balanceIn(model.balances, key)] : []));
  return held.length > 0 ? Math.min(...held) : 100_000;
}

/** One to three payees with amounts of at least a fen. */
function payeesOf(model: Model, pick: number, mode: 'share' | 'holding'): readonly entries.Due[] {
  const count = 1 + (pick % 3);
  return ['p1', 'p2', 'p3', 'p4'].slice(pick % 2, (pick % 2) + count).map((payee, i) => ({
    payee,
    amount: mode === 'share' ? fen(1 + ((pick >> i) % 900)) : amountOf(balanceIn(model.balances, `payable/${payee}`), pick >> i),
  }));
}

const sum = (payees: readonly entries.Due[]): Fen => fen(payees.reduce((all, { amount }) => all + amount, 0));

export type MoveKind = Exclude<entries.EntryKind, 'reversal'>;
export const moveKinds = entries.entryKinds.filter((kind): kind is MoveKind => kind !== 'reversal');

/** Makes up an entry of some kind: mostly one that is possible as the model stands, if there is any. */
export function entryFor(model: Model, kind: MoveKind, picks: Picks): entries.Entry {
  const [first, second, third, fourth] = picks;
  const wanted = madeUp(model, kind, picks);
  if (fourth % 4 === 0) return wanted;
  for (let shift = 0; shift < 12; shift += 1) {
    const other = madeUp(model, kind, [first + shift, second + shift, third + shift, fourth + shift]);
    if (model.expects(other) === 'posted') return other;
  }
  return wanted;
}

function madeUp(model: Model, kind: MoveKind, [first, second, third, fourth]: Picks): entries.Entry {
  const line = lineOf(first);
  const subject = (of: AccountKind) => subjectOf(model, of, of === 'presented' ? third : second);
  const sized = (make: (amount: Fen) => entries.Entry) => make(amountOf(limitOf(model, make(fen(1))), fourth));
  const shares = payeesOf(model, second, 'share');
  const holdings = payeesOf(model, second, 'holding');
  const makers: Readonly<Record<MoveKind, () => entries.Entry>> = {
    appropriate: () => entries.appropriate(line, fen(1 + (fourth % 100_000))),
    withdraw_appropriation: () => sized((amount) => entries.withdrawAppropriation(line, amount)),
    reserve: () => sized((amount) => entries.reserve(line, amount)),
    release_reservation: () => sized((amount) => entries.releaseReservation(line, amount)),
    grant_cash: () => entries.grantCash(line, sum(shares), shares),
    issue_voucher: () => sized((amount) => entries.issueVoucher(line, amount, subject('voucher'))),
    present_voucher: () => sized((amount) => entries.presentVoucher(subject('voucher'), subject('presented'), amount)),
    accept_voucher_use: () => sized((amount) => entries.acceptVoucherUse(subject('presented'), amount, subject('payable'))),
    return_voucher_use: () => sized((amount) => entries.returnVoucherUse(subject('presented'), amount, subject('voucher'))),
    lapse_voucher: () => sized((amount) => entries.lapseVoucher(line, amount, subject('voucher'))),
    pay_out: () => entries.payOut(subject('in_transit'), holdings),
    confirm_paid: () => sized((amount) => entries.confirmPaid(subject('in_transit'), amount)),
    bounce_payment: () => sized((amount) => entries.bouncePayment(subject('in_transit'), subject('payable'), amount)),
    cancel_payable: () => entries.cancelPayable(line, sum(holdings), holdings),
    demand_back: () => sized((amount) => entries.demandBack(line, subject('receivable'), amount)),
    repay: () => sized((amount) => entries.repay(line, subject('receivable'), amount)),
  };
  return makers[kind]();
}

/** Someone already in the journal; nothing while it is empty. */
export const someEntry = (model: Model, pick: number): ModelEntry | undefined => model.journal[pick % Math.max(model.journal.length, 1)];

export const newId = (): string => randomUUID();
