declare const dateBrand: unique symbol;
declare const instantBrand: unique symbol;

/** A calendar day in Asia/Shanghai, written YYYY-MM-DD. Deadlines, policy periods and recognition years use this. */
export type BusinessDate = string & { readonly [dateBrand]: true };

/** A moment in UTC, written as ISO 8601 with milliseconds and a Z. Audit entries, filings and sessions use this. */
export type Instant = string & { readonly [instantBrand]: true };

const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

/** Whether the text is a day that exists, written YYYY-MM-DD. */
export function isBusinessDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(+parsed) && parsed.toISOString().slice(0, 10) === text;
}

/** Checks and brands a calendar day. @throws RangeError if no such day exists. */
export function businessDate(text: string): BusinessDate {
  if (!isBusinessDate(text)) throw new RangeError(`not a business date: ${text}`);
  return text as BusinessDate;
}

/** Checks a moment and brings it to the one spelling. @throws RangeError if it is no ISO 8601 moment. */
export function instant(text: string): Instant {
  const parsed = new Date(text);
  // `Date` reads 30 February as 2 March, so the day is checked on its own.
  if (Number.isNaN(+parsed) || !isBusinessDate(text.slice(0, 10)) || !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    throw new RangeError(`not an instant: ${text}`);
  }
  return parsed.toISOString() as Instant;
}

// Swedish is written YYYY-MM-DD; Canadian English turned to M/D/YYYY for a while with CLDR 42 (nodejs/node#45945, CLDR-16399).
const shanghaiDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** From here on Shanghai is eight hours ahead, summer and winter; asking the calendar of the machine costs fifty times as much. */
const sinceFixedOffset = Date.UTC(1992, 0, 1);

/** The day on which an instant falls in Shanghai: 2026-01-31T16:30Z is 2026-02-01. */
export function businessDateOf(at: Instant): BusinessDate {
  const moment = Date.parse(at);
  if (moment < sinceFixedOffset) return businessDate(shanghaiDay.format(new Date(at)));
  return new Date(moment + shanghaiOffsetMs).toISOString().slice(0, 10) as BusinessDate;
}

/**
 * The first moment after a day ends in Shanghai. Deadlines are half-open: an act at this moment is late.
 * @throws RangeError before 1992, when Shanghai still kept summer time.
 */
export function endOfDay(day: BusinessDate): Instant {
  if (day < '1992-01-01') throw new RangeError(`no deadline before 1992: ${day}`);
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs - shanghaiOffsetMs).toISOString() as Instant;
}

/** The day `days` calendar days later; negative numbers go back. */
export const addDays = (day: BusinessDate, days: number): BusinessDate =>
  businessDate(new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10));

/** The same day `months` calendar months later, or that month's last day where it has no such day. */
export function addMonths(from: BusinessDate, months: number): BusinessDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  const pad = (value: number) => String(value).padStart(2, '0');
  return businessDate(`${Math.floor(index / 12)}-${pad((index % 12) + 1)}-${pad(Math.min(day, last))}`);
}

/** Weekday of a day, 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: BusinessDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Calendar year of a day (I-02). */
export const yearOf = (day: BusinessDate): number => Number(day.slice(0, 4));
