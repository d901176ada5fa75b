import { addFen, type Fen, fen } from '#core/kernel/money.ts';
import {
  type Account,
  accountKey,
  type AccountKind,
  balanceSide,
  bookOf,
  type BudgetLine,
  lineAccount,
  type Side,
  subjectAccount,
  treasury,
} from './accounts.ts';

/** One amount on one side of one account. */
export type Posting = { readonly account: Account; readonly side: Side; readonly amount: Fen };

/** What one entry moves where, by its kind: `debit available` stands for one posting or, for payees, several of this sort. */
const shapes = {
  appropriate: ['debit available', 'credit appropriated'],
  withdraw_appropriation: ['debit appropriated', 'credit available'],
  reserve: ['debit reserved', 'credit available'],
  release_reservation: ['debit available', 'credit reserved'],
  grant_cash: ['debit spent', 'credit reserved', 'debit granted', 'credit payable'],
  issue_voucher: ['debit spent', 'credit reserved', 'debit granted', 'credit voucher'],
  present_voucher: ['debit voucher', 'credit presented'],
  accept_voucher_use: ['debit presented', 'credit payable'],
  return_voucher_use: ['debit presented', 'credit voucher'],
  lapse_voucher: ['debit voucher', 'credit granted', 'debit available', 'credit spent'],
  pay_out: ['debit payable', 'credit in_transit'],
  confirm_paid: ['debit in_transit', 'credit treasury'],
  bounce_payment: ['debit in_transit', 'credit payable'],
  cancel_payable: ['debit payable', 'credit granted', 'debit available', 'credit spent'],
  demand_back: ['debit receivable', 'credit granted'],
  repay: ['debit treasury', 'credit receivable', 'debit available', 'credit spent'],
} as const satisfies Record<string, readonly `${Side} ${AccountKind}`[]>;

/** What happens to money; a reversal mirrors one earlier entry, once. */
export type EntryKind = keyof typeof shapes | 'reversal';

export const entryKinds: readonly EntryKind[] = [...(Object.keys(shapes) as (keyof typeof shapes)[]), 'reversal'];

/** The sorts of postings an entry of this kind consists of, none missing and no other; null for a reversal, which mirrors any. */
export const shapeOf = (kind: EntryKind): readonly string[] | null => (kind === 'reversal' ? null : shapes[kind]);

/** One indivisible movement: its debits equal its credits in each book. */
export type Entry = { readonly kind: EntryKind; readonly postings: readonly Posting[] };

/** Somebody money is owed to, and how much. */
export type Due = { readonly payee: string; readonly amount: Fen };

const opposite = (side: Side): Side => (side === 'debit' ? 'credit' : 'debit');
const total = (postings: readonly Posting[]): Fen => fen(postings.reduce((sum, { amount }) => sum + amount, 0));
const sortOf = ({ side, account }: Posting): string => `${side} ${account.kind}`;
const mirrored = (sort: string): string => (sort.startsWith('debit') ? sort.replace('debit', 'credit') : sort.replace('credit', 'debit'));
const sorted = (texts: Iterable<string>): string => [...new Set(texts)].sort().join();

function isShaped({ kind, postings }: Entry): boolean {
  const sorts = sorted(postings.map(sortOf));
  const shape = shapeOf(kind);
  if (shape) return sorts === sorted(shape);
  return Object.values(shapes).some((one) => sorts === sorted(one.map(mirrored)));
}

/** What one book moves in an entry, on each side. */
function movedIn(entry: Entry, book: 'budget' | 'financial'): { readonly debit: Fen; readonly credit: Fen } {
  const own = entry.postings.filter(({ account }) => bookOf(account.kind) === book);
  return { debit: total(own.filter(({ side }) => side === 'debit')), credit: total(own.filter(({ side }) => side === 'credit')) };
}

