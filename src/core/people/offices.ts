import type { Who } from './relations.ts';

/** Offices as processes name them. A process adds who may not act because of what they did before. */
export const applicant: Who = { role: 'applicant', relation: 'owner' };
export const countyReviewer: Who = { role: 'county_reviewer', relation: 'district' };
export const centreOfficer: Who = { role: 'centre_officer', relation: 'any' };
export const expert: Who = { role: 'expert', relation: 'assigned' };
export const clock: Who = { role: 'clock', relation: 'any' };

/** The county's approver, but nobody who did one of these events. */
export const countyApproverBut = (...notWho: readonly string[]): Who => ({ role: 'county_approver', relation: 'district', notWho });

/** The centre's approver, but nobody who did one of these events. */
export const centreApproverBut = (...notWho: readonly string[]): Who => ({ role: 'centre_approver', relation: 'any', notWho });

/** Everybody of the case's county, for reading. */
export const inTheCounty: readonly Who[] = [countyReviewer, { role: 'county_approver', relation: 'district' }];

/** Everybody of the centre, and the auditor, for reading. */
export const atTheCentre: readonly Who[] = [
  centreOfficer,
  { role: 'centre_approver', relation: 'any' },
  { role: 'auditor', relation: 'any' },
];
