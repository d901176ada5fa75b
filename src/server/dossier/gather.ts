import type { BusinessDate } from '#core/kernel/dates.ts';
import { RecommendationData } from '#processes/recommendation/data.ts';
import { scorecardOf } from '#server/cases/plan-scorecard.ts';
import type { Tx } from '#server/db/transaction.ts';
import * as store from '#server/stores/dossiers.ts';
import { planVersions } from '#server/stores/plans.ts';
import type { DossierRecord } from './sections.ts';

type Recommended = { readonly id: string; readonly number: string; readonly data: unknown };

/** Names that any machine can write: no folders, no signs that Windows refuses. */
const safeName = (name: string): string => name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(-80);

/** Where the evidence lies in the package. */
const placed = (rows: readonly store.EvidenceRow[]) =>
  rows.map((row, index) => ({ ...row, path: `证明材料/${String(index + 1).padStart(3, '0')} ${safeName(row.file_name)}` }));

/** Everything the record holds for a recommendation, as its reader may see it. */
export async function gatherRecord(tx: Tx, kase: Recommended, today: BusinessDate): Promise<DossierRecord> {
  const data = RecommendationData.parse(kase.data);
  const zone = await store.dossierZone(tx, data.zone);
  if (!zone) throw new Error(`${kase.number} recommends a zone that is not in the register`);
  return {
    kase: { number: kase.number, data },
    zone,
    grades: await store.dossierGrades(tx, zone.id),
    plans: await planVersions(tx, zone.id),
    scorecard: await scorecardOf(tx, zone.id, data.basis.year, today),
    support: await store.dossierSupport(tx, zone.id),
    agencies: await store.dossierAgencies(tx, zone.id, today),
    measures: await store.dossierMeasures(tx, zone.id),
    evidence: placed(await store.dossierEvidence(tx, zone.id, kase.id)),
  };
}
