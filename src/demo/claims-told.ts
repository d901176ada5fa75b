import { certified } from './facts-told.ts';

/** A claim for support: whose, under which clause, of the main year or the one before. */
export type ToldClaim = {
  readonly key: string;
  readonly agency: string;
  readonly clause: string;
  readonly of: 'main' | 'before';
  /** Accounts it is paid into, by the generator's names; none for vouchers. */
  readonly payees: readonly string[];
};

const vouchers = new Set(['9.2', '9.5.campaign']);

const claim = (key: string, agency: number, clause: string, more: Partial<ToldClaim> = {}): ToldClaim => ({
  key: `claim-${key}`,
  agency: `agency${agency}`,
  clause,
  of: 'main',
  payees: vouchers.has(clause) ? [] : [`agency${agency}`],
  ...more,
});

const persons = (agency: string): readonly string[] =>
  Object.entries(certified).flatMap(([key, one]) => (one.agency === agency ? [key] : []));

/** Every claim of the city. How far each has come is told in the agenda. */
export const claims = {
  tierBefore1: claim('tier-before-1', 1, '9.5.tier', { of: 'before' }),
  tierBefore3: claim('tier-before-3', 3, '9.5.tier', { of: 'before' }),
  campaignBefore12: claim('campaign-before-12', 12, '9.5.campaign', { of: 'before' }),
  loan1: claim('loan-1', 1, '9.1.loan'),
  product1: claim('product-1', 1, '9.1.sec'),
  custody1: claim('custody-1', 1, '9.2'),
  honour1: claim('honour-1', 1, '9.3.honour'),
  loan2: claim('loan-2', 2, '9.1.loan'),
  product2: claim('product-2', 2, '9.1.sec'),
  tier2: claim('tier-2', 2, '9.5.tier'),
  certificates3: claim('certificates-3', 3, '9.3.cert', { payees: persons('agency3') }),
  custody3: claim('custody-3', 3, '9.2'),
  loan3: claim('loan-3', 3, '9.1.loan'),
  certificate4: claim('certificate-4', 4, '9.3.cert', { payees: persons('agency4') }),
  custody4: claim('custody-4', 4, '9.2'),
  loan4: claim('loan-4', 4, '9.1.loan'),
  win4: claim('win-4', 4, '9.4'),
  honour5: claim('honour-5', 5, '9.3.honour'),
  loan5: claim('loan-5', 5, '9.1.loan'),
  win5: claim('win-5', 5, '9.4'),
  certificate12: claim('certificate-12', 12, '9.3.cert', { payees: persons('agency12') }),
  honour12: claim('honour-12', 12, '9.3.honour'),
  loan12: claim('loan-12', 12, '9.1.loan'),
  win12: claim('win-12', 12, '9.4'),
} as const;

/** Money of the city, line by line: which year, which item, how much. 第九条（三）of the main year is short on purpose. */
export const budget: readonly { readonly of: ToldClaim['of']; readonly item: string; readonly yuan: number }[] = [
  { of: 'before', item: '9.4', yuan: 100_000 },
  { of: 'before', item: '9.5', yuan: 60_000 },
  { of: 'main', item: '9.1', yuan: 400_000 },
  { of: 'main', item: '9.2', yuan: 300_000 },
  { of: 'main', item: '9.3', yuan: 250_000 },
  { of: 'main', item: '9.4', yuan: 400_000 },
  { of: 'main', item: '9.5', yuan: 300_000 },
];

/** The share at which the short line could be settled: two honours wait for what the first and the certificates leave. */
export const shareOfShortLine = 5_500;
