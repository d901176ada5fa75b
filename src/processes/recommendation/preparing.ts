import { Nothing, Reason } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { applicant, centreOfficer, clock } from '#core/people/offices.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { eventsOf, type Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { levels, Proposal, type RecommendationData, Sending, UnitPart } from './data.ts';
import { dossierMade, dossierUnchanged, orderFault, stillListed } from './guards.ts';
import { centreApprover } from './people.ts';
import type { State } from './states.ts';

type RecommendationSight = Sight<RecommendationData>;
const event = eventsOf<State, RecommendationData>();

export const supply = event({
  title: both('同意推荐并提交补充材料', 'Consent and give our part'),
  clause: '14.3b',
  from: ['unit_part'],
  to: 'gathering',
  who: [applicant],
  input: UnitPart,
  manner: 'next',
  apply: ({ data, at, actor }, part) => ({ ...data, unit: { ...part, consentedAt: at, by: actor.name } }),
  effects: (sight) => [tellCentre(sight, 'centre_officer', '建设单位已同意并补充，请整理材料', 'the unit consents; gather the dossier')],
});

export const decline = event({
  title: both('不参加', 'Decline'),
  clause: '14.3b',
  from: ['unit_part'],
  to: 'declined',
  who: [applicant],
  input: Reason,
  manner: 'grave',
  apply: ({ data }, { reason }) => ({ ...data, closedBecause: reason }),
  effects: (sight) => [tellCentre(sight, 'centre_officer', '建设单位不参加', 'the unit declines')],
});

export const unitOverdue = event({
  title: both('建设单位逾期未答复', 'The unit is overdue'),
  clause: 'operational',
  from: ['unit_part'],
  to: 'same',
  who: [clock],
  input: Nothing,
  effects: (sight) => [
    tellOwner(sight, '推荐材料逾期未补充；不答复不视为同意', 'your part is overdue; silence is not consent'),
    tellCentre(sight, 'centre_officer', '建设单位逾期未答复，请联系', 'the unit is overdue; please ask'),
  ],
});

export const askAgain = event({
  title: both('请建设单位再补充', 'Ask the unit for more'),
  clause: 'operational',
  from: ['gathering'],
  to: 'unit_part',
  who: [centreOfficer],
  input: Reason,
  asks: ['dossier'],
  apply: ({ data, facts }) => ({ ...data, unit: null, outdated: known(facts, 'dossier')?.n ?? 0 }),
  effects: (sight, { reason }) => [tellOwner(sight, `请再补充：${reason}`, `please add: ${reason}`)],
});

/** The order is looked at again on the day of the proposal: what was in order may not be so any more. */
function proposalFaults({ facts, data }: RecommendationSight, reason: string): readonly Refusal[] {
  const zone = known(facts, 'recommendationZone');
  return zone ? orderFault(zone, reason || data.order.reason) : [];
}

export const propose = event({
  title: both('拟荐', 'Propose'),
  clause: '4.2',
  from: ['gathering'],
  to: 'approval',
  who: [centreOfficer],
  input: Proposal,
  asks: ['recommendationZone', 'dossier'],
  guards: [stillListed, dossierMade],
  manner: 'next',
  accepts: (sight, { orderReason }) => proposalFaults(sight, orderReason),
  apply: ({ data, facts, actor }, { opinion, orderReason }) => {
    const zone = known(facts, 'recommendationZone');
    const dossier = known(facts, 'dossier');
    if (!zone || !dossier) throw new Error('a recommendation is proposed without zone or dossier');
    const { n, hash, bytes, madeAt } = dossier;
    return {
      ...data,
      order: { passedOver: [...zone.passedOver], undecided: zone.undecided, reason: orderReason || data.order.reason },
      proposal: { opinion, by: actor.person ?? '' },
      dossier: { n, hash, bytes, madeAt },
    };
  },
  effects: (sight) => [tellCentre(sight, 'centre_approver', '推荐已拟定，请审定报送', 'a recommendation is proposed; please decide')],
});

export const sendBack = event({
  title: both('退回经办人', 'Send back'),
  clause: 'operational',
  from: ['approval'],
  to: 'gathering',
  who: [centreApprover],
  input: Reason,
  apply: ({ data }) => ({ ...data, proposal: null, dossier: null }),
  effects: (sight, { reason }) => [tellCentre(sight, 'centre_officer', `审定人退回：${reason}`, `sent back: ${reason}`)],
});

export const send = event({
  title: both('审定并报送', 'Approve and send'),
  clause: '4.2',
  from: ['approval'],
  to: 'sent',
  who: [centreApprover],
  input: Sending,
  asks: ['recommendationZone', 'dossier'],
  guards: [stillListed, dossierUnchanged],
  manner: 'next',
  accepts: (sight, { sentOn }) => [
    ...proposalFaults(sight, ''),
    ...(sentOn > sight.today
      ? [
          {
            kind: 'input',
            code: 'invalid_input',
            clause: '4.2',
            field: 'sentOn',
            says: both('报送日期不能晚于今天', 'The day can not be after today'),
          } as const,
        ]
      : []),
  ],
  apply: ({ data }, sent) => ({ ...data, sent }),
  effects: (sight, { documentNumber, sentOn }) => {
    const { data } = sight;
    if (!data.dossier || !data.proposal) throw new Error('a recommendation is sent without dossier or proposal');
    return [
      {
        kind: 'record recommendation',
        when: 'with',
        recommendation: {
          zone: data.zone,
          level: data.level,
          year: data.basis.year,
          dossier: { n: data.dossier.n, hash: data.dossier.hash },
          documentNumber,
          sentOn,
          proposedBy: data.proposal.by,
        },
      },
      tellOwner(sight, `已报送推荐（${documentNumber}），申报${levels[data.level].zh}`, `the recommendation was sent (${documentNumber})`),
      tellCounty(sight, 'county_reviewer', `已报送推荐（${documentNumber}）`, `the recommendation was sent (${documentNumber})`),
    ];
  },
});
