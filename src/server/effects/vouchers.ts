import { randomUUID } from 'node:crypto';
import { fen } from '#core/kernel/money.ts';
import type { Refused } from '#core/kernel/refusal.ts';
import { accountKey, subjectAccount } from '#core/ledger/accounts.ts';
import { acceptVoucherUse, presentVoucher, returnVoucherUse } from '#core/ledger/entries.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { postEntry } from '#server/stores/ledger.ts';
import { insertPayable } from '#server/stores/payments.ts';
import { findUse, findVoucher, insertUse } from '#server/stores/vouchers.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { refusals } from './refusals.ts';

/** Draws an amount from a voucher. However many present it in the same instant, the ledger's account lets it be spent once. */
export async function presentTheVoucher(context: EffectContext, effect: EffectOf<'present voucher'>): Promise<EffectResult | Refused> {
  const { tx, kase, at } = context;
  const { voucher, client, amount } = effect;
  const owners = kase.owner ? { [accountKey(subjectAccount('presented', kase.id))]: kase.owner } : {};
  if ((await postEntry(tx, { entry: presentVoucher(voucher, kase.id, amount), kase: kase.id, at, owners })) === 'insufficient')
    return refusals.voucherSpent;
  await insertUse(tx, { kase: kase.id, voucher, provider: kase.owner ?? '', client, amount, at });
  return {};
}

/** The provider is owed what was presented. */
export async function acceptTheUse(
  { tx, kase, title, at }: EffectContext,
  { payee }: EffectOf<'accept voucher use'>,
): Promise<EffectResult | Refused> {
  const use = await findUse(tx, kase.id);
  const voucher = use && (await findVoucher(tx, use.voucher));
  if (!use || !voucher) throw new Error(`case ${kase.id} is no use of a voucher`);
  const id = randomUUID();
  const owners = { [accountKey(subjectAccount('payable', id))]: use.provider };
  const posted = await postEntry(tx, { entry: acceptVoucherUse(kase.id, fen(use.amount), id), kase: kase.id, at, owners });
  if (posted === 'insufficient') return refusals.nothingOwed;
  await insertPayable(tx, {
    id,
    kase: kase.id,
    payee,
    organisation: use.provider,
    year: voucher.year,
    item: voucher.item,
    title: `${kase.number} ${title}`,
    amount: use.amount,
    is_held: false,
    created_at: at,
  });
  return {};
}

/** What was presented is on the voucher again, also where its time is over: the clock then lets it lapse. */
export async function returnTheUse({ tx, kase, at }: EffectContext): Promise<EffectResult | Refused> {
  const use = await findUse(tx, kase.id);
  if (!use) throw new Error(`case ${kase.id} is no use of a voucher`);
  const posted = await postEntry(tx, { entry: returnVoucherUse(kase.id, fen(use.amount), use.voucher), kase: kase.id, at });
  return posted === 'posted' ? {} : refusals.nothingOwed;
}
