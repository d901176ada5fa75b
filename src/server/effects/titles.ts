import type { Refused } from '#core/kernel/refusal.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { addPendingInZone, releaseHold, setZoneStatus } from '#server/stores/titles.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { refusals } from './refusals.ts';

/** Decides on a title. However many decide in the same instant, the history takes what its last entry allows. */
export async function decideOnTitle(
  { tx, kase, at }: EffectContext,
  { zone, title }: EffectOf<'set zone status'>,
): Promise<EffectResult | Refused> {
  return (await setZoneStatus(tx, { zone, title, kase: kase.id, at })) ? {} : refusals.titleMovedOn;
}

/** Notes an event of every case about the zone; the clock fires each through the ordinary door once this one has committed. */
export async function fireInZone({ tx, kase, at }: EffectContext, effect: EffectOf<'fire in zone'>): Promise<EffectResult> {
  const { zone, process, event, notIn } = effect;
  await addPendingInZone(tx, { zone, process, event, notIn, causedBy: kase.id, at });
  return {};
}

export async function releaseTheHold({ tx, kase }: EffectContext): Promise<EffectResult | Refused> {
  return (await releaseHold(tx, kase.id)) ? {} : refusals.stillHeld;
}
