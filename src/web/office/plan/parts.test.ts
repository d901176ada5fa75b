import { describe, expect, it } from 'vitest';
import { type Table, withRowsAdded } from '../../form-editor/tables.ts';
import type { Schema } from '../../ui/schema/schema.ts';
import { nextNumber } from './numbers.ts';
import { planParts } from './parts.ts';

const text: Schema = { type: 'string' };
const schema: Schema = {
  type: 'object',
  properties: {
    general: { type: 'object', title: '总则', properties: { goals: text } },
    tasks: {
      type: 'object',
      properties: { rows: { type: 'array', items: { type: 'object', properties: { no: text, chapter: text, title: text } } } },
    },
    withoutTasks: {
      type: 'object',
      properties: { measures: { ...text, title: '（一）措施', clause: '6.1' }, order: { ...text, title: '（五）秩序', clause: '6.5' } },
    },
    indicators: { type: 'object', title: '指标', properties: {} },
    funding: { type: 'object', title: '资金', properties: {} },
    organisation: { type: 'object', title: '组织保障', properties: {} },
    risk: { type: 'object', title: '风险', properties: {} },
  },
};
const form = {
  tasks: {
    rows: [
      { no: '1.1', chapter: 'measures' },
      { no: '5.1', chapter: 'order' },
      { no: '9.9', title: '没有章节' },
    ],
  },
  withoutTasks: {},
};
const parts = planParts(schema, form, 'zh');
const partOf = (path: string) => parts.filter(({ holds }) => holds(path)).map(({ name }) => name);

describe('The parts of the plan in the editor', () => {
  it('are the chapters of the plan where the form has one table of tasks', () => {
    expect(parts.map(({ title }) => title)).toEqual(['总则', '（一）措施', '（五）秩序', '指标', '资金', '组织保障', '风险']);
    expect(parts.find(({ name }) => name === 'measures')?.isBegun).toBe(true);
    expect(planParts(schema, {}, 'zh').find(({ name }) => name === 'measures')?.isBegun).toBe(false);
  });

  it('lead from a fault to the chapter its task or its reason stands in', () => {
    expect(partOf('tasks.rows.0.title')).toEqual(['measures']);
    expect(partOf('tasks.rows.1.end')).toEqual(['order']);
    expect(partOf('withoutTasks.order')).toEqual(['order']);
    expect(partOf('general.goals')).toEqual(['general']);
  });

  it('keep what belongs to no chapter in sight: a task without one stands in the first', () => {
    expect(partOf('tasks.rows.2.chapter')).toEqual(['measures']);
    expect(partOf('tasks.rows')).toEqual(['measures', 'order']);
  });

  it('take rows of a spreadsheet as tasks of the chapter they are pasted in, numbered on', () => {
    const [tasks] = parts.find(({ name }) => name === 'order')?.tables ?? [];
    expect(tasks?.path).toBe('tasks.rows');
    expect(withRowsAdded(tasks as Table, form.tasks.rows, [{ title: '测评' }]).at(-1)).toEqual({
      chapter: 'order',
      no: '5.2',
      title: '测评',
    });
  });

  it('ask for no chapter again: it is the one the task is written in', () => {
    const tasks = parts.find(({ name }) => name === 'order')?.schema.properties?.tasks;
    expect(Object.keys(tasks?.items?.properties ?? {})).toEqual(['no', 'title']);
  });
});

describe('The number of a new task', () => {
  const rows = (...numbers: readonly string[]) => numbers.map((no) => ({ no }));

  it('goes on in its chapter, and passes over a number that another task has', () => {
    expect(nextNumber([], [], 2)).toBe('2.1');
    expect(nextNumber(rows('2.1', '2.2'), rows('2.1', '2.2'), 2)).toBe('2.3');
    expect(nextNumber(rows('2.1', '2.10'), rows('2.1', '2.10'), 2)).toBe('2.11');
    expect(nextNumber(rows('2.1', '2.2'), rows('2.1'), 2)).toBe('2.3');
    expect(nextNumber(rows('甲'), rows('甲'), 2)).toBe('2.1');
  });
});
