import type { Instant } from '#core/kernel/dates.ts';

/** A zone as a recommendation for one level finds it, with its place on the priority list of its latest year. */
export type RecommendationZone = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly district: string;
  readonly operator: string;
  readonly operatorName: string;
  readonly isTitleHeld: boolean;
  /** Its latest result; null while it has none. */
  readonly latest: { readonly year: number; readonly grade: string; readonly total: number } | null;
  /** Place on the list from 1; null where it is not on it. */
  readonly rank: number | null;
  /** Zones before it on the list that nobody has recommended for this level. */
  readonly passedOver: readonly string[];
  /** Zones of the same year without a result yet. */
  readonly undecided: number;
  /** Number of another recommendation for this level that is under way. */
  readonly otherCase: string | null;
  /** The title of this level it was given already. */
  readonly heldTitle: string | null;
};

/** The districts of a year as their zones stood on 31 December, with what was confirmed and what is under way. */
export type BonusFact = {
  readonly rule: string;
  /** Points for each zone by its grade, and the most a district gets; 0 where nobody has fixed them. */
  readonly points: { readonly excellent: number; readonly other: number; readonly maximum: number };
  readonly rows: readonly {
    readonly district: string;
    readonly zones: readonly { readonly zone: string; readonly number: string; readonly name: string; readonly grade: string | null }[];
    readonly points: number;
  }[];
  /** SHA-256 over year, rule, points and rows, hexadecimal. */
  readonly hash: string;
  /** Zones that hold their title and have no result of the year. */
  readonly undecided: readonly string[];
  readonly confirmed: { readonly version: number; readonly hash: string } | null;
  /** Number of another case that prepares the list of the year. */
  readonly draft: string | null;
};

/** The newest package of documents made for a recommendation. */
export type DossierFact = { readonly n: number; readonly hash: string; readonly bytes: number; readonly madeAt: Instant };
