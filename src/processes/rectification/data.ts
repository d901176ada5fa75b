import { z } from 'zod';
import { attachment, choice, day, field, line, paragraph } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { countyFindings, outcomes, results } from './names.ts';

const documents = { widget: 'attachment' as const, accepts: ['.pdf', '.jpg', '.png', '.docx'] };
const prose = (zh: string, en: string, minimum = 5, maximum = 2000) =>
  field(paragraph(minimum, maximum), both(zh, en), { widget: 'paragraph' });

export const Opening = z.object({
  zone: field(z.uuid('请选择示范区'), both('示范区', 'Zone')),
  recognition: field(z.uuid('请选择不合格的年度认定'), both('年度认定', 'Recognition of the year')),
});
export const Document = z.object({ documentNumber: field(line(60), both('文号', 'Document no.')) });

const Finding = z.object({
  clause: field(line(20), both('条款', 'Clause'), { help: both('如 13.1', 'Such as 13.1') }),
  subject: field(z.string().trim().max(60, '最多60个字').default(''), both('任务或指标', 'Task or indicator')),
  found: prose('查明的问题', 'Finding'),
  measure: prose('整改要求', 'Measure required'),
});

/** Form F9, the notice; a rectification without a last day is no rectification within a time limit. */
export const Notice = z.object({
  findings: field(z.array(Finding, '请列明整改事项').min(1, '请列明整改事项').max(100, '最多100项'), both('整改事项', 'Findings'), {
    widget: 'table',
    clause: '14.3c',
  }),
  deadline: field(day('整改通知必须写明整改截止日'), both('整改截止日', 'Last day'), { clause: '14.3c' }),
});
export type Notice = z.infer<typeof Notice>;

const Work = z.object({
  finding: field(line(10), both('整改事项', 'Finding')),
  measure: field(z.string().trim().max(2000, '最多2000个字').default(''), both('整改措施', 'Measure taken'), { widget: 'paragraph' }),
  doneOn: field(day().nullable().default(null), both('完成日期', 'Done on')),
  evidence: field(
    z
      .array(
        z.object({
          title: field(line(100), both('材料名称', 'Title')),
          attachment: field(attachment(), both('文件', 'File'), documents),
        }),
      )
      .max(20, '最多20份')
      .default([]),
    both('证明材料', 'Evidence'),
    { widget: 'table' },
  ),
});

/** Form F9, the report, while it is written: what is not given stays as it was saved. */
export const Report = z.object({
  rows: field(z.array(Work).min(1, '请填写整改情况').max(100, '最多100项'), both('整改情况', 'Work done'), {
    widget: 'table',
    clause: '14.3c',
  }),
});
export type Work = z.infer<typeof Work>;

export const Extension = z.object({
  until: field(day('请写明延至哪一天'), both('延至', 'Until'), { clause: '14.3c' }),
  reason: prose('延期理由', 'Reason'),
});
export type Extension = z.infer<typeof Extension>;

/** What the supervising county says of the report. */
export const CountyOpinion = z.object({
  finding: field(choice(countyFindings), both('整改报告', 'The report is'), { clause: '14.3c' }),
  says: prose('督导意见', 'Opinion'),
});
export type CountyOpinion = z.infer<typeof CountyOpinion>;

export const Recheck = z.object({
  seenOn: field(day(), both('复核日期', 'Rechecked on')),
  team: field(z.array(line(40)).min(2, '复核组至少两人').max(10, '最多10人'), both('复核组成员', 'Team')),
  findings: field(
    z
      .array(
        z.object({
          finding: field(line(10), both('整改事项', 'Finding')),
          outcome: field(choice(outcomes), both('复核情况', 'Outcome')),
          says: field(z.string().trim().max(1000, '最多1000个字').default(''), both('说明', 'Remark'), { widget: 'paragraph' }),
        }),
      )
      .max(100, '最多100项'),
    both('逐项复核', 'Finding by finding'),
    { widget: 'table' },
  ),
  result: field(choice(results), both('复核结论', 'Result'), { clause: '14.3d' }),
  reason: prose('结论理由', 'Reasons'),
});
export type Recheck = z.infer<typeof Recheck>;

/** Everything a rectification has gathered on its way. */
export const RectificationData = z.object({
  zone: z.string(),
  zoneName: z.string(),
  operator: z.string(),
  operatorName: z.string(),
  district: z.string(),
  recognition: z.string(),
  recognitionNumber: z.string(),
  year: z.int(),
  /** What the recognition found short of the plan: the officer's first draft of the findings. */
  shortfalls: z.array(z.object({ subject: z.string(), says: z.string() })),
  /** Findings with their numbers, first 1. */
  findings: z.array(Finding.extend({ no: z.string() })),
  /** Last day of the rectification, extension included; null before the notice is drafted. */
  deadline: z.string().nullable(),
  /** What is offered to the officer: the usual time, counted from the opening (I-38). */
  suggestedDeadline: z.string(),
  notice: z
    .object({ documentNumber: z.string(), issuedOn: z.string(), deadline: z.string(), county: z.string(), consequence: z.string() })
    .nullable(),
  work: z.array(Work),
  savedAt: z.string().nullable(),
  filedOn: z.string().nullable(),
  overdueOn: z.string().nullable(),
  asked: Extension.extend({ on: z.string() }).nullable(),
  proposedExtension: Extension.nullable(),
  /** The one extension there may be. */
  extension: Extension.extend({ from: z.string(), decidedOn: z.string() }).nullable(),
  /** Why the centre went on without a report, or without the county's opinion. */
  withoutWaiting: z.string().nullable(),
  opinion: CountyOpinion.extend({ reviewedOn: z.string(), reviewer: z.string(), signedOn: z.string().nullable() }).nullable(),
  recheck: Recheck.extend({ seenOn: z.string().nullable(), team: z.array(z.string()), isCountedAsFailed: z.boolean() }).nullable(),
  decision: z.object({ result: z.enum(['qualified', 'unqualified']), documentNumber: z.string(), decidedOn: z.string() }).nullable(),
  ended: z.string().nullable(),
});
export type RectificationData = z.infer<typeof RectificationData>;
