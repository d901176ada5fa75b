import { z } from 'zod';
import { day } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

const Json = z.json();
const centre = ['centre_officer', 'centre_approver', 'auditor'] as const;

const Run = z.object({
  id: z.string(),
  year: z.int(),
  asOf: z.string(),
  knownAt: z.string(),
  readingsVersion: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  agencies: z.int(),
  done: z.int(),
  digest: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});
export type RunView = z.infer<typeof Run>;

/** Determinations: of a case file without a database, and of a whole year over the stored facts. */
export const determinationEndpoints = {
  determineCase: endpoint({
    method: 'POST',
    path: '/determine',
    summary: both('核算案情文件', 'Determine a case file'),
    clause: '9',
    who: 'anyone',
    query: z.object({ explain: z.enum(['0', '1']).default('0') }),
    body: Json,
    answer: Json,
  }),
  listReadings: endpoint({
    method: 'GET',
    path: '/readings',
    summary: both('解释与口径', 'Readings of the plan'),
    clause: '16.1',
    who: 'anyone',
    answer: z.array(
      z.object({
        id: z.string(),
        key: z.string(),
        clause: z.string(),
        title: z.string(),
        question: z.string(),
        reasoning: z.string(),
        default: Json,
        value: Json,
        options: z.array(z.object({ value: Json, label: z.string() })),
        status: z.enum(['default_unconfirmed', 'confirmed', 'replaced']),
        document: z.string().nullable(),
        isUrgent: z.boolean(),
      }),
    ),
  }),
  startRun: endpoint({
    method: 'POST',
    path: '/determination-runs',
    summary: both('开始年度核算', 'Start a yearly determination'),
    clause: '9.6',
    who: ['centre_officer'],
    isCommand: true,
    status: 201,
    body: z.object({
      year: z.int('请填写年份').min(2020, '年份过早').max(2100, '年份过晚'),
      asOf: day().optional(),
      knownAt: z.iso.datetime({ offset: true, message: '应为带时区的时刻' }).optional(),
    }),
    answer: z.object({ id: z.string() }),
  }),
  listRuns: endpoint({
    method: 'GET',
    path: '/determination-runs',
    summary: both('年度核算', 'Yearly determinations'),
    clause: '9.6',
    who: centre,
    answer: z.array(Run),
  }),
  readRun: endpoint({
    method: 'GET',
    path: '/determination-runs/{id}',
    summary: both('查看年度核算', 'Read a yearly determination'),
    clause: '9.6',
    who: centre,
    params: z.object({ id: z.uuid() }),
    answer: Run.extend({
      rows: z.array(
        z.object({
          agency: z.string(),
          name: z.string(),
          cashYuan: z.int(),
          voucherYuan: z.int(),
          openCount: z.int(),
          items: z.array(
            z.object({
              clause: z.string(),
              cite: z.string(),
              eligible: z.boolean().nullable(),
              ceilingYuan: z.int(),
              kind: z.string(),
              code: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),
} as const;
