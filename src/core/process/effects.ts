import type { BusinessDate } from '#core/kernel/dates.ts';
import type { Fen } from '#core/kernel/money.ts';
import type { Words } from '#core/kernel/words.ts';
import type { BudgetLine } from '#core/ledger/accounts.ts';
import type { Role } from '#core/people/roles.ts';
import type { Matter } from './facts.ts';
import type { LicenceEntry } from './licence-facts.ts';
import type { StayEntry } from './residence-facts.ts';
import type { WaitingOrder } from './waiting-order.ts';

/** Who is told: an organisation, a person, or everybody in an office (of one district). */
export type Recipient =
  | { readonly to: 'organisation'; readonly id: string | null }
  | { readonly to: 'person'; readonly id: string }
  | { readonly to: 'role'; readonly role: Role; readonly district?: string | null }
  /** Everybody in the agencies that sit in the zone on the day of the message. */
  | { readonly to: 'agencies'; readonly zone: string };

/** What a public notice is about. */
export type NoticeKind = 'designation' | 'support' | 'settlement' | 'recognition' | 'revocation';

/** One support as it was decided: ceiling, what the rules and the settlement rate give, what was chosen, and on which facts. */
export type SupportGrant = {
  readonly clause: string;
  readonly line: BudgetLine;
  readonly zone: string | null;
  readonly ceiling: Fen;
  readonly computed: Fen;
  readonly amount: Fen;
  readonly reason: string | null;
  /** Names of the facts in the case file that was decided. */
  readonly facts: readonly string[];
  /** SHA-256 over case file and answer, hexadecimal. */
  readonly determination: string;
  readonly proposedBy: string;
  /** Decided, but not to be paid before an open question is closed (I-07). */
  readonly isHeld: boolean;
};

/** The result of one zone in one year as it was decided; scores in points with two decimals. */
export type GradeRecord = {
  readonly zone: string;
  readonly year: number;
  readonly planVersion: number;
  readonly scores: { readonly one: number; readonly two: number; readonly three: number; readonly total: number };
  readonly computed: string;
  readonly grade: string;
  readonly vetoes: readonly string[];
  readonly reason: string | null;
  readonly proposedBy: string;
};

/** A recommendation as it was sent: for which level, on which year's result, with which dossier. */
export type RecommendationRecord = {
  readonly zone: string;
  readonly level: string;
  readonly year: number;
  /** Number and SHA-256 (hexadecimal) of the package. */
  readonly dossier: { readonly n: number; readonly hash: string };
  readonly documentNumber: string;
  readonly sentOn: string;
  readonly proposedBy: string;
};

/** A list of districts as it is confirmed; `hash` is the SHA-256 of its content, hexadecimal. */
export type BonusList = {
  readonly year: number;
  readonly version: number;
  readonly rule: string;
  readonly points: unknown;
  readonly rows: unknown;
  readonly hash: string;
  readonly documentNumber: string;
  readonly preparedBy: string;
};

/** How a title stands from a day on; a title got by deceit never stood (I-06). */
export type TitleChange = {
  readonly status: 'designated' | 'rectifying' | 'revoked';
  readonly from: BusinessDate;
  readonly isDeceit: boolean;
};

/** Why a recovery finds facts false, bars an agency or takes either back: in words, with the number of the decision. */
export type Grounds = { readonly reason: string; readonly documentNumber: string };

/**
 * What the shell has to do when an event commits: data, not calls. `when: 'with'` commits in the same transaction;
 * `when: 'after'` goes through the outbox and is retried until it is done.
 */
