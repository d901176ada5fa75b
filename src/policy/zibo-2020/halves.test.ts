import { describe, expect, test } from 'vitest';
import {
  agency,
  batch,
  type FactInput,
  honour,
  itemOf,
  loan,
  parts,
  result,
  type Scene,
  two,
  verdictsOf,
  win,
} from '../../../tests/properties/made-up-facts.ts';
import type { CaseFileInput } from './case-file.ts';

type Prior = NonNullable<CaseFileInput['priorDeterminations']>[number];
const prior = (clause: Prior['clause'], more: Partial<Prior> = {}): Prior => ({
  agency: 'A1',
  clause,
  year: 2021,
  yuan: 10_000,
  facts: [],
  ...more,
});
const reading = (overrides: object, more: Scene = {}): Scene => ({ ...more, overrides });
const M = { matter: 'M' };
const sums = (facts: readonly FactInput[], more: Scene = {}) => verdictsOf(facts, more).map((one) => one.replace('A1 9.5.', ''));

describe('which enterprises stand behind a campaign result (I-13)', () => {
  const together = reading({ campaignThreshold: 'sum_enterprises' });
  const grants = [batch('F1', 3), batch('F2', 2, { enterprise: 'E2' })];
  const campaign = (results: readonly FactInput[], more: Scene = {}) => itemOf('9.5.campaign', [...grants, ...results], more)?.code;
  test('each on its own, or all of one campaign together', () => {
    const results = [result('P1'), result('P2', 'doubling', { enterprise: 'E2' })];
    expect([campaign(results), campaign(results, together)]).toEqual(['BELOW_THRESHOLD', 'OK']);
  });

  test('not those of another campaign, another year, another agency, nor one without a name', () => {
    expect(campaign([result('P1'), result('P2', 'zero_clearing', { enterprise: 'E2' })])).toBe('OK');
    const apart: readonly FactInput[] = [
      result('P2', 'doubling', { enterprise: 'E2', confirmedDate: '2020-12-31' }),
      result('P2', 'doubling', { enterprise: 'E2', agency: 'A2' }),
      result('P2', 'zero_clearing', { enterprise: 'E2', confirmedDate: '2020-12-31' }),
    ];
    for (const other of apart) expect(campaign([result('P1'), other], { ...together, agencies: two })).toBe('BELOW_THRESHOLD');
    expect(campaign([result('P1'), result('P2', 'zero_clearing', { enterprise: 'E3' })], together)).toBe('BELOW_THRESHOLD');
  });
});

