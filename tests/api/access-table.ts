import type { OfficeRole } from '#core/people/roles.ts';

/**
 * Who is let in where, written down by hand from `forms.md` section 4 and the plan, not read from the contract: the
 * test compares the two. A route that is missing here, or here and gone, turns it red.
 */
export type Audience = 'anyone' | 'signed in' | readonly OfficeRole[];

const officer = 'centre_officer';
const approver = 'centre_approver';
const reviewer = 'county_reviewer';
const signer = 'county_approver';

const centre = [officer, approver] as const;
const centreAndAudit = [officer, approver, 'auditor'] as const;
const applicationReaders = ['applicant', reviewer, signer, officer, approver, 'expert', 'auditor'] as const;
const callReaders = ['applicant', reviewer, signer, officer, approver, 'auditor'] as const;
const everybodyWithAnOffice = [
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

export const accessTable: Readonly<Record<string, Audience>> = {
  // Signing in, one's own account
  'POST /session': 'anyone',
  'GET /session': 'anyone',
  'DELETE /session': 'anyone',
  'POST /session/second-factor': 'signed in',
  'POST /session/office': 'signed in',
  'POST /account/password': 'signed in',
  'POST /account/second-factor': 'signed in',
  'POST /account/second-factor/confirm': 'signed in',
  'GET /account/sessions': 'signed in',
  'DELETE /account/sessions/{id}': 'signed in',
  'GET /messages': 'signed in',
  'POST /messages/read': 'signed in',

  // What is public
  'GET /processes': 'anyone',
  'GET /calls': 'anyone',
  'GET /zones': 'anyone',
  'GET /receipts/{code}': 'anyone',
  'GET /readings': 'anyone',
  'POST /determine': 'anyone',
  'POST /demo/clock': 'anyone',

  // Work
  'GET /duties': everybodyWithAnOffice,
  'GET /filings/{id}/{n}': everybodyWithAnOffice,
  'GET /scores/{id}/draft': ['expert'],
  'PUT /scores/{id}/draft': ['expert'],
  'GET /calls/{id}/ranking': centreAndAudit,
  'POST /files': everybodyWithAnOffice,
  'GET /files/{hash}': 'signed in',

  // Organisations and people
  'GET /organisations': ['administrator', officer, approver, 'auditor'],
  'POST /organisations': ['administrator'],
  'GET /people': ['administrator', 'auditor'],
  'POST /people': ['administrator'],
  'POST /people/{id}/disable': ['administrator'],
  'POST /zone-memberships': ['administrator', officer, 'applicant'],

  // Facts of an agency
  'GET /fact-kinds': 'signed in',
  'GET /fact-kinds/{kind}/template.csv': ['agency'],
  'GET /fact-imports': ['agency'],
  'POST /fact-imports': ['agency'],
  'GET /fact-imports/{id}': ['agency'],
  'POST /fact-imports/{id}/confirm': ['agency'],
  'POST /fact-imports/{id}/discard': ['agency'],
  'GET /facts': ['agency', officer, approver, 'auditor'],
  'GET /facts/{id}': ['agency', officer, approver, 'auditor', 'enterprise', 'bank'],
  'POST /facts': ['agency', officer],
  'POST /facts/{id}/correct': ['agency', officer],
  'POST /facts/{id}/withdraw': ['agency', officer],
  'POST /facts/{id}/confirm': ['enterprise', 'bank', approver],
  'GET /fact-confirmations': ['enterprise', 'bank', approver],
  'GET /determination': ['agency'],
  'GET /determination/nearest': ['agency'],

  // Yearly determinations
  'POST /determination-runs': [officer],
  'GET /determination-runs': centreAndAudit,
  'GET /determination-runs/{id}': centreAndAudit,

  // Audit
  'GET /audit': ['auditor'],
  'GET /audit/check': ['auditor'],

  // Calls
  'GET /cases/call': callReaders,
  'GET /cases/call/export.csv': callReaders,
  'GET /cases/call/{id}': callReaders,
  'POST /cases/call': [officer],
  'POST /cases/call/{id}/announce': [approver],
  'POST /cases/call/{id}/drop': centre,
  'POST /cases/call/{id}/close': [officer],

  // Applications
  'GET /cases/application': applicationReaders,
  'GET /cases/application/export.csv': applicationReaders,
  'GET /cases/application/{id}': applicationReaders,
  'POST /cases/application': ['applicant'],
  'POST /cases/application/{id}/fill-in': ['applicant'],
  'POST /cases/application/{id}/file': ['applicant'],
  'POST /cases/application/{id}/withdraw': ['applicant'],
  'POST /cases/application/{id}/amend': ['applicant'],
  'POST /cases/application/{id}/resubmit': ['applicant'],
  'POST /cases/application/{id}/county-check': [reviewer],
  'POST /cases/application/{id}/endorse': [signer],
  'POST /cases/application/{id}/county-return': [signer],
  'POST /cases/application/{id}/county-reject': [signer],
  'POST /cases/application/{id}/send-back': [signer],
  'POST /cases/application/{id}/draw-panel': [officer],
  'POST /cases/application/{id}/replace-recused': [officer],
  'POST /cases/application/{id}/declare-clear': ['expert'],
  'POST /cases/application/{id}/recuse': ['expert'],
  'POST /cases/application/{id}/seal-sheet': ['expert'],
  'POST /cases/application/{id}/record-inspection': [officer, 'expert'],
  'POST /cases/application/{id}/open-scores': [officer],
  'POST /cases/application/{id}/propose-selection': [officer],
  'POST /cases/application/{id}/confirm-selection': [approver],
  'POST /cases/application/{id}/confirm-rejection': [approver],
  'POST /cases/application/{id}/send-back-selection': [approver],
  'POST /cases/application/{id}/revise-after-objection': [approver],
  'POST /cases/application/{id}/designate': [approver],

  // Objections
  'GET /cases/objection': centreAndAudit,
  'GET /cases/objection/export.csv': centreAndAudit,
  'GET /cases/objection/{id}': centreAndAudit,
  'POST /cases/objection': 'anyone',
  'POST /cases/objection/{id}/propose-answer': [officer],
  'POST /cases/objection/{id}/send-back': [approver],
  'POST /cases/objection/{id}/answer': [approver],

  // Rulings
  'GET /cases/ruling': centreAndAudit,
  'GET /cases/ruling/export.csv': centreAndAudit,
  'GET /cases/ruling/{id}': centreAndAudit,
  'POST /cases/ruling': [officer],
  'POST /cases/ruling/{id}/put-in-force': [approver],
  'POST /cases/ruling/{id}/drop': centre,
};
