import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AnswerItem, determineCase } from './answer.ts';
import { bestMix } from './best-mix.ts';
import { readCaseFile } from './case-file.ts';
import { exampleCase, type ExampleInput } from './example-world.ts';
import { nearestFor } from './nearest.ts';

const folder = new URL('./examples/', import.meta.url);
const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

const fileOf = (input: ExampleInput) => {
  const reading = readCaseFile(exampleCase(input));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.file;
};
const items = (input: ExampleInput): readonly AnswerItem[] => determineCase(fileOf(input)).items;
const item = (input: ExampleInput, clause: string, agency = 'A1'): AnswerItem | undefined =>
  items(input).find((one) => one.clause === clause && one.agency === agency);

const loan = (id: string, more: object = {}) => ({
  id,
  type: 'pledge_loan' as const,
  agency: 'A1',
  contractNo: id,
  disbursedDate: '2021-02-08',
  bankInCity: true,
  insuredByGovBankInsurer: true,
  ...more,
});
const win = (id: string, more: object = {}) => ({
  id,
  type: 'litigation' as const,
  agency: 'A1',
  client: 'E1',
  caseNo: id,
  effectiveDate: '2021-06-30',
  patentCase: true,
  foreignRelated: true,
  majorInfluence: false,
  outcome: 'won' as const,
  final: true,
  agencyFeeYuan: 80_000,
  ...more,
});
const batch = (count: number, more: object = {}) => ({
  id: 'F1',
  type: 'invention_grants' as const,
  agency: 'A1',
  count,
  grantDate: '2021-04-06',
  ownerCity: '370300',
  applicationYear: 2017,
  serialFrom: 5_000_001,
  enterprise: 'E1',
  ...more,
});
const doubling = {
  id: 'P1',
  type: 'campaign_result' as const,
  agency: 'A1',
  enterprise: 'E1',
  campaign: 'doubling' as const,
  confirmedDate: '2021-06-18',
};
const security = (more: object = {}) => ({
  id: 'S1',
  type: 'ip_securitization' as const,
  agency: 'A1',
  productName: 'p',
  completedDate: '2021-05-20',
  ...more,
});
const second = {
  id: 'A2',
  patentQualification: [{ from: '2015-03-01', to: null }],
  zoneMembership: [{ zone: 'Z1', from: '2021-03-01', to: null }],
};
const first = { ...second, id: 'A1', zoneMembership: [{ zone: 'Z1', from: '2020-11-02', to: null }] };

