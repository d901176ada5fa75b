import { createHash } from 'node:crypto';
import { fen } from '#core/kernel/money.ts';
import type { Refused } from '#core/kernel/refusal.ts';
import { bankBody, controlLine } from '#core/ledger/bank-file.ts';
import { bouncePayment, confirmPaid, payOut } from '#core/ledger/entries.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { postEntry } from '#server/stores/ledger.ts';
import {
  batchLines,
  findBankAnswer,
  freePayable,
  freePayables,
  insertPaymentFile,
  markPaid,
  takePayables,
} from '#server/stores/payments.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { refusals } from './refusals.ts';

export async function takeThePayables(
  { tx, kase }: EffectContext,
  { payables }: EffectOf<'take payables'>,
): Promise<EffectResult | Refused> {
  return (await takePayables(tx, kase.id, payables)) === payables.length ? {} : refusals.payablesTaken;
}

export async function freeThePayables({ tx, kase }: EffectContext): Promise<EffectResult> {
  await freePayables(tx, kase.id);
  return {};
}

type BatchData = {
  readonly lines: readonly { readonly payable: string; readonly payee: string; readonly reference: string; readonly amountFen: number }[];
};

/** The money is on its way: posted, and written into the file for the bank with control totals and hash. */
export async function payTheBatch({ tx, kase, at, vault }: EffectContext): Promise<EffectResult | Refused> {
  const { lines } = kase.data as BatchData;
  const rows = new Map((await batchLines(tx, kase.id, at)).map((row) => [row.id, row]));
  if ([...rows.values()].some(({ is_held }) => is_held)) return refusals.payablesHeld;
  const file = lines.flatMap(({ payable, payee, reference }) => {
    const row = rows.get(payable);
    return row && !row.is_waiting && row.payee_id === payee
      ? [
          {
            reference,
            name: row.payee_name,
            bank: row.bank,
            account: vault.open(`payee_account/${payee}`, row.sealed).toString(),
            amount: fen(row.amount),
          },
        ]
      : [];
  });
  if (file.length < lines.length || rows.size !== lines.length) return refusals.payeeWaiting;
  const dues = lines.map(({ payable, amountFen }) => ({ payee: payable, amount: fen(amountFen) }));
  if ((await postEntry(tx, { entry: payOut(kase.id, dues), kase: kase.id, at })) === 'insufficient') return refusals.nothingOwed;
  const body = bankBody(file);
  const total = fen(dues.reduce((sum, { amount }) => sum + amount, 0));
  const hash = createHash('sha256').update(body).digest('hex');
  const sealed = vault.seal(`payment_file/${kase.id}`, `${body}\r\n${controlLine(file.length, total, hash)}\r\n`);
  insertPaymentFile(tx, { kase: kase.id, sealed, count: file.length, total, at });
  return {};
}

/** Books the bank's answer: what arrived leaves the treasury, what did not is owed again and free for another batch. */
export async function settleTheBatch(
  { tx, kase, at }: EffectContext,
  { answer }: EffectOf<'settle payment'>,
): Promise<EffectResult | Refused> {
  const found = await findBankAnswer(tx, answer);
  if (!found || found.kase !== kase.id) throw new Error(`answer ${answer} is not about batch ${kase.id}`);
  const paid = found.lines.filter(({ isPaid }) => isPaid);
  const total = fen(paid.reduce((sum, { amount }) => sum + amount, 0));
  if (total > 0 && (await postEntry(tx, { entry: confirmPaid(kase.id, total), kase: kase.id, at })) === 'insufficient')
    return refusals.nothingOwed;
  for (const { payable, bankReference } of paid) await markPaid(tx, payable, at, bankReference);
  for (const { payable, amount } of found.lines.filter(({ isPaid }) => !isPaid)) {
    const posted = await postEntry(tx, { entry: bouncePayment(kase.id, payable, fen(amount)), kase: kase.id, at });
    if (posted === 'insufficient') return refusals.nothingOwed;
    await freePayable(tx, payable);
  }
  return {};
}