describe('how often a result counts (I-14)', () => {
  test('a result of the year before takes nothing from this year’s: doubling is measured year by year', () => {
    const before = result('P0', 'doubling', { confirmedDate: '2020-12-31' });
    expect(itemOf('9.5.campaign', [batch('F1', 5), before, result('P1')], {})).toMatchObject({ code: 'OK', ceilingYuan: 50_000 });
    expect(itemOf('9.5.campaign', [batch('F1', 5), result('P0'), result('P1')], {})).toMatchObject({ code: 'OK', ceilingYuan: 50_000 });
  });

  const grants = [batch('F1', 5), batch('F2', 5, { enterprise: 'E2' })];
  const all = [result('P1'), result('P2', 'zero_clearing'), result('P3', 'doubling', { enterprise: 'E2' })];
  const yuan = (overrides: object, results = all) => itemOf('9.5.campaign', [...grants, ...results], { overrides })?.ceilingYuan;
  test('once for an agency or once for an enterprise, the higher campaign or both', () => {
    expect(yuan({})).toBe(50_000);
    expect(yuan({ campaignTimes: 'per_enterprise' })).toBe(100_000);
    expect(yuan({ campaignPair: 'sum' })).toBe(60_000);
    expect(yuan({ campaignTimes: 'per_enterprise', campaignPair: 'sum' })).toBe(110_000);
  });

  test('for each agency that served it, where an enterprise was served by two', () => {
    const other = [batch('F3', 5, { agency: 'A2' }), result('P5', 'doubling', { agency: 'A2' })];
    const found = verdictsOf([...grants, result('P1'), ...other], { agencies: two, overrides: { campaignTimes: 'per_enterprise' } });
    expect(found.filter((verdict) => verdict.includes('campaign'))).toEqual(['A1 9.5.campaign OK 50000', 'A2 9.5.campaign OK 50000']);
  });

  test('one result filed twice is a duplicate, that of another enterprise or campaign is not', () => {
    const lines = itemOf('9.5.campaign', [...grants, ...all, result('P4')], { overrides: { campaignTimes: 'per_enterprise' } })?.trace
      ?.lines;
    expect(lines?.map(({ fact, result: said }) => `${fact} ${said}`)).toEqual([
      'P1 计 50000元',
      'P2 不计：年度内已有同项支持，不重复（见 P1）',
      'P3 计 50000元',
      'P4 不计：同一事项重复填报（见 P1）',
    ]);
  });

  test.each(['2021-01-01', '2021-12-31'])('one result filed twice on %s is of the year, too', (confirmedDate) => {
    const twice = [result('P1', 'doubling', { confirmedDate }), result('P2', 'doubling', { confirmedDate })];
    const item = itemOf('9.5.campaign', [...grants, ...twice], { overrides: { policyTo: '2021-12-31' } });
    expect(item?.trace?.lines[1]?.result).toBe('不计：同一事项重复填报（见 P1）');
  });

  test('an earlier payment in the year uses the agency’s year up, but not under a reading that counts enterprises', () => {
    const paid = { priorDeterminations: [prior('9.5.campaign', { facts: ['P0'] })] };
    const facts = [...grants, ...all];
    expect(itemOf('9.5.campaign', facts, paid)?.code).toBe('ONCE_ONLY');
    expect(itemOf('9.5.campaign', facts, { ...paid, overrides: { campaignTimes: 'per_enterprise' } })?.ceilingYuan).toBe(100_000);
  });
});

describe('the fact that speaks for the yearly number', () => {
  test('one that passed, else one that is open, else the one that came furthest', () => {
    const late = batch('F2', 71, { grantDate: '2020-10-01' });
    const open = batch('F1', 71, parts(null, null));
    expect(itemOf('9.5.tier', [late, open], { agencies: two })).toMatchObject({ code: 'UNKNOWN', missing: ['sharePercent'] });
    expect(itemOf('9.5.tier', [late, batch('F1', 5)])?.code).toBe('BELOW_THRESHOLD');
    const afterPlan = batch('F3', 71, { grantDate: '2021-08-25' });
    expect(itemOf('9.5.tier', [late, afterPlan])?.code).toBe('POLICY_NOT_IN_FORCE');
    expect(itemOf('9.5.tier', [late, afterPlan])?.trace?.lines[0]?.fact).toBe('F3');
  });

  test('grants already counted elsewhere are a duplicate, unless others are new or did not pass', () => {
    const again = batch('F2', 71, { serialFrom: 1_000, agency: 'A2' });
    const second = (facts: readonly FactInput[]) => itemOf('9.5.tier', [batch('F1', 71), ...facts], { agencies: two }, 'A2')?.code;
    expect(second([again])).toBe('DUPLICATE');
    expect(second([again, batch('F3', 5, { agency: 'A2' })])).toBe('BELOW_THRESHOLD');
    expect(second([again, batch('F3', 5, { agency: 'A2', grantDate: '2021-08-25' })])).toBe('DUPLICATE');
    expect(second([batch('F3', 5, { agency: 'A2', type: 'utility_model_grants' })])).toBe('BELOW_THRESHOLD');
    const late = agency('A2', { zoneMembership: [{ zone: 'Z1', from: '2021-05-01', to: null }] });
    const refused = batch('F2', 71, { ...parts(), serialFrom: 1_000, grantDate: '2021-04-07' });
    const utility = batch('F3', 5, { agency: 'A2', type: 'utility_model_grants', grantDate: '2021-05-10' });
    expect(itemOf('9.5.tier', [batch('F1', 71), refused, utility], { agencies: [agency('A1'), late] }, 'A2')?.code).toBe('BELOW_THRESHOLD');
  });
});

