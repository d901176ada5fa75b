import type { Who } from '#core/people/relations.ts';

/** Who has to do with a stay, and how related; the owner is the building unit, the other party who stays, where it is registered. */
export const applicant: Who = { role: 'applicant', relation: 'owner' };
export const parties: readonly Who[] = [
  { role: 'agency', relation: 'counterparty' },
  { role: 'enterprise', relation: 'counterparty' },
];

export const inTheCounty = [
  { role: 'county_reviewer', relation: 'district' },
  { role: 'county_approver', relation: 'district' },
] as const satisfies readonly Who[];
export const atTheCentre = [
  { role: 'centre_officer', relation: 'any' },
  { role: 'centre_approver', relation: 'any' },
  { role: 'auditor', relation: 'any' },
] as const satisfies readonly Who[];

/** Never who recorded it, whichever office that was in: two persons in every case. */
export const confirmers: readonly Who[] = [...inTheCounty, atTheCentre[0], atTheCentre[1]].map((who) => ({ ...who, notWho: ['open'] }));
