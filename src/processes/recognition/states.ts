import { businessDate } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import { countyTime, noticeTime, within } from '#policy/zibo-2020/time-limits.ts';
import type { RecognitionData } from './data.ts';

const awaits = {
  owner: both('建设单位', 'the building unit'),
  county: both('区县知识产权管理部门', 'the county authority'),
  centre: both('市中心', 'the centre'),
  experts: both('评审专家', 'the experts'),
  public: both('社会公众', 'the public'),
};

/** What the recognition of one zone and year awaits. */
export const states = {
  self_assessment: {
    title: both('待自评', 'Self-assessment'),
    awaits: awaits.owner,
    // Until the round's last day; where it comes back after that, as long as the reading says.
    deadline: within('selfAssessmentCompletionWorkdays', {
      lastDay: {
        of: ({ lastDay }: RecognitionData) => businessDate(lastDay),
        source: both('本轮认定的自评窗口', 'the window of this round'),
      },
      fires: 'self_assessment_overdue',
    }),
  },
  county_opinion: { title: both('待区县意见', 'County opinion'), awaits: awaits.county, deadline: countyTime },
  county_approval: { title: both('待区县签发', 'County approval'), awaits: awaits.county, deadline: countyTime },
  panel_forming: { title: both('待组织评审', 'Panel to be drawn'), awaits: awaits.centre },
  evaluation: { title: both('专家评审', 'Evaluation'), awaits: awaits.experts },
  grading: { title: both('待拟定等次', 'Grade to be proposed'), awaits: awaits.centre },
  grade_approval: { title: both('待审定等次', 'Grade approval'), awaits: awaits.centre },
  public_notice: { title: both('公示中', 'Public notice'), awaits: awaits.public, deadline: noticeTime },
  decision: { title: both('待认定等次', 'Decision'), awaits: awaits.centre },
  decided: { title: both('已认定', 'Decided'), isFinal: true },
  ended: { title: both('已终止', 'Ended without a result'), isFinal: true },
} as const;

export type State = keyof typeof states;

/** From the public notice on, building unit and county read scores and grade; before that they are the centre's. */
export const publishedStates: readonly State[] = ['public_notice', 'decision', 'decided'];

/** Where a recognition can still be ended because the title is lost. */
export const undecided: State[] = [
  'self_assessment',
  'county_opinion',
  'county_approval',
  'panel_forming',
  'evaluation',
  'grading',
  'grade_approval',
  'public_notice',
  'decision',
];
