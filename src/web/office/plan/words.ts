import { both } from '#core/kernel/words.ts';

/** What the editor says of the plan and its changes. */
export const words = {
  title: both('填写建设方案', 'Construction plan'),
  amendTitle: both('补正建设方案', 'Complete the plan'),
  lead: both(
    '各章可按任意顺序填写，边填边存，随时可以离开再回来。每一章要有任务，或写明没有任务的原因。',
    'Write the chapters in any order; everything is saved as you type. Each has tasks, or the reason why it has none.',
  ),
  addTask: both('添加一项任务', 'Add a task'),
  conditions: both('方案核对', 'Checked by the system'),
  fileWarn: both(
    '报送后由区县审核、再报市中心同意；同意以前现行方案不变，也不作为认定依据。',
    'The county reviews it, then the centre consents; until then the plan in force stands and nothing of this counts.',
  ),
  resubmitWarn: both('重新报送后，补正结束，由区县继续审核。', 'After this the completion is over and the county goes on.'),
  receiptLead: both(
    '方案已送达区县。请保存回执：任何人都可以凭回执码核验它何时送达、有没有改动。',
    'The plan has reached the county. Keep this receipt: with its code anybody can check when it arrived and that it is unchanged.',
  ),
};
