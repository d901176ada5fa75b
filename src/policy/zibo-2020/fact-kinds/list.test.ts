import { describe, expect, it } from 'vitest';
import { businessDate } from '#core/kernel/dates.ts';
import { composePatentNumber } from '#core/kernel/patent-number.ts';
import { columnsOf } from './columns.ts';
import type { FactContext } from './fact-kind.ts';
import { agencyKindNames, type FactKindName, factKindNamed, factKindNames } from './index.ts';
import { readFactList } from './list.ts';
import { sampleCode, sampleForms } from './samples.ts';
import { standingOf } from './standing.ts';

const context: FactContext = { today: businessDate('2021-06-01'), qualifiedFrom: '2018-01-01', creditCode: sampleCode(50) };

/** A form as people type it into a sheet. */
const typed = (kind: FactKindName): { readonly head: string[]; readonly cells: string[] } => {
  const columns = columnsOf(factKindNamed(kind)).filter(({ field }) => sampleForms[kind][field] !== undefined);
  const cell = (value: unknown) => (value === true ? '是' : value === false ? '否' : String(value));
  return {
    head: columns.map(({ title }) => title),
    cells: columns.map(({ field, show }) => show(cell(sampleForms[kind][field]))),
  };
};

const told = (kind: FactKindName, rows: readonly (readonly string[])[], at = context) => {
  const list = readFactList(factKindNamed(kind), rows, at);
  return {
    ...list,
    says: list.faults.map(({ row, column, says, isWarning }) => `${row} ${column} ${isWarning ? '提示' : '错误'} ${says}`),
  };
};
const changed = (kind: FactKindName, title: string, value: string): readonly (readonly string[])[] => {
  const { head, cells } = typed(kind);
  return [head, cells.map((cell, i) => (head[i] === title ? value : cell))];
};

describe('A list of any kind the agency enters', () => {
  it.each(agencyKindNames)('%s is read back from its own columns as the form keeps it', (kind) => {
    const { head, cells } = typed(kind);
    const { rows, says, rowCount } = told(kind, [head, cells, cells.map(() => '')]);
    const { form, keep, matter, validOn, counterparties } = factKindNamed(kind);
    const data = keep(form.parse(sampleForms[kind]));
    expect(says).toEqual([]);
    expect(rowCount).toBe(1);
    expect(rows).toEqual([
      {
        data: expect.objectContaining({ ...sampleForms[kind] }),
        matter: matter(data),
        validOn: validOn(data),
        counterparties: counterparties(data),
      },
    ]);
  });

  it('has no columns for files and shares, and says which columns must be there', () => {
    for (const kind of factKindNames) {
      const fields = columnsOf(factKindNamed(kind)).map(({ field }) => field);
      expect(fields.some((field) => field.endsWith('File') || field === 'shares')).toBe(false);
      expect(fields.length).toBeGreaterThan(2);
    }
    expect(told('brand_honour', [['品牌或资质名称', '级别']]).says).toEqual([
      '1 授予单位 错误 首行缺少列：授予单位、授予日期；应有品牌或资质名称、授予单位、授予日期',
    ]);
  });

  it.each([
    ['litigation', '是否涉外', '也许', '2 是否涉外 错误 应填是或否'],
    ['litigation', '结果', '赢了', '2 结果 错误 应填胜诉、败诉、和解或撤诉'],
    ['litigation', '生效日期', '2021-02-30', '2 生效日期 错误 日期不存在，请写成 2021-04-06'],
    ['litigation', '生效日期', '2021年6月2日', '2 生效日期 错误 生效日期不能晚于今天'],
    ['litigation', '实付代理费', '八万', '2 实付代理费 错误 应填数字'],
    ['litigation', '实付代理费', '80000.5', '2 实付代理费 错误 请填写整数元'],
    ['litigation', '案号', '', '2 案号 错误 请填写'],
    ['pledge_loan', '放款日', '2021/1/31', '2 放款日 错误 放款日不能早于合同签订日'],
    ['pledge_loan', '借款企业信用代码', '91350100M000100Y44', '2 借款企业信用代码 错误 统一社会信用代码校验位不符，请核对证照逐位重输'],
  ] as const)('%s, %s = “%s”', (...[kind, title, value, says]) => {
    const list = told(kind, changed(kind, title, value));
    expect(list.says).toEqual([says]);
    expect(list.rows).toEqual([]);
    expect(list.faults[0]?.value).toBe(value);
  });

  it.each([
    ['litigation', '实付代理费', '80,000 元', 'agencyFeeYuan', 80_000],
    ['litigation', '是否涉外', '', 'isForeignRelated', null],
    ['litigation', '是否涉外', '无', 'isForeignRelated', false],
    ['litigation', '结果', 'won', 'outcome', 'won'],
    ['custody_contract', '托管方式', '顾问式', 'mode', 'advisory'],
    ['custody_contract', '托管方式', '完全式', 'mode', 'full'],
    ['custody_contract', '托管期止', '2022.3.1', 'endDate', '2022-03-01'],
  ] as const)('%s, %s = “%s” is understood', (...[kind, title, value, field, kept]) => {
    const list = told(kind, changed(kind, title, value));
    expect(list.says).toEqual([]);
    expect(list.rows).toMatchObject([{ data: { [field]: kept } }]);
  });

  it('names the row a matter stood in before, whatever its spelling', () => {
    const { head, cells } = typed('litigation');
    const again = cells.map((cell, i) => (head[i] === '案号' ? '(2021)鲁03民初1号' : cell));
    const list = told('litigation', [head, cells, [], again]);
    expect(list.says).toEqual(['4 案号 错误 与第2行重复']);
    expect(list.rows).toHaveLength(1);
  });

  it('of grants warns where the agency was not licensed yet, row by row in order', () => {
    const { head, cells } = typed('invention_grant');
    const other = cells.map((cell, i) =>
      head[i] === '申请号' ? composePatentNumber(2016, 1, 5) : head[i] === '授权公告日' ? '2017-12-29' : cell,
    );
    expect(told('invention_grant', [head, cells, other]).says).toEqual([
      '3 授权公告日 提示 早于本机构取得专利代理资质之日（2018-01-01），不计入',
    ]);
    expect(told('invention_grant', [head, cells, other], { ...context, qualifiedFrom: null }).says).toEqual([]);
  });
});

