import { z } from 'zod';
import { line } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { agencyKindNames, factKindNames } from '#policy/zibo-2020/fact-kinds/index.ts';
import { endpoint } from './endpoint.ts';

const Json = z.json();
const Created = z.object({ id: z.string() });
const Kind = z.enum(factKindNames);
const Data = z.record(z.string(), Json);
const byId = z.object({ id: z.uuid() });

const ImportView = z.object({
  id: z.string(),
  kind: Kind,
  fileName: z.string(),
  state: z.enum(['checked', 'confirmed', 'discarded']),
  rowCount: z.int(),
  goodCount: z.int(),
  /** All there are; `faults` holds at most 500 of them, refusals before warnings. */
  errorCount: z.int(),
  warningCount: z.int(),
  faults: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), says: z.string(), isWarning: z.boolean() })),
  sample: z.array(z.record(z.string(), z.string())),
  createdAt: z.string(),
  confirmedAt: z.string().nullable(),
  version: z.int(),
});
export type ImportView = z.infer<typeof ImportView>;

const Confirmation = z.object({
  organisationName: z.string(),
  personName: z.string(),
  isConfirmed: z.boolean(),
  remark: z.string(),
  at: z.string(),
});

const FactView = z.object({
  id: z.string(),
  kind: Kind,
  agency: z.string(),
  agencyName: z.string(),
  matter: z.string(),
  validOn: z.string(),
  data: Data,
  /** Names of the files the fact holds, by their hash. */
  files: z.record(z.string(), z.string()),
  knownFrom: z.string(),
  knownTo: z.string().nullable(),
  /** Why this version took the place of an earlier one. */
  reason: z.string().nullable(),
  /** Why it was withdrawn. */
  withdrawnBecause: z.string().nullable(),
  /** The recovery that found it false, with what took that back; null for what nobody doubted (I-47). */
  finding: z
    .object({
      case: z.string(),
      number: z.string(),
      documentNumber: z.string(),
      findings: z.string(),
      at: z.string(),
      restoredAt: z.string().nullable(),
      restoredBecause: z.string().nullable(),
    })
    .nullable(),
  confirmedBy: z.enum(['enterprise', 'bank', 'centre_approver']).nullable(),
  /** `stands`: nobody else is asked, or all have confirmed; `awaited`; `disputed`: somebody said no. */
  standing: z.enum(['stands', 'awaited', 'disputed']),
  confirmations: z.array(Confirmation),
  /** Fields whose required document is still missing. */
  missingEvidence: z.array(z.string()),
});
export type FactView = z.infer<typeof FactView>;

const FactKindView = z.object({
  name: Kind,
  title: z.string(),
  clause: z.string(),
  enteredBy: z.array(z.enum(['agency', 'centre_officer'])),
  confirmedBy: z.enum(['enterprise', 'bank', 'centre_approver']).nullable(),
  form: Json,
  evidence: z.array(z.object({ field: z.string(), title: z.string(), isRequired: z.boolean() })),
  /** Columns of the table that may be imported; empty where a list is not taken. */
  columns: z.array(z.object({ title: z.string(), isRequired: z.boolean() })),
});

const Warnings = z.array(z.object({ field: z.string(), says: z.string() }));
const readers = ['agency', 'centre_officer', 'centre_approver', 'auditor', 'enterprise', 'bank'] as const;
const authors = ['agency', 'centre_officer'] as const;

