import type { AmountRule } from '#core/policy/clause.ts';
import type { BulkRule, BulkRules } from '#core/policy/bulk.ts';
import { pledgeLoans, securitizations } from './09.1-pledge-financing.ts';
import { custody } from './09.2-custody.ts';
import { certificates } from './09.3-certificate.ts';
import { honours } from './09.3-honours.ts';
import { litigationWins } from './09.4-litigation-win.ts';
import { campaigns, grantTiers, tierSums } from './09.5-grants-and-campaigns.ts';
import type { SupportValues } from './settings-support.ts';

/** What is counted for one agency and year before 第九条 is applied to a whole population. Sums are fen. */
export type AgencyYear = {
  /** 0 where the gate is open; 1 not in a zone, 2 not qualified. */
  readonly gate: number;
  /** Insured loans of local banks. */
  readonly loans: number;
  /** Local loans, insured or not. */
  readonly localLoans: number;
  readonly securitizations: number;
  readonly recognised: number;
  readonly custodyFull: number;
  readonly custodyAdvisory: number;
  readonly custodySingle: number;
  readonly nationalHonours: number;
  readonly provincialHonours: number;
  readonly certificates: number;
  /** Won cases, each no more than its ceiling. */
  readonly winFen: number;
  readonly grants: number;
  readonly maliciousFindings: number;
  readonly findings: number;
  /** Enterprises whose zero clearing (doubling) has enough grants behind it. */
  readonly clearings: number;
  readonly doublings: number;
};

const tableSum = <Row>(rule: AmountRule<Row>, row: string): number => (rule.kind === 'table' ? (rule.sums[row] ?? 0) : 0);
const eachOf = <Row>(rule: AmountRule<Row>): number => (rule.kind === 'perItem' ? rule.each : rule.kind === 'fixed' ? rule.sum : 0);

const table = (rows: readonly (readonly [string, number])[]) => rows.map(([measure, sum]) => ({ measure, sum }));
const named = ({ key, cite }: { readonly key: string; readonly cite: string }) => ({ key, cite });
const barOf = (gravity: 'malicious' | 'any') => ({
  measure: gravity === 'malicious' ? 'maliciousFindings' : 'findings',
  code: 'ABNORMAL_FILING',
});

/** 第九条 over counted years: every figure comes from the clause files, every reading from the settings. */
export const populationRules = (settings: SupportValues): BulkRules => ({
  gate: 'gate',
  gateCodes: ['NOT_IN_ZONE', 'NOT_QUALIFIED_AGENCY'],
  rules: [
    { ...named(pledgeLoans), kind: 'perItem', count: 'loans', each: eachOf(pledgeLoans.amount) },
    securitizationRule(settings),
    custodyRule(settings),
    honourRule(settings),
    certificateRule(settings),
    { ...named(litigationWins), kind: 'capped', sum: 'winFen', cap: litigationWins.cap?.limit ?? 0 },
    {
      ...named(grantTiers),
      kind: 'tier',
      count: 'grants',
      minimums: settings.tierMinimums,
      sums: tierSums,
      bars: barOf(settings.abnormalTier),
    },
    campaignRule(settings),
  ],
  higherOf: settings.clauseFive === 'higher' ? [[grantTiers.key, campaigns.key]] : [],
});

const securitizationRule = (settings: SupportValues): BulkRule => ({
  ...named(securitizations),
  kind: 'perItem',
  count: 'securitizations',
  each: eachOf(securitizations.amount),
  ...(settings.securitizationGate === 'none' ? {} : { needs: { measure: 'localLoans', code: 'GATE_NO_LOCAL_LOAN' } }),
});

const custodyRule = (settings: SupportValues): BulkRule => ({
  ...named(custody),
  kind: 'table',
  rows: table([
    ['custodyFull', tableSum(custody.amount, 'full')],
    ['custodyAdvisory', tableSum(custody.amount, 'advisory')],
    ['custodySingle', tableSum(custody.amount, 'single')],
  ]),
  times: settings.custodyTimes === 'highest' ? 'highest' : 'distinct',
  needs: { measure: 'recognised', code: 'NO_CENTRE_RECOGNITION' },
});

const honourRule = (settings: SupportValues): BulkRule => ({
  ...named(honours),
  kind: 'table',
  rows: table([
    ['nationalHonours', tableSum(honours.amount, 'national')],
    ['provincialHonours', tableSum(honours.amount, 'provincial')],
  ]),
  times: settings.honourTimes === 'highest_once' ? 'highest' : 'each',
});

const certificateRule = (settings: SupportValues): BulkRule =>
  settings.certTo === 'agency_once'
    ? { ...named(certificates), kind: 'table', rows: table([['certificates', eachOf(certificates.amount)]]), times: 'distinct' }
    : { ...named(certificates), kind: 'perItem', count: 'certificates', each: eachOf(certificates.amount) };

const campaignRule = (settings: SupportValues): BulkRule => ({
  ...named(campaigns),
  kind: 'table',
  rows: table([
    ['doublings', tableSum(campaigns.amount, 'doubling')],
    ['clearings', tableSum(campaigns.amount, 'zero_clearing')],
  ]),
  times: settings.campaignTimes === 'per_enterprise' ? 'each' : settings.campaignPair === 'sum' ? 'distinct' : 'highest',
  bars: barOf(settings.abnormalCampaign),
});
