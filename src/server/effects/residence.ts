import type { Refused } from '#core/kernel/refusal.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { keepLicence } from '#server/stores/licences.ts';
import { keepStay } from '#server/stores/residence.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { refusals } from './refusals.ts';

/** Puts a confirmed stay on record. However many confirm in the same instant, the register takes what still fits it. */
export async function keepTheStay({ tx, kase, at }: EffectContext, { stay }: EffectOf<'keep stay'>): Promise<EffectResult | Refused> {
  return (await keepStay(tx, stay, { kase: kase.id, at })) ? {} : refusals.registerMovedOn;
}

/** Puts on record of an agency's qualification what an approver put in force. */
export async function keepTheLicence(
  { tx, kase, at }: EffectContext,
  { licence }: EffectOf<'keep licence'>,
): Promise<EffectResult | Refused> {
  return (await keepLicence(tx, licence, { kase: kase.id, at })) ? {} : refusals.registerMovedOn;
}
