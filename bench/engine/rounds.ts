/** One thing to time: a full pass over its work. */
export type Entry = { readonly name: string; readonly run: () => void };

/** Medians over paired rounds; `ratio` is the median of the rounds' own ratios to the baseline. */
export type Timing = { readonly name: string; readonly ms: number; readonly ratio: number; readonly low: number; readonly high: number };

/** Middle value. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
};

/** Times every entry once per round, the baseline right before and after it, so that noise meets both alike. */
export function compare(baseline: Entry, entries: readonly Entry[], rounds = 9, minMs = 40): readonly Timing[] {
  const repeats = new Map([baseline, ...entries].map((entry) => [entry.name, calibrate(entry, minMs)]));
  const times = entries.map(() => ({ own: [] as number[], ratios: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, entry] of entries.entries()) {
      const before = pass(baseline, repeats.get(baseline.name) ?? 1);
      const own = pass(entry, repeats.get(entry.name) ?? 1);
      const after = pass(baseline, repeats.get(baseline.name) ?? 1);
      times[i]?.own.push(own);
      times[i]?.ratios.push((2 * own) / (before + after));
    }
  }
  return entries.map(({ name }, i) => {
    const { own, ratios } = times[i] as { own: number[]; ratios: number[] };
    return { name, ms: median(own), ratio: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
  });
}

function calibrate(entry: Entry, minMs: number): number {
  const start = performance.now();
  let count = 0;
  do {
    entry.run();
    count += 1;
  } while (performance.now() - start < 200 && count < 2_000);
  return Math.max(1, Math.ceil((minMs * count) / (performance.now() - start)));
}

function pass(entry: Entry, repeat: number): number {
  const start = performance.now();
  for (let i = 0; i < repeat; i += 1) entry.run();
  return (performance.now() - start) / repeat;
}

/** One measured goal: a ratio, microseconds or megabytes beside its limit; a goal without limit is shown for comparison only. */
export type BenchResult = {
  readonly work: string;
  readonly name: string;
  readonly measured: number;
  readonly unit: '×' | 'µs' | 'MB';
  readonly limit: number | null;
  /** The limit is a least, not a most. */
  readonly isAtLeast?: true;
  readonly isMet: boolean | null;
  readonly note: string;
};
