import { readCreditCode } from '#core/kernel/credit-code.ts';
import type { FactMap } from '#core/process/facts.ts';
import type { Tx } from '#server/db/transaction.ts';
import { supportsInZone, zoneAgencies } from '#server/stores/residence.ts';
import { organisationByCode } from '#server/stores/vouchers.ts';
import { zoneNamed } from './plan-facts.ts';

type Asking = { readonly tx: Tx; readonly kase: { readonly id: string; readonly data: unknown } | null; readonly words: unknown };

/** The registered agency under the credit code that a case or its opening names. */
async function agencyNamed({ tx, kase, words }: Asking): Promise<FactMap['residence']['agency']> {
  const { creditCode } = ((kase ? kase.data : words) ?? {}) as { readonly creditCode?: unknown };
  const read = typeof creditCode === 'string' ? readCreditCode(creditCode) : null;
  const row = read?.ok ? await organisationByCode(tx, read.value) : undefined;
  return row?.kind === 'agency' ? { id: row.id, name: row.name } : null;
}

/** What is on record of the zone an entry is about. */
export async function residenceFact(asking: Asking): Promise<FactMap['residence']> {
  const zone = zoneNamed(asking);
  if (zone === null) return { agency: null, stays: [], supports: [] };
  const [agency, stays, supports] = await Promise.all([
    agencyNamed(asking),
    zoneAgencies(asking.tx, zone),
    supportsInZone(asking.tx, zone),
  ]);
  return {
    agency,
    stays: stays.map(({ id, stay, name, creditCode, from, to }) => ({
      id: stay,
      agency: id,
      name,
      creditCode: creditCode ?? '',
      from,
      to,
    })),
    supports,
  };
}
