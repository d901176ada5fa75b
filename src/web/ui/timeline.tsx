import type { ReactNode } from 'react';
import { momentText } from './format.ts';
import { useLanguage, useSay } from './language.tsx';
import { uiWords } from './words.ts';

export type Moment = {
  readonly key: string;
  readonly at: string;
  readonly title: string;
  readonly who: string;
  readonly detail?: ReactNode;
  /** Folded away under one line with its neighbours. */
  readonly isQuiet?: boolean;
};

type Stretch = { readonly key: string; readonly moments: readonly Moment[] };

/** Neighbouring quiet moments become one stretch. */
function stretchesOf(moments: readonly Moment[]): readonly Stretch[] {
  const stretches: { key: string; moments: Moment[] }[] = [];
  for (const moment of moments) {
    const last = stretches.at(-1);
    if (moment.isQuiet && last?.moments[0]?.isQuiet) last.moments.push(moment);
    else stretches.push({ key: moment.key, moments: [moment] });
  }
  return stretches;
}

function MomentItem({ moment }: { readonly moment: Moment }) {
  const language = useLanguage();
  return (
    <li className="relative pb-5 pl-6 before:absolute before:top-[0.55rem] before:left-0 before:size-2.5 before:rounded-full before:border-2 before:border-teal before:bg-card after:absolute after:top-6 after:bottom-0 after:left-[0.28rem] after:border-l after:border-line last:pb-0 last:after:hidden">
      <p className="font-semibold">{moment.title}</p>
      <p className="text-sm text-soft">{moment.who}</p>
      <p className="text-sm text-soft">
        <time dateTime={moment.at}>{momentText(moment.at, language)}</time>
      </p>
      {moment.detail && <div className="mt-1 text-sm">{moment.detail}</div>}
    </li>
  );
}

/** What happened, newest first; stretches of quiet entries are folded. */
export function Timeline({ moments }: { readonly moments: readonly Moment[] }) {
  const say = useSay();
  return (
    <ol>
      {stretchesOf(moments).map(({ key, moments: within }) =>
        within[0]?.isQuiet ? (
          <li
            key={key}
            className="relative pb-5 pl-6 after:absolute after:top-0 after:bottom-0 after:left-[0.28rem] after:border-l after:border-dashed after:border-line last:pb-0"
          >
            <details>
              <summary className="text-sm text-soft">{say(uiWords.quietEvents(within.length))}</summary>
              <ol className="mt-3">
                {within.map((moment) => (
                  <MomentItem key={moment.key} moment={moment} />
                ))}
              </ol>
            </details>
          </li>
        ) : (
          within.map((moment) => <MomentItem key={moment.key} moment={moment} />)
        ),
      )}
    </ol>
  );
}