describe('A list that names what was found false', () => {
  const foundFalse = (kind: FactKindName) => {
    const { form, keep, matter } = factKindNamed(kind);
    return { [matter(keep(form.parse(sampleForms[kind])))]: '追1号' };
  };

  it.each(agencyKindNames)('%s is not taken: the row is named with the decision', (kind) => {
    const { head, cells } = typed(kind);
    const { rows, faults } = told(kind, [head, cells], { ...context, foundFalse: foundFalse(kind) });
    expect(rows).toEqual([]);
    const wrong = faults.filter(({ isWarning }) => !isWarning);
    expect(wrong.map(({ row, says }) => [row, says.includes('已由追回决定追1号认定不实')])).toEqual([[2, true]]);
  });

  it('is taken where what was found false is something else', () => {
    const { head, cells } = typed('invention_grant');
    expect(told('invention_grant', [head, cells], { ...context, foundFalse: { '2019100000001': '追1号' } }).rows).toHaveLength(1);
  });
});

describe('Where a fact stands', () => {
  const yes = (creditCode: string | null) => ({ creditCode, isConfirmed: true });
  const no = (creditCode: string | null) => ({ creditCode, isConfirmed: false });

  it.each([
    [null, [], [], 'stands'],
    ['bank', ['B'], [], 'awaited'],
    ['bank', ['B'], [yes('B')], 'stands'],
    ['bank', ['B', 'I'], [yes('B')], 'awaited'],
    ['bank', ['B', 'I'], [yes('B'), yes('I')], 'stands'],
    ['bank', ['B', 'I'], [yes('B'), no('I')], 'disputed'],
    ['bank', ['B'], [no('B'), yes('B')], 'stands'],
    ['bank', ['B'], [yes('B'), no('B')], 'disputed'],
    ['bank', [], [], 'awaited'],
    ['enterprise', ['E'], [yes('X')], 'awaited'],
    ['centre_approver', [], [], 'awaited'],
    ['centre_approver', [], [yes(null)], 'stands'],
    ['centre_approver', [], [yes('C'), no(null)], 'disputed'],
  ] as const)('asked of %s %j, answered %j: %s', (...[confirmedBy, parties, answers, standing]) => {
    expect(standingOf(confirmedBy, parties, answers)).toBe(standing);
  });
});
