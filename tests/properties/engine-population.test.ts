import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileBulk, interpretBulk } from '#core/policy/bulk.ts';
import { compileBulkTrace } from '#core/policy/bulk-trace.ts';
import { resolveSettings } from '#core/policy/settings.ts';
import { type AgencyYear, populationRules } from '#policy/zibo-2020/09-population.ts';
import { determineCase } from '#policy/zibo-2020/answer.ts';
import { type CaseFileInput, readCaseFile } from '#policy/zibo-2020/case-file.ts';
import { exampleCase } from '#policy/zibo-2020/example-world.ts';
import { supportSettings, type SupportValues } from '#policy/zibo-2020/settings-support.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 2_000);
const flag = fc.constantFrom(0, 1);
const few = fc.nat(3);
const years: fc.Arbitrary<AgencyYear> = fc.record({
  gate: fc.constantFrom(0, 0, 0, 0, 1, 2),
  loans: few,
  localLoans: few,
  securitizations: few,
  recognised: flag,
  custodyFull: flag,
  custodyAdvisory: flag,
  custodySingle: flag,
  nationalHonours: few,
  provincialHonours: few,
  certificates: few,
  winFen: fc.constantFrom(0, 4_100_000, 5_000_000, 10_000_000, 15_000_000, 20_000_000, 25_000_000),
  grants: fc.constantFrom(0, 1, 4, 5, 6, 69, 70, 71, 72, 119, 120, 121, 122, 199, 200, 201),
  maliciousFindings: flag,
  findings: flag,
  clearings: flag,
  doublings: flag,
});
const readings = fc.record({
  tierMinimums: fc.constantFrom([71, 121, 200], [70, 120, 200], [71, 121, 201]),
  clauseFive: fc.constantFrom('higher', 'both'),
  custodyTimes: fc.constantFrom('highest', 'sum_of_modes'),
  honourTimes: fc.constantFrom('highest_once', 'each'),
  certTo: fc.constantFrom('person', 'agency_once'),
  securitizationGate: fc.constantFrom('local_loan_needed', 'none'),
  campaignPair: fc.constantFrom('higher', 'sum'),
  abnormalTier: fc.constantFrom('malicious', 'any'),
});
type Readings = typeof readings extends fc.Arbitrary<infer T> ? T : never;

