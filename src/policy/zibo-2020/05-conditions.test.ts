import { describe, expect, test } from 'vitest';
import { type PreCheckFacts, overallOutcome, preCheck, type ServiceProvider } from './05-conditions.ts';
import { coveredKindNames } from './service-kinds.ts';

const settings = { agencyCountMinimum: 2, agencyCountBy: 'agency_or_service_point', serviceKinds: 'all_required' } as const;
const provider = (organisation: string, more: Partial<ServiceProvider> = {}): ServiceProvider => ({
  organisation,
  address: `${organisation}的办公室`,
  form: 'agency',
  isInsideBoundary: true,
  isOperating: true,
  kinds: coveredKindNames,
  ...more,
});
const complete: PreCheckFacts = {
  documents: { mechanism: 'confirmed', plan: 'confirmed', policy: 'confirmed' },
  parts: { industry: 'confirmed', leaders: 'confirmed', demand: 'confirmed' },
  providers: [provider('甲'), provider('乙')],
};
const outcomes = (facts: PreCheckFacts, more: Partial<Parameters<typeof preCheck>[1]> = {}) =>
  Object.fromEntries(preCheck(facts, { ...settings, ...more }).map((check) => [check.clause, check.outcome]));

describe('第五条 pre-check', () => {
  test('a complete application meets all four conditions', () => {
    expect(outcomes(complete)).toEqual({ '5.1': 'met', '5.2': 'met', '5.3a': 'met', '5.3b': 'met' });
    expect(overallOutcome(preCheck(complete, settings))).toBe('met');
  });

  test('papers handed in but not confirmed wait for the county; an absent one is named', () => {
    expect(outcomes({ ...complete, documents: { ...complete.documents, plan: 'provided' } })['5.1']).toBe('to_be_judged');
    const [check] = preCheck({ ...complete, documents: { mechanism: 'confirmed' } }, settings);
    expect(check).toMatchObject({ outcome: 'not_met', missing: ['服务业发展规划', '扶持政策'] });
  });

  test.each([
    [1, 'not_met'],
    [2, 'met'],
    [3, 'met'],
  ])('%i agencies: %s', (count, outcome) => {
    const providers = Array.from({ length: count }, (_, i) => provider(`机构${i}`));
    expect(outcomes({ ...complete, providers })['5.3a']).toBe(outcome);
  });

  test('two points of one agency count as two, or as one where only agencies count', () => {
    const providers = [provider('甲'), provider('甲', { address: '另一处', form: 'service_point' })];
    expect(outcomes({ ...complete, providers })['5.3a']).toBe('met');
    expect(outcomes({ ...complete, providers }, { agencyCountBy: 'agency' })['5.3a']).toBe('not_met');
  });

  test('agencies outside the boundary or closed do not count, the same one twice counts once', () => {
    const providers = [provider('甲'), provider(' 甲 ', { address: '甲的办公室' }), provider('乙', { isOperating: false })];
    expect(outcomes({ ...complete, providers: [...providers, provider('丙', { isInsideBoundary: false })] })['5.3a']).toBe('not_met');
  });

  test('a missing kind blocks unless the county gives a reason or reviewers judge', () => {
    const kinds = coveredKindNames.filter((kind) => kind !== 'plant_variety');
    const facts = { ...complete, providers: [provider('甲', { kinds }), provider('乙', { kinds })] };
    expect(preCheck(facts, settings)[3]).toMatchObject({ outcome: 'not_met', missing: ['植物新品种'] });
    expect(outcomes({ ...facts, coverageReason: '区内没有种业' })['5.3b']).toBe('to_be_judged');
    expect(outcomes(facts, { serviceKinds: 'judged_by_reviewers' })['5.3b']).toBe('to_be_judged');
  });

  test('a provider outside fills a kind only under a written arrangement', () => {
    const kinds = coveredKindNames.filter((kind) => kind !== 'custody');
    const outside = provider('外', { isInsideBoundary: false, kinds: ['custody'] });
    const inside = [provider('甲', { kinds }), provider('乙', { kinds })];
    expect(outcomes({ ...complete, providers: [...inside, outside] })['5.3b']).toBe('not_met');
    expect(outcomes({ ...complete, providers: [...inside, { ...outside, hasWrittenArrangement: true }] })['5.3b']).toBe('met');
  });
});
