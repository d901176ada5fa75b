import type { Instant } from '#core/kernel/dates.ts';
import type { Calendar } from '#core/kernel/workdays.ts';
import type { Actor } from '#core/people/actor.ts';
import type { Case } from '#core/process/define.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Vault } from '#server/vault/vault.ts';

/** What an effect may use: the transaction, the case as it now stands, who moved it and when, and the event's place in the log. */
export type EffectContext = {
  readonly tx: Tx;
  readonly kase: Case;
  readonly title: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly calendar: Calendar;
  readonly vault: Vault;
  /** Messages wait until then; null: they go at once. */
  readonly tellFrom: Instant | null;
  readonly event: { readonly seq: number; readonly hash: Buffer };
};

/** What an effect hands back to whoever gave the command. */
export type EffectResult = { readonly receipt?: { readonly code: string; readonly hash: string } };
