import { addMonths, type BusinessDate } from '#core/kernel/dates.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { type Facts, known } from '#core/process/facts.ts';

/** Months a rectification may last in all, extension included (I-38). */
export const monthsAtMost = (facts: Facts): number => Number(known(facts, 'readings').rectificationMonthsMaximum);

/** The last day there may be for a notice issued on a day (I-38). */
export const latestDay = (facts: Facts, issuedOn: BusinessDate): BusinessDate => addMonths(issuedOn, monthsAtMost(facts));

type Asked = { readonly deadline: string; readonly today: BusinessDate; readonly latest: BusinessDate; readonly months: number };

/** What is wrong with a last day: over already, or beyond what may be given. */
export function deadlineFaults(field: string, { deadline, today, latest, months }: Asked): readonly Refusal[] {
  const fault = (code: string, zh: string, en: string): readonly Refusal[] => [
    { kind: 'guard', code, clause: '14.3c', field, says: both(zh, en) },
  ];
  if (deadline <= today) return fault('deadline_over', '整改截止日须在今天以后', 'The last day must lie after today');
  if (deadline > latest) {
    return fault(
      'deadline_too_far',
      `整改期限连同延期最长${months}个月，截止日最晚为${latest}`,
      `At most ${months} months in all, ${latest} at the latest`,
    );
  }
  return [];
}
