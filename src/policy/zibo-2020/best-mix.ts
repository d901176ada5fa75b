import { bestCombination } from '#core/policy/nearest.ts';
import { determineCase } from './answer.ts';
import type { CaseFile, ClauseKey } from './case-file.ts';
import { codeLabel } from './codes.ts';

/** A support that stands, or one that was left out with the reason. */
export type MixPart = { readonly agency: string; readonly clause: ClauseKey; readonly yuan: number; readonly says: string };

/** The best that may lawfully be had together (9.6, I-15, I-26). Yuan of cash and vouchers are added only to compare. */
export type BestMix = {
  readonly totalYuan: number;
  readonly chosen: readonly MixPart[];
  readonly leftOut: readonly MixPart[];
};

/**
 * Chooses, for each matter that several facts claim, the fact whose support makes the whole worth most, and lets the
 * rules decide the rest; says what was left out and why.
 */
export function bestMix(file: CaseFile): BestMix {
  const rivals = rivalsOf(file);
  const picks = bestCombination(
    rivals.map(({ length }) => length),
    (some) => totalOf(keeping(file, rivals, some)),
  );
  const kept = keeping(file, rivals, picks);
  const answer = determineCase(kept);
  const gone = new Set(rivals.flatMap((facts, i) => facts.filter((_, k) => k !== picks[i])));
  return {
    totalYuan: totalOf(kept),
    chosen: answer.items
      .filter(({ eligible }) => eligible === true)
      .map(({ agency, clause, ceilingYuan, code }) => ({ agency, clause, yuan: ceilingYuan, says: codeLabel(code) })),
    leftOut: [...displaced(kept), ...droppedFacts(file, gone)],
  };
}

const totalOf = (file: CaseFile): number => Object.values(determineCase(file).totals).reduce((sum, { total }) => sum + total, 0);

/** Facts that claim one matter, matter by matter. */
function rivalsOf(file: CaseFile): readonly (readonly string[])[] {
  const names = [...new Set(file.facts.flatMap(({ matter }) => matter ?? []))].sort();
  return names.map((name) => file.facts.filter(({ matter }) => matter === name).map(({ id }) => id)).filter(({ length }) => length > 1);
}

function keeping(file: CaseFile, rivals: readonly (readonly string[])[], picks: readonly number[]): CaseFile {
  const gone = new Set(rivals.flatMap((facts, i) => facts.filter((_, k) => k !== picks[i])));
  return { ...file, facts: file.facts.filter(({ id }) => !gone.has(id)) };
}

/** Items whose conditions are met although another takes their place, with what each would be worth alone. */
const displaced = (file: CaseFile): readonly MixPart[] =>
  determineCase(file).items.flatMap(({ agency, clause, conditionsMet, code }) =>
    conditionsMet ? [{ agency, clause, yuan: aloneYuan(file, agency, clause), says: codeLabel(code) }] : [],
  );

function aloneYuan(file: CaseFile, agency: string, clause: ClauseKey): number {
  const overrides = { ...file.overrides, acrossClauses: 'each_clause', clauseFive: 'both' } as const;
  const items = determineCase({ ...file, overrides, priorDeterminations: [] }).items;
  return items.find((item) => item.agency === agency && item.clause === clause)?.ceilingYuan ?? 0;
}

const droppedFacts = (file: CaseFile, gone: ReadonlySet<string>): readonly MixPart[] =>
  [...gone].flatMap((id) => {
    const alone = { ...file, facts: file.facts.filter((fact) => fact.id === id || !fact.matter) };
    const without = { ...file, facts: file.facts.filter((fact) => !fact.matter) };
    return determineCase(alone).items.flatMap(({ agency, clause, ceilingYuan }) => {
      const base = determineCase(without).items.find((item) => item.agency === agency && item.clause === clause);
      const gain = ceilingYuan - (base?.ceilingYuan ?? 0);
      return gain > 0 ? [{ agency, clause, yuan: gain, says: `${id}：${codeLabel('SAME_MATTER')}` }] : [];
    });
  });
