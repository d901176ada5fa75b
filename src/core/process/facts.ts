import type { BusinessDate, Instant } from '#core/kernel/dates.ts';

/** A call for applications as its applicants see it. */
export type CallFact = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly places: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly isOpen: boolean;
};

/** One expert of the pool with everything from which a conflict can be computed. */
export type PooledExpert = {
  readonly person: string;
  readonly name: string;
  readonly field: string;
  /** Credit codes of the employer and of every organisation with a declared tie. */
  readonly ties: readonly { readonly creditCode: string; readonly name: string; readonly kind: string }[];
  /** Organisations for which the same person holds an office in this system. */
  readonly offices: readonly string[];
};

export type OpenedSheet = { readonly expert: string; readonly name: string; readonly sheet: unknown };

/** An application in the same call that has a score, for the ranking. */
export type RankedApplication = {
  readonly case: string;
  readonly name: string;
  readonly state: string;
  readonly score: number;
  readonly planScore: number;
};

/**
 * The questions a process may ask of the shell, with the answers it gets. A fact nobody asked for is absent;
 * a process that reads one it did not ask for has a fault.
 */
export type FactMap = {
  /** First and last day of the plan, extensions included (I-01). */
  readonly policy: { readonly from: BusinessDate; readonly to: BusinessDate; readonly isInForce: boolean };
  /** Every reading of the plan in effect today, by its key; the process knows the keys of its own plan. */
  readonly readings: Readonly<Record<string, unknown>>;
  readonly call: CallFact | null;
  readonly experts: readonly PooledExpert[];
  readonly sheets: readonly OpenedSheet[];
  readonly ranking: readonly RankedApplication[];
  readonly openObjections: number;
  readonly upheldObjections: number;
  /** Whether the owner already holds an application in the same call that is not ended. */
  readonly applicationsInCall: number;
  /** The public notice an objection is about. */
  readonly notice: {
    readonly id: string;
    readonly kase: string;
    readonly title: string;
    readonly subject: string;
    readonly isOpen: boolean;
  } | null;
  /** Facts about the organisation that opens the case. */
  readonly organisation: { readonly name: string; readonly creditCode: string; readonly district: string | null };
};

export type FactName = keyof FactMap;
export type Facts = Partial<FactMap>;

/** Reads a fact that the process asked for. @throws Error when it did not: a fault of the process, not of the user. */
export function known<Name extends FactName>(facts: Facts, name: Name): FactMap[Name] {
  if (!(name in facts)) throw new Error(`the process reads the fact "${name}" without asking for it`);
  return facts[name] as FactMap[Name];
}
