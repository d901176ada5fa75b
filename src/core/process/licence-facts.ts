import type { Days } from './residence-facts.ts';

/** What an entry about an agency's qualification finds on record, as it is known now. */
export type LicenceFact = {
  /** The registered agency with the credit code that is named; null when there is none. */
  readonly agency: { readonly id: string; readonly name: string } | null;
  readonly qualifications: readonly Days[];
  /** Stretches on the list of abnormal operation. */
  readonly listings: readonly Days[];
};

/** What is put on record of an agency's qualification or the list; `on` is the first day of it, or the first without it. */
export type LicenceEntry = {
  readonly agency: string;
  readonly entry: 'granted' | 'ended' | 'listed' | 'delisted';
  readonly licenceNumber: string | null;
  readonly on: string;
};
