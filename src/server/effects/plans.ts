import { businessDateOf } from '#core/kernel/dates.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { adoptPlan } from '#server/stores/plans.ts';
import type { EffectContext, EffectResult } from './context.ts';

const movedOn = refused({
  kind: 'conflict',
  code: 'plan_moved_on',
  clause: '14.2b',
  says: both('现行方案刚刚变更，本件所依据的已不是现行版', 'Another version has come into force meanwhile'),
});

/** Puts the next version of the plan in force, unless the one it starts from is in force no more. */
export async function adoptThePlan({ tx, kase, at }: EffectContext, effect: EffectOf<'adopt plan'>): Promise<EffectResult | Refused> {
  const { zone, base, content, isEditorial, countsFrom, documentNumber } = effect;
  const row = { zone, base, kase: kase.id, content, isEditorial, countsFrom, documentNumber, day: businessDateOf(at), at };
  return (await adoptPlan(tx, row)) ? {} : movedOn;
}
