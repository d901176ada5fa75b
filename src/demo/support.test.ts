import { describe, expect, it } from 'vitest';
import { businessDate } from '#core/kernel/dates.ts';
import { organisationKinds } from '#core/people/roles.ts';
import { clauseKeys } from '#policy/zibo-2020/case-file.ts';
import { agencyKindNames, factKindNamed, factKindNames } from '#policy/zibo-2020/fact-kinds/index.ts';
import { contract } from '#contract/index.ts';
import { momentsOf } from './agenda.ts';
import { budget, claims, shareOfShortLine } from './claims-told.ts';
import { workdayBefore } from './days.ts';
import { evidence, mainSpan } from './evidence.ts';
import { centreFacts, centreFactsWaiting, certified, daysOf, doubling, factsAgo } from './facts-told.ts';
import { organisationOf } from './organisations.ts';
import { people } from './people.ts';
import { payeeNames } from './steps-money.ts';
import { factsByAgency, support } from './support.ts';
import { casesWon } from './wins.ts';

const days = ['2026-11-22', '2026-03-01', '2027-01-02', '2027-02-28', '2027-03-01', '2028-02-29', '2028-03-01'].map(businessDate);
const todays = days[0] ?? businessDate('2026-11-22');
const all = Object.values(claims);
const factsOn = (today: (typeof days)[number]) => {
  const told = daysOf(today);
  return [...[...factsByAgency(today).values()].flat(), ...centreFacts(told), ...centreFactsWaiting(told), doubling(told)];
};

describe('facts of the demonstration', () => {
  it.each(days)('on %s: every form can be put on record on its day', (today) => {
    const entered = workdayBefore(today, factsAgo);
    for (const { key, kind, agency, data } of factsOn(today)) {
      const { form, checks } = factKindNamed(kind);
      const parsed = form.safeParse(data);
      expect(parsed.error?.issues, key).toBeUndefined();
      const { creditCode, qualifiedFrom } = organisationOf(agency);
      const context = { today: key === 'campaign-agency1' ? today : entered, qualifiedFrom, creditCode };
      expect(checks(parsed.data ?? {}, context), key).toEqual([]);
      expect(contract.addFact?.body?.safeParse({ kind, data }).error, key).toBeUndefined();
    }
  });

  it('are of every kind that is entered by form, for eight agencies and more, each under a name of its own', () => {
    const facts = factsOn(todays);
    const reported = [...facts, ...casesWon(mainSpan(todays).mainFrom, mainSpan(todays).mainTo).map(({ body }) => body)];
    expect(new Set(reported.map(({ kind }) => kind))).toEqual(new Set(factKindNames.filter((name) => name !== 'invention_grant')));
    expect(new Set(facts.map(({ agency }) => agency)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
  });

  it('are confirmed, denied and waiting, by somebody whose word is asked', () => {
    const facts = factsOn(todays);
    const roleOf = (username: string | undefined) => people.find((one) => one.username === username)?.offices[0]?.[1];
    for (const { kind, word } of facts.filter((fact) => fact.word !== null)) {
      expect(roleOf(word?.by)).toBe(factKindNamed(kind).confirmedBy);
    }
    const loans = facts.filter(({ kind }) => kind === 'pledge_loan').map(({ word }) => word?.isConfirmed);
    expect(new Set(loans)).toEqual(new Set([true, false, undefined]));
  });

  it('one case is reported by two agencies', () => {
    const numbers = factsOn(todays).flatMap(({ kind, data }) => (kind === 'litigation' ? [data.caseNo] : []));
    expect(numbers.length - new Set(numbers).size).toBe(1);
  });
});

describe('claims of the demonstration', () => {
  it('every clause is claimed by an agency that has facts of its kind', () => {
    expect(new Set(all.map(({ clause }) => clause))).toEqual(new Set(clauseKeys));
    expect(new Set(all.map(({ agency, clause, of }) => `${agency}/${clause}/${of}`)).size).toBe(all.length);
  });

  it('are paid into accounts of their own agency, persons into theirs', () => {
    for (const { agency, payees } of all) {
      for (const name of payees) expect(payeeNames.find(({ key }) => key === name)?.agency).toBe(agency);
    }
    expect(claims.certificates3.payees).toEqual(Object.keys(certified).slice(0, 2));
  });

  it('leave the journey of agency2 open: a won case with all papers, and a custody contract that was recognised', () => {
    const open = all.filter(({ agency, of }) => agency === 'agency2' && of === 'main').map(({ clause }) => clause);
    expect(open).not.toContain('9.4');
    expect(open).not.toContain('9.2');
    const won = casesWon(mainSpan(todays).mainFrom, mainSpan(todays).mainTo).filter(
      ({ agency, lacks }) => agency === 'agency2' && lacks.length === 0,
    );
    expect(won.map(({ body }) => [body.data.outcome, body.data.isForeignRelated])).toEqual([['won', true]]);
    const custody = factsOn(todays).filter(({ agency, kind }) => agency === 'agency2' && kind.startsWith('custody_'));
    expect(custody.map(({ kind, word }) => [kind, word?.isConfirmed])).toEqual([
      ['custody_contract', true],
      ['custody_recognition', true],
    ]);
  });

  it('the short line can be settled at the drafted share and at no more', () => {
    const line = budget.find(({ of, item }) => of === 'main' && item === '9.3')?.yuan ?? 0;
    const fixed = 3 * 10_000;
    const asked = 200_000 + 100_000 + 100_000;
    expect(asked + fixed).toBeGreaterThan(line);
    expect(Math.floor(((line - fixed) * 10_000) / asked)).toBe(shareOfShortLine);
  });
});

describe.each(days)('the year of support on %s', (today) => {
  const at = (what: RegExp) => support(today).find((one) => what.test(one.what))?.at ?? '';

  it('has every list and fact on record before it is claimed', () => {
    const firstClaim = at(/^申领：确认事实$/);
    const before = evidence(today).filter(({ what }) => what.endsWith('：上年清单'));
    expect(before.map((one) => one.what)).toContain('agency12：上年清单');
    for (const { at: reported } of before) expect(reported < firstClaim).toBe(true);
    expect(at(/登记事实$/) < at(/^市中心登记/) && at(/^市中心登记/) < at(/^市中心确认/) && at(/^市中心确认/) < firstClaim).toBe(true);
  });

  it('never moves one case twice in the same moment', () => {
    for (const { stops } of momentsOf(support(today))) {
      const names = stops.map(({ what }) => what).filter((what) => what.startsWith('claim-'));
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('people who handle money', () => {
  it('are three in the finance office, and there is an account for the bank and for companies of both zones', () => {
    const holding = (role: string) => people.filter(({ offices }) => offices.some(([, held]) => held === role)).length;
    expect({ finance: holding('finance'), bank: holding('bank'), enterprise: holding('enterprise') }).toEqual({
      finance: 3,
      bank: 1,
      enterprise: 4,
    });
    expect(organisationKinds.bank.roles).toEqual(['bank']);
    expect(agencyKindNames).not.toContain('custody_recognition');
  });
});
