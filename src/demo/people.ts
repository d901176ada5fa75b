import { personName } from './names.ts';
import { inventedCreditCode } from './numbers.ts';
import { builderName, enterprisesOf, organisationOf } from './organisations.ts';
import { parkOf, parks } from './parks.ts';
import { places } from './places.ts';

export type Tie = { readonly creditCode: string; readonly name: string; readonly kind: string };

export type ExpertProfile = {
  readonly field: string;
  readonly employerName: string;
  readonly employerCode: string;
  readonly ties: readonly Tie[];
};

/** A person with an account; `offices` are pairs of an organisation's key and a role. */
export type DemoPerson = {
  readonly username: string;
  readonly name: string;
  readonly offices: readonly (readonly [organisation: string, role: string])[];
  readonly expert: ExpertProfile | null;
};

const person = (username: string, n: number, ...offices: DemoPerson['offices']): DemoPerson => ({
  username,
  name: personName(n),
  offices,
  expert: null,
});

const cityPeople: readonly DemoPerson[] = [
  person('officer1', 0, ['centre', 'centre_officer']),
  person('officer2', 1, ['centre', 'centre_officer']),
  person('approver1', 2, ['centre', 'centre_approver']),
  person('approver2', 3, ['centre', 'centre_approver']),
  person('finance', 4, ['finance', 'finance']),
  person('finance2', 6, ['finance', 'finance']),
  person('finance3', 7, ['finance', 'finance']),
  person('audit', 5, ['audit', 'auditor']),
];

const countyPeople: readonly DemoPerson[] = places.flatMap(({ key }, i) => [
  person(`${key}.review`, 10 + 2 * i, [key, 'county_reviewer']),
  person(`${key}.sign`, 11 + 2 * i, [key, 'county_approver']),
]);

const builderPeople: readonly DemoPerson[] = parks.map(({ key }, i) => person(key, 100 + i, [key, 'applicant']));

const agencyPeople: readonly DemoPerson[] = Array.from({ length: 14 }, (_, i) =>
  person(`agency${i + 1}`, 40 + i, [`agency${i + 1}`, 'agency']),
);

/** The bank's officer, and the companies of the two zones that are organisations of their own. */
const otherSides: readonly DemoPerson[] = [
  person('bank', 8, ['bank', 'bank']),
  ...[1, 2, 9, 10].map((n, i) => person(`enterprise${n}`, 70 + i, [`enterprise${n}`, 'enterprise'])),
];

const toBuilder = (key: string, kind: string): Tie => {
  const { creditCode, name } = organisationOf(key);
  return { creditCode: creditCode ?? '', name, kind };
};

const toEnterprise = (park: string, n: number, kind: string): Tie => {
  const company = enterprisesOf(park)[n];
  if (!company) throw new RangeError(`${park} has no company ${n}`);
  return { creditCode: company.creditCode, name: company.name, kind };
};

type ExpertLine = readonly [field: string, employer: string, ties: readonly Tie[]];

/**
 * Five of the ten are tied to builder6, so that its panel of five is the other five, whatever the draw; one is tied to
 * builder1, so that a panel of nine for its recognition is all the others.
 */
const expertLines: readonly ExpertLine[] = [
  ['陶瓷与无机材料', '岫云陶瓷研究院', [toBuilder('builder6', '顾问')]],
  ['知识产权金融', '稷下金融研究所', [toEnterprise('builder6', 1, '持股')]],
  ['医药与包装', '青禾药学院', [toEnterprise('builder6', 4, '技术顾问')]],
  ['智能装备', '泺水工程学院', [toEnterprise('builder5', 0, '兼职')]],
  ['专利代理与维权', '问渠法律服务中心', [toBuilder('agency9', '亲属任职')]],
  ['化工新材料', '盐铁化工研究所', [toEnterprise('builder3', 2, '持股')]],
  ['生物医药', '星垣生物研究中心', [toBuilder('builder2', '顾问')]],
  ['产业规划', '观澜规划设计院', []],
  ['知识产权管理', '学宫管理学院', [toBuilder('builder1', '顾问')]],
];

const expertOf = ([field, employer, ties]: ExpertLine, i: number): ExpertProfile => ({
  field,
  employerName: `${employer}（虚构）`,
  employerCode: inventedCreditCode('12', '370300', 500 + i),
  ties,
});

/** Number ten works for agency2 as well: one account with two offices, and a conflict nobody has to declare. */
const expertPeople: readonly DemoPerson[] = [
  ...expertLines.map((line, i) => ({
    ...person(`expert${i + 1}`, 60 + i, ['expert_pool', 'expert']),
    expert: expertOf(line, i),
  })),
  {
    ...person('expert10', 69, ['expert_pool', 'expert'], ['agency2', 'agency']),
    expert: expertOf(['专利分析', '凝碧数据研究室', []], 9),
  },
];

/** Everybody who can sign in, the administrator aside. */
export const people: readonly DemoPerson[] = [
  ...cityPeople,
  ...countyPeople,
  ...expertPeople,
  ...builderPeople,
  ...agencyPeople,
  ...otherSides,
];

/** What the experts know of each other and the applicants, as the draw will see it. */
export const expertPool = expertPeople.map(({ username, name, offices, expert }) => ({
  person: username,
  name,
  field: expert?.field ?? '',
  ties: [...(expert ? [{ creditCode: expert.employerCode, name: expert.employerName, kind: '任职' }] : []), ...(expert?.ties ?? [])],
  offices: offices.flatMap(([key]) => organisationOf(key).creditCode ?? []),
}));

/** Name of the person behind an account. @throws RangeError for an account that is not there. */
export function nameOf(username: string): string {
  const found = people.find((one) => one.username === username);
  if (!found) throw new RangeError(`no such account: ${username}`);
  return found.name;
}

/** Name of the body an applicant's account stands for. */
export const applicantNameOf = (key: string): string => builderName(parkOf(key));
