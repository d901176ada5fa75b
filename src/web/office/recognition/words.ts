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
};
