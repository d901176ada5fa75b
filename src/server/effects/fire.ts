import type { EffectOf } from '#core/process/effects.ts';
import { addPendingEvent, addPendingOpening } from '#server/stores/pending-events.ts';
import type { EffectContext, EffectResult } from './context.ts';

/** Notes an event of another case; the clock fires it through the ordinary door once this one has committed. */
export async function fire({ tx, kase, at }: EffectContext, effect: EffectOf<'fire'>): Promise<EffectResult> {
  await addPendingEvent(tx, { process: effect.process, kase: effect.kase, event: effect.event, causedBy: kase.id, at });
  return {};
}

/** Notes the opening of another case; the clock opens it through the ordinary door once this one has committed. */
export async function openCase({ tx, kase, at }: EffectContext, effect: EffectOf<'open case'>): Promise<EffectResult> {
  await addPendingOpening(tx, { process: effect.process, input: effect.input, causedBy: kase.id, at });
  return {};
}