export type Effect =
  | { readonly kind: 'notify'; readonly when: 'after'; readonly recipient: Recipient; readonly says: Words }
  /** Replaces the people assigned to the case. */
  | { readonly kind: 'assign'; readonly when: 'with'; readonly people: readonly string[] }
  /** Freezes the form as filed: bytes and hash, one version per filing. */
  | { readonly kind: 'freeze filing'; readonly when: 'with'; readonly form: unknown }
  /** Gives the filer a receipt: number, time, hash. */
  | { readonly kind: 'issue receipt'; readonly when: 'with' }
  /** Keeps one expert's sheet, unreadable to everybody else until all are opened. */
  | { readonly kind: 'seal sheet'; readonly when: 'with'; readonly expert: string; readonly sheet: unknown }
  | { readonly kind: 'open sheets'; readonly when: 'with' }
  | {
      readonly kind: 'publish notice';
      readonly when: 'with';
      readonly notice: NoticeKind;
      readonly title: string;
      readonly body: readonly { readonly label: string; readonly text: string }[];
      /** How long it runs where the state it is published in has no end of its own. */
      readonly workdays?: number;
    }
  | { readonly kind: 'close notice'; readonly when: 'with' }
  | {
      readonly kind: 'register zone';
      readonly when: 'with';
      readonly zone: {
        readonly name: string;
        readonly district: string;
        readonly siteKind: string;
        readonly boundary: string;
        readonly industries: readonly string[];
        /** The enterprises inside; they stay from the day of the designation on. */
        readonly enterprises: readonly { readonly creditCode: string; readonly name: string }[];
        readonly operator: string;
        readonly designatedOn: BusinessDate;
      };
    }
  | {
      readonly kind: 'open call';
      readonly when: 'with';
      readonly call: { readonly year: number; readonly places: number; readonly opensAt: string; readonly closesAt: string };
    }
  | { readonly kind: 'close call'; readonly when: 'with' }
  /** Writes the next version of one reading of the plan (第十六条). */
  | {
      readonly kind: 'set reading';
      readonly when: 'with';
      readonly key: string;
      readonly value: unknown;
      readonly source: string;
      readonly effectiveFrom: BusinessDate;
    }
  /** Puts a stay in a zone on record as it is known from now on; refused where the register has moved on meanwhile. */
  | { readonly kind: 'keep stay'; readonly when: 'with'; readonly stay: StayEntry }
  /** Puts an agency's qualification, its end or the list of abnormal operation on record; refused where the register has moved on. */
  | { readonly kind: 'keep licence'; readonly when: 'with'; readonly licence: LicenceEntry }
  /** Writes the grade of a zone and year, once; a second one is refused. */
  | { readonly kind: 'record grade'; readonly when: 'with'; readonly grade: GradeRecord }
  /** Notes for good what was sent to the higher authority; the dossier's hash goes into the audit log. */
  | { readonly kind: 'record recommendation'; readonly when: 'with'; readonly recommendation: RecommendationRecord }
  /** Writes the next version of a year's list of districts, once; refused when it is there already. */
  | { readonly kind: 'record bonus list'; readonly when: 'with'; readonly list: BonusList }
  /**
   * Decides how a zone's title stands from `from` on; refused where the title has moved on meanwhile. Unpaid sums that rest
   * on the zone are held while it rectifies, and for good where the title was got by deceit (I-06, I-07).
   */
  | { readonly kind: 'set zone status'; readonly when: 'with'; readonly zone: string; readonly title: TitleChange }
  /** Fires an event by the clock in every case of that process about the zone that is in none of the states `notIn`. */
  | {
      readonly kind: 'fire in zone';
      readonly when: 'after';
      readonly zone: string;
      readonly process: string;
      readonly event: string;
      readonly notIn: readonly string[];
    }
  /** Opens a case of another process by the clock, after this one has committed, with the words of its opening. */
  | { readonly kind: 'open case'; readonly when: 'after'; readonly process: string; readonly input: Readonly<Record<string, unknown>> }
  | MoneyEffect;

