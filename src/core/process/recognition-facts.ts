import type { BusinessDate } from '#core/kernel/dates.ts';

/** A zone as a recognition of one year finds it. */
export type RecognitionZone = {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly operator: string;
  readonly operatorName: string;
  readonly designatedOn: BusinessDate;
  readonly isTitleHeld: boolean;
  /** Whether the year before was unqualified. */
  readonly wasUnqualified: boolean;
  /** Whether the year has a result already. */
  readonly isGraded: boolean;
  /** Whether another case about the same zone and year is under way. */
  readonly isUnderWay: boolean;
  /** The building unit, the agencies and the enterprises inside: with whom an expert may have a tie. */
  readonly parties: readonly { readonly name: string; readonly creditCode: string }[];
};

/**
 * What is on record of a zone and year for the annex of the self-assessment, by the fields of that annex: counts, or whole yuan.
 * A field of which nothing is on record is absent.
 */
export type YearRecord = Readonly<Record<string, number>>;

/** The plan version a year is measured against (I-44: the last one consented by its end), with what is on record of it. */
export type PlanProgress = {
  readonly version: { readonly number: number; readonly consentedOn: BusinessDate };
  readonly tasks: readonly {
    readonly no: string;
    readonly title: string;
    readonly state: 'not_started' | 'going_on' | 'done' | 'dropped';
    readonly note: string | null;
  }[];
  readonly indicators: readonly {
    readonly no: string;
    readonly name: string;
    readonly unit: string;
    readonly target: number;
    /** null while nothing is on record. */
    readonly actual: number | null;
    /** Where the number comes from, as people read it. */
    readonly source: string;
  }[];
};
