import { both } from '#core/kernel/words.ts';

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
  rowMissing: both('方案有更新，请先点“按台账更新”。', 'The plan moved on: look at the record again first.'),
  refreshed: both('已按最新方案和台账更新', 'Brought up to date with the plan and its record'),
  saveFirst: both('还有内容没有存上，存上以后再更新', 'Something is not saved yet; try again once it is'),
  annexLead: both(
    '系统有记录的数已经填入，并注明来自哪里；与实际不符的可以改，区县和专家会看到与台账的差别。',
    'What is on record stands here already, with its source. Change what is not right: county and experts see where it differs.',
  ),
  fromRecord: (from: string) => both(`取自台账（${from}）`, `From the record (${from})`),
  otherThanRecord: (value: string, from: string) => both(`台账为${value}（${from}）`, `On record: ${value} (${from})`),
  takeRecord: both('用台账的数', 'Take it'),
};
