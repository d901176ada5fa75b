import { addDays, type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import type { PlanContent } from '#processes/plan/content.ts';
import { agenciesInside, providersOf } from './providers.ts';
import { parkOf } from './parks.ts';
import { organisationOf, peopleOfPark } from './organisations.ts';
import { randomOf } from './random.ts';
import { planProse, toldTasks } from './texts-tasks.ts';
import { planTexts, policiesText } from './texts-plan.ts';
import { spansOf, type ToldZone, zoneStory } from './zones-told.ts';

type Task = PlanContent['tasks']['rows'][number];
type Indicator = PlanContent['indicators']['rows'][number];

const wan = 10_000;

function tasksOf(today: BusinessDate, zone: ToldZone): Task[] {
  const spans = spansOf(today, zone);
  const { contact } = peopleOfPark(parkOf(zone.park));
  const random = randomOf(`money/${zone.park}`);
  return toldTasks(zoneStory(today, zone, 'tasks'), zone.without).map(({ phase, ...told }) => {
    const { from, to } = spans[phase];
    const half = addDays(from, Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000 / 2));
    return {
      ...told,
      responsible: `企业服务中心（${contact}）`,
      start: from,
      end: to,
      milestones: [{ on: half, what: '中期自查，台账齐全' }],
      moneyYuan: random.between(6, 48) * wan,
    };
  });
}

/** Staff of the agencies with their office in a zone, as its providers were told. */
export function staffInside(park: string): readonly { readonly agency: string; readonly staff: number; readonly attorneys: number }[] {
  const providers = providersOf(parkOf(park));
  return agenciesInside(park).map((agency) => {
    const row = providers.find(({ name }) => name === organisationOf(agency).name);
    return { agency, staff: row?.staff ?? 0, attorneys: row?.attorneys ?? 0 };
  });
}

type Measure = Omit<Indicator, 'targets' | 'baseDate' | 'baseValue'> & { readonly start: number; readonly yearly: number };

/** Indicators a zone reports on itself, with the target of its first year and what is added each year. */
export const reportedIndicators = [
  { no: 'A', name: '供求对接活动', unit: '场', source: 'reported', start: 10, yearly: 2 },
  { no: 'B', name: '企业专员培训', unit: '人次', source: 'reported', start: 160, yearly: 40 },
  { no: 'C', name: '签署收费与质量承诺的机构占比', unit: '%', source: 'reported', start: 80, yearly: 5 },
] as const satisfies readonly Measure[];

const hasGrantIndicator = ({ pace, designated }: ToldZone): boolean => pace === 'diligent' || designated === 'second';

function countedIndicators(zone: ToldZone): readonly Measure[] {
  const inside = staffInside(zone.park);
  const people = inside.reduce((sum, { staff }) => sum + staff, 0);
  const isIdle = zone.pace === 'idle';
  return [
    { no: 'D', name: '区内服务机构', unit: '家', source: 'agencies', start: inside.length + (isIdle ? 2 : 0), yearly: isIdle ? 1 : 0 },
    { no: 'E', name: '区内机构从业人员', unit: '人', source: 'staff', start: isIdle ? people * 2 : people, yearly: isIdle ? 6 : 2 },
    ...(hasGrantIndicator(zone)
      ? [{ no: 'F', name: '代理的发明专利授权', unit: '件', source: 'invention_grants', start: 120, yearly: 20 } as const]
      : []),
  ];
}

function indicatorsOf(today: BusinessDate, zone: ToldZone): Indicator[] {
  const { years, plan } = spansOf(today, zone);
  return [...reportedIndicators, ...countedIndicators(zone)].map(({ start, yearly, ...measure }) => ({
    ...measure,
    baseValue: Math.floor(start / 3),
    baseDate: addDays(plan.from, -1),
    targets: years.map((year, n) => ({ year, value: start + n * yearly })),
  }));
}

/** The money a zone plans: from the district and its own, for every year of the plan. */
export function fundingOf(today: BusinessDate, zone: ToldZone): PlanContent['funding']['rows'] {
  const random = randomOf(`funding/${zone.park}`);
  return spansOf(today, zone).years.flatMap((year) => [
    { source: 'district', year, yuan: random.between(120, 320) * wan },
    { source: 'applicant', year, yuan: random.between(80, 220) * wan },
  ]);
}

/** Form F5 as a building unit files it: the first plan of a zone. */
export function planContent(today: BusinessDate, zone: ToldZone): PlanContent {
  const story = zoneStory(today, zone, 'prose');
  const { noExports, rules, risks } = planProse(story);
  const { plan } = spansOf(today, zone);
  return {
    general: { from: plan.from, to: plan.to, goals: planTexts(zoneStory(today, zone, 'goals')).goals },
    tasks: { rows: tasksOf(today, zone) },
    withoutTasks: Object.fromEntries(zone.without.map((chapter) => [chapter, noExports])),
    indicators: { rows: indicatorsOf(today, zone) },
    funding: { rows: fundingOf(today, zone) },
    organisation: { leader: `工作专班组长${story.head}`, rules, preferences: policiesText(zoneStory(today, zone, 'terms')) },
    risk: { risks },
  };
}

/** A change of a plan: which task is put off or which target is changed, and why. */
export type ToldChange = {
  readonly content: PlanContent;
  readonly report: {
    readonly reason: string;
    readonly explanation: string;
    readonly effectOnGoals: string;
    readonly changedOn: BusinessDate;
  };
};

type ChangeOf = { readonly base: PlanContent; readonly no: string; readonly days: number; readonly changedOn: BusinessDate };

/** A task is put off by some days; the days of its milestones stay. */
export function taskPutOff({ base, no, days, changedOn }: ChangeOf): ToldChange {
  const rows = base.tasks.rows.map((row) => (row.no === no ? { ...row, end: addDays(row.end as BusinessDate, days) } : row));
  const task = base.tasks.rows.find((row) => row.no === no);
  return {
    content: { ...base, tasks: { rows } },
    report: {
      reason: `“${task?.title ?? no}”的合作方推迟进场`,
      explanation: `合作方的人员和场地晚到位，任务${no}的完成时间顺延${days}天；已做的部分照常推进，佐证不变。`,
      effectOnGoals: '当年目标不变，只推迟这一项任务的收尾。',
      changedOn,
    },
  };
}

type TargetOf = { readonly base: PlanContent; readonly no: string; readonly add: number; readonly changedOn: BusinessDate };

/** The targets of an indicator are changed from the year of the change on. */
export function targetMoved({ base, no, add, changedOn }: TargetOf): ToldChange {
  const from = yearOf(changedOn);
  const rows = base.indicators.rows.map((row) =>
    row.no === no
      ? { ...row, targets: row.targets.map((target) => (target.year < from ? target : { ...target, value: target.value + add })) }
      : row,
  );
  const indicator = base.indicators.rows.find((row) => row.no === no);
  const name = indicator?.name ?? no;
  return {
    content: { ...base, indicators: { rows } },
    report: {
      reason: `“${name}”的实际需求与编制方案时不同`,
      explanation: `上半年统计显示原目标${add > 0 ? '偏低' : '偏高'}，拟自${from}年起每年${add > 0 ? '增加' : '减少'}${Math.abs(add)}${indicator?.unit ?? ''}，统计口径和单位不变。`,
      effectOnGoals: add > 0 ? '总目标相应提高，资金不增加。' : '总目标不降低，由其他指标补足。',
      changedOn,
    },
  };
}
