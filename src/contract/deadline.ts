import { z } from 'zod';

/** The last day to act, the working days left, and how long it was from the beginning: null where a paper names the day. */
export const DeadlineView = z.object({
  at: z.string(),
  day: z.string(),
  isProvisional: z.boolean(),
  workdays: z.int().nullable(),
  source: z.string(),
  workdaysLeft: z.int(),
});
