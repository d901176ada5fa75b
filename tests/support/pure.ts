import type { Instant } from '#core/kernel/dates.ts';
import { calendarOf } from '#core/kernel/workdays.ts';
import type { Actor } from '#core/people/actor.ts';
import { type Role, roleNames } from '#core/people/roles.ts';
import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import { open } from '#core/process/open.ts';
import { type Moved, type Occasion, permission, step } from '#core/process/step.ts';
import { calendars } from '#policy/calendar/index.ts';
import { timeLimitSettings } from '#policy/zibo-2020/settings-time-limits.ts';

const calendar = calendarOf(calendars);

/** Somebody in an office who has every relation to the case of these stories: its owner, its district, its panel. */
export const actorIn = (role: Role, more: Partial<Actor> = {}): Actor => ({
  person: role === 'clock' || role === 'public' ? null : `${role}-1`,
  name: role,
  role,
  organisation: role === 'clock' || role === 'public' ? null : 'owner',
  organisationName: '',
  district: '370303',
  ...more,
});

const nine = '2021-03-01T01:00:00.000Z' as Instant;

/** The readings by default, as far as they say how long a state lasts. */
const usualTimes = Object.fromEntries(Object.entries(timeLimitSettings).map(([key, setting]) => [key, setting.default]));

/** What the shell would bring to one try: the facts of the story, and the readings a time limit needs. */
export const occasion = (facts: Facts = {}, at: string = nine): Occasion => ({
  at: at as Instant,
  calendar,
  facts: { ...facts, readings: { ...usualTimes, ...facts.readings } },
  seed: 'seed',
});

type Act = { readonly as: Role | Actor; readonly event: string; readonly input?: unknown; readonly facts?: Facts; readonly at?: string };

const who = (as: Role | Actor): Actor => (typeof as === 'string' ? actorIn(as) : as);

/** Opens a case that must open. */
export function begun(process: AnyProcess, { as, input = {}, facts = {}, at }: Omit<Act, 'event'>): Case {
  const opened = open(process, { input, actor: who(as) }, occasion(facts, at), { id: 'case-1', number: 'N-1', policy: 'zibo-2020' });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusals));
  return opened.next;
}

/** Tries one event on a case. */
export const tried = (process: AnyProcess, kase: Case, { as, event, input = {}, facts = {}, at }: Act) =>
  step(process, kase, { event, input, actor: who(as) }, occasion(facts, at));

/** Does one event that must happen. */
export function moved(process: AnyProcess, kase: Case, act: Act): Moved {
  const outcome = tried(process, kase, act);
  if (!outcome.ok) throw new Error(`${act.event}: ${JSON.stringify(outcome.refusals)}`);
  return outcome;
}

/** Does several events one after the other. */
export const told = (process: AnyProcess, kase: Case, acts: readonly Act[]): Case =>
  acts.reduce((now, act) => moved(process, now, act).next, kase);

/** Codes of the refusals of a try that must be refused. */
export function refusedCodes(process: AnyProcess, kase: Case, act: Act): readonly string[] {
  const outcome = tried(process, kase, act);
  if (outcome.ok) throw new Error(`${act.event} happened`);
  return outcome.refusals.map(({ code }) => code);
}

const caseIn = (process: AnyProcess, state: string, more: Partial<Case> = {}): Case => ({
  id: 'case-1',
  number: 'N-1',
  process: process.name,
  state,
  data: null,
  version: 1,
  owner: 'owner',
  district: '370303',
  openedBy: null,
  openedAt: nine,
  stateSince: nine,
  deadline: null,
  clocks: {},
  hands: {},
  assigned: ['expert-1'],
  counterparty: 'owner',
  policy: 'zibo-2020',
  ...more,
});

const mayDo = (process: AnyProcess, kase: Case, actor: Actor): string[] =>
  Object.entries(process.events)
    .filter(
      ([, { from, who: list, title, clause }]) => from.includes(kase.state) && permission(list, title, clause, { actor, kase }) === null,
    )
    .map(([name]) => name);

/** The role × state × event table: a line for each state and role that may do anything there. */
export function tableOf(process: AnyProcess): string {
  const lines = Object.keys(process.states).flatMap((state) => {
    const kase = caseIn(process, state);
    const entries = roleNames.map((role) => [role, mayDo(process, kase, actorIn(role))] as const).filter(([, events]) => events.length > 0);
    return entries.length === 0 ? [`${state}: nobody, nothing`] : entries.map(([role, events]) => `${state}: ${role}: ${events.join(' ')}`);
  });
  return lines.join('\n');
}

/** What somebody of another organisation, district and panel may do anywhere: only offices of the whole city may. */
export const strangersDo = (process: AnyProcess): string[] =>
  Object.keys(process.states).flatMap((state) =>
    roleNames.flatMap((role) => {
      const stranger = actorIn(role, { person: 'stranger', organisation: 'another', district: '370302' });
      return mayDo(process, caseIn(process, state), stranger).map((event) => `${state}: ${role}: ${event}`);
    }),
  );

/** What a person may still do in a state who once did this event. */
export const mayStillDo = (process: AnyProcess, state: string, { role, did }: { role: Role; did: string }): string[] =>
  mayDo(process, caseIn(process, state, { hands: { [did]: [`${role}-1`] } }), actorIn(role));
