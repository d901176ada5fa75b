import type { Words } from './words.ts';

/**
 * Why something a user asked for does not happen. Returned, never thrown: a refusal is an ordinary answer.
 * `clause` is the row of the plan, or `operational` for a house rule; `field` is a dotted path into the input.
 */
export type Refusal = {
  readonly kind: 'forbidden' | 'not_found' | 'wrong_state' | 'stale' | 'guard' | 'input' | 'conflict';
  readonly code: string;
  readonly clause: string;
  readonly says: Words;
  readonly field?: string;
};

export type Refused = { readonly ok: false; readonly refusals: readonly Refusal[] };

export const refused = (...refusals: readonly Refusal[]): Refused => ({ ok: false, refusals });
