import { describe, expect, test } from 'vitest';
import { type AnswerItem, determineCase } from './answer.ts';
import { bestMix } from './best-mix.ts';
import { type CaseFileInput, readCaseFile } from './case-file.ts';
import { exampleCase, type ExampleInput } from './example-world.ts';

const fileOf = (input: ExampleInput) => {
  const reading = readCaseFile(exampleCase(input));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.file;
};
const items = (input: ExampleInput): readonly AnswerItem[] => determineCase(fileOf(input), { explain: true }).items;
const verdicts = (input: ExampleInput) => items(input).map(({ clause, code, ceilingYuan }) => [clause, code, ceilingYuan]);
type Facts = CaseFileInput['facts'];
type FactInput = Facts[number];

const batch = (id: string, count: number, more: object = {}): FactInput => ({
  id,
  type: 'invention_grants',
  agency: 'A1',
  count,
  grantDate: '2021-04-06',
  ownerCity: '370300',
  applicationYear: 2017,
  serialFrom: Number(id.slice(1)) * 1_000,
  enterprise: 'E1',
  ...more,
});
const honour = (more: object = {}): FactInput => ({
  id: 'H1',
  type: 'brand_honour',
  agency: 'A1',
  level: 'provincial',
  name: '品牌',
  awardedDate: '2021-03-18',
  ...more,
});
const loan = (id: string, more: object = {}): FactInput => ({
  id,
  type: 'pledge_loan',
  agency: 'A1',
  contractNo: id,
  disbursedDate: '2021-02-08',
  bankInCity: true,
  insuredByGovBankInsurer: true,
  ...more,
});
const security = (more: object = {}): FactInput => ({
  id: 'S1',
  type: 'ip_securitization',
  agency: 'A1',
  productName: 'p',
  completedDate: '2021-05-20',
  ...more,
});
const win = (id: string, more: object = {}): FactInput => ({
  id,
  type: 'litigation',
  agency: 'A1',
  client: 'E1',
  caseNo: id,
  effectiveDate: '2021-06-30',
  patentCase: true,
  foreignRelated: true,
  majorInfluence: false,
  outcome: 'won',
  final: true,
  agencyFeeYuan: 80_000,
  ...more,
});
const M = { matter: 'M' };

describe('a matter that links grants to another fact (I-26)', () => {
  test('the yearly number is worth more: the other fact gives way', () => {
    expect(verdicts({ facts: [batch('F1', 121, M), loan('L1', M)] })).toEqual([
      ['9.1.loan', 'SAME_MATTER', 0],
      ['9.5.tier', 'OK', 30_000],
    ]);
  });

  test('the other fact is worth more: its grants leave the count and the rest is counted again', () => {
    const rest = (count: number) => verdicts({ facts: [batch('F1', 130, M), batch('F2', count), honour(M)] });
    expect(rest(71)).toEqual([
      ['9.3.honour', 'OK', 100_000],
      ['9.5.tier', 'OK', 10_000],
    ]);
    expect(rest(121)).toEqual([
      ['9.3.honour', 'OK', 100_000],
      ['9.5.tier', 'OK', 30_000],
    ]);
    expect(rest(70)[1]).toEqual(['9.5.tier', 'SAME_MATTER', 0]);
    expect(verdicts({ facts: [batch('F1', 130, M), batch('F2', 71, { matter: 'N' }), honour(M)] })[1]).toEqual(['9.5.tier', 'OK', 10_000]);
  });

  test('when nothing is left to count, the number is the same matter and its conditions are met', () => {
    const [, tier] = items({ facts: [batch('F1', 200, M), honour(M)] });
    expect(tier).toMatchObject({ clause: '9.5.tier', eligible: false, code: 'SAME_MATTER', conditionsMet: true });
    expect(tier?.trace?.lines[0]?.result).toBe('不计：同一事项已由另一项支持（见 H1）');
  });

  test('under "first determined" the earlier day decides, whatever the sums', () => {
    const facts = [batch('F1', 71, { ...M, grantDate: '2021-03-17' }), honour(M)];
    const overrides = { sameMatter: 'first_determined' as const };
    expect(verdicts({ facts, overrides })).toEqual([
      ['9.3.honour', 'SAME_MATTER', 0],
      ['9.5.tier', 'OK', 10_000],
    ]);
    const later = [batch('F1', 200, { ...M, grantDate: '2021-03-19' }), honour({ ...M, level: 'provincial' })];
    expect(verdicts({ facts: later, overrides })[0]).toEqual(['9.3.honour', 'OK', 100_000]);
  });

  test('grants that lost their matter still stand behind a campaign, and another agency keeps its own count', () => {
    const zones = {
      patentQualification: [{ from: '2015-03-01', to: null }],
      zoneMembership: [{ zone: 'Z1', from: '2020-11-02', to: null }],
    };
    const agencies = ['A1', 'A2'].map((id) => ({ id, ...zones }));
    const result: FactInput = {
      id: 'P1',
      type: 'campaign_result',
      agency: 'A1',
      enterprise: 'E1',
      campaign: 'doubling',
      confirmedDate: '2021-06-18',
    };
    expect(verdicts({ agencies, facts: [batch('F1', 121, M), honour(M), result, batch('F2', 71, { agency: 'A2' })] })).toEqual([
      ['9.3.honour', 'OK', 100_000],
      ['9.5.tier', 'SAME_MATTER', 0],
      ['9.5.campaign', 'OK', 50_000],
      ['9.5.tier', 'OK', 10_000],
    ]);
  });

  test('two batches of one matter count together, and two matters may be lost at once', () => {
    expect(verdicts({ facts: [batch('F1', 60, M), batch('F2', 61, M)] })).toEqual([['9.5.tier', 'OK', 30_000]]);
    const facts = [
      batch('F1', 60, M),
      batch('F2', 60, { matter: 'N' }),
      batch('F3', 71),
      honour(M),
      security({ matter: 'N' }),
      loan('L1', { insuredByGovBankInsurer: false }),
    ];
    expect(verdicts({ facts }).slice(-1)).toEqual([['9.5.tier', 'OK', 10_000]]);
  });
});

