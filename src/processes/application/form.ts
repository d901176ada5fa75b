import { z } from 'zod';
import { type DraftForm, faultsOf, hasField } from '#core/form/draft.ts';
import {
  attachment,
  choice,
  count,
  creditCode,
  day,
  email,
  field,
  line,
  mobile,
  paragraph,
  wholeYuanField,
  yesNo,
} from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { districtNames } from '#policy/zibo-2020/districts.ts';
import { coveredKinds } from '#policy/zibo-2020/service-kinds.ts';

export { type DraftForm, FieldChange, withChanges } from '#core/form/draft.ts';

const applicantKinds = {
  park: both('园区管理机构', 'Park committee'),
  district_body: both('区县所属单位', 'District body'),
  company: both('企业', 'Company'),
  institution: both('事业单位', 'Institution'),
} as const;

export const siteKinds = {
  innovation_park: both('创新创业园区', 'Innovation and start-up park'),
  demonstration_zone: both('示范园区', 'Demonstration zone'),
  development_zone: both('经济（技术）开发区', 'Economic (technology) development zone'),
  other: both('其他产业集聚区域', 'Other industry area'),
} as const;

const enterpriseTypes = {
  leading: both('骨干龙头企业', 'Leading'),
  innovative: both('创新型企业', 'Innovative'),
  high_tech: both('高新技术企业', 'High-tech'),
  specialised: both('专精特新企业', 'Specialised'),
} as const;

export const providerWays = {
  inside: both('区内设点', 'Inside the boundary'),
  arrangement: both('区外书面协议', 'Written arrangement'),
} as const;

const fundingSources = {
  district: both('区县财政', 'District'),
  applicant: both('申报单位', 'Applicant'),
  other: both('其他', 'Other'),
} as const;

const documents = { accepts: ['.pdf', '.jpg', '.png', '.docx'], widget: 'attachment' } as const;
const kinds = z.array(choice(coveredKinds), '至少选择一类').min(1, '至少选择一类');

const cover = z.object({
  zoneName: field(line(60), both('示范区名称', 'Name of the zone')),
  district: field(choice(districtNames), both('所在区县', 'District'), { clause: '7.2' }),
  year: field(z.int('请填写年份').min(2020, '年份过早').max(2100, '年份过晚'), both('申报年度', 'Year')),
  date: field(day(), both('申报日期', 'Date')),
});

const applicant = z.object({
  name: field(line(100), both('单位名称', 'Name')),
  creditCode: field(creditCode(), both('统一社会信用代码', 'Unified social credit code')),
  kind: field(choice(applicantKinds), both('单位类型', 'Kind')),
  address: field(line(200), both('地址', 'Address')),
  legalRepresentative: field(line(40), both('法定代表人', 'Legal representative')),
  contactName: field(line(40), both('联系人', 'Contact')),
  contactPost: field(line(60), both('职务', 'Post')),
  contactMobile: field(mobile(), both('联系电话', 'Telephone'), { widget: 'mobile' }),
  contactEmail: field(email(), both('电子邮箱', 'E-mail')),
});

const siting = z.object({
  siteKind: field(choice(siteKinds), both('区域类型', 'Kind of site'), {
    clause: '3.2',
    help: both('产业园区和开发区评审时优先考虑，其他区域同样可以申报', 'Parks are preferred in the evaluation; others may apply as well'),
  }),
  boundary: field(paragraph(10, 2000), both('四至范围', 'Boundary'), {
    widget: 'paragraph',
    clause: '3.1',
    help: both('写明东、南、西、北各到哪条道路或界线', 'Name the road or line on each side'),
  }),
  areaKm2: field(z.number('请填写数字').positive('应大于0').max(10_000, '面积过大'), both('面积', 'Area'), {
    unit: both('平方公里', 'km²'),
  }),
  industries: field(
    z
      .array(
        z.object({
          name: field(line(40), both('产业', 'Industry')),
          outputYuan: field(wholeYuanField(), both('年产值', 'Yearly output'), { unit: both('元', 'yuan') }),
        }),
        '请填写',
      )
      .min(1, '至少填写一个主导产业')
      .max(3, '主导产业最多三个'),
    both('主导产业', 'Main industries'),
    { widget: 'table' },
  ),
  reason: field(paragraph(10), both('选址理由', 'Reason for the site'), { widget: 'paragraph' }),
});

