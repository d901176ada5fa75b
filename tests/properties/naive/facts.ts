/** Case files as plain data, declared again on purpose: the naive implementation shares no code with the engine. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

export type Fact = {
  readonly id: string;
  readonly type: string;
  readonly agency?: string;
  readonly agencies?: readonly { readonly id: string; readonly sharePercent?: number }[];
  readonly matter?: string;
  readonly [field: string]: unknown;
};

export type Zone = { readonly id: string; readonly statusHistory: readonly { readonly from: string; readonly status: string }[] };
export type Period = { readonly from: string; readonly to: string | null };
export type Agency = {
  readonly id: string;
  readonly patentQualification: readonly Period[];
  readonly zoneMembership: readonly (Period & { readonly zone: string })[];
};
export type Prior = {
  readonly agency: string;
  readonly clause: string;
  readonly year: number;
  readonly yuan: number;
  readonly facts: readonly string[];
};

export type Case = {
  readonly year: number;
  readonly asOf: string;
  readonly overrides?: Readonly<Record<string, unknown>>;
  readonly zones: readonly Zone[];
  readonly agencies: readonly Agency[];
  readonly enterprises: readonly { readonly id: string; readonly zone: string | null }[];
  readonly facts: readonly Fact[];
  readonly priorDeterminations?: readonly Prior[];
};

/** What both implementations must agree on. */
export type NaiveItem = {
  readonly agency: string;
  readonly clause: string;
  readonly eligible: boolean | null;
  readonly ceilingYuan: number;
  readonly code: string;
  /** Payment waits. */
  readonly isHeld: boolean;
  /** What each fact gives, in order of facts; empty for clauses that are not per deal or per case. */
  readonly lines: readonly NaiveLine[];
};

export type NaiveLine = { readonly fact: string; readonly ceilingYuan: number; readonly code: string };

export const defaults: Readonly<Record<string, unknown>> = {
  policyFrom: '2020-08-25',
  policyTo: '2021-08-24',
  yearBasis: 'calendar',
  countWindow: 'in_force_days',
  zoneRule: 'fact_date',
  rectification: 'counts',
  tierMinimums: [71, 121, 200],
  campaignThreshold: 'one_enterprise',
  campaignTimes: 'once_per_agency',
  campaignPair: 'higher',
  clauseFive: 'higher',
  abnormalTier: 'malicious',
  abnormalCampaign: 'any',
  abnormalEffect: 'bars_agency_year',
  custodyMap: 'mode',
  custodyTimes: 'highest',
  certTo: 'person',
  securitizationGate: 'local_loan_needed',
  honourTimes: 'highest_once',
  feeLimit: 'actual_fee',
  capBy: 'agency',
  acrossClauses: 'each_clause',
  sameMatter: 'highest',
};
