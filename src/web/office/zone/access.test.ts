import { describe, expect, it } from 'vitest';
import { concernsZone } from './access.ts';

const zone = { district: '370303', operatorName: '稷门管委会' };
const office = (role: string, district: string | null = null, organisationName = '某单位') => ({ role, district, organisationName });

describe('The page of a zone', () => {
  it('is offered to the centre, the auditor, its county and its building unit', () => {
    for (const role of ['centre_officer', 'centre_approver', 'auditor']) expect(concernsZone(office(role), zone), role).toBe(true);
    for (const role of ['county_reviewer', 'county_approver']) expect(concernsZone(office(role, '370303'), zone), role).toBe(true);
    expect(concernsZone(office('applicant', '370303', '稷门管委会'), zone)).toBe(true);
  });

  it('is not offered to another county, another building unit or anybody else', () => {
    expect(concernsZone(office('county_reviewer', '370304'), zone)).toBe(false);
    expect(concernsZone(office('applicant', '370303', '别家'), zone)).toBe(false);
    for (const role of ['agency', 'enterprise', 'expert', 'bank', 'finance', 'administrator']) {
      expect(concernsZone(office(role, '370303', '稷门管委会'), zone), role).toBe(false);
    }
  });
});
