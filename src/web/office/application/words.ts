import { both } from '#core/kernel/words.ts';

/** What the editor says of the application form, and of the coverage that follows from it. */
export const words = {
  title: both('填写申报书', 'Application form'),
  amendTitle: both('补正申报书', 'Complete the application'),
  lead: both(
    '九个部分可按任意顺序填写，边填边存，随时可以离开再回来。',
    'Fill in the nine sections in any order; everything is saved as you type.',
  ),
  conditions: both('申报条件（第五条）', 'Conditions (Article 5)'),
  fileWarn: both(
    '报送后区县即开始审核，申报书不能再改；区县退回补正时才可修改所列字段。',
    'After filing the county begins its review and the form can not be changed, unless the county asks for completion.',
  ),
  resubmitWarn: both('重新报送后，补正结束，由区县继续审核。', 'After this the completion is over and the county goes on.'),
  receiptLead: both(
    '申报书已送达区县。请保存回执：任何人都可以凭回执码核验它何时送达、有没有改动。',
    'The form has reached the county. Keep this receipt: with its code anybody can check when it arrived and that it is unchanged.',
  ),
  coverage: both('十一类服务覆盖', 'Coverage of the eleven kinds'),
  coverageLead: both('由上表“服务种类”一栏得出', 'From the kinds ticked above'),
  kind: both('种类', 'Kind'),
  provided: both('提供', 'Provides'),
  nobody: both('无机构', 'nobody'),
  countOf: (n: number) => both(`${n}家`, `${n}`),
  covered: (n: number, all: number) => both(`${all}类中已覆盖${n}类`, `${n} of ${all} covered`),
  unnamed: (n: number) => both(`第${n}家`, `No. ${n}`),
};
