import type { Who } from '#core/people/relations.ts';

/** Who appears in a recommendation, and how related; the owner is the building unit. */
export const applicant: Who = { role: 'applicant', relation: 'owner' };
export const county = [
  { role: 'county_reviewer', relation: 'district' },
  { role: 'county_approver', relation: 'district' },
] as const satisfies readonly Who[];
export const centreOfficer: Who = { role: 'centre_officer', relation: 'any' };
export const auditor: Who = { role: 'auditor', relation: 'any' };
export const clock: Who = { role: 'clock', relation: 'any' };

/** The centre's approver; never the person who opened or proposed the recommendation. */
export const centreApprover: Who = { role: 'centre_approver', relation: 'any', notWho: ['open', 'propose'] };
