import type { AnyProcess } from '#core/process/define.ts';
import { processes } from '#processes/index.ts';

/** What the county does in a process: the states that wait for it, and the events with which it gives a case back to its owner. */
export type CountyWork = { readonly process: string; readonly states: readonly string[]; readonly returns: readonly string[] };

const isCounty = (role: string): boolean => role === 'county_reviewer' || role === 'county_approver';

/** States that wait for somebody: an event leads on from them, and such a person does it. */
const awaiting = (process: AnyProcess, fits: (role: string, relation: string) => boolean): readonly string[] => [
  ...new Set(
    Object.values(process.events)
      .filter(({ manner, isDuty, who }) => (manner === 'next' || isDuty === true) && who.some(({ role, relation }) => fits(role, relation)))
      .flatMap(({ from }) => from),
  ),
];

/** The county's part in one process, read from its definition. */
export function countyWorkIn(process: AnyProcess): CountyWork {
  const states = awaiting(process, isCounty);
  const owners = awaiting(process, (_role, relation) => relation === 'owner').filter((state) => !states.includes(state));
  const returns = Object.entries(process.events)
    .filter(
      ([, { who, from, to }]) =>
        who.some(({ role }) => isCounty(role)) && from.some((state) => states.includes(state)) && owners.includes(to),
    )
    .map(([name]) => name);
  return { process: process.name, states, returns };
}

/** Every process in which counties have work. A new process appears here by itself. */
export const countyWork: readonly CountyWork[] = Object.values(processes)
  .map((process) => countyWorkIn(process as unknown as AnyProcess))
  .filter(({ states }) => states.length > 0);
