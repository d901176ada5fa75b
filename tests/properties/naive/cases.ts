import fc from 'fast-check';
import { composePatentNumber } from '#core/kernel/patent-number.ts';
import type { Case, Fact } from './facts.ts';

const edgeDays = [
  '2020-08-24',
  '2020-08-25',
  '2020-11-01',
  '2020-11-02',
  '2020-12-31',
  '2021-01-01',
  '2021-03-15',
  '2021-05-01',
  '2021-06-30',
  '2021-08-24',
  '2021-08-25',
  '2021-12-31',
];
const usualDays = ['2021-02-08', '2021-03-15', '2021-05-01', '2021-06-30', '2021-08-24'];
const day = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usualDays) }, { weight: 1, arbitrary: fc.constantFrom(...edgeDays) });
/** Who presents a fact: mostly one agency, sometimes two with their parts. */
export const office = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('A1', 'A2').map((agency) => ({ agency })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.boolean(), fc.constantFrom(50, 60, 33.34, 99))
      .map(([isSwapped, percent]) => [
        { id: isSwapped ? 'A2' : 'A1', sharePercent: percent },
        { id: isSwapped ? 'A1' : 'A2', sharePercent: Math.round((100 - percent) * 100) / 100 },
      ])
      .map((agencies) => ({ agencies })),
  },
);
const alone = fc.constantFrom('A1', 'A2').map((agency) => ({ agency }));
const mostly = (value: boolean) => fc.oneof({ weight: 7, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constant(!value) });
/** One of three enterprises, the last in no zone. */
export const enterprise = fc.constantFrom('E1', 'E2', 'E3');
const small = fc.integer({ min: 1, max: 3 });

type Body = Readonly<Record<string, unknown>>;
/** A fact of one type without its id. */
export const fact = (type: string, fields: Readonly<Record<string, fc.Arbitrary<unknown>>>, who: fc.Arbitrary<object> = office) =>
  fc.tuple(who, fc.record(fields)).map(([by, rest]): Body => ({ type, ...by, ...rest }));

const count = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constantFrom(35, 66, 69, 70, 71, 119, 120, 121, 130, 194, 199, 200, 201));
const grants = {
  count,
  grantDate: day,
  ownerCity: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('370300', '370305') }, { weight: 1, arbitrary: fc.constant('370100') }),
  applicationYear: fc.constantFrom(2016, 2017),
  serialFrom: fc.constantFrom(5_000_001, 5_000_050, 6_000_000),
  enterprise: fc.oneof(enterprise, fc.constant('nobody')),
  matter: fc.option(fc.constantFrom('M1', 'M2'), { nil: undefined, freq: 5 }),
};
const number = fc
  .tuple(fc.constantFrom<1 | 2 | 8>(1, 1, 1, 8, 2), fc.integer({ min: 5_000_001, max: 5_000_012 }), fc.constantFrom('', 'ZL', 'CN'))
  .map(([kind, serial, prefix]) => `${prefix}${composePatentNumber(2017, kind, serial)}`)
  .chain((plain) => fc.constantFrom(plain, `${plain.slice(0, -1)}.${plain.slice(-1)}`));