/**
 * What is wrong with an entry; empty when it may be posted. Beside balance it must have the shape of its kind, name an
 * account once and one budget line at most, and where it touches both books move as much in one as in the other.
 */
export function faultsOf(entry: Entry): readonly string[] {
  const keys = entry.postings.map(({ account }) => accountKey(account));
  const lines = new Set(entry.postings.flatMap(({ account }) => ('year' in account ? [`${account.year}/${account.item}`] : [])));
  const amounts = entry.postings.map(({ amount }) => amount as number);
  if (!amounts.every((amount) => Number.isSafeInteger(amount) && amount > 0)) return ['an amount is not at least one fen'];
  const budget = movedIn(entry, 'budget');
  const financial = movedIn(entry, 'financial');
  const faults = [
    [budget.debit !== budget.credit, 'the budget book does not balance'],
    [financial.debit !== financial.credit, 'the financial book does not balance'],
    [budget.debit > 0 && financial.debit > 0 && budget.debit !== financial.debit, 'the books move different amounts'],
    [new Set(keys).size < keys.length, 'an account is named twice'],
    [lines.size > 1, 'two budget lines are touched'],
    [!isShaped(entry), 'the postings are not those of this kind'],
  ] as const;
  return faults.flatMap(([isFault, says]) => (isFault ? [says] : []));
}

/** @throws Error naming every fault: nobody but a programmer can cause one. */
function sound(entry: Entry): Entry {
  const faults = faultsOf(entry);
  if (faults.length > 0) throw new Error(`not an entry (${entry.kind}): ${faults.join('; ')}`);
  return entry;
}

const debit = (account: Account, amount: Fen): Posting => ({ account, side: 'debit', amount });
const credit = (account: Account, amount: Fen): Posting => ({ account, side: 'credit', amount });
const entry = (kind: EntryKind, ...postings: readonly Posting[]): Entry => sound({ kind, postings });

/** A payee named twice is one payee with the sum. */
function perPayee(payees: readonly Due[], posting: typeof debit): readonly Posting[] {
  const sums = new Map<string, Fen>();
  for (const { payee, amount } of payees) sums.set(payee, addFen(sums.get(payee) ?? fen(0), amount));
  return [...sums].map(([payee, amount]) => posting(subjectAccount('payable', payee), amount));
}

const sumOf = (payees: readonly Due[]): Fen => payees.reduce((sum, { amount }) => addFen(sum, amount), fen(0));

/** From the reservation of a line to what it has spent. */
const spend = (line: BudgetLine, amount: Fen) => [debit(lineAccount('spent', line), amount), credit(lineAccount('reserved', line), amount)];
/** What a line has spent is available on it again. */
const unspend = (line: BudgetLine, amount: Fen) => [
  debit(lineAccount('available', line), amount),
  credit(lineAccount('spent', line), amount),
];

/** Money is put on a budget line. */
export const appropriate = (line: BudgetLine, amount: Fen): Entry =>
  entry('appropriate', debit(lineAccount('available', line), amount), credit(lineAccount('appropriated', line), amount));

/** Money that nobody has a claim on is taken off a line again. */
export const withdrawAppropriation = (line: BudgetLine, amount: Fen): Entry =>
  entry('withdraw_appropriation', debit(lineAccount('appropriated', line), amount), credit(lineAccount('available', line), amount));

/** Money of a line is kept for a claim. */
export const reserve = (line: BudgetLine, amount: Fen): Entry =>
  entry('reserve', debit(lineAccount('reserved', line), amount), credit(lineAccount('available', line), amount));

/** What was kept for a claim is free again. */
export const releaseReservation = (line: BudgetLine, amount: Fen): Entry =>
  entry('release_reservation', debit(lineAccount('available', line), amount), credit(lineAccount('reserved', line), amount));

/** A determination grants money: it leaves the reservation and is owed to the payees, whose shares add up to `amount`. */
export const grantCash = (line: BudgetLine, amount: Fen, payees: readonly Due[]): Entry =>
  entry('grant_cash', ...spend(line, amount), debit(lineAccount('granted', line), amount), ...perPayee(payees, credit));

