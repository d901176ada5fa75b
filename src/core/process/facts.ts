import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Fen } from '#core/kernel/money.ts';
import type { BudgetLine } from '#core/ledger/accounts.ts';
import type { PlanEffect, ZonePlan } from './plan-facts.ts';
import type { PlanProgress, RecognitionZone, YearRecord } from './recognition-facts.ts';
import type { GradedYear, RectificationFact, TitleZone, ZoneSupport } from './title-facts.ts';
import type { LicenceFact } from './licence-facts.ts';
import type { ResidenceFact } from './residence-facts.ts';
import type { BonusFact, DossierFact, RecommendationZone } from './merit-facts.ts';

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

/** A patent, contract, case or certificate: its kind and its one normalised key. */
export type Matter = { readonly kind: string; readonly matter: string };

/** One stored fact (or one day's list of grants) on which an entitlement rests. */
export type ClaimEntry = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly validOn: string;
  readonly matters: readonly Matter[];
  /** Files by what they prove; each is named by its hash. */
  readonly files: readonly { readonly title: string; readonly attachment: string }[];
  /** Evidence that is required and not there. */
  readonly missing: readonly string[];
  readonly confirmation: 'confirmed' | 'denied' | 'waiting' | 'not_needed';
};

/** A determination that waits for the end of its year: what the sum may come to (null: it may give way to another item), and from which day it is settled. */
export type WaitFact = { readonly most: Fen | null; readonly from: BusinessDate };

/** What the engine gives an agency under one clause in one year on what is known now. */
export type Entitlement = {
  /** null while a missing fact leaves it open. */
  readonly eligible: boolean | null;
  readonly code: string;
  /** The engine's reason, as people read it. */
  readonly says: string;
  readonly ceiling: Fen;
  readonly paidAs: 'cash' | 'voucher';
  readonly isFixed: boolean;
  readonly isHeld: boolean;
  /** Fields whose absence leaves it open. */
  readonly missing: readonly string[];
  /** What could be given at most by earlier determinations of the same yearly sum; nothing where deals and cases are added up. */
  readonly before: Fen;
  /** Until when its determination waits because the sum may still rise within the year; null where it may be determined now (I-25). */
  readonly waits: WaitFact | null;
  readonly entries: readonly ClaimEntry[];
  /** Persons to whom parts go, where the sum goes to persons. */
  readonly recipients: readonly { readonly person: string; readonly amount: Fen }[];
  readonly zone: { readonly id: string; readonly name: string } | null;
  /** Open questions of the plan on whose unconfirmed default the result rests. */
  readonly unconfirmed: readonly string[];
  /** SHA-256 over case file and answer, hexadecimal: equal knowledge, equal hash. */
  readonly hash: string;
};

/** A budget line as it stands. `unfunded` is what live claims ask beyond what is reserved for them. */
export type LineFact = {
  readonly line: BudgetLine;
  readonly appropriated: Fen;
  readonly available: Fen;
  readonly reserved: Fen;
  readonly spent: Fen;
  readonly unfunded: Fen;
  /** Asked by live claims at their full ceilings, fixed sums apart. */
  readonly asked: Fen;
  readonly askedFixed: Fen;
  readonly waiting: number;
  /** Published share in hundredths of a per cent, if the line was settled. */
  readonly rate: number | null;
};

/** How claims of the same clause and year were decided: shares of the computed amount in hundredths of a per cent. */
export type SimilarFact = { readonly count: number; readonly lowest: number; readonly median: number; readonly highest: number };

export type PayeeFact = {
  readonly id: string;
  readonly name: string;
  readonly bank: string;
  readonly tail: string;
  readonly isPerson: boolean;
  /** A changed account that has not waited long enough, or one that is being replaced. */
  readonly isWaiting: boolean;
};

/** A voucher as the one who is shown its code sees it. */
export type VoucherFact = {
  readonly id: string;
  readonly number: string;
  readonly holder: string;
  readonly holderName: string;
  readonly balance: Fen;
  readonly validTo: BusinessDate;
  readonly isEnded: boolean;
  /** From when on the zone it was granted in had no title any more; null while it holds it. */
  readonly titleEnded: { readonly on: BusinessDate; readonly isDeceit: boolean } | null;
  /** Whether the presenting agency is tied to the holder or to the client. */
  readonly isRelated: boolean;
};