const district = z.object({
  mechanismTitle: field(line(), both('管理机制文件名称', 'Management mechanism'), { clause: '5.1' }),
  mechanismNumber: field(line(60), both('文号', 'Document no.')),
  mechanismDate: field(day(), both('印发日期', 'Date')),
  mechanismFile: field(attachment(), both('管理机制文件', 'File'), documents),
  planTitle: field(line(), both('发展规划名称', 'Development plan'), { clause: '5.1' }),
  planFrom: field(day(), both('规划期起', 'From')),
  planTo: field(day(), both('规划期止', 'To')),
  planFile: field(attachment(), both('发展规划文件', 'File'), documents),
  policyTitle: field(line(), both('扶持政策名称', 'Supporting policy'), { clause: '5.1' }),
  policyNumber: field(line(60), both('文号', 'Document no.')),
  policyYearlyYuan: field(wholeYuanField(), both('每年扶持资金', 'Money a year'), { unit: both('元', 'yuan') }),
  policyFile: field(attachment(), both('扶持政策文件', 'File'), documents),
});

const industry = z.object({
  advantage: field(paragraph(10), both('产业优势', 'Industrial advantage'), { widget: 'paragraph', clause: '5.2' }),
  enterprises: field(
    z
      .array(
        z.object({
          name: field(line(100), both('企业名称', 'Enterprise')),
          creditCode: field(creditCode(), both('信用代码', 'Credit code')),
          type: field(choice(enterpriseTypes), both('类型', 'Type')),
          validPatents: field(count(), both('有效专利', 'Valid patents')),
          inventions: field(count(), both('其中发明', 'Inventions')),
          ipStaff: field(count(), both('知识产权人员', 'IP staff')),
          demandKinds: field(kinds, both('服务需求', 'Demand'), { widget: 'kinds' }),
          yearlySpendYuan: field(wholeYuanField(), both('年服务支出（元）', 'Yearly spending')),
        }),
        '请填写',
      )
      .min(1, '至少填写一家企业')
      .max(500, '最多500家'),
    both('区域内企业', 'Enterprises'),
    { widget: 'table', clause: '5.2' },
  ),
  demand: field(paragraph(10), both('服务需求分析', 'Demand for IP services'), { widget: 'paragraph', clause: '5.2' }),
});

const services = z.object({
  providers: field(
    z
      .array(
        z.object({
          name: field(line(100), both('机构（服务点）名称', 'Agency or point')),
          creditCode: field(creditCode(), both('信用代码', 'Credit code')),
          hasPatentQualification: field(yesNo(), both('专利代理资质', 'Patent qualification')),
          address: field(line(), both('地址', 'Address')),
          isInside: field(yesNo(), both('在范围内', 'Inside')),
          startDate: field(day(), both('开业日期', 'Since')),
          staff: field(count(), both('人员', 'Staff')),
          attorneys: field(count(), both('专利代理师', 'Attorneys')),
          incomeYuan: field(wholeYuanField(), both('年收入（元）', 'Income')),
          way: field(choice(providerWays), both('服务方式', 'Way')),
          kinds: field(kinds, both('服务种类', 'Kinds'), { widget: 'kinds' }),
        }),
        '请填写',
      )
      .min(1, '至少填写一家机构或服务点')
      .max(200, '最多200家'),
    both('服务机构与服务点', 'Agencies and points'),
    {
      widget: 'table',
      clause: '5.3a',
      help: both('服务种类一栏构成十一类服务的覆盖矩阵', 'The kinds make the coverage matrix of eleven services'),
    },
  ),
});

