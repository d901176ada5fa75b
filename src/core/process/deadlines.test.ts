import { describe, expect, it } from 'vitest';
import type { Instant } from '#core/kernel/dates.ts';
import { calendarOf } from '#core/kernel/workdays.ts';
import { calendars } from '#policy/calendar/index.ts';
import { both } from '#core/kernel/words.ts';
import { asksReadings, clocksAfterLeaving, entering } from './deadlines.ts';
import type { AnyProcess, Case } from './define.ts';
import type { Facts } from './facts.ts';

const calendar = calendarOf(calendars);
const words = both('', '');
const rule = { reading: 'fiveWorkdays', fires: 'late', source: words };
const named = { of: ({ until }: { until: string | null }) => until, source: words };
const process = {
  states: {
    plain: { title: words, deadline: rule },
    clocked: { title: words, deadline: { ...rule, reading: 'tenWorkdays', clock: 'county' } },
    free: { title: words },
    named: { title: words, deadline: { ...rule, lastDay: named } },
    onlyNamed: { title: words, deadline: { fires: 'late', lastDay: named } },
  },
} as unknown as AnyProcess;

const readings = { fiveWorkdays: 5, tenWorkdays: 10 };
type More = { readonly clocks?: Case['clocks']; readonly data?: unknown; readonly facts?: Facts };

const entered = (at: string, state: string, { clocks = {}, data = null, facts = { readings } }: More = {}) =>
  entering(process, state, { at: at as Instant, clocks, data, facts }, calendar);
const dueAfter = (at: string, state = 'plain', more: More = {}) => entered(at, state, more).deadline;
const namedAt = (at: string, until: string | null, state = 'named') => dueAfter(at, state, { data: { until } });
const county = (used: number, workdays = 10): Case['clocks'] => ({ county: { workdays, used } });

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
    const at = (day: string) =>
      entering(process, 'plain', { at: `${day}T01:00:00.000Z` as Instant, clocks: {}, data: null, facts: { readings } }, known).deadline;
    expect(at('2021-12-24')).toMatchObject({ day: '2021-12-31', isProvisional: false });
    expect(at('2021-12-27')).toMatchObject({ isProvisional: true });
    expect(at('2022-01-10')).toMatchObject({ day: '2022-01-17', isProvisional: true });
  });

  it('is none for a state without one', () => {
    expect(dueAfter('2021-03-01T01:00:00.000Z', 'free')).toBeNull();
    expect(dueAfter('2021-03-01T01:00:00.000Z', 'nowhere')).toBeNull();
  });
});

describe('The length of a time limit', () => {
  const on = '2021-03-01T01:00:00.000Z';
  const under = (workdays: unknown): More => ({ facts: { readings: { ...readings, fiveWorkdays: workdays, tenWorkdays: workdays } } });

  it('is what the reading says on the day of entry, and stays with the case', () => {
    expect(dueAfter(on)).toMatchObject({ day: '2021-03-08', workdays: 5 });
    expect(dueAfter(on, 'plain', under(7))).toMatchObject({ day: '2021-03-10', workdays: 7 });
    expect(namedAt(on, '2021-03-28')).toMatchObject({ workdays: null });
    expect(namedAt(on, '2021-02-28')).toMatchObject({ workdays: 5 });
  });

  it('is that of its clock once the clock was started, whatever is ruled meanwhile', () => {
    expect(entered(on, 'clocked')).toMatchObject({ clocks: county(0), deadline: { day: '2021-03-15', workdays: 10 } });
    expect(dueAfter(on, 'clocked', { ...under(7), clocks: county(4) })).toMatchObject({ day: '2021-03-09', workdays: 10 });
    expect(entered(on, 'clocked', under(7)).clocks).toEqual(county(0, 7));
  });

  it('asks for the readings only where it is still to be learnt', () => {
    const asks = (state: string, clocks: Case['clocks'] = {}) => asksReadings(process, state, clocks);
    expect(['plain', 'named', 'clocked'].map((state) => asks(state))).toEqual([true, true, true]);
    expect([asks('clocked', county(1)), asks('onlyNamed'), asks('free'), asks('nowhere')]).toEqual([false, false, false, false]);
  });

  it.each([undefined, '五', 0, -1, 2.5])('is a fault of the register where the reading is %s', (value) => {
    expect(() => dueAfter(on, 'plain', under(value))).toThrow('the reading fiveWorkdays is no number of workdays');
    expect(() => dueAfter(on, 'plain', { facts: {} })).toThrow('without asking for it');
  });

  it('is not asked for where only the case names the day: that one holds, over or not, and without it there is none', () => {
    expect(dueAfter(on, 'onlyNamed', { data: { until: '2021-03-28' }, facts: {} })).toMatchObject({ day: '2021-03-28', workdays: null });
    expect(namedAt(on, '2021-02-26', 'onlyNamed')).toMatchObject({ day: '2021-02-26' });
    expect(namedAt(on, null, 'onlyNamed')).toBeNull();
  });
});

describe('A clock that is stopped', () => {
  const leave = (since: string, until: string, clocks: Case['clocks'] = county(0)) =>
    clocksAfterLeaving(process, { state: 'clocked', stateSince: since as Instant, clocks } as unknown as Case, until as never, calendar);

  it('keeps the working days that were used, and goes on with the rest', () => {
    const used = leave('2021-03-01T01:00:00.000Z', '2021-03-04');
    expect(used).toEqual(county(3));
    expect(dueAfter('2021-03-09T01:00:00.000Z', 'clocked', { clocks: used })?.day).toBe('2021-03-18');
    expect(leave('2021-03-09T01:00:00.000Z', '2021-03-10', used)).toEqual(county(4));
    expect(leave('2021-03-09T01:00:00.000Z', '2021-03-10', {})).toEqual({});
  });

  it('uses nothing on the day it was started, and never counts backwards', () => {
    expect(leave('2021-03-01T01:00:00.000Z', '2021-03-01')).toEqual(county(0));
    expect(leave('2021-03-05T01:00:00.000Z', '2021-03-01')).toEqual(county(0));
  });

  it('leaves at least one working day, however much was used', () => {
    expect(dueAfter('2021-03-01T01:00:00.000Z', 'clocked', { clocks: county(99) })?.day).toBe('2021-03-02');
  });
});
