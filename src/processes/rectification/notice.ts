import { Reason } from '#core/form/inputs.ts';
import { addMonths } from '#core/kernel/dates.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { centreOfficer, clock } from '#core/people/offices.ts';
import { eventsOf, openingOf, type Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { tellAgencies, tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { districtNames } from '#policy/zibo-2020/districts.ts';
import { Document, Notice, Opening, type RectificationData } from './data.ts';
import { deadlineStillFits, noOtherRunning, titleHeld } from './guards.ts';
import { issuer } from './people.ts';
import type { State } from './states.ts';
import { deadlineFaults, latestDay, monthsAtMost } from './timing.ts';

const event = eventsOf<State, RectificationData>();

const refuse = (code: string, zh: string, en: string, field: string): readonly Refusal[] => [
  { kind: 'guard', code, clause: '14.3c', field, says: both(zh, en) },
];

/** Why no rectification follows from this year. */
function openingFaults({ facts }: Sight<null>, { zone }: { readonly zone: string }): readonly Refusal[] {
  const title = known(facts, 'titleZone');
  const year = known(facts, 'gradedYear');
  if (title === null) return refuse('no_such_zone', '没有这个示范区', 'There is no such zone', 'zone');
  if (title.status === 'revoked') return refuse('title_not_held', '示范区资格已取消，没有可整改的资格', 'The title is lost', 'zone');
  if (year === null || year.zone !== zone)
    return refuse('year_not_graded', '没有该示范区的这一年度认定结果', 'There is no such result of this zone', 'recognition');
  if (year.grade !== 'unqualified')
    return refuse('not_unqualified', `${year.year}年度不是不合格，不需要整改`, `${year.year} was not unqualified`, 'recognition');
  if (year.consequence !== null) {
    const says = `${year.year}年度的不合格已由${year.consequence}办理，不能就同一结果再次整改`;
    return refuse('same_finding', says, `${year.consequence} deals with the same result already`, 'recognition');
  }
  return [];
}

/** A rectification follows an unqualified year: opened by the clock, or by an officer where that failed. */
export const opens = openingOf<RectificationData>()({
  title: both('启动限期整改', 'Open a rectification'),
  clause: '14.3c',
  who: [centreOfficer, clock],
  input: Opening,
  asks: ['titleZone', 'gradedYear', 'readings'],
  accepts: openingFaults,
  create: ({ facts, today }, { zone, recognition }) => {
    const title = known(facts, 'titleZone');
    const graded = known(facts, 'gradedYear');
    if (!title || !graded) throw new Error(`the year of ${recognition} was accepted and is not there`);
    return {
      zone,
      zoneName: title.name,
      operator: title.operator,
      operatorName: title.operatorName,
      district: title.district,
      recognition,
      recognitionNumber: graded.number,
      year: graded.year,
      shortfalls: graded.shortfalls.map((one) => ({ ...one })),
      findings: [],
      deadline: null,
      suggestedDeadline: addMonths(today, Number(known(facts, 'readings').rectificationMonths)),
      notice: null,
      work: [],
      savedAt: null,
      filedOn: null,
      overdueOn: null,
      asked: null,
      proposedExtension: null,
      extension: null,
      withoutWaiting: null,
      opinion: null,
      recheck: null,
      decision: null,
      ended: null,
    };
  },
  belongsTo: ({ operator, district }) => ({ owner: operator, district }),
  effects: (sight) => [
    tellCentre(
      sight,
      'centre_officer',
      `${sight.data.zoneName}${sight.data.year}年度不合格，请拟整改通知`,
      `${sight.data.zoneName} was unqualified in ${sight.data.year}; please draft the notice`,
    ),
  ],
});

export const draftNotice = event({
  title: both('拟整改通知', 'Draft the notice'),
  clause: '14.3c',
  from: ['drafting'],
  to: 'notice_approval',
  who: [centreOfficer],
  input: Notice,
  asks: ['readings'],
  guards: [titleHeld],
  manner: 'next',
  accepts: ({ facts, today }, { deadline }) =>
    deadlineFaults('deadline', { deadline, today, latest: latestDay(facts, today), months: monthsAtMost(facts) }),
  apply: ({ data }, { findings, deadline }) => ({
    ...data,
    findings: findings.map((finding, index) => ({ ...finding, no: String(index + 1) })),
    deadline,
  }),
  effects: (sight) => [tellCentre(sight, 'centre_approver', '整改通知已拟，请签发', 'the notice is drafted; please issue it')],
});

export const sendBackNotice = event({
  title: both('退回重拟', 'Send the notice back'),
  clause: 'operational',
  from: ['notice_approval'],
  to: 'drafting',
  who: [issuer],
  input: Reason,
  effects: (sight) => [tellCentre(sight, 'centre_officer', '整改通知退回重拟', 'the notice is sent back')],
});

const consequence = '期满经复核仍不合格的，取消示范区资格';
const remedies = '对本通知有异议的，可向市中心陈述意见';

/** From the day of the notice the zone rectifies: the title is held, facts count, payment waits for the recheck (I-07). */
export const issueNotice = event({
  title: both('签发整改通知', 'Issue the notice'),
  clause: '14.3c',
  from: ['notice_approval'],
  to: 'rectifying',
  who: [issuer],
  input: Document,
  guards: [titleHeld, noOtherRunning, deadlineStillFits],
  manner: 'next',
  apply: ({ data, today }, { documentNumber }) => ({
    ...data,
    notice: {
      documentNumber,
      issuedOn: today,
      deadline: data.deadline ?? '',
      county: districtNames[data.district]?.zh ?? data.district,
      consequence,
    },
  }),
  effects: (sight, { documentNumber }) => {
    const { zone, zoneName, deadline } = sight.data;
    return [
      { kind: 'set zone status', when: 'with', zone, title: { status: 'rectifying', from: sight.today, isDeceit: false } },
      tellOwner(
        sight,
        `${documentNumber}整改通知已签发，请于${deadline}前逐项整改并报送整改报告；${consequence}；${remedies}`,
        `the notice is issued; rectify and report by ${deadline}, or the title may be lost`,
      ),
      tellCounty(
        sight,
        'county_reviewer',
        `请督导${zoneName}于${deadline}前完成整改`,
        `please supervise the rectification until ${deadline}`,
      ),
      tellAgencies(
        sight,
        zone,
        `${zoneName}自${sight.today}起限期整改：此间事实照计，款项复核之前暂缓拨付`,
        `${zoneName} rectifies from ${sight.today}: facts count, payment waits for the recheck`,
      ),
    ];
  },
});
