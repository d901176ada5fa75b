import type { BusinessDate } from '#core/kernel/dates.ts';

/** A zone with its title, as a rectification or a revocation finds it. */
export type TitleZone = {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly operator: string;
  readonly operatorName: string;
  readonly status: 'designated' | 'rectifying' | 'revoked';
  /** Number of another rectification of the zone whose notice is out and which is not decided; null when there is none. */
  readonly otherRectification: string | null;
  /** Number of another revocation of the zone that is not ended; null when there is none. */
  readonly otherRevocation: string | null;
};

/** A year that has a grade, by the recognition that gave it. */
export type GradedYear = {
  readonly recognition: string;
  readonly number: string;
  readonly zone: string;
  readonly year: number;
  readonly grade: string;
  readonly decidedOn: BusinessDate;
  /** Why the grade is what it is, where that was written. */
  readonly reason: string | null;
  /** Tasks not done and indicators not reached, as the record was pinned for the year. */
  readonly shortfalls: readonly Shortfall[];
  /** Whether the year before was unqualified as well. */
  readonly isSecondInARow: boolean;
  /** Number of another rectification or revocation that was opened for the same year; null when there is none. */
  readonly consequence: string | null;
};

/** What of the plan was not reached: `subject` names the task or indicator, `says` how it stood. */
export type Shortfall = { readonly subject: string; readonly says: string };

/** A rectification as the ground of a revocation. */
export type RectificationFact = {
  readonly id: string;
  readonly number: string;
  readonly zone: string;
  /** Whether it was rechecked and decided as still unqualified. */
  readonly isFailed: boolean;
  readonly year: number;
  /** Number of another revocation that was opened on it; null when there is none. */
  readonly consequence: string | null;
};

/** What was granted to agencies on the strength of a zone's title, for the look back after a deceit (I-47). */
export type ZoneSupport = {
  readonly unpaid: readonly SupportLine[];
  readonly paid: readonly SupportLine[];
  readonly vouchers: readonly SupportLine[];
};

/** One support: the number of its claim and the sum in fen. */
export type SupportLine = { readonly number: string; readonly amount: number };