const chapter = (zh: string, en: string, row: string) =>
  field(paragraph(4), both(zh, en), {
    widget: 'paragraph',
    clause: row,
    help: both(
      '写明任务、负责人、起止时间和指标；没有任务的写“无”并说明原因',
      'Tasks, owner, dates, indicators; or "none" with the reason',
    ),
  });

const plan = z.object({
  from: field(day(), both('建设期起', 'From')),
  to: field(day(), both('建设期止', 'To')),
  goals: field(paragraph(10), both('建设目标', 'Goals'), { widget: 'paragraph', clause: '2.2' }),
  measures: chapter('（一）集聚措施与服务创新', '1 Measures and new ways', '6.1'),
  agencies: chapter('（二）机构引育与服务链', '2 Agencies and service chain', '6.2'),
  matching: chapter('（三）供求对接', '3 Matching', '6.3'),
  talent: chapter('（四）人才引进与培训', '4 Talent', '6.4'),
  order: chapter('（五）市场秩序与自律', '5 Market order', '6.5'),
  international: chapter('（六）国际交流合作', '6 International', '6.6'),
  campaigns: chapter('（七）专项行动与运营', '7 Campaigns and operation', '6.7'),
});

const funding = z.object({
  rows: field(
    z
      .array(
        z.object({
          source: field(choice(fundingSources), both('来源', 'Source')),
          year: field(z.int('请填写年份').min(2020, '年份过早').max(2100, '年份过晚'), both('年度', 'Year')),
          yuan: field(wholeYuanField(), both('金额（元）', 'Yuan')),
        }),
        '请填写',
      )
      .min(1, '至少填写一项资金')
      .max(60, '最多60行'),
    both('资金安排', 'Funding'),
    { widget: 'table', clause: '11.1' },
  ),
  policies: field(paragraph(4), both('拟给予的优惠政策', 'Policies to be granted'), { widget: 'paragraph', clause: '11.1' }),
});

const declaration = z.object({
  isTrue: field(z.literal(true, '须承诺材料真实'), both('材料真实、完整', 'The material is true and complete')),
  isNotDuplicate: field(z.literal(true, '须承诺未重复申报'), both('未重复申报', 'No other application is made')),
  consents: field(z.literal(true, '须同意公示与核查'), both('同意公示与核查', 'Publication and checks are agreed to')),
  sealFile: field(attachment(), both('盖章页', 'Sealed page'), documents),
  signedBy: field(line(40), both('签字人', 'Signed by')),
  signedOn: field(day(), both('签字日期', 'Signed on')),
});

const section = <Shape extends z.ZodObject>(schema: Shape, zh: string, en: string) => schema.meta({ title: zh, titleEn: en });

/** Form F1, the application form (rows 5 to 8): nine sections, every field mandatory. */
export const ApplicationForm = z.object({
  cover: section(cover, '封面', 'Cover'),
  applicant: section(applicant, '申报单位', 'Applicant'),
  siting: section(siting, '选址', 'Siting'),
  district: section(district, '区县支持条件', 'District conditions'),
  industry: section(industry, '产业与需求', 'Industry and demand'),
  services: section(services, '服务机构', 'Services'),
  plan: section(plan, '建设方案', 'Construction plan'),
  funding: section(funding, '资金与政策', 'Funding'),
  declaration: section(declaration, '承诺', 'Declaration'),
});
export type ApplicationForm = z.infer<typeof ApplicationForm>;

/** Whether the form has such a field. */
export const isFormField = (path: string): boolean => hasField(ApplicationForm, path);

/** What is still missing or wrong, by field; empty when the form can be filed. */
export const formFaults = (draft: DraftForm): ReturnType<typeof faultsOf> => faultsOf(ApplicationForm, draft);
