import type { BusinessDate } from '#core/kernel/dates.ts';

/** A zone with its construction plan, as a plan case (or its opening) finds it. */
export type ZonePlan = {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly operator: string;
  readonly isRevoked: boolean;
  /** The version in force; null before the first was consented. */
  readonly current: { readonly version: number; readonly content: unknown; readonly consentedOn: BusinessDate } | null;
  /** Numbers of tasks and indicators that an earlier version had and the one in force has not: they stay what they were. */
  readonly spentNumbers: { readonly tasks: readonly string[]; readonly indicators: readonly string[] };
  /** Another case about the plan of this zone that is not ended. */
  readonly otherCase: string | null;
  /** Last year whose recognition has been taken to evaluation or further; a change consented later is not for it (I-36). */
  readonly reviewedYear: number | null;
  /** The application under which the zone was designated, for the first plan. */
  readonly application: unknown;
};

/** What part one of the recognition would be with the plan in force and with the plan of the draft, on today's progress. */
export type PlanEffect = { readonly year: number; readonly before: number | null; readonly after: number | null };
