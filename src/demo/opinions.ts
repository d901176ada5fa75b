import type { BusinessDate } from '#core/kernel/dates.ts';
import { personName } from './names.ts';
import { applicantNameOf, nameOf } from './people.ts';
import { type Park, parks } from './parks.ts';
import { placeOf } from './places.ts';
import { providersOf } from './providers.ts';
import { randomOf } from './random.ts';

export type Verdict = 'recommend' | 'return' | 'reject';

type FieldRequest = { readonly path: string; readonly says: string };

/** What the reviewer of a county asks to be completed. */
export const requestsFor: readonly FieldRequest[] = [
  { path: 'siting.boundary', says: '北侧界线与所附图纸不一致，请按图纸改写四至，并写明是否含道路北侧楼宇。' },
  { path: 'industry.demand', says: '请补充问卷回收数量和调查时间，说明需求比例的计算口径。' },
  { path: 'plan.campaigns', says: '请写明各项行动的牵头人和分年度指标，目前只有总数。' },
  { path: 'district.policyFile', says: '所附扶持政策缺少第二页，请重新上传完整文件。' },
];

const reasonsOf = (park: Park, verdict: Verdict): string => {
  const { name } = placeOf(park.place);
  if (verdict === 'reject') {
    return `实地核实，${park.park}内登记的服务点有一处长期无人办公，实际经营的不足两家；扶持政策尚在征求意见，未正式印发。待条件具备后可在下一批次再报。`;
  }
  if (verdict === 'return') return '总体具备条件，个别内容与佐证不一致，补正后再行审核。';
  if (park.key === 'builder8') {
    return `${name}暂无机构办理植物新品种事务，已与外市机构约定远程受理并由园区窗口代收材料，近两年区内此类需求每年不足十件，仍可基本保障。`;
  }
  return `${name}核实材料齐全，机制、规划和政策均已印发，机构正常经营，企业需求真实。`;
};

/** Form F2 for a park. */
export const countyOpinion = (park: Park, verdict: Verdict, seenOn: BusinessDate) => ({
  isComplete: verdict !== 'return',
  districtConditions: verdict === 'reject' ? 'not' : 'confirmed',
  industryConditions: 'confirmed',
  agencyConditions: verdict === 'reject' ? 'not' : 'confirmed',
  coverageConditions: 'confirmed',
  siteSeenOn: seenOn,
  opinion: verdict,
  reasons: reasonsOf(park, verdict),
  requests: verdict === 'return' ? requestsFor : [],
});

/** Form F4 for a park; `photos` are hashes, one for each of the first agencies visited. */
export function inspectionOf(park: Park, date: BusinessDate, photos: readonly string[]) {
  const random = randomOf(`inspection/${park.key}/${date}`);
  const inside = providersOf(park).filter(({ isInside }) => isInside);
  const isPartly = park.quality < 0.8;
  return {
    date,
    team: [nameOf('officer1'), nameOf('officer2'), personName(300 + parks.indexOf(park))],
    isBoundarySeen: true,
    visits: inside.map(({ name }, i) => ({
      agency: name,
      isOperating: true,
      personsMet: `${personName(320 + parks.indexOf(park) * 4 + i)}等${random.between(2, 4)}人`,
      ...(photos[i] === undefined ? {} : { photo: photos[i] }),
    })),
    enterprisesAsked: random.between(4, 9),
    documentsSeen: '入驻协议、房屋租赁合同、近三个月社保缴纳记录、托管台账、扶持政策原件。',
    deviations: isPartly ? '申报书所列人员数包含两名实习人员，扣除后与社保记录一致；培训教室尚在装修。' : '未发现与申报书不符之处。',
    result: isPartly ? 'partly' : 'agrees',
    signedByTeam: nameOf('officer1'),
    signedBySite: applicantNameOf(park.key),
  };
}

/** Indicators of form F3 with their full marks, as the process has them. */
export const fullMarks: Readonly<Record<string, number>> = {
  concentration: 4,
  site_preference: 6,
  mechanism: 5,
  development_plan: 5,
  supporting_policy: 5,
  advantage: 5,
  enterprises: 5,
  demand: 5,
  agencies: 8,
  coverage: 8,
  people: 4,
  plan_measures: 7,
  plan_chain: 8,
  plan_matching: 6,
  plan_talent: 5,
  plan_order: 4,
  plan_international: 3,
  plan_campaigns: 7,
};

const remarks = [
  '产业基础扎实，机构数量够用，建议把人才指标再细化到季度。',
  '方案各章任务明确，资金来源可靠；国际合作一章偏弱，可借助市级平台补足。',
  '需求调查做得细，供求对接办法可操作，托管与质押的衔接值得肯定。',
  '服务链条基本完整，评价和自律机制有新意，希望公开更多数据。',
  '总体可行，个别指标偏乐观，建议按年度设置复核点。',
];

/** One expert's sheet: marks around the park's quality, in steps of half a point. */
export function scoreSheet(park: Park, expert: string) {
  const random = randomOf(`sheet/${park.key}/${expert}`);
  const leaning = random.between(-4, 4);
  const mark = (full: number) => {
    const share = Math.min(1, park.quality + (leaning + random.between(-6, 6)) / 100);
    return Math.round(full * share * 2) / 2;
  };
  return {
    scores: Object.fromEntries(Object.entries(fullMarks).map(([id, full]) => [id, mark(full)])),
    remark: random.pick(remarks),
    hasNoConflict: true,
  };
}
