import { businessDateOf, type Instant } from '#core/kernel/dates.ts';
import { type Refusal, type Refused, refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import type { Actor } from '#core/people/actor.ts';
import { roles } from '#core/people/roles.ts';
import { asksReadings, entering } from './deadlines.ts';
import type { AnyProcess, Case, Sight } from './define.ts';
import type { FactName } from './facts.ts';
import { guardRefusals, inputRefusals, type Moved, type Occasion, sightOf } from './step.ts';

/** What the shell decides when a case is born. */
export type Birth = {
  readonly id: string;
  readonly number: string;
  readonly policy: string;
};

/** Facts that opening a case asks for; the time limit of its first state may need the readings of the plan. */
export const factsAskedByOpening = (process: AnyProcess): readonly FactName[] => {
  const { asks = [], guards = [] } = process.opens;
  const readings: readonly FactName[] = asksReadings(process, process.initial, {}) ? ['readings'] : [];
  return [...new Set([...asks, ...guards.flatMap((guard) => guard.asks ?? []), ...readings])];
};

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
  const sight = sightOf(blank, actor, occasion, businessDateOf(occasion.at)) as Sight<null>;
  const barred = openingRefusals(process, sight);
  if (barred.length > 0) return refused(...barred);
  const input = opens.input.safeParse(attempt.input);
  if (!input.success) return refused(...inputRefusals(input.error, opens.clause));
  const unacceptable = opens.accepts?.(sight, input.data) ?? [];
  if (unacceptable.length > 0) return refused(...unacceptable);
  const data = opens.create(sight, input.data);
  const next = born(process, blank, data, occasion);
  const effects = opens.effects?.({ ...sight, kase: next, data } as Sight<unknown>, input.data) ?? [];
  return { ok: true, next, effects, input: input.data };
}

/** The case with its first data: whose it is, who opened it, until when its first state lasts. */
function born(process: AnyProcess, blank: Case, data: unknown, { at, calendar, facts }: Occasion): Case {
  const time = entering(process, process.initial, { at, clocks: {}, data, facts }, calendar);
  const hands: Case['hands'] = blank.openedBy === null ? {} : { open: [blank.openedBy] };
  return { ...blank, ...process.opens.belongsTo?.(data), data, hands, ...time, counterparty: process.counterparty?.(data) ?? null };
}

/** Who may open at all, and the guards that stand before the words. */
function openingRefusals({ opens }: AnyProcess, sight: Sight<null>): readonly Refusal[] {
  const { role } = sight.actor;
  if (opens.who.some((who) => who.role === role)) return guardRefusals(opens.guards ?? [], sight);
  const says = both(`${roles[role].zh}不能办理“${opens.title.zh}”`, `${roles[role].en} may not "${opens.title.en}"`);
  return [{ kind: 'forbidden', code: 'not_allowed', clause: opens.clause, says }];
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
  clocks: {},
  hands: {},
  assigned: [],
  counterparty: null,
  policy: birth.policy,
});
