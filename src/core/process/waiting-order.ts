/**
 * In which order claims that wait on a short line are funded (I-28): whether a smaller one that the line reaches may pass an
 * older one that it does not, or nobody passes.
 */
export type WaitingOrder = 'smaller_may_pass' | 'strict_order';

/** The order that the readings in effect name. */
export const waitingOrderIn = ({ waitingOrder }: Readonly<Record<string, unknown>>): WaitingOrder =>
  waitingOrder === 'strict_order' ? 'strict_order' : 'smaller_may_pass';
