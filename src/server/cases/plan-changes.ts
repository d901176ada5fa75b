import { contentOf } from '#processes/plan/content.ts';
import type { PlanData } from '#processes/plan/data.ts';
import type { Tx } from '#server/db/transaction.ts';
import { planVersions } from '#server/stores/plans.ts';
import { changesView, differenceView } from './plan-view.ts';
import { processNamed, readCase } from './present.ts';

/**
 * What a plan case changes in the version it starts from: as it was filed, or as the draft now stands, and null as long as
 * that is not complete. Undefined where the reader has no such case.
 */
export async function planChangesOf(tx: Tx, id: string, reader: Parameters<typeof readCase>[3]) {
  const view = await readCase(tx, processNamed('plan'), id, reader);
  if (!view) return undefined;
  const { zone, base, changes, filings, form } = view.data as unknown as PlanData;
  if (filings > 0) return { base, changes: changesView(changes, reader.language) };
  const content = contentOf(form);
  const versions = await planVersions(tx, zone);
  const before = versions.find(({ version }) => version === base)?.content ?? null;
  return { base, changes: content && differenceView(before, content, reader.language) };
}
