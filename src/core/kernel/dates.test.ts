import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, businessDate, businessDateOf, endOfDay, instant, isBusinessDate, weekdayOf, yearOf } from './dates.ts';

const day = businessDate;
const shift = (at: string, ms: number) => instant(new Date(Date.parse(at) + ms).toISOString());
/** Any day from 1992 to the end of 2099. */
const anyDay = fc.integer({ min: 0, max: 108 * 365 }).map((offset) => addDays(day('1992-01-01'), offset));

describe('a calendar day', () => {
  it.each(['2021-02-29', '2021-02-30', '2021-13-01', '2021-00-10', '2021-1-1', '20210101', '2021-01-01T00:00', ' 2021-01-01', ''])(
    '“%s” is not a day',
    (text) => {
      expect(isBusinessDate(text)).toBe(false);
      expect(() => businessDate(text)).toThrow(RangeError);
    },
  );

  it('29 February exists in leap years only', () => {
    expect(isBusinessDate('2020-02-29')).toBe(true);
    expect(isBusinessDate('2000-02-29')).toBe(true);
    expect(isBusinessDate('2100-02-29')).toBe(false);
  });

  it('days are added across months, years and leap days', () => {
    expect(addDays(day('2020-02-28'), 1)).toBe('2020-02-29');
    expect(addDays(day('2020-12-31'), 1)).toBe('2021-01-01');
    expect(addDays(day('2021-01-01'), -1)).toBe('2020-12-31');
    expect(addDays(day('2021-01-01'), 0)).toBe('2021-01-01');
  });

  it('adding days and taking them away again gives the same day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (each, days) => {
        expect(addDays(addDays(each, days), -days)).toBe(each);
      }),
    );
  });

  it('the plan took effect on a Tuesday, 25 August 2020', () => {
    expect(weekdayOf(day('2020-08-25'))).toBe(2);
    expect(weekdayOf(day('2021-10-10'))).toBe(0);
    expect(weekdayOf(day('2021-10-09'))).toBe(6);
  });

  it('the year of a day is its calendar year (I-02)', () => {
    expect(yearOf(day('2020-12-31'))).toBe(2020);
    expect(yearOf(day('2021-01-01'))).toBe(2021);
  });
});

describe('a moment', () => {
  it('has one spelling, in UTC with milliseconds', () => {
    for (const text of ['2021-01-01T08:00:00+08:00', '2021-01-01T00:00:00Z', '2021-01-01T00:00Z', '2020-12-31T16:00:00.000-08:00']) {
      expect(instant(text)).toBe('2021-01-01T00:00:00.000Z');
    }
  });

  it.each(['2021-01-01', '2021-01-01T00:00:00', '2021-01-01T25:00:00Z', '2021-02-30T00:00:00Z', '2021-02-29T00:00:00+08:00', 'now', ''])(
    '“%s” is not a moment: it lacks a day that exists, a time or an offset',
    (text) => {
      expect(() => instant(text)).toThrow(RangeError);
    },
  );

  it('belongs to the next day in Shanghai from 16:00 UTC on', () => {
    expect(businessDateOf(instant('2021-01-31T15:59:59.999Z'))).toBe('2021-01-31');
    expect(businessDateOf(instant('2021-01-31T16:00:00.000Z'))).toBe('2021-02-01');
    expect(businessDateOf(instant('2026-01-31T16:30:00Z'))).toBe('2026-02-01');
  });

  it('belongs to the Shanghai day also in the summers of 1986 to 1991, when clocks were an hour ahead', () => {
    expect(businessDateOf(instant('1991-07-01T14:59:59.999Z'))).toBe('1991-07-01');
    expect(businessDateOf(instant('1991-07-01T15:00:00.000Z'))).toBe('1991-07-02');
    expect(businessDateOf(instant('1992-07-01T15:00:00.000Z'))).toBe('1992-07-01');
  });
});

describe('the end of a day', () => {
  it('is midnight in Shanghai, 16:00 UTC of the same date', () => {
    expect(endOfDay(day('2021-01-31'))).toBe('2021-01-31T16:00:00.000Z');
    expect(endOfDay(day('1992-01-01'))).toBe('1992-01-01T16:00:00.000Z');
  });

  it('is not computed before 1992', () => {
    expect(() => endOfDay(day('1991-12-31'))).toThrow(RangeError);
  });

  it('an act one millisecond before is in time, an act at the moment itself is late', () => {
    fc.assert(
      fc.property(anyDay, (due) => {
        const end = endOfDay(due);
        expect(businessDateOf(shift(end, -1))).toBe(due);
        expect(businessDateOf(end)).toBe(addDays(due, 1));
      }),
    );
  });

  it('every deadline around the turn of every year counts for the right year to the millisecond', () => {
    for (let year = 1992; year <= 2050; year += 1) {
      for (const due of ['12-30', '12-31'].map((end) => day(`${year}-${end}`)).flatMap((each) => [each, addDays(each, 1)])) {
        const end = endOfDay(due);
        expect(businessDateOf(shift(end, -1))).toBe(due);
        expect(businessDateOf(end)).toBe(addDays(due, 1));
        expect(businessDateOf(shift(end, 1))).toBe(addDays(due, 1));
      }
      const turn = endOfDay(day(`${year}-12-31`));
      expect([-1, 0, 1].map((ms) => yearOf(businessDateOf(shift(turn, ms))))).toEqual([year, year + 1, year + 1]);
    }
  });

  it('the day cut from the UTC text would move eight hours of filings to the day before', () => {
    const filed = instant('2020-12-31T16:00:00Z');
    expect(filed.slice(0, 4)).toBe('2020');
    expect(yearOf(businessDateOf(filed))).toBe(2021);
  });
});

describe('So many months after a day is', () => {
  it.each([
    ['2021-03-01', 12, '2022-03-01'],
    ['2021-01-31', 1, '2021-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2021-08-31', 6, '2022-02-28'],
    ['2021-12-15', 1, '2022-01-15'],
    ['2021-11-30', 13, '2022-12-30'],
  ])('%s and %s months: %s', (from, months, last) => {
    expect(addMonths(day(from), months)).toBe(last);
  });
});
