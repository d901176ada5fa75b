import fc from 'fast-check';
import { cases, enterprise, everInside, everLicensed, fact, histories, numbered, office, options } from './cases.ts';
import type { Case } from './facts.ts';

const readingsOfFive = fc.record(
  Object.fromEntries(
    ['clauseFive', 'campaignThreshold', 'campaignTimes', 'campaignPair', 'abnormalTier', 'abnormalCampaign', 'abnormalEffect'].map(
      (key) => [key, fc.constantFrom(...(options[key] ?? []))],
    ),
  ),
  { requiredKeys: [] },
);

/** Both halves of 第九条（五） of agencies that nothing bars: large batches apart from each other, results, few findings. */
export const halves: fc.Arbitrary<Case> = fc
  .tuple(
    cases,
    readingsOfFive,
    fc.array(
      fc.record({
        by: fc.oneof({ weight: 5, arbitrary: fc.constant({ agency: 'A1' }) }, { weight: 1, arbitrary: office }),
        count: fc.constantFrom(1, 4, 5, 6, 66, 71, 76, 116, 121, 126, 195, 200, 206),
        ownerCity: fc.constantFrom('370300', '370300', '370300', '370100'),
        enterprise,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    fc.array(
      fact(
        'campaign_result',
        {
          enterprise,
          campaign: fc.constantFrom('zero_clearing', 'doubling'),
          confirmedDate: fc.constantFrom('2020-12-31', '2021-03-15', '2021-05-01'),
        },
        fc.oneof({ weight: 5, arbitrary: fc.constant({ agency: 'A1' }) }, { weight: 1, arbitrary: office }),
      ),
      { minLength: 1, maxLength: 4 },
    ),
    fc.option(fc.record({ malicious: fc.boolean(), status: fc.constantFrom('confirmed', 'pending'), patents: fc.nat(4) })),
  )
  .map(([base, readings, batches, results, finding]) => ({
    ...base,
    year: 2021,
    overrides: readings,
    zones: ['Z1', 'Z2'].map((id) => ({ id, statusHistory: histories[0] ?? [] })),
    agencies: ['A1', 'A2'].map((id) => ({ id, patentQualification: everLicensed, zoneMembership: everInside })),
    facts: numbered(
      [
        ...batches.map(({ by, ...more }, i) => ({
          type: 'invention_grants',
          ...by,
          ...more,
          grantDate: '2021-03-15',
          applicationYear: 2017,
          serialFrom: 1_000 * (i + 1),
        })),
        ...results,
        ...(finding ? [{ type: 'abnormal_filing', agency: 'A1', date: '2021-03-15', ...finding }] : []),
      ],
      [],
    ),
  }));
