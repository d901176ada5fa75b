import { chapterNames, type PlanContent } from '#processes/plan/content.ts';
import { changesOf, type FormChange } from './form.ts';

type Task = PlanContent['tasks']['rows'][number];
type Indicator = PlanContent['indicators']['rows'][number];

export const task = (no: string, more: Partial<Task> = {}): Task => ({
  no,
  chapter: 'measures',
  title: `任务之${no}`,
  content: '制定措施并公布实施。',
  responsible: '管委会科技局',
  start: '2021-01-01',
  end: '2021-12-31',
  milestones: [{ on: '2021-06-30', what: '完成一半' }],
  moneyYuan: 100_000,
  evidenceExpected: '印发的文件',
  ...more,
});

export const indicator = (no: string, more: Partial<Indicator> = {}): Indicator => ({
  no,
  name: `指标之${no}`,
  unit: '场',
  baseValue: 1,
  baseDate: '2020-12-31',
  targets: [
    { year: 2021, value: 10 },
    { year: 2022, value: 20 },
  ],
  source: 'reported',
  ...more,
});

/** Form F5 as a building unit would file it: six chapters with a task each, one without, three indicators. */
export const planContent = (more: Partial<PlanContent> = {}): PlanContent => ({
  general: { from: '2021-01-01', to: '2023-12-31', goals: '三年内聚集服务机构二十家，覆盖十一类服务。' },
  tasks: {
    rows: [
      task('1.1'),
      task('2.1', { chapter: 'agencies', end: '2021-09-30' }),
      task('3.1', { chapter: 'matching', end: '2022-06-30' }),
      task('4.1', { chapter: 'talent' }),
      task('5.1', { chapter: 'order', start: '2022-01-01', end: '2022-12-31', milestones: [] }),
      task('7.1', { chapter: 'campaigns', end: '2021-10-31' }),
    ],
  },
  withoutTasks: { international: '园区企业暂无涉外业务需求。' },
  indicators: {
    rows: [
      indicator('A'),
      indicator('B', { name: '入驻机构', unit: '家', source: 'agencies', targets: [{ year: 2021, value: 2 }] }),
      indicator('C', { name: '胜诉案件', unit: '件', source: 'won_cases', targets: [{ year: 2021, value: 4 }] }),
    ],
  },
  funding: {
    rows: [
      { source: 'district', year: 2021, yuan: 1_000_000 },
      { source: 'applicant', year: 2021, yuan: 500_000 },
    ],
  },
  organisation: { leader: '管委会主任', rules: '议事规则与资金管理办法。', preferences: '房租减免三年，人才公寓优先。' },
  risk: { risks: '招引不及预期的，调整招引方向。' },
  ...more,
});

/** The content as the single fields that `fill_in` saves; a chapter without a reason is emptied. */
export const planChanges = (content: PlanContent): FormChange[] => {
  const withoutTasks = Object.fromEntries(chapterNames.map((name) => [name, content.withoutTasks[name] ?? null]));
  return changesOf({ ...content, withoutTasks } as unknown as Record<string, object>);
};

/** The report of a change (F6). */
export const changeReport = (more: object = {}) => ({
  reason: '两家机构推迟入驻',
  explanation: '因装修延期，引进时间顺延一个季度。',
  effectOnGoals: '总目标不变',
  changedOn: '2021-03-01',
  ...more,
});

/** The county's opinion on a plan; passing unless told otherwise. */
export const planOpinion = (more: object = {}) => ({
  isTrue: true,
  isComplete: true,
  opinion: 'endorse',
  reasons: '',
  requests: [],
  ...more,
});

export const centreCheck = (more: object = {}) => ({ opinion: 'consent', reasons: '变化属实，目标不降低', ...more });
