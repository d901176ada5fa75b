import { Nothing, Reason } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { centreOfficer, clock } from '#core/people/offices.ts';
import { eventsOf } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { known } from '#core/process/facts.ts';
import { publicNotice } from '#core/process/public-notice.ts';
import { tellAgencies, tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { districtNames } from '#policy/zibo-2020/districts.ts';
import { Document, Proposal, type RevocationData } from './data.ts';
import { outcomeIs, type RevocationSight, titleHeld, titleLost, wasHeard } from './guards.ts';
import { grounds } from './names.ts';
import { decider } from './people.ts';
import { openStates, type State } from './states.ts';

const event = eventsOf<State, RevocationData>();

export const propose = event({
  title: both('提出处理意见', 'Propose'),
  clause: '14.3d',
  from: ['proposal'],
  to: 'proposal_approval',
  who: [centreOfficer],
  input: Proposal,
  guards: [wasHeard],
  manner: 'next',
  accepts: ({ data }, { answer }) =>
    (data.views.length > 0 || data.hearing !== null) && answer.length < 10
      ? [
          {
            kind: 'guard',
            code: 'answer_missing',
            clause: '14.3d',
            field: 'answer',
            says: both('建设单位有陈述、申辩，须写明采纳情况（不少于10个字）', 'Answer what the building unit has said'),
          },
        ]
      : [],
  apply: ({ data, today }, proposal) => ({ ...data, proposal: { ...proposal, proposedOn: today } }),
  effects: (sight) => [tellCentre(sight, 'centre_approver', '处理意见已提出，请审定', 'the proposal is made; please decide')],
});

export const sendBackProposal = event({
  title: both('退回经办人', 'Send back'),
  clause: 'operational',
  from: ['proposal_approval'],
  to: 'proposal',
  who: [decider],
  input: Reason,
  apply: ({ data }) => ({ ...data, proposal: null }),
  effects: (sight) => [tellCentre(sight, 'centre_officer', '审定人退回，请重新提出处理意见', 'sent back; please propose anew')],
});

const noticeBody = ({ data }: RevocationSight) => [
  { label: '示范区', text: data.zoneName },
  { label: '建设单位', text: data.operatorName },
  { label: '所在区县', text: districtNames[data.district]?.zh ?? data.district },
  { label: '拟作决定', text: '取消知识产权服务业集聚发展示范区资格' },
  { label: '事由', text: grounds[data.ground].zh },
];

export const publish = event({
  title: both('审定并公示', 'Approve and publish'),
  clause: '14.3d',
  from: ['proposal_approval'],
  to: 'public_notice',
  who: [decider],
  input: Nothing,
  guards: [outcomeIs('revoke'), wasHeard, titleHeld],
  manner: 'next',
  effects: (sight) => [
    {
      kind: 'publish notice',
      when: 'with',
      notice: 'revocation',
      title: `拟取消示范区资格公示：${sight.data.zoneName}`,
      body: noticeBody(sight),
    },
    tellOwner(sight, '拟取消资格正在公示', 'the public notice of the revocation runs'),
  ],
});

const announced = publicNotice<State, RevocationData>({
  runsIn: 'public_notice',
  decidesIn: 'decision',
  decide: both('决定', 'decide'),
  ifUpheld: both('请退回重新提出处理意见', 'the proposal has to be made anew'),
  settled: ({ objectionsSettled }) => objectionsSettled,
});

export const { noticeEnds } = announced;

/** Back to the proposal: an objection was upheld, or new evidence came. */
export const reopen = announced.revise({
  title: both('异议成立或有新证据，重新提出处理意见', 'Propose anew'),
  clause: '14.3d',
  to: 'proposal',
  who: [decider],
  input: Reason,
  asks: ['upheldObjections'],
  apply: ({ data, facts, today }, { reason }) => ({
    ...data,
    proposal: null,
    objectionsSettled: known(facts, 'upheldObjections'),
    reopened: [...data.reopened, { reason, on: today }],
  }),
  effects: (sight) => [
    tellOwner(sight, '处理意见退回重新提出', 'the proposal is made anew'),
    tellCentre(sight, 'centre_officer', '异议成立或有新证据，请重新提出处理意见', 'please propose anew'),
  ],
});

const remedies = '不服本决定的，可自收到之日起六十日内申请行政复议，或者六个月内提起行政诉讼';
const remediesInEnglish = 'you may seek review within sixty days or go to court within six months';

/** What keeping the title means: a zone that failed its rectification is whole again; an unqualified year is still rectified. */
function whatIsKept({ data, facts, today }: RevocationSight): readonly Effect[] {
  const { zone, ground, basis } = data;
  if (ground === 'second_unqualified')
    return [{ kind: 'open case', when: 'after', process: 'rectification', input: { zone, recognition: basis } }];
  return ground === 'failed_rectification' && known(facts, 'titleZone')?.status === 'rectifying'
    ? [
        { kind: 'set zone status', when: 'with', zone, title: { status: 'designated', from: today, isDeceit: false } },
        { kind: 'fire in zone', when: 'after', zone, process: 'claim', event: 'release_hold', notIn: [] },
      ]
    : [];
}

export const keepTitle = event({
  title: both('决定不予取消', 'Decide: keep the title'),
  clause: '14.3d',
  from: ['proposal_approval'],
  to: 'kept',
  who: [decider],
  input: Document,
  guards: [outcomeIs('keep'), titleHeld],
  manner: 'next',
  apply: ({ data, today }, { documentNumber }) => ({
    ...data,
    decision: { isRevoked: false, documentNumber, decidedOn: today, effectiveFrom: null, remedies },
  }),
  effects: (sight) => [
    ...whatIsKept(sight),
    tellOwner(sight, '决定不予取消，示范区资格保留', 'the title is kept'),
    tellCounty(sight, 'county_reviewer', '决定不予取消，示范区资格保留', 'the title is kept'),
  ],
});

/** Everything about the zone that ends with its title; each ends through its own door. */
const endings = [
  { process: 'recognition', notIn: ['decided', 'ended'] },
  { process: 'rectification', notIn: ['kept', 'failed', 'ended'] },
  { process: 'revocation', notIn: ['revoked', 'kept', 'ended'] },
] as const;

/** Facts before the day stand and their sums are paid; those of a title got by deceit stay held until they are looked at (I-06, I-39). */
function whatFollows(sight: RevocationSight): readonly Effect[] {
  const { zone, zoneName, ground } = sight.data;
  const isDeceit = ground === 'deceit';
  const ended = endings.map(
    ({ process, notIn }) => ({ kind: 'fire in zone', when: 'after', zone, process, event: 'title_lost', notIn }) as const,
  );
  if (!isDeceit) {
    return [
      ...ended,
      { kind: 'fire in zone', when: 'after', zone, process: 'claim', event: 'release_hold', notIn: [] },
      tellAgencies(
        sight,
        zone,
        `${zoneName}自${sight.today}起取消资格：此前的事实照计，当日及以后的不再支持；已发的券可用于此前签约的服务`,
        `${zoneName} loses its title on ${sight.today}: earlier facts stand, later ones do not; vouchers serve what was contracted before`,
      ),
    ];
  }
  return [
    ...ended,
    tellAgencies(
      sight,
      zone,
      `${zoneName}的资格以欺骗手段取得，自始无效：未付款项停付，已付的逐件审查`,
      `${zoneName} got its title by deceit: nothing unpaid is paid, what was paid is looked at one by one`,
    ),
    tellCentre(
      sight,
      'centre_officer',
      '资格自始无效，请逐件审查已付的支持并提出追回',
      'please look at what was paid and propose its recovery',
    ),
  ];
}

export const revoke = event({
  title: both('决定取消资格', 'Revoke the title'),
  clause: '14.3d',
  from: ['decision'],
  to: 'revoked',
  who: [decider],
  input: Document,
  guards: [wasHeard, titleHeld, announced.noOpenObjection, announced.noUpheldObjection],
  manner: 'grave',
  isDuty: true,
  apply: ({ data, today }, { documentNumber }) => ({
    ...data,
    decision: { isRevoked: true, documentNumber, decidedOn: today, effectiveFrom: today, remedies },
  }),
  effects: (sight, { documentNumber }) => {
    const { zone, zoneName, ground } = sight.data;
    return [
      { kind: 'set zone status', when: 'with', zone, title: { status: 'revoked', from: sight.today, isDeceit: ground === 'deceit' } },
      tellOwner(
        sight,
        `${documentNumber}：自${sight.today}起取消示范区资格（${grounds[ground].zh}）；${remedies}`,
        `the title is revoked from ${sight.today}; ${remediesInEnglish}`,
      ),
      tellCounty(sight, 'county_reviewer', `${zoneName}自${sight.today}起取消示范区资格`, `${zoneName} has no title from ${sight.today}`),
      ...whatFollows(sight),
    ];
  },
});

/** Revoked by another case meanwhile: nothing is left to decide. */
export const endWithTitle = event({
  title: both('资格已取消，终止本案', 'End: the title is lost'),
  clause: '14.3d',
  from: openStates,
  to: 'ended',
  who: [clock],
  input: Nothing,
  guards: [titleLost],
  apply: ({ data }) => ({ ...data, ended: '示范区资格已由另案取消' }),
  effects: (sight) => [
    { kind: 'close notice', when: 'with' },
    tellOwner(sight, '示范区资格已由另案取消，本案终止', 'revoked by another case; this one ends'),
  ],
});
