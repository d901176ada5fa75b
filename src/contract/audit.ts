import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

/** The audit log for whoever audits: every entry, and whether the chains hold. */
export const auditEndpoints = {
  listAudit: endpoint({
    method: 'GET',
    path: '/audit',
    summary: both('审计日志', 'Audit log'),
    who: ['auditor'],
    query: z.object({
      kind: z.string().max(80).optional(),
      subject: z.uuid().optional(),
      after: z.string().max(200).optional(),
    }),
    answer: z.object({
      rows: z.array(
        z.object({
          stream: z.int(),
          seq: z.int(),
          at: z.string(),
          kind: z.string(),
          /** The kind as people read it. */
          title: z.string(),
          subject: z.string().nullable(),
          personName: z.string().nullable(),
          officeTitle: z.string(),
          body: z.string(),
          hash: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  checkAudit: endpoint({
    method: 'GET',
    path: '/audit/check',
    summary: both('核验日志链', 'Check the chains of the log'),
    who: ['auditor'],
    answer: z.object({
      isWhole: z.boolean(),
      says: z.string(),
      chains: z.array(z.object({ stream: z.int(), entries: z.int(), head: z.string(), broken: z.int().nullable() })),
    }),
  }),
} as const;
