/** One opened score sheet: its sum and the sum of each group of criteria. */
export type Sheet = { readonly total: number; readonly groups: Readonly<Record<string, number>> };
export type Candidate = { readonly id: string; readonly sheets: readonly Sheet[]; readonly planScore: number };

/** Best and worst place an application takes over all trials of one kind. */
export type Places = { readonly best: number; readonly worst: number };
export type Sensitivity = { readonly rank: number; readonly byWeights: Places; readonly byExperts: Places };

/** Mean without one highest and one lowest; of fewer than three values the plain mean. */
function mean(values: readonly number[]): number {
  const kept = values.length < 3 ? values : [...values].sort((a, b) => a - b).slice(1, -1);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

type Scored = { readonly id: string; readonly score: number; readonly planScore: number };

/** Order of the ranking: score, then the score of the plan group. */
const ranksOf = (scored: readonly Scored[]): ReadonlyMap<string, number> =>
  new Map([...scored].sort((a, b) => b.score - a.score || b.planScore - a.planScore).map(({ id }, index) => [id, index + 1]));

const baseOf = ({ id, sheets, planScore }: Candidate): Scored => ({ id, planScore, score: mean(sheets.map(({ total }) => total)) });

/** Every group a tenth heavier and a tenth lighter; a factor over all sums would not change the order. */
function weightTrials(candidates: readonly Candidate[]): readonly (readonly Scored[])[] {
  const groups = [...new Set(candidates.flatMap(({ sheets }) => sheets.flatMap(({ groups: own }) => Object.keys(own))))];
  return groups.flatMap((group) =>
    [0.1, -0.1].map((share) =>
      candidates.map(({ id, sheets, planScore }) => ({
        id,
        planScore,
        score: mean(sheets.map(({ total, groups: own }) => total + share * (own[group] ?? 0))),
      })),
    ),
  );
}

/** Each sheet of each application left out once. */
function expertTrials(candidates: readonly Candidate[]): readonly (readonly Scored[])[] {
  return candidates.flatMap((candidate) =>
    candidate.sheets.map((_left, index) =>
      candidates.map((one) =>
        one === candidate
          ? { ...baseOf(one), score: mean(one.sheets.filter((_sheet, at) => at !== index).map(({ total }) => total)) }
          : baseOf(one),
      ),
    ),
  );
}

function spread(trials: readonly ReadonlyMap<string, number>[], id: string, rank: number): Places {
  const places = [rank, ...trials.map((ranks) => ranks.get(id) ?? rank)];
  return { best: Math.min(...places), worst: Math.max(...places) };
}

/** How firm each place is: over weights a tenth up or down, and over every single expert left out. */
export function sensitivityOf(candidates: readonly Candidate[]): ReadonlyMap<string, Sensitivity> {
  const ranks = ranksOf(candidates.map(baseOf));
  const weights = weightTrials(candidates).map(ranksOf);
  const experts = expertTrials(candidates).map(ranksOf);
  return new Map(
    candidates.map(({ id }) => {
      const rank = ranks.get(id) ?? 0;
      return [id, { rank, byWeights: spread(weights, id, rank), byExperts: spread(experts, id, rank) }];
    }),
  );
}
