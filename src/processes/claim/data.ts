import { z } from 'zod';
import { choice, day, field, line, paragraph, yesNo } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { clauseKeys } from '#policy/zibo-2020/case-file.ts';
import { clauseTitles } from './clauses.ts';

/** What a claim begins with: which clause, for which year. The rest comes from the facts on record. */
export const Opening = z.object({
  year: field(z.int('请填写年度').min(2020, '年度过早').max(2100, '年度过晚'), both('年度', 'Year')),
  clause: field(choice(clauseTitles), both('支持事项', 'Clause')),
});

const otherSupport = {
  none: both('没有其他财政支持', 'No other public support'),
  other_level: both('有其他层级的支持，已在下方说明', 'Support of another level, described below'),
  same_level: both('有市级同一事项的支持', 'Support of the city for the same matter'),
} as const;

/** The declarations under which a claim is filed (F10), and where it is to be paid. */
export const Declaration = z.object({
  payees: field(z.array(z.uuid()).max(200, '最多200个'), both('收款账户', 'Payees'), {
    help: both('券类事项不填；发给个人的，按人逐一选择', 'None for vouchers; one per person where persons are paid'),
  }),
  otherSupport: field(choice(otherSupport), both('同一事项的其他支持', 'Other support for the same matter'), { clause: '9.6' }),
  otherSupportDetails: field(z.string().max(1000, '最多1000个字'), both('其他支持的说明', 'Details'), { widget: 'paragraph' }),
  isTrue: field(yesNo(), both('所填属实，愿承担虚假申报的责任，同意公示与核查', 'True, and open to publication and checks')),
});
export type Declaration = z.infer<typeof Declaration>;

const verdicts = { met: both('属实', 'Met'), not: both('不符', 'Not met'), unclear: both('待查', 'Unclear') } as const;

/** What a person found in the evidence, fact by fact (F10, check sheet). */
export const CheckSheet = z.object({
  entries: field(
    z
      .array(
        z.object({
          id: field(line(200), both('事实', 'Fact')),
          verdict: field(choice(verdicts), both('核对结果', 'Verdict')),
          remark: field(z.string().max(500, '最多500个字'), both('说明', 'Remark')),
        }),
      )
      .max(2000, '最多2000条'),
    both('逐项核对', 'Fact by fact'),
    { widget: 'table' },
  ),
  excluded: field(
    z
      .array(
        z.object({
          kind: field(line(60), both('种类', 'Kind')),
          matter: field(line(200), both('事项', 'Matter')),
          remark: field(paragraph(2, 500), both('不计入的理由', 'Why it does not count')),
        }),
      )
      .max(2000, '最多2000条'),
    both('不计入的单个事项（如清单中的某件专利）', 'Single matters that do not count'),
    { widget: 'table', clause: '9.6' },
  ),
  remark: field(z.string().max(2000, '最多2000个字'), both('总体说明', 'Remark'), { widget: 'paragraph' }),
});
export type CheckSheet = z.infer<typeof CheckSheet>;

/** The amount proposed under a ceiling (I-28): below what was computed only with a reason. */
export const Proposal = z.object({
  yuan: field(z.int('请填写整数元').min(1, '至少1元').max(100_000_000, '金额过大'), both('核定金额', 'Amount'), {
    unit: both('元', 'yuan'),
  }),
  reason: field(z.string().max(2000, '最多2000个字'), both('低于计算金额的理由', 'Reason when below'), { widget: 'paragraph' }),
});

const refusalReasons = {
  conditions_not_met: both('不符合条件', 'Conditions not met'),
  evidence_insufficient: both('证据不足', 'Evidence insufficient'),
  matter_supported: both('同一事项已获支持', 'Matter supported already'),
  other_support: both('已享受同级其他支持', 'Other support of the same level'),
  dispute_lost: both('事项属于他人', 'Matter is somebody else’s'),
  false_claim: both('虚假申报', 'False claim'),
  out_of_time: both('超过申报期限', 'Out of time'),
} as const;
export const refusalTitles = refusalReasons;

/** A refusal gives controlled reasons and says them in words; the remedies are added, not typed. */
export const Refusal_ = z.object({
  reasons: field(z.array(choice(refusalReasons)).min(1, '至少选择一项').max(7, '最多七项'), both('不予支持的原因', 'Reasons'), {
    labels: refusalReasons,
  }),
  explanation: field(paragraph(10, 2000), both('具体理由', 'Explanation'), { widget: 'paragraph' }),
});

const Matter = z.object({ kind: field(line(60), both('种类', 'Kind')), matter: field(line(200), both('事项', 'Matter')) });