/** Effects on claims, budget, ledger, vouchers and payments. Each is refused where the database refuses it. */
type MoneyEffect =
  /** From now on the case holds these matters; one of its own agency's that is held already is refused. */
  | { readonly kind: 'hold matters'; readonly when: 'with'; readonly clause: string; readonly matters: readonly Matter[] }
  | { readonly kind: 'release matters'; readonly when: 'with'; readonly matters: readonly Matter[] | 'all' }
  /**
   * Asks the line for the ceiling (or the published share of it): reserved whole if there is enough and, in strict order,
   * nobody older waits; else waiting.
   */
  | {
      readonly kind: 'commit budget';
      readonly when: 'with';
      readonly line: BudgetLine;
      readonly ceiling: Fen;
      readonly isFixed: boolean;
      readonly order: WaitingOrder;
    }
  | { readonly kind: 'release budget'; readonly when: 'with' }
  | {
      readonly kind: 'change appropriation';
      readonly when: 'with';
      readonly line: BudgetLine;
      readonly amount: Fen;
      readonly direction: 'add' | 'withdraw';
      readonly order: WaitingOrder;
    }
  /** Settles a short line by one share for all; `rate` in hundredths of a per cent. */
  | { readonly kind: 'set settlement rate'; readonly when: 'with'; readonly line: BudgetLine; readonly rate: number }
  | {
      readonly kind: 'grant support';
      readonly when: 'with';
      readonly support: SupportGrant;
      readonly payees: readonly { readonly payee: string; readonly amount: Fen }[];
    }
  | { readonly kind: 'issue voucher'; readonly when: 'with'; readonly support: SupportGrant; readonly validTo: BusinessDate }
  /** Takes back what the case was granted: unpaid sums are cancelled, a voucher's rest lapses, what was paid is owed back. */
  | { readonly kind: 'take back support'; readonly when: 'with'; readonly reason: string }
  /** These matters of the claim were claimed by false facts: the facts count for nothing from now on, and nobody holds them for the agency. */
  | { readonly kind: 'find false'; readonly when: 'with'; readonly matters: readonly Matter[]; readonly grounds: Grounds }
  /** What was found false by mistake counts again from now on. */
  | { readonly kind: 'restore facts'; readonly when: 'with'; readonly matters: readonly Matter[]; readonly grounds: Grounds }
  /** From `from` to the end of `to` the agency opens and files no claim. */
  | {
      readonly kind: 'bar claims';
      readonly when: 'with';
      readonly from: BusinessDate;
      readonly to: BusinessDate;
      readonly grounds: Grounds;
    }
  | { readonly kind: 'lift bar'; readonly when: 'with'; readonly grounds: Grounds }
  /** Lets the unpaid sums of the case be paid again that were held; refused while their zone still rectifies. */
  | { readonly kind: 'release hold'; readonly when: 'with' }
  | { readonly kind: 'record repayment'; readonly when: 'with'; readonly amount: Fen }
  | { readonly kind: 'present voucher'; readonly when: 'with'; readonly voucher: string; readonly client: string; readonly amount: Fen }
  | { readonly kind: 'accept voucher use'; readonly when: 'with'; readonly payee: string }
  | { readonly kind: 'return voucher use'; readonly when: 'with' }
  /** Takes sums that are owed into this payment batch; refused when another batch has one of them. */
  | { readonly kind: 'take payables'; readonly when: 'with'; readonly payables: readonly string[] }
  | { readonly kind: 'free payables'; readonly when: 'with' }
  /** Posts the batch as on its way and makes the file for the bank. */
  | { readonly kind: 'pay out'; readonly when: 'with' }
  /** Books the bank's answer: paid sums are paid, refused ones are owed again. */
  | { readonly kind: 'settle payment'; readonly when: 'with'; readonly answer: string }
  /** Puts the next version of a zone's plan in force; refused when `base` is not the one in force any more. */
  | {
      readonly kind: 'adopt plan';
      readonly when: 'with';
      readonly zone: string;
      readonly base: number;
      readonly content: unknown;
      readonly isEditorial: boolean;
      readonly countsFrom: number;
      readonly documentNumber: string;
    }
  /** Fires an event of another case by the clock, after this one has committed. */
  | { readonly kind: 'fire'; readonly when: 'after'; readonly process: string; readonly event: string; readonly kase: string };

export type EffectKind = Effect['kind'];
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>;
