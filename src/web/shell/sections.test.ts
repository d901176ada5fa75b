import { describe, expect, it } from 'vitest';
import { entryOf, sectionsFor } from './sections.ts';

const list = (name: string, ...readers: string[]) => ({ name, title: name, readers });
const all = [
  list('call', 'centre_officer', 'applicant'),
  list('claim', 'agency', 'centre_officer'),
  list('payment', 'finance', 'centre_officer'),
  list('redemption', 'agency', 'enterprise', 'centre_officer'),
  list('recognition', 'centre_officer', 'expert'),
  list('objection', 'centre_officer'),
  list('novelty', 'centre_officer'),
  list('residence', 'applicant', 'agency', 'county_reviewer'),
  list('licence', 'agency'),
];
const titles = (role: string) => sectionsFor(role, all, ({ zh }) => zh).map(({ title, items }) => [title, items.map((item) => item.title)]);

describe('The sections of the navigation', () => {
  it('give an officer of the centre everything by place, a process without a place among the zones', () => {
    expect(titles('centre_officer')).toEqual([
      ['我的待办', ['我的待办']],
      ['示范区', ['call', 'novelty', '年度认定', '进展与预测', '优先推荐名单', '示范区名册']],
      ['支持', ['claim', '事实与证据', '服务券', '裁量与应得']],
      ['资金', ['预算执行', '应付与兑付']],
      ['规则与监督', ['objection', '区县加分', '区县审核情况', '解释与口径', '年度核算']],
    ]);
  });

  it('lead those who have to do with zones to the round of a year, and an expert to the list', () => {
    expect(titles('county_reviewer')).toContainEqual(['示范区', ['residence', '年度认定', '进展与预测', '示范区名册']]);
    expect(titles('expert')).toContainEqual(['示范区', ['recognition', '示范区名册']]);
    expect(titles('applicant')).toContainEqual(['示范区', ['call', '年度认定', '示范区名册']]);
  });

  it('give an agency what is its own and an enterprise the redemptions it confirms', () => {
    expect(titles('agency').flatMap(([, items]) => items)).toEqual([
      '我的待办',
      '示范区名册',
      'claim',
      'licence',
      '可得支持',
      '事实与证据',
      '服务券',
      '收款账户',
    ]);
    expect(titles('enterprise').flatMap(([, items]) => items)).toContain('redemption');
  });
});

describe('The entry that is lit', () => {
  it('is the page that leads to a list without an entry, for those whom it leads there', () => {
    expect(entryOf('/app/cases/recommendation/7', 'centre_officer')).toBe('/app/recommendations');
    expect(entryOf('/app/cases/settlement/7', 'finance')).toBe('/app/budget');
    expect(entryOf('/app/cases/recommendation/7', 'applicant')).toBe('/app/cases/recommendation');
    expect(entryOf('/app/cases/redemption/7', 'enterprise')).toBe('/app/cases/redemption');
  });

  it('is the list of the case for its ranking and its inspection, and the page itself otherwise', () => {
    expect(entryOf('/app/calls/7/ranking', 'centre_officer')).toBe('/app/cases/call');
    expect(entryOf('/app/applications/7/inspect', 'centre_officer')).toBe('/app/cases/application');
    expect(entryOf('/app/zones/7', 'centre_officer')).toBe('/app/zones/7');
  });
});
