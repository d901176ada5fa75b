import { describe, expect, it } from 'vitest';
import { addDays, type BusinessDate, businessDate, endOfDay } from '#core/kernel/dates.ts';
import { addWorkdays, calendarOf, isWorkday, workdaysBetween } from '#core/kernel/workdays.ts';
import { calendars } from '#policy/calendar/index.ts';
import { momentsOf } from './agenda.ts';
import { workdayAfter, workdayBefore } from './days.ts';
import { evidence } from './evidence.ts';
import { designationDays, firstDayOf, history } from './history.ts';
import { present } from './present.ts';
import { support } from './support.ts';
import { zoneLife } from './zone-life.ts';

const calendar = calendarOf(calendars);
const days = ['2026-11-22', '2026-11-23', '2026-10-04', '2026-02-18', '2027-01-02', '2027-03-01', '2028-02-29'].map(businessDate);
const agendaOf = (today: BusinessDate) =>
  momentsOf([...history(today), ...present(today), ...evidence(today), ...support(today), ...zoneLife(today)]);

describe.each(days)('the agenda of %s', (today) => {
  it('runs forward and is over before today', () => {
    const moments = agendaOf(today).map(({ at }) => at);
    expect(moments).toEqual([...moments].sort());
    expect(new Set(moments).size).toBe(moments.length);
    expect(moments.at(-1)?.localeCompare(endOfDay(addDays(today, -1)))).toBe(-1);
    expect(moments[0]?.slice(0, 10)).toBe(firstDayOf(today));
  });

  it('happens on workdays', () => {
    for (const { at } of agendaOf(today)) expect(isWorkday(calendar, businessDate(at.slice(0, 10))).isWorkday).toBe(true);
  });

  it('has all zones designated before the grants that count for them', () => {
    const { first, second } = designationDays(today);
    expect(first < second && second < addDays(today, -300)).toBe(true);
  });

  it('leaves one county with its deadline on the next workday', () => {
    const filed = present(today).find(({ what }) => what === '沂岚：报送');
    const due = addWorkdays(calendar, businessDate((filed?.at ?? '').slice(0, 10)), 10).day;
    expect(workdaysBetween(calendar, today, due)).toBe(1);
  });

  it('leaves one public notice running', () => {
    const noticed = present(today).find(({ what }) => what === '稷水：审定并公示');
    expect(addWorkdays(calendar, businessDate((noticed?.at ?? '').slice(0, 10)), 5).day >= today).toBe(true);
  });
});

describe('workdays counted back', () => {
  it('are the inverse of workdays counted forward', () => {
    for (const day of days) {
      for (const n of [1, 5, 30]) expect(workdayAfter(workdayBefore(day, n), n) >= day).toBe(true);
      expect(workdayAfter(workdayBefore(day, 5), 4)).toBe(workdayBefore(day, 1));
    }
  });
});
