import { randomUUID } from 'node:crypto';
import { businessDateOf } from '#core/kernel/dates.ts';
import { type Fen, fen } from '#core/kernel/money.ts';
import type { Refused } from '#core/kernel/refusal.ts';
import { accountKey, type BudgetLine, subjectAccount, treasury } from '#core/ledger/accounts.ts';
import {
  cancelPayable,
  demandBack,
  grantCash,
  issueVoucher as issueVoucherEntry,
  lapseVoucher,
  releaseReservation,
  repay,
} from '#core/ledger/entries.ts';
import type { EffectOf, SupportGrant } from '#core/process/effects.ts';
import { endSupport, findSupport, holdMatters, insertSupport, releaseMatters } from '#server/stores/claims.ts';
import { endCommitment, lockCommitment } from '#server/stores/commitments.ts';
import { balanceOf, postEntry } from '#server/stores/ledger.ts';
import { cancelPayableRow, insertPayable, lockPayablesOfCase } from '#server/stores/payments.ts';
import { endVoucher, insertVoucher, lapsedOf, presentedOf, voucherOfCase } from '#server/stores/vouchers.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { unguessableCode } from './filing.ts';
import { paidOutTooLittle, refusals } from './refusals.ts';

const ownerOf = ({ kase }: EffectContext): string => {
  if (!kase.owner) throw new Error(`case ${kase.id} has no owner to support`);
  return kase.owner;
};

export async function holdTheMatters(
  context: EffectContext,
  { clause, matters }: EffectOf<'hold matters'>,
): Promise<EffectResult | Refused> {
  const { tx, kase, at } = context;
  const missed = await holdMatters(tx, { kase: kase.id, agency: ownerOf(context), clause, matters, at });
  return missed === 0 ? {} : refusals.matterHeld;
}

export async function releaseTheMatters({ tx, kase, at }: EffectContext, { matters }: EffectOf<'release matters'>): Promise<EffectResult> {
  await releaseMatters(tx, kase.id, matters === 'all' ? null : matters, at);
  return {};
}

/** The claim's reservation becomes the grant: what was reserved beyond the amount goes back to the line. */
async function spendReservation({ tx, kase, at }: EffectContext, line: BudgetLine, amount: Fen): Promise<Refused | null> {
  const kept = await lockCommitment(tx, kase.id);
  if (kept?.state !== 'live' || kept.reserved < amount) return refusals.notReserved;
  if (kept.reserved > amount) {
    await postEntry(tx, { entry: releaseReservation(line, fen(kept.reserved - amount)), kase: kase.id, at });
  }
  await endCommitment(tx, kase.id, 'granted');
  return null;
}

const record = (context: EffectContext, support: SupportGrant, paidAs: 'cash' | 'voucher') =>
  insertSupport(context.tx, {
    kase: context.kase.id,
    agency: ownerOf(context),
    support,
    paidAs,
    on: businessDateOf(context.at),
    by: context.actor.person ?? '',
    at: context.at,
  });

/** Grants money: one sum a payee is owed from now on, each under an account of its own. */
export async function grantSupport(
  context: EffectContext,
  { support, payees }: EffectOf<'grant support'>,
): Promise<EffectResult | Refused> {
  const { tx, kase, title, at } = context;
  const { line, amount } = support;
  const short = await spendReservation(context, line, amount);
  if (short) return short;
  const dues = payees.map((one) => ({ ...one, id: randomUUID() }));
  const owners = Object.fromEntries(dues.map(({ id }) => [accountKey(subjectAccount('payable', id)), ownerOf(context)]));
  const entry = grantCash(
    line,
    amount,
    dues.map((due) => ({ payee: due.id, amount: due.amount })),
  );
  if ((await postEntry(tx, { entry, kase: kase.id, at, owners })) === 'insufficient') return refusals.notReserved;
  for (const due of dues) {
    await insertPayable(tx, {
      id: due.id,
      kase: kase.id,
      payee: due.payee,
      organisation: ownerOf(context),
      ...line,
      title: `${kase.number} ${title}`,
      amount: due.amount,
      is_held: support.isHeld,
      created_at: at,
    });
  }
  await record(context, support, 'cash');
  return {};
}

