import type { z } from 'zod';
import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import type { Words } from '#core/kernel/words.ts';
import type { Actor } from '#core/people/actor.ts';
import type { Who } from '#core/people/relations.ts';
import type { Effect } from './effects.ts';
import type { FactName, Facts } from './facts.ts';
import type { Summary } from './summary.ts';

/** When a state runs out, as an instant; half-open: an act at `at` is late. */
export type Deadline = {
  readonly at: Instant;
  /** Last day on which one may act. */
  readonly day: BusinessDate;
  /** No calendar of that year yet: recomputed when it arrives. */
  readonly isProvisional: boolean;
  readonly fires: string;
  /** The length in workdays that it began with, whatever was ruled since (I-48); null where the case names the day. */
  readonly workdays: number | null;
};

/** A time limit that several states share: the length it began with and the workdays used of it up to the state the case is in. */
export type RunningClock = { readonly workdays: number; readonly used: number };

/** What every case knows about itself, whatever its process. */
export type Case<State extends string = string, Data = unknown> = {
  readonly id: string;
  readonly number: string;
  readonly process: string;
  readonly state: State;
  readonly data: Data;
  readonly version: number;
  readonly owner: string | null;
  readonly district: string | null;
  readonly openedBy: string | null;
  readonly openedAt: Instant;
  readonly stateSince: Instant;
  readonly deadline: Deadline | null;
  /** Every named clock that was started; a stopped one goes on with what is left of its own length. */
  readonly clocks: Readonly<Record<string, RunningClock>>;
  readonly hands: Readonly<Record<string, readonly string[]>>;
  readonly assigned: readonly string[];
  /** The other organisation the case is about, when it is to act on it. */
  readonly counterparty: string | null;
  readonly policy: string;
};

/** What a guard or an `apply` may look at: the case, the facts it asked for, the actor and the time. */
export type Sight<Data> = {
  readonly kase: Case<string, Data>;
  readonly data: Data;
  readonly facts: Facts;
  readonly actor: Actor;
  readonly at: Instant;
  readonly today: BusinessDate;
  /** Fresh randomness for draws, recorded with the result. */
  readonly seed: string;
};

/** A condition that is met or explains itself; the words go to the user as they are. */
export type Guard<Data> = {
  readonly code: string;
  readonly clause: string;
  readonly says: Words | ((sight: Sight<Data>) => Words);
  readonly asks?: readonly FactName[];
  readonly met: (sight: Sight<Data>) => boolean;
};

export type EventDefinition<State extends string, Data, Input> = {
  readonly title: Words;
  readonly clause: string;
  readonly from: readonly State[];
  readonly to: State | 'same';
  readonly who: readonly Who[];
  readonly input: z.ZodType<Input>;
  readonly asks?: readonly FactName[];
  readonly guards?: readonly Guard<Data>[];
  /** Refusals that depend on the words given. */
  readonly accepts?: (sight: Sight<Data>, input: Input) => readonly Refusal[];
  readonly apply?: (sight: Sight<Data>, input: Input) => Data;
  readonly effects?: (sight: Sight<Data>, input: Input) => readonly Effect[];
  /** `next` is the one action the screen leads with; `grave` asks again; `quiet` is not shown as a button or in the timeline. */
  readonly manner?: 'next' | 'grave' | 'quiet';
  /** Counts as a duty of whoever may do it, although the screen does not lead with it. A `next` always does. */
  readonly isDuty?: true;
  /** The log keeps only a salted commitment of the input, never the input: sealed scores, identities. */
  readonly isSealed?: true;
  /** May be decided on many cases at once; `undoneBy` is the event that takes it back before anybody is told. */
  readonly inBulk?: { readonly undoneBy: string | null };
};

/** A reading of the plan that counts workdays, by its key; which there are, the plan says. */
export type WorkdaysReading = `${string}Workdays`;

/** The last day that a case itself names, and the paper that names it. */
export type NamedDay = { readonly of: (data: never) => BusinessDate | null; readonly source: Words };

/** How long a case may stay in a state and what happens then. */
export type TimeLimit<Event extends string> = {
  readonly fires: Event;
  /** A named clock goes on where it was stopped when the case comes back, with the length it began with. */
  readonly clock?: string;
} & (
  | {
      /** As many workdays as this reading says on the day of entry (I-48: forward only). */
      readonly reading: WorkdaysReading;
      /** The reading as people read it, with its number in the register. */
      readonly source: Words;
      /** Comes first; the reading counts where the case names no day or that day is over on entry. */
      readonly lastDay?: NamedDay;
    }
  | { readonly reading?: never; readonly lastDay: NamedDay }
);

