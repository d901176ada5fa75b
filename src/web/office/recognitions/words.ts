import { both } from '#core/kernel/words.ts';

/** What the page of the yearly rounds says. */
export const words = {
  title: both('年度认定', 'Yearly recognition'),
  lead: both(
    '每个示范区每年度认定一次：自评、区县意见、专家评审、拟定与审定等次、公示、认定。',
    'Every zone is recognised once a year: report, county opinion, experts, grade, public notice, decision.',
  ),
  notOpen: (year: number) => both(`${year}年度认定还没有启动`, `The round of ${year} is not open`),
  notOpenReader: both(
    '启动后，各建设单位会收到消息，自评出现在待办里。',
    'Once it is open the building units are told and find the report among their duties.',
  ),
  willOpen: (n: number) => both(`启动后将为下列${n}个示范区各建一个案卷`, `The ${n} zones below will get a case each`),
  nobody: both('没有可以参加本年度认定的示范区', 'No zone can take part in this year'),
  withoutPlan: (n: number) =>
    both(
      `其中${n}个还没有经同意的建设方案，须先办结方案才能报送自评`,
      `${n} of them have no consented plan yet; without one no report can be filed`,
    ),
  noPlan: both('还没有方案', 'No plan yet'),
  firstDay: both('自评开始日', 'First day of the report'),
  lastDay: both('自评截止日', 'Last day of the report'),
  open: (year: number) => both(`启动${year}年度认定`, `Open the round of ${year}`),
  openAsk: (n: number) => both(`将为${n}个示范区启动，每年度只能启动一次。`, `${n} cases will be opened; a year is opened once.`),
  confirm: both('确认启动', 'Open it now'),
  opened: (year: number, n: number) =>
    both(`${year}年度认定已启动，正在为${n}个示范区建案`, `The round of ${year} is open; ${n} cases are being made`),
  window: (first: string, last: string) => both(`自评窗口 ${first}至${last}`, `Reports from ${first} to ${last}`),
  openedAt: (at: string) => both(`启动于${at}`, `opened ${at}`),
  oneByOne: both('本年度没有统一启动，以下是逐个启动的', 'No round was opened; these were opened one by one'),
  late: (n: number) =>
    both(
      `${n}个示范区还没有案卷（刚启动的请稍候；启动后才认定的可逐个启动）`,
      `${n} zones have no case yet (wait a moment; zones designated later are opened one by one)`,
    ),
  openOne: both('单独启动', 'Open for this zone'),
  decided: both('已认定', 'Decided'),
  underWay: both('办理中', 'Under way'),
  unopened: both('尚未启动', 'Not opened'),
  zones: (n: number) => both(`${n}个示范区`, `${n} zone${n === 1 ? '' : 's'}`),
  byState: both('按环节看', 'By stage'),
  all: both('全部', 'All'),
  export: both('导出CSV', 'Export CSV'),
  exportHint: both('导出与当前筛选一致', 'The export equals the current filter'),
  zone: both('示范区', 'Zone'),
  stands: both('所在环节', 'Where it stands'),
  heldBy: (who: string) => both(`由${who}办理`, `with ${who}`),
  deadline: both('期限', 'Deadline'),
  overdue: both('已逾期', 'Overdue'),
  score: both('得分', 'Score'),
  forecast: both('预计', 'Forecast'),
  grade: both('等次', 'Grade'),
  allGrades: both('全部等次', 'All grades'),
  noneYet: both('本年度还没有示范区参加认定', 'No zone takes part in this year'),
  noneNext: both('换一个年度看，或等市中心启动。', 'Look at another year, or wait for the centre to open the round.'),
  noMatch: both('没有符合筛选的示范区', 'Nothing matches the filter'),
  noMatchNext: both('换个条件，或清除筛选再看。', 'Change the filter or clear it.'),
};
