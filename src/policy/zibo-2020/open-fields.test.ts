import { describe, expect, test } from 'vitest';
import {
  batch,
  contract,
  doubtsOf,
  type FactInput,
  finding,
  honour,
  itemOf,
  loan,
  parts,
  recognition,
  result,
  type Scene,
  security,
  two,
  win,
} from '../../../tests/properties/made-up-facts.ts';
import type { ClauseKey } from './case-file.ts';
import { fieldName } from './field-names.ts';

type Hole = null | undefined;
type Row = readonly [clause: ClauseKey, missing: readonly string[], facts: (hole: Hole) => readonly FactInput[], more?: Scene];

const deduct = { overrides: { abnormalEffect: 'deduct' } } as const;
const rows: readonly Row[] = [
  ['9.1.loan', ['bankInCity'], (bankInCity) => [loan('L1', { bankInCity })]],
  ['9.1.loan', ['insuredByGovBankInsurer'], (insuredByGovBankInsurer) => [loan('L1', { insuredByGovBankInsurer })]],
  ['9.1.loan', ['bankInCity', 'insuredByGovBankInsurer'], (gap) => [loan('L1', { bankInCity: gap, insuredByGovBankInsurer: gap })]],
  ['9.1.sec', ['bankInCity'], (bankInCity) => [security(), loan('L1', { bankInCity })]],
  ['9.2', ['mode'], (mode) => [contract('K1', { mode }), recognition()]],
  ['9.2', ['result'], (gap) => [contract(), recognition('R1', { result: gap })]],
  ['9.2', ['areas'], (areas) => [contract(), recognition('R1', { areas })]],
  ['9.2', ['areas', 'result'], (gap) => [contract(), recognition('R1', { result: gap, areas: gap })]],
  ['9.2', ['grade'], (grade) => [contract(), recognition('R1', { grade })], { overrides: { custodyMap: 'grade' } }],
  ['9.3.honour', ['level'], (level) => [honour('H1', { level })]],
  ['9.4', ['outcome'], (outcome) => [win('C1', { outcome })]],
  ['9.4', ['final'], (final) => [win('C1', { final })]],
  ['9.4', ['foreignRelated'], (foreignRelated) => [win('C1', { foreignRelated })]],
  ['9.4', ['majorInfluence'], (majorInfluence) => [win('C1', { foreignRelated: false, majorInfluence })]],
  ['9.4', ['foreignRelated', 'majorInfluence'], (gap) => [win('C1', { foreignRelated: gap, majorInfluence: gap })]],
  ['9.4', ['patentCase'], (patentCase) => [win('C1', { patentCase })]],
  ['9.4', ['client'], (client) => [win('C1', { client })]],
  ['9.4', ['client'], () => [win('C1', { client: '没有登记的企业' })]],
  ['9.4', ['zone'], () => [win('C1', { client: 'E9' })], { enterprises: [{ id: 'E9' }] }],
  ['9.4', ['agencyFeeYuan'], (agencyFeeYuan) => [win('C1', { agencyFeeYuan })]],
  ['9.4', ['sharePercent'], () => [win('C1', parts(null, 100))], { agencies: two }],
  ['9.5.tier', ['ownerCity'], (ownerCity) => [batch('F1', 71, { ownerCity })]],
  ['9.5.tier', ['malicious'], (malicious) => [batch('F1', 71), finding('N1', { malicious })]],
  ['9.5.tier', ['status'], (status) => [batch('F1', 71), finding('N1', { status })]],
  ['9.5.tier', ['malicious', 'status'], (gap) => [batch('F1', 71), finding('N1', { status: gap, malicious: gap })]],
  [
    '9.5.tier',
    ['status'],
    (gap) => [batch('F1', 71), finding('N1', { status: gap, malicious: gap })],
    { overrides: { abnormalTier: 'any' } },
  ],
  ['9.5.tier', ['status'], (status) => [batch('F1', 71), finding('N1', { status, patents: null })]],
  ['9.5.tier', ['ownerCity'], (ownerCity) => [batch('F1', 71, { ownerCity }), finding('N1', { malicious: false, patents: null })]],
  [
    '9.5.tier',
    ['ownerCity'],
    (ownerCity) => [batch('F1', 71, { ownerCity }), finding('N1', { status: 'withdrawn', malicious: null, patents: null })],
    deduct,
  ],
  ['9.5.tier', ['patents'], (patents) => [batch('F1', 71), finding('N1', { patents })], deduct],
  [
    '9.5.tier',
    ['malicious', 'patents', 'status'],
    (gap) => [batch('F1', 71), finding('N1', { status: gap, malicious: gap, patents: gap })],
    deduct,
  ],
  ['9.5.campaign', ['campaign'], (campaign) => [batch('F1', 5), result('P1', 'doubling', { campaign })]],
  ['9.5.campaign', ['enterprise'], (enterprise) => [batch('F1', 5), result('P1', 'doubling', { enterprise })]],
  ['9.5.campaign', ['enterprise'], (enterprise) => [batch('F1', 5, { enterprise }), result('P1')]],
  ['9.5.campaign', ['status'], (status) => [batch('F1', 5), result('P1'), finding('N1', { status })]],
  ['9.5.campaign', ['status'], (gap) => [batch('F1', 5), result('P1'), finding('N1', { status: gap, malicious: gap })]],
  ['9.5.campaign', ['patents'], (patents) => [batch('F1', 5), result('P1'), finding('N1', { patents })], deduct],
];

