import { z } from 'zod';
import { attachment, choice, count, day, field, line, paragraph, wholeYuanField } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { fundingSources } from '#processes/plan/content.ts';
import { endpoint } from './endpoint.ts';

const Json = z.json();
const ById = z.object({ id: z.uuid() });
const year = () => z.int('请填写年份').min(2020, '年份过早').max(2100, '年份过晚');
const Year = z.coerce.number().int().min(2020).max(2100);
const Created = z.object({ id: z.string() });

/** Who reads what is recorded of a zone: its building unit, its county, the centre and the auditor. */
export const readers = ['applicant', 'county_reviewer', 'county_approver', 'centre_officer', 'centre_approver', 'auditor'] as const;

/** Names of files by their hash. */
export const Files = z.record(z.string(), z.string());
/** Files that prove what is reported. */
export const evidence = () =>
  field(
    z
      .array(
        z.object({
          attachment: field(attachment(), both('文件', 'File'), {
            widget: 'attachment',
            accepts: ['.pdf', '.jpg', '.png', '.docx', '.xlsx'],
          }),
        }),
      )
      .max(20, '最多20份')
      .default([]),
    both('佐证', 'Evidence'),
    { widget: 'table' },
  );
/** Words beside what is reported. */
export const note = () => field(z.string().trim().max(2000, '最多2000个字').default(''), both('说明', 'Note'), { widget: 'paragraph' });
const yuan = () => field(wholeYuanField(), both('金额', 'Amount'), { unit: both('元', 'yuan') });

const supportKinds = {
  policy: both('政策', 'Policy'),
  platform: both('公共服务平台', 'Public-service platform'),
  system: both('服务体系', 'Service system'),
  talent: both('人才', 'Talent'),
  money: both('资金', 'Money'),
} as const;

const funds = <Kind extends string>(kind: Kind) =>
  z.object({
    kind: z.literal(kind),
    source: field(choice(fundingSources), both('来源', 'Source')),
    year: field(year(), both('年度', 'Year')),
    yuan: yuan().pipe(z.int().min(1, '金额应大于0')),
    on: field(day(), both('日期', 'Day')),
    documentNumber: field(z.string().trim().max(80, '最多80个字').default(''), both('凭证号', 'Voucher no.')),
    note: note(),
    evidence: evidence(),
  });

const published = <Kind extends string>(kind: Kind) =>
  z.object({
    kind: z.literal(kind),
    title: field(line(200), both('名称', 'Title')),
    documentNumber: field(z.string().trim().max(80, '最多80个字').default(''), both('文号', 'Document no.')),
    on: field(day(), both('公布日期', 'Published on')),
    summary: field(paragraph(4, 2000), both('主要内容', 'What it says'), { widget: 'paragraph' }),
    evidence: evidence(),
  });

/** One thing to be put on record of a zone: each kind has its own fields and its own office. */
export const ZoneRecordBody = z.discriminatedUnion('kind', [
  funds('funds_arrived'),
  funds('funds_spent'),
  published('measure'),
  published('preference'),
  z.object({
    kind: z.literal('visit'),
    on: field(day(), both('日期', 'Day')),
    team: field(z.array(line(40)).min(1, '至少一人').max(20, '最多20人'), both('人员', 'Team')),
    topics: field(paragraph(4, 2000), both('指导内容', 'Topics'), { widget: 'paragraph', clause: '4.1' }),
    advice: field(paragraph(2, 2000), both('意见建议', 'Advice'), { widget: 'paragraph' }),
    evidence: evidence(),
  }),
  z.object({
    kind: z.literal('district_support'),
    category: field(choice(supportKinds), both('类别', 'Kind'), { clause: '10.1' }),
    title: field(line(200), both('事项', 'Title')),
    year: field(year(), both('年度', 'Year')),
    on: field(day(), both('日期', 'Day')),
    yuan: yuan().nullable().default(null),
    note: note(),
    evidence: evidence(),
  }),
  z.object({
    kind: z.literal('staff'),
    agency: field(z.uuid('请选择机构'), both('机构', 'Agency')),
    on: field(day(), both('日期', 'Day')),
    staff: field(count(100_000), both('从业人员', 'Staff')),
    attorneys: field(count(100_000).default(0), both('其中代理师', 'Attorneys')),
    evidence: evidence(),
  }),
]);
export type ZoneRecordBody = z.infer<typeof ZoneRecordBody>;

