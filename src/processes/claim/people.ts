import { centreApproverBut } from '#core/people/offices.ts';
import type { Who } from '#core/people/relations.ts';

/** Who appears in a claim besides the offices of the centre. */
export const agency: Who = { role: 'agency', relation: 'owner' };
export const finance: Who = { role: 'finance', relation: 'any' };

/** Checking, proposing and approving are never one person (I-28, avoidance). */
export const centreApprover = centreApproverBut('check', 'propose', 'propose_computed', 'propose_at_share', 'propose_refusal');

/** Whoever ordered money back does not book its return, nor does who proposed it order it. */
export const recoveryApprover = centreApproverBut('propose_recovery');

/** Who takes a finding or a bar back had no hand in it. */
export const correctionApprover = centreApproverBut('propose_recovery', 'order_recovery');
