import type { EffectOf } from '#core/process/effects.ts';
import { addToOutbox } from '#server/stores/messages.ts';
import type { EffectContext, EffectResult } from './context.ts';

/** Puts a message into the outbox, in the same transaction; the job delivers it. */
export async function notify({ tx, kase, at, tellFrom }: EffectContext, { recipient, says }: EffectOf<'notify'>): Promise<EffectResult> {
  addToOutbox(tx, kase.id, { recipient, zh: says.zh, en: says.en, process: kase.process }, at, tellFrom);
  return {};
}