describe('which grants bring their matter into the yearly number', () => {
  const loanCode = (more: object, scene: Scene = {}) =>
    itemOf('9.1.loan', [batch('F1', 200), batch('F2', 5, { ...M, ...more }), loan('L1', M)], { agencies: two, ...scene });
  test('those that count; not those of another city, outside the gate or counted before', () => {
    expect(loanCode({})?.code).toBe('SAME_MATTER');
    for (const more of [{ ownerCity: '370100' }, { grantDate: '2021-08-25' }, { serialFrom: 1_000, grantDate: '2021-04-07' }])
      expect(loanCode(more)?.code).toBe('OK');
  });

  test('those that may yet count leave the other support open', () => {
    const undeclared = parts(null, null);
    expect(loanCode(undeclared)).toMatchObject({ code: 'UNKNOWN', missing: ['sharePercent'] });
    expect(loanCode({ ownerCity: null })).toMatchObject({ code: 'UNKNOWN', missing: ['ownerCity'] });
    const many = Array.from({ length: 7 }, (_, i) => batch(`F${i + 3}`, 1, { ownerCity: null, ...(i === 6 ? M : {}) }));
    expect(itemOf('9.1.loan', [batch('F1', 200), ...many, loan('L1', M)])).toMatchObject({ code: 'UNKNOWN', missing: ['ownerCity'] });
    expect(loanCode({ ...undeclared, ownerCity: '370100' })?.code).toBe('OK');
    expect(loanCode({ ...undeclared, grantDate: '2021-08-25' })?.code).toBe('OK');
    const alone = [batch('F2', 200, { ...M, ...undeclared }), loan('L1', M)];
    expect(itemOf('9.1.loan', alone, { agencies: two })).toMatchObject({ code: 'UNKNOWN', missing: ['sharePercent'] });
  });

  test('also while other grants are open: not those of another city, nor a part refused at the gate', () => {
    const open = batch('F3', 5, { ...parts(null, null), grantDate: '2021-05-10' });
    const own = batch('F1', 121, { grantDate: '2021-05-10' });
    const code = (fact: FactInput, agencies: Scene['agencies'] = two) =>
      itemOf('9.1.loan', [own, open, fact, loan('L1', { ...M, disbursedDate: '2021-05-10' })], { agencies })?.code;
    expect(code(batch('F2', 5, { ...M, ...parts(null, null), ownerCity: '370100' }))).toBe('OK');
    const late = agency('A1', { zoneMembership: [{ zone: 'Z1', from: '2021-05-01', to: null }] });
    expect(code(batch('F2', 6, { ...M, ...parts() }), [late, agency('A2')])).toBe('OK');
  });
});

describe('what was determined before', () => {
  const facts = [batch('F1', 71), result('P1')];
  test('of one half in the year bars the other half of this agency', () => {
    const after = (clause: Prior['clause'], more: Partial<Prior> = {}) => sums(facts, { priorDeterminations: [prior(clause, more)] });
    expect(after('9.5.campaign')).toEqual(['tier ONCE_ONLY 0', 'campaign ONCE_ONLY 0']);
    expect(after('9.5.tier')).toEqual(['tier ONCE_ONLY 0', 'campaign ONCE_ONLY 0']);
    const untouched = ['tier ONCE_ONLY 0', 'campaign OK 50000'];
    expect(after('9.4')).toEqual(untouched);
    for (const more of [{ agency: 'A2' }, { year: 2020 }, { yuan: 0 }]) expect(after('9.5.tier', more)).toEqual(untouched);
  });

  test('of one numbered item bars every other under the reading of one item a year', () => {
    const one = (priors: readonly Prior[]) =>
      verdictsOf([loan(), honour(), win()], { priorDeterminations: [...priors], overrides: { acrossClauses: 'one_clause' } });
    expect(one([])).toEqual(['A1 9.1.loan ONCE_ONLY 0', 'A1 9.3.honour OK 100000', 'A1 9.4 ONCE_ONLY 0']);
    expect(one([prior('9.4', { facts: ['C0'] })])).toEqual(['A1 9.1.loan ONCE_ONLY 0', 'A1 9.3.honour ONCE_ONLY 0', 'A1 9.4 OK 50000']);
    expect(one([prior('9.1.sec')])[0]).toBe('A1 9.1.loan OK 10000');
    for (const more of [{ agency: 'A2' }, { year: 2020 }, { yuan: 0 }])
      expect(one([prior('9.4', more)])[1]).toBe('A1 9.3.honour OK 100000');
  });
});

