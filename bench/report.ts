import { cpus, loadavg, totalmem } from 'node:os';

/** Middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length === 0 ? Number.NaN : ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** The value below which this share of an ascending list lies. */
export const quantile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** A plain number: no exponent, as many digits as mean something. */
export const plain = (value: number, digits = value >= 100 ? 0 : value >= 10 ? 1 : 2): string => value.toFixed(digits);

/** Median with the range it was seen in. */
export const spread = (values: readonly number[], digits?: number): string =>
  `${plain(median(values), digits)}（${plain(Math.min(...values), digits)}–${plain(Math.max(...values), digits)}）`;

/** Says whether a target was met, never more than that. */
export const verdict = (isMet: boolean): string => (isMet ? '达到' : '未达到');

/** Chinese characters and their punctuation take two columns of a terminal. */
const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (/[\u2E80-\uFFEF]/.test(char) ? 2 : 1), 0);

/** Prints a table that is readable in a terminal and is Markdown as well. Columns but the first are aligned to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? '')), widthOf(title), 3));
  const line = (row: readonly string[]) =>
    `| ${widths
      .map((width, column) => {
        const text = row[column] ?? '';
        const space = ' '.repeat(width - widthOf(text));
        return column === 0 ? text + space : space + text;
      })
      .join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  console.log([line(head), rule, ...rows.map(line), ''].join('\n'));
}

/** What was measured on, and how busy it was before we began. */
export function printMachine(): void {
  const cores = cpus();
  const day = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = plain(loadavg()[0] ?? 0, 1);
  const model = cores[0]?.model.trim() ?? '型号不明';
  console.log(`${day}｜${cores.length} 核 ${model}｜内存 ${memory} GB｜Node ${process.version}｜开测前负载 ${load}\n`);
}

/** How busy the machine was when we ended: well above the number of cores, others took part and the figures say little. */
export const printLoad = (): void =>
  console.log(`测完负载 ${plain(loadavg()[0] ?? 0, 1)}（${cpus().length} 核；明显高于核数时，数字只可参考倍数）`);
