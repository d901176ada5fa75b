import { creditCodeCheck, organisationCodeCheck } from '#core/kernel/credit-code.ts';
import { coveredKindNames, rightKinds, serviceKinds } from '#policy/zibo-2020/service-kinds.ts';

/** A credit code with true check characters that nobody was ever given. */
export function inventedCode(serial: number, area = '370303'): string {
  const organisation = `JX${String(serial).padStart(6, '0')}`;
  const body = `91${area}${organisation}${organisationCodeCheck(organisation)}`;
  return body + creditCodeCheck(body);
}

export type Named = { readonly name: string; readonly creditCode: string };

/** The parties of the usual form, so that tests know whom it names. */
export const listedAgencies: readonly Named[] = [
  { name: '甲知识产权代理有限公司', creditCode: inventedCode(101) },
  { name: '乙知识产权服务有限公司', creditCode: inventedCode(102) },
];
export const listedEnterprise: Named = { name: '丙新材料股份有限公司', creditCode: inventedCode(103) };

const provider = ({ name, creditCode }: Named, kinds: readonly string[]) => ({
  name,
  creditCode,
  hasPatentQualification: true,
  address: `产业园路${creditCode.slice(-2)}号`,
  isInside: true,
  startDate: '2019-05-06',
  staff: 12,
  attorneys: 4,
  incomeYuan: 3_000_000,
  way: 'inside',
  kinds,
});

const enterprise = ({ name, creditCode }: Named) => ({
  name,
  creditCode,
  type: 'leading',
  validPatents: 60,
  inventions: 20,
  ipStaff: 3,
  demandKinds: coveredKindNames.slice(0, 3),
  yearlySpendYuan: 200_000,
});

const districtPapers = (file: string) => ({
  mechanismTitle: '知识产权工作联席会议制度',
  mechanismNumber: '政办〔2020〕3号',
  mechanismDate: '2020-05-18',
  mechanismFile: file,
  planTitle: '知识产权服务业发展规划',
  planFrom: '2020-01-01',
  planTo: '2022-12-31',
  planFile: file,
  policyTitle: '支持知识产权服务业若干措施',
  policyNumber: '政发〔2020〕9号',
  policyYearlyYuan: 2_000_000,
  policyFile: file,
});

const plan = {
  from: '2021-07-01',
  to: '2023-12-31',
  goals: '三年内聚集服务机构二十家，覆盖十一类服务。',
  measures: '办公用房补贴，张三，2021年7月起',
  agencies: '引进三家品牌机构，李四',
  matching: '每季度一次供求对接会',
  talent: '每年培训代理师二十人',
  order: '签订自律公约，公布收费',
  international: '无；园区企业暂无需求',
  campaigns: '清零行动，王五，2022年底',
};

export type FormFor = Named & {
  readonly district: string;
  readonly zoneName?: string;
  /** SHA-256 of an uploaded file. */ readonly file?: string;
};

/** Form F1 as an applicant would file it: every field there, no fault. */
export function completeForm({ name, creditCode, district, zoneName = `${name}示范区`, file = 'a'.repeat(64) }: FormFor) {
  const [first, second] = listedAgencies as [Named, Named];
  return {
    cover: { zoneName, district, year: 2021, date: '2021-03-01' },
    applicant: {
      name,
      creditCode,
      kind: 'park',
      address: '淄博市产业园路1号',
      legalRepresentative: '赵一',
      contactName: '钱二',
      contactPost: '主任',
      contactMobile: '0533-2770000',
      contactEmail: 'park@demo.example',
    },
    siting: {
      siteKind: 'innovation_park',
      boundary: '东至东环路，南至南一路，西至西环路，北至北一路',
      areaKm2: 2.5,
      industries: [{ name: '新材料', outputYuan: 5_000_000_000 }],
      reason: '园区企业集中，知识产权服务需求旺盛。',
    },
    district: districtPapers(file),
    industry: {
      advantage: '新材料产业集群，年产值五十亿元。',
      enterprises: [enterprise(listedEnterprise)],
      demand: '检索分析与导航需求每年百余件。',
    },
    services: { providers: [provider(first, Object.keys(rightKinds)), provider(second, Object.keys(serviceKinds))] },
    plan,
    funding: { rows: [{ source: 'district', year: 2021, yuan: 1_000_000 }], policies: '房租减免三年' },
    declaration: { isTrue: true, isNotDuplicate: true, consents: true, sealFile: file, signedBy: '赵一', signedOn: '2021-03-01' },
  };
}

export type FormChange = { readonly path: string; readonly value: unknown };

/** The form as the single fields that `fill_in` saves. */
export const changesOf = (form: Readonly<Record<string, object>>): FormChange[] =>
  Object.entries(form).flatMap(([section, fields]) => Object.entries(fields).map(([key, value]) => ({ path: `${section}.${key}`, value })));
