import type { z } from 'zod';
import { type BusinessDate, businessDateOf, type Instant } from '#core/kernel/dates.ts';
import { type Refusal, type Refused, refused } from '#core/kernel/refusal.ts';
import { both, type Words } from '#core/kernel/words.ts';
import type { Calendar } from '#core/kernel/workdays.ts';
import type { Actor } from '#core/people/actor.ts';
import { barredBy, isRelated, type Who } from '#core/people/relations.ts';
import { roles } from '#core/people/roles.ts';
import { asksReadings, clocksAfterLeaving, entering } from './deadlines.ts';
import type { AnyEvent, AnyProcess, Case, Guard, Sight } from './define.ts';
import type { Effect } from './effects.ts';
import type { FactName, Facts } from './facts.ts';

/** The time, the calendar and the facts of one try. The caller brings them; nothing here looks at a clock. */
export type Occasion = {
  readonly at: Instant;
  readonly calendar: Calendar;
  readonly facts: Facts;
  readonly seed: string;
};

/** One try at one event: what, with which words, by whom. */
export type Attempt = { readonly event: string; readonly input: unknown; readonly actor: Actor };

/** What a committed event leaves behind. `input` is absent when the event is sealed. */
export type Moved = {
  readonly ok: true;
  readonly next: Case;
  readonly effects: readonly Effect[];
  readonly input: unknown;
};

const eventOf = (process: AnyProcess, name: string): AnyEvent<string, unknown> => {
  const event = process.events[name];
  if (!event) throw new Error(`${process.name} has no event ${name}`);
  return event;
};

export const stateOf = (process: AnyProcess, name: string) => {
  const state = process.states[name];
  if (!state) throw new Error(`${process.name} has no state ${name}`);
  return state;
};

/** Whether any of `who` fits this actor on this case, or why not. */
export function permission(who: readonly Who[], title: Words, clause: string, at: { actor: Actor; kase: Case }): Refusal | null {
  const fitting = who.filter((one) => isRelated(one, at.actor, at.kase));
  const role = roles[at.actor.role];
  if (fitting.length === 0) {
    return {
      kind: 'forbidden',
      code: 'not_allowed',
      clause,
      says: both(`${role.zh}不能办理“${title.zh}”`, `${role.en} may not "${title.en}"`),
    };
  }
  if (fitting.every((one) => barredBy(one, at.actor, at.kase))) {
    return {
      kind: 'forbidden',
      code: 'same_person',
      clause: 'operational',
      says: both(`前面的环节由您本人办理，“${title.zh}”须由另一人办理`, `You handled an earlier step; "${title.en}" needs another person`),
    };
  }
  return null;
}

/** Facts that an event of this case asks for: its guards, its `apply`, and the time limit of the state it leads to. */
export const factsAskedBy = (process: AnyProcess, name: string, { state, clocks }: Pick<Case, 'state' | 'clocks'>): readonly FactName[] => {
  const { asks = [], guards = [], to } = eventOf(process, name);
  const readings: readonly FactName[] = to !== 'same' && to !== state && asksReadings(process, to, clocks) ? ['readings'] : [];
  return [...new Set([...asks, ...guards.flatMap((guard) => guard.asks ?? []), ...readings])];
};

/** Facts needed to say which actions this actor has in this state, and to show the checklist. */
export function factsForActions(process: AnyProcess, kase: Case, actor: Actor): readonly FactName[] {
  const names = possibleEvents(process, kase, actor).flatMap((name) =>
    (eventOf(process, name).guards ?? []).flatMap((guard) => guard.asks ?? []),
  );
  return [...new Set([...names, ...(process.checklistAsks ?? [])])];
}

const possibleEvents = (process: AnyProcess, kase: Case, actor: Actor): readonly string[] =>
  Object.keys(process.events).filter((name) => {
    const event = eventOf(process, name);
    return event.from.includes(kase.state) && event.who.some((who) => isRelated(who, actor, kase));
  });

/** The guards that are not met, each with its sentence. */
export function guardRefusals(guards: readonly Guard<never>[], sight: Sight<unknown>): Refusal[] {
  return (guards as readonly Guard<unknown>[])
    .filter((guard) => !guard.met(sight))
    .map(({ code, clause, says }) => ({
      kind: 'guard' as const,
      code,
      clause,
      says: typeof says === 'function' ? says(sight) : says,
    }));
}

/** Everything that stands between this actor and this event, input aside. Empty means the event may happen. */
export function refusalsFor(process: AnyProcess, name: string, sight: Sight<unknown>): readonly Refusal[] {
  const { from, who, guards = [], clause, title } = eventOf(process, name);
  const { actor, kase } = sight;
  const denied = permission(who, title, clause, { actor, kase });
  if (denied) return [denied];
  if (!from.includes(kase.state)) {
    const state = stateOf(process, kase.state).title;
    return [
      {
        kind: 'wrong_state',
        code: 'wrong_state',
        clause,
        says: both(`当前处于“${state.zh}”，不能办理“${title.zh}”`, `The case is in "${state.en}"; "${title.en}" is not possible`),
      },
    ];
  }
  const late = lateness(process, sight);
  return late ? [{ ...late, clause }] : guardRefusals(guards, sight);
}

