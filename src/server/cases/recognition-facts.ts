import type { FactMap } from '#core/process/facts.ts';
import type { Tx } from '#server/db/transaction.ts';
import { partiesOfZone, recognitionZone } from '#server/stores/recognitions.ts';

type Asking = { readonly tx: Tx; readonly kase: { readonly id: string; readonly data: unknown } | null; readonly words: unknown };

/** The zone and year that a case names, or the words of its opening. */
export function zoneAndYear({ kase, words }: Pick<Asking, 'kase' | 'words'>): { readonly zone: string; readonly year: number } | null {
  const told = kase ? kase.data : words;
  const { zone, year } = (typeof told === 'object' && told !== null ? told : {}) as { readonly zone?: unknown; readonly year?: unknown };
  if (typeof zone !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(zone)) return null;
  return typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year <= 2999 ? { zone, year } : null;
}

/** The zone that a recognition is about, with what stands of the year already. */
export async function recognitionZoneFact({ tx, kase, words }: Asking): Promise<FactMap['recognitionZone']> {
  const named = zoneAndYear({ kase, words });
  const row = named && (await recognitionZone(tx, { ...named, except: kase?.id ?? null }));
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    district: row.district,
    operator: row.operator,
    operatorName: row.operator_name,
    designatedOn: row.designated_on,
    isTitleHeld: row.is_title_held,
    wasUnqualified: row.was_unqualified,
    isGraded: row.is_graded,
    isUnderWay: row.is_under_way,
    parties: await partiesOfZone(tx, named.zone, named.year),
  };
}
