import type { CaseView } from '#contract/cases.ts';
import { atShare } from '../../ui/money.ts';

export type Matter = { readonly kind: string; readonly matter: string };
export type Verdict = 'met' | 'not' | 'unclear';
export type Judged = { readonly id: string; readonly verdict: Verdict; readonly remark: string };
export type Excluded = Matter & { readonly remark: string };

/** One fact (or one day's list of grants) on which the claim rests. */
export type Entry = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly validOn: string;
  readonly matters: readonly Matter[];
  readonly files: readonly { readonly title: string; readonly attachment: string }[];
  readonly missing: readonly string[];
  readonly confirmation: 'confirmed' | 'denied' | 'waiting' | 'not_needed';
};

export type Earned = {
  readonly ceilingFen: number;
  readonly paidAs: 'cash' | 'voucher';
  readonly isFixed: boolean;
  readonly code: string;
  readonly says: string;
  readonly zone: { readonly id: string; readonly name: string } | null;
  readonly unconfirmed: readonly string[];
};

export type Checks = {
  readonly entries: readonly Judged[];
  readonly excluded: readonly Excluded[];
  readonly remark: string;
  readonly by: string;
  readonly on: string;
};

/** How claims of the same clause and year were decided: shares of what was computed, in hundredths of a per cent. */
export type Spread = { readonly count: number; readonly lowest: number; readonly median: number; readonly highest: number };

export type Proposal = {
  readonly ceilingFen: number;
  readonly rate: number;
  readonly computedFen: number;
  readonly amountFen: number;
  readonly reason: string | null;
  /** As it was when the amount was proposed; null in proposals of earlier days. */
  readonly similar: Spread | null;
};

export type Declared = {
  readonly payees: readonly string[];
  readonly otherSupport: string;
  readonly otherSupportDetails: string;
  readonly isTrue: boolean;
};

/** A recovery with what it decided besides the money. */
export type Recovery = {
  readonly findings: string;
  readonly documentNumber: string;
  readonly demandedFen: number | null;
  readonly falseMatters: readonly Matter[];
  readonly barMonths: number | null;
  readonly barReason: string;
  readonly barredUntil: string | null;
  readonly corrections: readonly {
    readonly restored: readonly Matter[];
    readonly liftsBar: boolean;
    readonly reason: string;
    readonly documentNumber: string;
    readonly on: string;
  }[];
};

/** The parts of a claim's data as the API sends them; any may be hidden from the reader. */
export type ClaimParts = {
  readonly year?: number;
  readonly clause?: string;
  readonly agencyName?: string;
  readonly earned?: Earned | null;
  readonly entries?: readonly Entry[];
  readonly declaration?: Declared | null;
  readonly filings?: number;
  readonly checks?: Checks | null;
  readonly proposal?: Proposal | null;
  readonly refusal?: { readonly reasons: readonly string[]; readonly explanation: string } | null;
  readonly decision?: { readonly amountFen: number; readonly on: string; readonly validTo: string | null } | null;
  readonly recovery?: Recovery | null;
  readonly ended?: string | null;
};

export const partsOf = ({ data }: Pick<CaseView, 'data'>): ClaimParts => data as ClaimParts;

/** The name by which a matter is compared. */
export const matterKey = ({ kind, matter }: Matter): string => `${kind}/${matter}`;

/** Matters that somebody else claims too, as the case's conditions name them. */
export const disputedOf = ({ checks }: Pick<CaseView, 'checks'>): ReadonlySet<string> =>
  new Set(checks.flatMap(({ status, about }) => (status === 'met' ? [] : about)));

/** The budget line a clause is paid from: `9.5.tier` is paid from `9.5`. */
export const itemOf = (clause: string): string => clause.slice(0, 3);

/** The way from the ceiling to the amount decided, as far as it has come. */
export type Chain = {
  readonly ceilingFen: number | null;
  /** Null while no share is published. */
  readonly rate: number | null;
  readonly isFixed: boolean;
  readonly computedFen: number | null;
  readonly proposedFen: number | null;
  readonly decidedFen: number | null;
};

/** Whether the rules still wait for a fact. */
export const isOpen = (earned: ClaimParts['earned']): boolean => earned?.code === 'UNKNOWN';

/** The ceiling as it can be told: while a fact is missing nothing is computed, and 0 would read as a result. */
const ceilingOf = (earned: ClaimParts['earned']): Pick<Chain, 'ceilingFen' | 'isFixed'> =>
  earned ? { ceilingFen: isOpen(earned) ? null : earned.ceilingFen, isFixed: earned.isFixed } : { ceilingFen: null, isFixed: false };

/**
 * What was proposed stands as it was proposed; before that the amount is computed from the ceiling on record and the share the
 * line is settled at. `rate` is undefined for readers who may not see the budget.
 */
export function chainOf({ earned, proposal, decision }: ClaimParts, rate: number | null | undefined): Chain {
  const { ceilingFen, isFixed } = ceilingOf(earned);
  const decidedFen = decision?.amountFen ?? null;
  if (proposal) return { ...proposedChain(proposal), isFixed, decidedFen };
  const computedFen = ceilingFen === null || rate === undefined ? null : atShare(ceilingFen, rate, isFixed);
  return { ceilingFen, rate: rate ?? null, isFixed, computedFen, proposedFen: null, decidedFen };
}

const proposedChain = ({ ceilingFen, rate, computedFen, amountFen }: Proposal) => ({
  ceilingFen,
  rate: rate === 10_000 ? null : rate,
  computedFen,
  proposedFen: amountFen,
});

type Posting = { readonly account: string; readonly side: string; readonly amountFen: number };

/**
 * What an entry moved. Both books move the same amount, and within a book several postings on accounts of one kind add up to
 * it; a reader who sees only some accounts sees the sum of those.
 */
export function movedIn(postings: readonly Posting[]): number {
  const sums = new Map<string, number>();
  for (const { account, side, amountFen } of postings) {
    const sort = `${side} ${account.split('/')[0] ?? ''}`;
    sums.set(sort, (sums.get(sort) ?? 0) + amountFen);
  }
  return Math.max(0, ...sums.values());
}
