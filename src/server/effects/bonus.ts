import { businessDateOf } from '#core/kernel/dates.ts';
import type { Refused } from '#core/kernel/refusal.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { insertBonusList } from '#server/stores/bonus.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { refusals } from './refusals.ts';

/** Writes a version of a year's list. However many confirm in the same instant, the table takes one. */
export async function recordBonusList(
  { tx, kase, actor, at }: EffectContext,
  { list }: EffectOf<'record bonus list'>,
): Promise<EffectResult | Refused> {
  const isWritten = await insertBonusList(tx, { ...list, kase: kase.id, confirmedBy: actor.person ?? '', day: businessDateOf(at), at });
  return isWritten ? {} : refusals.bonusListed;
}
