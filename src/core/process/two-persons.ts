import { z } from 'zod';
import { field, paragraph } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import type { Who } from '#core/people/relations.ts';
import type { Role } from '#core/people/roles.ts';
import type { EventDefinition } from './define.ts';

/** Whoever sits in one of these offices, whosever the case is. */
export const anybodyIn = (...offices: readonly Role[]): readonly Who[] => offices.map((role) => ({ role, relation: 'any' }));

/** An act of the centre that one person drafts… */
export const drafter: Who = { role: 'centre_officer', relation: 'any' };

/** …and another decides. */
export const decider: Who = { role: 'centre_approver', relation: 'any', notWho: ['open'] };

export const Nothing = z.object({});
export const Reason = z.object({ reason: field(paragraph(5, 1000), both('理由', 'Reason'), { widget: 'paragraph' }) });

/** Drafted: it waits for the other person. What it waits to become is named by its process. */
export const drafted = (title = both('待审定', 'Drafted')) => ({ title, awaits: both('市中心', 'the centre') });

/** Dropped before it took effect. */
export const dropped = { title: both('已作废', 'Dropped'), isFinal: true } as const;

/** Either of the two drops a draft, with the reason; nothing had followed from it. */
export const drop = {
  title: both('作废', 'Drop'),
  clause: 'operational',
  from: ['drafted'],
  to: 'dropped',
  who: [drafter, decider],
  input: Reason,
  manner: 'grave',
} as const satisfies EventDefinition<'drafted' | 'dropped', unknown, z.infer<typeof Reason>>;
