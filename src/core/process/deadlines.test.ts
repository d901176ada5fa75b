import { describe, expect, it } from 'vitest';
import type { Instant } from '#core/kernel/dates.ts';
import { calendarOf } from '#core/kernel/workdays.ts';
import { calendars } from '#policy/calendar/index.ts';
import { both } from '#core/kernel/words.ts';
import { deadlineOf, usedAfterLeaving } from './deadlines.ts';
import type { AnyProcess, Case } from './define.ts';

const calendar = calendarOf(calendars);
const rule = { workdays: 5, fires: 'late', source: 'x' };
const words = both('', '');
const process = {
  states: {
    plain: { title: words, deadline: rule },
    clocked: { title: words, deadline: { ...rule, workdays: 10, clock: 'county' } },
    free: { title: words },
    named: { title: words, deadline: { ...rule, lastDay: ({ until }: { until: string | null }) => until } },
  },
} as unknown as AnyProcess;

const dueAfter = (at: string, state = 'plain', used: Record<string, number> = {}) =>
  deadlineOf(process, state, { at: at as Instant, usedWorkdays: used }, calendar);

const namedAt = (at: string, until: string | null) =>
  deadlineOf(process, 'named', { at: at as Instant, usedWorkdays: {}, data: { until } }, calendar);

describe('A deadline', () => {
  it('is the day the case names, a day off included, as long as that is not over; else the workdays count', () => {
    const on = '2021-03-01T01:00:00.000Z';
    expect(namedAt(on, '2021-03-28')).toMatchObject({ day: '2021-03-28', at: '2021-03-28T16:00:00.000Z', isProvisional: false });
    expect(namedAt(on, '2021-03-01')?.day).toBe('2021-03-01');
    expect(namedAt(on, '2021-02-28')?.day).toBe('2021-03-08');
    expect(namedAt(on, null)?.day).toBe('2021-03-08');
    // Zibo is already in the next day.
    expect(namedAt('2021-03-01T16:00:00.000Z', '2021-03-01')?.day).toBe('2021-03-09');
  });

  it.each([
    ['2020-09-25T01:00:00.000Z', '2020-10-09', 'over the holidays of October'],
    ['2021-02-05T01:00:00.000Z', '2021-02-18', 'over the Spring Festival'],
    ['2021-04-30T01:00:00.000Z', '2021-05-11', 'over May Day with its make-up days'],
    ['2021-09-17T01:00:00.000Z', '2021-09-26', 'ending on a Sunday that is worked'],
  ])('entered at %s falls on %s (%s)', (at, day) => {
    expect(dueAfter(at)).toMatchObject({ day, isProvisional: false, fires: 'late' });
  });

  it('is the end of its day in Zibo', () => {
    expect(dueAfter('2021-03-01T01:00:00.000Z')).toMatchObject({ day: '2021-03-08', at: '2021-03-08T16:00:00.000Z' });
  });

  it('counts the day on which it falls in Zibo, to the millisecond, also around the turn of the year', () => {
    expect(dueAfter('2020-12-31T15:59:59.999Z')?.day).toBe('2021-01-08');
    expect(dueAfter('2020-12-31T16:00:00.000Z')?.day).toBe('2021-01-08');
    expect(dueAfter('2021-01-03T15:59:59.999Z')?.day).toBe('2021-01-08');
    expect(dueAfter('2021-01-03T16:00:00.000Z')?.day).toBe('2021-01-11');
    expect(dueAfter('2021-01-04T15:59:59.999Z')?.day).toBe('2021-01-11');
    expect(dueAfter('2021-01-04T16:00:00.000Z')?.day).toBe('2021-01-12');
  });

  it('is provisional when it is counted through a year without a table, on either side of the turn of the year', () => {
    const known = calendarOf(calendars.filter(({ year }) => year <= 2021));
    const at = (day: string) => deadlineOf(process, 'plain', { at: `${day}T01:00:00.000Z` as Instant, usedWorkdays: {} }, known);
    expect(at('2021-12-24')).toMatchObject({ day: '2021-12-31', isProvisional: false });
    expect(at('2021-12-27')).toMatchObject({ isProvisional: true });
    expect(at('2022-01-10')).toMatchObject({ day: '2022-01-17', isProvisional: true });
  });

  it('is none for a state without one', () => {
    expect(dueAfter('2021-03-01T01:00:00.000Z', 'free')).toBeNull();
    expect(dueAfter('2021-03-01T01:00:00.000Z', 'nowhere')).toBeNull();
  });
});

describe('A clock that is stopped', () => {
  const leave = (since: string, until: string, used: Record<string, number> = {}) =>
    usedAfterLeaving(
      process,
      { state: 'clocked', stateSince: since as Instant, usedWorkdays: used } as unknown as Case,
      until as never,
      calendar,
    );

  it('keeps the working days that were used, and goes on with the rest', () => {
    const used = leave('2021-03-01T01:00:00.000Z', '2021-03-04');
    expect(used).toEqual({ county: 3 });
    expect(dueAfter('2021-03-09T01:00:00.000Z', 'clocked', used)?.day).toBe('2021-03-18');
    expect(leave('2021-03-09T01:00:00.000Z', '2021-03-10', used)).toEqual({ county: 4 });
  });

  it('uses nothing on the day it was started, and never counts backwards', () => {
    expect(leave('2021-03-01T01:00:00.000Z', '2021-03-01')).toEqual({ county: 0 });
    expect(leave('2021-03-05T01:00:00.000Z', '2021-03-01')).toEqual({ county: 0 });
  });

  it('leaves at least one working day, however much was used', () => {
    expect(dueAfter('2021-03-01T01:00:00.000Z', 'clocked', { county: 99 })?.day).toBe('2021-03-02');
  });
});
