import type { EffectOf } from '#core/process/effects.ts';
import { insertSheet } from '#server/stores/experts.ts';
import type { EffectContext, EffectResult } from './context.ts';

/** Keeps an expert's sheet. From now on the database shows it to its author only, until all are opened together. */
export async function sealSheet({ tx, kase, at }: EffectContext, { sheet }: EffectOf<'seal sheet'>): Promise<EffectResult> {
  await insertSheet(tx, kase.id, sheet, at);
  return {};
}
