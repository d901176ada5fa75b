import type { Language } from '#core/kernel/words.ts';

type Early = { readonly language: Language; readonly answers: Record<string, Promise<Response>> };

declare global {
  interface Window {
    /** Set by `public/early.js` before the program runs. */
    jixiaEarly?: Early;
  }
}

/** A fetch that takes an answer already asked for, once each, and asks the network for everything else. */
export const earlyFetch =
  (languageNow: () => Language): typeof fetch =>
  (input, init) => {
    const { jixiaEarly: early } = window;
    const path = typeof input === 'string' && (init?.method ?? 'GET') === 'GET' ? input : '';
    const answer = early?.language === languageNow() ? early.answers[path] : undefined;
    if (!early || !answer) return fetch(input, init);
    delete early.answers[path];
    return answer;
  };