describe('what one empty field leaves open', () => {
  for (const [clause, missing, facts, more] of rows) {
    test.each([null, undefined])(
      `${clause} without ${missing.join(', ')} is not decided, and the answer and its explanation name just that (%s)`,
      (hole) => {
        const item = itemOf(clause, facts(hole), more);
        expect(item).toMatchObject({ eligible: null, code: 'UNKNOWN', ceilingYuan: 0, missing });
        expect(item?.conditionsMet).toBeUndefined();
        expect(item?.paymentHold).toBeUndefined();
        const named = doubtsOf(item).flatMap((doubt) => doubt.split(' ').slice(1));
        expect([...new Set(named)].sort()).toEqual([...missing]);
        expect(item?.trace?.result).toContain(`缺少${missing.map(fieldName).join('、')}`);
      },
    );
  }
});

describe('an empty field that changes nothing leaves nothing open', () => {
  const idle: readonly Row[] = [
    ['9.1.loan', [], (bankInCity) => [loan('L1', { bankInCity, insuredByGovBankInsurer: false })]],
    ['9.1.sec', [], (bankInCity) => [security(), loan('L1', { bankInCity }), loan('L2', { insuredByGovBankInsurer: false })]],
    ['9.1.sec', [], (bankInCity) => [security(), loan('L1', { bankInCity })], { overrides: { securitizationGate: 'none' } }],
    ['9.2', [], (gap) => [contract(), recognition('R1', { result: gap }), recognition('R2')]],
    ['9.2', [], (mode) => [contract('K1', { mode }), contract('K2'), recognition()]],
    ['9.4', [], (majorInfluence) => [win('C1', { majorInfluence })]],
    ['9.4', [], (agencyFeeYuan) => [win('C1', { agencyFeeYuan })], { overrides: { feeLimit: 'none' } }],
    ['9.5.tier', [], (ownerCity) => [batch('F1', 75), batch('F2', 40, { ownerCity })]],
    ['9.5.tier', [], (patents) => [batch('F1', 80), finding('N1', { patents, status: 'withdrawn' })], deduct],
    ['9.5.tier', [], (patents) => [batch('F1', 80), finding('N1', { patents, malicious: false })], deduct],
    ['9.5.tier', [], (malicious) => [batch('F1', 80), finding('N1', { malicious })], deduct],
    ['9.5.campaign', [], (malicious) => [batch('F1', 8), result('P1'), finding('N1', { malicious })], deduct],
  ];
  for (const [clause, , facts, more] of idle) {
    test(`${clause}: ${String(facts).replace(/\s+/g, ' ')}`, () => {
      const [empty, absent] = [null, undefined].map((hole) => itemOf(clause, facts(hole), more));
      expect(empty?.eligible).not.toBeNull();
      expect(absent).toEqual(empty);
      expect(empty?.missing).toBeUndefined();
    });
  }
});
