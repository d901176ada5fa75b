import { describe, expect, it } from 'vitest';
import type { Schema } from '../ui/schema/schema.ts';
import { ownRows, type Table, tablesOf, withRowsAdded, withRowsFilled, withRowsReplaced } from './tables.ts';

const list: Schema = { type: 'array', items: { type: 'object', properties: { no: { type: 'string' } } } };
const whole: Table = { path: 'funding.rows', schema: list };
const chapter: Table = {
  path: 'tasks.rows',
  schema: list,
  part: {
    add: '添加一项任务',
    holds: (row) => (row as { chapter?: string }).chapter === 'order',
    start: (rows) => ({ chapter: 'order', no: `5.${rows.length}` }),
  },
};
const tasks = [
  { chapter: 'order', no: '5.1', title: '公约' },
  { chapter: 'talent', no: '4.1', title: '培训' },
  { chapter: 'order', no: '5.2', title: '抽查' },
];

describe('Rows pasted into one chapter of a list that all chapters share', () => {
  it('belong to that chapter and get a number where they bring none', () => {
    expect(withRowsAdded(chapter, tasks, [{ title: '测评' }, { no: '5.9', title: '公布' }])).toEqual([
      ...tasks,
      { chapter: 'order', no: '5.3', title: '测评' },
      { chapter: 'order', no: '5.9', title: '公布' },
    ]);
  });

  it('replace the rows of that chapter and of no other', () => {
    expect(withRowsReplaced(chapter, tasks, [{ no: '5.7', title: '测评' }])).toEqual([
      tasks[1],
      { chapter: 'order', no: '5.7', title: '测评' },
    ]);
  });

  it('fill from the cursor down only rows of that chapter, and go on behind them', () => {
    expect(withRowsFilled(chapter, tasks, 0, [{ title: '甲' }, { title: '乙' }, { title: '丙' }])).toEqual([
      { chapter: 'order', no: '5.1', title: '甲' },
      tasks[1],
      { chapter: 'order', no: '5.2', title: '乙' },
      { chapter: 'order', no: '5.3', title: '丙' },
    ]);
    expect(withRowsFilled(chapter, tasks, 2, [{ title: '乙' }])[0]).toBe(tasks[0]);
    expect(ownRows(chapter, tasks)).toHaveLength(2);
  });
});

describe('Rows pasted into a list of its own', () => {
  it('are added, replace all, or fill cell by cell', () => {
    const rows = [{ no: '1', yuan: 5 }];
    expect(withRowsAdded(whole, rows, [{ no: '2' }])).toEqual([{ no: '1', yuan: 5 }, { no: '2' }]);
    expect(withRowsReplaced(whole, rows, [{ no: '2' }])).toEqual([{ no: '2' }]);
    expect(withRowsFilled(whole, rows, 0, [{ no: '3' }, { no: '4' }])).toEqual([{ no: '3', yuan: 5 }, { no: '4' }]);
  });

  it('are found by the fields of their section', () => {
    expect(tablesOf('funding', { type: 'object', properties: { rows: list, says: { type: 'string' } } })).toEqual([whole]);
  });
});