/** A deadline that moves the case has moved it at its instant, although the clock may take a moment to write it down. */
function lateness(process: AnyProcess, { kase, actor, at }: Sight<unknown>): Refusal | null {
  const { deadline } = kase;
  if (!deadline || at < deadline.at || actor.role === 'clock' || eventOf(process, deadline.fires).to === 'same') return null;
  return {
    kind: 'wrong_state',
    code: 'deadline_passed',
    clause: 'operational',
    says: both(`期限已于${deadline.day} 24:00届满，请稍候刷新`, `The time ended with ${deadline.day}; reload in a moment`),
  };
}

/** The buttons of a case: every event this actor could do here, with the reasons why one can not be done now. */
export const actionsFor = (process: AnyProcess, sight: Sight<unknown>) =>
  possibleEvents(process, sight.kase, sight.actor).map((name) => ({
    event: name,
    refusals: refusalsFor(process, name, sight),
  }));

/** Moves a case by one event. Pure: the caller loads the case, saves `next` and runs `effects`. */
export function step(process: AnyProcess, kase: Case, attempt: Attempt, occasion: Occasion): Moved | Refused {
  const { event: name, actor } = attempt;
  const today = businessDateOf(occasion.at);
  const sight = sightOf(kase, actor, occasion, today);
  const refusals = refusalsFor(process, name, sight);
  if (refusals.length > 0) return refused(...refusals);

  const event = eventOf(process, name);
  const input = event.input.safeParse(attempt.input);
  if (!input.success) return refused(...inputRefusals(input.error, event.clause));
  const unacceptable = event.accepts?.(sight, input.data) ?? [];
  if (unacceptable.length > 0) return refused(...unacceptable);

  const data = event.apply ? event.apply(sight, input.data) : kase.data;
  const next = moved(process, kase, { name, to: event.to, data, actor, today, occasion });
  const effects = event.effects?.({ ...sight, kase: next, data }, input.data) ?? [];
  return { ok: true, next: withAssigned(next, effects), effects, input: input.data };
}

export const sightOf = (kase: Case, actor: Actor, occasion: Occasion, today: BusinessDate): Sight<unknown> => ({
  kase,
  data: kase.data,
  facts: occasion.facts,
  actor,
  at: occasion.at,
  today,
  seed: occasion.seed,
});

type Move = {
  readonly name: string;
  readonly to: string;
  readonly data: unknown;
  readonly actor: Actor;
  readonly today: BusinessDate;
  readonly occasion: Occasion;
};

/**
 * A move within a state keeps its deadline, unless the clock itself fired it (a deadline fires once) or the move names
 * another last day: then that one holds.
 */
function deadlineKept(process: AnyProcess, kase: Case, { data, actor, occasion }: Move): Case['deadline'] {
  const lastDay = process.states[kase.state]?.deadline?.lastDay;
  if (lastDay && lastDay.of(data as never) !== lastDay.of(kase.data as never))
    return entering(process, kase.state, { ...occasion, clocks: kase.clocks, data }, occasion.calendar).deadline;
  return actor.role === 'clock' ? null : kase.deadline;
}

function moved(process: AnyProcess, kase: Case, move: Move): Case {
  const { name, data, actor, today, occasion } = move;
  const hands = actor.person ? { ...kase.hands, [name]: [...new Set([...(kase.hands[name] ?? []), actor.person])] } : kase.hands;
  const to = move.to === 'same' ? kase.state : move.to;
  const base = { ...kase, data, hands, counterparty: process.counterparty?.(data) ?? null, version: kase.version + 1 };
  if (to === kase.state) return { ...base, deadline: deadlineKept(process, kase, move) };
  const clocks = clocksAfterLeaving(process, kase, today, occasion.calendar);
  return { ...base, state: to, stateSince: occasion.at, ...entering(process, to, { ...occasion, clocks, data }, occasion.calendar) };
}

function withAssigned(kase: Case, effects: readonly Effect[]): Case {
  const assign = effects.find((effect) => effect.kind === 'assign');
  return assign ? { ...kase, assigned: assign.people } : kase;
}

/** A zod error as refusals, one per field, in the words the schema gives. */
export const inputRefusals = (error: z.ZodError, clause: string): readonly Refusal[] =>
  error.issues.map(({ path, message }) => ({
    kind: 'input',
    code: 'invalid_input',
    clause,
    says: both(message, message),
    field: path.join('.'),
  }));
