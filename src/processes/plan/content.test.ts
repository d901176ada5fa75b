import { describe, expect, it } from 'vitest';
import { indicator, planContent, task } from '../../../tests/support/plan.ts';
import { chapterNames, chapters, contentFaults, contentOf, PlanContent } from './content.ts';
import { countedSources, sources } from './sources.ts';

const faults = (content: unknown) => contentFaults(content as never).map(({ path, says }) => `${path}: ${says}`);
const rows = (...given: ReturnType<typeof task>[]) => ({ tasks: { rows: [...planContent().tasks.rows, ...given] } });
const measured = (...given: ReturnType<typeof indicator>[]) => ({ indicators: { rows: given } });

describe('The construction plan', () => {
  it('has the seven chapters of 第六条 and no fault when every field is right', () => {
    expect(chapterNames.map((name) => chapters[name].row)).toEqual(['6.1', '6.2', '6.3', '6.4', '6.5', '6.6', '6.7']);
    expect(faults(planContent())).toEqual([]);
  });

  it('tells every field that is empty, by its path', () => {
    expect(faults({}).length).toBe(10);
    for (const section of Object.keys(PlanContent.shape).filter((name) => name !== 'withoutTasks')) {
      expect(faults({ ...planContent(), [section]: {} }).length, section).toBeGreaterThan(0);
    }
  });

  it.each([
    [
      'a task that ends before it starts',
      rows(task('1.2', { start: '2021-05-02', end: '2021-05-01', milestones: [] })),
      'tasks.rows.6.end: 任务1.2的完成时间（2021-05-01）早于开始时间（2021-05-02）',
    ],
    [
      'a task before the period',
      rows(task('1.2', { start: '2020-12-31' })),
      'tasks.rows.6.start: 任务1.2的起止时间（2020-12-31至2021-12-31）超出建设期（2021-01-01至2023-12-31）',
    ],
    [
      'a task beyond the period',
      rows(task('1.2', { end: '2024-01-01' })),
      'tasks.rows.6.end: 任务1.2的起止时间（2021-01-01至2024-01-01）超出建设期（2021-01-01至2023-12-31）',
    ],
    [
      'a milestone outside its task',
      rows(task('1.2', { milestones: [{ on: '2022-01-01', what: '验收' }] })),
      'tasks.rows.6.milestones.0.on: 任务1.2的节点2022-01-01不在任务起止时间之内',
    ],
    ['a number given twice', rows(task('1.1')), 'tasks.rows.6.no: 任务编号1.1重复'],
    [
      'a chapter with neither tasks nor a reason',
      { withoutTasks: {} },
      'withoutTasks.international: （六）国际交流合作既没有任务，也没有写明没有任务的原因',
    ],
    [
      'a chapter with both',
      { withoutTasks: { ...planContent().withoutTasks, order: '暂时没有任务。' } },
      'withoutTasks.order: （五）市场秩序与自律已有1项任务，请删去“没有任务”的原因',
    ],
    [
      'a period that ends before it begins',
      { general: { ...planContent().general, to: '2020-12-31' } },
      'general.to: 建设期止（2020-12-31）早于建设期起（2021-01-01）',
    ],
    ['an indicator without a target', measured(indicator('A', { targets: [] })), 'indicators.rows.0.targets: 没有填写年度目标'],
    [
      'a target of nothing',
      measured(indicator('A', { targets: [{ year: 2021, value: 0 }] })),
      'indicators.rows.0.targets.0.value: 目标应大于0',
    ],
    [
      'two targets for one year',
      measured(
        indicator('A', {
          targets: [
            { year: 2021, value: 1 },
            { year: 2021, value: 2 },
          ],
        }),
      ),
      'indicators.rows.0.targets.1.year: 指标A的2021年度目标填了两次',
    ],
    [
      'a target outside the period',
      measured(indicator('A', { targets: [{ year: 2024, value: 1 }] })),
      'indicators.rows.0.targets.0.year: 指标A的2024年度目标不在建设期（2021至2023年）之内',
    ],
    ['an indicator number given twice', measured(indicator('A'), indicator('A')), 'indicators.rows.1.no: 指标编号A重复'],
    [
      'a unit that is not its source’s',
      measured(indicator('A', { source: 'invention_grants', unit: '项' })),
      'indicators.rows.0.unit: 指标A“指标之A”取自区内机构代理的发明专利授权量（系统统计），单位应为“件”，不是“项”',
    ],
    [
      'two rows for one source and year',
      { funding: { rows: [...planContent().funding.rows, { source: 'district' as const, year: 2021, yuan: 1 }] } },
      'funding.rows.2.source: 2021年度“区县财政”填了两行，请合并',
    ],
  ])('is refused for %s, in that sentence', (_name, more, says) => {
    expect(faults({ ...planContent(), ...more })).toContain(says);
  });

  it('takes the first and the last day of the period, and a task of one day', () => {
    const edges = rows(
      task('1.2', { start: '2021-01-01', end: '2021-01-01', milestones: [] }),
      task('1.3', { start: '2023-12-31', end: '2023-12-31', milestones: [] }),
    );
    expect(faults({ ...planContent(), ...edges })).toEqual([]);
  });

  it('knows the unit of everything the system counts', () => {
    expect(countedSources).toHaveLength(7);
    for (const source of countedSources) {
      const unit = sources[source].unit ?? '';
      expect(faults({ ...planContent(), ...measured(indicator('A', { source, unit })) })).toEqual([]);
      expect(faults({ ...planContent(), ...measured(indicator('A', { source, unit: `${unit}次` })) })).toHaveLength(1);
    }
  });

  it('is the same whatever the order of its rows', () => {
    const plan = planContent();
    const turned = {
      ...plan,
      tasks: { rows: plan.tasks.rows.toReversed() },
      indicators: { rows: plan.indicators.rows.map((row) => ({ ...row, targets: row.targets.toReversed() })).toReversed() },
      funding: { rows: plan.funding.rows.toReversed() },
    };
    expect(contentOf(turned)).toEqual(contentOf(plan));
    expect(contentOf({ ...plan, tasks: { rows: [task('10.1'), ...plan.tasks.rows] } })?.tasks.rows.at(-1)?.no).toBe('10.1');
    expect(contentOf({})).toBeNull();
  });
});
