import { type Group, indicator, type ScoreSheet as Sheet, scoreSheetOf, totalOf as totalIn } from '#core/panel/sheet.ts';
import { both } from '#core/kernel/words.ts';
export { trimmedMean } from '#core/panel/sheet.ts';

/** Form F3: groups, indicators and weights, 100 together. A house rule: the plan names no scores. */
export const scoreGroups: readonly Group[] = [
  {
    id: 'siting',
    title: both('选址（第三条）', 'Siting'),
    clause: '3',
    indicators: [
      indicator('concentration', 4, '产业集聚程度', 'Industry concentration'),
      indicator('site_preference', 6, '园区类型与服务需求', 'Kind of park, strong demand'),
    ],
  },
  {
    id: 'district',
    title: both('区县支持（第五条（一））', 'District'),
    clause: '5.1',
    indicators: [
      indicator('mechanism', 5, '管理机制', 'Mechanism'),
      indicator('development_plan', 5, '发展规划', 'Development plan'),
      indicator('supporting_policy', 5, '扶持政策与资金', 'Supporting policy and money'),
    ],
  },
  {
    id: 'industry',
    title: both('产业（第五条（二））', 'Industry'),
    clause: '5.2',
    indicators: [
      indicator('advantage', 5, '产业优势', 'Industrial advantage'),
      indicator('enterprises', 5, '创新与龙头企业', 'Innovative and leading enterprises'),
      indicator('demand', 5, '知识产权服务需求', 'Demand for IP services'),
    ],
  },
  {
    id: 'services',
    title: both('服务（第五条（三））', 'Services'),
    clause: '5.3',
    indicators: [
      indicator('agencies', 8, '机构数量与质量', 'Number and quality of agencies'),
      indicator('coverage', 8, '十一类服务覆盖', 'Coverage of the eleven kinds'),
      indicator('people', 4, '代理师与从业人员', 'Attorneys and staff'),
    ],
  },
  {
    id: 'plan',
    title: both('建设方案（第六条）', 'Plan'),
    clause: '6',
    indicators: [
      indicator('plan_measures', 7, '（一）措施与创新', 'Measures and new ways'),
      indicator('plan_chain', 8, '（二）机构、服务链与品牌', 'Agencies, chain, brands'),
      indicator('plan_matching', 6, '（三）供求对接', 'Matching'),
      indicator('plan_talent', 5, '（四）人才', 'Talent'),
      indicator('plan_order', 4, '（五）市场秩序与自律', 'Market order'),
      indicator('plan_international', 3, '（六）国际合作', 'International'),
      indicator('plan_campaigns', 7, '（七）专项行动与运营', 'Campaigns and operation'),
    ],
  },
];

/** One expert's sealed sheet: a score per indicator, a remark, and the declaration made again. */
export const ScoreSheet = scoreSheetOf(scoreGroups);
export type ScoreSheet = Sheet;

/** Sum of a sheet, and by group. */
export const totalOf = (sheet: ScoreSheet) => totalIn(scoreGroups, sheet);
