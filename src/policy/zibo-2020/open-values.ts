import { comparable } from './09.1-pledge-financing.ts';
import { custodyModes, type Fact, type FactOf, honourLevels } from './facts.ts';
import { sharesOf } from './world.ts';

/** So many ways to fill in open fields are tried at most. */
const mostWays = 81;

/** One open field with the values it may turn out to have. */
type Gap = { readonly id: string; readonly field: string; readonly values: readonly unknown[] };

const yesNo = [true, false] as const;
/** This city, or another one. */
const cities = ['370300', '000000'] as const;

/** Fields with few possible values. An outcome that is not a win is one as good as another, and so is a finding that is not confirmed. */
const closedFields: { readonly [type in Fact['type']]?: Readonly<Record<string, readonly unknown[]>> } = {
  brand_honour: { level: honourLevels },
  custody_contract: { mode: custodyModes },
  pledge_loan: { bankInCity: yesNo, insuredByGovBankInsurer: yesNo },
  litigation: { patentCase: yesNo, foreignRelated: yesNo, majorInfluence: yesNo, final: yesNo, outcome: ['won', 'lost'] },
  invention_grants: { ownerCity: cities },
  invention_grant_list: { ownerCity: cities },
  abnormal_filing: { malicious: yesNo, status: ['confirmed', 'withdrawn'] },
};

/**
 * Every way to fill in open fields that have few possible values, one list of facts each, as long as the ways are not
 * too many; fields left open are read for and against the claimant. Null where fields of which the value in the middle
 * matters are too many to try.
 */
export function filledIn(facts: readonly Fact[]): readonly (readonly Fact[])[] | null {
  const gaps = facts.flatMap(gapsOf);
  const urgent = gaps.filter((gap) => isUrgent(gap, facts));
  if (waysOf(urgent) > mostWays) return null;
  const tried = gaps.reduce((some, gap) => (some.includes(gap) || waysOf([...some, gap]) > mostWays ? some : [...some, gap]), urgent);
  return tried.reduce<readonly (readonly Fact[])[]>(
    (lists, { id, field, values }) =>
      lists.flatMap((list) => values.map((value) => list.map((fact) => (fact.id === id ? ({ ...fact, [field]: value } as Fact) : fact)))),
    [facts],
  );
}

const waysOf = (gaps: readonly Gap[]): number => gaps.reduce((product, { values }) => product * values.length, 1);

const gapsOf = (fact: Fact): readonly Gap[] =>
  Object.entries(closedFields[fact.type] ?? {}).flatMap(([field, values]) =>
    ((fact as Readonly<Record<string, unknown>>)[field] ?? null) === null ? [{ id: fact.id, field, values }] : [],
  );

/**
 * Where neither the best nor the worst value need be the extreme: an honour beside a row of the same agency, name and
 * day (one honour filed twice, or two), a contract beside another, and either where it claims a matter.
 */
function isUrgent({ id, field }: Gap, facts: readonly Fact[]): boolean {
  if (field !== 'level' && field !== 'mode') return false;
  const fact = facts.find((one) => one.id === id);
  return fact !== undefined && (Boolean(fact.matter) || facts.some((other) => other.id !== id && isBeside(fact, other)));
}

const isBeside = (one: Fact, other: Fact): boolean =>
  haveCommonAgency(one, other) &&
  ((one.type === 'custody_contract' && other.type === 'custody_contract') ||
    (one.type === 'brand_honour' && other.type === 'brand_honour' && isNamesake(one, other)));

const isNamesake = (one: FactOf<'brand_honour'>, other: FactOf<'brand_honour'>): boolean =>
  one.awardedDate === other.awardedDate && comparable(one.name) === comparable(other.name);

const haveCommonAgency = (one: Fact, other: Fact): boolean =>
  sharesOf(one).some(({ agency }) => sharesOf(other).some((share) => share.agency === agency));
