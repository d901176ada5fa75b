import type { Who } from '#core/people/relations.ts';

/** Who appears in a rectification, and how related; the owner is the building unit. */
export const applicant: Who = { role: 'applicant', relation: 'owner' };
export const countyReviewer: Who = { role: 'county_reviewer', relation: 'district' };
export const countyApprover: Who = { role: 'county_approver', relation: 'district', notWho: ['county_check'] };
export const centreOfficer: Who = { role: 'centre_officer', relation: 'any' };
export const clock: Who = { role: 'clock', relation: 'any' };
export const auditor: Who = { role: 'auditor', relation: 'any' };

/** The centre's approver: never who drafted the notice, proposed the extension or rechecked. */
const approver = (...notWho: string[]): Who => ({ role: 'centre_approver', relation: 'any', notWho });
export const issuer = approver('draft_notice');
export const extender = approver('propose_extension');
export const decider = approver('record_recheck', 'count_as_failed');
