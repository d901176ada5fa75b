/** One thing that could still change, in steps: `n` more of something, or a single act (`most: 1`). */
export type Lever<Input> = {
  /** The change in Chinese, for n steps. */
  readonly says: (n: number) => string;
  readonly most: number;
  readonly apply: (input: Input, n: number) => Input;
};

/** A change that helps: what to do, how many steps, and what it is then worth in whole yuan. */
export type NearestChange = { readonly says: string; readonly steps: number; readonly yuan: number };

/**
 * The least change on each lever that makes an input worth more than it is now; where no single lever helps, the
 * least pair. Found by trying the rules themselves, so a new clause needs no advice of its own. `worth` must not
 * fall when a lever is moved further.
 */
export function nearestChanges<Input>(
  input: Input,
  levers: readonly Lever<Input>[],
  worth: (input: Input) => number,
): readonly NearestChange[] {
  const now = worth(input);
  const single = levers.flatMap((lever) => leastOf(input, lever, worth, now));
  const found = single.length > 0 ? single : pairsOf(input, levers, worth, now);
  return [...found].sort((a, b) => a.steps - b.steps || b.yuan - a.yuan);
}

function leastOf<Input>(input: Input, lever: Lever<Input>, worth: (input: Input) => number, now: number): readonly NearestChange[] {
  const helps = (n: number) => worth(lever.apply(input, n)) > now;
  if (lever.most < 1 || !helps(lever.most)) return [];
  let [no, yes] = [0, lever.most];
  while (yes - no > 1) {
    const middle = (no + yes) >> 1;
    if (helps(middle)) yes = middle;
    else no = middle;
  }
  return [{ says: lever.says(yes), steps: yes, yuan: worth(lever.apply(input, yes)) }];
}

function pairsOf<Input>(
  input: Input,
  levers: readonly Lever<Input>[],
  worth: (input: Input) => number,
  now: number,
): readonly NearestChange[] {
  return levers.flatMap((first, i) =>
    levers.slice(i + 1).flatMap((second) => {
      const moved = first.apply(input, first.most);
      const [reached] = leastOf(moved, second, worth, now);
      if (!reached) return [];
      const [back] = leastOf(second.apply(input, reached.steps), first, worth, now);
      if (!back) return [];
      return [{ says: `${back.says}，并且${reached.says}`, steps: back.steps + reached.steps, yuan: back.yuan }];
    }),
  );
}

const mostTrials = 256;

/**
 * The best of all combinations of one option per choice; beyond 256 combinations, improvement choice by choice.
 * At equal worth the earlier option stays. Returns the index of the option taken for each choice.
 */
export function bestCombination(sizes: readonly number[], worth: (picks: readonly number[]) => number): readonly number[] {
  const count = sizes.reduce((product, size) => product * size, 1);
  const first = sizes.map(() => 0);
  if (count <= mostTrials) return all(sizes).reduce((best, picks) => (worth(picks) > worth(best) ? picks : best), first);
  return sizes.reduce<readonly number[]>((picks, size, at) => {
    const options = Array.from({ length: size }, (_, option) => picks.map((pick, i) => (i === at ? option : pick)));
    return options.reduce((best, one) => (worth(one) > worth(best) ? one : best), picks);
  }, first);
}

const all = (sizes: readonly number[]): readonly (readonly number[])[] =>
  sizes.reduce<readonly (readonly number[])[]>(
    (sets, size) => sets.flatMap((set) => Array.from({ length: size }, (_, option) => [...set, option])),
    [[]],
  );
