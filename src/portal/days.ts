import { type BusinessDate, businessDate, businessDateOf, instant, weekdayOf } from '#core/kernel/dates.ts';
import { both, type Language, type Words } from '#core/kernel/words.ts';

const weekdays: readonly Words[] = [
  both('星期日', 'Sunday'),
  both('星期一', 'Monday'),
  both('星期二', 'Tuesday'),
  both('星期三', 'Wednesday'),
  both('星期四', 'Thursday'),
  both('星期五', 'Friday'),
  both('星期六', 'Saturday'),
];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

const dayOf = (text: string): BusinessDate => (text.length === 10 ? businessDate(text) : businessDateOf(instant(text)));

/** A day with its weekday; takes a day or a moment. */
export function dayInWords(text: string, language: Language): string {
  const day = dayOf(text);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = weekdays[weekdayOf(day)]?.[language] ?? '';
  return language === 'zh' ? `${year}年${month}月${date}日 ${weekday}` : `${weekday}, ${date} ${months[month - 1]} ${year}`;
}

/** A moment to the minute, in Beijing time. */
export function momentInWords(text: string, language: Language): string {
  const clock = new Date(Date.parse(text) + shanghaiOffsetMs).toISOString().slice(11, 16);
  return language === 'zh' ? `${dayInWords(text, language)} ${clock}（北京时间）` : `${dayInWords(text, language)}, ${clock} Beijing time`;
}

/** A moment to the second, in Beijing time: for receipts. */
export const secondInWords = (text: string): string =>
  `${new Date(Date.parse(text) + shanghaiOffsetMs).toISOString().slice(0, 19).replace('T', ' ')} (UTC+8)`;

/** The last day a half-open deadline leaves: midnight belongs to the day before. */
export const lastDayOf = (closesAt: string): BusinessDate => businessDateOf(instant(new Date(Date.parse(closesAt) - 1).toISOString()));

/** A deadline: midnight is written as 24:00 of the day before, never as 0:00 of the next. */
export function deadlineInWords(closesAt: string, language: Language): string {
  const isMidnight = (Date.parse(closesAt) + shanghaiOffsetMs) % dayMs === 0;
  if (!isMidnight) return momentInWords(closesAt, language);
  const day = dayInWords(lastDayOf(closesAt), language);
  return language === 'zh' ? `${day} 24:00（北京时间）` : `${day}, 24:00 Beijing time`;
}

/** Calendar days from today to the last day; 0 on the last day, negative afterwards. */
export const daysUntil = (today: string, closesAt: string): number =>
  Math.round((Date.parse(`${lastDayOf(closesAt)}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs);

/** How much time is left, as one says it. */
export function timeLeft(days: number, language: Language): string {
  const words = days < 0 ? both('已经截止', 'over') : days === 0 ? both('今天24:00截止', 'ends tonight at 24:00') : null;
  if (words) return words[language];
  return language === 'zh' ? `还剩${days}天` : `${days} ${days === 1 ? 'day' : 'days'} left`;
}
