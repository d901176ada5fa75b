import type { EntryKind } from '#core/ledger/entries.ts';
import type { Scope } from '#server/db/transaction.ts';

/** Every office that could ask the database to post something. */
export const askingOffices = [
  'nobody',
  'public',
  'system',
  'clock',
  'applicant',
  'county_reviewer',
  'county_approver',
  'centre_officer',
  'centre_approver',
  'expert',
  'agency',
  'enterprise',
  'bank',
  'finance',
  'auditor',
  'administrator',
] as const;
export type AskingOffice = (typeof askingOffices)[number];

const decides: readonly AskingOffice[] = ['centre_approver'];
const keeps: readonly AskingOffice[] = ['centre_officer', 'centre_approver', 'agency', 'clock', 'system'];
const pays: readonly AskingOffice[] = ['finance'];

/** Who may post what, as the centre would sign it; a reversal belongs to whoever may post the entry. */
export const postingOffices: Readonly<Record<Exclude<EntryKind, 'reversal'>, readonly AskingOffice[]>> = {
  appropriate: decides,
  withdraw_appropriation: decides,
  reserve: keeps,
  release_reservation: keeps,
  grant_cash: decides,
  issue_voucher: decides,
  present_voucher: ['agency'],
  accept_voucher_use: ['centre_officer'],
  return_voucher_use: ['centre_officer', 'agency', 'enterprise', 'clock'],
  lapse_voucher: ['centre_approver', 'clock'],
  pay_out: pays,
  confirm_paid: pays,
  bounce_payment: pays,
  cancel_payable: decides,
  demand_back: decides,
  repay: pays,
};

/** The scope of an office in an organisation of its own. */
export const scopeIn = (office: AskingOffice, organisation: string | null = null): Scope => ({
  person: null,
  organisation,
  office,
  district: null,
});
