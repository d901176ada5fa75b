import { Nothing, Reason } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { centreOfficer, clock } from '#core/people/offices.ts';
import { eventsOf } from '#core/process/define.ts';
import { tellAgencies, tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { Document, Recheck, type RectificationData } from './data.ts';
import { overdueCountsAsFailed, type RectificationSight, resultIs, titleHeld, titleLost, waitedLongEnough } from './guards.ts';
import { decider } from './people.ts';
import { openStates, type State } from './states.ts';

const event = eventsOf<State, RectificationData>();

const fault = (field: string, code: string, zh: string, en: string): Refusal => ({
  kind: 'input',
  code,
  clause: '14.3d',
  field,
  says: both(zh, en),
});

/** Every finding is judged, once, and what is not done is explained. */
function rowFaults({ data }: RectificationSight, { findings }: Recheck): readonly Refusal[] {
  const judged = findings.map(({ finding }) => finding);
  const open = data.findings.filter(({ no }) => !judged.includes(no));
  const strange = judged.findIndex((no, index) => !data.findings.some((one) => one.no === no) || judged.indexOf(no) < index);
  const mute = findings.findIndex(({ outcome, says }) => outcome !== 'done' && says.length < 5);
  return [
    ...(open.length > 0
      ? [fault('findings', 'not_all_rechecked', `整改事项${open.map(({ no }) => no).join('、')}没有复核`, 'Every finding is rechecked')]
      : []),
    ...(strange >= 0
      ? [fault(`findings.${strange}.finding`, 'no_such_finding', '整改通知没有这一项，或重复', 'No such finding, or twice')]
      : []),
    ...(mute >= 0 ? [fault(`findings.${mute}.says`, 'remark_missing', '未完全整改的，写明情况（不少于5个字）', 'Say how it stands')] : []),
  ];
}

/** The result fits what was found, or says why not. */
function resultFaults({ findings, result, reason }: Recheck): readonly Refusal[] {
  const isAllDone = findings.every(({ outcome }) => outcome === 'done');
  if (isAllDone && result === 'unqualified')
    return [fault('result', 'result_contradicts', '各项均已整改，不能认定仍不合格', 'Everything is done: it can not be unqualified')];
  return !isAllDone && result === 'qualified' && reason.length < 10
    ? [
        fault(
          'reason',
          'reason_missing',
          '有未完全整改的事项而认定合格的，写明理由（不少于10个字）',
          'Say why it qualifies in spite of that',
        ),
      ]
    : [];
}

function recheckFaults(sight: RectificationSight, given: Recheck): readonly Refusal[] {
  const { data, today } = sight;
  const isOutside = given.seenOn > today || given.seenOn < (data.notice?.issuedOn ?? '');
  return [
    ...(isOutside
      ? [fault('seenOn', 'day_outside', '复核日期须在整改通知签发以后、今天以前', 'The day must lie between the notice and today')]
      : []),
    ...rowFaults(sight, given),
    ...resultFaults(given),
  ];
}

/** Without a report or an opinion the centre goes on only when their time is over, and says why. */
export const beginRecheck = event({
  title: both('逾期未报，径行复核', 'Recheck without waiting'),
  clause: '14.3d',
  from: ['rectifying', 'county_opinion', 'county_approval'],
  to: 'recheck',
  who: [centreOfficer],
  input: Reason,
  guards: [waitedLongEnough],
  apply: ({ data }, { reason }) => ({ ...data, withoutWaiting: reason }),
  effects: (sight) => [
    tellOwner(sight, '期限已满，市中心径行复核', 'the time is over; the centre rechecks'),
    tellCounty(sight, 'county_reviewer', '期限已满，市中心径行复核', 'the time is over; the centre rechecks'),
  ],
});

export const recordRecheck = event({
  title: both('登记复核', 'Record the recheck'),
  clause: '14.3d',
  from: ['recheck'],
  to: 'recheck_approval',
  who: [centreOfficer],
  input: Recheck,
  manner: 'next',
  accepts: recheckFaults,
  apply: ({ data }, recheck) => ({ ...data, recheck: { ...recheck, isCountedAsFailed: false } }),
  effects: (sight) => [tellCentre(sight, 'centre_approver', '复核结论已提出，请审定', 'the recheck is recorded; please decide')],
});

/** Only where the reading says so (I-38), and decided by another person all the same. */
export const countAsFailed = event({
  title: both('逾期视为整改不合格', 'Count as failed'),
  clause: '14.3d',
  from: ['rectifying'],
  to: 'recheck_approval',
  who: [centreOfficer],
  input: Reason,
  guards: [overdueCountsAsFailed, waitedLongEnough],
  manner: 'grave',
  apply: ({ data }, { reason }) => ({
    ...data,
    withoutWaiting: reason,
    recheck: { seenOn: null, team: [], findings: [], result: 'unqualified' as const, reason, isCountedAsFailed: true },
  }),
  effects: (sight) => [tellCentre(sight, 'centre_approver', '拟按逾期视为整改不合格，请审定', 'to be counted as failed; please decide')],
});

export const sendBackRecheck = event({
  title: both('退回复核', 'Send the recheck back'),
  clause: 'operational',
  from: ['recheck_approval'],
  to: 'recheck',
  who: [decider],
  input: Reason,
  apply: ({ data }) => ({ ...data, recheck: null }),
  effects: (sight) => [tellCentre(sight, 'centre_officer', '审定人退回，请重新复核', 'sent back; please recheck')],
});

const decided = ({ data, today }: RectificationSight, documentNumber: string, result: 'qualified' | 'unqualified') => ({
  ...data,
  decision: { result, documentNumber, decidedOn: today },
});

export const keepTitle = event({
  title: both('审定整改合格', 'Decide: qualified'),
  clause: '14.3d',
  from: ['recheck_approval'],
  to: 'kept',
  who: [decider],
  input: Document,
  guards: [resultIs('qualified'), titleHeld],
  manner: 'next',
  apply: (sight, { documentNumber }) => decided(sight, documentNumber, 'qualified'),
  effects: (sight) => {
    const { zone, zoneName } = sight.data;
    return [
      { kind: 'set zone status', when: 'with', zone, title: { status: 'designated', from: sight.today, isDeceit: false } },
      { kind: 'fire in zone', when: 'after', zone, process: 'claim', event: 'release_hold', notIn: [] },
      tellOwner(sight, '整改合格，示范区资格保留', 'rectified: the title is kept'),
      tellCounty(sight, 'county_reviewer', '整改合格，示范区资格保留', 'rectified: the title is kept'),
      tellAgencies(sight, zone, `${zoneName}整改合格，暂缓的款项恢复拨付`, `${zoneName} is rectified; payment goes on`),
    ];
  },
});

const hearing = '取消资格之前将告知事实和理由，并听取陈述、申辩';

/** The title does not end here: the revocation has its own notice, hearing and decision. */
export const findUnqualified = event({
  title: both('审定仍不合格', 'Decide: still unqualified'),
  clause: '14.3d',
  from: ['recheck_approval'],
  to: 'failed',
  who: [decider],
  input: Document,
  guards: [resultIs('unqualified'), titleHeld],
  manner: 'next',
  apply: (sight, { documentNumber }) => decided(sight, documentNumber, 'unqualified'),
  effects: (sight) => [
    tellOwner(sight, `整改后仍不合格，转入取消资格程序；${hearing}`, 'still unqualified; you will be heard before the title is revoked'),
    tellCounty(sight, 'county_reviewer', '整改后仍不合格，转入取消资格程序', 'still unqualified; the revocation follows'),
    {
      kind: 'open case',
      when: 'after',
      process: 'revocation',
      input: { zone: sight.data.zone, ground: 'failed_rectification', basis: sight.kase.id },
    },
  ],
});

/** A zone that lost its title on another ground has nothing left to rectify. */
export const endWithTitle = event({
  title: both('资格已取消，终止整改', 'End: the title is lost'),
  clause: '14.3d',
  from: openStates,
  to: 'ended',
  who: [clock],
  input: Nothing,
  guards: [titleLost],
  apply: ({ data }) => ({ ...data, ended: '示范区资格已取消' }),
  effects: (sight) => [tellOwner(sight, '示范区资格已取消，整改终止', 'the title is lost; the rectification ends')],
});
