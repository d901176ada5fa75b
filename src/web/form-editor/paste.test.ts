import { describe, expect, it } from 'vitest';
import type { Schema } from '../ui/schema/schema.ts';
import { cellsOf, rowsFromText } from './paste.ts';

const item: Schema = {
  type: 'object',
  properties: {
    name: { type: 'string', title: '企业名称' },
    type: {
      type: 'string',
      enum: ['leading', 'innovative'],
      title: '类型',
      labels: { leading: { zh: '骨干龙头企业', en: 'Leading' }, innovative: { zh: '创新型企业', en: 'Innovative' } },
    },
    isInside: { type: 'boolean', title: '在范围内' },
    startDate: { type: 'string', title: '开业日期' },
    incomeYuan: { type: 'integer', title: '年收入（元）' },
    kinds: {
      type: 'array',
      title: '服务种类',
      items: {
        type: 'string',
        enum: ['patent', 'trademark'],
        labels: { patent: { zh: '专利', en: 'Patents' }, trademark: { zh: '商标', en: 'Trade marks' } },
      },
    },
  },
};

describe('Rows pasted from a spreadsheet', () => {
  it('are read in the order of the form, in the words officials use', () => {
    expect(
      rowsFromText(
        '淄博甲公司\t骨干龙头企业\t是\t2019年3月5日\t1,200,000\t专利、商标\n淄博乙公司\t创新型企业\t否\t2020/11/2\t０\t商标\n',
        item,
        'zh',
      ),
    ).toEqual({
      hasHeading: false,
      unread: [],
      rows: [
        {
          name: '淄博甲公司',
          type: 'leading',
          isInside: true,
          startDate: '2019-03-05',
          incomeYuan: 1_200_000,
          kinds: ['patent', 'trademark'],
        },
        { name: '淄博乙公司', type: 'innovative', isInside: false, startDate: '2020-11-02', incomeYuan: 0, kinds: ['trademark'] },
      ],
    });
  });

  it('follow their heading row when there is one, whatever its order', () => {
    const { rows, hasHeading } = rowsFromText('年收入(元)\t企业名称\t备注\n500\t淄博甲公司\t无', item, 'zh');
    expect(hasHeading).toBe(true);
    expect(rows).toEqual([{ incomeYuan: 500, name: '淄博甲公司' }]);
  });

  it('leave a cell empty that is not understood, and say which: row, column, and what stood there', () => {
    expect(rowsFromText('淄博甲公司\t大企业\t也许', item, 'zh')).toMatchObject({
      unread: [
        { row: 1, title: '类型', text: '大企业' },
        { row: 1, title: '在范围内', text: '也许' },
      ],
      rows: [{ name: '淄博甲公司' }],
    });
  });

  it('may begin at the column where the cursor stands', () => {
    expect(rowsFromText('是\t2020-01-01', item, 'zh', 2).rows).toEqual([{ isInside: true, startDate: '2020-01-01' }]);
  });

  it('keep line breaks and quotation marks inside a quoted cell', () => {
    expect(cellsOf('"甲\n乙"\t"他说""好"""\r\n\t\n丙\t丁')).toEqual([
      ['甲\n乙', '他说"好"'],
      ['丙', '丁'],
    ]);
  });
});