const kinds: readonly fc.Arbitrary<Body>[] = [
  fact('pledge_loan', {
    enterprise,
    contractNo: small.map((n) => `HT-${n}`),
    disbursedDate: day,
    bankInCity: mostly(true),
    insuredByGovBankInsurer: mostly(true),
    matter: fc.option(fc.constantFrom('M1', 'M2'), { nil: undefined, freq: 5 }),
  }),
  fact('litigation', {
    client: enterprise,
    caseNo: fc.constantFrom('（2021）鲁1号', '(2021)鲁1号', '（2021）鲁2号', '3', '4', '5', '6'),
    effectiveDate: day,
    patentCase: mostly(true),
    foreignRelated: fc.boolean(),
    majorInfluence: mostly(true),
    outcome: fc.constantFrom('won', 'won', 'won', 'won', 'lost', 'settled'),
    final: mostly(true),
    agencyFeeYuan: fc.constantFrom(0, 41_001, 49_999, 50_000, 50_001, 80_000),
    matter: fc.option(fc.constantFrom('M1', 'M2'), { nil: undefined, freq: 5 }),
  }),
  fact('brand_honour', {
    level: fc.constantFrom('national', 'provincial', 'municipal'),
    name: fc.constantFrom('甲', '乙', '丙'),
    awardedDate: day,
    matter: fc.option(fc.constantFrom('M1', 'M2'), { nil: undefined, freq: 5 }),
  }),
  fact('agent_certificate', { person: small.map(String), certificateNo: small.map(String), issuedDate: day, claimedDate: day }, alone),
  fact('custody_contract', {
    rightsHolder: enterprise,
    mode: fc.constantFrom('full', 'advisory', 'single'),
    startDate: fc.constantFrom('2020-01-01', '2021-01-01', '2021-03-15'),
    endDate: fc.constantFrom('2020-12-31', '2021-06-30', '2022-03-01', null),
  }).filter(({ startDate, endDate }) => endDate === null || String(startDate) <= String(endDate)),
  fact('custody_recognition', {
    year: fc.constantFrom(2021, 2021, 2020),
    decidedDate: day,
    areas: fc.constantFrom(['x'], ['x'], []),
    result: fc.constantFrom('outstanding', 'outstanding', 'ordinary'),
    grade: small,
  }),
  fact('invention_grants', grants),
  fact('invention_grants', grants, alone),
  fact('utility_model_grants', grants),
  fact(
    'invention_grant_list',
    { grantDate: day, ownerCity: fc.constantFrom('370300', '370100'), patentNos: fc.array(number, { maxLength: 12 }), enterprise },
    alone,
  ),
  fact(
    'abnormal_filing',
    { date: day, malicious: fc.boolean(), status: fc.constantFrom('confirmed', 'confirmed', 'pending', 'withdrawn'), patents: fc.nat(4) },
    alone,
  ),
  fact('campaign_result', {
    enterprise,
    campaign: fc.constantFrom('zero_clearing', 'doubling'),
    confirmedDate: fc.constantFrom(...usualDays),
  }),
];
const securitization = fact('ip_securitization', {
  completedDate: day,
  matter: fc.option(fc.constantFrom('M1', 'M2'), { nil: undefined, freq: 5 }),
});

/** Every reading by the key of its setting. */
export const options: Readonly<Record<string, readonly unknown[]>> = {
  policyTo: ['2021-08-24', '2021-12-31'],
  policyFrom: ['2020-08-25', '2021-02-08'],
  yearBasis: ['calendar', 'policy_year'],
  countWindow: ['in_force_days', 'whole_year'],
  zoneRule: ['fact_date', 'fact_and_determination_date'],
  rectification: ['counts', 'suspended'],
  tierMinimums: [
    [71, 121, 200],
    [70, 120, 200],
    [71, 121, 201],
  ],
  campaignThreshold: ['one_enterprise', 'sum_enterprises'],
  campaignTimes: ['once_per_agency', 'per_enterprise'],
  campaignPair: ['higher', 'sum'],
  clauseFive: ['higher', 'both', 'both_distinct'],
  abnormalTier: ['malicious', 'any'],
  abnormalCampaign: ['any', 'malicious'],
  abnormalEffect: ['bars_agency_year', 'deduct'],
  custodyMap: ['mode', 'grade'],
  custodyTimes: ['highest', 'sum_of_modes'],
  certTo: ['person', 'agency_per_person', 'agency_once'],
  securitizationGate: ['local_loan_needed', 'none'],
  honourTimes: ['highest_once', 'each'],
  feeLimit: ['actual_fee', 'none'],
  capBy: ['agency', 'client_enterprise'],
  acrossClauses: ['each_clause', 'one_clause'],
  sameMatter: ['highest', 'first_determined'],
};
/** Any combination of readings; most keys stay at their default. */
export const overrides: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .array(
    fc.constantFrom(...Object.keys(options)).chain((key) => fc.constantFrom(...(options[key] ?? [])).map((value) => [key, value] as const)),
    { maxLength: 6 },
  )
  .map((pairs) => Object.fromEntries(pairs));

