import { canonicalJson } from '#core/policy/canonical.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { appendAudit } from '#server/stores/commands.ts';
import { decidingOnFacts, endBar, findFalse, insertBar, restoreFacts } from '#server/stores/false-claims.ts';
import type { EffectContext, EffectResult } from './context.ts';

const partiesOf = ({ kase, actor }: EffectContext): { readonly agency: string; readonly person: string } => {
  if (kase.owner === null || actor.person === null) throw new Error(`case ${kase.id} has nobody to find false or to decide it`);
  return { agency: kase.owner, person: actor.person };
};

/** One entry of the audit log under the agency, so that everything of this kind about it is found together. */
const note = (context: EffectContext, what: 'found' | 'restored' | 'barred' | 'lifted', body: object): void =>
  appendAudit(context.tx, {
    stream: Number.parseInt(context.kase.id.slice(0, 1), 16),
    kind: `false_claim.${what}`,
    subject: partiesOf(context).agency,
    body: Buffer.from(canonicalJson({ case: context.kase.id, number: context.kase.number, ...body })),
  });

/** Finds facts false; whoever is entering facts of the agency has finished before, or begins after. */
export async function findFactsFalse(context: EffectContext, { matters, grounds }: EffectOf<'find false'>): Promise<EffectResult> {
  const { tx, kase, at } = context;
  decidingOnFacts(tx, partiesOf(context).agency);
  await findFalse(tx, matters, { kase: kase.id, grounds, at });
  note(context, 'found', { matters, ...grounds });
  return {};
}

/** Lets facts count again. @throws Error where a finding is not there to be taken back: the process offers only those that stand. */
export async function restoreFoundFalse(context: EffectContext, { matters, grounds }: EffectOf<'restore facts'>): Promise<EffectResult> {
  const { tx, kase, at } = context;
  decidingOnFacts(tx, partiesOf(context).agency);
  const restored = await restoreFacts(tx, matters, { kase: kase.id, grounds, at });
  if (restored < matters.length) throw new Error(`case ${kase.id}: ${restored} of ${matters.length} findings were taken back`);
  note(context, 'restored', { matters, ...grounds });
  return {};
}

export async function barClaims(context: EffectContext, { from, to, grounds }: EffectOf<'bar claims'>): Promise<EffectResult> {
  const { tx, kase, at } = context;
  insertBar(tx, { kase: kase.id, ...partiesOf(context), from, to, grounds, at });
  note(context, 'barred', { from, to, ...grounds });
  return {};
}

export async function liftBar(context: EffectContext, { grounds }: EffectOf<'lift bar'>): Promise<EffectResult> {
  const { tx, kase, at } = context;
  endBar(tx, { kase: kase.id, person: partiesOf(context).person, grounds, at });
  note(context, 'lifted', grounds);
  return {};
}
