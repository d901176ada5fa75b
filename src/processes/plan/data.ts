import { z } from 'zod';
import { attachment, choice, day, field, line, paragraph, yesNo } from '#core/form/fields.ts';
import { FieldRequest } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { PlanChange } from './difference.ts';

export const Opening = z.object({ zone: field(z.uuid('请选择示范区'), both('示范区', 'Zone')) });
const prose = () => z.string().trim().max(2000, '最多2000个字').default('');

/** Form F6, the report of a change; the first plan of a zone needs none of it. */
export const Report = z.object({
  reason: field(prose(), both('调整原因', 'Reason'), {
    widget: 'paragraph',
    clause: '14.2b',
    help: both('首次报送方案可不填', 'Not for the first plan'),
  }),
  explanation: field(prose(), both('情况说明', 'Explanation'), { widget: 'paragraph', clause: '14.2b' }),
  effectOnGoals: field(prose(), both('对建设目标的影响', 'Effect on the goals'), { widget: 'paragraph' }),
  changedOn: field(day().nullable().default(null), both('变化发生日期', 'Day of the change'), {
    clause: '14.2b',
    help: both('从这一天起算是否及时报告', 'Whether it was reported in time counts from this day'),
  }),
  isEditorial: field(yesNo().default(false), both('仅文字更正', 'Correction of a slip'), {
    help: both('文字更正同样须经区县审核和市中心同意', 'A slip passes the county and the centre as well'),
  }),
  evidence: field(
    z
      .array(
        z.object({
          title: field(line(100), both('材料名称', 'Title')),
          attachment: field(attachment(), both('文件', 'File'), { widget: 'attachment', accepts: ['.pdf', '.jpg', '.png', '.docx'] }),
        }),
      )
      .max(20, '最多20份')
      .default([]),
    both('附件', 'Attachments'),
    { widget: 'table' },
  ),
});
export type Report = z.infer<typeof Report>;

const opinions = {
  endorse: both('审核通过', 'Passed'),
  return: both('退回补正', 'Return for completion'),
  reject: both('审核不通过', 'Not passed'),
} as const;

/** What the county finds (row 14.2b). */
export const CountyOpinion = z.object({
  isTrue: field(yesNo(), both('所报情况属实', 'True')),
  isComplete: field(yesNo(), both('材料齐全', 'Complete')),
  opinion: field(choice(opinions), both('审核意见', 'Opinion')),
  reasons: field(z.string().trim().max(2000, '最多2000个字'), both('理由', 'Reasons'), { widget: 'paragraph' }),
  requests: field(z.array(FieldRequest).max(50, '最多50条'), both('补正清单', 'Requests'), { widget: 'table' }),
});
export type CountyOpinion = z.infer<typeof CountyOpinion>;

const checks = { consent: both('建议同意', 'Consent'), refuse: both('建议不予同意', 'Refuse') } as const;

/** What the centre's officer proposes. */
export const CentreCheck = z.object({
  opinion: field(choice(checks), both('审核意见', 'Opinion')),
  reasons: field(paragraph(5, 2000), both('理由', 'Reasons'), { widget: 'paragraph' }),
});
export type CentreCheck = z.infer<typeof CentreCheck>;

/** Everything a plan case has gathered on its way. */
export const PlanData = z.object({
  zone: z.string(),
  zoneName: z.string(),
  /** The version it starts from; 0 for the first plan of a zone. */
  base: z.int(),
  form: z.record(z.string(), z.record(z.string(), z.json())),
  savedAt: z.string().nullable(),
  filings: z.int(),
  report: Report.extend({
    /** Workdays beyond what counts as in time; 0 when in time. */
    lateWorkdays: z.int(),
    /** First year of recognition that is measured against it, if it is consented now. */
    countsFrom: z.int(),
  }).nullable(),
  changes: z.array(PlanChange),
  opinion: CountyOpinion.extend({ reviewedOn: z.string(), reviewer: z.string() }).nullable(),
  requests: z.array(FieldRequest),
  returns: z.int(),
  check: CentreCheck.extend({ checkedOn: z.string(), checker: z.string() }).nullable(),
  consent: z.object({ version: z.int(), documentNumber: z.string(), countsFrom: z.int(), consentedOn: z.string() }).nullable(),
  ended: z.string().nullable(),
});
export type PlanData = z.infer<typeof PlanData>;
