import { personName, syllables } from './names.ts';
import { inventedCreditCode } from './numbers.ts';
import { type Park, parks } from './parks.ts';
import { addressIn, type Place, placeOf, places } from './places.ts';
import { randomOf } from './random.ts';

export type OrganisationKind = 'centre' | 'county' | 'finance' | 'audit' | 'expert_pool' | 'builder' | 'agency' | 'enterprise' | 'bank';

/** An organisation as `POST /organisations` takes it, with the key the generator knows it by. */
export type Organisation = {
  readonly key: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly creditCode: string | null;
  readonly agencyCode: string | null;
  readonly district: string | null;
  readonly address: string;
  readonly qualifiedFrom: string | null;
};

/** A company of a park; most exist only as rows of an application. */
export type Enterprise = {
  readonly key: string;
  readonly name: string;
  readonly creditCode: string;
  readonly place: Place;
  readonly park: string;
  readonly product: string;
  readonly address: string;
};

const blank = { creditCode: null, agencyCode: null, district: null, address: '', qualifiedFrom: null } as const;

const office = (key: string, kind: OrganisationKind, name: string): Organisation => ({ ...blank, key, kind, name });

/** Offices of the whole city. */
const offices: readonly Organisation[] = [
  office('centre', 'centre', '淄博市知识产权事业发展中心（演示）'),
  office('finance', 'finance', '淄博市财政兑付窗口（演示）'),
  office('audit', 'audit', '淄博市审计监督窗口（演示）'),
  office('expert_pool', 'expert_pool', '示范区评审专家库（演示）'),
];

const counties: readonly Organisation[] = places.map(({ code, key, name }) => ({
  ...blank,
  key,
  kind: 'county',
  name: `${name}知识产权管理部门（演示）`,
  district: code,
}));

/** Name of the body behind a park. */
export const builderName = ({ park }: Park): string => `${park}管理委员会（虚构）`;

const builders: readonly Organisation[] = parks.map((park, i) => {
  const place = placeOf(park.place);
  return {
    ...blank,
    key: park.key,
    kind: 'builder',
    name: builderName(park),
    creditCode: inventedCreditCode('12', place.area, 100 + i),
    district: place.code,
    address: addressIn(place, i),
  };
});

type AgencyLine = readonly [place: string, name: string, qualifiedFrom: string | null];

/** Fourteen agencies, `agency1` to `agency14`; one has no patent qualification. */
const agencyLines: readonly AgencyLine[] = [
  ['zhangdian', '稷源专利代理事务所', '2014-06-18'],
  ['gaoxin', '岱青知识产权代理有限公司', '2016-03-09'],
  ['zhangdian', '学宫专利商标事务所', '2015-11-02'],
  ['zhangdian', '简牍知识产权服务有限公司', '2018-05-21'],
  ['gaoxin', '晶格专利代理事务所', '2019-09-12'],
  ['linzi', '车辙知识产权代理有限公司', '2017-04-06'],
  ['huantai', '莲舟专利代理事务所', '2020-01-15'],
  ['zichuan', '松烟知识产权服务有限公司', '2018-10-30'],
  ['boshan', '琉云专利代理事务所', '2019-07-24'],
  ['zhoucun', '机杼知识产权代理有限公司', '2020-06-11'],
  ['gaoxin', '星轨商标版权服务有限公司', null],
  ['zhangdian', '问津知识产权运营有限公司', '2021-03-17'],
  ['huantai', '汀兰专利代理有限公司', '2021-08-05'],
  ['boshan', '赤窑知识产权服务有限公司', '2020-10-26'],
];

const agencies: readonly Organisation[] = agencyLines.map(([key, name, qualifiedFrom], i) => {
  const place = placeOf(key);
  return {
    key: `agency${i + 1}`,
    kind: 'agency',
    name: `${name}（虚构）`,
    creditCode: inventedCreditCode('91', place.area, 201 + i),
    agencyCode: qualifiedFrom === null ? null : String(37_981 + i),
    district: place.code,
    address: addressIn(place, i + 3),
    qualifiedFrom,
  };
});

/** The bank whose officer confirms loans. */
const bank: Organisation = {
  ...blank,
  key: 'bank',
  kind: 'bank',
  name: '稷门村镇银行（虚构）',
  creditCode: inventedCreditCode('91', '370303', 900),
  district: placeOf('zhangdian').code,
  address: addressIn(placeOf('zhangdian'), 9),
};

const perPark = 8;
const suffixes = ['科技', '技术', '实业', '科创'];

/** Eight companies of each park, 128 in all. */
export const enterprises: readonly Enterprise[] = parks.flatMap((park, p) => {
  const place = placeOf(park.place);
  const random = randomOf(`enterprises/${park.key}`);
  return Array.from({ length: perPark }, (_, i) => {
    const n = p * perPark + i;
    const product = park.products[i % park.products.length] ?? '新材料';
    return {
      key: `enterprise${n + 1}`,
      name: `淄博${syllables[n % syllables.length]}${product}${random.pick(suffixes)}有限公司（虚构）`,
      creditCode: inventedCreditCode('91', place.area, 3000 + n),
      place,
      park: park.key,
      product,
      address: addressIn(place, n),
    };
  });
});

/** A dozen of the companies are organisations of their own, two in each of the first six parks. */
const registered: readonly Organisation[] = enterprises
  .filter((_, n) => n < 6 * perPark && n % perPark < 2)
  .map(({ key, name, creditCode, place, address }) => ({
    ...blank,
    key,
    kind: 'enterprise',
    name,
    creditCode,
    district: place.code,
    address,
  }));

/** Every organisation the loader registers. */
export const organisations: readonly Organisation[] = [...offices, ...counties, ...builders, ...agencies, bank, ...registered];

/** @throws RangeError for a key that is no organisation. */
export function organisationOf(key: string): Organisation {
  const found = organisations.find((one) => one.key === key);
  if (!found) throw new RangeError(`no such organisation: ${key}`);
  return found;
}

/** The companies of one park. */
export const enterprisesOf = (park: string): readonly Enterprise[] => enterprises.filter((one) => one.park === park);

/** Who answers for a park: legal representative and contact. */
export const peopleOfPark = (park: Park): { readonly head: string; readonly contact: string } => {
  const n = parks.indexOf(park);
  return { head: personName(200 + n), contact: personName(100 + n) };
};
