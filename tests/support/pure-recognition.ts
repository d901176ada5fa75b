import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import type { PlanProgress, RecognitionZone } from '#core/process/recognition-facts.ts';
import { recognition as definition } from '#processes/recognition/process.ts';
import { scoreGroups } from '#processes/recognition/score-sheet.ts';
import { changesOf } from './form.ts';
import { actorIn, begun, told } from './pure.ts';

/** The process as the kit handles it. */
export const recognition = definition as unknown as AnyProcess;

/** A zone that holds its title, as a recognition finds it. */
export const zoneFact = (more: Partial<RecognitionZone> = {}): RecognitionZone => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: '东园示范区',
  district: '370303',
  operator: 'owner',
  operatorName: '东园管理委员会',
  designatedOn: '2020-11-02' as RecognitionZone['designatedOn'],
  isTitleHeld: true,
  wasUnqualified: false,
  isGraded: false,
  isUnderWay: false,
  parties: [{ name: '东园管理委员会', creditCode: 'A' }],
  ...more,
});

/** A plan of two tasks and two indicators: one task goes on, one indicator is at half. */
export const planFact = (more: Partial<PlanProgress> = {}): PlanProgress => ({
  version: { number: 2, consentedOn: '2021-01-15' as PlanProgress['version']['consentedOn'] },
  tasks: [
    { no: '1', title: '引进机构', state: 'done', note: null },
    { no: '2', title: '供求对接', state: 'going_on', note: '三场' },
  ],
  indicators: [
    { no: '1', name: '机构数', unit: '家', target: 10, actual: 10, source: '系统统计' },
    { no: '2', name: '培训人次', unit: '人', target: 100, actual: 50, source: '单位填报' },
  ],
  ...more,
});

/** The same plan with everything done. */
export const wholePlan = (): PlanProgress => ({
  ...planFact(),
  tasks: planFact().tasks.map((one) => ({ ...one, state: 'done' })),
  indicators: planFact().indicators.map((one) => ({ ...one, actual: one.target })),
});

export const usual: Facts = { recognitionZone: zoneFact(), planProgress: planFact(), yearRecord: {}, readings: { panelMinimum: 5 } };

/** Form F7 as a building unit would file it; `reasons` are given for task 2 and indicator 2. */
export const reportOf = (file = 'a'.repeat(64), hasReasons = true) => {
  const reason = hasReasons ? { reason: '受疫情影响推迟到下半年' } : {};
  return {
    carriedOut: {
      tasks: [
        { no: '1', effect: '引进六家' },
        { no: '2', ...reason },
      ],
      indicators: [{ no: '1' }, { no: '2', ...reason }],
      effect: '方案任务总体按期推进，成效明显。',
    },
    experience: {
      system: '建立联席会议制度，分工明确。',
      mechanism: '建立供求对接机制，按月调度。',
      management: '制定园区管理办法，台账完整。',
      innovation: '试行质押贷款风险补偿办法。',
    },
    goingOn: { ideas: '继续引进品牌机构，完善服务链。', measures: '落实专项资金，细化分工。按季调度。' },
    annex: {
      agenciesIn: 6,
      agenciesOut: 0,
      staff: 120,
      incomeYuan: 9_000_000,
      grants: 80,
      loans: 12,
      custody: 30,
      trainings: 8,
      wins: 2,
      pledges: 10,
      countySupportYuan: 500_000,
      fundsPlannedYuan: 1_000_000,
      fundsArrivedYuan: 800_000,
      fundsSpentYuan: 600_000,
    },
    declaration: { isTrue: true, sealFile: file, signedBy: '赵一', signedOn: '2021-03-01' },
  };
};

/** The county's opinion; submitting unless told otherwise. */
export const countyOpinion = (more: object = {}) => ({
  finding: 'true',
  doubted: [],
  opinion: 'submit',
  says: '自评内容属实，同意报送。',
  ...more,
});

/** The words that open the year 2020 for the zone. */
export const opening = { zone: zoneFact().id, year: 2020, firstDay: '2021-03-01', lastDay: '2021-03-31' };

/** Opened for the zone by the clock. */
export const opened = (facts = usual): Case => begun(recognition, { as: 'clock', input: opening, facts });
/** With form F7 filled in. */
export const written = (report = reportOf()): Case =>
  told(recognition, opened(), [{ as: 'applicant', event: 'fill_in', input: { changes: changesOf(report) } }]);
export const filed = (): Case => told(recognition, written(), [{ as: 'applicant', event: 'file', facts: usual }]);
/** With the county’s opinion. */
export const checked = (more: object = {}): Case =>
  told(recognition, filed(), [{ as: 'county_reviewer', event: 'county_check', input: countyOpinion(more) }]);
/** Signed by the county, with this plan pinned. */
export const signed = (planProgress = planFact()): Case =>
  told(recognition, checked(), [{ as: 'county_approver', event: 'county_sign', facts: { ...usual, planProgress } }]);

const sheet = (share: number) => ({
  scores: Object.fromEntries(
    scoreGroups.flatMap(({ indicators }) => indicators.map(({ id, weight }) => [id, Math.round(weight * share * 2) / 2])),
  ),
  remark: '材料齐全，成效属实。',
  hasNoConflict: true,
});
export const experts = Array.from({ length: 5 }, (_, i) => ({ person: `expert-${i}`, name: `专家${i}`, field: '', ties: [], offices: [] }));

/** Scored by the whole panel with these shares of every weight. */
export function scored(shares: readonly number[] = [0.5, 0.5, 0.5, 0.5, 0.5], plan = planFact()): Case {
  const drawn = told(recognition, signed(plan), [
    { as: 'centre_officer', event: 'draw_panel', input: { size: 5 }, facts: { ...usual, experts } },
  ]);
  const judged = experts.reduce(
    (kase, { person }, i) =>
      told(recognition, kase, [
        { as: actorIn('expert', { person }), event: 'declare_clear', input: { hasNoConflict: true } },
        { as: actorIn('expert', { person }), event: 'seal_sheet', input: sheet(shares[i] ?? 0) },
      ]),
    drawn,
  );
  const sheets = experts.map(({ person, name }, i) => ({ expert: person, name, sheet: sheet(shares[i] ?? 0) }));
  return told(recognition, judged, [{ as: 'centre_officer', event: 'open_scores', facts: { sheets } }]);
}