describe('the case-file door', () => {
  test.each(files)('$title', ({ case: input, answer }) => {
    const reading = readCaseFile(input);
    expect(reading.ok && determineCase(reading.file)).toEqual(answer);
  });

  test('a matter linked across clauses is supported once, the higher one', () => {
    const facts = [loan('L1', { matter: 'M' }), loan('L2'), security({ matter: 'M' })];
    expect(item({ facts }, '9.1.sec')?.ceilingYuan).toBe(100_000);
    expect(item({ facts }, '9.1.loan')?.lines?.map(({ code }) => code)).toEqual(['SAME_MATTER', 'OK']);
    const byDay = item({ facts, overrides: { sameMatter: 'first_determined' } }, '9.1.sec');
    expect(byDay).toMatchObject({ eligible: false, conditionsMet: true, code: 'SAME_MATTER' });
  });

  test('a matter supported lower before is topped up under "highest" and closed under "first determined"', () => {
    const priorDeterminations = [
      { agency: 'A1', clause: '9.1.loan' as const, year: 2021, decidedDate: '2021-03-01', yuan: 10_000, facts: ['L1'] },
    ];
    const facts = [loan('L1', { matter: 'M' }), security({ matter: 'M' })];
    expect(item({ facts, priorDeterminations }, '9.1.loan')?.code).toBe('ONCE_ONLY');
    expect(item({ facts, priorDeterminations }, '9.1.sec')?.ceilingYuan).toBe(90_000);
    expect(item({ facts, priorDeterminations, overrides: { sameMatter: 'first_determined' } }, '9.1.sec')?.code).toBe('SAME_MATTER');
  });

  test('shares: rounded down, the rest to the lead, and a partner that is refused passes nothing on', () => {
    const agencies = [first, second];
    const shared = {
      agency: undefined,
      agencies: [
        { id: 'A1', sharePercent: 50 },
        { id: 'A2', sharePercent: 50 },
      ],
    };
    const facts = [win('C1', { ...shared, agencyFeeYuan: 41_001 })];
    expect(item({ agencies, facts }, '9.4')?.ceilingYuan).toBe(20_501);
    expect(item({ agencies, facts }, '9.4', 'A2')?.ceilingYuan).toBe(20_500);
    const early = [win('C1', { ...shared, agencyFeeYuan: 41_001, effectiveDate: '2021-02-01' })];
    expect(item({ agencies, facts: early }, '9.4')?.ceilingYuan).toBe(20_501);
    expect(item({ agencies, facts: early }, '9.4', 'A2')).toMatchObject({ ceilingYuan: 0, code: 'NOT_IN_ZONE' });
    const open = [win('C1', { agency: undefined, agencies: [{ id: 'A1' }, { id: 'A2' }] })];
    expect(item({ agencies, facts: open }, '9.4')).toMatchObject({ eligible: null, code: 'UNKNOWN', missing: ['sharePercent'] });
  });

  test('an earlier determination uses up the cap, and its facts are not supported again', () => {
    const priorDeterminations = [{ agency: 'A1', clause: '9.4' as const, year: 2021, yuan: 180_000, facts: ['C0'] }];
    expect(item({ facts: [win('C0'), win('C1')], priorDeterminations }, '9.4')).toMatchObject({
      ceilingYuan: 20_000,
      uncappedYuan: 50_000,
      code: 'OK_CAPPED',
      lines: [
        { fact: 'C0', ceilingYuan: 0, code: 'ONCE_ONLY' },
        { fact: 'C1', ceilingYuan: 20_000, code: 'OK_CAPPED' },
      ],
    });
  });

  test('the cap of a client is used up in order of the day of effect, across agencies', () => {
    const agencies = [first, second];
    const facts = [1, 2, 3, 4, 5].map((n) =>
      win(`C${n}`, { agency: n === 1 ? 'A1' : 'A2', effectiveDate: n === 1 ? '2021-07-30' : '2021-06-30' }),
    );
    expect(item({ agencies, facts }, '9.4', 'A1')?.ceilingYuan).toBe(50_000);
    const overrides = { capBy: 'client_enterprise' as const };
    expect(item({ agencies, facts, overrides }, '9.4', 'A2')?.ceilingYuan).toBe(200_000);
    expect(item({ agencies, facts, overrides }, '9.4', 'A1')).toMatchObject({ ceilingYuan: 0, code: 'OK_CAPPED', uncappedYuan: 50_000 });
  });

  test('a pending finding holds the payment, a withdrawn one does nothing', () => {
    const finding = {
      id: 'N1',
      type: 'abnormal_filing' as const,
      agency: 'A1',
      date: '2021-05-10',
      malicious: true,
      status: 'pending' as const,
      patents: 1,
    };
    expect(item({ facts: [batch(130), finding] }, '9.5.tier')).toMatchObject({ eligible: true, paymentHold: true });
    expect(item({ facts: [batch(130), { ...finding, status: 'withdrawn' }] }, '9.5.tier')?.paymentHold).toBeUndefined();
    expect(item({ facts: [batch(130), { ...finding, malicious: undefined, status: 'confirmed' }] }, '9.5.tier')).toMatchObject({
      code: 'UNKNOWN',
      missing: ['malicious'],
    });
  });

  test('a zone in rectification: facts count, payment waits; under the other reading they do not count', () => {
    const zones = [
      {
        id: 'Z1',
        statusHistory: [
          { from: '2020-11-02', status: 'designated' as const },
          { from: '2021-05-01', status: 'rectifying' as const },
        ],
      },
    ];
    const facts = [loan('L1', { disbursedDate: '2021-06-01' })];
    expect(item({ zones, facts }, '9.1.loan')).toMatchObject({ eligible: true, paymentHold: true });
    expect(item({ zones, facts, overrides: { rectification: 'suspended' } }, '9.1.loan')?.code).toBe('ZONE_RECTIFYING');
  });

  test('a zone revoked in the year: facts before the day stand, on the day not, unless the day of determination decides', () => {
    const zones = [
      {
        id: 'Z1',
        statusHistory: [
          { from: '2020-11-02', status: 'designated' as const },
          { from: '2021-06-30', status: 'revoked' as const },
        ],
      },
    ];
    const facts = [loan('L1', { disbursedDate: '2021-06-29' }), loan('L2', { disbursedDate: '2021-06-30' })];
    expect(item({ zones, facts }, '9.1.loan')?.lines?.map(({ code }) => code)).toEqual(['OK', 'ZONE_REVOKED']);
    expect(item({ zones, facts, overrides: { zoneRule: 'fact_and_determination_date' } }, '9.1.loan')?.code).toBe('ZONE_REVOKED');
  });

  test('numbers as people type them: ZL, dots and full width are one patent; a missing or wrong check digit is refused', () => {
    const list = {
      id: 'F2',
      type: 'invention_grant_list' as const,
      agency: 'A1',
      grantDate: '2021-04-06',
      ownerCity: '370300',
      enterprise: 'E1',
      patentNos: [
        'ZL201710601862.3',
        '2017106018623',
        'ｚｌ２０１７１０６０１８６２．３',
        '201710601862',
        '2017106018624',
        '2017206018621',
      ],
    };
    const found = item({ facts: [list, { ...doubling, campaign: 'zero_clearing' as const }] }, '9.5.tier');
    expect(found?.rejectedRows?.map(({ row }) => row)).toEqual([4, 5, 6]);
    expect(item({ facts: [list, { ...doubling, campaign: 'zero_clearing' as const }] }, '9.5.campaign')?.ceilingYuan).toBe(10_000);
  });

  test('each grant once: 5 of 200 serve the campaign and the tier falls to the middle, worth more together', () => {
    const facts = [batch(200), doubling];
    const totals = (overrides: object) => items({ facts, overrides }).map(({ ceilingYuan }) => ceilingYuan);
    expect(totals({ clauseFive: 'higher' })).toEqual([50_000, 0]);
    expect(totals({ clauseFive: 'both' })).toEqual([50_000, 50_000]);
    expect(totals({ clauseFive: 'both_distinct' })).toEqual([30_000, 50_000]);
  });

  test('one numbered item a year: the highest stands, the others meet their conditions', () => {
    const facts = [loan('L1'), win('C1')];
    const found = items({ facts, overrides: { acrossClauses: 'one_clause' } });
    expect(found.map(({ clause, code }) => [clause, code])).toEqual([
      ['9.1.loan', 'ONCE_ONLY'],
      ['9.4', 'OK'],
    ]);
    expect(found[0]).toMatchObject({ conditionsMet: true, ceilingYuan: 0 });
  });

  test('the policy year runs from 25 August to 24 August', () => {
    const facts = [loan('L1', { disbursedDate: '2021-08-24' }), loan('L2', { disbursedDate: '2020-12-31' })];
    expect(item({ year: 2020, facts, overrides: { yearBasis: 'policy_year' } }, '9.1.loan')?.ceilingYuan).toBe(20_000);
    expect(item({ year: 2020, facts }, '9.1.loan')?.ceilingYuan).toBe(10_000);
  });

  test('a certificate goes to the person, or to the agency under another reading', () => {
    const facts = [
      { id: 'P1', type: 'agent_certificate' as const, agency: 'A1', person: '张三', certificateNo: '1', issuedDate: '2021-04-01' },
    ];
    expect(item({ facts }, '9.3.cert')).toMatchObject({ fixed: true, recipients: [{ person: '张三', ceilingYuan: 10_000 }] });
    expect(item({ facts, overrides: { certTo: 'agency_per_person' } }, '9.3.cert')?.recipients).toBeUndefined();
  });
});

