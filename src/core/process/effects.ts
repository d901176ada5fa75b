import type { BusinessDate } from '#core/kernel/dates.ts';
import type { Words } from '#core/kernel/words.ts';
import type { Role } from '#core/people/roles.ts';

/** Who is told: an organisation, a person, or everybody in an office (of one district). */
export type Recipient =
  | { readonly to: 'organisation'; readonly id: string | null }
  | { readonly to: 'person'; readonly id: string }
  | { readonly to: 'role'; readonly role: Role; readonly district?: string | null };

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
      readonly notice: 'designation';
      readonly title: string;
      readonly body: readonly { readonly label: string; readonly text: string }[];
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
        /** Credit codes of the enterprises inside. */
        readonly enterprises: readonly string[];
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
    };

export type EffectKind = Effect['kind'];
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>;
