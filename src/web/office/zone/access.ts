type Zone = { readonly district: string; readonly operatorName: string };
type Office = { readonly role: string; readonly organisationName: string; readonly district: string | null };

/** Whether the office has to do with the zone, so that its page is worth a link; the server decides. */
export function concernsZone({ role, organisationName, district }: Office, zone: Zone): boolean {
  switch (role) {
    case 'centre_officer':
    case 'centre_approver':
    case 'auditor':
      return true;
    case 'county_reviewer':
    case 'county_approver':
      return zone.district === district;
    case 'applicant':
      return zone.operatorName === organisationName;
    default:
      return false;
  }
}
