import { Nothing, Reason } from '#core/form/inputs.ts';
import { yearOf } from '#core/kernel/dates.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { applicant, centreOfficer, clock } from '#core/people/offices.ts';
import { eventsOf, openingOf, type Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { fillInEvent } from '#core/process/form-events.ts';
import type { RecognitionZone } from '#core/process/recognition-facts.ts';
import { Opening, type RecognitionData } from './data.ts';
import { RecognitionForm } from './form.ts';
import { formComplete, hasPlan, reasonsGiven, reportOverdue, windowOpen } from './guards.ts';
import { keptOf, withRecord, withRows } from './progress.ts';
import type { State } from './states.ts';
import { tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';

const event = eventsOf<State, RecognitionData>();

const refuse = (code: string, zh: string, en: string, field: string): readonly Refusal[] => [
  { kind: 'guard', code, clause: '12.1', field, says: both(zh, en) },
];

/** Why this zone has no place in the round of that year. */
function misplaced(zone: RecognitionZone | null, year: number, today: Sight<null>['today']): readonly Refusal[] {
  if (zone === null) return refuse('no_such_zone', '没有这个示范区', 'There is no such zone', 'zone');
  if (!zone.isTitleHeld) return refuse('title_not_held', '示范区资格已取消，不参加年度认定', 'The zone has lost its title', 'zone');
  if (year > yearOf(today)) return refuse('year_not_begun', `${year}年度还没有开始，不能认定`, `The year ${year} has not begun`, 'year');
  if (year < yearOf(zone.designatedOn)) {
    const says = `示范区于${zone.designatedOn}认定，不参加${year}年度认定`;
    return refuse('before_designation', says, `Designated on ${zone.designatedOn}, after the year ${year}`, 'year');
  }
  if (zone.isGraded) return refuse('already_graded', `${year}年度已有认定结果，每年度只认定一次`, `${year} has its result already`, 'year');
  return zone.isUnderWay ? refuse('already_open', `${year}年度认定已在办理`, `The recognition of ${year} is under way`, 'year') : [];
}

/** A recognition is opened for a zone: by the round through the clock, or by an officer for one that came later. */
export const opens = openingOf<RecognitionData>()({
  title: both('启动年度认定', 'Open the recognition of a year'),
  clause: '12.1',
  who: [centreOfficer, clock],
  input: Opening,
  asks: ['recognitionZone', 'planProgress', 'yearRecord'],
  accepts: ({ facts, today }, { year, lastDay }) => {
    const faults = misplaced(known(facts, 'recognitionZone'), year, today);
    return faults.length === 0 && lastDay < today
      ? refuse('window_over', '自评截止日已过', 'The last day is over already', 'lastDay')
      : faults;
  },
  create: ({ facts }, { zone, year, firstDay, lastDay }) => {
    const found = known(facts, 'recognitionZone');
    if (!found) throw new Error(`zone ${zone} was accepted and is not there`);
    const plan = known(facts, 'planProgress');
    const recorded = known(facts, 'yearRecord');
    return {
      zone,
      zoneName: found.name,
      year,
      operator: found.operator,
      operatorName: found.operatorName,
      district: found.district,
      firstDay,
      lastDay,
      form: withRecord(plan ? withRows({}, plan) : {}, recorded),
      savedAt: null,
      filedOn: null,
      withoutReport: null,
      progress: plan && keptOf(plan),
      recorded,
      pinnedOn: null,
      opinion: null,
      returns: 0,
      parties: [],
      panel: null,
      sheets: null,
      scores: null,
      proposal: null,
      objectionsSettled: 0,
      ended: null,
    };
  },
  belongsTo: ({ operator, district }) => ({ owner: operator, district }),
  effects: (sight) => [
    tellOwner(
      sight,
      `请于${sight.data.firstDay}至${sight.data.lastDay}报送${sight.data.year}年度自评报告`,
      `file the self-assessment of ${sight.data.year} between ${sight.data.firstDay} and ${sight.data.lastDay}`,
    ),
  ],
});

export const fillIn = fillInEvent<State, RecognitionData>(
  { clause: '13', form: RecognitionForm, called: both('自评报告', 'self-assessment') },
  { from: 'self_assessment', title: both('填写自评报告', 'Fill in the self-assessment') },
);

export const refreshProgress = event({
  title: both('按台账更新', 'Look at the record again'),
  clause: '13.1',
  from: ['self_assessment'],
  to: 'same',
  who: [applicant],
  input: Nothing,
  asks: ['yearRecord'],
  guards: [hasPlan],
  apply: ({ data, facts }) => {
    const plan = known(facts, 'planProgress');
    if (!plan) return data;
    const recorded = known(facts, 'yearRecord');
    const form = withRecord(withRows(data.form, plan), recorded, data.recorded);
    return { ...data, progress: keptOf(plan), recorded, form };
  },
});

export const file = event({
  title: both('报送自评报告', 'File the self-assessment'),
  clause: '13',
  from: ['self_assessment'],
  to: 'county_opinion',
  who: [applicant],
  input: Nothing,
  asks: ['yearRecord'],
  guards: [windowOpen, hasPlan, formComplete, reasonsGiven],
  manner: 'next',
  apply: ({ data, facts, today }) => {
    const plan = known(facts, 'planProgress');
    return { ...data, filedOn: today, withoutReport: null, progress: plan && keptOf(plan), recorded: known(facts, 'yearRecord') };
  },
  effects: (sight) => [
    { kind: 'freeze filing', when: 'with', form: { ...sight.data.form, progress: sight.data.progress } },
    { kind: 'issue receipt', when: 'with' },
    tellCounty(
      sight,
      'county_reviewer',
      `收到${sight.data.year}年度自评报告，请提出意见`,
      'the self-assessment is filed; please give your opinion',
    ),
  ],
});

export const selfAssessmentOverdue = event({
  title: both('自评逾期', 'Self-assessment overdue'),
  clause: 'operational',
  from: ['self_assessment'],
  to: 'same',
  who: [clock],
  input: Nothing,
  effects: (sight) => [
    tellOwner(sight, '自评报告已逾期，请尽快报送；逾期不代表任何结论', 'the self-assessment is overdue; silence decides nothing'),
    tellCounty(sight, 'county_reviewer', '建设单位自评逾期，请督促', 'the self-assessment is overdue'),
    tellCentre(sight, 'centre_officer', '建设单位自评逾期，请督促', 'the self-assessment is overdue'),
  ],
});

export const goOnWithout = event({
  title: both('无自评报告，转区县提出意见', 'Go on without a self-assessment'),
  clause: '12.1',
  from: ['self_assessment'],
  to: 'county_opinion',
  who: [centreOfficer],
  input: Reason,
  guards: [reportOverdue, hasPlan],
  manner: 'grave',
  apply: ({ data }, { reason }) => ({ ...data, withoutReport: reason }),
  effects: (sight) => [
    tellOwner(sight, '逾期未报自评报告，市中心已决定转入区县意见环节', 'the centre goes on without a self-assessment'),
    tellCounty(sight, 'county_reviewer', '建设单位未报自评报告，请提出意见', 'there is no self-assessment; please give your opinion'),
  ],
});
