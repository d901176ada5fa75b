import { ClauseMark } from './badge.tsx';
import { Icon, type IconName } from './icons.tsx';
import { useSay } from './language.tsx';
import { uiWords } from './words.ts';

export type CheckItem = {
  readonly clause: string;
  readonly title: string;
  readonly status: 'met' | 'not_met' | 'to_be_judged';
  readonly explains: string;
  readonly source: string;
};

const looks = {
  met: { icon: 'check', colour: 'bg-teal text-on', words: uiWords.met },
  not_met: { icon: 'cross', colour: 'bg-pink text-red', words: uiWords.notMet },
  to_be_judged: { icon: 'question', colour: 'bg-cream text-gold', words: uiWords.toBeJudged },
} as const satisfies Record<CheckItem['status'], { icon: IconName; colour: string; words: unknown }>;

/** Conditions of the plan and how each stands, with the fact behind it. */
export function Checklist({ items }: { readonly items: readonly CheckItem[] }) {
  const say = useSay();
  return (
    <ul className="grid gap-4">
      {items.map(({ clause, title, status, explains, source }) => (
        <li key={`${clause}/${title}`} className="flex gap-3">
          <span className={`mt-0.5 grid size-6 shrink-0 place-items-center rounded-full ${looks[status].colour}`}>
            <Icon name={looks[status].icon} size={14} />
            <span className="sr-only">{say(looks[status].words)}</span>
          </span>
          <div className="min-w-0">
            <p className="font-semibold leading-snug">{title}</p>
            <p className="text-sm leading-normal">{explains}</p>
            <p className="text-[0.8125rem] text-soft">
              <ClauseMark clause={clause} /> · {say(uiWords.source)} {source}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
