import { both } from '#core/kernel/words.ts';

/** What the county says of a report. */
export const countyFindings = {
  true: both('属实', 'True'),
  partly: both('部分属实', 'Partly true'),
  not: both('不属实', 'Not true'),
} as const;

/** How a finding was met on the recheck. */
export const outcomes = {
  done: both('已整改', 'Done'),
  partly: both('部分整改', 'Partly done'),
  not: both('未整改', 'Not done'),
} as const;
export type Outcome = keyof typeof outcomes;

/** The two results of a recheck (F9). */
export const results = {
  qualified: both('整改合格', 'Qualified'),
  unqualified: both('仍不合格', 'Still unqualified'),
} as const;
