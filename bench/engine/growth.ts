import { alone } from './alone.ts';
import { type BenchResult, median } from './rounds.ts';

/** Numbers of agencies; the second is the measure for the others. */
export const growthSizes = [1_000, 10_000, 100_000, 1_000_000] as const;

const [slower, more] = [1.3, 64];
const base = 1;

/** How time for each agency and the peak of memory grow from a thousand to a million agencies; ten thousand are the measure. */
export function growth(): readonly BenchResult[] {
  const times = alone<readonly (readonly number[])[]>(new URL('./growth-alone.ts', import.meta.url));
  const peaks = growthSizes.map(
    (size) => alone<{ readonly peakMb: number }>(new URL('./growth-alone.ts', import.meta.url), [String(size)]).peakMb,
  );
  return growthSizes.flatMap((size, i) => {
    const own = times[i] as readonly number[];
    const ratio = median(own.map((micros, round) => micros / (times[base]?.[round] as number)));
    const grown = (peaks[i] as number) - (peaks[base] as number);
    const isBase = i === base;
    const work = `增长 ${size / 10_000}万家机构，分块生成`;
    return [
      {
        work,
        name: '金额、理由码与汇总：每家用时',
        measured: ratio,
        unit: '×',
        limit: isBase ? null : slower,
        isMet: isBase ? null : ratio <= slower,
        note: `每家 ${median(own).toFixed(3)} µs，各轮 ${Math.min(...own).toFixed(3)}–${Math.max(...own).toFixed(3)}`,
      },
      {
        work,
        name: '内存峰值比一万家多',
        measured: grown,
        unit: 'MB',
        limit: isBase ? null : more,
        isMet: isBase ? null : grown <= more,
        note: `峰值 ${(peaks[i] as number).toFixed(0)} MB，各占一个进程`,
      },
    ] satisfies readonly BenchResult[];
  });
}
