import { centreApproverBut, centreOfficer } from '#core/people/offices.ts';
import type { Who } from '#core/people/relations.ts';

const claiming = ['open', 'file', 'refile'] as const;

/** Who appears in a claim. Filing, checking and proposing, approving and booking are never one person, whatever offices one holds (I-28, avoidance). */
export const agency: Who = { role: 'agency', relation: 'owner' };
export const claimOfficer: Who = { ...centreOfficer, notWho: claiming };
export const centreApprover = centreApproverBut(...claiming, 'check', 'propose', 'propose_computed', 'propose_at_share', 'propose_refusal');

/** Whoever ordered money back does not book its return, nor does who proposed it order it. */
export const finance: Who = { role: 'finance', relation: 'any', notWho: [...claiming, 'propose_recovery', 'order_recovery'] };
export const recoveryApprover = centreApproverBut('propose_recovery');

/** Who takes a finding or a bar back had no hand in it. */
export const correctionApprover = centreApproverBut('propose_recovery', 'order_recovery');
