import type { z } from 'zod';
import { Nothing, Reason } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { centreOfficer, clock } from '#core/people/offices.ts';
import { eventsOf } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { known } from '#core/process/facts.ts';
import { publicNotice } from '#core/process/public-notice.ts';
import { tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { districtNames } from '#policy/zibo-2020/districts.ts';
import { GradeProposal, type RecognitionData } from './data.ts';
import { notGraded, planPinned, titleHeld, titleLost } from './guards.ts';
import { centreApprover } from './people.ts';
import { computedGrade, grades, type Thresholds } from './scoring.ts';
import { type State, undecided } from './states.ts';
import type { RecognitionSight } from './sight.ts';

const event = eventsOf<State, RecognitionData>();

/** The thresholds of the day, as the readings of the plan have them (I-37). */
export function thresholdsIn(readings: Readonly<Record<string, unknown>>): Thresholds {
  return { excellent: Number(readings.excellentScoreMinimum), qualified: Number(readings.qualifiedScoreMinimum) };
}

/** What must have been proposed or scored by now. @throws Error where the states were passed without it: a fault. */
function must<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Error(`a grade is decided without ${what}`);
  return value;
}

const computedFor = ({ data, facts }: RecognitionSight, vetoes: readonly string[]) =>
  computedGrade(must(data.scores, 'scores').total, vetoes, thresholdsIn(known(facts, 'readings')));

/** Another grade than the computed one, and every veto, needs its reason. */
function proposalFaults(sight: RecognitionSight, { grade, vetoes, reason }: z.infer<typeof GradeProposal>): readonly Refusal[] {
  if (reason.length >= 10) return [];
  const computed = computedFor(sight, vetoes);
  const fault = (code: string, zh: string, en: string): readonly Refusal[] => [
    { kind: 'guard', code, clause: '14.1', field: 'reason', says: both(zh, en) },
  ];
  if (grade !== computed) {
    return fault(
      'deviation_without_reason',
      `计算等次为“${grades[computed].zh}”，拟定为“${grades[grade].zh}”须写明理由（不少于10个字）`,
      `The computed grade is ${grades[computed].en}; another one needs its reason`,
    );
  }
  return vetoes.length > 0 ? fault('veto_without_reason', '有否决事项须写明查实的情况（不少于10个字）', 'A veto needs what was found') : [];
}

export const proposeGrade = event({
  title: both('拟定等次', 'Propose the grade'),
  clause: '14.1',
  from: ['grading'],
  to: 'grade_approval',
  who: [centreOfficer],
  input: GradeProposal,
  asks: ['readings'],
  guards: [planPinned],
  manner: 'next',
  accepts: proposalFaults,
  apply: (sight, { grade, vetoes, reason }) => ({
    ...sight.data,
    proposal: {
      grade,
      vetoes: [...new Set(vetoes)],
      reason,
      computed: computedFor(sight, vetoes),
      thresholds: thresholdsIn(known(sight.facts, 'readings')),
      by: sight.actor.person ?? '',
    },
  }),
  effects: (sight) => [tellCentre(sight, 'centre_approver', '等次已拟定，请审定', 'the grade is proposed; please decide')],
});

export const sendBackGrade = event({
  title: both('退回经办人', 'Send back'),
  clause: 'operational',
  from: ['grade_approval'],
  to: 'grading',
  who: [centreApprover],
  input: Reason,
  apply: ({ data }) => ({ ...data, proposal: null }),
  effects: (sight) => [tellCentre(sight, 'centre_officer', '审定人退回，请重新拟定等次', 'sent back; please propose the grade anew')],
});

/** What the public may read: the grade, nothing of the scores. */
const noticeBody = ({ data }: RecognitionSight) => [
  { label: '示范区', text: data.zoneName },
  { label: '认定年度', text: `${data.year}年` },
  { label: '建设单位', text: data.operatorName },
  { label: '所在区县', text: districtNames[data.district]?.zh ?? data.district },
  { label: '拟认定等次', text: grades[must(data.proposal, 'a proposal').grade].zh },
];

export const approveGrade = event({
  title: both('审定等次并公示', 'Approve the grade and publish'),
  clause: '14.1',
  from: ['grade_approval'],
  to: 'public_notice',
  who: [centreApprover],
  input: Nothing,
  guards: [planPinned, notGraded],
  manner: 'next',
  effects: (sight) => [
    {
      kind: 'publish notice',
      when: 'with',
      notice: 'recognition',
      title: `${sight.data.year}年度认定等次公示：${sight.data.zoneName}`,
      body: noticeBody(sight),
    },
    tellOwner(sight, '拟认定等次正在公示', 'the public notice of the grade runs'),
  ],
});

