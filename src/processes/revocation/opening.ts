import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { centreOfficer, clock } from '#core/people/offices.ts';
import { openingOf, type Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { tellCentre } from '#core/process/tell.ts';
import { Opening, type RevocationData } from './data.ts';
import { grounds } from './names.ts';

const refuse = (code: string, zh: string, en: string, field: string): readonly Refusal[] => [
  { kind: 'guard', code, clause: '14.3d', field, says: both(zh, en) },
];

/** Nobody is revoked before the recheck, nor twice for the same failure. */
function failedFaults({ facts }: Sight<null>, { zone, basis }: Opening): readonly Refusal[] {
  const found = known(facts, 'rectification');
  if (found === null || found.id !== basis || found.zone !== zone)
    return refuse('no_such_rectification', '没有该示范区的这一件整改', 'There is no such rectification of this zone', 'basis');
  if (!found.isFailed) {
    const says = `${found.number}还没有经复核审定为仍不合格，不能取消资格`;
    return refuse('recheck_missing', says, `${found.number} is not decided as still unqualified`, 'basis');
  }
  return found.consequence === null
    ? []
    : refuse('same_ground', `已由${found.consequence}办理`, `${found.consequence} deals with it already`, 'basis');
}

/** A second year in a row revokes only where the reading says so (I-38). */
function secondYearFaults({ facts }: Sight<null>, { zone, basis }: Opening): readonly Refusal[] {
  const year = known(facts, 'gradedYear');
  if (year === null || year.recognition !== basis || year.zone !== zone)
    return refuse('year_not_graded', '没有该示范区的这一年度认定结果', 'There is no such result of this zone', 'basis');
  if (known(facts, 'readings').secondUnqualifiedYear !== 'revoke_if_consecutive') {
    const says = '现行口径为以后年度再次不合格另起一轮整改，不能直接取消资格';
    return refuse('new_cycle_first', says, 'By the reading in force another unqualified year begins a new rectification', 'ground');
  }
  if (year.grade !== 'unqualified' || !year.isSecondInARow)
    return refuse('not_second_in_a_row', '不是连续两年不合格', 'It was not unqualified two years in a row', 'basis');
  return year.consequence === null
    ? []
    : refuse('same_ground', `已由${year.consequence}办理`, `${year.consequence} deals with it already`, 'basis');
}

/** Deceit needs what was found and its evidence, by a person (I-06). */
function deceitFaults({ actor }: Sight<null>, { found, evidence }: Opening): readonly Refusal[] {
  if (actor.role !== 'centre_officer') return refuse('found_by_nobody', '骗取资格须由经办人查明', 'Deceit is found by a person', 'ground');
  return [
    ...(found.length < 10 ? refuse('found_missing', '请写明查明的骗取情形（不少于10个字）', 'Say what was found', 'found') : []),
    ...(evidence.length === 0 ? refuse('evidence_missing', '请附证据', 'Evidence is missing', 'evidence') : []),
  ];
}

const faultsByGround = { failed_rectification: failedFaults, second_unqualified: secondYearFaults, deceit: deceitFaults } as const;

function openingFaults(sight: Sight<null>, words: Opening): readonly Refusal[] {
  const zone = known(sight.facts, 'titleZone');
  if (zone === null) return refuse('no_such_zone', '没有这个示范区', 'There is no such zone', 'zone');
  if (zone.status === 'revoked') return refuse('title_not_held', '示范区资格已取消', 'The title is revoked already', 'zone');
  if (zone.otherRevocation !== null)
    return refuse('revocation_open', `该示范区的${zone.otherRevocation}正在办理`, `${zone.otherRevocation} is under way`, 'zone');
  return faultsByGround[words.ground](sight, words);
}

/** On what it rests, in the words that name it in lists. */
const basisOf = ({ facts }: Sight<null>, { ground }: Opening) => {
  const case_ = ground === 'failed_rectification' ? known(facts, 'rectification') : known(facts, 'gradedYear');
  return ground === 'deceit' || case_ === null ? { basisNumber: null, year: null } : { basisNumber: case_.number, year: case_.year };
};

/** A revocation follows a failed rectification by the clock; an officer opens it for deceit, or where the clock could not. */
export const opens = openingOf<RevocationData>()({
  title: both('启动取消资格', 'Open a revocation'),
  clause: '14.3d',
  who: [centreOfficer, clock],
  input: Opening,
  asks: ['titleZone', 'gradedYear', 'rectification', 'readings'],
  accepts: openingFaults,
  create: (sight, words) => {
    const zone = known(sight.facts, 'titleZone');
    if (!zone) throw new Error(`zone ${words.zone} was accepted and is not there`);
    return {
      zone: words.zone,
      zoneName: zone.name,
      operator: zone.operator,
      operatorName: zone.operatorName,
      district: zone.district,
      ground: words.ground,
      basis: words.ground === 'deceit' ? null : words.basis,
      ...basisOf(sight, words),
      found: words.found,
      findings: words.evidence,
      notice: null,
      hearingUntil: null,
      views: [],
      hearingRequest: null,
      hearing: null,
      heard: null,
      proposal: null,
      objectionsSettled: 0,
      reopened: [],
      decision: null,
      ended: null,
    };
  },
  belongsTo: ({ operator, district }) => ({ owner: operator, district }),
  effects: (sight) => [
    tellCentre(
      sight,
      'centre_officer',
      `${sight.data.zoneName}${grounds[sight.data.ground].zh}，请拟取消告知书`,
      `${sight.data.zoneName}: ${grounds[sight.data.ground].en}; please draft the notice`,
    ),
  ],
});
