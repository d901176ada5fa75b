import { both } from '#core/kernel/words.ts';

/** What the list of scorecards says. */
export const words = {
  title: both('进展与预测', 'Scorecards'),
  lead: both(
    '各示范区当年的任务、资金和预计等次，最需要留意的排在前面。',
    'Tasks, funds and the forecast of every zone, those to worry about first.',
  ),
  export: both('导出CSV', 'Export CSV'),
  exportHint: both('导出与当前筛选一致', 'The export equals the current filter'),
  filter: both('筛选示范区', 'Filter the zones'),
  search: both('搜索示范区', 'Search zones'),
  district: both('区县', 'District'),
  allDistricts: both('全部区县', 'All districts'),
  forecast: both('预计等次', 'Forecast'),
  allForecasts: both('全部预计等次', 'All forecasts'),
  forecasts: {
    excellent: both('优秀', 'Excellent'),
    qualified: both('合格', 'Qualified'),
    unqualified: both('不合格', 'Unqualified'),
    none: both('无法预测', 'Not known'),
  },
  warned: both('只看有预警的', 'With warnings only'),
  clear: both('清除筛选', 'Clear'),
  zone: both('示范区', 'Zone'),
  warnings: both('预警', 'Warnings'),
  tasks: both('任务', 'Tasks'),
  tasksOf: (done: number, all: number) => both(`完成${done} / ${all}`, `${done} of ${all} done`),
  goingOn: (n: number) => both(`进行中${n}`, `${n} going on`),
  overdue: (n: number) => both(`逾期${n}`, `${n} overdue`),
  funds: both('到位 / 计划（万元）', 'Arrived / planned (10k yuan)'),
  noWarnings: both('无', 'none'),
  points: (total: number) => both(`约${total}分`, `about ${total}`),
  none: both('没有符合筛选的示范区', 'No zone matches'),
  noneNext: both('换个条件，或清除筛选再看。', 'Change the filter or clear it.'),
};