const valuesOf = (overrides: Readings): SupportValues =>
  resolveSettings(
    supportSettings,
    Object.fromEntries(Object.entries(overrides).map(([key, value]) => [key, { value, status: 'replaced' as const }])),
  ).values;

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** The same year as facts of a case file. */
function caseOf(y: AgencyYear, overrides: Readings): CaseFileInput {
  const agency = 'A1';
  const local = Math.max(y.loans, y.localLoans);
  const by = { agency };
  const custody = (['full', 'advisory', 'single'] as const).filter(
    (mode) => y[({ full: 'custodyFull', advisory: 'custodyAdvisory', single: 'custodySingle' } as const)[mode]] > 0,
  );
  const grantDate = '2021-04-06';
  const facts: CaseFileInput['facts'] = [
    ...times(local, (i) => ({
      id: `L${i}`,
      type: 'pledge_loan' as const,
      ...by,
      contractNo: `L${i}`,
      disbursedDate: grantDate,
      bankInCity: true,
      insuredByGovBankInsurer: i < y.loans,
    })),
    ...times(y.securitizations, (i) => ({
      id: `S${i}`,
      type: 'ip_securitization' as const,
      ...by,
      productName: `S${i}`,
      completedDate: grantDate,
    })),
    ...custody.map((mode) => ({ id: `K${mode}`, type: 'custody_contract' as const, ...by, mode, startDate: grantDate, endDate: null })),
    ...(y.recognised ? [{ id: 'R', type: 'custody_recognition' as const, ...by, year: 2021, areas: ['x'], result: 'outstanding' }] : []),
    ...times(y.nationalHonours, (i) => ({
      id: `HN${i}`,
      type: 'brand_honour' as const,
      ...by,
      level: 'national' as const,
      name: `N${i}`,
      awardedDate: grantDate,
    })),
    ...times(y.provincialHonours, (i) => ({
      id: `HP${i}`,
      type: 'brand_honour' as const,
      ...by,
      level: 'provincial' as const,
      name: `P${i}`,
      awardedDate: grantDate,
    })),
    ...times(y.certificates, (i) => ({
      id: `C${i}`,
      type: 'agent_certificate' as const,
      ...by,
      person: `p${i}`,
      certificateNo: `c${i}`,
      issuedDate: grantDate,
    })),
    ...times(Math.ceil(y.winFen / 5_000_000), (i) => ({
      id: `W${i}`,
      type: 'litigation' as const,
      ...by,
      client: 'E1',
      caseNo: `w${i}`,
      effectiveDate: grantDate,
      patentCase: true,
      foreignRelated: true,
      majorInfluence: false,
      outcome: 'won' as const,
      final: true,
      agencyFeeYuan: Math.min(50_000, y.winFen / 100 - i * 50_000),
    })),
    ...(y.grants
      ? [
          {
            id: 'F',
            type: 'invention_grants' as const,
            ...by,
            count: y.grants,
            grantDate,
            ownerCity: '370300',
            applicationYear: 2017,
            serialFrom: 1,
            enterprise: 'E1',
          },
        ]
      : []),
    ...(y.maliciousFindings
      ? [{ id: 'M', type: 'abnormal_filing' as const, ...by, date: grantDate, malicious: true, status: 'confirmed' as const, patents: 1 }]
      : []),
    ...(y.findings
      ? [{ id: 'N', type: 'abnormal_filing' as const, ...by, date: grantDate, malicious: false, status: 'confirmed' as const, patents: 1 }]
      : []),
    ...(y.clearings
      ? [
          {
            id: 'PC',
            type: 'campaign_result' as const,
            ...by,
            enterprise: 'E1',
            campaign: 'zero_clearing' as const,
            confirmedDate: grantDate,
          },
        ]
      : []),
    ...(y.doublings
      ? [{ id: 'PD', type: 'campaign_result' as const, ...by, enterprise: 'E1', campaign: 'doubling' as const, confirmedDate: grantDate }]
      : []),
  ];
  const scene = exampleCase({ facts, overrides });
  const office = scene.agencies[0];
  return {
    ...scene,
    agencies: office
      ? [{ ...office, ...(y.gate === 1 ? { zoneMembership: [] } : {}), ...(y.gate === 2 ? { patentQualification: [] } : {}) }]
      : [],
  };
}

/** The counts as the facts give them: a malicious finding is a finding, an insured loan is a local loan, campaigns need their grants. */
const counted = (y: AgencyYear): AgencyYear => ({
  ...y,
  localLoans: Math.max(y.loans, y.localLoans),
  findings: y.findings + y.maliciousFindings,
  clearings: y.grants >= 1 ? y.clearings : 0,
  doublings: y.grants >= 5 ? y.doublings : 0,
});

describe('第九条 over a whole population', () => {
  test('the compiled walk, its varied form and the plain interpreter agree on amounts and reasons', () => {
    fc.assert(
      fc.property(fc.array(years, { minLength: 1, maxLength: 8 }), readings, (records, overrides) => {
        const set = populationRules(valuesOf(overrides));
        const size = set.rules.length;
        for (const compiled of [compileBulk(set), compileBulk(set, true)]) {
          const amounts = new Float64Array(records.length * (size + 1));
          const reasons = new Uint8Array(records.length * size);
          compiled.walk(records, amounts, reasons, compiled.numbers);
          const explain = compileBulkTrace(set, compiled);
          records.forEach((record, i) => {
            const plain = interpretBulk(set, record);
            expect(explain(record, amounts, reasons, i).map(({ amount, code }) => ({ amount, code }))).toEqual(plain);
            expect(amounts[i * (size + 1) + size]).toBe(plain.reduce((sum, { amount }) => sum + amount, 0));
          });
        }
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });

  test('it gives the amounts that the case-file door gives for the same facts', () => {
    fc.assert(
      fc.property(years, readings, (year, overrides) => {
        const reading = readCaseFile(caseOf(year, overrides));
        if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
        const items = determineCase(reading.file).items;
        const set = populationRules(valuesOf(overrides));
        const bulk = interpretBulk(set, counted(year));
        set.rules.forEach(({ key }, i) => {
          const item = items.find(({ clause }) => clause === key);
          expect([key, (bulk[i]?.amount ?? 0) / 100]).toEqual([key, item?.ceilingYuan ?? 0]);
        });
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
});
