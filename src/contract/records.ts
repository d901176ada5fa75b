import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import { creditCode, line } from '#core/form/fields.ts';
import { officeRoles, organisationKinds } from '#core/people/roles.ts';
import { endpoint } from './endpoint.ts';

const Created = z.object({ id: z.string() });
const admin = ['administrator'] as const;
const kinds = Object.keys(organisationKinds) as [keyof typeof organisationKinds, ...(keyof typeof organisationKinds)[]];

/** Organisations, people, offices: the system administrator's tables. */
export const peopleEndpoints = {
  listOrganisations: endpoint({
    method: 'GET',
    path: '/organisations',
    summary: both('单位', 'Organisations'),
    who: ['administrator', 'centre_officer', 'centre_approver', 'auditor'],
    query: z.object({ kind: z.enum(kinds).optional(), q: z.string().max(100).optional() }),
    answer: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        kindTitle: z.string(),
        name: z.string(),
        creditCode: z.string().nullable(),
        districtName: z.string().nullable(),
        isInvented: z.boolean(),
      }),
    ),
  }),
  addOrganisation: endpoint({
    method: 'POST',
    path: '/organisations',
    summary: both('登记单位', 'Add an organisation'),
    who: admin,
    isCommand: true,
    status: 201,
    body: z.object({
      kind: z.enum(kinds),
      name: line(100),
      creditCode: creditCode().nullable().default(null),
      agencyCode: z
        .string()
        .regex(/^\d{5}$/, '专利代理机构代码为5位数字')
        .nullable()
        .default(null),
      district: z.string().max(20).nullable().default(null),
      address: z.string().max(200).default(''),
    }),
    answer: Created,
  }),
  listPeople: endpoint({
    method: 'GET',
    path: '/people',
    summary: both('人员', 'People'),
    who: ['administrator', 'auditor'],
    query: z.object({ q: z.string().max(100).optional() }),
    answer: z.array(
      z.object({
        id: z.string(),
        username: z.string(),
        name: z.string(),
        isDisabled: z.boolean(),
        hasSecondFactor: z.boolean(),
        offices: z.array(z.object({ roleTitle: z.string(), organisationName: z.string() })),
      }),
    ),
  }),
  addPerson: endpoint({
    method: 'POST',
    path: '/people',
    summary: both('登记人员', 'Add a person'),
    who: admin,
    isCommand: true,
    status: 201,
    body: z.object({
      username: z.string('请填写用户名').regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, '用户名为2至40位小写字母、数字、点、下划线或短横'),
      name: line(40),
      email: z.email('邮箱格式不对').nullable().default(null),
      password: z.string('请填写初始密码').min(12, '密码不少于12位').max(200, '密码过长'),
      offices: z.array(z.object({ organisation: z.uuid(), role: z.enum(officeRoles as [string, ...string[]]) })).min(1, '至少一个身份'),
      expert: z
        .object({
          field: line(60),
          employerName: line(100),
          employerCode: creditCode(),
          ties: z.array(z.object({ creditCode: creditCode(), name: line(100), kind: line(20) })).max(50),
        })
        .nullable()
        .default(null),
    }),
    answer: Created,
  }),
  disablePerson: endpoint({
    method: 'POST',
    path: '/people/{id}/disable',
    summary: both('停用账号', 'Disable an account'),
    who: admin,
    isCommand: true,
    params: z.object({ id: z.uuid() }),
    status: 204,
  }),
} as const;

const FileMark = z.object({ hash: z.string(), fileName: z.string(), size: z.int(), type: z.string() });

/** Files, calls, zones, notices and receipts. */
export const recordEndpoints = {
  uploadFile: endpoint({
    method: 'POST',
    path: '/files',
    summary: both('上传文件', 'Upload a file'),
    who: 'signed in',
    takesFile: true,
    status: 201,
    answer: FileMark,
  }),
  downloadFile: endpoint({
    method: 'GET',
    path: '/files/{hash}',
    summary: both('下载文件', 'Download a file'),
    who: 'signed in',
    params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    query: z.object({ case: z.uuid().optional(), fact: z.uuid().optional(), zone: z.uuid().optional() }),
    givesFile: true,
  }),
  listCalls: endpoint({
    method: 'GET',
    path: '/calls',
    summary: both('申报批次', 'Calls'),
    clause: '8.2',
    who: 'anyone',
    answer: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        year: z.int(),
        places: z.int(),
        opensAt: z.string(),
        closesAt: z.string(),
        isOpen: z.boolean(),
      }),
    ),
  }),
  listZones: endpoint({
    method: 'GET',
    path: '/zones',
    summary: both('示范区名册', 'Register of zones'),
    clause: '2.1',
    who: 'anyone',
    answer: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        certificate: z.string(),
        name: z.string(),
        district: z.string(),
        districtName: z.string(),
        siteKindTitle: z.string(),
        boundary: z.string(),
        industries: z.array(z.string()),
        operatorName: z.string(),
        designatedOn: z.string(),
        status: z.string(),
        /** Day from which the status holds. */
        statusSince: z.string(),
        /** Withdrawn because it was got by deceit: the title never stood (I-06). */
        isVoid: z.boolean(),
      }),
    ),
  }),
  checkReceipt: endpoint({
    method: 'GET',
    path: '/receipts/{code}',
    summary: both('核验回执', 'Check a receipt'),
    who: 'anyone',
    params: z.object({ code: z.string().regex(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/) }),
    answer: z.object({ isGenuine: z.boolean(), number: z.string(), title: z.string(), at: z.string(), hash: z.string(), says: z.string() }),
  }),
  moveClock: endpoint({
    method: 'POST',
    path: '/demo/clock',
    summary: both('演示：拨动时钟', 'Demonstration: move the clock'),
    who: 'anyone',
    isDemo: true,
    body: z.union([z.object({ workdays: z.int().min(1).max(60) }), z.object({ to: z.iso.datetime({ offset: true }) })]),
    answer: z.object({ now: z.string(), today: z.string() }),
  }),
} as const;
