import type { Who } from '#core/people/relations.ts';

/** Who appears in the yearly recognition, and how related; the owner is the building unit. */
export const applicant: Who = { role: 'applicant', relation: 'owner' };
export const countyReviewer: Who = { role: 'county_reviewer', relation: 'district' };
export const countyApprover: Who = { role: 'county_approver', relation: 'district', notWho: ['county_check'] };
export const centreOfficer: Who = { role: 'centre_officer', relation: 'any' };
export const expert: Who = { role: 'expert', relation: 'assigned' };
export const clock: Who = { role: 'clock', relation: 'any' };
export const auditor: Who = { role: 'auditor', relation: 'any' };

/** The centre's approver; never the person who proposed the grade. */
export const centreApprover: Who = { role: 'centre_approver', relation: 'any', notWho: ['propose_grade'] };
