import type { EffectOf } from '#core/process/effects.ts';
import { decidingOnFacts, endBar, findFalse, insertBar, restoreFacts } from '#server/stores/false-claims.ts';
import type { EffectContext, EffectResult } from './context.ts';

const partiesOf = ({ kase, actor }: EffectContext): { readonly agency: string; readonly person: string } => {
  if (kase.owner === null || actor.person === null) throw new Error(`case ${kase.id} has nobody to find false or to decide it`);
  return { agency: kase.owner, person: actor.person };
};

/** Finds facts false; whoever is entering facts of the agency has finished before, or begins after. */
export async function findFactsFalse(context: EffectContext, { matters, grounds }: EffectOf<'find false'>): Promise<EffectResult> {
  const { tx, kase, at } = context;
  decidingOnFacts(tx, partiesOf(context).agency);
  await findFalse(tx, matters, { kase: kase.id, grounds, at });
  return {};
}

/** Lets facts count again. @throws Error where a finding is not there to be taken back: the process offers only those that stand. */
export async function restoreFoundFalse(context: EffectContext, { matters, grounds }: EffectOf<'restore facts'>): Promise<EffectResult> {
  const { tx, kase, at } = context;
  decidingOnFacts(tx, partiesOf(context).agency);
  const restored = await restoreFacts(tx, matters, { kase: kase.id, grounds, at });
  if (restored < matters.length) throw new Error(`case ${kase.id}: ${restored} of ${matters.length} findings were taken back`);
  return {};
}

export async function barClaims(context: EffectContext, { from, to, grounds }: EffectOf<'bar claims'>): Promise<EffectResult> {
  const { tx, kase, at } = context;
  insertBar(tx, { kase: kase.id, ...partiesOf(context), from, to, grounds, at });
  return {};
}

export async function liftBar(context: EffectContext, { grounds }: EffectOf<'lift bar'>): Promise<EffectResult> {
  const { tx, kase, at } = context;
  endBar(tx, { kase: kase.id, person: partiesOf(context).person, grounds, at });
  return {};
}