describe('both halves, each grant used once (I-15)', () => {
  const distinct = (facts: readonly FactInput[], overrides: object = {}, more: Scene = {}) =>
    sums(facts, { ...more, overrides: { clauseFive: 'both_distinct', ...overrides } });
  const results = (count: number, campaign: 'doubling' | 'zero_clearing', more: object = {}) =>
    Array.from({ length: count }, (_, i) => result(`P${i}${campaign.slice(0, 1)}`, campaign, { enterprise: `企业${i}`, ...more }));

  test('the split worth most stands; where both are worth the same the yearly number does', () => {
    expect(distinct([batch('F1', 76), result('P1')])).toEqual(['tier OK 10000', 'campaign OK 50000']);
    expect(distinct([batch('F1', 75), result('P1')])).toEqual(['tier ONCE_ONLY 0', 'campaign OK 50000']);
    expect(distinct([batch('F1', 71), result('P1', 'zero_clearing')])).toEqual(['tier OK 10000', 'campaign ONCE_ONLY 0']);
    const item = (clause: '9.5.tier' | '9.5.campaign', facts: readonly FactInput[]) =>
      itemOf(clause, facts, { overrides: { clauseFive: 'both_distinct' } })?.trace?.lines[0]?.result;
    expect(item('9.5.tier', [batch('F1', 75), result('P1')])).toContain('（见 P1）');
    expect(item('9.5.campaign', [batch('F1', 71), result('P1', 'zero_clearing')])).toContain('（见 F1）');
  });

  test('one half alone keeps what it has', () => {
    expect(distinct([batch('F1', 5), result('P1')])).toEqual(['tier BELOW_THRESHOLD 0', 'campaign OK 50000']);
    expect(distinct([batch('F1', 71)])).toEqual(['tier OK 10000']);
    const lost = [batch('F1', 200, M), honour('H1', M), result('P1', 'zero_clearing')];
    expect(distinct(lost).slice(1)).toEqual(['tier SAME_MATTER 0', 'campaign OK 10000']);
  });

  test('grants that do not count yearly serve a result first', () => {
    const abroad = (count: number) => batch('F2', count, { ownerCity: '370100' });
    expect(distinct([batch('F1', 71), abroad(5), result('P1')])).toEqual(['tier OK 10000', 'campaign OK 50000']);
    expect(distinct([batch('F1', 73), abroad(3), result('P1')])).toEqual(['tier OK 10000', 'campaign OK 50000']);
    expect(distinct([batch('F1', 72), abroad(3), result('P1')])).toEqual(['tier ONCE_ONLY 0', 'campaign OK 50000']);
    expect(distinct([batch('F1', 71), abroad(9), result('P1')])).toEqual(['tier OK 10000', 'campaign OK 50000']);
  });

  test('results of one enterprise draw on the same grants, those of two on their own, those of one campaign together where summed', () => {
    const same = [result('P1'), result('P2', 'zero_clearing')];
    const both = { campaignPair: 'sum' } as const;
    expect(distinct([batch('F1', 76), ...same], both)).toEqual(['tier OK 10000', 'campaign OK 60000']);
    expect(distinct([batch('F1', 75), ...same], both)).toEqual(['tier ONCE_ONLY 0', 'campaign OK 60000']);
    const apart = [result('P1'), result('P2', 'doubling', { enterprise: 'E2' })];
    const grants = (count: number) => [batch('F1', count - 5), batch('F2', 5, { enterprise: 'E2' })];
    const each = { campaignTimes: 'per_enterprise' } as const;
    expect(distinct([...grants(81), ...apart], each)).toEqual(['tier OK 10000', 'campaign OK 100000']);
    expect(distinct([...grants(80), ...apart], each)).toEqual(['tier ONCE_ONLY 0', 'campaign OK 100000']);
    const summed = { ...each, campaignThreshold: 'sum_enterprises' } as const;
    expect(distinct([...grants(76), ...apart], summed)).toEqual(['tier OK 10000', 'campaign OK 100000']);
    expect(distinct([...grants(75), ...apart], summed)).toEqual(['tier ONCE_ONLY 0', 'campaign OK 100000']);
  });

  test('agencies do not draw on each other’s grants', () => {
    const facts = [batch('F1', 71), batch('F2', 5, { agency: 'A2' }), result('P1', 'doubling', { agency: 'A2' })];
    expect(distinct(facts, {}, { agencies: two })).toEqual(['tier OK 10000', 'A2 9.5.tier BELOW_THRESHOLD 0', 'A2 9.5.campaign OK 50000']);
  });

  test('up to 4096 ways are all tried; of more, all results or none', () => {
    const year = (count: number, total: number) => [
      ...results(count, 'zero_clearing')
        .map((fact, i) => [fact, batch(`F${i + 1}`, 1, { enterprise: `企业${i}` })])
        .flat(),
      batch('F50', total - count, { enterprise: '其他企业' }),
    ];
    const each = { campaignTimes: 'per_enterprise' } as const;
    expect(distinct(year(12, 132), each)).toEqual(['tier OK 30000', 'campaign OK 110000']);
    expect(distinct(year(13, 133), each)).toEqual(['tier OK 10000', 'campaign OK 130000']);
  });

  test('with more ways than that, only the higher result of each enterprise is looked at', () => {
    const shared = {
      agency: undefined,
      agencies: [
        { id: 'A2', sharePercent: 60 },
        { id: 'A1', sharePercent: 40 },
      ],
    };
    const year = (count: number) => [
      ...results(count, 'zero_clearing').slice(0, 4),
      ...results(count, 'doubling', shared),
      ...results(count, 'zero_clearing').slice(4),
      ...Array.from({ length: count }, (_, i) => batch(`F${i + 1}`, 5, { enterprise: `企业${i}` })),
      batch('F50', 120, { enterprise: '其他企业' }),
    ];
    const each = { campaignTimes: 'per_enterprise' } as const;
    const own = (count: number) =>
      (['9.5.tier', '9.5.campaign'] as const)
        .map((key) => itemOf(key, year(count), { agencies: two, overrides: { clauseFive: 'both_distinct', ...each } })?.ceilingYuan ?? 0)
        .reduce((sum, yuan) => sum + yuan, 0);
    expect([own(7), own(8)]).toEqual([160_000, 170_000]);
  });

  test('of two results worth the same to an enterprise the one filed first is looked at', () => {
    const shared = {
      agency: undefined,
      agencies: [
        { id: 'A2', sharePercent: 80 },
        { id: 'A1', sharePercent: 20 },
      ],
    };
    const facts = [
      ...results(8, 'zero_clearing'),
      ...results(8, 'doubling', shared),
      ...Array.from({ length: 8 }, (_, i) => batch(`F${i + 1}`, 5, { enterprise: `企业${i}` })),
      batch('F50', 120, { enterprise: '其他企业' }),
    ];
    const more = { agencies: two, overrides: { clauseFive: 'both_distinct', campaignTimes: 'per_enterprise' } };
    expect(verdictsOf(facts, more).slice(0, 2)).toEqual(['A1 9.5.tier OK 30000', 'A1 9.5.campaign OK 80000']);
  });

  test('grants an earlier determination used for a result are not counted again, under this reading only', () => {
    const facts = [batch('F1', 5), batch('F2', 66)];
    const after = (clause: Prior['clause'], clauseFive: 'both' | 'both_distinct') =>
      sums(facts, { overrides: { clauseFive }, priorDeterminations: [prior(clause, { facts: ['F1'], year: 2020 })] });
    expect(after('9.5.campaign', 'both_distinct')).toEqual(['tier BELOW_THRESHOLD 0']);
    expect(after('9.4', 'both_distinct')).not.toEqual(['tier BELOW_THRESHOLD 0']);
    expect(after('9.5.campaign', 'both')).not.toEqual(['tier BELOW_THRESHOLD 0']);
  });
});
