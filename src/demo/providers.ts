import { addDays, type BusinessDate, businessDate } from '#core/kernel/dates.ts';
import { type CoveredKind, coveredKindNames } from '#policy/zibo-2020/service-kinds.ts';
import { organisationOf } from './organisations.ts';
import type { Park } from './parks.ts';
import { addressIn, placeOf } from './places.ts';
import { randomOf } from './random.ts';

/** A row of the table of agencies and service points. */
export type ProviderRow = {
  readonly name: string;
  readonly creditCode: string;
  readonly hasPatentQualification: boolean;
  readonly address: string;
  readonly isInside: boolean;
  readonly startDate: BusinessDate;
  readonly staff: number;
  readonly attorneys: number;
  readonly incomeYuan: number;
  readonly way: 'inside' | 'arrangement';
  readonly kinds: readonly CoveredKind[];
};

type Sited = { readonly agency: string; readonly as: 'office' | 'point' | 'arrangement' };

const sited = (offices: string, points: string, arrangements: string): readonly Sited[] => {
  const list = (text: string, as: Sited['as']) =>
    text
      .split(' ')
      .filter(Boolean)
      .map((n): Sited => ({ agency: `agency${n}`, as }));
  return [...list(offices, 'office'), ...list(points, 'point'), ...list(arrangements, 'arrangement')];
};

/** Which agencies serve which park: head offices, service points, and written arrangements from outside. */
const providersByPark: Readonly<Record<string, readonly Sited[]>> = {
  builder1: sited('1 3 4 12', '', '11'),
  builder2: sited('2 5 11', '', '1'),
  builder3: sited('6', '1', '11'),
  builder4: sited('7', '3', '11'),
  builder5: sited('8', '4', '3'),
  builder6: sited('9', '3', '2'),
  builder7: sited('10', '12', '1'),
  builder8: sited('', '1 4', '11'),
  builder9: sited('', '3 12', '11'),
  builder10: sited('', '5 1', '3'),
  builder11: sited('', '4 12', '11'),
  builder12: sited('', '1 12', '11'),
  builder13: sited('', '6 1', '11'),
  builder14: sited('', '5 12', '11'),
  builder15: sited('13', '7', '11'),
  builder16: sited('14', '9', '11'),
};

/** What a first, second and third provider offers; together the eleven kinds. */
const shares: readonly (readonly CoveredKind[])[] = [
  ['patent', 'search_analysis', 'navigation_warning', 'custody'],
  ['patent', 'trademark', 'review_assessment', 'pledge_financing'],
  ['trademark', 'copyright', 'geographical_indication', 'plant_variety', 'transfer_commercialisation'],
];

/** In 高青 nobody serves plant varieties: the county recommends all the same and says why. */
const withoutVarieties = 'builder8';

function kindsOf(park: Park, n: number, isLicensed: boolean): readonly CoveredKind[] {
  const offered = shares[n] ?? shares[1] ?? [];
  const kinds = park.key === withoutVarieties ? offered.filter((kind) => kind !== 'plant_variety') : offered;
  return coveredKindNames.filter((kind) => kinds.includes(kind) && (isLicensed || kind !== 'patent'));
}

/** Every office was open before the first call. */
const beforeAllCalls = businessDate('2024-06-01');

/** The agencies and points of a park, with their figures. */
export function providersOf(park: Park): readonly ProviderRow[] {
  const place = placeOf(park.place);
  const random = randomOf(`providers/${park.key}`);
  return (providersByPark[park.key] ?? []).map(({ agency, as }, n) => {
    const { name, creditCode, address, qualifiedFrom } = organisationOf(agency);
    const staff = random.between(6, as === 'point' ? 12 : 38);
    const isInside = as !== 'arrangement';
    return {
      name: as === 'point' ? name.replace('（虚构）', `${park.park}服务点（虚构）`) : name,
      creditCode: creditCode ?? '',
      hasPatentQualification: qualifiedFrom !== null,
      address: as === 'point' ? addressIn(place, n + 29) : address,
      isInside,
      startDate: addDays(beforeAllCalls, -random.between(90, 1500)),
      staff,
      attorneys: qualifiedFrom === null ? 0 : Math.max(1, Math.round(staff / 4)),
      incomeYuan: staff * random.between(12, 26) * 10_000,
      way: isInside ? 'inside' : 'arrangement',
      kinds: kindsOf(park, n, qualifiedFrom !== null),
    };
  });
}

/** Agencies with their head office inside a park's boundary. */
export const agenciesInside = (park: string): readonly string[] =>
  (providersByPark[park] ?? []).filter(({ as }) => as === 'office').map(({ agency }) => agency);
