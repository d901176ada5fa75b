import { describe, expect, it } from 'vitest';
import { countyWork } from './county-work.ts';

const of = (name: string) => countyWork.find(({ process }) => process === name);

describe('What the county does', () => {
  it('is read from the process: what waits for it, and how it gives a case back', () => {
    for (const name of ['application', 'plan']) {
      expect(of(name)).toEqual({ process: name, states: ['county_review', 'county_approval'], returns: ['county_return'] });
    }
    expect(of('recognition')).toEqual({
      process: 'recognition',
      states: ['county_opinion', 'county_approval'],
      returns: ['county_return'],
    });
  });

  it('is nothing in a process that never reaches it', () => {
    for (const name of ['claim', 'objection', 'ruling', 'payment']) expect(of(name)).toBeUndefined();
  });
});
