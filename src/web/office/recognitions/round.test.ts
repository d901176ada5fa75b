import { describe, expect, it } from 'vitest';
import { filterOf, isUnopened, stagesOf } from './round.ts';

const count = (state: string, n: number) => ({ state, stateTitle: state, count: n });

describe('The round of a year', () => {
  it('is told in three: decided, under way, not opened', () => {
    const counts = [count('none', 1), count('self_assessment', 3), count('public_notice', 2), count('decided', 4), count('ended', 1)];
    expect(stagesOf({ counts })).toEqual({ decided: 5, underWay: 5, unopened: 1 });
  });

  it('has not begun while there is neither a round nor a case', () => {
    expect(isUnopened({ round: null, zones: 2, unopened: 2 })).toBe(true);
    expect(isUnopened({ round: null, zones: 2, unopened: 1 })).toBe(false);
  });

  it('is narrowed by what the address says and nothing else', () => {
    expect(filterOf(new URLSearchParams('year=2020&state=decided&q=&page=3'))).toEqual({ state: 'decided' });
  });
});
