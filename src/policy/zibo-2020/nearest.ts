import { type Lever, type NearestChange, nearestChanges } from '#core/policy/nearest.ts';
import { answerOf } from './answer.ts';
import type { CaseFile, ClauseKey } from './case-file.ts';
import { determine, readingsFor, type Rulings } from './determine.ts';
import type { Fact } from './facts.ts';
import { yearBounds } from './world.ts';

type CaseLever = Lever<CaseFile>;

/**
 * What would turn a no into a yes, or a sum into a higher one, for an agency under a clause: the least steps on
 * anything that can still happen before the last day that counts. Empty if nothing helps any more. `rulings` as in
 * `determine`.
 */
export function nearestFor(file: CaseFile, agency: string, clause: ClauseKey, rulings: Rulings = {}): readonly NearestChange[] {
  const worth = (one: CaseFile): number =>
    answerOf(determine(one, rulings)).items.find((item) => item.agency === agency && item.clause === clause)?.ceilingYuan ?? 0;
  return nearestChanges(file, leversOf(file, agency, clause, lastDay(file, rulings)), worth).map((change) => ({
    ...change,
    says: `${change.says}，即可得 ${change.yuan} 元`,
  }));
}

function leversOf(file: CaseFile, agency: string, clause: ClauseKey, until: string | null): readonly CaseLever[] {
  const futures = until === null ? [] : futureLevers(file, agency, clause, until);
  return [...futures, ...openMatters(file, agency), ...gapLevers(file, agency)];
}

/** The last day of the year on which a fact still counts; null if it is past. */
function lastDay(file: CaseFile, rulings: Rulings): string | null {
  const { yearBasis, policyTo } = readingsFor(file, rulings).values;
  const [, yearTo] = yearBounds(file.year, yearBasis);
  const day = policyTo < yearTo ? policyTo : yearTo;
  return day >= file.asOf ? day : null;
}

