/** Outcome of one condition: 0 not met, 1 met, 2 unknown because a fact is missing. A number, so that walking allocates nothing. */
export type Truth = 0 | 1 | 2;

/** The condition fails on the facts given. */
export const notMet: Truth = 0;

/** The condition holds on the facts given. */
export const met: Truth = 1;

/** A fact the condition needs is missing; it is never read as a no. */
export const unknown: Truth = 2;

/** A yes-or-no field as a truth; a missing field is unknown. */
export const truthOf = (value: boolean | null | undefined): Truth => (value === true ? met : value === false ? notMet : unknown);

/** Both hold. One no decides, whatever the other is. */
export const bothOf = (a: Truth, b: Truth): Truth =>
  a === notMet || b === notMet ? notMet : a === unknown || b === unknown ? unknown : met;

/** At least one holds. One yes decides, whatever the other is. */
export const eitherOf = (a: Truth, b: Truth): Truth => (a === met || b === met ? met : a === unknown || b === unknown ? unknown : notMet);

/** The opposite; unknown stays unknown. */
export const oppositeOf = (a: Truth): Truth => (a === unknown ? unknown : a === met ? notMet : met);

/** Whether a number between two bounds reaches a minimum: sure, impossible, or open. */
export const reaches = (low: number, high: number, minimum: number): Truth => (low >= minimum ? met : high >= minimum ? unknown : notMet);