/** What is taken back and why; facts found false and a bar on new claims only where the officer says so (I-47). */
export const Recovery = z.object({
  findings: field(paragraph(10, 3000), both('查明的情况', 'Findings'), { widget: 'paragraph' }),
  documentNumber: field(line(80), both('决定文号', 'Document no.')),
  falseMatters: field(z.array(Matter).max(2000, '最多2000条').default([]), both('查明不实的事项', 'Matters found false'), {
    widget: 'table',
    help: both('不勾选就不认定；认定后不再计入，本机构也不能再登记', 'Nothing is found false unless it is ticked'),
  }),
  barMonths: field(
    z.int('请填写整数个月').min(1, '至少1个月').max(1200, '月数过大').nullable().default(null),
    both('限制新申领的月数', 'Months without new claims'),
    { unit: both('个月', 'months'), help: both('不限制的不填', 'Leave empty for no bar') },
  ),
  barReason: field(z.string().trim().max(1000, '最多1000个字').default(''), both('限制的理由', 'Why it is barred'), {
    widget: 'paragraph',
  }),
});
export type Recovery = z.infer<typeof Recovery>;

/** A finding or a bar taken back by a new decision, and why. */
export const Correction = z.object({
  restored: field(z.array(Matter).max(2000, '最多2000条').default([]), both('恢复计入的事项', 'Matters that count again'), {
    widget: 'table',
  }),
  liftsBar: field(yesNo().default(false), both('解除申领限制', 'Lift the bar')),
  reason: field(paragraph(10, 1000), both('理由', 'Reason'), { widget: 'paragraph' }),
  documentNumber: field(line(80), both('决定文号', 'Document no.')),
});
export type Correction = z.infer<typeof Correction>;

export const Repayment = z.object({
  yuan: field(z.int('请填写整数元').min(1, '至少1元'), both('到账金额', 'Amount received'), { unit: both('元', 'yuan') }),
  receivedOn: field(day(), both('到账日期', 'Received on')),
  bankReference: field(line(80), both('银行流水号', 'Bank reference')),
});

/** To whom a false claim was reported (I-47). */
export const Report = z.object({
  reportedTo: field(line(100), both('报告或移送的单位', 'Reported to')),
  reportedOn: field(day(), both('报告日期', 'Reported on')),
  documentNumber: field(line(80), both('文号', 'Document no.')),
});

const Entry = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  validOn: z.string(),
  matters: z.array(Matter),
  files: z.array(z.object({ title: z.string(), attachment: z.string() })),
  missing: z.array(z.string()),
  confirmation: z.enum(['confirmed', 'denied', 'waiting', 'not_needed']),
});

/** What the engine gave when the claim was filed; what it gives now is asked anew at every step. */
const Earned = z.object({
  ceilingFen: z.int(),
  paidAs: z.enum(['cash', 'voucher']),
  isFixed: z.boolean(),
  code: z.string(),
  says: z.string(),
  zone: z.object({ id: z.string(), name: z.string() }).nullable(),
  unconfirmed: z.array(z.string()),
  hash: z.string(),
});

export const ClaimData = z.object({
  year: z.int(),
  clause: z.enum(clauseKeys),
  agencyName: z.string(),
  earned: Earned.nullable(),
  entries: z.array(Entry),
  declaration: Declaration.nullable(),
  filings: z.int(),
  checks: CheckSheet.extend({ by: z.string(), on: z.string() }).nullable(),
  proposal: z
    .object({
      ceilingFen: z.int(),
      /** Share by which the line is settled, in hundredths of a per cent. */
      rate: z.int(),
      computedFen: z.int(),
      amountFen: z.int(),
      reason: z.string().nullable(),
      hash: z.string(),
      /** How claims of the same clause and year were decided until then: shares of what was computed, in hundredths of a per cent. */
      similar: z.object({ count: z.int(), lowest: z.int(), median: z.int(), highest: z.int() }).nullable().default(null),
      by: z.string(),
      /** The moment of knowledge it was decided on: the same facts can be asked for again as of then. */
      at: z.string(),
    })
    .nullable(),
  refusal: Refusal_.nullable(),
  decision: z.object({ amountFen: z.int(), on: z.string(), validTo: z.string().nullable() }).nullable(),
  recovery: Recovery.extend({
    demandedFen: z.int().nullable(),
    reports: z.array(Report).default([]),
    /** Last day of the bar, once it is ordered. */
    barredUntil: z.string().nullable().default(null),
    corrections: z.array(Correction.extend({ on: z.string() })).default([]),
  }).nullable(),
  ended: z.string().nullable(),
});
export type ClaimData = z.infer<typeof ClaimData>;