export type StateDefinition<Event extends string> = {
  readonly title: Words;
  /** Who holds the case now, shown to those who wait. */
  readonly awaits?: Words;
  readonly isFinal?: true;
  /** Only the owner sees a case in this state. */
  readonly isPrivate?: true;
  readonly deadline?: TimeLimit<Event>;
};

/** One line of the checklist shown beside a case: a condition of the plan and how it stands. */
export type Check = {
  readonly clause: string;
  readonly title: Words;
  readonly status: 'met' | 'not_met' | 'to_be_judged';
  readonly explains: Words;
  readonly source: Words;
  /** Matters it names, as `kind/matter`, so that the page can mark them. */
  readonly about?: readonly string[];
};

/** Who may read a part of the data, and when. Several entries for one part add up; parts not listed are open to every reader. */
export type Sees<State extends string, Data> = {
  readonly part: keyof Data & string;
  readonly who: readonly Who[];
  readonly inStates?: readonly State[];
  readonly when?: (sight: Sight<Data>) => boolean;
};

// oxlint-disable-next-line typescript/no-explicit-any -- each event has its own input; the registry holds them side by side
export type AnyEvent<State extends string, Data> = EventDefinition<State, Data, any>;

export type OpeningDefinition<Data, Input> = {
  readonly title: Words;
  readonly clause: string;
  readonly who: readonly Who[];
  readonly input: z.ZodType<Input>;
  readonly asks?: readonly FactName[];
  readonly guards?: readonly Guard<null>[];
  readonly accepts?: (sight: Sight<null>, input: Input) => readonly Refusal[];
  readonly create: (sight: Sight<null>, input: Input) => Data;
  /** Whose case it is where an office opens it for somebody else; otherwise it belongs to whoever opens it. */
  readonly belongsTo?: (data: Data) => { readonly owner: string | null; readonly district: string | null };
  readonly effects?: (sight: Sight<Data>, input: Input) => readonly Effect[];
  readonly isSealed?: true;
};

export type ProcessDefinition<Name extends string, State extends string, Event extends string, Data> = {
  readonly name: Name;
  readonly title: Words;
  readonly clause: string;
  /** Letters that begin the case number. */
  readonly prefix: string;
  readonly data: z.ZodType<Data>;
  /** The form the owner fills in, if there is one; its JSON Schema drives the editor. */
  readonly form?: z.ZodObject;
  readonly readers: readonly Who[];
  readonly sees?: readonly Sees<NoInfer<State>, NoInfer<Data>>[];
  // oxlint-disable-next-line typescript/no-explicit-any -- as for events
  readonly opens: OpeningDefinition<Data, any>;
  readonly initial: NoInfer<State>;
  readonly states: Readonly<Record<State, StateDefinition<NoInfer<Event>>>>;
  readonly events: Readonly<Record<Event, AnyEvent<State, Data>>>;
  readonly checklist?: (sight: Sight<NoInfer<Data>>) => readonly Check[];
  readonly checklistAsks?: readonly FactName[];
  /** The case this one belongs to, if any: an application to its call, an objection to what it objects to. */
  readonly parent?: (data: NoInfer<Data>) => string | null;
  /** The other organisation that is to act on the case, if any: the enterprise that confirms a service. */
  readonly counterparty?: (data: NoInfer<Data>) => string | null;
  /** One line that names the case in lists. */
  readonly summary: Summary<NoInfer<Data>>;
};

// oxlint-disable-next-line typescript/no-explicit-any -- for code that handles any process and looks at data only through its schema
export type AnyProcess = ProcessDefinition<string, string, string, any>;

/** Fixes the states and the case data once; each event then infers its own input from its schema. */
export const eventsOf =
  <State extends string, Data>() =>
  <Input>(definition: EventDefinition<State, Data, Input>) =>
    definition;

/** Declares how a case opens; `create` infers its input from the schema. */
export const openingOf =
  <Data>() =>
  <Input>(definition: OpeningDefinition<Data, Input>) =>
    definition;

/** Declares a process. State and event names are checked against each other by the compiler. */
export const defineProcess = <Name extends string, State extends string, Event extends string, Data>(
  definition: ProcessDefinition<Name, State, Event, Data>,
) => definition;
