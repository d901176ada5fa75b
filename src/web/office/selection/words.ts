import { both, type Words } from '#core/kernel/words.ts';

/** What the selection page says. */
export const words = {
  title: both('遴选排名', 'Ranking'),
  lead: both(
    '去掉一个最高分和一个最低分后的平均分，由高到低；同分比建设方案得分。',
    'Means without the highest and the lowest total, best first; equal scores by the plan group.',
  ),
  places: (n: number) => both(`名额${n}个`, `${n} place${n === 1 ? '' : 's'}`),
  scoredOf: (n: number) => both(`已出分${n}个`, `${n} scored`),
  empty: both('还没有出分的申报', 'No application has a score yet'),
  emptyWhy: both(
    '专家全部封存、现场考察登记之后，由经办人开启评分，排名随即出现。',
    'The ranking appears once sheets are sealed, the visit is on record and the scores are opened.',
  ),
  rank: both('名次', 'Rank'),
  name: both('申报', 'Application'),
  score: both('得分', 'Score'),
  planScore: both('建设方案', 'Plan'),
  spread: both('最低–最高', 'Lowest–highest'),
  inspection: both('现场考察', 'Inspection'),
  firmness: both('名次稳定性', 'How firm'),
  state: both('状态', 'State'),
  act: both('办理', 'Act'),
  line: (n: number) => both(`名额线：以上${n}个在名额之内`, `Places end here: ${n}`),
  firm: both('稳定', 'firm'),
  byWeights: (best: number, worst: number) => both(`权重±10%：第${best}–${worst}名`, `weights ±10%: ${best}–${worst}`),
  byExperts: (best: number, worst: number) => both(`去掉一位专家：第${best}–${worst}名`, `one expert less: ${best}–${worst}`),
  firmnessNote: both(
    '稳定：每组权重上下浮动10%，或去掉任何一位专家的评分，名次都不变。',
    'Firm: the place stays with any group’s weight a tenth up or down and any single expert left out.',
  ),
  number: both('编号', 'Number'),
  district: both('区县', 'District'),
  lowest: both('最低', 'Lowest'),
  highest: both('最高', 'Highest'),
  none: both('未登记', 'Not recorded'),
  proposed: both('拟入选', 'Proposed'),
  notProposed: both('拟不入选', 'Proposed: not selected'),
  placeOf: (rank: number, places: number) => both(`第${rank}名，本批次名额${places}个`, `Rank ${rank} of ${places} places`),
  outcome: both('结论', 'Outcome'),
  selected: both('入选', 'Selected'),
  notSelected: both('不入选', 'Not selected'),
  reason: both('理由', 'Reason'),
  reasonHelp: both('不少于5个字，将告知申报单位', 'At least 5 characters; the applicant reads it'),
  cancel: both('取消', 'Cancel'),
  against: both('结论与名次不一致，请在理由中说明。', 'This differs from the ranking; say why.'),
  proposal: both('经办人的结论', 'The officer’s proposal'),
  export: both('导出表格', 'Export'),
  print: both('打印', 'Print'),
};

/** Results of an inspection, by their values. */
export const inspectionWords: Readonly<Record<string, Words>> = {
  agrees: both('相符', 'Agrees'),
  partly: both('部分相符', 'Partly'),
  not: both('不符', 'Does not agree'),
};
