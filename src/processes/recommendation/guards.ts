import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import type { Guard } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import type { RecommendationZone } from '#core/process/merit-facts.ts';
import type { RecommendationData } from './data.ts';

type RecommendationGuard = Guard<RecommendationData>;

/** Why a zone has no place on the priority list, if so. */
export function notListed(zone: RecommendationZone | null): Refusal | null {
  const refuse = (code: string, zh: string, en: string): Refusal => ({
    kind: 'guard',
    code,
    clause: '14.3b',
    field: 'zone',
    says: both(zh, en),
  });
  if (zone === null) return refuse('no_such_zone', '没有这个示范区', 'There is no such zone');
  if (!zone.isTitleHeld) return refuse('title_not_held', '示范区资格已取消，不能推荐', 'The zone has lost its title');
  if (zone.latest === null) return refuse('not_graded', '示范区还没有年度认定结果，不能推荐', 'The zone has no grade yet');
  if (zone.rank !== null) return null;
  return refuse(
    'grade_not_recommended',
    `${zone.latest.year}年度等次不在可推荐的等次之列（现行口径见I-40），不能推荐`,
    `The grade of ${zone.latest.year} is not one that may be recommended (I-40)`,
  );
}

/** What is wrong with the order, without a reason for it. */
export function orderFault(
  { passedOver, undecided }: Pick<RecommendationZone, 'passedOver' | 'undecided'>,
  reason: string,
): readonly Refusal[] {
  if (reason.length >= 10 || (passedOver.length === 0 && undecided === 0)) return [];
  const zh =
    passedOver.length > 0
      ? `排在前面的示范区尚未推荐：${passedOver.join('、')}；请写明理由（不少于10个字）`
      : `同年度还有${undecided}个示范区等次未定，先行推荐请写明理由（不少于10个字）`;
  const en =
    passedOver.length > 0
      ? `Zones before this one are passed over: ${passedOver.join(', ')}; give the reason`
      : `${undecided} zones of the year are not graded yet; give the reason`;
  return [{ kind: 'guard', code: 'out_of_order', clause: '14.3b', field: 'orderReason', says: both(zh, en) }];
}

/** The zone still holds its title and its latest grade may be recommended. */
export const stillListed: RecommendationGuard = {
  code: 'not_listed_any_more',
  clause: '14.3b',
  asks: ['recommendationZone'],
  says: ({ facts }) => notListed(known(facts, 'recommendationZone'))?.says ?? both('可以推荐', 'It may be recommended'),
  met: ({ facts }) => notListed(known(facts, 'recommendationZone')) === null,
};

/** A dossier was made since the building unit gave its part for the last time. */
export const dossierMade: RecommendationGuard = {
  code: 'dossier_missing',
  clause: '4.2',
  asks: ['dossier'],
  says: both('请先生成推荐材料（建设单位补充以后的）', 'Make the dossier first, after the unit has given its part'),
  met: ({ facts, data }) => {
    const dossier = known(facts, 'dossier');
    return dossier !== null && dossier.n > data.outdated;
  },
};

/** The dossier that is sent is the one that was proposed. */
export const dossierUnchanged: RecommendationGuard = {
  code: 'dossier_changed',
  clause: '4.2',
  asks: ['dossier'],
  says: both('拟荐以后又生成了不同的材料；请退回经办人重新拟荐', 'Another dossier was made since; send it back to be proposed anew'),
  met: ({ facts, data }) => known(facts, 'dossier')?.hash === data.dossier?.hash,
};

/** Losing the title, or an unqualified grade of a later year, ends a recommendation. */
export const isUnfit: RecommendationGuard = {
  code: 'still_fit',
  clause: '14.3b',
  asks: ['recommendationZone'],
  says: both('资格仍在，以后年度也没有不合格，推荐不能终止', 'The zone holds its title and was not found unqualified since'),
  met: ({ facts, data }) => {
    const zone = known(facts, 'recommendationZone');
    if (zone === null || !zone.isTitleHeld) return true;
    return zone.latest !== null && zone.latest.year > data.basis.year && zone.latest.grade === 'unqualified';
  },
};
