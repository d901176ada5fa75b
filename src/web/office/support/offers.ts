import type { FactView } from '#contract/facts.ts';
import type { OfferView } from '#contract/money.ts';

/** The kinds of fact each clause rests on, for the way from a clause to its facts. */
const kindsByClause: Readonly<Record<string, readonly FactView['kind'][]>> = {
  '9.1.loan': ['pledge_loan'],
  '9.1.sec': ['ip_securitization'],
  '9.2': ['custody_contract'],
  '9.3.honour': ['brand_honour'],
  '9.3.cert': ['agent_certificate'],
  '9.4': ['litigation'],
  '9.5.tier': ['invention_grant'],
  '9.5.campaign': ['campaign_result'],
};

/** The kind of fact to look at, or to record, for a clause; undefined for a clause this page does not know. */
export const kindOfClause = (clause: string): FactView['kind'] | undefined => kindsByClause[clause]?.[0];

/** Where the facts of a clause in a year are listed. */
export const factsAddress = (base: string, clause: string, year: number): string => {
  const kind = kindOfClause(clause);
  return `${base}?year=${year}${kind ? `&kind=${kind}` : ''}`;
};

/** After these a claim may be made anew. */
const ended: ReadonlySet<string> = new Set(['withdrawn', 'refused']);

/** How an offer stands: to be claimed, claimed, or claimed in vain and open again. */
export type OfferStanding = 'open' | 'claimed' | 'again';

export const offerStanding = ({ claim }: Pick<OfferView, 'claim'>): OfferStanding =>
  claim === null ? 'open' : ended.has(claim.state) ? 'again' : 'claimed';

/** The fact a sentence about missing documents is about: sentences name facts by their matter, and the longest name wins. */
export function factLacking(says: string, facts: readonly Pick<FactView, 'id' | 'matter' | 'missingEvidence'>[]): string | undefined {
  const named = facts.filter(({ matter, missingEvidence }) => missingEvidence.length > 0 && matter !== '' && says.includes(matter));
  return named.sort((a, b) => b.matter.length - a.matter.length)[0]?.id;
}
