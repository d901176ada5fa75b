import { z } from 'zod';
import { day, field, line, paragraph, wholeYuanField } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { beforeLicence, defineFactKind, keyOf, notYet, orUnknown, paper, presentedBy, sharesField } from './fact-kind.ts';

const established = both('产品设立日', 'Day it was set up');

const form = z.object({
  productName: field(line(100), both('产品名称', 'Product'), { clause: '9.1b' }),
  originator: field(line(100), both('发起人（原始权益人）', 'Originator')),
  exchangeNo: field(orUnknown(line(60)), both('交易场所备案号', 'Exchange no.')),
  sizeYuan: field(orUnknown(wholeYuanField()), both('发行规模', 'Size'), { unit: both('元', 'yuan') }),
  completedDate: field(day(), established),
  role: field(orUnknown(paragraph(1, 1000)), both('承担的工作', 'What the agency did'), { widget: 'paragraph' }),
  shares: sharesField(),
  noticeFile: paper(both('设立公告', 'Set-up notice')),
  serviceContractFile: paper(both('服务合同', 'Service contract')),
  workFile: paper(both('服务成果证明', 'Proof of work')),
});

type Data = z.output<typeof form>;

/** 第九条（一）后段：完成的知识产权证券化。 */
export const ipSecuritization = defineFactKind({
  name: 'ip_securitization',
  title: both('知识产权证券化', 'IP securitisation'),
  clause: '9.1b',
  form,
  enteredBy: ['agency'],
  confirmedBy: null,
  requiredFiles: ['noticeFile', 'serviceContractFile', 'workFile'],
  keep: (typed): Data => typed,
  matterField: 'productName',
  matter: ({ productName }) => keyOf(productName),
  validOn: ({ completedDate }) => completedDate,
  checks: ({ completedDate }, context) => [
    notYet('completedDate', established, completedDate, context.today),
    beforeLicence('completedDate', completedDate, context),
  ],
  toCaseFile: (scene, rows) =>
    rows.map(({ matter, validOn, data }) => ({
      id: `证券化 ${matter}`,
      type: 'ip_securitization',
      ...presentedBy(scene, data.shares),
      productName: data.productName,
      completedDate: validOn,
    })),
});
