import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { indicator, planContent, task } from '../../../tests/support/plan.ts';
import { inOrder, type PlanContent } from './content.ts';
import { changeWords, differenceOf, PlanChange, withDifference } from './difference.ts';

const plan = planContent();
const changed = (more: Partial<PlanContent>) => differenceOf(plan, { ...plan, ...more });
const says = (more: Partial<PlanContent>) => changed(more).map((change) => changeWords(change).zh);

const numbers = fc.uniqueArray(fc.constantFrom('1.1', '1.2', '2.1', '2.10', '3.1', 'A', 'B'), { maxLength: 6 });
const text = fc.constantFrom('甲', '乙', '丙丁', '');
const tasks = numbers.chain((list) =>
  fc.tuple(
    ...list.map((no) =>
      fc
        .record({
          title: text,
          content: text,
          moneyYuan: fc.nat(3),
          milestones: fc.option(fc.constant([{ on: '2021-02-01', what: '节点' }]), { nil: undefined }),
          partners: fc.option(text, { nil: undefined }),
        })
        .map(({ partners, milestones, ...rest }) => {
          const { milestones: _usual, ...base } = task(no, rest);
          return {
            ...base,
            ...(partners === undefined ? {} : { partners }),
            ...(milestones === undefined ? {} : { milestones: [...milestones] }),
          };
        }),
    ),
  ),
);
const indicators = numbers.chain((list) =>
  fc.tuple(
    ...list.map((no) =>
      fc
        .record({
          name: text,
          targets: fc.uniqueArray(fc.record({ year: fc.integer({ min: 2021, max: 2023 }), value: fc.nat(3) }), {
            selector: ({ year }) => year,
          }),
        })
        .map((more) => indicator(no, more)),
    ),
  ),
);
const funding = fc.uniqueArray(
  fc.record({ source: fc.constantFrom('district' as const, 'applicant' as const), year: fc.constantFrom(2021, 2022), yuan: fc.nat(5) }),
  {
    selector: ({ source, year }) => `${source}${year}`,
  },
);
const anyPlan: fc.Arbitrary<PlanContent> = fc
  .record({ tasks, indicators, funding, goals: text, reason: fc.option(text, { nil: undefined }) })
  .map((made) =>
    planContent({
      general: { ...plan.general, goals: made.goals },
      withoutTasks: made.reason === undefined ? {} : { talent: made.reason },
      tasks: { rows: made.tasks },
      indicators: { rows: made.indicators },
      funding: { rows: made.funding },
    }),
  );

describe('The difference of two plans', () => {
  it('put upon the old gives the new, whatever the two are', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        const difference = differenceOf(before, after);
        expect(withDifference(before, difference)).toEqual(inOrder(after));
        expect(withDifference(null, differenceOf(null, after))).toEqual(inOrder(after));
        expect(z.array(PlanChange).parse(difference)).toEqual(difference);
        expect(difference.map((change) => changeWords(change).zh).join()).not.toMatch(/undefined|null|object/);
      }),
      { numRuns: 150 },
    );
  });

  it('is empty between a plan and itself, in whatever order its rows stand', () => {
    fc.assert(
      fc.property(anyPlan, (one) => {
        expect(
          differenceOf(one, { ...one, tasks: { rows: one.tasks.rows.toReversed() }, funding: { rows: one.funding.rows.toReversed() } }),
        ).toEqual([]);
      }),
    );
  });

  it('there and back are the same changes the other way round', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        expect(differenceOf(after, before)).toHaveLength(differenceOf(before, after).length);
      }),
    );
  });
});

describe('A change as people read it', () => {
  it('names what came, what went and what became of each field', () => {
    const [first, ...rest] = plan.tasks.rows;
    expect(says({ tasks: { rows: [...plan.tasks.rows, task('1.2')] } })).toEqual(['新增任务1.2“任务之1.2”']);
    expect(says({ tasks: { rows: rest } })).toEqual(['取消任务1.1“任务之1.1”']);
    expect(says({ tasks: { rows: [{ ...first, ...task('1.1', { end: '2022-03-31', chapter: 'talent' }) }, ...rest] } })).toEqual([
      '任务1.1的所属章节：由（一）集聚措施与服务创新改为（四）人才引进与培训',
      '任务1.1的完成时间：由2021-12-31改为2022-03-31',
    ]);
    expect(says({ tasks: { rows: [task('1.1', { partners: '商务局', milestones: [] }), ...rest] } })).toEqual([
      '任务1.1的时间节点：由2021-06-30 完成一半改为（空）',
      '任务1.1的配合单位：由（空）改为“商务局”',
    ]);
  });

  it('tells targets year by year, funds by source and year, texts by their title', () => {
    const [first, ...rest] = plan.indicators.rows;
    expect(first?.no).toBe('A');
    expect(says({ indicators: { rows: [indicator('A', { targets: [{ year: 2021, value: 8 }] }), ...rest] } })).toEqual([
      '指标A的年度目标：由2021年10、2022年20改为2021年8',
    ]);
    expect(says({ funding: { rows: [{ source: 'district', year: 2021, yuan: 900_000 }] } })).toEqual([
      '取消2021年度建设单位资金500000元',
      '2021年度区县财政资金的计划金额：由1000000改为900000',
    ]);
    expect(says({ general: { ...plan.general, to: '2022-12-31' }, withoutTasks: {} })).toEqual([
      '建设期止：由2023-12-31改为2022-12-31',
      '（六）国际交流合作没有任务的原因：由“园区企业暂无涉外业务需求。”改为（空）',
    ]);
    expect(changeWords(changed({ risk: { risks: '没有风险' } })[0] as PlanChange).en).toMatch(/^Risks and answers: from/);
  });
});
