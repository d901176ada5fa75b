import { describe, expect, test } from 'vitest';
import {
  agency,
  batch,
  contract,
  type FactInput,
  fileOf,
  finding,
  honour,
  itemOf,
  itemsOf,
  loan,
  parts,
  recognition,
  two,
  win,
} from '../../../tests/properties/made-up-facts.ts';
import { determine } from './determine.ts';
import { filledIn } from './open-values.ts';

type Fields = Readonly<Record<string, unknown>>;
const waysOf = (...facts: readonly FactInput[]) => filledIn(fileOf(facts, { agencies: two }).facts);
const valuesOf = (fact: FactInput, field: string) => waysOf(fact)?.map(([one]) => (one as unknown as Fields)[field]);
const list = { id: 'F1', type: 'invention_grant_list', agency: 'A1', grantDate: '2021-04-06', patentNos: [] } as const;

describe('what an empty field may turn out to be', () => {
  test.each<readonly [string, readonly unknown[], (hole: null | undefined) => FactInput]>([
    ['level', ['national', 'provincial', 'municipal'], (level) => honour('H1', { level })],
    ['mode', ['full', 'advisory', 'single'], (mode) => contract('K1', { mode })],
    ['bankInCity', [true, false], (bankInCity) => loan('L1', { bankInCity })],
    ['insuredByGovBankInsurer', [true, false], (insuredByGovBankInsurer) => loan('L1', { insuredByGovBankInsurer })],
    ['patentCase', [true, false], (patentCase) => win('C1', { patentCase })],
    ['foreignRelated', [true, false], (foreignRelated) => win('C1', { foreignRelated })],
    ['majorInfluence', [true, false], (majorInfluence) => win('C1', { majorInfluence })],
    ['final', [true, false], (final) => win('C1', { final })],
    ['outcome', ['won', 'lost'], (outcome) => win('C1', { outcome })],
    ['ownerCity', ['370300', '000000'], (ownerCity) => batch('F1', 1, { ownerCity })],
    ['ownerCity', ['370300', '000000'], (ownerCity) => ({ ...list, patentNos: [], ownerCity })],
    ['malicious', [true, false], (malicious) => finding('N1', { malicious })],
    ['status', ['confirmed', 'withdrawn'], (status) => finding('N1', { status })],
  ])('%s: one of %j', (field, values, make) => {
    expect(valuesOf(make(null), field)).toEqual(values);
    expect(valuesOf(make(undefined), field)).toEqual(values);
  });

  test('fields with many possible values stay open, filled ones stay as they are', () => {
    const facts = [win('C1', { agencyFeeYuan: null, client: null }), honour()];
    expect(waysOf(...facts)).toEqual([fileOf(facts).facts]);
    const [yes, no] = waysOf(loan('L1', { bankInCity: null }), loan('L2')) ?? [];
    expect([yes, no].map((facts2) => facts2?.map((fact) => (fact as unknown as Fields)['bankInCity']))).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  const honours = (count: number, more: (i: number) => object = () => ({})) =>
    Array.from({ length: count }, (_, i) => honour(`H${i}`, { level: null, ...more(i) }));
  test('81 ways are tried at most; of unrelated fields as many as fit, the rest stays open', () => {
    expect(waysOf(...honours(4))).toHaveLength(81);
    expect(waysOf(...honours(5))).toHaveLength(81);
    expect(waysOf(...honours(4), loan('L1', { bankInCity: null }))).toHaveLength(81);
    expect(waysOf(...honours(3), loan('L1', { bankInCity: null }))).toHaveLength(54);
    expect(
      waysOf(...honours(3), loan('L1', { bankInCity: null }), loan('L2', { bankInCity: null }), honour('H9', { level: null })),
    ).toHaveLength(54);
  });

  test('fields of which a value in the middle matters are never left out: beyond 81 ways nothing is tried', () => {
    const namesakes = () => ({ name: '同名' });
    expect(waysOf(...honours(4, namesakes))).toHaveLength(81);
    expect(waysOf(...honours(5, namesakes))).toBeNull();
    expect(waysOf(...honours(5, () => ({ matter: 'M' })))).toBeNull();
  });
});

describe('which fields go first when there are too many', () => {
  const others = Array.from({ length: 3 }, (_, i) => loan(`L${i}`, { bankInCity: null, insuredByGovBankInsurer: null }));
  /** Whether the first of these facts is filled in although six other fields stand before it. */
  const goesFirst = (...facts: readonly FactInput[]) => {
    const [first] = facts;
    const open = waysOf(...others, ...facts)?.some((way) =>
      way.some((fact) => {
        const { id, level, mode, bankInCity } = fact as unknown as Fields;
        return id === first?.id && (level ?? mode ?? bankInCity ?? null) === null;
      }),
    );
    return open === false;
  };
  const open = (more: object = {}) => honour('H1', { level: null, name: '甲', ...more });
  test('a level beside an honour of the same name and day, typed one way or another', () => {
    expect(goesFirst(open(), honour('H2', { name: '甲' }))).toBe(true);
    expect(goesFirst(open({ name: 'Ａ 甲' }), honour('H2', { name: 'a甲' }))).toBe(true);
    expect(goesFirst(open(), honour('H2', { name: '乙' }))).toBe(false);
    expect(goesFirst(open(), honour('H2', { name: '甲', awardedDate: '2021-03-19' }))).toBe(false);
    expect(goesFirst(open())).toBe(false);
    expect(goesFirst(open(), contract('K1'))).toBe(false);
  });

  test('a mode beside another contract, and either where it claims a matter', () => {
    const bare = contract('K1', { mode: null });
    expect(goesFirst(bare, contract('K2'))).toBe(true);
    expect(goesFirst(bare)).toBe(false);
    expect(goesFirst(bare, honour())).toBe(false);
    expect(goesFirst(contract('K1', { mode: null, matter: 'M' }))).toBe(true);
    expect(goesFirst(open({ matter: 'M' }))).toBe(true);
    expect(goesFirst(loan('L9', { bankInCity: null, matter: 'M' }))).toBe(false);
  });

  test('only where an agency has part in both', () => {
    expect(goesFirst(open(), honour('H2', { name: '甲', agency: 'A2' }))).toBe(false);
    expect(goesFirst(open(), honour('H2', { name: '甲', ...parts() }))).toBe(true);
    expect(goesFirst(open(parts()), honour('H2', { name: '甲', agency: 'A2' }))).toBe(true);
    expect(goesFirst(contract('K1', { mode: null }), contract('K2', { agency: 'A2' }))).toBe(false);
  });
});

describe('what stays open and what it names', () => {
  test('two sums, or a refusal for its own sake and one for another’s, are not the same verdict', () => {
    expect(itemOf('9.4', [win('C1'), win('C2', { final: null })])).toMatchObject({ code: 'UNKNOWN', missing: ['final'] });
    expect(itemOf('9.4', [win('C1', { outcome: null }), win('C2', { final: null })])?.missing).toEqual(['final', 'outcome']);
    const displaced = [loan('L1', { bankInCity: null, matter: 'M' }), honour('H1', { matter: 'M' })];
    expect(itemOf('9.1.loan', displaced)).toMatchObject({ code: 'UNKNOWN', missing: ['bankInCity'] });
    expect(itemOf('9.3.honour', displaced)).toMatchObject({ code: 'OK', ceilingYuan: 100_000 });
  });

  test('a field is named only if its line may still stand, in this year or as the first of its name in another', () => {
    const refused = loan('L2', { bankInCity: false, insuredByGovBankInsurer: null });
    expect(itemOf('9.1.loan', [loan('L1', { bankInCity: null }), refused])?.missing).toEqual(['bankInCity']);
    const earlier = loan('L0', { contractNo: 'L1', disbursedDate: '2020-12-30', insuredByGovBankInsurer: null });
    expect(itemOf('9.1.loan', [loan('L1'), earlier])).toMatchObject({ code: 'UNKNOWN', missing: ['insuredByGovBankInsurer'] });
    expect(itemOf('9.5.tier', [batch('F1', 100), batch('F2', 40, { ownerCity: null })])?.missing).toEqual(['ownerCity']);
  });

  test('a decided item names nothing, even beside open lines; an open one is neither held nor displaced', () => {
    const { items } = determine(fileOf([honour('H1'), loan('L1', { bankInCity: null })]));
    expect(items.map(({ missing }) => missing)).toEqual([['bankInCity'], []]);
    expect(determine(fileOf([honour('H1')])).items[0]?.missing).toEqual([]);
    const [open] = determine(fileOf([batch('F1', 100), batch('F2', 40, { ownerCity: null }), finding('N1', { status: 'pending' })])).items;
    expect(open?.item).toMatchObject({ code: 'UNKNOWN', ceiling: 0, uncapped: 0, isHeld: false, isDisplaced: false });
  });

  test('where there are too many ways nothing is decided, and each item names what is nearest to it', () => {
    const agencies = ['A1', 'A2', 'A3'].map((id) => agency(id));
    const facts = [
      ...Array.from({ length: 5 }, (_, i) => honour(`H${i}`, { level: null, name: '同名' })),
      ...['A1', 'A2', 'A3'].map((id) => loan(`L${id}`, { agency: id })),
      contract('K1', { agency: 'A2', mode: null }),
      recognition('R2', { agency: 'A2' }),
      recognition('R1', { result: null }),
    ];
    expect(itemsOf(facts, { agencies }).map((item) => [item.agency, item.clause, item.code, item.missing])).toEqual([
      ['A1', '9.1.loan', 'UNKNOWN', ['level']],
      ['A1', '9.2', 'UNKNOWN', ['level']],
      ['A1', '9.3.honour', 'UNKNOWN', ['level']],
      ['A2', '9.1.loan', 'UNKNOWN', ['mode']],
      ['A2', '9.2', 'UNKNOWN', ['mode']],
      ['A3', '9.1.loan', 'UNKNOWN', ['level', 'mode']],
    ]);
  });

  test.each([2, 5, 6, 7])('%i cases without a known fee, each in a matter with a loan: the loans wait for them', (count) => {
    const facts = Array.from({ length: count }, (_, i) => [
      win(`C${i}`, { agencyFeeYuan: null, matter: `M${i}` }),
      loan(`L${i}`, { matter: `M${i}` }),
    ]).flat();
    expect(itemOf('9.1.loan', facts)).toMatchObject({ code: 'UNKNOWN', missing: ['agencyFeeYuan'] });
    const apart = facts.map((fact) => ({ ...fact, matter: undefined }));
    expect(itemOf('9.1.loan', apart)).toMatchObject({ code: 'OK', ceilingYuan: count * 10_000 });
  });

  test('open lines are read in every mixture: two may agree that each alone would not', () => {
    const clash = (count: number) => [
      win('C0', { caseNo: '1', agencyFeeYuan: null, effectiveDate: '2021-05-01' }),
      win('C1', { caseNo: '1', agencyFeeYuan: null, matter: 'M' }),
      ...Array.from({ length: count }, (_, i) => win(`D${i}`, { agencyFeeYuan: null })),
      loan('L1', { matter: 'M' }),
    ];
    const chain = Array.from({ length: 6 }, (_, i) =>
      win(`C${i}`, { caseNo: '1', agencyFeeYuan: null, ...(i === 5 ? { matter: 'M' } : {}) }),
    );
    expect(itemOf('9.1.loan', [...chain, loan('L1', { matter: 'M' })])).toMatchObject({ code: 'UNKNOWN', missing: ['agencyFeeYuan'] });
    for (const others of [0, 3, 4])
      expect(itemOf('9.1.loan', clash(others))).toMatchObject({ code: 'UNKNOWN', missing: ['agencyFeeYuan'] });
  });

  test.each([4, 5])('up to five open lines in every combination: of %i two may tip another item that neither tips alone', (count) => {
    const open = (id: string, more: object = {}) => win(id, { agencyFeeYuan: null, effectiveDate: '2021-05-01', ...more });
    const facts = [
      ...['C1', 'C2'].map((id) => open(`D${id}`, { caseNo: id, client: 'E2', effectiveDate: '2021-04-01' })),
      ...['C1', 'C2'].map((id) => open(id)),
      ...(count > 4 ? [open('D3', { client: 'E2' })] : []),
      ...['B1', 'B2'].map((id) => win(id, { effectiveDate: '2021-03-01' })),
      win('W', { agency: 'A2' }),
    ];
    const more = { agencies: two, overrides: { capBy: 'client_enterprise' } };
    expect(itemOf('9.4', facts, more, 'A2')).toMatchObject({ code: 'UNKNOWN', missing: ['agencyFeeYuan'] });
  });

  test('fields of facts that are refused all the same are not tried, however many', () => {
    const refused = Array.from({ length: 5 }, (_, i) => honour(`H${i}`, { level: null, name: '同名', awardedDate: '2021-09-01' }));
    expect(itemsOf([...refused, loan(), batch('F1', 71)]).map(({ code }) => code)).toEqual(['OK', 'POLICY_NOT_IN_FORCE', 'OK']);
  });

  test.each([5, 6])('of %i open lines also all but one are read for the claimant', (count) => {
    const open = (id: string, more: object = {}) => win(id, { agencyFeeYuan: null, effectiveDate: '2021-05-01', ...more });
    const facts = [
      open('D0', { caseNo: 'C1', client: 'E2', effectiveDate: '2021-04-01' }),
      ...['C1', 'C2', 'C3', 'C4'].map((id) => open(id)),
      ...(count > 5 ? [open('D1', { client: 'E2' })] : []),
      win('W', { agency: 'A2' }),
    ];
    const more = { agencies: two, overrides: { capBy: 'client_enterprise' } };
    expect(itemOf('9.4', facts, more, 'A2')).toMatchObject({ code: 'UNKNOWN', missing: ['agencyFeeYuan'] });
    expect(itemOf('9.4', facts.slice(0, 4).concat(facts.slice(-1)), more, 'A2')).toMatchObject({ code: 'OK', ceilingYuan: 50_000 });
  });

  test('a refusal that another support explains is not the same verdict as one for the line’s own sake', () => {
    const facts = [
      win('C0', { agency: 'A2', caseNo: '1', agencyFeeYuan: null, effectiveDate: '2021-05-01' }),
      win('C1', { caseNo: '1', matter: 'M' }),
      honour('H1', { matter: 'M' }),
    ];
    expect(itemOf('9.4', facts, { agencies: two })).toMatchObject({ code: 'UNKNOWN', missing: ['agencyFeeYuan'] });
    expect(itemOf('9.4', facts.slice(1))).toMatchObject({ code: 'SAME_MATTER', conditionsMet: true });
  });

  test.each([null, undefined])('a finding that may deduct leaves a higher step open, though the first is reached (%s)', (hole) => {
    const tier = (count: number, more: object) =>
      itemOf('9.5.tier', [batch('F1', count), finding('N1', more)], { overrides: { abnormalEffect: 'deduct' } });
    expect(tier(123, { malicious: hole })).toMatchObject({ code: 'UNKNOWN', missing: ['malicious'] });
    expect(tier(123, { status: hole })).toMatchObject({ code: 'UNKNOWN', missing: ['status'] });
    expect(tier(124, { malicious: hole })).toMatchObject({ code: 'OK', ceilingYuan: 30_000 });
    expect(tier(120, { status: hole })).toMatchObject({ code: 'OK', ceilingYuan: 10_000 });
    expect(tier(123, { malicious: hole, status: 'withdrawn' })).toMatchObject({ code: 'OK', ceilingYuan: 30_000 });
  });

  test('a reading given as undefined is no reading: the default holds', () => {
    expect(determine({ ...fileOf([loan()]), overrides: { capBy: undefined } }).settings.statusOf.capBy).toBe('default_unconfirmed');
  });
});