/** A determination grants a voucher (知识产权服务券). */
export const issueVoucher = (line: BudgetLine, amount: Fen, voucher: string): Entry =>
  entry(
    'issue_voucher',
    ...spend(line, amount),
    debit(lineAccount('granted', line), amount),
    credit(subjectAccount('voucher', voucher), amount),
  );

/** Part or all of a voucher is handed in for a service. */
export const presentVoucher = (voucher: string, use: string, amount: Fen): Entry =>
  entry('present_voucher', debit(subjectAccount('voucher', voucher), amount), credit(subjectAccount('presented', use), amount));

/** A use is accepted: whoever gave the service is owed the money. */
export const acceptVoucherUse = (use: string, amount: Fen, payee: string): Entry =>
  entry('accept_voucher_use', debit(subjectAccount('presented', use), amount), credit(subjectAccount('payable', payee), amount));

/** A use is not accepted: the amount is on the voucher again. */
export const returnVoucherUse = (use: string, amount: Fen, voucher: string): Entry =>
  entry('return_voucher_use', debit(subjectAccount('presented', use), amount), credit(subjectAccount('voucher', voucher), amount));

/** What is left on a voucher when its time is over goes back to its budget line. */
export const lapseVoucher = (line: BudgetLine, amount: Fen, voucher: string): Entry =>
  entry(
    'lapse_voucher',
    debit(subjectAccount('voucher', voucher), amount),
    credit(lineAccount('granted', line), amount),
    ...unspend(line, amount),
  );

/** What is owed goes to the bank in one batch. */
export const payOut = (batch: string, payees: readonly Due[]): Entry =>
  entry('pay_out', ...perPayee(payees, debit), credit(subjectAccount('in_transit', batch), sumOf(payees)));

/** The bank has paid part or all of a batch. */
export const confirmPaid = (batch: string, amount: Fen): Entry =>
  entry('confirm_paid', debit(subjectAccount('in_transit', batch), amount), credit(treasury, amount));

/** The bank could not pay somebody, who is owed the money again. */
export const bouncePayment = (batch: string, payee: string, amount: Fen): Entry =>
  entry('bounce_payment', debit(subjectAccount('in_transit', batch), amount), credit(subjectAccount('payable', payee), amount));

/** A determination is withdrawn before it was paid: nobody is owed anything and the line has its money again. */
export const cancelPayable = (line: BudgetLine, amount: Fen, payees: readonly Due[]): Entry =>
  entry('cancel_payable', ...perPayee(payees, debit), credit(lineAccount('granted', line), amount), ...unspend(line, amount));

/** What was paid without right is demanded back. */
export const demandBack = (line: BudgetLine, organisation: string, amount: Fen): Entry =>
  entry('demand_back', debit(subjectAccount('receivable', organisation), amount), credit(lineAccount('granted', line), amount));

/** What was demanded back has come in and is available on its line again. */
export const repay = (line: BudgetLine, organisation: string, amount: Fen): Entry =>
  entry('repay', debit(treasury, amount), credit(subjectAccount('receivable', organisation), amount), ...unspend(line, amount));

/** Undoes an entry by its mirror image; the entry itself stands for ever. @throws Error for a reversal: post the entry anew instead. */
export function reversalOf({ kind, postings }: Entry): Entry {
  if (kind === 'reversal') throw new Error('a reversal is not reversed');
  return entry('reversal', ...postings.map((posting) => ({ ...posting, side: opposite(posting.side) })));
}

/** By how much an entry changes each account it names: up when positive. */
export const changesOf = ({ postings }: Entry): readonly (readonly [key: string, change: number])[] =>
  postings.map(({ account, side, amount }) => [accountKey(account), side === balanceSide(account.kind) ? amount : 0 - amount]);
