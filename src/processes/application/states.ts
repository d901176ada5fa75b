import { both } from '#core/kernel/words.ts';
import { countyTime, noticeTime, within } from '#policy/zibo-2020/time-limits.ts';

const awaits = {
  owner: both('申报单位', 'the applicant'),
  county: both('区县知识产权管理部门', 'the county authority'),
  centre: both('市中心', 'the centre'),
  experts: both('评审专家与市中心', 'the experts and the centre'),
  public: both('社会公众', 'the public'),
};

/** What an application awaits, from draft to designation. */
export const states = {
  draft: { title: both('起草', 'Draft'), awaits: awaits.owner, isPrivate: true },
  county_review: { title: both('待区县审核', 'County review'), awaits: awaits.county, deadline: countyTime },
  county_approval: { title: both('待区县签发', 'County approval'), awaits: awaits.county, deadline: countyTime },
  returned: {
    title: both('待补正', 'Returned for completion'),
    awaits: awaits.owner,
    deadline: within('completionWorkdays', { fires: 'amendment_overdue' }),
  },
  panel_forming: { title: both('待组织评估', 'Panel to be drawn'), awaits: awaits.centre },
  evaluation: { title: both('专家评估与现场考察', 'Evaluation and site visit'), awaits: awaits.experts },
  selection: { title: both('待择优遴选', 'Selection'), awaits: awaits.centre },
  selection_approval: { title: both('待审定遴选结论', 'Selection approval'), awaits: awaits.centre },
  public_notice: { title: both('公示中', 'Public notice'), awaits: awaits.public, deadline: noticeTime },
  designation: { title: both('待认定', 'Designation'), awaits: awaits.centre },
  designated: { title: both('已认定', 'Designated'), isFinal: true },
  not_selected: { title: both('未入选', 'Not selected'), isFinal: true },
  county_rejected: { title: both('区县不予推荐', 'Not recommended'), isFinal: true },
  withdrawn: { title: both('已撤回', 'Withdrawn'), isFinal: true },
} as const;

export type State = keyof typeof states;