const notice = publicNotice<State, RecognitionData>({
  runsIn: 'public_notice',
  decidesIn: 'decision',
  decide: both('认定', 'decide'),
  ifUpheld: both('请退回重新拟定等次', 'the grade has to be proposed anew'),
  settled: ({ objectionsSettled }) => objectionsSettled,
});

export const { noticeEnds } = notice;

export const reviseAfterObjection = notice.revise({
  title: both('异议成立，重新拟定等次', 'Objection upheld: propose anew'),
  clause: '14.1',
  to: 'grading',
  who: [centreApprover],
  input: Reason,
  asks: ['upheldObjections'],
  apply: ({ data, facts }) => ({ ...data, proposal: null, objectionsSettled: known(facts, 'upheldObjections') }),
  effects: (sight) => [
    tellOwner(sight, '经异议核查，等次重新拟定', 'the grade is proposed anew after an objection'),
    tellCentre(sight, 'centre_officer', '异议成立，请重新拟定等次', 'an objection was upheld; please propose the grade anew'),
  ],
});

const remedies = '对认定结果不服的，可依法申请行政复议或者提起行政诉讼';
const consequences = {
  excellent: both('示范区资格保留，列入优先推荐名单', 'the title is kept and the zone is recommended first'),
  qualified: both('示范区资格保留', 'the title is kept'),
  unqualified: both('须限期整改，整改通知另行送达', 'rectification within a time limit follows'),
} as const;

/** An unqualified year is rectified; a second one in a row leads to the revocation only where the reading says so (I-38). */
function whatFollows({ data, kase, facts }: RecognitionSight): Effect {
  const isSecond = known(facts, 'recognitionZone')?.wasUnqualified === true;
  return isSecond && known(facts, 'readings').secondUnqualifiedYear === 'revoke_if_consecutive'
    ? {
        kind: 'open case',
        when: 'after',
        process: 'revocation',
        input: { zone: data.zone, ground: 'second_unqualified', basis: kase.id },
      }
    : { kind: 'open case', when: 'after', process: 'rectification', input: { zone: data.zone, recognition: kase.id } };
}

export const decide = event({
  title: both('认定等次', 'Decide the grade'),
  clause: '14.1',
  from: ['decision'],
  to: 'decided',
  who: [centreApprover],
  input: Nothing,
  asks: ['readings'],
  guards: [planPinned, titleHeld, notGraded, notice.noOpenObjection, notice.noUpheldObjection],
  manner: 'next',
  effects: (sight) => {
    const { data } = sight;
    const { grade, computed, vetoes, reason, by } = must(data.proposal, 'a proposal');
    const told = `${data.year}年度认定为“${grades[grade].zh}”：${consequences[grade].zh}`;
    return [
      {
        kind: 'record grade',
        when: 'with',
        grade: {
          zone: data.zone,
          year: data.year,
          planVersion: must(data.progress, 'a plan').version.number,
          scores: must(data.scores, 'scores'),
          computed,
          grade,
          vetoes,
          reason: reason === '' ? null : reason,
          proposedBy: by,
        },
      },
      tellOwner(sight, `${told}；${remedies}`, `${grades[grade].en}: ${consequences[grade].en}. You may seek review`),
      tellCounty(sight, 'county_reviewer', told, `${grades[grade].en}: ${consequences[grade].en}`),
      ...(grade === 'unqualified' ? [whatFollows(sight)] : []),
    ];
  },
});

/** A zone that lost its title on the way has no grade to get. */
const withoutTitle = {
  clause: '14.3d',
  to: 'ended',
  guards: [titleLost],
  effects: (sight: RecognitionSight): readonly Effect[] => [
    { kind: 'close notice', when: 'with' },
    tellOwner(sight, '示范区资格已取消，年度认定终止', 'the title is lost; the recognition ends'),
  ],
} as const;

export const endWithoutTitle = event({
  ...withoutTitle,
  title: both('资格已取消，终止认定', 'End: the title is lost'),
  from: undecided,
  who: [{ role: 'centre_approver', relation: 'any' }],
  input: Reason,
  manner: 'grave',
  apply: ({ data }, { reason }) => ({ ...data, ended: reason }),
});

/** The same, caused by the revocation itself. */
export const titleGone = event({
  ...withoutTitle,
  title: both('资格取消，认定随之终止', 'Ended with the title'),
  from: undecided,
  who: [clock],
  input: Nothing,
  apply: ({ data }) => ({ ...data, ended: '示范区资格已取消' }),
});
