import { z } from 'zod';
import { creditCode, day, line } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

const Json = z.json();
const Created = z.object({ id: z.string() });

const ImportView = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(['checked', 'confirmed', 'discarded']),
  rowCount: z.int(),
  goodCount: z.int(),
  faults: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), says: z.string(), isWarning: z.boolean() })),
  sample: z.array(z.record(z.string(), z.string())),
  createdAt: z.string(),
  confirmedAt: z.string().nullable(),
  version: z.int(),
});
export type ImportView = z.infer<typeof ImportView>;

/** Facts of an agency and what the plan gives for them. */
export const factEndpoints = {
  listImports: endpoint({
    method: 'GET',
    path: '/grant-imports',
    summary: both('授权清单导入记录', 'Imports of grants'),
    clause: '9.5a',
    who: ['agency'],
    answer: z.array(ImportView),
  }),
  checkImport: endpoint({
    method: 'POST',
    path: '/grant-imports',
    summary: both('上传授权清单并逐行检查', 'Upload a list of grants and check every row'),
    clause: '9.5a',
    who: ['agency'],
    takesFile: true,
    status: 201,
    answer: ImportView,
  }),
  readImport: endpoint({
    method: 'GET',
    path: '/grant-imports/{id}',
    summary: both('查看导入', 'Read an import'),
    clause: '9.5a',
    who: ['agency'],
    params: z.object({ id: z.uuid() }),
    answer: ImportView,
  }),
  confirmImport: endpoint({
    method: 'POST',
    path: '/grant-imports/{id}/confirm',
    summary: both('确认导入', 'Confirm an import'),
    clause: '9.5a',
    who: ['agency'],
    params: z.object({ id: z.uuid() }),
    isCommand: true,
    namesVersion: true,
    answer: ImportView,
  }),
  discardImport: endpoint({
    method: 'POST',
    path: '/grant-imports/{id}/discard',
    summary: both('放弃导入', 'Discard an import'),
    clause: '9.5a',
    who: ['agency'],
    params: z.object({ id: z.uuid() }),
    isCommand: true,
    namesVersion: true,
    answer: ImportView,
  }),
  listFacts: endpoint({
    method: 'GET',
    path: '/facts',
    summary: both('本机构的事实', 'Facts of the agency'),
    clause: '9',
    who: ['agency'],
    query: z.object({
      kind: z.string().max(40).optional(),
      year: z.coerce.number().int().min(1900).max(2100).optional(),
      after: z.string().max(100).optional(),
    }),
    answer: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          matter: z.string(),
          validOn: z.string(),
          data: z.record(z.string(), Json),
          knownFrom: z.string(),
        }),
      ),
      next: z.string().nullable(),
      counts: z.array(z.object({ year: z.int(), kind: z.string(), count: z.int() })),
    }),
  }),
  addFact: endpoint({
    method: 'POST',
    path: '/facts',
    summary: both('登记事实', 'Record a fact'),
    clause: '9.4',
    who: ['agency'],
    isCommand: true,
    status: 201,
    body: z.object({
      caseNo: line(60),
      clientName: line(100),
      clientCode: creditCode(),
      effectiveDate: day(),
      isPatentCase: z.boolean(),
      isForeignRelated: z.boolean().nullable(),
      hasMajorInfluence: z.boolean().nullable(),
      outcome: z.enum(['won', 'lost', 'settled']),
      isFinal: z.boolean().nullable(),
      agencyFeeYuan: z.int('请填写整数元').min(0, '不能小于0').nullable(),
    }),
    answer: Created,
  }),
  readNearest: endpoint({
    method: 'GET',
    path: '/determination/nearest',
    summary: both('差一步：怎样能得到或得到更多', 'One step away: what would earn support, or more'),
    clause: '9',
    who: ['agency'],
    query: z.object({ year: z.coerce.number().int().min(2020).max(2100) }),
    answer: z.object({
      nearest: z.array(z.object({ clause: z.string(), says: z.string(), steps: z.int(), yuan: z.int() })),
      leftOut: z.array(z.object({ clause: z.string(), facts: z.array(z.string()), yuan: z.int(), says: z.string() })),
    }),
  }),
  readDetermination: endpoint({
    method: 'GET',
    path: '/determination',
    summary: both('本年度可得支持及理由', 'What the plan gives this year, and why'),
    clause: '9',
    who: ['agency'],
    query: z.object({ year: z.coerce.number().int().min(2020).max(2100) }),
    answer: z.object({ year: z.int(), asOf: z.string(), answer: Json, clauses: Json }),
  }),
} as const;
