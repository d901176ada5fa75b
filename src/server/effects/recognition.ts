import { businessDateOf } from '#core/kernel/dates.ts';
import type { Refused } from '#core/kernel/refusal.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { insertGrade } from '#server/stores/recognitions.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { refusals } from './refusals.ts';

/** Writes the result of a zone and year. However many decide in the same instant, the table takes one. */
export async function recordGrade(
  { tx, kase, actor, at }: EffectContext,
  { grade }: EffectOf<'record grade'>,
): Promise<EffectResult | Refused> {
  const isWritten = await insertGrade(tx, { ...grade, kase: kase.id, decidedOn: businessDateOf(at), decidedBy: actor.person ?? '', at });
  return isWritten ? {} : refusals.alreadyGraded;
}
