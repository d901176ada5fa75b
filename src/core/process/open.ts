import { businessDateOf, type Instant } from '#core/kernel/dates.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import type { Actor } from '#core/people/actor.ts';
import { roles } from '#core/people/roles.ts';
import { deadlineOf } from './deadlines.ts';
import type { AnyProcess, Case, Sight } from './define.ts';
import type { FactName } from './facts.ts';
import { inputRefusals, type Moved, type Occasion } from './step.ts';

/** What the shell decides when a case is born. */
export type Birth = {
  readonly id: string;
  readonly number: string;
  readonly policy: string;
};

/** Facts that opening a case asks for. */
export const factsAskedByOpening = ({ opens }: AnyProcess): readonly FactName[] => [
  ...new Set([...(opens.asks ?? []), ...(opens.guards ?? []).flatMap((guard) => guard.asks ?? [])]),
];

/** Opens a case: checks who, the guards and the words, and makes its first data. Pure, like `step`. */
export function open(
  process: AnyProcess,
  attempt: { readonly input: unknown; readonly actor: Actor },
  occasion: Occasion,
  birth: Birth,
): Moved | Refused {
  const { actor } = attempt;
  const { opens } = process;
  const blank = blankCase(process, actor, occasion.at, birth);
  const sight: Sight<null> = {
    kase: blank as Case<string, null>,
    data: null,
    facts: occasion.facts,
    actor,
    at: occasion.at,
    today: businessDateOf(occasion.at),
    seed: occasion.seed,
  };
  if (!opens.who.some(({ role }) => role === actor.role)) {
    const role = roles[actor.role];
    return refused({
      kind: 'forbidden',
      code: 'not_allowed',
      clause: opens.clause,
      says: both(`${role.zh}不能办理“${opens.title.zh}”`, `${role.en} may not "${opens.title.en}"`),
    });
  }
  const unmet = (opens.guards ?? []).filter((guard) => !guard.met(sight));
  if (unmet.length > 0) {
    return refused(
      ...unmet.map(({ code, clause, says }) => ({
        kind: 'guard' as const,
        code,
        clause,
        says: typeof says === 'function' ? says(sight) : says,
      })),
    );
  }
  const input = opens.input.safeParse(attempt.input);
  if (!input.success) return refused(...inputRefusals(input.error, opens.clause));
  const unacceptable = opens.accepts?.(sight, input.data) ?? [];
  if (unacceptable.length > 0) return refused(...unacceptable);
  const data = opens.create(sight, input.data);
  const next: Case = {
    ...blank,
    data,
    hands: actor.person ? { open: [actor.person] } : {},
    deadline: deadlineOf(process, process.initial, { at: occasion.at, usedWorkdays: {} }, occasion.calendar),
  };
  const effects = opens.effects?.({ ...sight, kase: next, data } as Sight<unknown>, input.data) ?? [];
  return { ok: true, next, effects, input: input.data };
}

const blankCase = (process: AnyProcess, actor: Actor, at: Instant, birth: Birth): Case => ({
  id: birth.id,
  number: birth.number,
  process: process.name,
  state: process.initial,
  data: null,
  version: 1,
  owner: actor.organisation,
  district: actor.district,
  openedBy: actor.person,
  openedAt: at,
  stateSince: at,
  deadline: null,
  usedWorkdays: {},
  hands: {},
  assigned: [],
  policy: birth.policy,
});
