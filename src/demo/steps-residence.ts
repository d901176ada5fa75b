import type { BusinessDate } from '#core/kernel/dates.ts';
import { accountOf, act, type City, openCase } from './city.ts';
import { organisationOf } from './organisations.ts';
import { zoneOf } from './steps-centre.ts';
import { paperOf } from './steps-facts.ts';

type MoveIn = { readonly agencies: readonly string[]; readonly from: BusinessDate; readonly by: string; readonly confirmedBy: string };

/** Agencies move into a designated zone: recorded with their lease, seen on the spot and confirmed by another person. */
export async function moveIn(city: City, park: string, { agencies, from, by, confirmedBy }: MoveIn): Promise<void> {
  const as = await accountOf(city, by);
  const confirmer = await accountOf(city, confirmedBy);
  for (const agency of agencies) {
    const input = {
      zone: zoneOf(city, park),
      entry: 'move_in',
      creditCode: organisationOf(agency).creditCode,
      from,
      evidence: [{ proves: 'lease', attachment: await paperOf(city, as, 'contract') }],
    };
    const dossier = await openCase(city, { process: 'residence', key: `residence-${agency}`, as, input });
    const check = { seenOn: from, says: '有办公场所，有人办公。' };
    await act(city, dossier, { as: confirmer, event: 'confirm', input: check });
  }
}