/** Facts of an agency: entering, correcting, withdrawing and confirming them. */
const ownFacts = {
  describeFactKinds: endpoint({
    method: 'GET',
    path: '/fact-kinds',
    summary: both('各类事实及其表单', 'Kinds of facts and their forms'),
    clause: '9',
    who: 'signed in',
    answer: z.array(FactKindView),
  }),
  readFactTemplate: endpoint({
    method: 'GET',
    path: '/fact-kinds/{kind}/template.csv',
    summary: both('下载导入模板', 'Template of an import'),
    clause: '9',
    who: ['agency'],
    params: z.object({ kind: z.enum(agencyKindNames) }),
    givesFile: true,
  }),
  listFacts: endpoint({
    method: 'GET',
    path: '/facts',
    summary: both('本机构的事实', 'Facts of the agency'),
    clause: '9',
    who: ['agency', 'centre_officer', 'centre_approver', 'auditor'],
    query: z.object({
      kind: z.string().max(40).optional(),
      year: z.coerce.number().int().min(1900).max(2100).optional(),
      after: z.string().max(100).optional(),
      /** Whose facts; the centre and the audit office name it, an agency always reads its own. */
      agency: z.uuid().optional(),
      /** Versions that were corrected or withdrawn come along. */
      history: z.enum(['0', '1']).optional(),
    }),
    answer: z.object({
      rows: z.array(FactView),
      next: z.string().nullable(),
      counts: z.array(z.object({ year: z.int(), kind: z.string(), count: z.int() })),
    }),
  }),
  readFact: endpoint({
    method: 'GET',
    path: '/facts/{id}',
    summary: both('查看事实及其历次版本', 'Read a fact with its versions'),
    clause: '9',
    who: readers,
    params: byId,
    answer: FactView.extend({ history: z.array(FactView) }),
  }),
  addFact: endpoint({
    method: 'POST',
    path: '/facts',
    summary: both('登记事实', 'Record a fact'),
    clause: '9',
    who: authors,
    isCommand: true,
    status: 201,
    body: z.object({ kind: Kind, agency: z.uuid().optional(), data: Data }),
    answer: Created.extend({ warnings: Warnings }),
  }),
  correctFact: endpoint({
    method: 'POST',
    path: '/facts/{id}/correct',
    summary: both('更正事实', 'Correct a fact'),
    clause: '9',
    who: authors,
    params: byId,
    isCommand: true,
    status: 201,
    body: z.object({ data: Data, reason: line(500) }),
    answer: Created.extend({ warnings: Warnings }),
  }),
  withdrawFact: endpoint({
    method: 'POST',
    path: '/facts/{id}/withdraw',
    summary: both('撤回事实', 'Withdraw a fact'),
    clause: '9',
    who: authors,
    params: byId,
    isCommand: true,
    status: 204,
    body: z.object({ reason: line(500) }),
  }),
  listFactsToConfirm: endpoint({
    method: 'GET',
    path: '/fact-confirmations',
    summary: both('待本单位确认的事实', 'Facts this organisation is asked to confirm'),
    clause: '9',
    who: ['enterprise', 'bank', 'centre_approver'],
    query: z.object({ after: z.string().max(100).optional(), answered: z.enum(['0', '1']).optional() }),
    answer: z.object({ rows: z.array(FactView), next: z.string().nullable() }),
  }),
  confirmFact: endpoint({
    method: 'POST',
    path: '/facts/{id}/confirm',
    summary: both('确认或否认事实', 'Confirm or deny a fact'),
    clause: '9',
    who: ['enterprise', 'bank', 'centre_approver'],
    params: byId,
    isCommand: true,
    status: 204,
    body: z.object({ isConfirmed: z.boolean(), remark: z.string().trim().max(500, '最多500个字').default('') }),
  }),
} as const;

/** Lists of facts: upload, check, decide. */
const imports = {
  listImports: endpoint({
    method: 'GET',
    path: '/fact-imports',
    summary: both('清单导入记录', 'Imports of lists'),
    clause: '9',
    who: ['agency'],
    query: z.object({ kind: z.enum(agencyKindNames).optional() }),
    answer: z.array(ImportView),
  }),
  checkImport: endpoint({
    method: 'POST',
    path: '/fact-imports',
    summary: both('上传清单并逐行检查', 'Upload a list and check every row'),
    clause: '9',
    who: ['agency'],
    query: z.object({ kind: z.enum(agencyKindNames).default('invention_grant') }),
    takesFile: true,
    status: 201,
    answer: ImportView,
  }),
  readImport: endpoint({
    method: 'GET',
    path: '/fact-imports/{id}',
    summary: both('查看导入', 'Read an import'),
    clause: '9',
    who: ['agency'],
    params: byId,
    answer: ImportView,
  }),
  confirmImport: endpoint({
    method: 'POST',
    path: '/fact-imports/{id}/confirm',
    summary: both('确认导入', 'Confirm an import'),
    clause: '9',
    who: ['agency'],
    params: byId,
    isCommand: true,
    namesVersion: true,
    answer: ImportView,
  }),
  discardImport: endpoint({
    method: 'POST',
    path: '/fact-imports/{id}/discard',
    summary: both('放弃导入', 'Discard an import'),
    clause: '9',
    who: ['agency'],
    params: byId,
    isCommand: true,
    namesVersion: true,
    answer: ImportView,
  }),
} as const;

/** What the plan gives for an agency's facts. */
const determination = {
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

/** Facts of an agency and what the plan gives for them. */
export const factEndpoints = { ...ownFacts, ...imports, ...determination } as const;
