import { z } from 'zod';
import { choice, day, field, line } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { beforeLicence, defineFactKind, keyOf, notYet, orUnknown, paper, presentedBy, sharesField } from './fact-kind.ts';

const levels = {
  national: both('国家级', 'National'),
  provincial: both('省级', 'Provincial'),
  municipal: both('市级', 'Municipal'),
} as const;

const awarded = both('授予日期', 'Day of the award');

const form = z.object({
  name: field(line(100), both('品牌或资质名称', 'Brand or qualification'), { clause: '9.3a' }),
  level: field(orUnknown(choice(levels)), both('级别', 'Level')),
  awardedBy: field(line(100), both('授予单位', 'Awarding body')),
  documentNo: field(orUnknown(line(60)), both('文号或证书号', 'Document no.')),
  awardedDate: field(day(), awarded),
  shares: sharesField(),
  awardFile: paper(both('授予文件或证书', 'Document or certificate')),
  entryFile: paper(both('入驻证明', 'Proof of moving in')),
});

type Data = z.output<typeof form>;

/** 第九条（三）：入驻后取得的示范品牌或重点资质。 */
export const brandHonour = defineFactKind({
  name: 'brand_honour',
  title: both('示范品牌或重点资质', 'Brand or key qualification'),
  clause: '9.3a',
  form,
  enteredBy: ['agency'],
  confirmedBy: null,
  requiredFiles: ['awardFile', 'entryFile'],
  keep: (typed): Data => typed,
  matterField: 'name',
  matter: ({ name, awardedDate }) => `${keyOf(name)}|${awardedDate}`,
  validOn: ({ awardedDate }) => awardedDate,
  checks: ({ awardedDate }, context) => [
    notYet('awardedDate', awarded, awardedDate, context.today),
    beforeLicence('awardedDate', awardedDate, context),
  ],
  toCaseFile: (scene, rows) =>
    rows.map(({ matter, validOn, data }) => ({
      id: `品牌资质 ${matter}`,
      type: 'brand_honour',
      ...presentedBy(scene, data.shares),
      level: data.level,
      name: data.name,
      awardedDate: validOn,
    })),
});
