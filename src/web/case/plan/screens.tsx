import type { ContextProps, EventScreen } from '../event-screen.ts';
import { useSay } from '../../ui/language.tsx';
import type { PlanParts } from './data.ts';
import { planWords } from './words.ts';

/** What whoever judges a change should have in mind: how much changes, whether it came in time, for which year it counts. */
function AtStake({ view }: ContextProps) {
  const say = useSay();
  const { base, report, changes } = view.data as unknown as PlanParts;
  if (base === 0 || report === null) return null;
  const { lateWorkdays: late, countsFrom } = report;
  return (
    <ul className="grid gap-0.5 rounded-lg bg-sand px-4 py-3">
      <li>{say(planWords.changesOf(base, changes.length))}</li>
      <li className={late > 0 ? 'text-gold' : ''}>{say(late > 0 ? planWords.late(late) : planWords.inTime)}</li>
      <li>{say(planWords.countsFrom(countsFrom))}</li>
    </ul>
  );
}

/** The dialogs by which a plan is judged. */
export const planScreens: Readonly<Record<string, EventScreen>> = {
  county_check: { Context: AtStake },
  endorse: { Context: AtStake },
  centre_check: { Context: AtStake },
  consent: { Context: AtStake },
};
