import { both } from '#core/kernel/words.ts';

/** What the application's page says about its parts. */
export const applicationWords = {
  form: both('申报书', 'The form'),
  opinion: both('区县审核意见', 'County opinion'),
  reviewer: both('审核人', 'Reviewer'),
  reviewedOn: both('审核日期', 'Reviewed on'),
  letter: both('推荐函文号', 'Recommendation letter'),
  requests: (n: number) =>
    both(`区县要求补正${n}处，已标在对应字段下`, `The county asks for ${n} completion${n === 1 ? '' : 's'}, pinned to the fields below`),
  inspection: both('现场考察', 'Site inspection'),
  result: both('专家评分', 'Scores'),
  score: both('综合得分', 'Score'),
  planScore: both('建设方案得分', 'Plan score'),
  scoreWhy: both('去掉一个最高分和一个最低分后的平均值', 'Mean without the highest and the lowest'),
  selection: both('遴选结论', 'Selection'),
  selected: both('入选', 'Selected'),
  notSelected: both('不入选', 'Not selected'),
  rank: (rank: number, outOf: number) => both(`第${rank}名，共${outOf}名`, `${rank} of ${outOf}`),
  ended: both('办结理由', 'Reason'),
  remedies: both(
    '可在下一批次重新申报，也可依法申请行政复议或者提起行政诉讼。',
    'You may apply in the next call, or seek administrative review or go to court.',
  ),
  call: both('申报批次', 'Call'),
  saved: both('最近保存', 'Last saved'),
  jump: both('本页内容', 'On this page'),
};

/** The five groups of the score sheet. */
export const groupWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  siting: both('选址', 'Siting'),
  district: both('区县支持', 'District'),
  industry: both('产业', 'Industry'),
  services: both('服务', 'Services'),
  plan: both('建设方案', 'Plan'),
};
