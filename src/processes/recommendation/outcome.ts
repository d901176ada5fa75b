import { Nothing, Reason } from '#core/form/inputs.ts';
import type { z } from 'zod';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { centreOfficer, clock } from '#core/people/offices.ts';
import { eventsOf, type Sight } from '#core/process/define.ts';
import { tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { Accepted, NotAccepted, type RecommendationData } from './data.ts';
import { isUnfit } from './guards.ts';
import { liveStates, type State } from './states.ts';

const event = eventsOf<State, RecommendationData>();
const anyApprover = { role: 'centre_approver', relation: 'any' } as const;

/** The outcome comes after the sending and not before its own day. */
function dayFaults({ data, today }: Sight<RecommendationData>, { on }: Pick<z.infer<typeof Accepted>, 'on'>): readonly Refusal[] {
  const fault = (zh: string, en: string): readonly Refusal[] => [
    { kind: 'input', code: 'invalid_input', clause: '4.2', field: 'on', says: both(zh, en) },
  ];
  if (on > today) return fault('日期不能晚于今天', 'The day can not be after today');
  return data.sent && on < data.sent.sentOn ? fault('结果不能早于报送', 'The outcome can not be before the sending') : [];
}

export const recordAccepted = event({
  title: both('登记：已获认定', 'Record: accepted'),
  clause: '4.2',
  from: ['sent'],
  to: 'accepted',
  who: [centreOfficer],
  input: Accepted,
  manner: 'next',
  accepts: dayFaults,
  apply: ({ data }, { title, documentNumber, on }) => ({ ...data, outcome: { kind: 'accepted', title, documentNumber, on, reason: null } }),
  effects: (sight, { title, documentNumber }) => [
    tellOwner(sight, `已获认定“${title}”（${documentNumber}）`, `accepted as "${title}" (${documentNumber})`),
    tellCounty(sight, 'county_reviewer', `已获认定“${title}”`, `accepted as "${title}"`),
  ],
});

export const recordNotAccepted = event({
  title: both('登记：未获认定', 'Record: not accepted'),
  clause: '4.2',
  from: ['sent'],
  to: 'not_accepted',
  who: [centreOfficer],
  input: NotAccepted,
  accepts: dayFaults,
  apply: ({ data }, { reason, documentNumber, on }) => ({
    ...data,
    outcome: { kind: 'not_accepted', title: null, documentNumber, on, reason },
  }),
  effects: (sight, { reason }) => [tellOwner(sight, `未获认定：${reason}`, `not accepted: ${reason}`)],
});

export const withdraw = event({
  title: both('撤回推荐', 'Withdraw'),
  clause: '4.2',
  from: ['sent'],
  to: 'withdrawn',
  who: [anyApprover],
  input: Reason,
  manner: 'grave',
  apply: ({ data }, { reason }) => ({ ...data, closedBecause: reason }),
  effects: (sight, { reason }) => [tellOwner(sight, `推荐已撤回：${reason}`, `withdrawn: ${reason}`)],
});

export const drop = event({
  title: both('作废', 'Drop'),
  clause: 'operational',
  from: ['unit_part', 'gathering'],
  to: 'dropped',
  who: [centreOfficer, anyApprover],
  input: Reason,
  manner: 'grave',
  apply: ({ data }, { reason }) => ({ ...data, closedBecause: reason }),
  effects: (sight, { reason }) => [tellOwner(sight, `推荐不再办理：${reason}`, `dropped: ${reason}`)],
});

/** Fired by the clock as soon as the title is lost or a later year is unqualified; the centre may do it as well. */
export const endUnfit = event({
  title: both('资格丧失或以后年度不合格，终止推荐', 'End: not fit any more'),
  clause: '14.3b',
  from: liveStates,
  to: 'ended',
  who: [clock, anyApprover],
  input: Nothing,
  guards: [isUnfit],
  manner: 'grave',
  apply: ({ data }) => ({ ...data, closedBecause: '示范区资格已取消，或以后年度认定为不合格' }),
  effects: (sight) => [
    tellOwner(sight, '示范区资格已取消或以后年度不合格，推荐终止', 'the recommendation ends: title lost or a later year unqualified'),
    tellCentre(
      sight,
      'centre_officer',
      '推荐已终止；已经报送的，请告知上级',
      'the recommendation has ended; if it was sent, tell the higher authority',
    ),
  ],
});
