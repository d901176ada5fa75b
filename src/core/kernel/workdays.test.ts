import { getDayDetail } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '#policy/calendar/index.ts';
import { addDays, businessDate, weekdayOf } from './dates.ts';
import { addWorkdays, calendarOf, isWorkday, moveToWorkday, workdaysBetween } from './workdays.ts';

const calendar = calendarOf(calendars);
const plainWeekdays = calendarOf([]);
const day = businessDate;
const lastYear = calendars.at(-1)?.year ?? 0;
const calendarYear = (year: number) => calendars.find((each) => each.year === year);

/** Any day from the first planned year to four years past the last. */
const anyDay = fc.integer({ min: 0, max: (lastYear + 5 - 2019) * 365 }).map((offset) => addDays(day('2019-01-01'), offset));
const worked = (of: typeof calendar, on: ReturnType<typeof day>) => isWorkday(of, on).isWorkday;

/** `day('2021-10-01')` to `2021-10-07` and the like. */
function span(year: number, ...ranges: string[]): string[] {
  return ranges.flatMap((range) => {
    const [first = '', last = first.slice(3)] = range.split('..');
    const start = day(`${year}-${first}`);
    return Array.from({ length: Number(last) - Number(first.slice(3)) + 1 }, (_, i) => addDays(start, i));
  });
}

