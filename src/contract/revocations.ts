import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

/**
 * How far a support was looked at: nobody has begun, a recovery is proposed, ordered or done, or one was proposed and
 * dropped because the agency acted in good faith.
 */
const Recovery = z.enum(['not_begun', 'proposed', 'ordered', 'repaid', 'dropped']);

const TitleSupport = z.object({
  case: z.string(),
  number: z.string(),
  agencyName: z.string(),
  clauseTitle: z.string(),
  amountFen: z.int(),
  paidFen: z.int(),
  /** Owed and held. */
  unpaidFen: z.int(),
  recovery: Recovery,
  /** Demanded back and not come in yet. */
  demandedFen: z.int(),
  /** The voucher it was given as; null for money. A recovery cancels what is left on it. */
  voucher: z
    .object({ number: z.string(), balanceFen: z.int(), validTo: z.string(), ended: z.enum(['expired', 'cancelled']).nullable() })
    .nullable(),
});
export type TitleSupport = z.infer<typeof TitleSupport>;

/** What is looked at after a title was withdrawn for deceit (rows 9, 14.3d; I-39, I-47). */
export const revocationEndpoints = {
  listTitleSupports: endpoint({
    method: 'GET',
    path: '/revocations/{id}/supports',
    summary: both('按自始无效的资格已给的支持', 'Support granted on a title that never stood'),
    clause: '14.3d',
    who: ['centre_officer', 'centre_approver', 'auditor'],
    params: z.object({ id: z.uuid() }),
    answer: z.object({ rows: z.array(TitleSupport), notBegun: z.int() }),
  }),
} as const;
