import { wholeNumber } from '#core/policy/settings.ts';

const practice = 'practice' as const;

/**
 * Readings that say how many workdays somebody has. The plan names none of these times; a state of a process names the reading
 * and never a number. Their keys are not part of a case file.
 */
export const timeLimitSettings = {
  countyReviewWorkdays: wholeNumber(
    {
      id: 'I-34',
      title: '区县审核期限（工作日）',
      question: '区县审核申报、方案、自评和整改各用多少个工作日？',
      clause: '7.3',
      reasoning: '未规定期限，取通常做法，审核与签发合计；逾期不视为同意。',
      source: practice,
    },
    10,
    [1, 120],
  ),
  completionWorkdays: wholeNumber(
    {
      id: 'I-34',
      title: '补正期限（工作日）',
      question: '退回补正给多少个工作日？',
      clause: '7.3',
      reasoning: '一次补正，五个工作日，通常做法。',
      source: practice,
    },
    5,
    [1, 60],
  ),
  publicNoticeWorkdays: wholeNumber(
    {
      id: 'I-35',
      title: '公示期（工作日）',
      question: '认定、等次、取消与拨付名单公示多少个工作日？',
      clause: '8.2',
      reasoning: '未规定，按行政惯例。',
      source: practice,
    },
    5,
    [1, 60],
  ),
  objectionWorkdays: wholeNumber(
    {
      id: 'I-35',
      title: '异议答复期限（工作日）',
      question: '收到异议后多少个工作日内答复？',
      clause: '8.2',
      reasoning: '未规定，按行政惯例。',
      source: practice,
    },
    10,
    [1, 90],
  ),
  claimCheckWorkdays: wholeNumber(
    {
      id: 'I-28',
      title: '申领核对期限（工作日）',
      question: '收到申领后多少个工作日内核对完？',
      clause: '9',
      reasoning: '未规定核定期限，取通常做法，二十个工作日；逾期只提醒经办人，不产生结论。',
      source: practice,
    },
    20,
    [1, 120],
  ),
  voucherConfirmationWorkdays: wholeNumber(
    {
      id: 'I-29',
      title: '企业确认兑用期限（工作日）',
      question: '服务券兑用后，接受服务的企业用多少个工作日确认？',
      clause: '9.2c',
      reasoning: '未规定，取通常做法；逾期只提醒，不视为确认。',
      source: practice,
    },
    10,
    [1, 60],
  ),
  planChangeReportWorkdays: wholeNumber(
    {
      id: 'I-36',
      title: '方案调整的报告期限（工作日）',
      question: '“及时”报告是多少个工作日？',
      clause: '14.2b',
      reasoning: '未定数，十五个工作日足以备齐说明。',
      source: practice,
    },
    15,
    [1, 120],
  ),
  selfAssessmentCompletionWorkdays: wholeNumber(
    {
      id: 'I-37',
      title: '自评补正期限（工作日）',
      question: '自评窗口已过，区县退回自评的，给多少个工作日补正？',
      clause: '13',
      reasoning: '未规定；自评要逐项核对任务和指标，取十个工作日。窗口未过的仍到窗口末日。',
      source: practice,
    },
    10,
    [1, 60],
  ),
  recommendationConsentWorkdays: wholeNumber(
    {
      id: 'I-40',
      title: '推荐前单位答复期限（工作日）',
      question: '拟推荐的建设单位用多少个工作日表示同意并补充材料？',
      clause: '14.3b',
      reasoning: '未规定，取通常做法；逾期只提醒，不视为同意，也不视为放弃。',
      source: practice,
    },
    10,
    [1, 60],
  ),
  hearingRequestWorkdays: wholeNumber(
    {
      id: 'I-39',
      title: '陈述申辩期限（工作日）',
      question: '取消资格前，陈述、申辩和申请听证给多少个工作日？',
      clause: '14.3d',
      reasoning: '未规定；取行政程序的通常做法，五个工作日。',
      source: practice,
    },
    5,
    [3, 60],
  ),
} as const;
