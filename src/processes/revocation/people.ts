import type { Who } from '#core/people/relations.ts';

/** Who appears in a revocation, and how related; the owner is the building unit. */
export const applicant: Who = { role: 'applicant', relation: 'owner' };
export const centreOfficer: Who = { role: 'centre_officer', relation: 'any' };
export const clock: Who = { role: 'clock', relation: 'any' };
export const auditor: Who = { role: 'auditor', relation: 'any' };

/** Issues the notice of the intended revocation; never who drafted it. */
export const issuer: Who = { role: 'centre_approver', relation: 'any', notWho: ['draft_notice'] };
/** Decides; never who drafted the notice, held the hearing or made the proposal. */
export const decider: Who = { role: 'centre_approver', relation: 'any', notWho: ['open', 'draft_notice', 'record_hearing', 'propose'] };
