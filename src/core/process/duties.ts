import { businessDateOf, type Instant } from '#core/kernel/dates.ts';
import type { Actor } from '#core/people/actor.ts';
import type { Relation } from '#core/people/relations.ts';
import type { Role } from '#core/people/roles.ts';
import type { AnyEvent, AnyProcess, Case, Sight } from './define.ts';

/** Something that waits for somebody: one event of one case for one role (and, for assigned people, one person). */
export type DutyEntry = {
  readonly event: string;
  readonly role: Role;
  readonly relation: Relation;
  readonly person: string | null;
  /** Persons who may not do it because of what they did before. */
  readonly barred: readonly string[];
};

/**
 * Who has something to do in this case now. Guards that ask the shell for facts are taken as met: a duty may turn out
 * to be refused, but none is missed. At most one entry per role, relation and person, the leading event first.
 */
export function dutiesOf(process: AnyProcess, kase: Case, at: Instant): readonly DutyEntry[] {
  const events = Object.entries(process.events as Record<string, AnyEvent<string, unknown>>)
    .filter(([, event]) => event.from.includes(kase.state) && (event.manner === 'next' || event.isDuty === true))
    .sort(([, a], [, b]) => Number(b.manner === 'next') - Number(a.manner === 'next') || Number(stays(a, kase)) - Number(stays(b, kase)));
  const entries = events.flatMap(([name, event]) =>
    event.who
      .filter(({ role }) => role !== 'clock' && role !== 'public')
      .flatMap(({ role, relation, notWho }): DutyEntry[] => {
        const barred = [...new Set((notWho ?? []).flatMap((earlier) => kase.hands[earlier] ?? []))];
        const people = relation === 'assigned' ? kase.assigned.filter((person) => !barred.includes(person)) : [null];
        return people
          .filter((person) => isOpenTo(event, kase, role, person, at))
          .map((person) => ({ event: name, role, relation, person, barred }));
      }),
  );
  const seen = new Set<string>();
  return entries.filter(({ role, relation, person }) => {
    const key = `${role}/${relation}/${person ?? ''}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** What leaves the case where it is does not lead: whoever may move it on is asked for that. */
const stays = ({ to }: AnyEvent<string, unknown>, { state }: Case): boolean => to === 'same' || to === state;

// oxlint-disable-next-line max-params -- the five things a guard without facts can depend on
function isOpenTo(event: AnyEvent<string, unknown>, kase: Case, role: Role, person: string | null, at: Instant): boolean {
  const actor: Actor = { person, name: '', role, organisation: kase.owner, organisationName: '', district: kase.district };
  const sight: Sight<unknown> = { kase, data: kase.data, facts: {}, actor, at, today: businessDateOf(at), seed: '' };
  return (event.guards ?? []).filter(({ asks }) => !asks?.length).every((guard) => guard.met(sight));
}