/** What a provider has handed in of one invoice so far; nothing was given back of it. */
export type InvoiceFact = {
  /** As it was stated then; null where the invoice is new. */
  readonly totalFen: Fen | null;
  readonly usedFen: Fen;
};

/** A bar on new claims: its last day, and the decision it rests on (I-47). */
export type BarFact = { readonly until: BusinessDate; readonly documentNumber: string; readonly number: string };

/** A sum that is owed and can be paid. */
export type PayableFact = {
  readonly id: string;
  readonly kase: string;
  readonly title: string;
  /** The account itself, in force now: a batch pays into no other. */
  readonly payee: string;
  readonly payeeName: string;
  readonly bank: string;
  readonly tail: string;
  readonly amount: Fen;
};

/** The bank's answer to a batch as it was read and matched. */
export type BankAnswerFact = {
  readonly id: string;
  readonly lines: readonly {
    readonly reference: string;
    readonly payable: string;
    readonly kase: string;
    /** The process of the case in which the sum was granted. */
    readonly process: string;
    readonly amount: Fen;
    readonly isPaid: boolean;
    readonly note: string;
  }[];
  readonly exceptions: readonly string[];
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
  /** What the engine gives for the clause and year of the claim, without the facts a check left out. */
  readonly entitlement: Entitlement | null;
  /** The same, without what the check sheet among the words leaves out; null where the words are no check sheet. */
  readonly checkedEntitlement: Entitlement | null;
  /** Matters of the case that another agency's live claim holds too. */
  readonly disputes: readonly Matter[];
  /** Other live claims of the same agency, clause and year. */
  readonly ownClaims: number;
  /** The bar that stands today on the agency of the claim (or on who opens one), the longest; null when there is none. */
  readonly bar: BarFact | null;
  /** The budget line of the claim, or of the words of an opening. */
  readonly budgetLine: LineFact;
  /** Whether the line reserves what this claim asks; null before it asks. */
  readonly commitment: { readonly asked: Fen; readonly reserved: Fen } | null;
  readonly similar: SimilarFact;
  /** Accounts of the owner into which it can be paid. */
  readonly payees: readonly PayeeFact[];
  /** What of this case's grant is still to be paid and what was paid, what has to come back and what came. */
  readonly payments: { readonly open: Fen; readonly paid: Fen; readonly demanded: Fen; readonly isHeld: boolean };
  readonly payables: readonly PayableFact[];
  /** Numbers of the cases behind the sums of a batch in which whoever asks had a hand before. */
  readonly handledBefore: readonly string[];
  readonly bankAnswer: BankAnswerFact | null;
  readonly voucher: VoucherFact | null;
  /** The invoice that the words name, of the organisation that acts. */
  readonly invoice: InvoiceFact;
  /** The other party that the words name by its credit code. */
  readonly client: { readonly id: string; readonly name: string } | null;
  /** The zone that the case (or its opening) names with a year; null when there is none. */
  readonly recognitionZone: RecognitionZone | null;
  /** The zone that a recommendation (or its opening) names with a level; null when there is none. */
  readonly recommendationZone: RecommendationZone | null;
  readonly dossier: DossierFact | null;
  /** The bonus list of the year that a case (or its opening) names. */
  readonly districtBonus: BonusFact;
  /** The plan of the zone and year that the case (or its opening) names; null where no version was ever consented. */
  readonly planProgress: PlanProgress | null;
  /** What is on record of the zone and year that the case (or its opening) names. */
  readonly yearRecord: YearRecord;
  /** The zone whose plan the case (or its opening) names; null when there is none the actor may see. */
  readonly zonePlan: ZonePlan | null;
  readonly planEffect: PlanEffect | null;
  /** The zone whose title the case (or its opening) is about; null when there is none. */
  readonly titleZone: TitleZone | null;
  /** The graded year that the case (or its opening) rests on; null when there is none. */
  readonly gradedYear: GradedYear | null;
  /** The rectification that the case (or its opening) rests on; null when there is none. */
  readonly rectification: RectificationFact | null;
  readonly zoneSupport: ZoneSupport;
  /** The stays in the zone that the case (or its opening) names, and the organisation it names by its credit code. */
  readonly residence: ResidenceFact;
  /** The qualification of the agency that the case (or its opening) names by its credit code. */
  readonly licence: LicenceFact;
  /** The last day on which a title of the organisation that acts was revoked; null when none ever was. */
  readonly titleRevokedOn: BusinessDate | null;
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