describe('a matter across other clauses', () => {
  test('at equal sums the clause named first stands', () => {
    expect(verdicts({ facts: [honour(M), security(M), loan('L1')] })).toEqual([
      ['9.1.loan', 'OK', 10_000],
      ['9.1.sec', 'OK', 100_000],
      ['9.3.honour', 'SAME_MATTER', 0],
    ]);
  });

  test('under "first determined" without an earlier determination the fact dated first stands, on one day the clause named first', () => {
    const overrides = { sameMatter: 'first_determined' as const };
    const pair = (day: string) => verdicts({ overrides, facts: [honour({ ...M, awardedDate: day }), loan('L1', M)] });
    expect(pair('2021-02-07')).toEqual([
      ['9.1.loan', 'SAME_MATTER', 0],
      ['9.3.honour', 'OK', 100_000],
    ]);
    expect(pair('2021-02-08')[0]).toEqual(['9.1.loan', 'OK', 10_000]);
    expect(pair('2021-02-09')[0]).toEqual(['9.1.loan', 'OK', 10_000]);
  });

  test('two facts of one clause in one matter: the first of them stands', () => {
    const [item] = items({ facts: [loan('L10', M), loan('L2', M)] });
    expect(item?.lines).toEqual([
      { fact: 'L2', ceilingYuan: 10_000, code: 'OK' },
      { fact: 'L10', ceilingYuan: 0, code: 'SAME_MATTER' },
    ]);
  });

  test('what was paid before for the matter is taken off the higher support, and says so', () => {
    const priorDeterminations = [{ agency: 'A1', clause: '9.1.loan' as const, year: 2021, yuan: 10_000, facts: ['L1'] }];
    const [, item] = items({ priorDeterminations, facts: [loan('L1', M), win('C1', M)] });
    expect(item).toMatchObject({ code: 'OK_CAPPED', ceilingYuan: 40_000, uncappedYuan: 50_000 });
    expect(item?.trace?.lines[0]?.result).toBe('核减为 40000元（同一事项此前已核定，只补差额）');
  });

  test('a higher support paid before leaves nothing open, and one of nothing paid before leaves all', () => {
    const before = (yuan: number) => [{ agency: 'A1', clause: '9.3.honour' as const, year: 2021, yuan, facts: ['H1'] }];
    const facts = [honour(M), win('C1', M)];
    const [, closed] = items({ facts, priorDeterminations: before(100_000) });
    expect(closed).toMatchObject({ code: 'SAME_MATTER', ceilingYuan: 0, conditionsMet: true });
    expect(closed?.trace?.lines[0]?.result).toContain('（见 H1）');
    expect(items({ facts, priorDeterminations: before(0) })[1]).toMatchObject({ code: 'OK', ceilingYuan: 50_000 });
  });
});

describe('the best mix', () => {
  test('keeps the grants for the number where the honour is worth less than what it would cost', () => {
    const facts = [batch('F1', 121, M), honour({ ...M, level: 'provincial' }), win('C1')];
    expect(bestMix(fileOf({ facts }))).toMatchObject({
      totalYuan: 150_000,
      chosen: [
        { clause: '9.3.honour', facts: ['H1'], yuan: 100_000, says: '符合条件' },
        { agency: 'A1', clause: '9.4', facts: ['C1'], yuan: 50_000 },
      ],
      leftOut: [{ agency: 'A1', clause: '9.5.tier', facts: ['F1'], yuan: 30_000, says: '同一事项已由另一项支持（见 H1）' }],
    });
  });

  test('looks past one matter: the lower support may leave room for two', () => {
    const facts = [
      honour({ ...M, level: 'provincial' }),
      security(M),
      loan('L1'),
      honour({ id: 'H2', level: 'national', name: '另一品牌' }),
    ];
    // Under the once-a-year rule the second honour outdoes the first, so the matter is better spent on the securitisation.
    expect(bestMix(fileOf({ facts }))).toMatchObject({ totalYuan: 310_000 });
  });

  test('follows rulings of the centre as a determination does', () => {
    const facts = [loan('L1', M), security(M)];
    expect(bestMix(fileOf({ facts })).totalYuan).toBe(100_000);
    expect(bestMix(fileOf({ facts: [security()] })).totalYuan).toBe(0);
    const rulings = { securitizationGate: { value: 'none', status: 'confirmed' as const } };
    expect(bestMix(fileOf({ facts: [security()] }), rulings).totalYuan).toBe(100_000);
  });
});
