import type { BusinessDate } from '#core/kernel/dates.ts';

/** A stretch of days; both ends are inside, and it is open where it has no last one. */
export type Days = { readonly from: BusinessDate; readonly to: BusinessDate | null };

/** Who stays in a zone: an agency that is registered here, or an enterprise under its credit code. */
export type Party = { readonly agency: string | null; readonly creditCode: string; readonly name: string };

/** One stay in a zone, as it is known now. */
export type Stay = Days & Party & { readonly id: string };

/** What an entry about a stay finds on record. */
export type ResidenceFact = {
  /** The registered organisation with the credit code that is named; null when there is none. */
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: string } | null;
  /** Every stay in the zone. */
  readonly stays: readonly Stay[];
  /** What was decided for agencies on the strength of the zone, as far as the reader may see it. */
  readonly supports: readonly {
    readonly agency: string;
    readonly number: string;
    readonly year: number;
    readonly decidedOn: BusinessDate;
  }[];
};

/** A stay as it is to be known from now on; `replaces` is the one that was known so far, `days` is null where it never was. */
export type StayEntry = {
  readonly zone: string;
  readonly party: Party;
  readonly replaces: string | null;
  readonly days: Days | null;
};
