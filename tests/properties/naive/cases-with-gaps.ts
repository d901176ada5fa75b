import fc from 'fast-check';
import { cases, crowded, fact, numbered } from './cases.ts';
import type { Case, Fact } from './facts.ts';

/** Fields of each kind of fact that people leave open. */
const gaps: Readonly<Record<string, readonly string[]>> = {
  pledge_loan: ['bankInCity', 'insuredByGovBankInsurer'],
  litigation: ['foreignRelated', 'majorInfluence', 'final', 'outcome', 'agencyFeeYuan'],
  invention_grants: ['ownerCity', 'enterprise'],
  invention_grant_list: ['ownerCity', 'enterprise'],
  abnormal_filing: ['malicious'],
  brand_honour: ['level'],
  custody_contract: ['mode'],
};

/** The same with up to two fields missing. */
export const casesWithGaps: fc.Arbitrary<Case> = fc
  .tuple(fc.oneof(cases, crowded), fc.array(fc.tuple(fc.nat(8), fc.nat(4)), { minLength: 1, maxLength: 2 }))
  .map(([base, holes]) => ({
    ...base,
    facts: base.facts.map((one, i) => {
      const fields = gaps[one.type] ?? [];
      const out = holes.filter(([at]) => at === i).map(([, k]) => fields[k % fields.length]);
      return Object.fromEntries(Object.entries(one).filter(([key]) => !out.includes(key))) as unknown as Fact;
    }),
  }));

/** Honours only, most of them under one name and day, some without a level: one honour filed twice, or two. */
export const honourGaps: fc.Arbitrary<Case> = fc
  .tuple(
    cases,
    fc.array(
      fact('brand_honour', {
        level: fc.constantFrom('national', 'provincial', 'municipal', undefined),
        name: fc.constantFrom('甲', '甲', '乙'),
        awardedDate: fc.constantFrom('2021-03-15', '2021-03-15', '2020-12-31'),
      }),
      { minLength: 2, maxLength: 4 },
    ),
  )
  .map(([base, bodies]) => ({ ...base, facts: numbered(bodies, []) }));
