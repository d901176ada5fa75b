import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import { factKindNames } from '#policy/zibo-2020/fact-kinds/index.ts';
import { endpoint } from './endpoint.ts';

const city = ['centre_officer', 'centre_approver', 'auditor'] as const;

const BarView = z.object({
  case: z.string(),
  number: z.string(),
  agencyName: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  documentNumber: z.string(),
  isStanding: z.boolean(),
  endedAt: z.string().nullable(),
  endedBecause: z.string().nullable(),
});
export type BarView = z.infer<typeof BarView>;

const FindingView = z.object({
  case: z.string(),
  number: z.string(),
  agencyName: z.string(),
  kind: z.enum(factKindNames),
  kindTitle: z.string(),
  matter: z.string(),
  /** The version that counted until then; null where there was none any more. */
  fact: z.string().nullable(),
  findings: z.string(),
  documentNumber: z.string(),
  at: z.string(),
  restoredAt: z.string().nullable(),
  restoredBecause: z.string().nullable(),
});
export type FindingView = z.infer<typeof FindingView>;

/** What recoveries decided besides the money (I-47): bars on claims and facts found false, with what took them back. */
export const falseClaimEndpoints = {
  listBars: endpoint({
    method: 'GET',
    path: '/claim-bars',
    summary: both('申领限制', 'Bars on claims'),
    clause: 'operational',
    who: city,
    answer: z.object({ rows: z.array(BarView) }),
  }),
  listFindings: endpoint({
    method: 'GET',
    path: '/fact-findings',
    summary: both('认定不实的事项', 'Matters found false'),
    clause: 'operational',
    who: city,
    query: z.object({ after: z.string().max(100).optional() }),
    answer: z.object({ rows: z.array(FindingView), next: z.string().nullable() }),
  }),
} as const;
