import { bestCombination } from '#core/policy/nearest.ts';
import type { CaseFile, ClauseKey } from './case-file.ts';
import { codeLabel } from './codes.ts';
import { type Determination, determine, type Rulings } from './determine.ts';

/** A support that stands, or one that was left out with the reason; `facts` are those behind it. */
export type MixPart = {
  readonly agency: string;
  readonly clause: ClauseKey;
  readonly facts: readonly string[];
  readonly yuan: number;
  readonly says: string;
};

/** The best that may lawfully be had together (9.6, I-15, I-26). Yuan of cash and vouchers are added only to compare. */
export type BestMix = {
  readonly totalYuan: number;
  readonly chosen: readonly MixPart[];
  readonly leftOut: readonly MixPart[];
};

/**
 * Chooses, for each matter that several facts claim, the fact whose support makes the whole worth most, and lets the
 * rules decide the rest; says what was left out and why. A fact left out stays evidence for other conditions.
 * `rulings` as in `determine`.
 */
export function bestMix(file: CaseFile, rulings: Rulings = {}): BestMix {
  const rivals = rivalsOf(file);
  const decided = (picks: readonly number[]) =>
    determine(file, rulings, new Map(rivals.map(({ matter, facts }, i) => [matter, facts[picks[i] as number] as string])));
  const best = decided(
    bestCombination(
      rivals.map(({ facts }) => facts.length),
      (picks) => totalOf(decided(picks)),
    ),
  );
  return { totalYuan: Math.floor(totalOf(best) / 100), chosen: chosenOf(best), leftOut: leftOutOf(best) };
}

const totalOf = ({ items }: Determination): number => items.reduce((sum, { item }) => sum + item.ceiling, 0);

/** Facts that claim one matter, matter by matter; where it is one alone there is nothing to choose. */
function rivalsOf(file: CaseFile): readonly { readonly matter: string; readonly facts: readonly string[] }[] {
  const names = [...new Set(file.facts.flatMap(({ matter }) => matter ?? []))].sort();
  return names.map((matter) => ({ matter, facts: file.facts.filter((fact) => fact.matter === matter).map(({ id }) => id) }));
}

const chosenOf = ({ items }: Determination): readonly MixPart[] =>
  items
    .filter(({ item }) => item.eligible === true)
    .map(({ item }) => ({
      agency: item.agency,
      clause: item.clause.key as ClauseKey,
      facts: item.lines.filter(({ amount }) => amount > 0).map(({ row }) => row.factId),
      yuan: Math.floor(item.ceiling / 100),
      says: codeLabel(item.code),
    }));

const leftOutOf = ({ items }: Determination): readonly MixPart[] =>
  items.flatMap(({ item }) =>
    item.lines
      .filter(({ code, full }) => (code === 'ONCE_ONLY' || code === 'SAME_MATTER') && full > 0)
      .map(({ row, full, code, because }) => ({
        agency: item.agency,
        clause: item.clause.key as ClauseKey,
        facts: [row.factId],
        yuan: Math.floor(full / 100),
        says: `${codeLabel(code)}（见 ${because}）`,
      })),
  );
