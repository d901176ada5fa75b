/** Yuan with two decimals, thousands grouped: `1,234,567.05`. Whole yuan lose the decimals where `isShort`. */
export function yuanText(fen: number, isShort = false): string {
  const whole = String(Math.floor(Math.abs(fen) / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const rest = Math.abs(fen) % 100;
  const sign = fen < 0 ? '−' : '';
  return isShort && rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${String(rest).padStart(2, '0')}`;
}

/** The same as it is typed: no grouping, two decimals. */
export const plainYuan = (fen: number): string => yuanText(fen).replaceAll(',', '');

const spelled = /^(\d{0,13})(?:\.(\d{0,2}))?$/;

/** Commas, blanks and full-width digits are how people copy amounts; the sign 元 or ¥ may come along. */
const bare = (typed: string): string => typed.normalize('NFKC').replace(/[,\s¥￥元]/g, '');

/**
 * Typed yuan as whole fen, exactly: `1,234.5` is 123450. Undefined when it is no amount: letters, a sign, a third decimal.
 * No floating point is involved.
 */
export function fenOfTyped(typed: string): number | undefined {
  const found = spelled.exec(bare(typed));
  if (!found) return undefined;
  const [, whole = '', cents = ''] = found;
  if (whole === '' && cents === '') return undefined;
  return Number(whole || '0') * 100 + Number(cents.padEnd(2, '0') || '0');
}

/** What the money field keeps while it is typed: fen once the text is the amount's own spelling, else the text as it stands. */
export function keptMoney(typed: string): number | string | undefined {
  if (typed === '') return undefined;
  const amount = fenOfTyped(typed);
  return amount !== undefined && plainYuan(amount) === typed ? amount : typed;
}

/** Kept text as fen where it is an amount; anything else as it is, for the server to name. */
export const settledMoney = (value: unknown): unknown => (typeof value === 'string' ? (fenOfTyped(value) ?? value) : value);

/** Hundredths of a per cent as people read them: 8250 is `82.5%`. */
export const shareText = (rate: number): string => `${String(Math.round(rate) / 100)}%`;

/** What a ceiling gives at a share: whole yuan, rounded down. A fixed sum is not cut, nor is anything before a share is published. */
export function atShare(ceilingFen: number, rate: number | null, isFixed: boolean): number {
  if (rate === null || isFixed) return ceilingFen;
  return Math.floor((Math.floor(ceilingFen / 100) * rate) / 10_000) * 100;
}

/** One piece of a bar: how much of the whole, in per cent, as a width for CSS. */
export type Piece<Key extends string = string> = { readonly key: Key; readonly width: number };

/**
 * Widths of a bar's pieces, together 100 when there is anything to show. A piece that is not nothing stays visible (at least
 * `least` per cent), at the cost of the widest.
 */
export function piecesOf<Key extends string>(amounts: readonly (readonly [Key, number])[], least = 1.5): readonly Piece<Key>[] {
  const whole = amounts.reduce((sum, [, amount]) => sum + Math.max(amount, 0), 0);
  if (whole === 0) return [];
  const shown = amounts.filter(([, amount]) => amount > 0);
  const widths = shown.map(([, amount]) => Math.max((amount / whole) * 100, least));
  const excess = widths.reduce((sum, width) => sum + width, 0) - 100;
  const widest = widths.indexOf(Math.max(...widths));
  return shown.map(([key], index) => ({ key, width: (widths[index] ?? 0) - (index === widest ? excess : 0) }));
}
