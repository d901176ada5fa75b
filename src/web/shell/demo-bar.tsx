import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSigned } from '../session/session.tsx';
import { dayText, weekdayText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { useToast } from '../ui/toast.tsx';
import { words } from '../words.ts';

const steps = [1, 5] as const;

/** Marks the demonstration, shows its date and lets anybody move its clock on. */
export function DemoBar() {
  const say = useSay();
  const language = useLanguage();
  const tell = useToast();
  const queries = useQueryClient();
  const { today } = useSigned();
  const [isBusy, setIsBusy] = useState(false);
  const nameOf = (day: string) => `${dayText(day, language)} ${weekdayText(day, language)}`;
  const move = async (workdays: number) => {
    setIsBusy(true);
    const result = await api.call('moveClock', { body: { workdays } });
    setIsBusy(false);
    if (!result.ok) return tell(result.problem.title, 'bad');
    await queries.invalidateQueries();
    tell(say(words.demoMoved(nameOf(result.data.today))));
  };
  return (
    <aside aria-label={say(words.demo)} className="no-print bg-cream text-sm text-gold">
      <div className="mx-auto flex min-h-9 max-w-[78rem] flex-wrap items-center gap-x-4 px-4 py-0.5 sm:px-6">
        <b>{say(words.demo)}</b>
        <span>
          <span className="hidden sm:inline">{say(words.demoToday)} </span>
          <time dateTime={today}>{nameOf(today)}</time>
        </span>
        <span className="-ml-2 flex gap-1 sm:ml-auto">
          {steps.map((workdays) => (
            <button
              key={workdays}
              type="button"
              disabled={isBusy}
              onClick={() => void move(workdays)}
              className="min-h-8 rounded px-2 underline underline-offset-4 hover:bg-card disabled:opacity-60"
            >
              {say(words.demoForward(workdays))}
            </button>
          ))}
        </span>
      </div>
    </aside>
  );
}
