import { z } from 'zod';
import { field, yesNo } from '#core/form/fields.ts';
import { both, type Words } from '#core/kernel/words.ts';

/** One line of a score sheet; its weight is the most points it can get. */
export type Indicator = { readonly id: string; readonly title: Words; readonly weight: number };
/** Lines that belong together, with the row of the plan they rest on. */
export type Group = { readonly id: string; readonly title: Words; readonly clause: string; readonly indicators: readonly Indicator[] };

/** An indicator with its weight and names. */
export const indicator = (id: string, weight: number, zh: string, en: string): Indicator => ({ id, weight, title: both(zh, en) });

const score = ({ title, weight }: Indicator) =>
  field(
    z
      .number('请打分')
      .min(0, '不能低于0分')
      .max(weight, `不能高于${weight}分`)
      .refine((value) => Number.isInteger(value * 2), '以0.5分为一档'),
    title,
    { unit: both(`满分${weight}分`, `of ${weight}`) },
  );

/** The sheet of these groups as an expert fills it in: a score per indicator, a remark, and the declaration made again. */
export const scoreSheetOf = (groups: readonly Group[]) =>
  z.object({
    scores: z.object(Object.fromEntries(groups.flatMap(({ indicators }) => indicators).map((one) => [one.id, score(one)]))),
    remark: field(z.string().trim().min(5, '至少5个字').max(2000, '最多2000个字'), both('评语', 'Remark'), {
      widget: 'paragraph',
    }),
    hasNoConflict: field(
      yesNo().refine((value) => value, '有利益关系的应当回避'),
      both('再次声明无利益关系', 'No conflict of interest'),
    ),
  });

/** One expert's sealed sheet. */
export type ScoreSheet = z.infer<ReturnType<typeof scoreSheetOf>>;

const round2 = (value: number) => Math.round((value + Number.EPSILON) * 100) / 100;

/** Sum of a sheet, and by group. Half points add exactly. */
export function totalOf(
  groups: readonly Group[],
  sheet: ScoreSheet,
): { readonly total: number; readonly groups: Readonly<Record<string, number>> } {
  const sums = Object.fromEntries(
    groups.map(({ id, indicators }) => [id, indicators.reduce((sum, one) => sum + (sheet.scores[one.id] ?? 0), 0)]),
  );
  return { total: Object.values(sums).reduce((sum, value) => sum + value, 0), groups: sums };
}

/** Mean with two decimals. */
export const meanOf = (values: readonly number[]): number => round2(values.reduce((sum, value) => sum + value, 0) / values.length);

/**
 * Mean of the values without one highest and one lowest, two decimals (house rule I-35).
 * @throws RangeError with fewer than five values: the rule needs five sheets.
 */
export function trimmedMean(values: readonly number[]): number {
  if (values.length < 5) throw new RangeError(`a panel needs five sheets, not ${values.length}`);
  return meanOf([...values].sort((a, b) => a - b).slice(1, -1));
}
