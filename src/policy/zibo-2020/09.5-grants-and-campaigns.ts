import { type Fen, wanYuan } from '#core/kernel/money.ts';
import type { Bound, Clause } from '#core/policy/clause.ts';
import type { Condition } from '#core/policy/condition.ts';
import { met, notMet, reaches, unknown } from '#core/policy/truth.ts';
import { campaignExamples, tierExamples } from './09.5-examples.ts';
import type { ExampleInput } from './example-world.ts';
import { deducted, noFinding, openFindingFields } from './findings.ts';
import { openFields } from './facts.ts';
import { gate, gateSettings } from './gate.ts';
import type { Row } from './rows.ts';

/** The tier clause over one agency's grants of a year; `fact` is the grant fact that speaks for the gate. */
export type TierRow = Row<'invention_grants' | 'utility_model_grants' | 'invention_grant_list'>;

/** A campaign result with the grants behind it. */
export type CampaignRow = Row<'campaign_result'>;

/** Fewest invention grants a campaign result needs (9.5b). */
export const campaignMinimums = { zero_clearing: 1, doubling: 5 } as const;

/** What the three steps of the yearly number give. */
export const tierSums: readonly Fen[] = [wanYuan(1), wanYuan(3), wanYuan(5)];

/** Grants that count towards the yearly number, after deductions. */
export const tierCount = (row: Row, bound: Bound): number =>
  Math.max(0, (row.pool?.[bound] ?? 0) - deducted(row, row.world.settings.abnormalTier, bound));

/** Grants behind a campaign result, after deductions. */
export const campaignCount = (row: Row, bound: Bound): number =>
  Math.max(0, (row.pool?.[bound] ?? 0) - deducted(row, row.world.settings.abnormalCampaign, bound));

const hasNewNumbers: Condition<TierRow> = {
  code: 'DUPLICATE',
  says: '所报授权中有未在别处计过的',
  fails: '所报专利号都已在别处计过',
  test: ({ pool }) => {
    const passed = pool?.tallies.filter(({ obstacle }) => obstacle < 0) ?? [];
    return passed.some(({ repeated }) => repeated > 0) && passed.every(({ fresh }) => fresh === 0) ? notMet : met;
  },
};

const reachesFirstStep: Condition<TierRow> = {
  code: 'BELOW_THRESHOLD',
  says: '我市发明专利当年授权件数达到第一档',
  fails: '当年计入的我市发明专利授权未达第一档件数',
  settings: ['tierMinimums', 'countWindow'],
  test: (row) => reaches(tierCount(row, 'low'), tierCount(row, 'high'), row.world.settings.tierMinimums[0] ?? 0),
  missing: (row) => [...(row.pool?.missing ?? []), ...openFindingFields(row, row.world.settings.abnormalTier)],
  shows: (row) =>
    `计入 ${countText(tierCount(row, 'low'), tierCount(row, 'high'))} 件，三档起点 ${row.world.settings.tierMinimums.join('、')} 件`,
};

const countText = (low: number, high: number) => (low === high ? String(low) : `${low}至${high}`);

/** 第九条（五）前段：我市发明专利当年授权件数分三档，最多1、3、5万元。 */
export const grantTiers: Clause<TierRow, ExampleInput> = {
  key: '9.5.tier',
  cite: '第九条（五）前段',
  title: '发明专利授权件数',
  says: '区内有资质的机构代理的我市发明专利，当年授权满71、121、200件且没有恶意非正常申请的，分别最高1、3、5万元。',
  item: '9.5',
  paidAs: 'cash',
  isListed: false,
  settings: [...gateSettings, 'countWindow', 'tierMinimums', 'abnormalTier', 'abnormalEffect', 'clauseFive'],
  conditions: [
    ...gate,
    hasNewNumbers,
    reachesFirstStep,
    noFinding({
      says: '当年没有恶意非正常申请',
      fails: '当年有经认定的恶意非正常申请，前段不予支持',
      setting: 'abnormalTier',
    }),
  ],
  amount: {
    kind: 'tier',
    sums: tierSums,
    minimums: ({ world }) => world.settings.tierMinimums,
    counted: tierCount,
  },
  once: { says: '件数按年合计，每年结算一次', within: 'agency', keep: 'highest', key: () => '', most: () => wanYuan(5) },
  examples: tierExamples,
};

const campaignKnown: Condition<CampaignRow> = {
  code: 'UNKNOWN',
  says: '专项行动与企业已载明',
  fails: '未载明是哪一专项行动或哪家企业',
  test: ({ fact }) => (openFields(fact, ['campaign', 'enterprise']).length === 0 ? met : unknown),
  missing: ({ fact }) => openFields(fact, ['campaign', 'enterprise']),
};

const enoughGrants: Condition<CampaignRow> = {
  code: 'BELOW_THRESHOLD',
  says: '为该企业代理的发明专利当年授权达到最低件数',
  fails: '为该企业代理的发明专利授权件数不足（清零1件，倍增5件）',
  settings: ['campaignThreshold', 'countWindow'],
  test: (row) => {
    const minimum = campaignMinimums[row.fact.campaign ?? 'zero_clearing'];
    return reaches(campaignCount(row, 'low'), campaignCount(row, 'high'), minimum);
  },
  missing: (row) => [...(row.pool?.missing ?? []), ...openFindingFields(row, row.world.settings.abnormalCampaign)],
  shows: (row) => `计入 ${countText(campaignCount(row, 'low'), campaignCount(row, 'high'))} 件`,
};

/** 第九条（五）后段：企业专利清零或倍增并有相应发明授权，最多1、5万元服务券。 */
export const campaigns: Clause<CampaignRow, ExampleInput> = {
  key: '9.5.campaign',
  cite: '第九条（五）后段',
  title: '专利清零与倍增',
  says: '为企业实现专利清零且代理发明授权至少1件的，服务券最高1万元；实现专利倍增且至少5件的，最高5万元；当年不得有非正常申请。',
  item: '9.5',
  paidAs: 'voucher',
  isListed: false,
  settings: [
    ...gateSettings,
    'countWindow',
    'campaignThreshold',
    'campaignTimes',
    'campaignPair',
    'abnormalCampaign',
    'abnormalEffect',
    'clauseFive',
  ],
  conditions: [
    ...gate,
    campaignKnown,
    enoughGrants,
    noFinding({
      says: '当年没有非正常申请',
      fails: '当年有经认定的非正常申请，后段不予支持',
      setting: 'abnormalCampaign',
    }),
  ],
  amount: {
    kind: 'table',
    sums: { zero_clearing: wanYuan(1), doubling: wanYuan(5) },
    by: ({ fact }) => fact.campaign,
  },
  // A result of another year is no repetition: doubling is measured year by year (I-14).
  identity: ({ agency, fact, world: { yearFrom, yearTo } }) => {
    const isOfYear = fact.confirmedDate >= yearFrom && fact.confirmedDate <= yearTo;
    return fact.enterprise && fact.campaign && isOfYear ? `${agency}|${fact.enterprise}|${fact.campaign}` : null;
  },
  once: {
    says: '每机构每年一次，取高',
    within: 'agency',
    keep: 'highest',
    key: ({ world: { settings }, fact, factId }) => {
      const enterprise = settings.campaignTimes === 'per_enterprise' ? `企业 ${fact.enterprise ?? factId}` : '';
      return settings.campaignPair === 'sum' ? `${enterprise}|${fact.campaign ?? factId}` : enterprise;
    },
    most: ({ world: { settings } }) => (settings.campaignPair === 'sum' ? null : wanYuan(5)),
  },
  examples: campaignExamples,
};
