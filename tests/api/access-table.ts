import {
  type Audience,
  officer,
  approver,
  reviewer,
  signer,
  centre,
  centreAndAudit,
  applicationReaders,
  callReaders,
  everybodyWithAnOffice,
} from './access-audiences.ts';
import { moneyAccess } from './access-money.ts';
import { zoneAccess } from './access-zones.ts';

/**
 * Who is let in where, written down by hand from `forms.md` section 4 and the plan, not read from the contract: the
 * test compares the two. A route that is missing here, or here and gone, turns it red.
 */
export const accessTable: Readonly<Record<string, Audience>> = {
  ...moneyAccess,
  ...zoneAccess,
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
