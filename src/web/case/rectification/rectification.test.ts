import { describe, expect, it } from 'vitest';
import { findingRows, noticeStart, type Parts, recheckStart, reportStart } from './data.ts';

const findings = [
  { no: '1', clause: '13.1', subject: '任务1', found: '没有办', measure: '补办' },
  { no: '2', clause: '13.1', subject: '任务2', found: '没有办', measure: '补办' },
];
const work = [{ finding: '2', measure: '已补办', doneOn: '2021-05-01', evidence: [] }];
const parts: Parts = {
  findings,
  work,
  shortfalls: [{ subject: '任务1', says: '未开始' }],
  suggestedDeadline: '2021-06-01',
  deadline: null,
};

describe('A dialog of a rectification starts with', () => {
  it('what was short of the plan and the usual time, until a notice was drafted', () => {
    expect(noticeStart({ ...parts, findings: [] })).toEqual({
      findings: [{ clause: '13.1', subject: '任务1', found: '未开始', measure: '' }],
      deadline: '2021-06-01',
    });
    const { no: _no, ...drafted } = { ...findings[0] };
    expect(noticeStart({ ...parts, findings: findings.slice(0, 1), deadline: '2021-07-01' })).toEqual({
      findings: [drafted],
      deadline: '2021-07-01',
    });
  });

  it('a row for every finding, saved or not', () => {
    expect(reportStart(parts)).toEqual({ rows: [{ finding: '1', measure: '', doneOn: null, evidence: [] }, work[0]] });
    expect(recheckStart(parts)).toEqual({
      findings: [
        { finding: '1', says: '' },
        { finding: '2', says: '' },
      ],
    });
  });
});

describe('A finding', () => {
  it('stands with what was reported and how it was rechecked', () => {
    const judged = { finding: '1', outcome: 'not', says: '没有补办' } as const;
    const recheck = { seenOn: null, team: [], findings: [judged], result: 'unqualified', reason: '', isCountedAsFailed: false } as const;
    expect(findingRows({ ...parts, recheck }).map((row) => [row.no, row.work?.measure, row.judged?.outcome])).toEqual([
      ['1', undefined, 'not'],
      ['2', '已补办', undefined],
    ]);
  });
});
