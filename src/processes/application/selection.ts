import { Nothing, Reason } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { oneSpelling } from '#core/panel/draw.ts';
import { centreOfficer } from '#core/people/offices.ts';
import { eventsOf, type Sight } from '#core/process/define.ts';
import { known, type RankedApplication } from '#core/process/facts.ts';
import { publicNotice } from '#core/process/public-notice.ts';
import { tellCentre, tellOwner } from '#core/process/tell.ts';
import { districtNames } from '#policy/zibo-2020/districts.ts';
import { type ApplicationData, SelectionProposal } from './data.ts';
import { ApplicationForm, siteKinds } from './form.ts';
import { policyInForce, selectionIs } from './guards.ts';
import { centreApprover } from './people.ts';
import type { State } from './states.ts';

type ApplicationSight = Sight<ApplicationData>;
const event = eventsOf<State, ApplicationData>();

const chosen: readonly string[] = ['public_notice', 'designation', 'designated'] satisfies State[];

/** Best score first; equal scores by the plan group (I-35). */
export const byRank = (a: RankedApplication, b: RankedApplication): number => b.score - a.score || b.planScore - a.planScore;

const rankOf = ({ kase, facts }: ApplicationSight) => {
  const ranking = [...known(facts, 'ranking')].sort(byRank);
  return { rank: ranking.findIndex((one) => one.case === kase.id) + 1, outOf: ranking.length, ranking };
};

const refuse = (code: string, zh: string, en: string): readonly Refusal[] => [{ kind: 'guard', code, clause: '8.2', says: both(zh, en) }];

export const proposeSelection = event({
  title: both('提出遴选结论', 'Propose the outcome'),
  clause: '8.2',
  from: ['selection'],
  to: 'selection_approval',
  who: [centreOfficer],
  input: SelectionProposal,
  asks: ['ranking', 'call'],
  manner: 'next',
  accepts: (sight, { isSelected }) => {
    const places = known(sight.facts, 'call')?.places ?? 0;
    const taken = known(sight.facts, 'ranking').filter(({ state }) => chosen.includes(state)).length;
    return isSelected && taken >= places
      ? refuse('no_place_left', `本批次名额${places}个已满`, `All ${places} places of this call are taken`)
      : [];
  },
  apply: (sight, { isSelected, reason }) => {
    const { rank, outOf } = rankOf(sight);
    return { ...sight.data, selection: { isSelected, rank, outOf, reason } };
  },
  effects: (sight) => [tellCentre(sight, 'centre_approver', '已提出遴选结论，请审定', 'the outcome is proposed; please decide')],
});

export const sendBackSelection = event({
  title: both('退回经办人', 'Send back'),
  clause: 'operational',
  from: ['selection_approval'],
  to: 'selection',
  who: [centreApprover],
  input: Reason,
  apply: ({ data }) => ({ ...data, selection: null }),
});

export const confirmSelection = event({
  title: both('审定入选并公示', 'Confirm and publish'),
  clause: '8.2',
  from: ['selection_approval'],
  to: 'public_notice',
  who: [centreApprover],
  input: Nothing,
  asks: ['call', 'ranking'],
  guards: [selectionIs(true)],
  manner: 'next',
  accepts: ({ facts }) => {
    const places = known(facts, 'call')?.places ?? 0;
    const taken = known(facts, 'ranking').filter(({ state }) => chosen.includes(state)).length;
    return taken >= places ? refuse('no_place_left', `本批次名额${places}个已满`, `All ${places} places are taken`) : [];
  },
  effects: (sight) => [
    {
      kind: 'publish notice',
      when: 'with',
      notice: 'designation',
      title: `拟认定示范区公示：${noticeBody(sight)[0]?.text ?? ''}`,
      body: noticeBody(sight),
    },
    tellOwner(sight, '遴选入选，正在公示', 'selected; the public notice runs'),
  ],
});

/** What the public may read: nothing personal, nothing of the scores. */
const noticeBody = ({ data }: ApplicationSight) => {
  const { cover, siting } = ApplicationForm.pick({ cover: true, siting: true }).parse(data.form);
  return [
    { label: '拟认定示范区', text: cover.zoneName },
    { label: '建设单位', text: data.applicantName },
    { label: '所在区县', text: districtNames[cover.district]?.zh ?? cover.district },
    { label: '区域类型', text: siteKinds[siting.siteKind].zh },
    { label: '四至范围', text: siting.boundary },
  ];
};

export const confirmRejection = event({
  title: both('审定不入选', 'Confirm: not selected'),
  clause: '8.2',
  from: ['selection_approval'],
  to: 'not_selected',
  who: [centreApprover],
  input: Nothing,
  guards: [selectionIs(false)],
  manner: 'grave',
  isDuty: true,
  apply: ({ data }) => ({ ...data, ended: data.selection?.reason ?? null }),
  effects: (sight) => [
    tellOwner(
      sight,
      '未入选，理由见案卷；可在下一批次重新申报，也可依法申请行政复议或者提起行政诉讼',
      'not selected; the reasons are in the file. You may apply in the next call, or seek review',
    ),
  ],
});

const notice = publicNotice<State, ApplicationData>({
  runsIn: 'public_notice',
  decidesIn: 'designation',
  decide: both('认定', 'designate'),
  ifUpheld: both('请办理“异议成立，取消入选”', 'the selection has to be revised'),
});

export const { noticeEnds } = notice;

export const reviseAfterObjection = notice.revise({
  title: both('异议成立，取消入选', 'Objection upheld'),
  clause: '8.2',
  to: 'not_selected',
  who: [centreApprover],
  input: Reason,
  apply: ({ data }, { reason }) => ({ ...data, ended: reason }),
  effects: (sight) => [
    tellOwner(sight, '经异议核查取消入选，理由见案卷', 'no longer selected after an objection; the reasons are in the file'),
  ],
});

export const designate = event({
  title: both('认定为示范区', 'Designate'),
  clause: '8.2',
  from: ['designation'],
  to: 'designated',
  who: [centreApprover],
  input: Nothing,
  asks: ['policy'],
  guards: [notice.noOpenObjection, notice.noUpheldObjection, policyInForce],
  manner: 'next',
  effects: (sight) => {
    const { cover, siting, industry } = ApplicationForm.pick({ cover: true, siting: true, industry: true }).parse(sight.data.form);
    return [
      {
        kind: 'register zone',
        when: 'with',
        zone: {
          name: cover.zoneName,
          district: cover.district,
          siteKind: siting.siteKind,
          boundary: siting.boundary,
          industries: siting.industries.map(({ name }) => name),
          enterprises: industry.enterprises.map(({ creditCode, name }) => ({ creditCode: oneSpelling(creditCode), name })),
          operator: sight.data.applicantName,
          designatedOn: sight.today,
        },
      },
      tellOwner(sight, '已认定为市级示范区，证书可下载', 'designated; the certificate is ready'),
    ];
  },
});
