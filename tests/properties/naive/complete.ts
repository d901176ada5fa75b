import { decide } from './decide.ts';
import type { Case, Fact, NaiveItem } from './facts.ts';

/** Values a missing field could turn out to have, chosen so that every outcome of a rule occurs. */
const possible: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  pledge_loan: { bankInCity: [true, false], insuredByGovBankInsurer: [true, false] },
  litigation: {
    foreignRelated: [true, false],
    majorInfluence: [true, false],
    final: [true, false],
    outcome: ['won', 'lost'],
    agencyFeeYuan: [0, 50_000],
  },
  invention_grants: { ownerCity: ['370300', '110000'], enterprise: ['E1', 'E2', 'E3', 'nobody'] },
  invention_grant_list: { ownerCity: ['370300', '110000'], enterprise: ['E1', 'E2', 'E3', 'nobody'] },
  abnormal_filing: { malicious: [true, false] },
  brand_honour: { level: ['national', 'provincial', 'municipal'] },
  custody_contract: { mode: ['full', 'advisory', 'single'] },
};

type Gap = { readonly index: number; readonly field: string; readonly values: readonly unknown[] };

/** Missing fields that a rule could turn on. */
export const gapsOf = (c: Case): readonly Gap[] =>
  c.facts.flatMap((fact: Fact, index) =>
    Object.entries(possible[fact.type] ?? {}).flatMap(([field, values]) => (fact[field] === undefined ? [{ index, field, values }] : [])),
  );

/** Decides a case with gaps by trying every way to fill them: what all ways agree on is decided, the rest is unknown. */
export function naiveItems(c: Case): readonly NaiveItem[] {
  const answers = fillings(c, gapsOf(c)).map(decide);
  const [first] = answers;
  if (!first) return [];
  return first.map((item, i) => {
    const all = answers.map((one) => one[i] as NaiveItem);
    const isDisplaced = ({ code }: NaiveItem) => code === 'ONCE_ONLY' || code === 'SAME_MATTER';
    const agree = all.every(
      (one) => one.eligible === item.eligible && one.ceilingYuan === item.ceilingYuan && isDisplaced(one) === isDisplaced(item),
    );
    return agree ? item : { ...item, eligible: null, ceilingYuan: 0, code: 'UNKNOWN', isHeld: false, lines: [] };
  });
}

/** Every way to fill the given gaps. */
export function fillings(c: Case, gaps: readonly Gap[]): readonly Case[] {
  const [gap, ...rest] = gaps;
  if (!gap) return [c];
  return gap.values.flatMap((value) =>
    fillings({ ...c, facts: c.facts.map((fact, i) => (i === gap.index ? { ...fact, [gap.field]: value } : fact)) }, rest),
  );
}
