/* oxlint-disable max-lines -- a table: one line a route */
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
/** Whoever has to do with a zone: its building unit, its county, the centre, the auditor. */
const zoneReaders = ['applicant', reviewer, signer, officer, approver, 'auditor'] as const;
const applicationReaders = ['applicant', reviewer, signer, officer, approver, 'expert', 'auditor'] as const;
const moneyReaders = [officer, approver, 'auditor', 'finance'] as const;
const claimReaders = ['agency', ...moneyReaders] as const;
const redemptionReaders = ['agency', 'enterprise', ...moneyReaders] as const;
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

  // Yearly recognition
  'POST /recognition-rounds': [officer],
  'GET /recognition-rounds/{year}': centreAndAudit,
  'GET /recognitions': 'anyone',
  'GET /cases/recognition': applicationReaders,
  'GET /cases/recognition/export.csv': applicationReaders,
  'GET /cases/recognition/{id}': applicationReaders,
  'POST /cases/recognition': [officer],
  'POST /cases/recognition/{id}/fill-in': ['applicant'],
  'POST /cases/recognition/{id}/refresh-progress': ['applicant'],
  'POST /cases/recognition/{id}/file': ['applicant'],
  'POST /cases/recognition/{id}/go-on-without': [officer],
  'POST /cases/recognition/{id}/county-check': [reviewer],
  'POST /cases/recognition/{id}/county-sign': [signer],
  'POST /cases/recognition/{id}/county-return': [signer],
  'POST /cases/recognition/{id}/send-back': [signer],
  'POST /cases/recognition/{id}/draw-panel': [officer],
  'POST /cases/recognition/{id}/replace-recused': [officer],
  'POST /cases/recognition/{id}/declare-clear': ['expert'],
  'POST /cases/recognition/{id}/recuse': ['expert'],
  'POST /cases/recognition/{id}/seal-sheet': ['expert'],
  'POST /cases/recognition/{id}/open-scores': [officer],
  'POST /cases/recognition/{id}/propose-grade': [officer],
  'POST /cases/recognition/{id}/approve-grade': [approver],
  'POST /cases/recognition/{id}/send-back-grade': [approver],
  'POST /cases/recognition/{id}/revise-after-objection': [approver],
  'POST /cases/recognition/{id}/decide': [approver],
  'POST /cases/recognition/{id}/end-without-title': [approver],

  // How counties review; a county sees its own row
  'GET /workload': [reviewer, signer, officer, approver, 'auditor'],
  'GET /workload.csv': [reviewer, signer, officer, approver, 'auditor'],
  'GET /workload/cases': [reviewer, signer, officer, approver, 'auditor'],

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

  // Claims: filed by the agency, checked and proposed by one person of the centre, decided by another, paid by finance
  'GET /cases/claim': claimReaders,
  'GET /cases/claim/export.csv': claimReaders,
  'GET /cases/claim/{id}': claimReaders,
  'POST /cases/claim': ['agency'],
  'POST /cases/claim/{id}/file': ['agency'],
  'POST /cases/claim/{id}/refile': ['agency'],
  'POST /cases/claim/{id}/withdraw': ['agency'],
  'POST /cases/claim/{id}/check': [officer],
  'POST /cases/claim/{id}/give-back': [officer],
  'POST /cases/claim/{id}/take-in': [officer],
  'POST /cases/claim/{id}/propose': [officer],
  'POST /cases/claim/{id}/propose-computed': [officer],
  'POST /cases/claim/{id}/propose-refusal': [officer],
  'POST /cases/claim/{id}/take-back': [officer],
  'POST /cases/claim/{id}/send-back': [approver],
  'POST /cases/claim/{id}/approve': [approver],
  'POST /cases/claim/{id}/confirm-refusal': [approver],
  'POST /cases/claim/{id}/revise-after-objection': [approver],
  'POST /cases/claim/{id}/reopen': [approver],
  'POST /cases/claim/{id}/determine-payment': [approver],
  'POST /cases/claim/{id}/issue-voucher': [approver],
  'POST /cases/claim/{id}/propose-recovery': [officer],
  'POST /cases/claim/{id}/drop-recovery-paid': [approver],
  'POST /cases/claim/{id}/drop-recovery-unpaid': [approver],
  'POST /cases/claim/{id}/drop-recovery-voucher': [approver],
  'POST /cases/claim/{id}/order-recovery': [approver],
  'POST /cases/claim/{id}/record-repayment': ['finance'],
  'POST /cases/claim/{id}/close-recovery': [officer],

  // Decisions on many cases
  'POST /bulk/preview': centre,
  'POST /bulk': centre,
  'GET /bulk/{id}': centreAndAudit,
  'POST /bulk/{id}/undo': centre,

  // Budget and support
  'GET /cases/appropriation': moneyReaders,
  'GET /cases/appropriation/export.csv': moneyReaders,
  'GET /cases/appropriation/{id}': moneyReaders,
  'POST /cases/appropriation': [officer],
  'POST /cases/appropriation/{id}/put-in-force': [approver],
  'POST /cases/appropriation/{id}/drop': centre,
  'GET /cases/settlement': moneyReaders,
  'GET /cases/settlement/export.csv': moneyReaders,
  'GET /cases/settlement/{id}': moneyReaders,
  'POST /cases/settlement': [officer],
  'POST /cases/settlement/{id}/publish': [approver],
  'POST /cases/settlement/{id}/drop': centre,
  'GET /budget': moneyReaders,
  'GET /offers': ['agency'],
  'GET /unclaimed': centreAndAudit,
  'GET /support-history': claimReaders,
  'GET /support.csv': moneyReaders,
  'GET /discretion': [approver, 'auditor'],
  'GET /journal': claimReaders,

  // Vouchers: presented by the provider, confirmed by the enterprise, settled by the centre
  'GET /cases/redemption': redemptionReaders,
  'GET /cases/redemption/export.csv': redemptionReaders,
  'GET /cases/redemption/{id}': redemptionReaders,
  'POST /cases/redemption': ['agency'],
  'POST /cases/redemption/{id}/confirm': ['enterprise'],
  'POST /cases/redemption/{id}/deny': ['enterprise'],
  'POST /cases/redemption/{id}/cancel': ['agency'],
  'POST /cases/redemption/{id}/settle': [officer],
  'POST /cases/redemption/{id}/reject': [officer],
  'GET /vouchers': ['agency', officer, approver, 'auditor'],
  'GET /vouchers/{id}/qr.svg': ['agency'],
  'GET /voucher-lookup': ['agency', officer, approver],
  'GET /related-parties': ['agency', officer, approver, 'auditor'],
  'POST /related-parties': ['agency', officer],

  // Payments: three persons of finance; accounts in full are for them alone
  'GET /cases/payment': moneyReaders,
  'GET /cases/payment/export.csv': moneyReaders,
  'GET /cases/payment/{id}': moneyReaders,
  'POST /cases/payment': ['finance'],
  'POST /cases/payment/{id}/check': ['finance'],
  'POST /cases/payment/{id}/send-back': ['finance'],
  'POST /cases/payment/{id}/release': ['finance'],
  'POST /cases/payment/{id}/record-answer': ['finance'],
  'POST /cases/payment/{id}/drop': ['finance'],
  'GET /payees': ['agency'],
  'POST /payees': ['agency'],
  'POST /payees/{id}/change': ['agency'],
  'GET /payables': moneyReaders,
  'GET /payments/{id}/bank-file.csv': ['finance'],
  'POST /payments/{id}/answers': ['finance'],
  'GET /payments/{id}/answers': ['finance', 'auditor'],
  'GET /payments/{id}/demo-answer.csv': ['finance'],

  // Plans of zones and what is recorded of them
  'GET /cases/plan': zoneReaders,
  'GET /cases/plan/export.csv': zoneReaders,
  'GET /cases/plan/{id}': zoneReaders,
  'POST /cases/plan': ['applicant'],
  'POST /cases/plan/{id}/fill-in': ['applicant'],
  'POST /cases/plan/{id}/file': ['applicant'],
  'POST /cases/plan/{id}/withdraw': ['applicant'],
  'POST /cases/plan/{id}/amend': ['applicant'],
  'POST /cases/plan/{id}/resubmit': ['applicant'],
  'POST /cases/plan/{id}/county-check': [reviewer],
  'POST /cases/plan/{id}/endorse': [signer],
  'POST /cases/plan/{id}/county-return': [signer],
  'POST /cases/plan/{id}/county-reject': [signer],
  'POST /cases/plan/{id}/send-back': [signer],
  'POST /cases/plan/{id}/centre-check': [officer],
  'POST /cases/plan/{id}/consent': [approver],
  'POST /cases/plan/{id}/refuse': [approver],
  'POST /cases/plan/{id}/send-back-check': [approver],
  'GET /zones/{id}/plan': zoneReaders,
  'GET /zones/{id}/plan/difference': zoneReaders,
  'GET /zones/{id}/scorecard': zoneReaders,
  'GET /scorecards': [reviewer, signer, officer, approver, 'auditor'],
  'POST /zones/{id}/tasks/{no}/reports': ['applicant'],
  'GET /zones/{id}/tasks/{no}/reports': zoneReaders,
  'POST /zones/{id}/indicators/{no}/reports': ['applicant'],
  'GET /zones/{id}/indicators/{no}/reports': zoneReaders,
  'POST /zones/{id}/records': ['applicant', reviewer, signer, officer],
  'GET /zones/{id}/records': zoneReaders,
  'POST /zone-records/{id}/withdraw': ['applicant', reviewer, signer, officer],
  'GET /zones/{id}/measures': 'anyone',
};
