import { addDays, type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import { coveredKindNames } from '#policy/zibo-2020/service-kinds.ts';
import { workdayAfter, workdayBefore } from './days.ts';
import { type Enterprise, enterprisesOf, organisationOf } from './organisations.ts';
import type { Park } from './parks.ts';
import { placeOf } from './places.ts';
import { providersOf } from './providers.ts';
import { type Random, randomOf } from './random.ts';
import { type Story, storyOf } from './story.ts';
import { planTexts, policiesText } from './texts-plan.ts';
import { boundaryText, siteTexts } from './texts-site.ts';

/** Hashes of the four files an application needs. */
export type FormFiles = {
  readonly mechanism: string;
  readonly plan: string;
  readonly policy: string;
  readonly seal: string;
};

/** Sections and fields of form F1, as the API takes them. */
export type FilledForm = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const yi = 100_000_000;
const wan = 10_000;

export const zoneNameOf = ({ park }: Park): string => `${park}知识产权服务业集聚发展示范区（虚构）`;

const applicantOf = (park: Park, { head, contact, random }: Story) => {
  const { name, creditCode, address } = organisationOf(park.key);
  return {
    name,
    creditCode,
    kind: 'park',
    address,
    legalRepresentative: head,
    contactName: contact,
    contactPost: random.pick(['科技创新部主任', '产业促进部副部长', '企业服务中心主任']),
    contactMobile: `0533-${random.between(2_000_000, 8_999_999)}`,
    contactEmail: `${park.key}@demo.example`,
  };
};

const sitingOf = (park: Park, reason: string) => ({
  siteKind: park.siteKind,
  boundary: boundaryText(park),
  areaKm2: park.areaKm2,
  industries: park.industries.map(([name, output]) => ({ name, outputYuan: output * yi })),
  reason,
});

function districtOf(park: Park, day: BusinessDate, files: FormFiles) {
  const { name } = placeOf(park.place);
  const random = randomOf(`district/${park.key}/${yearOf(day)}`);
  const year = yearOf(day);
  const number = (n: number) => `虚构政办〔${year - 1}〕${n}号`;
  return {
    mechanismTitle: `${name}知识产权工作联席会议制度（演示文件）`,
    mechanismNumber: number(random.between(3, 40)),
    mechanismDate: workdayBefore(addDays(day, -random.between(200, 420)), 1),
    mechanismFile: files.mechanism,
    planTitle: `${name}知识产权服务业三年发展规划（演示文件）`,
    planFrom: `${year}-01-01`,
    planTo: `${year + 2}-12-31`,
    planFile: files.plan,
    policyTitle: `${name}支持知识产权服务机构落户若干措施（演示文件）`,
    policyNumber: number(random.between(41, 90)),
    policyYearlyYuan: random.between(80, 500) * wan,
    policyFile: files.policy,
  };
}

function enterpriseRow({ name, creditCode }: Enterprise, random: Random) {
  const validPatents = random.between(6, 140);
  return {
    name,
    creditCode,
    type: random.pick(['leading', 'innovative', 'high_tech', 'specialised']),
    validPatents,
    inventions: Math.floor((validPatents * random.between(10, 45)) / 100),
    ipStaff: random.between(1, 9),
    demandKinds: random.some(coveredKindNames, random.between(2, 5)),
    yearlySpendYuan: random.between(3, 60) * wan,
  };
}

const industryOf = (park: Park, texts: ReturnType<typeof siteTexts>) => {
  const random = randomOf(`rows/${park.key}`);
  return {
    advantage: texts.advantage,
    enterprises: enterprisesOf(park.key).map((one) => enterpriseRow(one, random)),
    demand: texts.demand,
  };
};

function fundingOf(story: Story) {
  const { year, random } = story;
  const rows = [year, year + 1, year + 2].flatMap((each) => [
    { source: 'district', year: each, yuan: random.between(100, 400) * wan },
    { source: 'applicant', year: each, yuan: random.between(60, 260) * wan },
  ]);
  return { rows, policies: policiesText(story) };
}

/** The whole form, complete and without faults, as it would be filed on `day` in the call of `year`. */
export function applicationForm(
  park: Park,
  { day, year }: { readonly day: BusinessDate; readonly year: number },
  files: FormFiles,
): FilledForm {
  const story = storyOf(park, day);
  const texts = siteTexts(story);
  return {
    cover: { zoneName: zoneNameOf(park), district: placeOf(park.place).code, year, date: day },
    applicant: applicantOf(park, story),
    siting: sitingOf(park, texts.reason),
    district: districtOf(park, day, files),
    industry: industryOf(park, texts),
    services: { providers: providersOf(park) },
    plan: { from: workdayAfter(day, 60), to: `${year + 2}-12-31`, ...planTexts(story) },
    funding: fundingOf(story),
    declaration: {
      isTrue: true,
      isNotDuplicate: true,
      consents: true,
      sealFile: files.seal,
      signedBy: story.head,
      signedOn: day,
    },
  };
}

export type FormChange = { readonly path: string; readonly value: unknown };

/** A form as the single-field changes that `fill_in` takes; only the sections named, or all. */
export const changesOf = (form: FilledForm, sections: readonly string[] = Object.keys(form)): readonly FormChange[] =>
  sections.flatMap((section) => Object.entries(form[section] ?? {}).map(([key, value]) => ({ path: `${section}.${key}`, value })));
