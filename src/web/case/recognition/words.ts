import { both, type Words } from '#core/kernel/words.ts';

/** What the page of a recognition says about its parts. */
export const words = {
  jump: both('本页内容', 'On this page'),
  partOne: both('（一）方案任务完成情况', 'Part one: the plan carried out'),
  partOneLead: (version: number, on: string) =>
    both(`对照第${version}版建设方案（${on}同意）`, `Measured against version ${version} of the plan, consented on ${on}`),
  pinned: (on: string) => both(`已于${on}随区县意见固定`, `pinned with the county’s opinion on ${on}`),
  notPinned: both('区县签发意见时固定', 'pinned when the county signs'),
  noPlan: both('还没有经市中心同意的建设方案', 'There is no consented plan yet'),
  noPlanNext: both(
    '没有方案就没有可对照的任务和指标，不能报送自评，也不能认定等次。请先在“建设方案”办结一版。',
    'Without a plan there is nothing to measure against: no report can be filed and no grade given. Have a plan consented first.',
  ),
  tasks: both('任务', 'Tasks'),
  indicators: both('指标', 'Indicators'),
  task: both('任务', 'Task'),
  indicator: both('指标', 'Indicator'),
  progress: both('进展', 'Progress'),
  target: both('目标', 'Target'),
  actual: both('实际', 'Actual'),
  rate: both('完成率', 'Reached'),
  said: both('自评说明', 'What the report says'),
  evidence: both('证明材料', 'Evidence'),
  reason: both('未完成的原因', 'Why not'),
  effect: both('成效', 'Effect'),
  note: both('填报说明', 'Note of the record'),
  unknown: both('未填报', 'not reported'),
  doubted: both('区县存疑', 'Doubted by the county'),
  doubts: (n: number) => both(`区县对${n}项存疑，已标在对应的任务、指标下`, `The county doubts ${n}; each is marked at its row`),
  overall: both('总体成效', 'Effect as a whole'),
  report: both('自评报告', 'Self-assessment'),
  notFiled: (first: string, last: string) =>
    both(`自评窗口${first}至${last}，尚未报送`, `To be filed between ${first} and ${last}; not filed yet`),
  filedOn: (on: string) => both(`${on}报送`, `filed on ${on}`),
  withoutReport: both('建设单位逾期未报自评，市中心决定转入下一环节', 'No report was filed; the centre decided to go on without'),
  ended: both('认定已终止', 'The recognition ended without a result'),
  opinion: both('区县意见', 'County opinion'),

  scores: both('得分', 'Scores'),
  total: both('总分', 'Total'),
  outOf: (most: number) => both(`满分${most}`, `of ${most}`),
  how: both('怎样算出来的', 'How it came about'),
  part: {
    one: both('（一）方案任务完成情况', 'Part one: the plan'),
    two: both('（二）成效与经验', 'Part two: results'),
    three: both('（三）思路与措施', 'Part three: going on'),
  } as const,
  byRecord: both('系统按方案与填报记录计算', 'Computed from the plan and its record'),
  byExperts: both('专家评分', 'By the experts'),
  half: (title: string, n: number, share: string) => both(`${title}${n}项，平均完成${share}`, `${n} ${title}, ${share} reached on average`),
  halves: (share: string, points: string) =>
    both(`两半平均${share}，乘60分得${points}分`, `The mean of both halves, ${share}, of 60 points is ${points}`),
  whole: (share: string, points: string) => both(`${share}乘60分得${points}分`, `${share} of 60 points is ${points}`),
  toRows: both('逐项看', 'See every row'),
  shares: both(
    '任务：完成计1，进行中计0.5，未开始或取消计0；指标：实际除以目标，超过的按1计。',
    'A task counts 1 when done, 0.5 while going on, otherwise 0; an indicator counts actual over target, 1 at most.',
  ),
  mean: (points: string, mean: string) =>
    both(
      `去掉总分最高、最低各一份后，其余各份本部分得分${points}，平均${mean}分`,
      `Without the highest and the lowest sheet the others give ${points}; their mean is ${mean}`,
    ),
  meanHidden: both('去掉总分最高、最低各一份评分表后的平均', 'Mean of the sheets without the highest and the lowest'),
  sheets: both('各专家评分表', 'Sheets of the experts'),
  thresholds: (excellent: number, qualified: number) =>
    both(
      `${excellent}分及以上优秀，${qualified}分及以上合格，以下不合格`,
      `From ${excellent} excellent, from ${qualified} qualified, below unqualified`,
    ),
  thresholdsFrom: both('分数线见“解释与口径”I-37', 'The thresholds are readings of the plan, I-37'),

  grade: both('等次', 'Grade'),
  proposed: both('拟定', 'Proposed'),
  computed: both('计算等次', 'Computed grade'),
  vetoed: both('否决事项', 'Veto'),
  deviates: both('与计算等次不同', 'Differs from the computed grade'),
  why: both('理由', 'Reason'),
  proposedBy: both('拟定人', 'Proposed by'),
  approvedBy: both('审定人', 'Approved by'),
  decidedBy: both('认定人', 'Decided by'),
  consequence: both('后果', 'Consequence'),
  remedies: both('对认定结果不服的，可以依法申请行政复议或者提起行政诉讼。', 'You may seek administrative review or go to court.'),

  notice: both('公示与异议', 'Public notice and objections'),
};

