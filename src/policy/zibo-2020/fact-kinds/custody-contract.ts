import { z } from 'zod';
import { choice, count, creditCode, day, field, line, paragraph, wholeYuanField } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { codeOf, defineFactKind, keyOf, notYet, orUnknown, paper, presentedBy, sharesField, wrong } from './fact-kind.ts';

const modes = {
  full: both('完全式（全部专利事务）', 'Full: all patent affairs'),
  advisory: both('顾问式', 'Advisory'),
  single: both('单项式（一项或几项事务）', 'Single matters'),
} as const;

const start = both('托管期起', 'From');

const form = z.object({
  contractNo: field(line(60), both('托管合同编号', 'Custody contract no.'), { clause: '9.2a' }),
  rightsHolderName: field(line(100), both('委托人（专利权人）', 'Right holder')),
  rightsHolderCode: field(creditCode(), both('委托人信用代码', 'Credit code of the right holder')),
  mode: field(orUnknown(choice(modes)), both('托管方式', 'Mode')),
  startDate: field(day(), start),
  endDate: field(orUnknown(day()), both('托管期止', 'To'), { help: both('没有约定止期的不填', 'Empty if the end is open') }),
  scope: field(orUnknown(paragraph(1, 1000)), both('托管事项', 'Scope'), { widget: 'paragraph' }),
  patents: field(orUnknown(count()), both('托管专利件数', 'Patents in custody')),
  feeYuan: field(orUnknown(wholeYuanField()), both('托管费', 'Fee'), { unit: both('元', 'yuan') }),
  attorney: field(orUnknown(line(40)), both('负责的专利代理师', 'Attorney in charge')),
  shares: sharesField(),
  contractFile: paper(both('托管合同', 'Custody contract')),
  serviceLogFile: paper(both('服务记录', 'Service records')),
  clientOpinionFile: paper(both('委托人意见', 'Opinion of the client')),
});

type Data = z.output<typeof form>;

/** 第九条（二）：专利托管合同。 */
export const custodyContract = defineFactKind({
  name: 'custody_contract',
  title: both('专利托管合同', 'Custody contract'),
  clause: '9.2a',
  form,
  enteredBy: ['agency'],
  confirmedBy: 'enterprise',
  requiredFiles: ['contractFile', 'serviceLogFile'],
  keep: (typed): Data => ({ ...typed, rightsHolderCode: codeOf(typed.rightsHolderCode) }),
  matterField: 'contractNo',
  matter: ({ contractNo }) => keyOf(contractNo),
  validOn: ({ startDate }) => startDate,
  counterparties: ({ rightsHolderCode }) => [rightsHolderCode],
  checks: ({ startDate, endDate }, { today }) => [
    notYet('startDate', start, startDate, today),
    endDate !== null && endDate < startDate ? wrong('endDate', '托管期止不能早于托管期起', 'The end can not be before the start') : null,
  ],
  toCaseFile: (scene, rows) =>
    rows.map(({ matter, validOn, data, standing }) => ({
      id: `托管 ${matter}`,
      type: 'custody_contract',
      ...presentedBy(scene, data.shares),
      rightsHolder: data.rightsHolderCode,
      mode: standing === 'disputed' ? null : data.mode,
      startDate: validOn,
      endDate: data.endDate,
    })),
});
