import { readCreditCode } from '#core/kernel/credit-code.ts';
import type { PooledExpert } from '#core/process/facts.ts';

/** An expert who may not judge this case, and why; computed, not declared. */
export type Conflict = { readonly person: string; readonly name: string; readonly why: string };

/** An organisation that a case is about. */
export type Party = { readonly name: string; readonly creditCode: string };

/** A credit code in its one spelling, however it was typed: a tie must not hide behind a blank. */
export function oneSpelling(creditCode: string): string {
  const read = readCreditCode(creditCode);
  return read.ok ? read.value : creditCode;
}

/** Conflicts of interest of the pool with the parties of a case: employer, office held, declared ties. */
export function conflictsWith(pool: readonly PooledExpert[], parties: readonly Party[]): readonly Conflict[] {
  const named = new Map(parties.map(({ creditCode, name }) => [creditCode, name]));
  return pool.flatMap(({ person, name, ties, offices }) => {
    const tie = ties.find(({ creditCode }) => named.has(creditCode));
    if (tie) return [{ person, name, why: `与“${named.get(tie.creditCode)}”有${tie.kind}关系` }];
    const office = offices.find((code) => named.has(code));
    return office ? [{ person, name, why: `在“${named.get(office)}”任职` }] : [];
  });
}

/** A number from 0 up to 2^32 that depends on nothing but the text; FNV-1a with a final mix. */
function spread(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}

/**
 * Draws `size` experts without conflict. The order follows from the seed alone, so anybody with the seed and the pool
 * can draw again and get the same panel.
 */
export function draw(
  pool: readonly PooledExpert[],
  conflicts: readonly Conflict[],
  wanted: { readonly size: number; readonly seed: string; readonly without?: readonly string[] },
): readonly PooledExpert[] {
  const barred = new Set([...conflicts.map(({ person }) => person), ...(wanted.without ?? [])]);
  return pool
    .filter(({ person }) => !barred.has(person))
    .map((expert) => ({ expert, lot: spread(`${wanted.seed}/${expert.person}`) }))
    .sort((a, b) => a.lot - b.lot || (a.expert.person < b.expert.person ? -1 : 1))
    .slice(0, wanted.size)
    .map(({ expert }) => expert);
}
