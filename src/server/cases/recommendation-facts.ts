import type { FactMap } from '#core/process/facts.ts';
import { levels } from '#processes/recommendation/data.ts';
import type { Tx } from '#server/db/transaction.ts';
import { findZoneToRecommend, listDossiers, type RecommendedRow } from '#server/stores/recommendations.ts';
import { zoneNamed } from './plan-facts.ts';
import { liveCase, passedOver, priorityList } from './priorities.ts';

type Asking = {
  readonly tx: Tx;
  readonly kase: { readonly id: string; readonly data: unknown } | null;
  readonly words: unknown;
  readonly settings: () => Promise<{ readonly values: { readonly recommendGrades: readonly string[] } }>;
};

/** Zone and level that a recommendation names, or the words of its opening. */
export function zoneAndLevel({ kase, words }: Pick<Asking, 'kase' | 'words'>): { readonly zone: string; readonly level: string } | null {
  const zone = zoneNamed({ kase, words });
  const told = (kase ? kase.data : words) as { readonly level?: unknown } | null;
  const level = told?.level;
  return zone !== null && typeof level === 'string' && Object.hasOwn(levels, level) ? { zone, level } : null;
}

type Standing = Pick<
  NonNullable<FactMap['recommendationZone']>,
  'latest' | 'rank' | 'passedOver' | 'undecided' | 'otherCase' | 'heldTitle'
>;

const ungraded: Standing = { latest: null, rank: null, passedOver: [], undecided: 0, otherCase: null, heldTitle: null };

/** What was recommended for the level before: a case under way, or a title already given. */
function earlierOn(cases: readonly RecommendedRow[], level: string, except: string | null): Pick<Standing, 'otherCase' | 'heldTitle'> {
  const accepted = cases.find((kase) => kase.level === level && kase.state === 'accepted');
  return { otherCase: liveCase(cases, level, except)?.number ?? null, heldTitle: accepted?.title ?? null };
}

/** How a zone with a result of the year stands on its list, for one level. */
async function standingOf(asking: Asking, named: { readonly zone: string; readonly level: string }, year: number): Promise<Standing> {
  const { rows, list, undecided } = await priorityList(asking.tx, year, (await asking.settings()).values.recommendGrades);
  const row = rows.find(({ zone }) => zone === named.zone);
  if (!row) throw new Error(`the result of ${named.zone} for ${year} is gone`);
  const own = list.find(({ zone }) => zone === named.zone);
  return {
    latest: { year, grade: row.grade, total: row.total / 100 },
    rank: own?.rank ?? null,
    passedOver: own ? passedOver(list, own, named.level, year) : [],
    undecided,
    ...earlierOn(row.cases, named.level, asking.kase?.id ?? null),
  };
}

/** The zone with its place on the list of its latest year, and what else goes on about it. */
export async function recommendationZoneFact(asking: Asking): Promise<FactMap['recommendationZone']> {
  const named = zoneAndLevel(asking);
  const zone = named && (await findZoneToRecommend(asking.tx, named.zone));
  if (!zone) return null;
  return {
    id: zone.id,
    number: zone.number,
    name: zone.name,
    district: zone.district,
    operator: zone.operator,
    operatorName: zone.operator_name,
    isTitleHeld: zone.is_title_held,
    ...(zone.latest_year === null ? ungraded : await standingOf(asking, named, zone.latest_year)),
  };
}

/** The newest package made for the case. */
export async function dossierFact({ tx, kase }: Pick<Asking, 'tx' | 'kase'>): Promise<FactMap['dossier']> {
  const [newest] = kase ? await listDossiers(tx, kase.id) : [];
  return newest ? { n: newest.n, hash: newest.hash, bytes: newest.size, madeAt: newest.made_at } : null;
}
