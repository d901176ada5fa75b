import type { OfficeRole } from '#core/people/roles.ts';

/** Who may be let in: everybody, whoever has signed in, or these offices. */
export type Audience = 'anyone' | 'signed in' | readonly OfficeRole[];

export const officer = 'centre_officer';
export const approver = 'centre_approver';
export const reviewer = 'county_reviewer';
export const signer = 'county_approver';

export const centre = [officer, approver] as const;
export const centreAndAudit = [officer, approver, 'auditor'] as const;
/** Whoever has to do with a zone: its building unit, its county, the centre, the auditor. */
export const zoneReaders = ['applicant', reviewer, signer, officer, approver, 'auditor'] as const;
export const residenceReaders = [...zoneReaders, 'agency', 'enterprise'] as const;
export const applicationReaders = ['applicant', reviewer, signer, officer, approver, 'expert', 'auditor'] as const;
export const moneyReaders = [officer, approver, 'auditor', 'finance'] as const;
export const claimReaders = ['agency', ...moneyReaders] as const;
export const redemptionReaders = ['agency', 'enterprise', ...moneyReaders] as const;
export const callReaders = ['applicant', reviewer, signer, officer, approver, 'auditor'] as const;
export const everybodyWithAnOffice = [
  'applicant',
  reviewer,
  signer,
  officer,
  approver,
  'expert',
  'agency',
  'enterprise',
  'bank',
  'finance',
  'auditor',
  'administrator',
] as const;