const dayText = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日前`;

const adding = (says: Lever<CaseFile>['says'], most: number, facts: (n: number) => readonly Fact[]): CaseLever => ({
  says,
  most,
  apply: (file, n) => ({ ...file, facts: [...file.facts, ...facts(n)] }),
});

/** A year no real application has, so that planned grants never meet a number in the file. */
const plannedYear = 9998;

const grants = (agency: string, count: number, day: string, enterprise: string): Fact => ({
  id: `预计授权-${enterprise}`,
  type: 'invention_grants',
  agency,
  count,
  grantDate: day,
  ownerCity: '370300',
  applicationYear: plannedYear,
  serialFrom: 1,
  enterprise,
});

type Scene = { readonly file: CaseFile; readonly agency: string; readonly until: string; readonly by: string };

const futureLevers = (file: CaseFile, agency: string, clause: ClauseKey, until: string): readonly CaseLever[] =>
  futures[clause]({ file, agency, until, by: dayText(until) });

const loan = ({ agency, until }: Scene): readonly Fact[] => [
  { id: '预计贷款', type: 'pledge_loan', agency, disbursedDate: until, bankInCity: true, insuredByGovBankInsurer: true },
];

const honour = ({ agency, until, by }: Scene, level: 'provincial' | 'national'): CaseLever =>
  adding(
    () => `取得一项${level === 'national' ? '国家级' : '省级'}品牌或资质（${by}）`,
    1,
    () => [{ id: `预计荣誉-${level}`, type: 'brand_honour', agency, level, awardedDate: until }],
  );

const servedEnterprises = ({ file, agency }: Scene): readonly string[] => [
  ...new Set(
    file.facts.flatMap((fact) => (fact.type === 'campaign_result' && fact.enterprise && concerns(fact, agency) ? [fact.enterprise] : [])),
  ),
];

/** What may still happen under each clause before the last day. */
const futures: Readonly<Record<ClauseKey, (scene: Scene) => readonly CaseLever[]>> = {
  '9.1.loan': (scene) => [
    adding(
      () => `再完成1笔政银保质押贷款（${scene.by}放款）`,
      1,
      () => loan(scene),
    ),
  ],
  '9.1.sec': (scene) => [
    adding(
      () => `完成一笔本市银行专利质押贷款（${scene.by}放款）`,
      1,
      () => loan(scene),
    ),
  ],
  '9.2': ({ file, agency, until, by }) => [
    adding(
      () => '取得市中心对当年成绩显著的认定',
      1,
      () => [recognition(agency, file.year)],
    ),
    adding(
      () => `签订完全式托管合同（${by}）`,
      1,
      () => [{ id: '预计托管', type: 'custody_contract', agency, mode: 'full', startDate: until, endDate: null }],
    ),
  ],
  '9.3.honour': (scene) => [honour(scene, 'provincial'), honour(scene, 'national')],
  '9.3.cert': ({ agency, until, by }) => [
    adding(
      () => `再有一人取得专利代理师证书（${by}）`,
      1,
      () => [{ id: '预计证书', type: 'agent_certificate', agency, person: '（新取得者）', certificateNo: '（新）', issuedDate: until }],
    ),
  ],
  '9.4': () => [],
  '9.5.tier': ({ agency, until, by }) => [
    adding(
      (n) => `再有${n}件我市发明专利授权（${by}）`,
      200,
      (n) => [grants(agency, n, until, '（其他企业）')],
    ),
  ],
  '9.5.campaign': (scene) =>
    servedEnterprises(scene).map((enterprise) =>
      adding(
        (n) => `为企业 ${enterprise} 再有${n}件发明专利授权（${scene.by}）`,
        5,
        (n) => [grants(scene.agency, n, scene.until, enterprise)],
      ),
    ),
};

const concerns = (fact: Fact, agency: string): boolean => fact.agency === agency || fact.agencies?.some(({ id }) => id === agency) === true;

const recognition = (agency: string, year: number): Fact => ({
  id: '预计认定',
  type: 'custody_recognition',
  agency,
  year,
  areas: ['（由市中心认定）'],
  result: 'outstanding',
  grade: 3,
});

const replacing = (says: string, id: string, patch: object): CaseLever => ({
  says: () => says,
  most: 1,
  apply: (file) => ({
    ...file,
    facts: file.facts.map((fact) => (fact.id === id ? ({ ...fact, ...patch } as Fact) : fact)),
  }),
});

/** Matters still open: a judgment that may become final, a finding that may be withdrawn, an influence to be decided. */
const openMatters = (file: CaseFile, agency: string): readonly CaseLever[] =>
  file.facts.flatMap((fact): CaseLever[] => {
    if (!concerns(fact, agency)) return [];
    if (fact.type === 'abnormal_filing' && fact.status === 'confirmed') {
      return [replacing(`非正常申请认定 ${fact.id} 经复核撤回`, fact.id, { status: 'withdrawn' })];
    }
    if (fact.type === 'litigation') {
      return [
        ...(fact.final === false ? [replacing(`案件 ${fact.id} 的裁判生效`, fact.id, { final: true })] : []),
        ...(fact.majorInfluence === false ? [replacing(`市中心认定案件 ${fact.id} 具有重大影响`, fact.id, { majorInfluence: true })] : []),
      ];
    }
    return [];
  });

const favourable: Readonly<Record<string, unknown>> = {
  bankInCity: true,
  insuredByGovBankInsurer: true,
  ownerCity: '370300',
  final: true,
  patentCase: true,
  foreignRelated: true,
  majorInfluence: true,
  outcome: 'won',
  agencyFeeYuan: 50_000,
  malicious: false,
};

const gapFields: Readonly<Record<string, readonly string[]>> = {
  pledge_loan: ['bankInCity', 'insuredByGovBankInsurer'],
  invention_grants: ['ownerCity'],
  invention_grant_list: ['ownerCity'],
  litigation: ['final', 'patentCase', 'foreignRelated', 'majorInfluence', 'outcome', 'agencyFeeYuan'],
  abnormal_filing: ['malicious'],
};

/** Fields that were left empty and could be handed in. */
const gapLevers = (file: CaseFile, agency: string): readonly CaseLever[] =>
  file.facts
    .filter((fact) => concerns(fact, agency))
    .flatMap((fact) =>
      (gapFields[fact.type] ?? [])
        .filter((field) => ((fact as Readonly<Record<string, unknown>>)[field] ?? null) === null)
        .map((field) => replacing(`补填 ${fact.id} 的 ${field} 且对申请有利`, fact.id, { [field]: favourable[field] })),
    );
