import { describe, expect, it } from 'vitest';
import { countedPoints, indicatorRows, lacksReason, meanShare, type RecognitionParts, taskRows } from './data.ts';
import { doubt, doubtsIn, lacksWords, sayDoubt } from './doubts.ts';
import { following, reasonWanted } from './proposal.ts';

const parts: RecognitionParts = {
  progress: {
    version: { number: 2, consentedOn: '2021-01-15' },
    tasks: [
      { no: '1', title: '引进机构', state: 'done', note: null },
      { no: '2', title: '供求对接', state: 'going_on', note: '三场' },
    ],
    indicators: [{ no: 'A', name: '培训', unit: '场', target: 10, actual: 5, source: '甲填报于2021-01-02' }],
  },
  form: {
    carriedOut: {
      tasks: [
        { no: '2', reason: '装修推迟' },
        { no: '1', effect: '引进两家' },
      ],
      indicators: 'not a list',
    },
  },
  opinion: {
    finding: 'partly',
    doubted: [{ no: 'A', says: '签到表少一场' }],
    opinion: 'submit',
    says: '',
    reviewedOn: '2021-03-01',
    reviewer: '乙',
  },
};

describe('Part one as it is read', () => {
  it('joins the record, the report and the county by the number of the row, in the order of the plan', () => {
    expect(taskRows(parts)).toMatchObject([
      { no: '1', effect: '引进两家', reason: '', share: 1, doubts: [] },
      { no: '2', effect: '', reason: '装修推迟', share: 0.5 },
    ]);
    expect(indicatorRows(parts)).toMatchObject([{ title: '培训', share: 0.5, reason: '', doubts: ['签到表少一场'] }]);
  });

  it('asks for a reason for what is not reached, and for nothing else', () => {
    expect([...taskRows(parts), ...indicatorRows(parts)].filter(lacksReason).map(({ no }) => no)).toEqual(['A']);
  });

  it('gives mean shares in hundredths of a per cent, and none without rows', () => {
    expect([meanShare(taskRows(parts)), meanShare([])]).toEqual([7500, null]);
  });

  it('shows the points of the sheets that count', () => {
    const sheet = (two: number, isCounted: boolean) => ({ name: '', total: two, groups: { two }, remark: '', isCounted });
    expect(countedPoints([sheet(10, false), sheet(20, true), sheet(22.5, true)], 'two')).toEqual([20, 22.5]);
  });
});

describe('Doubts of the county', () => {
  it('are marked once, say why, and go with their mark', () => {
    const once = doubt(doubt([], 'A', true), 'A', true);
    expect(once).toEqual([{ no: 'A', says: '' }]);
    expect(lacksWords({ no: 'A', says: '少 ' })).toBe(true);
    const said = sayDoubt(once, 'A', '签到表少一场');
    expect(said.some(lacksWords)).toBe(false);
    expect(doubt(said, 'A', false)).toEqual([]);
    expect(doubtsIn({ doubted: undefined })).toEqual([]);
  });
});

describe('The grade that is proposed', () => {
  const compute = (vetoes: readonly string[]) => (vetoes.length > 0 ? 'unqualified' : 'qualified');
  const start = { grade: 'qualified', vetoes: [], reason: '' };

  it('moves with the vetoes as long as the officer follows what is computed', () => {
    const vetoed = following(compute, start, { ...start, vetoes: ['false_data'] });
    expect(vetoed).toMatchObject({ grade: 'unqualified' });
    expect(following(compute, vetoed, { ...vetoed, vetoes: [] })).toMatchObject({ grade: 'qualified' });
  });

  it('stays where the officer put it otherwise', () => {
    const own = { ...start, grade: 'excellent' };
    expect(following(compute, own, { ...own, vetoes: ['false_data'] })).toMatchObject({ grade: 'excellent' });
  });

  it('needs a reason where it differs from the computed one and for a veto', () => {
    expect(reasonWanted('qualified', start)).toBe('free');
    expect(reasonWanted('qualified', { ...start, grade: 'excellent' })).toBe('deviation');
    expect(reasonWanted('unqualified', { ...start, grade: 'unqualified', vetoes: ['false_data'] })).toBe('veto');
    expect(reasonWanted(undefined, start)).toBe('free');
  });
});
