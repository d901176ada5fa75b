import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PooledExpert } from '#core/process/facts.ts';
import { completeForm, inventedCode, listedAgencies, listedEnterprise } from '../../../tests/support/form.ts';
import { sheetOf } from '../../../tests/support/story.ts';
import type { Panel } from './data.ts';
import { activeMembers, conflictsOf, draw, interestedParties, resultOf, withMember } from './panel.ts';
import type { ScoreSheet } from './score-sheet.ts';

const form = completeForm({ name: '东园', creditCode: inventedCode(1), district: '370303' });
const expert = (person: string, more: Partial<PooledExpert> = {}): PooledExpert => ({
  person,
  name: person,
  field: '',
  ties: [],
  offices: [],
  ...more,
});
const tie = (creditCode: string, kind = '任职') => ({ creditCode, name: '', kind });
const agency = listedAgencies[0]?.creditCode ?? '';

describe('A conflict of interest', () => {
  it('is found with the applicant, its agencies and its enterprises', () => {
    expect(interestedParties(form).map(({ creditCode }) => creditCode)).toEqual([
      inventedCode(1),
      ...listedAgencies.map((one) => one.creditCode),
      listedEnterprise.creditCode,
    ]);
  });

  it.each([
    ['an employer', { ties: [tie(agency)] }, '与“甲知识产权代理有限公司”有任职关系'],
    ['shares', { ties: [tie(inventedCode(999)), tie(listedEnterprise.creditCode, '持股')] }, '与“丙新材料股份有限公司”有持股关系'],
    ['an office held', { offices: [inventedCode(1)] }, '在“东园”任职'],
  ])('by %s is told with its reason', (_name, more, why) => {
    expect(conflictsOf([expert('甲', more), expert('乙')], form)).toEqual([{ person: '甲', name: '甲', why }]);
  });

  it('does not hide behind blanks, small letters or wide digits', () => {
    const typed = ` ${agency.slice(0, 8)} ${agency.slice(8).toLowerCase()}`.replaceAll('1', '１');
    const hidden = { ...form, services: { providers: [{ name: '甲', creditCode: typed }] } };
    expect(conflictsOf([expert('甲', { ties: [tie(agency)] })], hidden)).toHaveLength(1);
  });
});

const pools = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 }).map((ids) => ids.map((id) => expert(id)));

describe('A draw', () => {
  it('gives the same panel for the same seed, in whatever order the pool comes', () => {
    fc.assert(
      fc.property(pools, fc.string(), fc.nat(40), (pool, seed, size) => {
        const one = draw(pool, [], { size, seed });
        expect(draw([...pool].reverse(), [], { size, seed })).toEqual(one);
        expect(one).toHaveLength(Math.min(size, pool.length));
        expect(new Set(one.map(({ person }) => person)).size).toBe(one.length);
      }),
    );
  });

  it('never takes an expert with a conflict or one drawn before', () => {
    fc.assert(
      fc.property(pools, fc.string(), (pool, seed) => {
        const barred = pool.filter((_, i) => i % 3 === 0).map(({ person, name }) => ({ person, name, why: 'x' }));
        const without = pool.filter((_, i) => i % 3 === 1).map(({ person }) => person);
        const drawn = draw(pool, barred, { size: 40, seed, without }).map(({ person }) => person);
        expect(drawn.sort()).toEqual(
          pool
            .filter((_, i) => i % 3 === 2)
            .map(({ person }) => person)
            .sort(),
        );
      }),
    );
  });

  it('gives everybody about the same chance', () => {
    const pool = Array.from({ length: 20 }, (_, i) => expert(`expert-${i}`));
    const counts = new Map<string, number>();
    for (let n = 0; n < 4000; n += 1)
      for (const { person } of draw(pool, [], { size: 5, seed: `seed-${n}` })) counts.set(person, (counts.get(person) ?? 0) + 1);
    expect(counts.size).toBe(20);
    for (const [person, count] of counts) expect(Math.abs(count - 1000), person).toBeLessThan(150);
  });
});

describe('The result of a panel', () => {
  const sheets = (shares: readonly number[]) =>
    shares.map((share, i) => ({ name: `专家${i}`, sheet: sheetOf(share) as unknown as ScoreSheet }));

  it('leaves out one highest and one lowest sheet, also when several are equal', () => {
    const result = resultOf(sheets([1, 0.5, 0.8, 0.9, 0.7]));
    expect(result.sheets.filter(({ isCounted }) => !isCounted).map(({ name }) => name)).toEqual(['专家0', '专家1']);
    const equal = resultOf(sheets([0.8, 0.8, 0.8, 0.8, 0.8]));
    expect(equal.sheets.filter(({ isCounted }) => isCounted)).toHaveLength(3);
    expect(equal.score).toBe(equal.sheets[0]?.total);
  });

  it('lies between the lowest and the highest total, and does not depend on the order of the sheets', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 5, maxLength: 11 }), (tenths) => {
        const shares = tenths.map((tenth) => tenth / 10);
        const { score, sheets: totals, planScore } = resultOf(sheets(shares));
        const numbers = totals.map(({ total }) => total);
        expect(score).toBeGreaterThanOrEqual(Math.min(...numbers));
        expect(score).toBeLessThanOrEqual(Math.max(...numbers));
        expect(resultOf(sheets([...shares].reverse()))).toMatchObject({ score, planScore });
      }),
    );
  });
});

describe('The members of a panel', () => {
  const panel = {
    size: 2,
    seed: '',
    excluded: [],
    members: [
      { person: 'a', name: 'a', status: 'invited' },
      { person: 'b', name: 'b', status: 'recused' },
    ],
  } satisfies Panel;

  it('are those who have not recused; one changes without the others', () => {
    expect(activeMembers(panel).map(({ person }) => person)).toEqual(['a']);
    expect(withMember(panel, 'a', { status: 'sealed' }).members.map(({ status }) => status)).toEqual(['sealed', 'recused']);
    expect(panel.members[0]?.status).toBe('invited');
  });
});
