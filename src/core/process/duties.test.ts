import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Instant } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import type { AnyProcess, Case } from './define.ts';
import { dutiesOf } from './duties.ts';

const words = both('事', 'Thing');
const event = (more: object) => ({ title: words, clause: '1', from: ['open'], to: 'open', input: z.object({}), ...more });
const never = { code: 'never', clause: '1', says: words, met: () => false };

const process = {
  events: {
    plain: event({ who: [{ role: 'county_reviewer', relation: 'district' }] }),
    second: event({ who: [{ role: 'county_approver', relation: 'district', notWho: ['first'] }], isDuty: true }),
    first: event({ who: [{ role: 'county_approver', relation: 'district', notWho: ['open'] }], manner: 'next' }),
    score: event({
      who: [{ role: 'expert', relation: 'assigned' }],
      manner: 'next',
      guards: [{ ...never, met: ({ actor }: { actor: { person: string } }) => actor.person !== 'done' }],
    }),
    blocked: event({ who: [{ role: 'applicant', relation: 'owner' }], manner: 'next', guards: [never] }),
    asking: event({ who: [{ role: 'centre_officer', relation: 'any' }], manner: 'next', guards: [{ ...never, asks: ['openObjections'] }] }),
    tick: event({ who: [{ role: 'clock', relation: 'any' }], manner: 'next' }),
    shout: event({ who: [{ role: 'public', relation: 'any' }], manner: 'next' }),
    later: event({ from: ['closed'], who: [{ role: 'auditor', relation: 'any' }], manner: 'next' }),
  },
} as unknown as AnyProcess;

const kase = {
  state: 'open',
  data: {},
  owner: 'o',
  district: 'd',
  assigned: ['a', 'b', 'done'],
  hands: { open: ['p1'], first: ['p2'] },
} as unknown as Case;
const duties = dutiesOf(process, kase, '2021-03-01T00:00:00.000Z' as Instant);

describe('The duties of a case', () => {
  it('are what the screen would lead somebody to, one for each office, the leading event first', () => {
    expect(duties.map(({ event: name, role, person }) => [name, role, person])).toEqual([
      ['first', 'county_approver', null],
      ['score', 'expert', 'a'],
      ['score', 'expert', 'b'],
      ['asking', 'centre_officer', null],
    ]);
  });

  it('name the persons whom an earlier step bars', () => {
    expect(duties[0]?.barred).toEqual(['p1']);
  });

  it('leave out what a guard without facts forbids, and keep what only facts could forbid', () => {
    const names = duties.map(({ event: name }) => name);
    expect(names).not.toContain('blocked');
    expect(names).toContain('asking');
  });

  it('are none of the clock’s, the public’s or another state’s', () => {
    expect(duties.some(({ role }) => ['clock', 'public', 'auditor'].includes(role))).toBe(false);
    expect(dutiesOf(process, { ...kase, state: 'nowhere' }, '2021-03-01T00:00:00.000Z' as Instant)).toEqual([]);
  });
});
