import { z } from 'zod';
import { attachment, count, day, field, line, paragraph, wholeYuanField } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';

const documents = { widget: 'attachment' as const, accepts: ['.pdf', '.jpg', '.png'] };
const text = (zh: string, en: string, minimum = 10) => field(paragraph(minimum), both(zh, en), { widget: 'paragraph' });
const optional = (zh: string, en: string) => field(z.string().max(5000, '最多5000个字').optional(), both(zh, en), { widget: 'paragraph' });

const reason = field(z.string().max(2000, '最多2000个字').optional(), both('未完成的原因', 'Reason for what is missing'), {
  widget: 'paragraph',
});

/** Part （一）: states and numbers come from the record; the building unit adds effects, evidence and reasons. */
const carriedOut = z.object({
  tasks: field(
    z
      .array(
        z.object({
          no: field(line(20), both('任务编号', 'Task')),
          effect: field(z.string().max(2000, '最多2000个字').optional(), both('成效', 'Effect'), { widget: 'paragraph' }),
          evidenceFile: field(attachment().optional(), both('证明材料', 'Evidence'), documents),
          reason,
        }),
      )
      .max(300, '最多300条'),
    both('各项任务', 'Tasks'),
    { widget: 'table', clause: '13.1', help: both('没有完成的，逐项写明原因', 'A reason for every task that is not done') },
  ),
  indicators: field(
    z.array(z.object({ no: field(line(20), both('指标编号', 'Indicator')), reason })).max(100, '最多100条'),
    both('各项指标', 'Indicators'),
    { widget: 'table', clause: '13.1', help: both('未达100%的，逐项写明原因', 'A reason for every indicator below 100 %') },
  ),
  effect: text('总体成效', 'Effect as a whole'),
});

/** Part （二）: four boxes. */
const experience = z.object({
  system: text('体制方面的成效与经验', 'System'),
  mechanism: text('机制方面的成效与经验', 'Mechanism'),
  management: text('管理方面的成效与经验', 'Management'),
  innovation: text('创新方面的成效与经验', 'Innovation'),
  cases: optional('典型案例', 'Cases'),
});

/** Part （三）. */
const goingOn = z.object({
  ideas: text('继续建设的思路', 'Ideas'),
  measures: text('措施', 'Measures'),
  proposals: optional('建议', 'Proposals'),
});

const yuan = (zh: string, en: string, clause?: string) =>
  field(wholeYuanField(), both(zh, en), { unit: both('元', 'yuan'), ...(clause ? { clause } : {}) });

const annex = z
  .object({
    agenciesIn: field(count(10_000), both('本年引进机构数', 'Agencies moved in')),
    agenciesOut: field(count(10_000), both('本年迁出机构数', 'Agencies moved out')),
    staff: field(count(1_000_000), both('从业人员数', 'Staff')),
    incomeYuan: yuan('服务收入', 'Service income'),
    grants: field(count(1_000_000), both('发明专利授权数', 'Invention grants')),
    loans: field(count(100_000), both('质押贷款笔数', 'Pledge loans')),
    custody: field(count(100_000), both('托管合同数', 'Custody contracts')),
    trainings: field(count(100_000), both('培训场次', 'Trainings')),
    wins: field(count(100_000), both('胜诉案件数', 'Won cases')),
    pledges: field(count(10_000), both('签订自律公约机构数', 'Agencies under self-discipline'), { clause: '6.5' }),
    countySupportYuan: yuan('区县支持资金', 'Support of the district', '10.1'),
    fundsPlannedYuan: yuan('配套资金计划', 'Matching funds planned', '11.1'),
    fundsArrivedYuan: yuan('配套资金到位', 'Matching funds arrived', '11.1'),
    fundsSpentYuan: yuan('配套资金支出', 'Matching funds spent', '11.1'),
  })
  .refine(({ fundsArrivedYuan, fundsSpentYuan }) => fundsSpentYuan <= fundsArrivedYuan, {
    error: '支出不能多于到位的资金',
    path: ['fundsSpentYuan'],
  });

/** A field of the annex. */
export type AnnexField = keyof z.infer<typeof annex>;

const declaration = z.object({
  isTrue: field(z.literal(true, '须承诺内容真实'), both('自评内容真实、完整', 'The report is true and complete')),
  sealFile: field(attachment(), both('盖章页', 'Sealed page'), documents),
  signedBy: field(line(40), both('签字人', 'Signed by')),
  signedOn: field(day(), both('签字日期', 'Signed on')),
});

const section = <Shape extends z.ZodObject>(schema: Shape, zh: string, en: string) => schema.meta({ title: zh, titleEn: en });

/** Form F7, the self-assessment of a year (rows 12.1, 13.1 to 13.3). */
export const RecognitionForm = z.object({
  carriedOut: section(carriedOut, '（一）方案任务完成情况', 'Part one: the plan carried out'),
  experience: section(experience, '（二）主要成效与经验', 'Part two: results and experience'),
  goingOn: section(goingOn, '（三）继续建设的思路与措施', 'Part three: going on'),
  annex: section(annex, '附表', 'Annex'),
  declaration: section(declaration, '承诺', 'Declaration'),
});
