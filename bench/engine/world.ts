import type { AgencyYear } from '#policy/zibo-2020/09-population.ts';

/** Sizes of the synthetic year. */
export const sizes = { agencies: 6_000, grants: 1_000_000, deals: 20_000, cases: 5_000 } as const;

/** One granted patent; dates are whole numbers such as 20210406, flag 0 clean, 1 abnormal, 2 malicious. */
export type GrantRow = {
  readonly agency: number;
  readonly date: number;
  readonly city: number;
  readonly kind: number;
  readonly flag: number;
};

/** One loan (kind 0) or securitisation (kind 1). */
export type DealRow = {
  readonly agency: number;
  readonly date: number;
  readonly kind: number;
  readonly insured: number;
  readonly local: number;
};

/** One patent case; fee in fen. */
export type CaseRow = {
  readonly agency: number;
  readonly date: number;
  readonly won: number;
  readonly weighty: number;
  readonly clientInZone: number;
  readonly fee: number;
};

/** Columns of the grants. */
export type GrantColumns = {
  readonly agency: Uint16Array;
  readonly date: Int32Array;
  readonly city: Uint16Array;
  readonly kind: Uint8Array;
  readonly flag: Uint8Array;
};

/** A synthetic year: the same seed gives the same rows on every machine. */
export type World = {
  readonly agencies: readonly AgencyYear[];
  readonly grants: readonly GrantRow[];
  readonly columns: GrantColumns;
  readonly deals: readonly DealRow[];
  readonly cases: readonly CaseRow[];
};

/** First and last day of the year under measurement, as whole numbers. */
export const yearFrom = 20_210_101;
export const yearUntil = 20_220_101;
/** City code of the year's counted owners. */
export const city = 3703;

/** 32-bit mixing generator, uniform in [0, 1). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 4294967296;
  };
}

/** Builds the year. */
export function makeWorld(seed = 20_200_825): World {
  const r = generator(seed);
  const chance = (p: number) => (r() < p ? 1 : 0);
  const weights: number[] = [];
  let total = 0;
  const agencies = Array.from({ length: sizes.agencies }, (): AgencyYear => {
    total += Math.exp(1.1 * Math.sqrt(-2 * Math.log(1 - r())) * Math.cos(2 * Math.PI * r()));
    weights.push(total);
    return agencyOf(r, chance);
  });
  const pick = () => indexOf(weights, r() * total);
  const date = () => (r() < 0.98 ? 2021 : 2020) * 10_000 + (1 + Math.floor(r() * 12)) * 100 + 1 + Math.floor(r() * 28);
  const grants = Array.from({ length: sizes.grants }, () => ({
    agency: pick(),
    date: date(),
    city: r() < 0.9 ? city : 3701,
    kind: r() < 0.97 ? 1 : 2,
    flag: r() < 0.0005 ? 1 + chance(0.3) : 0,
  }));
  return {
    agencies,
    grants,
    columns: columnsOf(grants),
    deals: Array.from({ length: sizes.deals }, () => ({
      agency: pick(),
      date: date(),
      kind: chance(0.03),
      insured: chance(0.8),
      local: chance(0.9),
    })),
    cases: Array.from({ length: sizes.cases }, () => ({
      agency: pick(),
      date: date(),
      won: chance(0.6),
      weighty: chance(0.6),
      clientInZone: chance(0.8),
      fee: Math.floor(5_000 + r() * 120_000) * 100,
    })),
  };
}

/** Draws one agency's year; `chance` gives 1 with the probability asked for. */
export function agencyOf(r: () => number, chance: (p: number) => number): AgencyYear {
  const mode = r();
  return {
    gate: r() < 0.85 ? 2 * chance(0.1) : 1,
    loans: Math.floor(r() * 4),
    localLoans: Math.floor(r() * 5),
    securitizations: chance(0.05),
    recognised: chance(0.4),
    custodyFull: mode < 0.25 ? 1 : 0,
    custodyAdvisory: mode >= 0.25 && mode < 0.45 ? 1 : 0,
    custodySingle: mode >= 0.45 && mode < 0.6 ? 1 : 0,
    nationalHonours: chance(0.01),
    provincialHonours: chance(0.03),
    certificates: chance(0.5) * Math.floor(r() * 6),
    winFen: Math.floor(r() * 6) * 4_900_000,
    grants: Math.floor(r() * 260),
    maliciousFindings: chance(0.03),
    findings: chance(0.06),
    clearings: chance(0.2),
    doublings: chance(0.12),
  };
}

function indexOf(weights: readonly number[], x: number): number {
  let [low, high] = [0, weights.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((weights[middle] as number) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

const columnsOf = (rows: readonly GrantRow[]): GrantColumns => ({
  agency: Uint16Array.from(rows, ({ agency }) => agency),
  date: Int32Array.from(rows, ({ date }) => date),
  city: Uint16Array.from(rows, (row) => row.city),
  kind: Uint8Array.from(rows, ({ kind }) => kind),
  flag: Uint8Array.from(rows, ({ flag }) => flag),
});
