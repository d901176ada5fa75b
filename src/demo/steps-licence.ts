import type { BusinessDate } from '#core/kernel/dates.ts';
import { accountOf, act, type City, openCase } from './city.ts';
import { organisations } from './organisations.ts';
import { paperOf } from './steps-facts.ts';

/** One person of the centre enters every agency's qualification, another puts it in force. */
export async function recordQualifications(city: City): Promise<void> {
  const as = await accountOf(city, 'officer1');
  const approver = await accountOf(city, 'approver1');
  for (const { key, creditCode, agencyCode, qualifiedFrom } of organisations) {
    if (qualifiedFrom === null) continue;
    const input = {
      entry: 'granted',
      creditCode,
      on: qualifiedFrom as BusinessDate,
      licenceNumber: `虚构执业许可${agencyCode ?? key}`,
      documentNumber: `虚构公告${qualifiedFrom.slice(0, 4)}年第${agencyCode ?? key}号`,
      attachment: await paperOf(city, as, 'proof'),
    };
    const dossier = await openCase(city, { process: 'licence', key: `licence-${key}`, as, input });
    await act(city, dossier, { as: approver, event: 'put_in_force' });
  }
}
