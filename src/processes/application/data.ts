import { z } from 'zod';
import { attachment, choice, count, day, field, line, paragraph, yesNo } from '#core/form/fields.ts';
import { FieldRequest } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { OpenedSheet, Panel } from '#core/panel/panel.ts';
export type { Panel } from '#core/panel/panel.ts';

const findings = { confirmed: both('属实', 'Confirmed'), not: both('不属实', 'Not confirmed') } as const;
const opinions = {
  recommend: both('同意推荐', 'Recommend'),
  return: both('退回补正', 'Return for completion'),
  reject: both('不予推荐', 'Do not recommend'),
} as const;

/** Form F2, the county's opinion (row 7.3). */
export const CountyOpinion = z.object({
  isComplete: field(yesNo(), both('材料齐全', 'Complete')),
  districtConditions: field(choice(findings), both('区县支持条件（第五条（一））', 'District conditions'), { clause: '5.1' }),
  industryConditions: field(choice(findings), both('产业与需求（第五条（二））', 'Industry and demand'), { clause: '5.2' }),
  agencyConditions: field(choice(findings), both('机构数量（第五条（三））', 'Number of agencies'), { clause: '5.3a' }),
  coverageConditions: field(choice(findings), both('服务覆盖（第五条（三））', 'Coverage'), { clause: '5.3b' }),
  siteSeenOn: field(day(), both('实地查看日期', 'Site seen on')),
  opinion: field(choice(opinions), both('审核意见', 'Opinion')),
  reasons: field(z.string().max(2000, '最多2000个字'), both('理由', 'Reasons'), {
    widget: 'paragraph',
    help: both(
      '不予推荐的必须写明理由；服务种类未全覆盖而推荐的，写明为何仍可基本保障',
      'Needed for a refusal, and for recommending in spite of a missing kind of service',
    ),
  }),
  requests: field(z.array(FieldRequest).max(50, '最多50条'), both('补正清单', 'Requests'), { widget: 'table' }),
});
export type CountyOpinion = z.infer<typeof CountyOpinion>;

/** Form F4, the record of the site inspection (row 8.2). */
export const Inspection = z.object({
  date: field(day(), both('考察日期', 'Date')),
  team: field(z.array(line(40)).min(2, '考察组至少两人').max(10, '最多10人'), both('考察组成员', 'Team')),
  isBoundarySeen: field(yesNo(), both('四至范围已查看', 'Boundary seen')),
  visits: field(
    z
      .array(
        z.object({
          agency: field(line(100), both('机构', 'Agency')),
          isOperating: field(yesNo(), both('实际经营', 'Really operating')),
          personsMet: field(line(100), both('接待人员', 'Persons met')),
          photo: field(attachment().optional(), both('照片', 'Photo'), {
            widget: 'attachment',
            accepts: ['.jpg', '.png'],
          }),
        }),
      )
      .min(1, '至少走访一家机构')
      .max(50, '最多50家'),
    both('走访机构', 'Agencies visited'),
    { widget: 'table' },
  ),
  enterprisesAsked: field(count(500), both('访谈企业数', 'Enterprises asked')),
  documentsSeen: field(z.string().max(1000, '最多1000个字'), both('查阅材料', 'Documents seen'), { widget: 'paragraph' }),
  deviations: field(z.string().max(2000, '最多2000个字'), both('与申报书不符之处', 'Deviations'), { widget: 'paragraph' }),
  result: field(
    choice({ agrees: both('相符', 'Agrees'), partly: both('部分相符', 'Partly'), not: both('不符', 'Does not agree') }),
    both('考察结论', 'Result'),
  ),
  signedByTeam: field(line(100), both('考察组签字', 'Signed for the team')),
  signedBySite: field(line(100), both('申报单位签字', 'Signed for the applicant')),
});
export type Inspection = z.infer<typeof Inspection>;

const Result = z.object({
  sheets: z.array(OpenedSheet),
  /** Mean of the totals without the highest and the lowest, two decimals. */
  score: z.number(),
  planScore: z.number(),
});
export type Result = z.infer<typeof Result>;

/** Everything an application has gathered on its way. */
export const ApplicationData = z.object({
  call: z.string(),
  callTitle: z.string(),
  applicantName: z.string(),
  form: z.record(z.string(), z.record(z.string(), z.json())),
  savedAt: z.string().nullable(),
  filings: z.int(),
  opinion: CountyOpinion.extend({ reviewedOn: z.string(), reviewer: z.string() }).nullable(),
  requests: z.array(FieldRequest),
  returns: z.int(),
  letterNumber: z.string().nullable(),
  /** Names an expert must know to declare interests, before anything else is shown. */
  parties: z.array(z.string()),
  panel: Panel.nullable(),
  inspection: Inspection.nullable(),
  result: Result.nullable(),
  selection: z.object({ isSelected: z.boolean(), rank: z.int(), outOf: z.int(), reason: z.string() }).nullable(),
  ended: z.string().nullable(),
});
export type ApplicationData = z.infer<typeof ApplicationData>;

export const Opening = z.object({ call: z.string().min(1, '请选择申报批次') });
/** What the officer proposes after the ranking (row 8.2). */
export const SelectionProposal = z.object({
  isSelected: field(yesNo(), both('入选', 'Selected')),
  reason: field(paragraph(5, 2000), both('理由', 'Reason'), { widget: 'paragraph' }),
});
