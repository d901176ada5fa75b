import { wanYuan } from '#core/kernel/money.ts';
import type { Clause } from '#core/policy/clause.ts';
import type { Condition } from '#core/policy/condition.ts';
import { met, notMet, unknown } from '#core/policy/truth.ts';
import { example, type ExampleInput } from './example-world.ts';
import { gateBeforePlace, gateOfPlace, gateSettings } from './gate.ts';
import type { Row } from './rows.ts';
import { comparable } from './09.1-pledge-financing.ts';

type Honour = Row<'brand_honour'>;

/** Won before the agency ever moved into a zone. On the day of moving in it is in the zone already. */
const afterEntry: Condition<Honour> = {
  code: 'BEFORE_ENTRY',
  says: '品牌或资质在入驻之后取得',
  fails: '取得之日机构尚未入驻示范区',
  test: ({ office, gateDay }) => {
    const entries = office.zoneMembership.map(({ from }) => from);
    return entries.length > 0 && entries.every((from) => from > gateDay) ? notMet : met;
  },
  shows: ({ office, fact }) => `取得日 ${fact.awardedDate}，最早入驻日 ${office.zoneMembership.map(({ from }) => from).sort()[0] ?? '无'}`,
};

const levelCovered: Condition<Honour> = {
  code: 'LEVEL_NOT_COVERED',
  says: '级别为国家级或省级',
  fails: '只支持国家级和省级，市级不在范围',
  test: ({ fact: { level } }) => (level === null || level === undefined ? unknown : level === 'municipal' ? notMet : met),
  missing: () => ['level'],
  shows: ({ fact: { level } }) => `级别：${{ national: '国家级', provincial: '省级', municipal: '市级', none: '未填' }[level ?? 'none']}`,
};

const honour = (level: string, more: object = {}) => ({
  id: `H-${level}`,
  type: 'brand_honour' as const,
  agency: 'A1',
  level: level as 'national',
  name: '品牌服务机构',
  awardedDate: '2021-03-18',
  ...more,
});

/** 第九条（三）：入驻后取得示范品牌或重点资质，国家级最多20万元，省级最多10万元。 */
export const honours: Clause<Honour, ExampleInput> = {
  key: '9.3.honour',
  cite: '第九条（三）',
  title: '示范品牌或重点资质',
  says: '有资质的机构入驻示范区之后取得国家级示范品牌或重点资质的，最高20万元；省级的，最高10万元。',
  item: '9.3',
  paidAs: 'cash',
  isListed: false,
  settings: [...gateSettings, 'honourTimes'],
  conditions: [...gateBeforePlace, afterEntry, ...gateOfPlace, levelCovered],
  amount: { kind: 'table', sums: { national: wanYuan(20), provincial: wanYuan(10) }, by: ({ fact }) => fact.level },
  // One list may honour several agencies on one day: the agency is part of the name.
  identity: ({ agency, fact }) => {
    const name = comparable(fact.name);
    return name === null ? null : `${agency}|${name}|${fact.level ?? 'national'}|${fact.awardedDate}`;
  },
  once: {
    says: '同一机构每年取最高的一项',
    within: 'agency',
    keep: 'highest',
    key: (row) => (row.world.settings.honourTimes === 'each' ? row.factId : ''),
    most: (row) => (row.world.settings.honourTimes === 'each' ? null : wanYuan(20)),
  },
  examples: [
    example('国家级', { facts: [honour('national')] }, ['OK', 200_000]),
    example('省级', { facts: [honour('provincial')] }, ['OK', 100_000]),
    example('市级', { facts: [honour('municipal')] }, ['LEVEL_NOT_COVERED', 0]),
    example('同年两项取高', { facts: [honour('provincial'), honour('national')] }, ['OK', 200_000]),
    example('口径改为每项各算', { facts: [honour('provincial'), honour('national')], overrides: { honourTimes: 'each' } }, ['OK', 300_000]),
    example('入驻前一天取得', { year: 2020, facts: [honour('national', { awardedDate: '2020-11-01' })] }, ['BEFORE_ENTRY', 0]),
    example('入驻当天取得', { year: 2020, facts: [honour('national', { awardedDate: '2020-11-02' })] }, ['OK', 200_000]),
    example('级别未填', { facts: [honour('national', { level: null })] }, ['UNKNOWN', 0]),
  ],
};
