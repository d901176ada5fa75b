import type { ReactNode } from 'react';
import { useSay } from './language.tsx';
import { uiWords } from './words.ts';

export type Tone = 'teal' | 'gold' | 'red' | 'quiet' | 'good';

const tones: Readonly<Record<Tone, string>> = {
  teal: 'bg-mist text-teal',
  good: 'bg-teal text-on',
  gold: 'bg-cream text-gold',
  red: 'bg-pink text-red',
  quiet: 'bg-sand text-soft',
};

/** A word that marks how something stands. */
export function Badge({ tone = 'teal', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={`inline-block rounded-full px-2.5 py-0.5 text-sm leading-normal font-semibold whitespace-nowrap ${tones[tone]}`}>
      {children}
    </span>
  );
}

/** The row of the plan something rests on. */
export function ClauseMark({ clause }: { readonly clause: string }) {
  const say = useSay();
  return (
    <span className="text-[0.8125rem] whitespace-nowrap text-soft">
      {say(clause === 'operational' ? uiWords.operational : uiWords.clause(clause))}
    </span>
  );
}
