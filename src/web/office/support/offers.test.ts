import { describe, expect, it } from 'vitest';
import { factLacking, factsAddress, kindOfClause, offerStanding } from './offers.ts';

const fact = (id: string, matter: string, missingEvidence: readonly string[] = ['loanContractFile']) => ({
  id,
  matter,
  missingEvidence: [...missingEvidence],
});

describe('What an agency may confirm and receive', () => {
  it('is open until it is claimed, and open again after a withdrawal or refusal', () => {
    const claim = (state: string) => ({ claim: { id: 'c', number: 'ZC-1', state, stateTitle: '' } });
    expect(offerStanding({ claim: null })).toBe('open');
    expect(['draft', 'filed', 'paid', 'voucher_issued'].map((state) => offerStanding(claim(state)))).toEqual(Array(4).fill('claimed'));
    expect(['withdrawn', 'refused'].map((state) => offerStanding(claim(state)))).toEqual(['again', 'again']);
  });

  it('leads from a missing document to the fact that lacks it, not to one whose name begins alike', () => {
    const says = '专利质押贷款HT-2021-012缺贷款合同、放款凭证';
    expect(factLacking(says, [fact('a', 'HT-2021-01'), fact('b', 'HT-2021-012')])).toBe('b');
    expect(factLacking(says, [fact('b', 'HT-2021-012', [])])).toBeUndefined();
    expect(factLacking(says, [fact('c', '')])).toBeUndefined();
  });

  it('leads from a clause to its facts of the year, and from an unknown clause to all of that year', () => {
    expect(factsAddress('/app/facts', '9.1.loan', 2021)).toBe('/app/facts?year=2021&kind=pledge_loan');
    expect(factsAddress('/app/facts', '9.9', 2021)).toBe('/app/facts?year=2021');
  });

  it('knows the kind of fact behind a clause, and none for a clause it has never seen', () => {
    expect(kindOfClause('9.4')).toBe('litigation');
    expect(kindOfClause('9.9')).toBeUndefined();
  });
});
