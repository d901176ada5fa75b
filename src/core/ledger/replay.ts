import { type Fen, fen } from '#core/kernel/money.ts';
import { changesOf, type Entry, faultsOf } from './entries.ts';

/** What every account holds, by key; an account that is not there holds nothing. */
export type Balances = ReadonlyMap<string, Fen>;

export const balanceIn = (balances: Balances, key: string): Fen => balances.get(key) ?? fen(0);

/** The accounts that an entry would take below zero: while there is one, it is not posted. */
export const shortIn = (balances: Balances, entry: Entry): readonly string[] =>
  changesOf(entry).flatMap(([key, change]) => (balanceIn(balances, key) + change < 0 ? [key] : []));

/** The balances that a journal makes, entry by entry. @throws Error if one is not sound or would take an account below zero. */
export function replay(entries: readonly Entry[]): Balances {
  const balances = new Map<string, Fen>();
  for (const [index, entry] of entries.entries()) {
    const faults = [...faultsOf(entry), ...shortIn(balances, entry).map((key) => `${key} falls below zero`)];
    if (faults.length > 0) throw new Error(`entry ${index + 1} (${entry.kind}): ${faults.join('; ')}`);
    for (const [key, change] of changesOf(entry)) balances.set(key, fen(balanceIn(balances, key) + change));
  }
  return balances;
}
