import { createHash, randomInt } from 'node:crypto';
import { canonicalJson } from '#core/policy/canonical.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { insertFiling, insertReceipt } from '#server/stores/events.ts';
import type { EffectContext, EffectResult } from './context.ts';

/** Freezes the form as it is filed: canonical bytes and their hash. */
export async function freezeFiling({ tx, kase, at }: EffectContext, { form }: EffectOf<'freeze filing'>): Promise<EffectResult> {
  const body = Buffer.from(canonicalJson(form));
  insertFiling(tx, { kase: kase.id, at, body, hash: createHash('sha256').update(body).digest() });
  return {};
}

/** No I, L, O, U, 0 or 1: a code is read aloud and typed from paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A code that nobody guesses: of receipts and of vouchers. */
export const unguessableCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-');

/** Gives a receipt for the event; its code can not be guessed (30^16). */
export async function issueReceipt({ tx, kase, title, at, event }: EffectContext): Promise<EffectResult> {
  const code = unguessableCode();
  insertReceipt(tx, { code, kase: kase.id, number: kase.number, title, at, seq: event.seq, hash: event.hash });
  return { receipt: { code, hash: event.hash.toString('hex') } };
}
