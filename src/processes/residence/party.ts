import { oneSpelling } from '#core/panel/draw.ts';
import type { Party, ResidenceFact, Stay } from '#core/process/residence-facts.ts';
import type { Opening, ResidenceData } from './data.ts';

/** The stay an entry is about; undefined for a move in, or where there is none. */
export const stayNamed = ({ stays }: ResidenceFact, { entry, stay }: Opening): Stay | undefined =>
  entry === 'move_in' ? undefined : stays.find(({ id }) => id === stay);

/** Who is to move in; null where an agency is not registered or an enterprise is not fully named. */
export function partyNamed({ organisation }: ResidenceFact, input: Opening): Party | null {
  const { member, creditCode } = input;
  if (creditCode === null) return null;
  if (member === 'agency') return organisation?.kind === 'agency' ? partyAs(organisation.id, creditCode, organisation.name) : null;
  const name = organisation?.name ?? input.name;
  return name === '' ? null : partyAs(null, creditCode, name);
}

const partyAs = (agency: string | null, creditCode: string, name: string): Party => ({ agency, creditCode: oneSpelling(creditCode), name });

/** Who stays, as the case keeps it. */
export const partyOf = ({ member, organisation, creditCode, name }: ResidenceData): Party => ({
  agency: member === 'agency' ? organisation : null,
  creditCode,
  name,
});

/** Whether two stays are of one party. */
export const isSameParty = (one: Party, other: Party): boolean =>
  one.agency === other.agency && (one.agency !== null || one.creditCode === other.creditCode);
