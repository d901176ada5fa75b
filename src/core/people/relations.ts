import { both, type Words } from '#core/kernel/words.ts';
import type { Actor } from './actor.ts';
import type { Role } from './roles.ts';

/** How a person must be related to a case to act on it. */
export const relations = {
  owner: both('本单位的', 'own organisation'),
  district: both('本区县的', 'own district'),
  assigned: both('被指派的', 'assigned'),
  counterparty: both('作为对方的', 'as the other party'),
  any: both('全市', 'whole city'),
} as const satisfies Record<string, Words>;

export type Relation = keyof typeof relations;

/** A role with its relation; `notWho` names earlier events whose doers may not act: checking and approving are two persons. */
export type Who<Event extends string = string> = {
  readonly role: Role;
  readonly relation: Relation;
  readonly notWho?: readonly Event[];
};

/** The parts of a case that relations look at. */
export type Related = {
  readonly owner: string | null;
  readonly district: string | null;
  readonly assigned: readonly string[];
  readonly counterparty: string | null;
  /** Event name to the persons who ever did it on this case. */
  readonly hands: Readonly<Record<string, readonly string[]>>;
};

/** Whether role and relation fit, earlier hands aside. */
export function isRelated(who: Who, actor: Actor, related: Related): boolean {
  return who.role === actor.role && holds[who.relation](actor, related);
}

const isSame = (own: string | null, other: string | null): boolean => own !== null && own === other;

const holds: Readonly<Record<Relation, (actor: Actor, related: Related) => boolean>> = {
  any: () => true,
  owner: ({ organisation }, { owner }) => isSame(organisation, owner),
  district: (actor, { district }) => isSame(actor.district, district),
  assigned: ({ person }, { assigned }) => person !== null && assigned.includes(person),
  counterparty: ({ organisation }, { counterparty }) => isSame(organisation, counterparty),
};

/** The earlier event this person did that now bars them, if any. */
export const barredBy = (who: Who, actor: Actor, related: Related): string | undefined =>
  who.notWho?.find((event) => actor.person !== null && related.hands[event]?.includes(actor.person));
