import type { Who } from '#core/people/relations.ts';

/** Who appears in a claim. Checking, proposing and approving are never one person (I-28, avoidance). */
export const agency: Who = { role: 'agency', relation: 'owner' };
export const centreOfficer: Who = { role: 'centre_officer', relation: 'any' };
export const centreApprover: Who = {
  role: 'centre_approver',
  relation: 'any',
  notWho: ['check', 'propose', 'propose_computed', 'propose_at_share', 'propose_refusal'],
};
export const finance: Who = { role: 'finance', relation: 'any' };
export const auditor: Who = { role: 'auditor', relation: 'any' };
export const clock: Who = { role: 'clock', relation: 'any' };

/** Whoever ordered money back does not book its return, nor does who proposed it order it. */
export const recoveryApprover: Who = { role: 'centre_approver', relation: 'any', notWho: ['propose_recovery'] };

/** Who takes a finding or a bar back had no hand in it. */
export const correctionApprover: Who = { role: 'centre_approver', relation: 'any', notWho: ['propose_recovery', 'order_recovery'] };
