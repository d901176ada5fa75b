import { z } from 'zod';
import { field, yesNo } from '#core/form/fields.ts';
import { both, type Words } from '#core/kernel/words.ts';

type Indicator = { readonly id: string; readonly title: Words; readonly weight: number };
type Group = { readonly id: string; readonly title: Words; readonly clause: string; readonly indicators: readonly Indicator[] };

const of = (id: string, weight: number, zh: string, en: string): Indicator => ({ id, weight, title: both(zh, en) });

/** Form F3: groups, indicators and weights, 100 together. A house rule: the plan names no scores. */
export const scoreGroups: readonly Group[] = [
  {
    id: 'siting',
    title: both('选址（第三条）', 'Siting'),
    clause: '3',
    indicators: [
      of('concentration', 4, '产业集聚程度', 'Industry concentration'),
      of('site_preference', 6, '园区类型与服务需求', 'Kind of park, strong demand'),
    ],
  },
  {
    id: 'district',
    title: both('区县支持（第五条（一））', 'District'),
    clause: '5.1',
    indicators: [
      of('mechanism', 5, '管理机制', 'Mechanism'),
      of('development_plan', 5, '发展规划', 'Development plan'),
      of('supporting_policy', 5, '扶持政策与资金', 'Supporting policy and money'),
    ],
  },
  {
    id: 'industry',
    title: both('产业（第五条（二））', 'Industry'),
    clause: '5.2',
    indicators: [
      of('advantage', 5, '产业优势', 'Industrial advantage'),
      of('enterprises', 5, '创新与龙头企业', 'Innovative and leading enterprises'),
      of('demand', 5, '知识产权服务需求', 'Demand for IP services'),
    ],
  },
  {
    id: 'services',
    title: both('服务（第五条（三））', 'Services'),
    clause: '5.3',
    indicators: [
      of('agencies', 8, '机构数量与质量', 'Number and quality of agencies'),
      of('coverage', 8, '十一类服务覆盖', 'Coverage of the eleven kinds'),
      of('people', 4, '代理师与从业人员', 'Attorneys and staff'),
    ],
  },
  {
    id: 'plan',
    title: both('建设方案（第六条）', 'Plan'),
    clause: '6',
    indicators: [
      of('plan_measures', 7, '（一）措施与创新', 'Measures and new ways'),
      of('plan_chain', 8, '（二）机构、服务链与品牌', 'Agencies, chain, brands'),
      of('plan_matching', 6, '（三）供求对接', 'Matching'),
      of('plan_talent', 5, '（四）人才', 'Talent'),
      of('plan_order', 4, '（五）市场秩序与自律', 'Market order'),
      of('plan_international', 3, '（六）国际合作', 'International'),
      of('plan_campaigns', 7, '（七）专项行动与运营', 'Campaigns and operation'),
    ],
  },
];

const indicators = scoreGroups.flatMap((group) => group.indicators);

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

/** One expert's sealed sheet: a score per indicator, a remark, and the declaration made again. */
export const ScoreSheet = z.object({
  scores: z.object(Object.fromEntries(indicators.map((one) => [one.id, score(one)]))),
  remark: field(z.string().trim().min(5, '至少5个字').max(2000, '最多2000个字'), both('评语', 'Remark'), {
    widget: 'paragraph',
  }),
  hasNoConflict: field(
    yesNo().refine((value) => value, '有利益关系的应当回避'),
    both('再次声明无利益关系', 'No conflict of interest'),
  ),
});
export type ScoreSheet = z.infer<typeof ScoreSheet>;

const round2 = (value: number) => Math.round((value + Number.EPSILON) * 100) / 100;

/** Sum of a sheet, and by group. Half points add exactly. */
export function totalOf(sheet: ScoreSheet): { readonly total: number; readonly groups: Readonly<Record<string, number>> } {
  const groups = Object.fromEntries(
    scoreGroups.map((group) => [group.id, group.indicators.reduce((sum, { id }) => sum + (sheet.scores[id] ?? 0), 0)]),
  );
  return { total: Object.values(groups).reduce((sum, value) => sum + value, 0), groups };
}

/**
 * Mean of the values without one highest and one lowest, two decimals (house rule I-35).
 * @throws RangeError with fewer than five values: the rule needs five sheets.
 */
export function trimmedMean(values: readonly number[]): number {
  if (values.length < 5) throw new RangeError(`a panel needs five sheets, not ${values.length}`);
  const kept = [...values].sort((a, b) => a - b).slice(1, -1);
  return round2(kept.reduce((sum, value) => sum + value, 0) / kept.length);
}
