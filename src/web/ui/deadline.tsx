import { dayText, shortDayText, weekdayText } from './format.ts';
import { useLanguage, useSay } from './language.tsx';
import { Badge, type Tone } from './badge.tsx';
import { uiWords } from './words.ts';

export type Due = { readonly day: string; readonly isProvisional: boolean; readonly source: string; readonly workdaysLeft: number };

const toneOf = (left: number): Tone => (left < 0 ? 'red' : left <= 2 ? 'gold' : 'teal');
const leftWords = (left: number) => (left < 0 ? uiWords.overdue(-left) : left === 0 ? uiWords.dueToday : uiWords.left(left));

/** When something is due: the last day to its end in Beijing time, and the working days left. */
export function Deadline({ due, isLong = false }: { readonly due: Due; readonly isLong?: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const day = isLong ? dayText(due.day, language) : shortDayText(due.day, language);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-0.5" title={due.source}>
      <Badge tone={toneOf(due.workdaysLeft)}>{say(leftWords(due.workdaysLeft))}</Badge>
      <span className="text-sm whitespace-nowrap text-soft">
        <time dateTime={due.day}>
          {day} {weekdayText(due.day, language)} 24:00
        </time>
        {isLong && ` ${say(uiWords.beijing)}`}
        {due.isProvisional && (
          <abbr title={say(uiWords.provisionalWhy)} className="ml-1.5 text-gold no-underline">
            {say(uiWords.provisional)}
          </abbr>
        )}
      </span>
    </span>
  );
}
