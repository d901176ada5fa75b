import { both } from '#core/kernel/words.ts';

/** What the page of a rectification says about its parts. */
export const words = {
  ended: both('整改已终止', 'The rectification has ended'),
  overdue: both('整改期限已满，还没有报送整改报告；逾期不自动产生任何结论', 'The time is over without a report; nothing follows by itself'),
  withoutWaiting: both('市中心未等报告或意见，径行复核', 'The centre rechecks without waiting'),
  notice: both('整改通知', 'Notice'),
  documentNumber: both('文号', 'Document no.'),
  issuedOn: both('签发日期', 'Issued on'),
  deadline: both('整改截止日', 'Last day'),
  extendedFrom: (day: string) => both(`已延期一次，原为${day}`, `extended once, from ${day}`),
  county: both('督导区县', 'Supervising county'),
  consequence: both('后果', 'Consequence'),
  basis: both('所依据的年度认定', 'Recognition it rests on'),
  basisSays: (number: string, year: number) => both(`${number}（${year}年度不合格）`, `${number} (${year} unqualified)`),
  extension: both('延期理由', 'Why extended'),
  asked: (until: string) => both(`建设单位申请延期至${until}`, `The building unit asks for an extension until ${until}`),
  proposed: (until: string) => both(`拟延期至${until}，待决定`, `An extension until ${until} is proposed`),

  findings: both('整改事项', 'Findings'),
  finding: both('问题', 'Finding'),
  required: both('整改要求', 'Measure required'),
  done: both('整改情况', 'Work done'),
  doneOn: (day: string) => both(`${day}完成`, `done on ${day}`),
  notReported: both('尚未填报', 'Not reported yet'),
  recheck: both('复核', 'Recheck'),
  notRechecked: both('尚未复核', 'Not rechecked yet'),
  filedOn: (day: string) => both(`整改报告${day}报送`, `Report filed on ${day}`),
  savedAt: (moment: string) => both(`最近存入案卷：${moment}`, `Last saved to the case: ${moment}`),
  keptHere: both(
    '填写的内容随时存在本机，关闭后再打开仍在；点“填写整改情况”存入案卷，可以分几次填写。报送前每项都要有措施、完成日期和证明材料。',
    'What you type is kept on this device. Press the button to save it to the case; you may write it in several goes. To be filed, every finding needs measure, day and evidence.',
  ),
  notFiled: both('整改报告尚未报送', 'The report is not filed yet'),

  shortfalls: both('认定时未完成的任务和指标', 'Not reached when the year was graded'),
  noShortfalls: both(
    '任务和指标均已完成，不合格另有原因，见年度认定',
    'Tasks and indicators were reached; see the recognition for the reason',
  ),

  opinion: both('区县督导意见', 'County opinion'),
  signedOn: (day: string) => both(`${day}签发`, `signed on ${day}`),
  notSigned: both('待签发', 'to be signed'),

  result: both('复核结论', 'Result'),
  reason: both('理由', 'Reasons'),
  team: both('复核组', 'Team'),
  seenOn: both('复核日期', 'Rechecked on'),
  decidedOn: (day: string) => both(`${day}审定`, `decided on ${day}`),
  proposedOnly: both('待审定', 'to be decided'),
  countedAsFailed: both('逾期未报，按现行口径视为整改不合格', 'Overdue: counted as failed by the reading in force'),
  noFindings: both('整改事项在通知签发后显示', 'The findings appear once the notice is issued'),
};