describe('advice', () => {
  test('three more grants by the last day reach the first step', () => {
    const [nearest] = nearestFor(fileOf({ facts: [batch(68)] }), 'A1', '9.5.tier');
    expect(nearest).toMatchObject({ steps: 3, yuan: 10_000, says: '再有3件我市发明专利授权（8月24日前），即可得 10000 元' });
  });

  test('where one change does not help, two are named', () => {
    const finding = {
      id: 'N1',
      type: 'abnormal_filing' as const,
      agency: 'A1',
      date: '2021-05-10',
      malicious: true,
      status: 'confirmed' as const,
      patents: 1,
    };
    const [nearest] = nearestFor(fileOf({ facts: [batch(68), finding] }), 'A1', '9.5.tier');
    expect(nearest?.says).toContain('3件');
    expect(nearest?.says).toContain('撤回');
  });

  test('nothing is offered when the last day is past', () => {
    expect(nearestFor(fileOf({ asOf: '2021-09-01', facts: [batch(68)] }), 'A1', '9.5.tier')).toEqual([]);
  });

  test('the best mix keeps the higher support of a matter and says what it left out', () => {
    const mix = bestMix(fileOf({ facts: [loan('L1', { matter: 'M' }), loan('L2'), security({ matter: 'M' })] }));
    expect(mix.totalYuan).toBe(110_000);
    expect(mix.leftOut).toMatchObject([{ clause: '9.1.loan', yuan: 10_000 }]);
  });
});
