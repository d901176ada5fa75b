import { choice, wholeNumber } from '#core/policy/settings.ts';

const practice = 'practice' as const;

/** Readings that steer claims and their money beside the amounts of 第九条. Their keys are not part of a case file. */
export const claimSettings = {
  waitingOrder: choice(
    {
      id: 'I-28',
      title: '预算不足时的等候次序',
      question: '预算不足而等候的申领，金额较小的后来者能否先得到资金？',
      clause: '9',
      reasoning: '资金不闲置，够付的先留；要求严格先来后到的，改用另一口径。定额补助在两种口径下都排在最前。',
      source: practice,
    },
    { smaller_may_pass: '够付的可以先得，不够的继续等', strict_order: '严格按提交先后，前一件不够付的，后面的都等' },
  ),
  barMonthsMaximum: wholeNumber(
    {
      id: 'I-47',
      title: '限制申领的最长月数',
      question: '虚假申领被追回后，由决定限制机构申领的，最长多少个月？',
      clause: '9',
      reasoning: '文件未规定。限制须有期限、有理由，由两人先后提出和审定；填0即不得限制。',
      source: practice,
    },
    36,
    [0, 120],
  ),
  discretionApartPercent: wholeNumber(
    {
      id: 'I-28',
      title: '裁量偏离的界限（百分点）',
      question: '核定占计算金额的比例，比同类中位数高或低多少个百分点，列入裁量清单？',
      clause: '9',
      reasoning: '没有规定；相差不到5个百分点的，按取整和个案差别看待，不逐件列出。',
      source: practice,
    },
    5,
    [1, 100],
  ),
  laterTier: choice(
    {
      id: 'I-25',
      title: '年内还可能升档的核定',
      question: '同一年先够低档、后来够高档的，先核定的低档怎么办？',
      clause: '9.6',
      reasoning: '一年只结算一次：还可能升档的，等年度（或施行期）届满再核定，已到最高一档的随时核定；先核定低档再补差额的，改用另一口径。',
    },
    { wait_for_year_end: '还可能升档的，年度届满后核定', pay_difference: '随时核定，升档后补差额' },
  ),
} as const;
