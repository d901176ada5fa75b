import { z } from 'zod';
import { choice, creditCode, day, field, line, wholeYuanField, yesNo } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { codeOf, defineFactKind, doubtful, keyOf, notYet, orUnknown, paper, presentedBy, sharesField, wrong } from './fact-kind.ts';

const outcomes = { won: both('胜诉', 'Won'), lost: both('败诉', 'Lost'), settled: both('和解或撤诉', 'Settled or withdrawn') } as const;
const effective = both('生效日期', 'Day it became final');

const form = z.object({
  caseNo: field(line(60), both('案号', 'Case no.'), { clause: '9.4a' }),
  court: field(orUnknown(line(100)), both('审理（裁决）机关', 'Court or authority')),
  clientName: field(line(100), both('委托企业', 'Client')),
  clientCode: field(creditCode(), both('委托企业信用代码', 'Credit code of the client')),
  acceptedDate: field(orUnknown(day()), both('受托日期', 'Day the case was taken on')),
  effectiveDate: field(day(), effective),
  isPatentCase: field(yesNo(), both('是否专利案件', 'Patent case')),
  isForeignRelated: field(orUnknown(yesNo()), both('是否涉外', 'Foreign-related')),
  hasMajorInfluence: field(orUnknown(yesNo()), both('是否具有重大影响', 'Of major influence')),
  outcome: field(choice(outcomes), both('结果', 'Outcome')),
  isFinal: field(orUnknown(yesNo()), both('裁判是否已生效', 'Final')),
  agencyFeeYuan: field(orUnknown(wholeYuanField()), both('实付代理费', 'Fee paid'), { unit: both('元', 'yuan') }),
  feeInvoiceNo: field(orUnknown(line(60)), both('代理费发票号', 'Invoice no.')),
  shares: sharesField(),
  judgmentFile: paper(both('裁判文书', 'Judgment')),
  effectFile: paper(both('生效证明', 'Proof of effect')),
  mandateFile: paper(both('委托代理合同', 'Mandate and fee contract')),
  invoiceFile: paper(both('发票及付款凭证', 'Invoice and payment')),
  clientFile: paper(both('委托企业确认书', 'Confirmation of the client')),
});

/** Facts recorded before these fields existed lack them. */
type Data = Omit<z.output<typeof form>, 'shares'> & Partial<Pick<z.output<typeof form>, 'shares'>>;

/** Case numbers are written with full-width brackets. */
const caseNumber = (typed: string): string => keyOf(typed).replaceAll('(', '（').replaceAll(')', '）');

/** Ids of grants begin with these letters; no case may look like one. */
const idOf = (matter: string): string => (matter.startsWith('授权') ? `案件 ${matter}` : matter);

/** 第九条（四）：为区内企业代理的专利案件。 */
export const litigation = defineFactKind({
  name: 'litigation',
  title: both('专利案件', 'Patent case'),
  clause: '9.4a',
  form,
  enteredBy: ['agency'],
  confirmedBy: 'enterprise',
  requiredFiles: ['judgmentFile', 'effectFile', 'mandateFile', 'invoiceFile'],
  keep: (typed): Data => ({ ...typed, clientCode: codeOf(typed.clientCode) }),
  matterField: 'caseNo',
  matter: ({ caseNo }) => caseNumber(caseNo),
  validOn: ({ effectiveDate }) => effectiveDate,
  counterparties: ({ clientCode }) => [clientCode],
  checks: ({ caseNo, acceptedDate, effectiveDate }, { today }) => [
    notYet('effectiveDate', effective, effectiveDate, today),
    acceptedDate !== null && effectiveDate < acceptedDate
      ? wrong('acceptedDate', '受托日期不能晚于生效日期', 'The case can not be taken on after its end')
      : null,
    /^（\d{4}）.+号$/.test(caseNumber(caseNo))
      ? null
      : doubtful('caseNo', '案号一般写作“（2021）鲁03民初1号”，请核对', 'Usually “（year）court … number号”; please check'),
  ],
  toCaseFile: (scene, rows) =>
    rows.map(({ matter, validOn, data, standing }) => ({
      id: idOf(matter),
      type: 'litigation',
      ...presentedBy(scene, data.shares ?? null),
      client: data.clientCode,
      caseNo: matter,
      effectiveDate: validOn,
      patentCase: data.isPatentCase,
      foreignRelated: data.isForeignRelated,
      majorInfluence: data.hasMajorInfluence,
      outcome: standing === 'disputed' ? null : data.outcome,
      final: data.isFinal,
      agencyFeeYuan: data.agencyFeeYuan,
    })),
});