export const stateWords: Readonly<Record<string, Words>> = {
  not_started: both('未开始', 'Not begun'),
  going_on: both('进行中', 'Going on'),
  done: both('已完成', 'Done'),
  dropped: both('取消', 'Dropped'),
};

/** What follows from a grade (第十四条). */
export const consequences: Readonly<Record<string, Words>> = {
  excellent: both('示范区资格保留，列入优先推荐名单', 'The title is kept and the zone is recommended first'),
  qualified: both('示范区资格保留', 'The title is kept'),
  unqualified: both(
    '限期整改，整改通知另行送达；整改后仍不合格的取消资格',
    'Rectification within a time limit; still unqualified, the title is lost',
  ),
};

/** Groups of the experts' sheet. */
export const groupWords: Readonly<Record<string, Words>> = {
  two: both('成效与经验', 'Results'),
  three: both('思路与措施', 'Going on'),
};

/** What the dialogs of a recognition say. */
export const dialogWords = {
  doubt: both('存疑', 'Doubted'),
  doubtSays: both('疑点', 'What is in doubt'),
  doubtNeeded: both('请写明疑点，至少4个字', 'Say what is in doubt, at least 4 characters'),
  doubtsHead: both('不属实或存疑的任务、指标', 'Tasks and indicators in doubt'),
  doubtsHelp: both('逐项核对，存疑的勾选并写明疑点', 'Go through the rows; tick what is in doubt and say why'),
  nothing: both('没有可对照的任务和指标', 'There are no tasks or indicators'),
  byVeto: both('有否决事项，不论得分均为不合格', 'A veto makes any score unqualified'),
  byScore: (total: string) => both(`总分${total}分`, `Total ${total}`),
  reasonNeeded: both(
    '与计算等次不同，须写明理由（不少于10个字）',
    'It differs from the computed grade: a reason of at least 10 characters is needed',
  ),
  reasonForVeto: both('有否决事项，须写明查实的情况（不少于10个字）', 'Say what was found for the veto, at least 10 characters'),
};

/** What the list of a zone's years says. */
export const pastWords = {
  past: both('历年认定', 'Recognitions so far'),
  year: both('年度', 'Year'),
  grade: both('等次', 'Grade'),
  score: both('得分', 'Score'),
  parts: (one: string, two: string, three: string) => both(`${one} + ${two} + ${three}`, `${one} + ${two} + ${three}`),
  version: both('方案版本', 'Plan version'),
  versionNo: (n: number) => both(`第${n}版`, `version ${n}`),
  decidedOn: both('认定日期', 'Decided on'),
  noPast: both('还没有认定结果', 'No result yet'),
};
