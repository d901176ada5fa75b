import { describe, expect, it } from 'vitest';
import type { ActionView, CaseView } from '#contract/cases.ts';
import { planOf } from './action-plan.ts';

const action = (event: string, manner: ActionView['manner'], why?: string): ActionView => ({
  event,
  title: event,
  clause: '9',
  manner,
  refusals: why === undefined ? [] : [{ code: why, clause: '9', says: why }],
  input: {},
});
const plan = (...actions: readonly ActionView[]) => {
  const { lead, waitedFor, others } = planOf({ process: 'claim', id: '1', actions: [...actions] } as unknown as CaseView);
  return { lead: lead?.event, waitedFor: waitedFor?.event, others: others.map(({ event }) => event) };
};

describe('The next step of a claim', () => {
  it('is the check while nobody has checked', () => {
    expect(plan(action('check', 'next'), action('give_back', 'plain'))).toEqual({
      lead: 'check',
      waitedFor: undefined,
      others: ['give_back'],
    });
  });

  it('is the proposal once it is checked; the check can be made again', () => {
    expect(plan(action('check', 'next'), action('propose', 'next'))).toEqual({ lead: 'propose', waitedFor: undefined, others: ['check'] });
  });

  it('is the check again while the proposal is barred, and the page says why it is', () => {
    expect(plan(action('check', 'next'), action('propose', 'next', 'budget_short'))).toEqual({
      lead: 'check',
      waitedFor: 'propose',
      others: [],
    });
  });
});
