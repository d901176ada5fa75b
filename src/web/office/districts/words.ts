import { both } from '#core/kernel/words.ts';

/** What the page of the bonus list says. */
export const bonusWords = {
  title: both('区县加分', 'Bonus of the districts'),
  lead: both(
    '示范区建设作为区县创新工作加分（第十五条）。每个区县只列一次；哪些示范区计入、加几分，由口径I-41确定。',
    'Zones earn their district extra points (article 15). One entry per district; which zones count, and the points, are readings (I-41).',
  ),
  now: (year: number) => both(`按现在的记录，${year}年度的名单`, `The list of ${year} as the record is now`),
  rule: (rule: string, excellent: number, other: number, maximum: number) =>
    both(
      `口径：${rule}（12月31日）。每个优秀${excellent}分，其他${other}分，每区县上限${maximum}分。`,
      `Rule: ${rule} (31 December). Excellent ${excellent}, others ${other}, at most ${maximum} a district.`,
    ),
  noPoints: both(
    '分值还没有确定，名单中的加分都是0；请考核部门确定后由市中心以解释写明。',
    'Nobody has fixed the points: they are 0. A ruling of the centre sets them.',
  ),
  toReadings: both('查看口径', 'To the readings'),
  cases: both('办理记录', 'Records'),
  district: both('区县', 'District'),
  count: both('示范区', 'Zones'),
  zones: both('计入的示范区', 'Zones counted'),
  points: both('加分', 'Points'),
  ungraded: both('当年未认定', 'not graded'),
  none: both('没有示范区计入这一年度', 'No zone counts for this year'),
  noneNext: both('年末保有资格的示范区会列在这里。', 'Zones that hold their title at the end of the year stand here.'),
  prepare: both('拟定名单', 'Prepare the list'),
  correct: both('拟定更正名单', 'Prepare a correction'),
  cannot: both('现在不能拟定', 'It can not be prepared now'),
  draft: (number: string) =>
    both(`${number}正在办理该年度名单，待另一人审定。`, `${number} is about this year; another person has to confirm it.`),
  toDraft: both('打开', 'Open'),
  isChanged: both(
    '审定以后，依据的事实或口径有变化；可以拟定更正名单，原名单保留。',
    'What the list rests on has changed since; a correction can be prepared, the old one stays.',
  ),
  same: (version: number) =>
    both(`与下面已审定的第${version}版相同，无须更正。`, `The same as version ${version} below; nothing is to be corrected.`),
  versions: both('已审定的名单', 'Confirmed lists'),
  version: (n: number, document: string, day: string) =>
    both(`第${n}版　${document}　审定于${day}`, `Version ${n}, ${document}, confirmed ${day}`),
  csv: both('CSV', 'CSV'),
  xlsx: both('Excel', 'Excel'),
  case: both('案件', 'Case'),
};

/** What the page of reviews says. */
export const workloadWords = {
  title: both('区县审核情况', 'Reviews by county'),
  lead: both(
    '每件案件按第一次到区县的年度计一次，全部由办理日志算出。工作日为在区县停留的各段之和，退回补正期间不计。',
    'A case counts once, in the year it first came to the county; all is counted from the log. Days are workdays with the county; time with the applicant does not count.',
  ),
  ownLead: both('这里只显示本区县。', 'You see your own county.'),
  process: both('程序', 'Process'),
  allProcesses: both('全部程序', 'All processes'),
  district: both('区县', 'District'),
  allDistricts: both('全部区县', 'All districts'),
  clear: both('清除筛选', 'Clear'),
  filter: both('筛选', 'Filter'),
  export: both('导出CSV', 'Export CSV'),
  received: both('受理', 'Received'),
  open: both('在办', 'Open'),
  days: both('审核工作日', 'Review workdays'),
  median: (days: string) => both(`中位${days}`, `median ${days}`),
  p90: (days: string) => both(`九成在${days}以内`, `90 % within ${days}`),
  notYet: both('尚无办结', 'none finished'),
  overdue: both('超期', 'Overdue'),
  returned: both('退回', 'Returned'),
  objected: both('异议成立', 'Objections upheld'),
  none: both('没有符合条件的审核', 'No reviews found'),
  noneNext: both(
    '换一个年度，或清除筛选。案件到达区县后会自动计入。',
    'Choose another year or clear the filter. Cases count as soon as they reach a county.',
  ),
  behind: (what: string, n: number) => both(`${what}：${n}件`, `${what}: ${n}`),
  all: both('全部案件', 'All cases'),
  close: both('收起', 'Close'),
  matter: both('案件', 'Case'),
  receivedOn: both('到区县', 'Came'),
  leftOn: both('离开区县', 'Left'),
  stillThere: both('在办', 'still there'),
  workdays: both('工作日', 'Workdays'),
  marks: both('情形', 'Marks'),
  show: (what: string) => both(`查看${what}的案件`, `Show the cases: ${what}`),
};
