import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { centreOfficer } from '#core/people/offices.ts';
import { openingOf } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import type { RecommendationZone } from '#core/process/merit-facts.ts';
import { tellCounty, tellOwner } from '#core/process/tell.ts';
import { levels, Opening, type RecommendationData } from './data.ts';
import { notListed, orderFault } from './guards.ts';

/** Why this zone is not to be recommended for this level now. */
function barred(zone: RecommendationZone | null, orderReason: string): readonly Refusal[] {
  const unlisted = notListed(zone);
  if (unlisted || zone === null) return unlisted ? [unlisted] : [];
  const refuse = (code: string, zh: string, en: string): readonly Refusal[] => [
    { kind: 'conflict', code, clause: '4.2', field: 'level', says: both(zh, en) },
  ];
  if (zone.heldTitle !== null)
    return refuse('title_already', `示范区已获“${zone.heldTitle}”，不再推荐同一级别`, `The zone holds "${zone.heldTitle}" already`);
  if (zone.otherCase !== null)
    return refuse(
      'already_open',
      `${zone.otherCase}正在办理同一级别的推荐，请在该案中办理`,
      `${zone.otherCase} is about the same level; go on there`,
    );
  return orderFault(zone, orderReason);
}

/** A recommendation is opened from the priority list by an officer, for the building unit (rows 4.2, 14.3b). */
export const opens = openingOf<RecommendationData>()({
  title: both('推荐示范区', 'Recommend a zone'),
  clause: '14.3b',
  who: [centreOfficer],
  input: Opening,
  asks: ['recommendationZone'],
  accepts: ({ facts }, { orderReason }) => barred(known(facts, 'recommendationZone'), orderReason),
  create: ({ facts }, { zone, level, orderReason }) => {
    const found = known(facts, 'recommendationZone');
    if (!found?.latest || found.rank === null) throw new Error(`zone ${zone} was accepted and is not on the list`);
    return {
      zone,
      zoneName: found.name,
      zoneNumber: found.number,
      operator: found.operator,
      operatorName: found.operatorName,
      district: found.district,
      level,
      basis: { ...found.latest, rank: found.rank },
      order: { passedOver: [...found.passedOver], undecided: found.undecided, reason: orderReason },
      unit: null,
      dossier: null,
      outdated: 0,
      proposal: null,
      sent: null,
      outcome: null,
      closedBecause: null,
    };
  },
  belongsTo: ({ operator, district }) => ({ owner: operator, district }),
  effects: (sight) => {
    const { zoneName, level } = sight.data;
    return [
      tellOwner(
        sight,
        `拟推荐“${zoneName}”申报${levels[level].zh}，请补充材料并表明是否同意`,
        `"${zoneName}" is to be recommended as ${levels[level].en}; please give your part and say whether you consent`,
      ),
      tellCounty(sight, 'county_reviewer', `拟推荐“${zoneName}”申报${levels[level].zh}`, `"${zoneName}" is to be recommended`),
    ];
  },
});
