import { ShortReason } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { centreApproverBut, centreOfficer } from '#core/people/offices.ts';
import type { Who } from '#core/people/relations.ts';
import type { Role } from '#core/people/roles.ts';
import type { EventDefinition } from './define.ts';

/** Whoever sits in one of these offices, whosever the case is. */
export const anybodyIn = (...offices: readonly Role[]): readonly Who[] => offices.map((role) => ({ role, relation: 'any' }));

/** An act of the centre that one person drafts… */
export const drafter = centreOfficer;

/** …and another decides. */
export const decider = centreApproverBut('open');

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
  input: ShortReason,
  manner: 'grave',
} as const satisfies EventDefinition<'drafted' | 'dropped', unknown, ShortReason>;
