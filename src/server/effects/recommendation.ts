import { canonicalJson } from '#core/policy/canonical.ts';
import type { EffectOf } from '#core/process/effects.ts';
import { appendAudit } from '#server/stores/commands.ts';
import { insertRecommendation } from '#server/stores/recommendations.ts';
import type { EffectContext, EffectResult } from './context.ts';

/** Writes what was sent and puts the package's hash into the audit log, so that the file that was sent can be proved later. */
export async function recordRecommendation(
  { tx, kase, actor, at }: EffectContext,
  { recommendation }: EffectOf<'record recommendation'>,
): Promise<EffectResult> {
  await insertRecommendation(tx, { ...recommendation, kase: kase.id, decidedBy: actor.person ?? '', at });
  const { documentNumber, dossier } = recommendation;
  appendAudit(tx, {
    stream: Number.parseInt(kase.id.slice(0, 1), 16),
    kind: 'recommendation.sent',
    subject: kase.id,
    body: Buffer.from(canonicalJson({ case: kase.id, documentNumber, dossier: dossier.n, sha256: dossier.hash })),
  });
  return {};
}
