import { example, type ExampleInput, type SupportExample } from './example-world.ts';

const batch = (count: number, more: object = {}) => ({
  id: 'F1',
  type: 'invention_grants' as const,
  agency: 'A1',
  count,
  grantDate: '2021-04-06',
  ownerCity: '370300',
  applicationYear: 2017,
  serialFrom: 5_000_001,
  ...more,
});
const finding = (more: object = {}) => ({
  id: 'N1',
  type: 'abnormal_filing' as const,
  agency: 'A1',
  date: '2021-05-10',
  malicious: true,
  status: 'confirmed' as const,
  patents: 3,
  ...more,
});
const result = (campaign: string, more: object = {}) => ({
  id: `P-${campaign}`,
  type: 'campaign_result' as const,
  agency: 'A1',
  enterprise: 'E1',
  campaign: campaign as 'doubling',
  confirmedDate: '2021-06-18',
  ...more,
});
const counted = (count: number, yields: [string, number]): SupportExample => example(`授权${count}件`, { facts: [batch(count)] }, yields);
const served = (count: number, more: object = {}) => batch(count, { id: 'F2', enterprise: 'E1', serialFrom: 6_000_001, ...more });
const joined = (title: string, facts: ExampleInput['facts'], yields: [string, number]): SupportExample => example(title, { facts }, yields);

/** Worked examples of the first half of 第九条（五）. */
export const tierExamples: readonly SupportExample[] = [
  counted(69, ['BELOW_THRESHOLD', 0]),
  counted(70, ['BELOW_THRESHOLD', 0]),
  counted(71, ['OK', 10_000]),
  counted(72, ['OK', 10_000]),
  counted(119, ['OK', 10_000]),
  counted(120, ['OK', 10_000]),
  counted(121, ['OK', 30_000]),
  counted(122, ['OK', 30_000]),
  counted(199, ['OK', 30_000]),
  counted(200, ['OK', 50_000]),
  counted(201, ['OK', 50_000]),
  joined('外地权利人的授权不计', [batch(80, { ownerCity: '370100' })], ['BELOW_THRESHOLD', 0]),
  joined('区县权利人的授权照计', [batch(80, { ownerCity: '370305' })], ['OK', 10_000]),
  joined('实用新型不计', [batch(80, { type: 'utility_model_grants' })], ['BELOW_THRESHOLD', 0]),
  joined('号段重叠的只计一次', [batch(40), batch(40, { id: 'F9', serialFrom: 5_000_011 })], ['BELOW_THRESHOLD', 0]),
  joined('有恶意非正常申请', [batch(130), finding()], ['ABNORMAL_FILING', 0]),
  joined('非正常但非恶意，前段不受影响', [batch(130), finding({ malicious: false })], ['OK', 30_000]),
  joined('认定已撤回', [batch(130), finding({ status: 'withdrawn' })], ['OK', 30_000]),
  example('口径改为扣减：121件扣3件', { facts: [batch(121), finding()], overrides: { abnormalEffect: 'deduct' } }, ['OK', 10_000]),
  example('口径改为70、120、200：70件', { facts: [batch(70)], overrides: { tierMinimums: [70, 120, 200] } }, ['OK', 10_000]),
  example('口径改为71、121、201：200件', { facts: [batch(200)], overrides: { tierMinimums: [71, 121, 201] } }, ['OK', 30_000]),
  joined('认定示范区之前的授权不计', [batch(130, { grantDate: '2020-11-01' })], ['OUTSIDE_YEAR', 0]),
  example(
    '口径改为全年授权都计',
    { year: 2020, asOf: '2020-12-30', facts: [batch(130, { grantDate: '2020-03-03' })], overrides: { countWindow: 'whole_year' } },
    ['OK', 30_000],
  ),
  joined('权利人地址未填', [batch(71, { ownerCity: undefined })], ['UNKNOWN', 0]),
  joined('地址未填的件数不影响档次', [batch(75), batch(9, { id: 'F9', serialFrom: 7_000_000, ownerCity: undefined })], ['OK', 10_000]),
];

/** Worked examples of the second half of 第九条（五）. */
export const campaignExamples: readonly SupportExample[] = [
  joined('清零，0件', [result('zero_clearing')], ['BELOW_THRESHOLD', 0]),
  joined('清零，1件', [result('zero_clearing'), served(1)], ['OK', 10_000]),
  joined('清零，2件', [result('zero_clearing'), served(2)], ['OK', 10_000]),
  joined('倍增，4件', [result('doubling'), served(4)], ['BELOW_THRESHOLD', 0]),
  joined('倍增，5件', [result('doubling'), served(5)], ['OK', 50_000]),
  joined('倍增，6件', [result('doubling'), served(6)], ['OK', 50_000]),
  joined('清零与倍增并存取高', [result('zero_clearing'), result('doubling'), served(5)], ['OK', 50_000]),
  example('口径改为相加', { facts: [result('zero_clearing'), result('doubling'), served(5)], overrides: { campaignPair: 'sum' } }, [
    'OK',
    60_000,
  ]),
  joined('别家企业的授权不算', [result('doubling'), served(5, { enterprise: 'E2' })], ['BELOW_THRESHOLD', 0]),
  joined('非恶意的非正常申请也排除', [result('doubling'), served(5), finding({ malicious: false })], ['ABNORMAL_FILING', 0]),
  joined('前段只有1万元时取后段5万元', [result('doubling'), served(71)], ['OK', 50_000]),
  joined('前段同为5万元时先列前段', [result('doubling'), served(200)], ['ONCE_ONLY', 0]),
  joined('授权未注明企业', [result('zero_clearing'), served(1, { enterprise: undefined })], ['UNKNOWN', 0]),
];