/** Ways a zone's title may have gone; the first holds it throughout. */
export const histories = [
  [{ from: '2020-11-02', status: 'designated' }],
  [{ from: '2020-08-25', status: 'designated' }],
  [
    { from: '2020-11-02', status: 'designated' },
    { from: '2021-05-01', status: 'rectifying' },
  ],
  [
    { from: '2020-11-02', status: 'designated' },
    { from: '2021-06-30', status: 'revoked' },
  ],
  [
    { from: '2020-09-01', status: 'applied' },
    { from: '2021-03-15', status: 'designated' },
  ],
];
const zones = fc.tuple(fc.constantFrom(0, 0, 0, 1, 2, 3, 4), fc.constantFrom(0, 1, 2, 3, 4)).map(([a, b]) => [
  { id: 'Z1', statusHistory: histories[a] ?? [] },
  { id: 'Z2', statusHistory: histories[b] ?? [] },
]);
const licence = fc.constantFrom(
  [{ from: '2015-03-01', to: null }],
  [{ from: '2015-03-01', to: null }],
  [
    { from: '2015-03-01', to: '2021-03-15' },
    { from: '2021-06-30', to: null },
  ],
  [],
);
const membership = fc.constantFrom(
  [{ zone: 'Z1', from: '2020-11-02', to: null }],
  [{ zone: 'Z1', from: '2020-11-02', to: null }],
  [
    { zone: 'Z1', from: '2020-11-02', to: '2021-05-01' },
    { zone: 'Z2', from: '2021-03-15', to: null },
  ],
  [{ zone: 'Z2', from: '2021-03-15', to: '2021-06-30' }],
);
/** Licensed before the plan and ever since. */
export const everLicensed = [{ from: '2015-03-01', to: null }];
/** In a zone from its designation on. */
export const everInside = [{ zone: 'Z1', from: '2020-11-02', to: null }];
const agencies = fc.tuple(licence, membership, licence, membership).map(([l1, m1, l2, m2]) => [
  { id: 'A1', patentQualification: l1, zoneMembership: m1 },
  { id: 'A2', patentQualification: l2, zoneMembership: m2 },
]);

/** Facts with ids, products with names. */
export const numbered = (bodies: readonly Body[], sec: readonly Body[]): readonly Fact[] =>
  [...bodies, ...sec.map((body, i) => ({ ...body, productName: `P${i}` }))].map(
    (body, i) => ({ ...body, id: `X${i + 1}` }) as unknown as Fact,
  );

/** Case files without gaps over two agencies, two zones and all fact types, at the edges of dates and counts. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    year: fc.constantFrom(2021, 2021, 2021, 2020),
    asOf: fc.constantFrom('2021-08-20', '2021-08-20', '2021-12-31', '2021-04-01'),
    overrides,
    zones,
    agencies,
    bodies: fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 9 }),
    sec: fc.array(securitization, { maxLength: 2 }),
  })
  .map(({ bodies, sec, ...rest }) => ({
    ...rest,
    enterprises: [
      { id: 'E1', zone: 'Z1' },
      { id: 'E2', zone: 'Z2' },
      { id: 'E3', zone: null },
    ],
    facts: numbered(bodies, sec),
  }));

/** Many facts of one or two types, most of them of one agency that nothing bars: duplicates, repeats, caps and matters collide. */
export const crowded: fc.Arbitrary<Case> = fc
  .tuple(
    cases,
    fc
      .tuple(fc.constantFrom(...kinds), fc.constantFrom(...kinds))
      .chain((two) => fc.array(fc.oneof(...two), { minLength: 3, maxLength: 8 })),
    fc.constantFrom('A1', 'A1', 'A2'),
  )
  .map(([base, bodies, owner]) => ({
    ...base,
    zones: ['Z1', 'Z2'].map((id) => ({ id, statusHistory: histories[0] ?? [] })),
    agencies: ['A1', 'A2'].map((id) => ({ id, patentQualification: everLicensed, zoneMembership: everInside })),
    facts: numbered(
      bodies.map((body, i) => ('agency' in body && i % 4 !== 3 ? { ...body, agency: owner } : body)),
      [],
    ),
  }));

/** The same with earlier determinations; matters are left out, their mix with earlier payments has tests of its own. */
export const casesWithPriors: fc.Arbitrary<Case> = fc
  .tuple(
    fc.oneof(cases, crowded),
    fc.array(
      fc.record({
        agency: fc.constantFrom('A1', 'A2'),
        clause: fc.constantFrom('9.1.loan', '9.2', '9.3.honour', '9.3.cert', '9.4', '9.5.tier', '9.5.campaign'),
        year: fc.constantFrom(2021, 2021, 2020),
        yuan: fc.constantFrom(0, 10_000, 50_000, 180_000),
        facts: fc.uniqueArray(
          fc.integer({ min: 1, max: 9 }).map((n) => `X${n}`),
          { maxLength: 2 },
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  )
  .map(([base, priors]) => ({
    ...base,
    overrides: { ...base.overrides, ...(base.overrides?.['clauseFive'] === 'both_distinct' ? { clauseFive: 'both' } : {}) },
    facts: base.facts.map((one) => ({ ...one, matter: undefined }) as Fact),
    priorDeterminations: priors,
  }));