const recordKinds = ['funds_arrived', 'funds_spent', 'measure', 'preference', 'visit', 'district_support', 'staff'] as const;

const ZoneRecordView = z.object({
  id: z.string(),
  kind: z.string(),
  kindTitle: z.string(),
  on: z.string(),
  year: z.int(),
  yuan: z.int().nullable(),
  agency: z.string().nullable(),
  data: z.record(z.string(), Json),
  personName: z.string(),
  organisationName: z.string(),
  knownFrom: z.string(),
  withdrawnBecause: z.string().nullable(),
  files: Files,
});
export type ZoneRecordView = z.infer<typeof ZoneRecordView>;

/** A stay in a zone as it is known now. */
const Stay = z.object({
  stay: z.string(),
  name: z.string(),
  creditCode: z.string().nullable(),
  from: z.string(),
  /** Last day inside; null while it is inside. */
  to: z.string().nullable(),
  /** The case in which it was proved and confirmed; null for what came with the title or was taken over. */
  case: z.string().nullable(),
});

/** What is put on record of a zone beside its plan (rows 4.1, 6.2, 10.1, 11.1). */
export const zoneRecordEndpoints = {
  describeZoneForms: endpoint({
    method: 'GET',
    path: '/zone-forms',
    summary: both('填报、登记表单', 'Forms of reports and records'),
    clause: '11.1',
    who: readers,
    /** Forms of what the asking office may report and record; null where it may not. */
    answer: z.object({
      task: Json.nullable(),
      indicator: Json.nullable(),
      withdraw: Json.nullable(),
      /** Every kind there is, so that records can be filtered and read; `isOwn`: the asking office records it. */
      records: z.array(z.object({ kind: z.enum(recordKinds), title: z.string(), isOwn: z.boolean(), input: Json })),
    }),
  }),
  listZoneEnterprises: endpoint({
    method: 'GET',
    path: '/zones/{id}/enterprises',
    summary: both('示范区内的企业', 'Enterprises of a zone'),
    clause: '9.4',
    who: readers,
    params: ById,
    answer: z.array(Stay),
  }),
  listZoneAgencies: endpoint({
    method: 'GET',
    path: '/zones/{id}/agencies',
    summary: both('示范区内的服务机构', 'Agencies of a zone'),
    clause: '6.2',
    who: readers,
    params: ById,
    /** Each with the organisation the agency is. */
    answer: z.array(Stay.extend({ id: z.string() })),
  }),
  addZoneRecord: endpoint({
    method: 'POST',
    path: '/zones/{id}/records',
    summary: both('登记资金、措施、指导、支持、人员', 'Record funds, measures, visits, support, staff'),
    clause: '11.1',
    who: ['applicant', 'county_reviewer', 'county_approver', 'centre_officer'],
    isCommand: true,
    status: 201,
    params: ById,
    body: ZoneRecordBody,
    answer: Created,
  }),
  withdrawZoneRecord: endpoint({
    method: 'POST',
    path: '/zone-records/{id}/withdraw',
    summary: both('撤销登记', 'Withdraw a record'),
    clause: '11.1',
    who: ['applicant', 'county_reviewer', 'county_approver', 'centre_officer'],
    isCommand: true,
    status: 204,
    params: ById,
    body: z.object({ reason: field(paragraph(2, 500), both('理由', 'Reason'), { widget: 'paragraph' }) }),
  }),
  listZoneRecords: endpoint({
    method: 'GET',
    path: '/zones/{id}/records',
    summary: both('示范区台账', 'Records of a zone'),
    clause: '11.1',
    who: readers,
    params: ById,
    query: z.object({
      kind: z.enum(recordKinds).optional(),
      year: Year.optional(),
      withdrawn: z.enum(['1']).optional(),
      after: z.string().max(200).optional(),
    }),
    answer: z.object({ rows: z.array(ZoneRecordView), next: z.string().nullable() }),
  }),
  listZoneMeasures: endpoint({
    method: 'GET',
    path: '/zones/{id}/measures',
    summary: both('公布的措施与优惠条件', 'Measures and preferential terms'),
    clause: '11.1',
    who: 'anyone',
    params: ById,
    query: z.object({ after: z.string().max(200).optional() }),
    answer: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          kindTitle: z.string(),
          title: z.string(),
          documentNumber: z.string(),
          on: z.string(),
          summary: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
} as const;
