import type { CaseView } from '#contract/cases.ts';

/** Who did an event last, by the log; an empty text where the log does not say. */
export const doneBy = ({ timeline }: Pick<CaseView, 'timeline'>, ...events: readonly string[]): string =>
  timeline
    .filter(({ event }) => events.includes(event))
    .reduce((last, one) => (one.seq > last.seq ? one : last), { seq: -1, personName: '' }).personName;
