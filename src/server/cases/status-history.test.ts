import { describe, expect, it } from 'vitest';
import { statusHistoryOf } from './status-history.ts';

type Decision = Parameters<typeof statusHistoryOf>[0][number];
const decided = (status: Decision['status'], from: string, isDeceit = false): Decision => ({ status, from: from as never, isDeceit });
const designated = decided('designated', '2020-11-02');

describe('How a title stood', () => {
  it.each([
    ['never decided: nowhere', [], []],
    ['designated', [designated], ['2020-11-02 designated']],
    [
      'rectified and kept: every change has its day',
      [designated, decided('rectifying', '2021-04-01'), decided('designated', '2021-06-30')],
      ['2020-11-02 designated', '2021-04-01 rectifying', '2021-06-30 designated'],
    ],
    [
      'changed twice on one day: the later decision holds',
      [designated, decided('rectifying', '2021-04-01'), decided('designated', '2021-04-01')],
      ['2020-11-02 designated', '2021-04-01 designated'],
    ],
    [
      'decided for an earlier day than the last: what came after it falls',
      [designated, decided('rectifying', '2021-04-01'), decided('revoked', '2021-03-01')],
      ['2020-11-02 designated', '2021-03-01 revoked'],
    ],
    ['withdrawn for deceit: it never stood', [designated, decided('revoked', '2021-09-01', true)], ['2020-11-02 revoked']],
  ])('%s', (_name, decisions, history) => {
    expect(statusHistoryOf(decisions).map(({ from, status }) => `${from} ${status}`)).toEqual(history);
  });
});
