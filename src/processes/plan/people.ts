import type { Who } from '#core/people/relations.ts';

/** Who appears in the procedure of the plan, and how related. Checking and deciding are two persons in both houses. */
export const applicant: Who = { role: 'applicant', relation: 'owner' };
export const countyReviewer: Who = { role: 'county_reviewer', relation: 'district' };
export const countyApprover: Who = { role: 'county_approver', relation: 'district', notWho: ['county_check'] };
export const centreOfficer: Who = { role: 'centre_officer', relation: 'any' };
export const centreApprover: Who = { role: 'centre_approver', relation: 'any', notWho: ['centre_check'] };
export const auditor: Who = { role: 'auditor', relation: 'any' };
export const clock: Who = { role: 'clock', relation: 'any' };