export async function issueVoucher(
  context: EffectContext,
  { support, validTo }: EffectOf<'issue voucher'>,
): Promise<EffectResult | Refused> {
  const { tx, kase, at } = context;
  const { line, amount } = support;
  const short = await spendReservation(context, line, amount);
  if (short) return short;
  const id = randomUUID();
  const owners = { [accountKey(subjectAccount('voucher', id))]: ownerOf(context) };
  if ((await postEntry(tx, { entry: issueVoucherEntry(line, amount, id), kase: kase.id, at, owners })) === 'insufficient')
    return refusals.notReserved;
  await insertVoucher(tx, {
    id,
    code: unguessableCode(),
    kase: kase.id,
    holder: ownerOf(context),
    ...line,
    value: amount,
    issued_on: businessDateOf(at),
    valid_to: validTo,
  });
  await record(context, support, 'voucher');
  return {};
}

/** Cancels what of the case is still to be paid. Returns what was cancelled. */
async function cancelUnpaid({ tx, kase, at }: EffectContext, line: BudgetLine): Promise<number | Refused> {
  const open = (await lockPayablesOfCase(tx, kase.id)).filter(({ paid_at, cancelled_at }) => paid_at === null && cancelled_at === null);
  if (open.some(({ batch }) => batch !== null)) return refusals.payablesTaken;
  if (open.length === 0) return 0;
  const amount = fen(open.reduce((sum, one) => sum + one.amount, 0));
  const dues = open.map(({ id, amount: due }) => ({ payee: id, amount: fen(due) }));
  if ((await postEntry(tx, { entry: cancelPayable(line, amount, dues), kase: kase.id, at })) === 'insufficient')
    return refusals.nothingOwed;
  for (const { id } of open) await cancelPayableRow(tx, id, at);
  return amount;
}

/** What is left on the case's voucher lapses. Returns what is gone of it: now, or when its time was over. */
async function lapseRest({ tx, kase, at }: EffectContext, line: BudgetLine): Promise<number | Refused> {
  const voucher = await voucherOfCase(tx, kase.id);
  if (!voucher) return 0;
  if ((await presentedOf(tx, voucher.id)) > 0) return refusals.voucherInUse;
  await endVoucher(tx, voucher.id, 'cancelled', at);
  if (voucher.balance > 0) {
    const posted = await postEntry(tx, { entry: lapseVoucher(line, fen(voucher.balance), voucher.id), kase: kase.id, at });
    if (posted === 'insufficient') return refusals.voucherInUse;
  }
  return lapsedOf(tx, voucher.id);
}

/** Takes a support back (I-47): what was not paid is cancelled, the rest of a voucher lapses, what was paid is owed back. */
export async function takeBackSupport(context: EffectContext, { reason }: EffectOf<'take back support'>): Promise<EffectResult | Refused> {
  const { tx, kase, at } = context;
  const support = await findSupport(tx, kase.id);
  if (!support) throw new Error(`case ${kase.id} has no support to take back`);
  const line = { year: support.year, item: support.item };
  const cancelled = await cancelUnpaid(context, line);
  if (typeof cancelled !== 'number') return cancelled;
  const lapsed = await lapseRest(context, line);
  if (typeof lapsed !== 'number') return lapsed;
  const gone = cancelled + lapsed;
  if (support.amount > gone) {
    const subject = kase.id;
    const owners = { [accountKey(subjectAccount('receivable', subject))]: ownerOf(context) };
    const entry = demandBack(line, subject, fen(support.amount - gone));
    if ((await postEntry(tx, { entry, kase: kase.id, at, owners })) === 'insufficient') return refusals.nothingOwed;
  }
  await endSupport(tx, kase.id, { byCase: kase.id, reason, at });
  return {};
}

/** Books what came back: the receivable is settled, and the line has its money again. */
export async function recordRepayment(
  { tx, kase, at }: EffectContext,
  { amount }: EffectOf<'record repayment'>,
): Promise<EffectResult | Refused> {
  const support = await findSupport(tx, kase.id);
  if (!support) throw new Error(`case ${kase.id} has no support to repay`);
  const owed = await balanceOf(tx, subjectAccount('receivable', kase.id));
  if (amount > owed) return refusals.nothingOwed;
  const posted = await postEntry(tx, { entry: repay({ year: support.year, item: support.item }, kase.id, amount), kase: kase.id, at });
  return posted === 'posted' ? {} : paidOutTooLittle(await balanceOf(tx, treasury)); // it is owed: only the treasury can fall short
}
