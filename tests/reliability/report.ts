import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { quantile } from '../../bench/report.ts';

/** The one line a run prints. `ok` is false on a miss. */
export type Line = { readonly test: string; readonly ok: boolean } & Readonly<Record<string, unknown>>;

const rounded = (value: number) => Math.round(value * 10) / 10;

/** Times in milliseconds as a run prints them. */
export function timesOf(times: readonly number[]): { readonly p50Ms: number; readonly p99Ms: number; readonly mostMs: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50Ms: rounded(quantile(sorted, 0.5)), p99Ms: rounded(quantile(sorted, 0.99)), mostMs: rounded(sorted.at(-1) ?? 0) };
}

/** Runs a test, prints its line with seconds and load, and gives the exit status: 0, or 1 on a miss. */
export async function printLine(run: () => Promise<Line>): Promise<number> {
  const [began, load] = [performance.now(), loadavg()[0] ?? 0];
  const line = await run();
  const seconds = rounded((performance.now() - began) / 1000);
  process.stdout.write(`${JSON.stringify({ ...line, seconds, load: [rounded(load), rounded(loadavg()[0] ?? 0)] })}\n`);
  return line.ok ? 0 : 1;
}

/** Says on the error stream how far a run is; standard output keeps to its one line. */
export const say = (text: string): boolean => process.stderr.write(`${text}\n`);

/** Whole numbers drawn from a seed: the same run again for the same seed (mulberry32). */
export function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
