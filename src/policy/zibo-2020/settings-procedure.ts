import { choice, choices, day, wholeNumber } from '#core/policy/settings.ts';

const practice = 'practice' as const;

/** Readings that steer procedures: conditions of 第五条, time limits, recognition, title. Their keys are not part of a case file. */
export const procedureSettings = {
  runOffUntil: day(
    {
      id: 'I-01',
      title: '期满后的申报截止日',
      question: '试用期内的事实最迟哪天还可申报、审核、兑付？',
      clause: '17.2',
      reasoning: '末日以后没有新的事实，但此前取得的不应因手续而落空。',
      source: practice,
    },
    '2021-12-31',
  ),
  panelMinimum: wholeNumber(
    {
      id: 'I-35',
      title: '评估专家最少人数',
      question: '专家评估至少几人？',
      clause: '8.2',
      reasoning: '未规定人数；五人以上单数，去掉一个最高分和一个最低分仍可平均。',
      source: practice,
    },
    5,
    [3, 99],
  ),
  agencyCountMinimum: wholeNumber(
    {
      id: 'I-31',
      title: '服务机构（点）最少家数',
      question: '区内至少要有几家服务机构或服务点？',
      clause: '5.3a',
      reasoning: '“以上”含本数，两家即可。',
    },
    2,
    [1, 999],
  ),
  agencyCountBy: choice(
    {
      id: 'I-31',
      title: '家数按什么数',
      question: '一家机构的两个服务点算一家还是两家？',
      clause: '5.3a',
      reasoning: '文中“服务点”与“机构”并列，各有实际场所的分别计数，评审时一并列示。',
    },
    { agency_or_service_point: '机构和服务点都计', agency: '只按机构计' },
  ),
  serviceKinds: choice(
    {
      id: 'I-32',
      title: '服务种类的覆盖',
      question: '列明的五类权利与六类服务是否每类都要有？',
      clause: '5.3b',
      reasoning: '逐类至少一家提供；缺类时须由区县写明理由，方可视为基本保障。',
    },
    { all_required: '逐类都要有，缺类须说明理由', judged_by_reviewers: '由评审综合判断' },
  ),
  excellentScoreMinimum: wholeNumber(
    {
      id: 'I-37',
      title: '优秀的最低分',
      question: '多少分以上为优秀？',
      clause: '14.1',
      reasoning: '三档没有分数线，取通常做法。',
      source: practice,
    },
    85,
    [1, 100],
  ),
  qualifiedScoreMinimum: wholeNumber(
    {
      id: 'I-37',
      title: '合格的最低分',
      question: '多少分以上为合格？',
      clause: '14.1',
      reasoning: '三档没有分数线，取通常做法。',
      source: practice,
    },
    60,
    [1, 100],
  ),
  rectificationMonths: wholeNumber(
    {
      id: 'I-38',
      title: '整改期限（月）',
      question: '限期整改一般给几个月？',
      clause: '14.3c',
      reasoning: '期限须写在通知里；一般三个月。',
      source: practice,
    },
    3,
    [1, 24],
  ),
  rectificationMonthsMaximum: wholeNumber(
    {
      id: 'I-38',
      title: '整改最长期限（月）',
      question: '连同延期最长几个月？',
      clause: '14.3c',
      reasoning: '最长六个月，可决定延期一次。',
      source: practice,
    },
    6,
    [1, 36],
  ),
  overdueRectification: choice(
    {
      id: 'I-38',
      title: '整改逾期',
      question: '逾期未报整改结果怎么办？',
      clause: '14.3d',
      reasoning: '取消资格须有复核仍不合格的结论，逾期只作提示，由市中心决定。',
      source: practice,
    },
    { flag_then_centre_decides: '提示，由市中心决定', counts_as_failed: '视为整改不合格' },
  ),
  secondUnqualifiedYear: choice(
    {
      id: 'I-38',
      title: '以后年度再次不合格',
      question: '整改合格后，以后年度再次不合格怎么办？',
      clause: '14.3d',
      reasoning: '取消只与整改不合格相连，另起一轮整改。',
    },
    { new_rectification_cycle: '另起一轮整改', revoke_if_consecutive: '连续两年即取消' },
  ),
  reapplyAfterRevocation: choice(
    {
      id: 'I-39',
      title: '取消后重新申报',
      question: '资格取消后能否再申报？',
      clause: '14.3d',
      reasoning: '没有禁止的规定。',
    },
    { allowed: '可以', after_one_year: '满一年后可以' },
  ),
  recommendGrades: choices(
    {
      id: 'I-40',
      title: '可推荐国家级的等次',
      question: '哪些等次可以推荐申报国家级？',
      clause: '14.3b',
      reasoning: '名额很少，只推荐优秀；“优先”也容许优秀之后再推荐合格。',
      isUrgent: true,
    },
    { excellent: '优秀', qualified: '合格' },
    ['excellent'],
  ),
  bonusRule: choice(
    {
      id: 'I-41',
      title: '区县加分的口径',
      question: '哪些示范区可使所在区县加分？',
      clause: '15.1',
      reasoning: '没有分值和办法，市中心每年报送年末保有资格的名单。',
      source: practice,
    },
    { holds_title_at_year_end: '年末保有资格', graded_excellent: '当年优秀' },
  ),
  bonusPointsExcellent: wholeNumber(
    {
      id: 'I-41',
      title: '优秀示范区的加分',
      question: '每个当年优秀的示范区给所在区县加几分？',
      clause: '15.1',
      reasoning: '没有分值，由考核部门确定；未确定前为0，名单照报。',
      source: practice,
    },
    0,
    [0, 100],
  ),
  bonusPointsOther: wholeNumber(
    {
      id: 'I-41',
      title: '其他示范区的加分',
      question: '每个当年不是优秀而保有资格的示范区给所在区县加几分？',
      clause: '15.1',
      reasoning: '没有分值，由考核部门确定；未确定前为0，名单照报。',
      source: practice,
    },
    0,
    [0, 100],
  ),
  bonusPointsMaximum: wholeNumber(
    {
      id: 'I-41',
      title: '区县加分的上限',
      question: '一个区县一年最多加几分？',
      clause: '15.1',
      reasoning: '一个区县只列一次；没有上限的规定，取100分，实际不起限制作用。',
      source: practice,
    },
    100,
    [0, 1000],
  ),
  voucherMonths: wholeNumber(
    {
      id: 'I-29',
      title: '服务券有效期（月）',
      question: '服务券发出后几个月内有效？',
      clause: '9.2c',
      reasoning: '未规定，默认十二个月，以通知为准。',
      source: practice,
    },
    12,
    [1, 60],
  ),
} as const;