describe('workdays after a day (forms.md 3)', () => {
  const cases = [
    ['2020-09-25', 5, '2020-10-09'],
    ['2020-09-30', 5, '2020-10-14'],
    ['2021-02-05', 5, '2021-02-18'],
    ['2021-04-30', 5, '2021-05-11'],
    ['2021-09-17', 5, '2021-09-26'],
    ['2021-06-11', 1, '2021-06-15'],
  ] as const;

  it.each(cases)('a period that starts on %s and runs %i workdays ends on %s', (from, n, to) => {
    expect(addWorkdays(calendar, day(from), n)).toEqual({ day: to, isProvisional: false });
    expect(workdaysBetween(calendar, day(from), day(to))).toBe(n);
  });

  it('plain weekdays would get every one of these periods wrong, so the plan of the State Council decides', () => {
    for (const [from, n, to] of cases) expect(addWorkdays(plainWeekdays, day(from), n).day).not.toBe(to);
  });

  it('the day on which a period starts is not counted', () => {
    expect(addWorkdays(calendar, day('2021-03-01'), 1).day).toBe('2021-03-02');
    expect(workdaysBetween(calendar, day('2021-03-01'), day('2021-03-01'))).toBe(0);
  });

  it('a period may start on a day off; counting begins with the next workday', () => {
    expect(addWorkdays(calendar, day('2021-10-03'), 1).day).toBe('2021-10-08');
  });

  it('a period of no workdays ends on the day itself, or on the next workday if the day is off', () => {
    expect(addWorkdays(calendar, day('2021-09-30'), 0)).toEqual({ day: '2021-09-30', isProvisional: false });
    expect(addWorkdays(calendar, day('2021-10-01'), 0)).toEqual({ day: '2021-10-08', isProvisional: false });
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('a period of %d workdays does not exist', (n) => {
    expect(() => addWorkdays(calendar, day('2021-03-01'), n)).toThrow(RangeError);
  });
});

describe('days off and make-up working days', () => {
  it('the days of 2020 are those the State Council announced', () => {
    expect(calendarYear(2020)?.makeUpWorkdays).toEqual(span(2020, '01-19', '04-26', '05-09', '06-28', '09-27', '10-10'));
    expect(calendarYear(2020)?.holidays).toEqual(expect.arrayContaining(span(2020, '10-01..08')));
  });

  it('the days of 2021 are those the State Council announced', () => {
    expect(calendarYear(2021)?.makeUpWorkdays).toEqual(span(2021, '02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'));
    expect(calendarYear(2021)?.holidays).toEqual(
      span(2021, '01-01..03', '02-11..17', '04-03..05', '05-01..05', '06-12..14', '09-19..21', '10-01..07'),
    );
  });

  it('the spring holiday of 2020 runs to 2 February, as extended at short notice', () => {
    expect(worked(calendar, day('2020-02-01'))).toBe(false);
    expect(moveToWorkday(calendar, day('2020-01-24')).day).toBe('2020-02-03');
  });

  it('every day of every planned year is worked or off as the published tables say', () => {
    const last = day(`${lastYear}-12-31`);
    let compared = 0;
    for (let each = day('2019-01-01'); each <= last; each = addDays(each, 1)) {
      expect(isWorkday(calendar, each), each).toEqual({ isWorkday: getDayDetail(each).work, isProvisional: false });
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(8 * 365);
  });

  it('every year from 2019 on has one table, each naming its version and its source', () => {
    expect(calendars.map(({ year }) => year)).toEqual(calendars.map((_, i) => 2019 + i));
    for (const { year, version, source } of calendars) {
      expect(version).toMatch(new RegExp(`^${year}\\.[1-9]$`));
      expect(source).toContain(`${year}年`);
      expect(calendar.versions.get(year)).toBe(version);
    }
  });

  it('a table that contradicts itself is refused', () => {
    const table = { year: 2021, version: '2021.1', source: '试', holidays: ['2021-10-09'], makeUpWorkdays: [] as string[] };
    expect(() => calendarOf([table, table])).toThrow('two calendars for 2021');
    expect(() => calendarOf([{ ...table, year: 2022 }])).toThrow('not a day of 2022');
    expect(() => calendarOf([{ ...table, holidays: ['2021-02-29'] }])).toThrow('not a business date');
    expect(() => calendarOf([{ ...table, makeUpWorkdays: ['2021-10-09'] }])).toThrow('not a make-up working day');
    expect(() => calendarOf([{ ...table, makeUpWorkdays: ['2021-10-11'] }])).toThrow('not a make-up working day');
    expect(() => calendarOf([{ ...table, makeUpWorkdays: ['2021-10-10'] }])).not.toThrow();
  });
});

describe('a year whose plan is not out yet', () => {
  const next = lastYear + 1;

  it('has plain weekdays, marked provisional', () => {
    for (let each = day(`${next}-09-27`); each <= day(`${next}-10-10`); each = addDays(each, 1)) {
      expect(isWorkday(calendar, each)).toEqual({ isWorkday: weekdayOf(each) % 6 !== 0, isProvisional: true });
    }
  });

  it('makes every deadline provisional that is counted through one of its days', () => {
    expect(addWorkdays(calendar, day(`${lastYear}-12-25`), 1).isProvisional).toBe(false);
    expect(addWorkdays(calendar, day(`${lastYear}-12-25`), 30).isProvisional).toBe(true);
    expect(addWorkdays(calendar, day('2018-06-01'), 300)).toMatchObject({ isProvisional: true });
    expect(moveToWorkday(calendar, day(`${next}-07-01`)).isProvisional).toBe(true);
  });

  it('does not make a deadline provisional that only starts on its last day', () => {
    expect(addWorkdays(calendar, day('2018-12-31'), 1)).toEqual({ day: '2019-01-02', isProvisional: false });
  });

  it('gives a final deadline once its table arrives', () => {
    const arrived = calendarOf([
      ...calendars,
      { year: next, version: `${next}.1`, source: '试', holidays: [`${next}-07-01`], makeUpWorkdays: [] },
    ]);
    expect(worked(arrived, day(`${next}-07-01`))).toBe(false);
    expect(addWorkdays(arrived, day(`${lastYear}-12-25`), 30).isProvisional).toBe(false);
  });
});

describe('a period in calendar days', () => {
  it.each([
    ['2021-10-01', '2021-10-08'],
    ['2021-09-19', '2021-09-22'],
    ['2021-09-25', '2021-09-26'],
    ['2021-09-26', '2021-09-26'],
    ['2021-03-06', '2021-03-08'],
    ['2021-03-05', '2021-03-05'],
  ])('that ends on %s ends on the workday %s', (last, moved) => {
    expect(moveToWorkday(calendar, day(last))).toEqual({ day: moved, isProvisional: false });
  });
});

describe('counting forward and counting between agree', () => {
  it('counting the workdays of a period gives the number it was granted', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (from, n) => {
        expect(workdaysBetween(calendar, from, addWorkdays(calendar, from, n).day)).toBe(n);
      }),
    );
  });

  it('granting the number counted gives back the workday it was counted to', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 500 }), (from, days) => {
        const to = moveToWorkday(calendar, addDays(from, days)).day;
        expect(addWorkdays(calendar, from, workdaysBetween(calendar, from, to)).day).toBe(to);
      }),
    );
  });

  it('a deadline always falls on a workday, and a later one never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 300 }), (from, n) => {
        const { day: due } = addWorkdays(calendar, from, n);
        expect(worked(calendar, due)).toBe(true);
        expect(addWorkdays(calendar, from, n + 1).day >= due).toBe(true);
      }),
    );
  });

  it('days left and days overdue are the same number with the other sign', () => {
    expect(workdaysBetween(calendar, day('2021-10-12'), day('2021-09-30'))).toBe(-4);
    expect(Object.is(workdaysBetween(calendar, day('2021-10-03'), day('2021-10-02')), 0)).toBe(true);
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(workdaysBetween(calendar, a, b) + workdaysBetween(calendar, b, a)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it('workdays before the epoch are counted with the same weekends', () => {
    expect(addWorkdays(calendar, day('1969-12-26'), 1)).toEqual({ day: '1969-12-29', isProvisional: true });
  });
});
