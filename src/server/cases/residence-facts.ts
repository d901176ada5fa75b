import { readCreditCode } from '#core/kernel/credit-code.ts';
import type { FactMap } from '#core/process/facts.ts';
import type { Tx } from '#server/db/transaction.ts';
import { listingsOf, qualificationsOf } from '#server/stores/licences.ts';
import { supportsInZone, zoneAgencies, zoneEnterprises } from '#server/stores/residence.ts';
import { organisationByCode } from '#server/stores/vouchers.ts';
import { zoneNamed } from './plan-facts.ts';

type Asking = { readonly tx: Tx; readonly kase: { readonly id: string; readonly data: unknown } | null; readonly words: unknown };

/** The registered organisation under the credit code that a case or its opening names. */
async function organisationNamed({ tx, kase, words }: Asking): Promise<FactMap['residence']['organisation']> {
  const { creditCode } = ((kase ? kase.data : words) ?? {}) as { readonly creditCode?: unknown };
  const read = typeof creditCode === 'string' ? readCreditCode(creditCode) : null;
  return (read?.ok ? await organisationByCode(tx, read.value) : undefined) ?? null;
}

/** What is on record of the qualification of the agency an entry is about. */
export async function licenceFact(asking: Asking): Promise<FactMap['licence']> {
  const agency = await organisationNamed(asking);
  if (agency?.kind !== 'agency') return { agency: null, qualifications: [], listings: [] };
  const [qualifications, listings] = await Promise.all([qualificationsOf(asking.tx, agency.id), listingsOf(asking.tx, agency.id)]);
  return { agency: { id: agency.id, name: agency.name }, qualifications, listings };
}

/** What is on record of the zone an entry is about. */
export async function residenceFact(asking: Asking): Promise<FactMap['residence']> {
  const zone = zoneNamed(asking);
  if (zone === null) return { organisation: null, stays: [], supports: [] };
  const [organisation, agencies, enterprises, supports] = await Promise.all([
    organisationNamed(asking),
    zoneAgencies(asking.tx, zone),
    zoneEnterprises(asking.tx, zone),
    supportsInZone(asking.tx, zone),
  ]);
  const stays = [
    ...agencies.map(({ id, creditCode, ...stay }) => ({ ...stay, agency: id, creditCode: creditCode ?? '' })),
    ...enterprises.map((stay) => ({ ...stay, agency: null })),
  ];
  return { organisation, stays: stays.map(({ stay: id, case: _case, ...rest }) => ({ ...rest, id })), supports };
}
