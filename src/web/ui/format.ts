import type { Language } from '#core/kernel/words.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;
const zone = { timeZone: 'Asia/Shanghai' } as const;

const memo = <Made>(make: (language: Language) => Made) => {
  const made: Partial<Record<Language, Made>> = {};
  return (language: Language): Made => (made[language] ??= make(language));
};

const moments = memo(
  (language) =>
    new Intl.DateTimeFormat(locales[language], {
      ...zone,
      year: 'numeric',
      month: language === 'zh' ? 'numeric' : 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);
const days = memo(
  (language) =>
    new Intl.DateTimeFormat(locales[language], { ...zone, year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' }),
);
const shortDays = memo(
  (language) => new Intl.DateTimeFormat(locales[language], { ...zone, month: language === 'zh' ? 'long' : 'short', day: 'numeric' }),
);
const weekdays = memo((language) => new Intl.DateTimeFormat(locales[language], { ...zone, weekday: 'short' }));
const clocks = memo(
  (language) =>
    new Intl.DateTimeFormat(locales[language], { ...zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
);
const numbers = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 });

const noonOf = (day: string) => new Date(`${day}T12:00:00+08:00`);

/** A moment to the minute, in Beijing time. */
export const momentText = (at: string, language: Language): string => moments(language).format(new Date(at));

/** The time of day to the second, in Beijing time; for "saved at". */
export const clockText = (at: string, language: Language): string => clocks(language).format(new Date(at));

/** A calendar day in full; text that is no day comes back as it is. */
export const dayText = (day: string, language: Language): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? days(language).format(noonOf(day)) : day;

/** Month and day. */
export const shortDayText = (day: string, language: Language): string => shortDays(language).format(noonOf(day));

/** Weekday of a calendar day. */
export const weekdayText = (day: string, language: Language): string => weekdays(language).format(noonOf(day));

/** A number with its thousands grouped. */
export const numberText = (value: number): string => numbers.format(value);

/** Yuan as wan, for amounts of ten thousand and more; undefined below. */
export const wanText = (yuan: number): string | undefined => (Math.abs(yuan) >= 10_000 ? numbers.format(yuan / 10_000) : undefined);
