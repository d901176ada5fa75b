import { both, type Words } from '#core/kernel/words.ts';

/** What the editor says of the self-assessment. */
export const words = {
  title: both('填写年度自评报告', 'Self-assessment'),
  amendTitle: both('补正年度自评报告', 'Complete the self-assessment'),
  lead: both(
    '各部分可按任意顺序填写，边填边存。任务状态和指标数值取自台账，不在这里填写。',
    'Fill in the sections in any order; everything is saved as you type. States and numbers come from the record.',
  ),
  conditions: both('自评核对', 'Checked by the system'),
  fileWarn: both(
    '报送后由区县提出意见，报告不能再改；区县退回时可以修改后重新报送。',
    'After filing the county gives its opinion and the report can not be changed, unless the county returns it.',
  ),
  resubmitWarn: both('重新报送后由区县继续提出意见。', 'After this the county goes on.'),
  receiptLead: both(
    '自评报告已送达区县。请保存回执：任何人都可以凭回执码核验它何时送达、有没有改动。',
    'The report has reached the county. Keep this receipt: with its code anybody can check when it arrived and that it is unchanged.',
  ),
  tasksHelp: both(
    '进展取自台账。没有完成的，逐项写明原因；成效和证明材料可以补充。',
    'Progress comes from the record. Give a reason for what is not done; effect and evidence may be added.',
  ),
  indicatorsHelp: both(
    '数值取自台账。未达到目标的，逐项写明原因。',
    'Values come from the record. Give a reason for what is below its target.',
  ),
  returned: both('区县退回补正，意见如下；修改后请重新报送', 'The county returned the report; its opinion:'),
  reasonMissing: both('缺原因', 'reason missing'),
  reasonsLeft: (n: number) =>
    both(
      `还有${n}项没有完成或未达目标，须写明原因（不少于4个字）才能报送`,
      `${n} rows are not done or below target and need a reason before filing`,
    ),
  addMore: both('补充成效、证明材料', 'Add effect and evidence'),
  nothingToSay: both('已达到目标，不需要填写。', 'The target is reached; nothing to fill in.'),
  rowMissing: both('方案有更新，请先点“更新方案完成情况”。', 'The plan moved on: look at it again first.'),
  refreshed: both('已按最新方案和台账更新', 'Brought up to date with the plan and its record'),
  saveFirst: both('还有内容没有存上，存上以后再更新', 'Something is not saved yet; try again once it is'),
  onRecord: (year: number) => both(`台账中${year}年的数`, `On record for ${year}`),
  onRecordWhy: both('填报时可对照；不一致的，请在总体成效中说明', 'To check against; explain where the report differs'),
  plannedYuan: both('配套资金计划', 'Matching funds planned'),
  arrivedYuan: both('配套资金到位', 'Matching funds arrived'),
  spentYuan: both('配套资金支出', 'Matching funds spent'),
  yuan: both('元', 'yuan'),
};

/** What the system counts of a zone, by source. */
export const countWords: Readonly<Record<string, Words>> = {
  agencies: both('区内服务机构', 'Agencies inside'),
  staff: both('区内机构从业人员', 'Staff of the agencies inside'),
  invention_grants: both('发明专利授权', 'Invention grants'),
  scheme_loans: both('政银保质押贷款', 'Loans of the scheme'),
  custody_contracts: both('专利托管合同', 'Custody contracts'),
  won_cases: both('胜诉专利案件', 'Won patent cases'),
};
